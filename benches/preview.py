#!/usr/bin/env python3
"""How long an editor waits: from the save of a task's file until its page, fetched again and again, shows the change.

  benches/preview.py --program target/dist/tiendo --site SITE --as-of 2024-06-30 [--runs 5]

SITE is copied first. Prints one line: median, least and most seconds (stdlib only).
"""
import argparse
import http.client
import os
import re
import shutil
import statistics
import subprocess
import tempfile
import time


def fetch(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path)
    return connection.getresponse().read().decode()


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--program", required=True)
    ap.add_argument("--site", required=True)
    ap.add_argument("--as-of", required=True)
    ap.add_argument("--runs", type=int, default=5)
    ap.add_argument("--port", type=int, default=8391)
    args = ap.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = os.path.join(folder, "site")
        shutil.copytree(args.site, site, ignore=shutil.ignore_patterns("output"))
        tasks = os.path.join(site, "content", "tasks")
        file = os.path.join(tasks, sorted(os.listdir(tasks))[0])
        text = open(file, encoding="utf-8").read()
        task, title = re.search(r'- id: (\S+)\n\s+title: "?([^"\n]+)', text).groups()
        line = [os.path.abspath(args.program), "serve", "--quiet", "--site", site, "--as-of", args.as_of, "--port", str(args.port)]
        server = subprocess.Popen([*line, "--base-url", "https://vidu.example/"])
        try:
            path = f"/nhiem-vu/{task}/"
            while True:
                try:
                    fetch(args.port, path)
                    break
                except OSError:
                    time.sleep(0.1)
            waits = []
            for n in range(args.runs):
                time.sleep(1)
                new = f"Lần sửa thứ {n}"
                start = time.monotonic()
                with open(file + "~", "w", encoding="utf-8") as out:
                    out.write(text.replace(title, new, 1))
                os.replace(file + "~", file)
                while new not in fetch(args.port, path):
                    time.sleep(0.005)
                waits.append(time.monotonic() - start)
            print(f"save to seen page: median {statistics.median(waits):.2f} s, {min(waits):.2f} to {max(waits):.2f}")
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
