#!/usr/bin/env python3
"""Kills builds at random moments while a reader follows the links of the published site.

    cargo build
    python3 tests/soak/kills.py --program target/debug/tiendo --kills 1000 --races 100

Most builds change every page (a number in the site's title) and add or remove a page, each third one a single page. A real
HTTP server serves the output to readers that go from the home page along its links, all the time. A fault is: an answer other than 200 for a
page that the last site and the next one have, a body that is cut short, a page with no number or with two, a pass that
sees more changes of the number than builds ran during it, files of two builds on the disk at once, a build after a
kill that does not succeed, anything left beside the output or in its own folder, a file of others that is gone. With
`--in-place` builds replace the files one by one. Then pages of several builds may stand side by side from the first kill to the
next build that ends, and a page that comes or goes may be missing; each page is still whole and of a build that was begun, and none
that all builds have is ever missing. Nothing but the standard library is needed.
"""

import argparse
import collections
import http.client
import json
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

MARK = re.compile(rb"B(\d+)B")
LINK = re.compile(rb' (?:href|src)="([^"#?]+)')
VARIANTS = [[]]
FOREIGN = {".well-known/acme/token": "t", "trang-0/tep-la.txt": "x"}


class Site:
    """A starter site of many pages, and the program run on it."""

    def __init__(self, program, base, pages, in_place):
        self.program, self.folder = program, base / "site"
        self.how = ["--no-sync", *(["--publish", "in-place"] if in_place else [])]
        self.in_place, self.pages = in_place, pages
        # Of the builds that were begun since one has ended.
        self.allowed = set()
        self.output = base / "www" / "tien-do"
        self.output.parent.mkdir()
        self.run("init", "--no-build", self.folder, check=True)
        for n in range(pages):
            self.put(f"content/pages/trang-{n}.md", f"---\ntitle: Trang {n}\n---\n\nĐoạn {n}.\n")
        self.settings = (self.folder / "content/site.yaml").read_text()
        self.number = self.changes = 0
        for path, text in FOREIGN.items():
            (self.output / path).parent.mkdir(parents=True)
            (self.output / path).write_text(text)
        self.ops = []  # [began, ended] of everything that may change the output

    def put(self, path, text):
        full = self.folder / path
        full.parent.mkdir(parents=True, exist_ok=True)
        full.write_text(text)

    def change(self):
        """Every page differs from now on, and one page comes or goes; every third time only one page differs."""
        self.changes += 1
        if self.changes % 3 == 0:
            self.put("content/pages/trang-0.md", f"---\ntitle: Trang 0\n---\n\nLần {self.changes}.\n")
            return
        self.number += 1
        self.put("content/site.yaml", re.sub(r"(?m)^title:.*$", f"title: Trang B{self.number}B", self.settings, count=1))
        extra = self.folder / f"content/pages/them-{self.number % 5}.md"
        if extra.exists():
            extra.unlink()
        else:
            extra.write_text("---\ntitle: Thêm\n---\n\nThêm.\n")

    def run(self, *args, check=False):
        done = subprocess.run([self.program, *map(str, args)], capture_output=True, text=True, env=environment())
        if check and done.returncode:
            sys.exit(done.stderr)
        return done

    def start(self, command, *args):
        """A command in the background, noted as one that may change the output."""
        op = [time.monotonic(), None]
        self.ops.append(op)
        line = [self.program, command, "--site", self.folder, "--output", self.output, *args]
        child = subprocess.Popen(list(map(str, line)), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment())
        return child, op

    def finish(self, child, op):
        out, err = child.communicate()
        op[1] = time.monotonic()
        return child.returncode, (out + err).decode()

    def overlapping(self, began, ended):
        return sum(1 for a, b in list(self.ops) if a <= ended and (b is None or b >= began))

    def numbers_on_disk(self):
        found = set()
        for path in self.output.rglob("*.html"):
            found.update(MARK.findall(path.read_bytes()))
        return found

    def lost(self):
        """What no build may ever take away."""
        pages = [self.output / f"trang-{n}/index.html" for n in range(self.pages)]
        lost = [str(page) for page in pages if not page.read_bytes().rstrip().endswith(b"</html>")]
        return lost + [path for path, text in FOREIGN.items() if (self.output / path).read_text() != text]

    def manifest(self):
        return (self.output / ".tiendo/manifest.json").stat().st_ino

    def beside(self):
        return sorted(p.name for p in self.output.parent.iterdir() if p.name != self.output.name)


