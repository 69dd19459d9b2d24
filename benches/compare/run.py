#!/usr/bin/env python3
"""Side-by-side benchmark of report-site generators on one synthetic workload (stdlib only).

  HUGO=... ZOLA=... ELEVENTY=... OURS="ours build {site} --out {out}" OURS_PLAIN="$OURS" run.py --tasks 1000,10000 --runs 5

A tool runs only when its variable is set; each value is a command line, split as a shell splits
words. HUGO (>= 0.156, content adapters), HUGO_FILES (any Hugo, one content file a page), ZOLA and
ELEVENTY get their arguments from this script. OURS and OURS_PLAIN are templates: {site} is the folder that
holds content/, {out} the output folder. OURS_PLAIN is the same program under the theme in plain/, whose pages are equal in bytes
to the peers'. Prints one Markdown table; --json keeps every single run. "peer / it" is the fastest peer's median over that of
the row: 4 in a row of ours says four times faster than the fastest peer.

Scenarios, in turn within each round so that drift hits every tool alike:
  cold  empty output folder        same  again, nothing changed
  first again after one task got one more update, the first since the cold build
  one   the same where an earlier update was published already, as on a server that follows a site:
        an update that is not counted goes before it
  day   the same data a day later (--as-of), Tiendo alone: the peers' data are computed for one day
Beside each tool, on the same file system: `write` (the same files from memory: the floor), `over` (again,
over them), `read` (read back and compare, write nothing); for the first tool also `cp -r`.
Needs room for runs x tools x 2.5 output trees (7 KB a task each): nothing is deleted before the end.
"""
import argparse
import datetime
import hashlib
import html
import json
import math
import os
import re
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
TOOLS = ["ours", "ours-plain", "hugo", "hugo-files", "zola", "eleventy"]
SCENARIOS = ["cold", "same", "first", "one", "day"]
NOISY = 0.25  # of one processor, taken by others while a run was timed


def command(tool, line, site, out):
    argv = shlex.split(line)
    env = dict(os.environ)
    if tool.startswith("ours"):
        return [a.replace("{site}", site).replace("{out}", out) for a in argv], env, site
    if tool.startswith("hugo"):
        env["HUGO_CACHEDIR"] = site + ".cache"
        return argv + ["--source", site, "--destination", out, "--quiet"], env, site
    if tool == "zola":
        return argv + ["--root", site, "build", "--force", "--output-dir", out], env, site
    real = os.path.realpath(shutil.which(argv[-1]) or argv[-1])  # …/node_modules/@11ty/eleventy/cmd.cjs
    env["NODE_PATH"] = os.path.dirname(os.path.dirname(os.path.dirname(real)))
    # Eleventy wants paths relative to its own working directory
    return argv + ["--config=eleventy.config.cjs", "--output=" + os.path.relpath(out, site), "--quiet"], env, site


def prepare(root, n, tools, args):
    gen = [sys.executable, os.path.join(HERE, "gen.py"), "--out", root, "--tasks", str(n), "--seed", str(args.seed),
           "--emit", ",".join(["data"] + tools)]
    subprocess.run(gen, check=True)
    subprocess.run(gen + ["--change-one", "--delta", os.path.join(root, "delta")], check=True)
    css = os.path.join(HERE, "peers", "common", "style.css")
    for t in tools:
        site = os.path.join(root, t)
        if t.startswith("ours"):
            if t == "ours-plain":
                shutil.copytree(os.path.join(HERE, "plain"), site, dirs_exist_ok=True)
                # The peers publish pages alone, and fewer kinds of them.
                with open(os.path.join(site, "content", "site.yaml"), "a", encoding="utf-8") as settings:
                    settings.write("open_data: false\nleave_out: [search, lists, changes, calendar, matrices]\n")
            continue
        src = os.path.join(HERE, "peers", "hugo" if t == "hugo-files" else t)
        ignore = shutil.ignore_patterns("content") if t == "hugo-files" else None
        shutil.copytree(src, site, dirs_exist_ok=True, ignore=ignore)
        os.makedirs(os.path.join(site, "static"), exist_ok=True)
        shutil.copy(css, os.path.join(site, "static", "style.css"))
        if t == "hugo-files":  # spell things the way a Hugo before 0.156 knows them
            for p in walk(site):
                if p.startswith("layouts/") or p == "hugo.toml":
                    q = os.path.join(site, p)
                    text = open(q, encoding="utf-8").read()
                    text = text.replace("hugo.Data", "site.Data").replace("locale = ", "languageCode = ")
                    open(q, "w", encoding="utf-8").write(text)


