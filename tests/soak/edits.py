#!/usr/bin/env python3
"""Edits one file of a site from many sides at once, and looks whether anything is lost.

    cargo build
    python3 tests/soak/edits.py --program target/debug/tiendo --pairs 200 --saves 100 --kills 200

Pairs: two commands at the same time, each on another task of one file (`update` beside `update`, `new task` or
`import-updates`). Saves: an editor that replaces the file, or writes into it, at a random moment of a command. Kills: a
command that is killed at a random moment. A fault is: an entry that a command reported as written and that is not there, one
that is there twice or though its command was refused, a save that is not there, a site with errors, a file that is
neither the old nor the new one, a temporary file that the next command leaves. Nothing but the standard library is needed.
"""

import argparse
import collections
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
import time

TASKS = "content/tasks/2025-01-15-phien-hop-thu-nhat.yaml"
DOCUMENT = "2025-01-15-phien-hop-thu-nhat"


class Site:
    def __init__(self, program, base):
        self.program, self.folder = program, base / "site"
        done = subprocess.run([program, "init", "--no-build", str(self.folder)], capture_output=True, text=True)
        if done.returncode:
            sys.exit(done.stderr)
        self.file = self.folder / TASKS
        self.first = self.file.read_text()

    def text(self):
        return self.file.read_text()

    def reset(self):
        """The file as it was first: one that grows for ever makes each command slower."""
        self.file.write_text(self.first)

    def start(self, *args):
        line = [self.program, *map(str, args), "--site", str(self.folder), "--quiet"]
        return subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def update(self, task, note):
        return self.start("update", task, "--agency", "so-vi-du", "--date", "2025-06-01", "--note", note)

    def command(self, rng, mark):
        """One of the commands that write, which puts `mark` into the file."""
        verb = rng.choice(("update", "update", "new", "import"))
        if verb == "update":
            return self.update("thu-tuc-len-mang", mark)
        if verb == "new":
            return self.start("new", "task", "--document", DOCUMENT, "--title", mark, "--id", mark.lower(),
                              "--lead", "so-vi-du")
        sheet = self.folder / f"{mark}.csv"
        sheet.write_text(f"task,agency,report_date,report_note\nthu-tuc-len-mang,so-minh-hoa,2025-06-02,{mark}\n")
        return self.start("import-updates", sheet)

    def left(self):
        return [p.name for p in self.file.parent.iterdir() if p.name.startswith(".")]

    def sound(self):
        done = subprocess.run([self.program, "check", "--site", str(self.folder)], capture_output=True, text=True)
        return done.returncode == 0


def finish(child):
    out, err = child.communicate()
    return child.returncode, (out + err).decode()


def count(text, mark):
    """How many entries bear the mark; a new task has it as title and, in small letters, as id."""
    return len(re.findall(rf"\b{mark}\b", text))


def pairs(site, rng, number, tally, faults):
    for n in range(number):
        if n % 20 == 0:
            site.reset()
        marks = [f"Cap{n}a", f"Cap{n}b"]
        two = [site.update("bao-cao-hang-quy", marks[0]) if n % 2 else site.command(rng, marks[0]),
               site.command(rng, marks[1])]
        for mark, (code, said) in zip(marks, [finish(child) for child in two]):
            tally["pairs: commands"] += 1
            tally["pairs: refused"] += code != 0
            if code not in (0, 3) or count(site.text(), mark) != (code == 0):
                faults.append(f"{mark}: exit {code}, {count(site.text(), mark)} times in the file: {said[-400:]}")
        if not site.sound():
            faults.append(f"pair {n}: the site has errors")


def save(site, mark, in_place):
    """What an editor does that has just read the file: one comment more."""
    text = site.text() + f"# {mark}\n"
    if in_place:
        site.file.write_text(text)
        return
    new = site.file.with_name("new~")
    new.write_text(text)
    os.replace(new, site.file)


def saves(site, rng, number, usual, tally, faults):
    for n in range(number):
        if n % 20 == 0:
            site.reset()
        mark, saved, in_place = f"Lenh{n}", f"Luu{n}", n % 2 == 1
        child = site.update("thu-tuc-len-mang", mark)
        time.sleep(usual * rng.uniform(0, 2))
        save(site, saved, in_place)
        code, said = finish(child)
        text = site.text()
        tally["saves"] += 1
        tally["saves: the command was refused"] += code != 0
        # Who writes in place has an empty file for a moment, and a site with an empty file is at fault.
        if code not in ((0, 1, 3) if in_place else (0, 3)) or count(text, saved) != 1:
            faults.append(f"{saved}: exit {code}: {said[-400:]}, saved: {saved in text}")
        if code and count(text, mark):
            faults.append(f"{mark}: refused, and in the file")
        # Written after the editor had read and before it saved, a few microseconds: its own affair.
        tally["saves: over what was written since they read"] += not code and not count(text, mark)
        if not site.sound():
            faults.append(f"save {n}: the site has errors")


def kills(site, rng, number, usual, tally, faults):
    for n in range(number):
        if n % 20 == 0:
            site.reset()
        before, mark = site.text(), f"Giet{n}"
        child = site.command(rng, mark)
        time.sleep(usual * rng.uniform(0.5, 1.5))
        child.send_signal(signal.SIGKILL)
        code, _ = finish(child)
        after = site.text()
        tally["kills"] += code == -signal.SIGKILL
        tally["kills: written before"] += after != before
        tally["kills: temporary file left"] += bool(site.left())
        lines = collections.Counter(before.splitlines())
        if after != before and (count(after, mark) != 1 or lines - collections.Counter(after.splitlines())):
            faults.append(f"{mark}: neither old nor new")
        if n % 10 == 9:
            code, said = finish(site.update("bao-cao-hang-quy", f"Sau{n}"))
            if code or site.left() or not site.sound():
                faults.append(f"after kill {n}: exit {code}, left {site.left()}: {said[-400:]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--pairs", type=int, default=200)
    parser.add_argument("--saves", type=int, default=100)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    args = parser.parse_args()
    rng = random.Random(args.seed)
    base = pathlib.Path(tempfile.mkdtemp(prefix="soak-"))
    faults, tally, began = [], collections.Counter(), time.monotonic()
    try:
        site = Site(str(pathlib.Path(args.program).resolve()), base)
        finish(site.update("thu-tuc-len-mang", "Dau"))
        start = time.monotonic()
        finish(site.update("thu-tuc-len-mang", "Thu"))
        usual = time.monotonic() - start
        pairs(site, rng, args.pairs, tally, faults)
        saves(site, rng, args.saves, usual, tally, faults)
        kills(site, rng, args.kills, usual, tally, faults)
    finally:
        shutil.rmtree(base)
    print(json.dumps({"seed": args.seed, **tally, "usual command, seconds": round(usual, 3),
                      "seconds": round(time.monotonic() - began), "faults": faults}, indent=1, ensure_ascii=False))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