def environment():
    return {**os.environ, "SOURCE_DATE_EPOCH": "1751328000", "TZ": "UTC"}


class Reader(threading.Thread):
    """Follows links from the home page until told to stop."""

    def __init__(self, site, port, seed, faults):
        super().__init__(daemon=True)
        self.site, self.port, self.faults = site, port, faults
        self.random = random.Random(seed)
        self.passes = self.reads = self.across = 0
        self.stop = False

    def run(self):
        while not self.stop:
            try:
                self.one_pass()
            except OSError as e:
                self.faults.append(f"reader: {e}")
            self.passes += 1

    def get(self, path):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request("GET", "/" + urllib.parse.quote(path))
            answer = connection.getresponse()
            body = answer.read()
            wanted = answer.getheader("Content-Length")
            return answer.status, body, wanted is not None and int(wanted) == len(body)
        except http.client.HTTPException as e:
            return 0, str(e).encode(), False
        finally:
            connection.close()

    def one_pass(self):
        began, seen, known, numbers, missing = time.monotonic(), set(), ["index.html"], [], []
        for _ in range(60):
            if not known or self.stop:
                break
            path = known.pop(self.random.randrange(len(known)))
            status, body, whole = self.get(path)
            self.reads += 1
            if status == 404 and "them-" in path:
                missing.append(path)
                continue
            if status != 200 or not whole:
                self.faults.append(f"{path}: status {status}, whole: {whole}")
                continue
            if not path.endswith(".html"):
                continue
            found = set(MARK.findall(body))
            if len(found) != 1 or not body.rstrip().endswith(b"</html>"):
                self.faults.append(f"{path}: numbers {found}, {len(body)} bytes")
                continue
            numbers.append(found.pop())
            for link in LINK.findall(body):
                link = link.decode()
                if ":" in link or link.startswith("/"):
                    continue
                target = os.path.normpath(os.path.join(os.path.dirname(path), urllib.parse.unquote(link)))
                if target not in seen and not target.startswith(".."):
                    seen.add(target)
                    known.append(target)
        changes = sum(1 for a, b in zip(numbers, numbers[1:]) if a != b)
        ended = time.monotonic()
        if changes:
            self.across += 1
        if self.site.in_place:
            return
        if changes > self.site.overlapping(began, ended):
            self.faults.append(f"a pass saw {numbers}")
        if missing and not self.site.overlapping(began, ended):
            self.faults.append(f"not there although nothing was being built: {missing}")