def walk(root):
    for d, _, names in os.walk(root):
        for name in names:
            yield os.path.relpath(os.path.join(d, name), root)


def flip(root, tool, side):
    src = os.path.join(root, "delta", side, tool)
    for p in walk(src) if os.path.isdir(src) else []:
        shutil.copyfile(os.path.join(src, p), os.path.join(root, tool, p))


def busy():
    with open("/proc/stat") as f:
        v = [int(x) for x in f.readline().split()[1:9]]
    return (sum(v) - v[3] - v[4]) / os.sysconf("SC_CLK_TCK")


def settle(limit):
    """Wait for a quiet machine: under a tenth of one processor busy for a second."""
    end = time.monotonic() + limit
    while time.monotonic() < end:
        b = busy()
        time.sleep(1)
        if busy() - b < 0.1:
            return


# The child's peak memory starts at its parent's, so a bare interpreter starts it, not this process.
STARTER = """
import os, sys, time
null = os.open(os.devnull, os.O_RDWR)
t = time.monotonic()
pid = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, null, 0), (os.POSIX_SPAWN_DUP2, null, 1)])
_, status, u = os.wait4(pid, 0)
print(time.monotonic() - t, u.ru_utime, u.ru_stime, u.ru_maxrss, os.waitstatus_to_exitcode(status))
"""


def timed(argv, env, cwd, args, quiet=True):
    os.sync()
    if args.settle and quiet:
        settle(args.settle)
    b, start_ns = busy(), time.time_ns()
    p = subprocess.run([sys.executable, "-I", "-S", "-c", STARTER] + argv, env=env, cwd=cwd, capture_output=True, text=True)
    b = busy() - b
    got = p.stdout.split()
    if len(got) != 5 or got[4] != "0":
        raise SystemExit(f"{argv} failed: {p.stdout}\n{p.stderr[-3000:]}")
    wall, user, system, rss = map(float, got[:4])
    return {"wall": wall, "cpu": user + system, "sys": system, "rss": rss / 1024, "others": max(0.0, b - user - system - 0.03) / wall,
            "start_ns": start_ns}


def measure_tree(out, since):
    files = size = fresh = pages = 0
    for p in walk(out):
        st = os.stat(os.path.join(out, p))
        files += 1
        size += st.st_size
        pages += p.endswith(".html")
        fresh += st.st_mtime_ns >= since - 20_000_000
    return {"files": files, "bytes": size, "pages": pages, "rewritten": fresh}


def digest(out):
    return {p: hashlib.blake2b(open(os.path.join(out, p), "rb").read()).digest() for p in walk(out)}


def text_of(path):
    s = open(path, encoding="utf-8").read()
    s = re.sub(r"<[^>]*>", " ", s)
    return re.sub(r"\s+", " ", html.unescape(s)).strip()


