#!/usr/bin/env python3
"""Cuts the power of a disk under builds, and looks what stands on it afterwards.

    python3 tests/soak/power.py --program target/debug/tiendo --file-system xfs --cuts 40 [--how "--publish in-place"]

Needs root, a loop device and mkfs of that file system. The disk is a file; it is shut down at a random moment of a build that
changes every page, or right after the build (every third time), then mounted again. A fault is: a manifest that cannot be read, a
file that it lists and that is missing or of another length, pages of two builds that were swapped as a whole, a site that is older
than a build that had ended, a next build that fails. Nothing but the standard library is needed.
"""

import argparse
import collections
import fcntl
import json
import os
import pathlib
import random
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import time

# Of XFS and ext4 alike; with its log written first, or not.
SHUTDOWN, WITH_LOG, WITHOUT = 0x8004587D, 1, 2
ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": "1751328000", "TZ": "UTC"}


class Disk:
    def __init__(self, base, file_system, options):
        self.image, self.folder, self.options = base / "image", base / "mnt", options
        self.folder.mkdir()
        with open(self.image, "wb") as image:
            image.truncate(400 << 20)
        force = "-f" if file_system == "xfs" else "-F"
        subprocess.run([f"mkfs.{file_system}", "-q", force, self.image], check=True)
        self.mount()

    def mount(self):
        subprocess.run(["mount", "-o", f"loop,{self.options}", self.image, self.folder], check=True)

    def unmount(self):
        for _ in range(100):
            if subprocess.run(["umount", self.folder], stderr=subprocess.DEVNULL).returncode == 0:
                return
            time.sleep(0.1)
        sys.exit("the disk is busy")

    def cut(self, how):
        handle = os.open(self.folder, os.O_RDONLY)
        fcntl.ioctl(handle, SHUTDOWN, struct.pack("I", how))
        os.close(handle)


def look(root, whole, faults, what):
    """The numbers of the builds on the disk."""
    try:
        listed = json.loads((root / ".tiendo/manifest.json").read_text())["files"]
    except (OSError, ValueError) as e:
        faults.append(f"{what}: manifest: {e}")
        return set()
    numbers = set()
    for path, entry in listed.items():
        file = root / path
        # An in-place build that was cut lists what it was replacing without a hash.
        if not file.is_file() or entry["hash"] and file.stat().st_size != entry["size"]:
            if whole or entry["hash"]:
                faults.append(f"{what}: {path} is missing or cut")
        elif path.endswith(".html"):
            found = re.findall(r"B(\d+)B", file.read_text(errors="replace"))
            numbers.update(found)
            if not found:
                faults.append(f"{what}: {path} is of no build")
    if whole and len(numbers) != 1:
        faults.append(f"{what}: pages of {numbers}")
    return numbers


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--file-system", default="xfs")
    parser.add_argument("--options", default="defaults")
    parser.add_argument("--how", default="")
    parser.add_argument("--cuts", type=int, default=40)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    args = parser.parse_args()
    rng, how = random.Random(args.seed), args.how.split()
    base = pathlib.Path(tempfile.mkdtemp(prefix="power-"))
    program, site = str(pathlib.Path(args.program).resolve()), base / "site"
    subprocess.run([program, "init", str(site), "--no-build", "--quiet"], check=True)
    settings = (site / "content/site.yaml").read_text()
    disk = Disk(base, args.file_system, args.options)
    root = disk.folder / "web"
    line = [program, "build", "--site", str(site), "--output", str(root), "--quiet", *how]
    faults, tally, usual = [], collections.Counter(), 0.3
    try:
        for n in range(args.cuts + 1):
            number = f"B{n}B"
            (site / "content/site.yaml").write_text(re.sub(r"(?m)^title:.*$", f"title: Trang {number}", settings, count=1))
            began = time.monotonic()
            child = subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT)
            if n % 3:
                time.sleep(usual * rng.uniform(0.1, 1))
            else:
                child.wait()
                usual = time.monotonic() - began
            ended = child.poll() is not None
            disk.cut(WITH_LOG if n % 2 else WITHOUT)
            child.kill()
            child.wait()
            disk.unmount()
            disk.mount()
            what = f"cut {n}, {'after' if ended else 'during'} the build"
            tally["cuts after a build" if ended else "cuts during a build"] += 1
            if root.exists() or n:
                numbers = look(root, not how, faults, what)
                tally["mixtures"] += len(numbers) > 1
                if ended and numbers != {str(n)}:
                    faults.append(f"{what}: pages of {numbers}")
            again = subprocess.run(line, capture_output=True, text=True, env=ENVIRONMENT)
            if again.returncode:
                faults.append(f"{what}: the next build: {again.stderr[:300]}")
            elif look(root, True, faults, what + ", after the next build") != {str(n)}:
                faults.append(f"{what}: the next build did not bring its pages")
            os.sync()
    finally:
        disk.unmount()
        shutil.rmtree(base)
    print(json.dumps({"seed": args.seed, "file system": args.file_system, **tally, "faults": faults}, indent=1))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