def succeed(site, faults, tally, variant, what):
    """A build that nobody kills: it succeeds, the output is whole, nothing lies beside it but what was asked for."""
    child, op = site.start("build", *site.how, *variant)
    code, said = site.finish(child, op)
    tally["builds"] += 1
    if code:
        faults.append(f"build after {what}: exit {code}: {said[-500:]}")
    check = site.run("verify", "--output", site.output)
    if check.returncode:
        faults.append(f"verify after {what}: {check.stdout[-500:]}")
    found = site.numbers_on_disk()
    if found != {str(site.number).encode()}:
        faults.append(f"on the disk after {what}: {found}, not {site.number}")
    own = [path.name for path in (site.output / ".tiendo").iterdir()]
    if site.lost() or own != ["manifest.json"]:
        faults.append(f"after {what}: lost {site.lost()}, in .tiendo {own}")
    site.allowed = {str(site.number).encode()}
    # Kept sites stay until a build is told another number.
    left = [name for name in site.beside() if "tiendo-kept-" not in name]
    if left or len(site.beside()) > 5:
        faults.append(f"left behind after {what}: {left}")
    return op[1] - op[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--races", type=int, default=100)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--readers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--keep", action="store_true", help="also builds with --keep, and rollbacks")
    parser.add_argument("--in-place", action="store_true", help="builds with --publish in-place")
    args = parser.parse_args()
    rng = random.Random(args.seed)
    variants = VARIANTS + ([["--keep", "2"], "rollback"] if args.keep else [])
    memory = pathlib.Path("/dev/shm")
    base = pathlib.Path(tempfile.mkdtemp(prefix="soak-", dir=memory if memory.is_dir() else None))
    faults, tally, moments = [], collections.Counter(), collections.Counter()
    site = Site(str(pathlib.Path(args.program).resolve()), base, args.pages, args.in_place)
    site.change()
    succeed(site, faults, tally, ["--adopt"], "nothing")
    server = subprocess.Popen(
        [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", str(site.output)],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    port = int(re.search(r"port (\d+)", server.stdout.readline())[1])
    readers = [Reader(site, port, args.seed + n, faults) for n in range(args.readers)]
    began = time.monotonic()
    try:
        for reader in readers:
            reader.start()
        site.change()
        lasts = {"build": succeed(site, faults, tally, [], "nothing"), "rollback": 0.1}
        while tally["kills"] < args.kills and len(faults) < 20:
            variant = rng.choice(variants)
            if variant == "rollback":
                variant = ["--keep", "2"]
                command, more = "rollback", ["--no-sync"]
            else:
                site.change()
                command, more = "build", [*site.how, *variant]
            site.allowed.add(str(site.number).encode())
            manifest = site.manifest()
            child, op = site.start(command, *more)
            try:
                if args.in_place and rng.random() < 0.5:
                    # Into the short part in which the files change: the manifest is replaced first.
                    while site.manifest() == manifest and child.poll() is None:
                        time.sleep(0.0005)
                    child.wait(rng.uniform(0, 0.02))
                # Many of the moments lie in the later part, where files are written and the sites change places.
                child.wait(lasts[command] * rng.uniform(rng.choice((0, 0.5)), 1.05))
                lasts[command] = 0.8 * lasts[command] + 0.2 * (time.monotonic() - op[0])
            except subprocess.TimeoutExpired:
                pass
            beside = " ".join(site.beside())
            child.send_signal(signal.SIGKILL)
            code, said = site.finish(child, op)
            tally["kills"] += 1
            if code == -signal.SIGKILL:
                tally["of a running " + command] += 1
                moments["stage beside the output" if "stage" in beside else
                        "lock held, no stage" if "lock" in beside else "before the lock"] += 1
            elif code and not (command == "rollback" and code == 3):
                faults.append(f"{command} {more}: exit {code}: {said[-500:]}")
            found = site.numbers_on_disk()
            if found - site.allowed if site.in_place else len(found) != 1:
                faults.append(f"on the disk after a kill: {found}")
            tally["kills that left a mixture"] += len(found) > 1
            if site.lost():
                faults.append(f"lost by a kill: {site.lost()}")
            if rng.random() < 0.34:
                site.change()
                succeed(site, faults, tally, variant, f"a killed {command}")
            if tally["kills"] % 50 == 0:
                print(json.dumps({"kills": tally["kills"], "faults": len(faults), "seconds": round(time.monotonic() - began)}), flush=True)
        for _ in range(args.races):
            site.change()
            two = [site.start("build", *site.how, "--wait", "120"), site.start("build", *site.how)]
            (first, said), (second, more) = [site.finish(*one) for one in two]
            tally["races"] += 1
            tally["races: the second left"] += second == 3
            if first or second not in (0, 3) or second == 3 and "--wait" not in more:
                faults.append(f"two builds: {first} {said[-300:]} {second} {more[-300:]}")
            if site.numbers_on_disk() != {str(site.number).encode()}:
                faults.append(f"two builds: on the disk {site.numbers_on_disk()}")
        site.change()
        succeed(site, faults, tally, [], "everything")
    finally:
        for reader in readers:
            reader.stop = True
        for reader in readers:
            reader.join(60)
        server.terminate()
        server.wait()
        shutil.rmtree(base)
    print(json.dumps({
        "seed": args.seed, **tally, "moments": moments, "usual build, seconds": round(lasts["build"], 2),
        "passes of the readers": sum(r.passes for r in readers), "answers read": sum(r.reads for r in readers),
        "passes across a swap": sum(r.across for r in readers),
        "seconds": round(time.monotonic() - began), "faults": faults}, indent=1, ensure_ascii=False))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