def verify(root, outs):
    """Every peer made every page, and sampled pages say the same words."""
    d = json.load(open(os.path.join(root, "data.json"), encoding="utf-8"))
    t, c, a = d["tasks"], d["conclusions"], d["agencies"]
    want = ["index.html", "sitemap.xml", "atom.xml", "style.css", "tien-do/index.html", "co-quan/index.html", "cuoc-hop/index.html"]
    want += [f"tien-do/trang/{i}/index.html" for i in range(2, d["site"]["pages"] + 1)]
    want += [f"{s}/{x['id']}/index.html" for s, l in (("nhiem-vu", t), ("ket-luan", c), ("co-quan", a)) for x in l]
    sample = ["index.html", "co-quan/index.html", "cuoc-hop/index.html", want[7], want[6 + d["site"]["pages"] - 1]]
    sample += [f"nhiem-vu/{x['id']}/index.html" for x in t[:: max(1, len(t) // 25)]]
    sample += [f"ket-luan/{x['id']}/index.html" for x in c[:: max(1, len(c) // 10)]]
    sample += [f"co-quan/{x['id']}/index.html" for x in a[::20]]
    first, ok = None, True
    for tool, out in outs.items():
        missing = [p for p in want if not os.path.exists(os.path.join(out, p))]
        if missing:
            ok = False
            print(f"VERIFY {tool}: {len(missing)} of {len(want)} files missing, e.g. {missing[:3]}", file=sys.stderr)
            continue
        if first is None:
            first = (tool, {p: text_of(os.path.join(out, p)) for p in sample})
            continue
        for p in sample:
            mine = text_of(os.path.join(out, p))
            if mine != first[1][p]:
                ok = False
                i = next((i for i, (x, y) in enumerate(zip(mine, first[1][p])) if x != y), min(len(mine), len(first[1][p])))
                print(f"VERIFY {p}: {tool} {mine[i - 30:i + 40]!r} / {first[0]} {first[1][p][i - 30:i + 40]!r}", file=sys.stderr)
                break
    print(f"verify: {len(want)} files each, {len(sample)} pages compared word for word: {'same' if ok else 'NOT THE SAME'}", file=sys.stderr)
    return ok


def bench(root, n, lines, args, writer):
    runs, outs, side, count = [], {}, dict.fromkeys(lines, "0"), [0]
    man = os.path.join(root, "manifest")

    def new(name):
        # Always a name never used, and nothing is deleted before the end: ext4 will not hand out an inode freed in
        # the last minutes and looks past each of them in turn, so a cold run after an rm would pay for the rm.
        count[0] += 1
        return os.path.join(root, f"{name}-{count[0]}")

    def turn(tool, to):
        if side[tool] != to:
            side[tool] = to
            flip(root, tool, to)

    def build(tool, counted=True, days=0):
        argv, env, cwd = command(tool, lines[tool], os.path.join(root, tool), outs[tool])
        if days:
            at = argv.index("--as-of") + 1
            argv[at] = str(datetime.date.fromisoformat(argv[at]) + datetime.timedelta(days))
        return timed(argv, env, cwd, args, quiet=counted)

    def one_run(tool, sc, r):
        before = None
        other = lambda: "1" if side[tool] == "0" else "0"
        for attempt in range(args.retry + 1):  # a run beside somebody else's load is worth little: take another
            again = sc == "first" and attempt > 0
            if sc == "cold" or again:
                outs[tool] = new("out-" + tool)
                turn(tool, "0")
            if again:  # only once is an update the first
                build(tool, counted=False)
            if sc == "one" and attempt == 0:
                turn(tool, other())
                build(tool, counted=False)
            if sc in ("first", "one"):
                before = digest(outs[tool]) if r == 0 else None
                turn(tool, other())
            rec = build(tool, days=(attempt + 1) * (sc == "day"))
            if rec["others"] <= NOISY:
                break
        rec.update(measure_tree(outs[tool], rec.pop("start_ns")), n=n, tool=tool, scenario=sc, run=r)
        if before is not None:
            after = digest(outs[tool])
            rec["differ"] = sum(after.get(k) != v for k, v in before.items()) + len(after.keys() - before.keys())
        print(f"  {n} {tool} {sc} #{r}: {rec['wall']:.2f} s, cpu {rec['cpu']:.2f}, others {rec['others']:.2f}", file=sys.stderr)
        return rec

    def floor(tool, r, names):
        with open(man, "w") as f:
            f.writelines(f"{os.path.getsize(os.path.join(outs[tool], p))}\t{p}\n" for p in sorted(walk(outs[tool])))
        dst = None
        for name in names:
            for attempt in range(args.retry + 1):
                dst = dst if name in ("read", "over") else new("floor")
                argv = {"write": [writer, man, dst, "fresh", "1"], "write2": [writer, man, dst, "fresh", "2"],
                        "over": [writer, man, dst, "fresh", "1"], "read": [writer, man, dst, "same", "1"],
                        "cp -r": ["cp", "-r", outs[tool], dst]}[name]
                rec = timed(argv, dict(os.environ), root, args, quiet=False)
                if rec["others"] <= NOISY:
                    break
            rec.pop("start_ns")
            runs.append({**rec, "n": n, "tool": tool, "scenario": name, "run": r})

    for tool in lines:  # warm-up, not counted
        one_run(tool, "cold", -1)
    if not args.no_verify and not verify(root, {t: o for t, o in outs.items() if not t.startswith("ours")}):
        raise SystemExit("the peers' outputs are not the same site; see above (--no-verify to go on)")
    for r in range(args.runs):
        for k, tool in enumerate(lines):
            runs += [one_run(tool, sc, r) for sc in args.scenarios if sc != "day" or tool.startswith("ours")]
            if args.floor:
                floor(tool, r, ["write", "over", "read"] + (["write2", "cp -r"] if k == 0 else []))
    return runs


def med(xs):
    return statistics.median(xs)


def report(runs, tools, args):
    def rows(n, t, s):
        """The runs to quote: those with the machine to themselves, where there are two or more, else all."""
        rs = [r for r in runs if (r["n"], r["tool"], r["scenario"]) == (n, t, s)]
        calm = [r for r in rs if r["others"] <= NOISY]
        return (calm if len(calm) > 1 else rs), len(calm), len(rs)

    pick = lambda n, t, s, key="wall": [r[key] for r in rows(n, t, s)[0]]
    peers = [t for t in tools if not t.startswith("ours")] or tools
    span = lambda xs, k=2: " / ".join(f"{x:.{k}f}" for x in (min(xs), med(xs), max(xs)))
    out = ["| tasks | tool | scenario | wall s min / med / max | CPU s | peak MiB | pages | files | MB | rewritten | ms/page | x write "
           "| peer / it, wall | peer / it, CPU | calm runs |", "|" + " --- |" * 15]
    for n in args.tasks:
        for sc in args.scenarios:
            there = [t for t in tools if rows(n, t, sc)[0]]
            base = {t: med(pick(n, t, sc)) for t in there}
            cpu = {t: med(pick(n, t, sc, "cpu")) for t in there}
            ratio = lambda costs, t: f"{min(costs[p] for p in peers) / max(1e-3, costs[t]):.2f}" if set(peers) <= set(costs) else "-"
            for t in there:
                last = [r for r in runs if (r["n"], r["tool"], r["scenario"]) == (n, t, sc)]
                differ = next((f" ({r['differ']} differ)" for r in last if "differ" in r), "")
                last, fl, (_, calm, of) = last[-1], pick(n, t, "write"), rows(n, t, sc)
                out.append(f"| {n} | {t} | {sc} | {span(pick(n, t, sc))} | {cpu[t]:.2f} | {med(pick(n, t, sc, 'rss')):.0f} "
                           f"| {last['pages']} | {last['files']} | {last['bytes'] / 1e6:.1f} | {last['rewritten']}{differ} "
                           f"| {1000 * base[t] / max(1, last['pages']):.3f} | {f'{base[t] / med(fl):.1f}' if fl else '-'} | {ratio(base, t)} | {ratio(cpu, t)} | {calm} of {of} |")
    if args.floor:
        names = ("write", "over", "read", "write2", "cp -r")
        out += ["", "| tasks | tree of | write new: wall s min / med / max | overwrite | read and compare | write new, 2 threads | cp -r | calm runs |", "|" + " --- |" * 8]
        out += [f"| {n} | {t} | " + " | ".join(span(xs, 3) if (xs := pick(n, t, s)) else "" for s in names)
                + f" | {sum(rows(n, t, s)[1] for s in names)} of {sum(rows(n, t, s)[2] for s in names)} |" for n in args.tasks for t in tools]
    if len(args.tasks) > 1:  # cost ~ tasks ** exponent, between each two sizes
        names = [(sc, key) for sc in args.scenarios for key in ("wall", "cpu")]
        out += ["", "| from | to | tool | " + " | ".join(f"{sc}, {key}: exponent" for sc, key in names) + f" | peak MiB, {args.scenarios[0]} |", "|" + " --- |" * (4 + len(names))]
        exponent = lambda x, y, a, b: math.log(med(y) / max(1e-9, med(x))) / math.log(b / a) if x and y else math.nan
        power = lambda a, b, t, sc, key: exponent(pick(a, t, sc, key), pick(b, t, sc, key), a, b)
        peak = lambda n, t: f"{med(pick(n, t, args.scenarios[0], 'rss')):.0f}"
        out += [f"| {a} | {b} | {t} | " + " | ".join(f"{power(a, b, t, sc, key):.2f}" for sc, key in names) + f" | {peak(a, t)} to {peak(b, t)} |"
                for a, b in zip(args.tasks, args.tasks[1:]) for t in tools]
    others = [r["others"] for r in runs]
    out += ["", f"{sum(o > NOISY for o in others)} of {len(runs)} runs shared the machine with others (more than {NOISY} of a processor); "
            "a row quotes the calm runs only, where it has two or more, and all of its runs otherwise."]
    return "\n".join(out)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--tasks", type=lambda s: [int(x) for x in s.split(",")], default=[1000, 10000])
    ap.add_argument("--runs", type=int, default=5)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--scenarios", type=lambda s: s.split(","), default=SCENARIOS)
    ap.add_argument("--work", help="folder to work in (its file system is what is measured); default: a temporary one")
    ap.add_argument("--keep", action="store_true", help="keep the work folder")
    ap.add_argument("--settle", type=float, default=0, metavar="S", help="before each run wait up to S seconds for a quiet machine")
    ap.add_argument("--retry", type=int, default=0, metavar="K", help="redo a run up to K times while others use the machine")
    ap.add_argument("--no-floor", dest="floor", action="store_false", help="skip write/read/cp -r")
    ap.add_argument("--no-verify", action="store_true")
    ap.add_argument("--json", help="write every run here")
    args = ap.parse_args()
    lines = {t: os.environ[t.upper().replace("-", "_")] for t in TOOLS if os.environ.get(t.upper().replace("-", "_"))}
    if not lines:
        ap.error("set at least one of " + ", ".join(t.upper().replace("-", "_") for t in TOOLS))
    if args.work:
        os.makedirs(args.work, exist_ok=True)
    work = tempfile.mkdtemp(prefix="bench-", dir=args.work)
    runs = []
    try:
        writer = os.path.join(work, "writelimit")
        if args.floor:
            subprocess.run([os.environ.get("RUSTC", "rustc"), "-O", os.path.join(HERE, "writelimit.rs"), "-o", writer], check=True)
        for n in args.tasks:
            root = os.path.join(work, str(n))
            prepare(root, n, list(lines), args)
            runs += bench(root, n, lines, args, writer)
        print(report(runs, list(lines), args))
    finally:
        if args.json:
            with open(args.json, "w") as f:
                json.dump(runs, f, indent=1)
        if args.keep:
            print("kept", work, file=sys.stderr)
        else:
            shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
