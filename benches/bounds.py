#!/usr/bin/env python3
"""Inputs below 10 MB that were made to take long: how long does each take, and how much memory?

    cargo build --release
    python3 benches/bounds.py --program target/release/tiendo [--only WORDS]

Each case is a small site (or a sheet to import) with one part grown until it is just below 10 MB or reaches a bound of the
program. A case passes when the program ends within ten seconds and 2 GB, with a site, with "0 errors" or with diagnostics;
never by a panic or a signal. Prints a table; ends with 1 when a case fails. Nothing but the standard library is needed.
"""

import argparse
import datetime
import io
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time
import zipfile

SECONDS, MEMORY, SIZE = 10, 2 << 30, 9_900_000
CASES = []


def case(verb="check"):
    """Registers a function that gives {path: text} below a site folder."""

    def add(function):
        CASES.append((function.__name__.replace("_", "-"), verb, function))
        return function

    return add


def site():
    """A site of one agency, one meeting and one task."""
    return {
        "content/site.yaml": "title: Thử\n",
        "content/agencies/a.yaml": "agencies:\n- {id: so-a, name: Sở A, kind: body}\n",
        "content/meetings/hop.md": "---\ntitle: Họp\nheld: 2024-01-10\ndocuments:\n"
        "  - {kind: Thông báo kết luận, number: 5/TB, issued: 2024-01-15, issuer: so-a}\n---\n\n1. Việc một.\n",
        "content/tasks/t.yaml": "document: hop\ntasks:\n- {id: viec, title: Việc, lead: [so-a]}\n",
    }


def fill(unit, size=SIZE):
    """A unit again and again up to a size; `{n}` in it counts."""
    if "{n}" not in unit:
        return unit * (size // len(unit.encode()))
    out, length, n = [], 0, 0
    while length < size:
        piece = unit.replace("{n}", str(n))
        out.append(piece)
        length += len(piece.encode())
        n += 1
    return "".join(out)


# Markdown: what repeats in one file.
PATTERNS = {
    "quotes": ">", "brackets": "[", "images": "![", "links": "[](", "headings": "# x\n", "stars": "*", "under": "_",
    "ticks": "`", "ticks-apart": "` ", "bars": "|", "tables": "|a|b|\n|-|-|\n", "wide-table": "|-", "items": "- ", "nested-items": "- - ",
    "numbers": "1. ", "clauses": "{n}. a\n", "letters": "a) x\n", "less": "<", "comments": "<!-- ", "amps": "&amp;", "references": "[a]: b\n",
    "footnotes": "[^{n}]\n\n[^{n}]: x\n\n", "one-line": "a", "words": "a b ", "blanks": " ", "lines": "\n", "escapes": "\\", "autolinks": "<http://a.b/{n}> ",
    "html": "<b>", "controls": "\u202e\u200b", "marks": "a\u0323\u0302", "fences": "```\n", "rules": "---\n", "emphasis": "**a*", "links-same": "[a](#khoan-{n})\n",
}
for name, unit in PATTERNS.items():
    CASES.append((f"markdown-{name}", "check", lambda unit=unit: site() | {
        "content/pages/p.md": "---\ntitle: P\n---\n" + fill(unit)}))
for name in ("headings", "clauses", "quotes", "words"):
    CASES.append((f"conclusion-{name}", "check", lambda unit=PATTERNS[name]: site() | {
        "content/meetings/lon.md": "---\ntitle: L\nheld: 2024-01-11\n---\n" + fill(unit)}))

# YAML: what repeats in one file.
YAML = {
    "flow-open": "[", "flow-maps": "{a: ", "lists": "- ", "keys": "k{n}: 1\n", "same-key": "a: 1\n", "quotes": "'", "double": '"', "anchors": "- &a{n} x\n",
    "aliases": "- *a\n", "tabs": "\t\n", "bad-lines": "abc\n", "one-line": "a", "colons": ": ", "comments": "# x\n", "documents": "---\n", "tags": "!!a ",
    "indent": " ", "question": "? ", "block": "|\n", "percent": "%\n", "controls": "\u0007", "unknown-fields": "- {x{n}: 1}\n",
}
for name, unit in YAML.items():
    CASES.append((f"yaml-{name}", "check", lambda unit=unit: site() | {"content/agencies/x.yaml": "agencies:\n" + fill(unit)}))
    CASES.append((f"front-{name}", "check", lambda unit=unit: site() | {"content/news/x.md": "---\ntitle:\n" + fill(unit, SIZE // 3) + "\n---\n"}))


def agencies(lines, head="agencies:\n"):
    return {"content/agencies/x.yaml": head + lines}


@case()
def groups_in_a_diamond():
    ring = "".join(f"- {{id: g{n}, name: G, members: [{{group: g{n + 1}}}, {{group: h{n + 1}}}]}}\n"
                   f"- {{id: h{n}, name: H, members: [{{group: g{n + 1}}}, {{group: h{n + 1}}}]}}\n" for n in range(20000))
    return site() | agencies(ring + "- {id: g20000, name: G, members: [{agency: so-a}]}\n- {id: h20000, name: H, members: [{agency: so-a}]}\n", "groups:\n")


@case()
def groups_in_a_chain():
    many = 60000
    return site() | agencies("".join(f"- {{id: g{n}, name: G, members: [{{group: g{n + 1}}}]}}\n" for n in range(many))
                             + f"- {{id: g{many}, name: G, members: [{{agency: so-a}}]}}\n", "groups:\n")


@case()
def groups_in_a_circle():
    many = 60000
    return site() | agencies("".join(f"- {{id: g{n}, name: G, members: [{{group: g{(n + 1) % many}}}]}}\n" for n in range(many)), "groups:\n")


@case()
def groups_with_many_ways_back():
    many = 60000
    return site() | agencies("".join(f"- {{id: g{n}, name: G, members: [{{group: g{(n + 1) % many}}}, {{group: g{n // 2}}}]}}\n" for n in range(many)), "groups:\n")


@case()
def groups_all_in_all():
    many = 600
    members = ", ".join(f"{{group: g{n}}}" for n in range(many + 1, many + 600))
    return site() | agencies("".join(f"- {{id: g{n}, name: G, members: [{members}]}}\n" for n in range(many))
                             + "".join(f"- {{id: g{n}, name: G, members: [{{agency: so-a}}]}}\n" for n in range(many + 1, many + 600)), "groups:\n")


def day(n):
    return datetime.date(1900, 1, 1) + datetime.timedelta(days=n)


@case("build")
def successions_in_a_row():
    many = 60000
    return site() | agencies("".join(
        f"- {{id: n{n}, name: N{n}, kind: body, until: {day(n)}, succeeded_by: [{{agency: n{n + 1}, from: {day(n + 1)}}}]}}\n"
        for n in range(many)) + f"- {{id: n{many}, name: N, kind: body}}\n")


@case()
def successions_by_many():
    many = 2000
    heirs = ", ".join(f"{{agency: h{n}, from: 2020-01-01}}" for n in range(100))
    return site() | agencies("".join(f"- {{id: n{n}, name: N, kind: body, until: 2019-12-31, succeeded_by: [{heirs}]}}\n" for n in range(many))
                             + "".join(f"- {{id: h{n}, name: N, kind: body}}\n" for n in range(100)))


@case()
def references_one_letter_off():
    ids = [f"co-quan-so-{n:05}-cua-tinh" for n in range(20000)]
    tasks = "".join(f"- {{id: v{n}, title: V, lead: [{ids[n % 20000][:-1]}x]}}\n" for n in range(100000))
    return site() | agencies("".join(f"- {{id: {i}, name: N, kind: body}}\n" for i in ids)) | {"content/tasks/x.yaml": "document: hop\ntasks:\n" + tasks}


@case()
def one_reference_wrong_everywhere():
    return site() | {"content/tasks/x.yaml": "document: hop\ntasks:\n" + fill("- {id: v{n}, title: V, lead: [so-b]}\n")}


@case()
def references_to_clauses():
    return site() | {"content/tasks/x.yaml": "document: hop\ntasks:\n" + fill("- {id: v{n}, title: V, lead: [so-a], clause: '9.{n}'}\n")}


@case("build")
def tasks():
    return site() | {"content/tasks/x.yaml": "document: hop\ntasks:\n" + fill("- {id: v{n}, title: V, lead: [so-a]}\n", 900_000)}


@case("build")
def updates_of_one_task():
    line = "  - {date: 2024-02-01, note: x}\n"
    return site() | {"content/tasks/x.yaml": "document: hop\ntasks:\n- id: v\n  title: V\n  lead: [so-a]\n  updates:\n" + fill(line)}


@case("build")
def long_words():
    return site() | {"content/tasks/x.yaml": f"document: hop\ntasks:\n- {{id: v, title: {'w' * 4_900_000}, lead: [so-a], condition: {'x' * 4_900_000}}}\n"}


@case("build")
def long_title():
    return site() | {"content/tasks/x.yaml": f"document: hop\ntasks:\n- {{id: v, title: {'w ' * 16_384}w, lead: [so-a]}}\n"}


@case()
def parents_in_a_row():
    return site() | {"content/tasks/x.yaml": "document: hop\ntasks:\n- {id: v, title: V, lead: [so-a]}\n- {id: w0, title: V, lead: [so-a], parent: v}\n" + "".join(
        f"- {{id: w{n + 1}, title: V, lead: [so-a], parent: w{n}}}\n" for n in range(150_000))}


@case()
def aliases_of_one_task():
    return site() | {"content/tasks/x.yaml": "document: hop\ntasks:\n- id: v\n  title: V\n  lead: [so-a]\n  aliases: [" + fill("a{n}, ") + "z]\n"}


def recurring(members, duties, since="2024-01-01", every="month"):
    people = "".join(f"- {{id: m{n}, name: M{n}, kind: body}}\n" for n in range(members))
    group = "groups:\n- id: g\n  name: G\n  members: [" + ", ".join(f"{{agency: m{n}}}" for n in range(members)) + "]\n"
    tasks = "".join(f"- {{id: d{n}, title: D{n}, lead: [g], due: {{every: {every}, from: {since}}}}}\n" for n in range(duties))
    return site() | {"content/agencies/x.yaml": "agencies:\n" + people + group, "content/tasks/x.yaml": "document: hop\ntasks:\n" + tasks}


for m, d, since, verb in [(100, 1, "1900-01-01", "build"), (1000, 5, "2024-01-01", "check"), (5000, 5, "2024-01-01", "check"),
                          (5000, 500, "2024-01-01", "check"), (50_000, 1, "2024-01-01", "check"), (34, 20, "2015-01-01", "build")]:
    CASES.append((f"recurring-{m}-members-{d}-duties-from-{since[:4]}", verb, lambda m=m, d=d, since=since: recurring(m, d, since)))


@case("build")
def duties_of_a_large_group():
    members = 5000
    files = recurring(members, 0)
    return files | {"content/tasks/x.yaml": "document: hop\ntasks:\n" + "".join(f"- {{id: d{n}, title: D, lead: [g], due: 2024-06-30}}\n" for n in range(50))}


@case()
def many_files():
    return site() | {f"content/pages/p{n}.md": f"---\ntitle: P{n}\n---\nx\n" for n in range(20_000)}


@case()
def settings_of_many_topics():
    return site() | {"content/site.yaml": "title: T\ntopics:\n" + fill("  - {id: t{n}, name: T}\n")}


@case("import")
def sheet_of_text():
    return {"x.csv": fill("y" * 200 + ",z\n")}


@case("import")
def sheet_of_line_ends():
    return {"x.csv": fill('"\n\n\n\n",z\n')}


@case("import")
def sheet_of_delimiters():
    return {"x.csv": fill(",;\t")}


@case("import")
def sheet_of_open_quotes():
    return {"x.csv": '"' + fill('a,b\n')}


HEAD = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'


def book(sheets=1, sheet="", shared="", styles="", names=None):
    """A workbook written by hand, so that it can claim what no program would write."""
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    listed = "".join(f'<sheet name="S{n}" sheetId="{n + 1}" r:id="r1"/>' for n in range(sheets))
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="{rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {main} xmlns:r="{rel}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{rel}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{rel}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="{rel}/styles" Target="styles.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": HEAD + sheet + "</sheetData></worksheet>",
        "xl/sharedStrings.xml": shared or f"<sst {main}/>",
        "xl/styles.xml": styles or f"<styleSheet {main}/>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in parts.items():
            archive.writestr(path, text)
    return {"x.xlsx": out.getvalue()}


@case("import")
def workbook_of_one_sheet_named_often():
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="str"><v>{"x" * 50}</v></c></row>' for n in range(1, 40_000))
    return book(sheets=3000, sheet=rows)


@case("import")
def workbook_that_claims_many_strings():
    return book(shared='<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="4294967295" uniqueCount="4294967295"><si><t>a</t></si></sst>')


@case("import")
def workbook_that_claims_many_styles():
    return book(styles='<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="4294967295"/></styleSheet>')


@case("import")
def workbook_of_a_bomb():
    return book(sheet="<row>" + "<c><v>1</v></c>" * 18_000_000 + "</row>")


@case("import")
def workbook_deeply_nested():
    return book(sheet="<row>" * 5_000_000)


@case("import")
def workbook_of_far_cells():
    return book(sheet="".join(f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(1, 49_000)))


def run(program, verb, files, folder):
    for path, content in files.items():
        full = folder / path
        full.parent.mkdir(parents=True, exist_ok=True)
        full.write_bytes(content.encode() if isinstance(content, str) else content)
    size = sum(len(c.encode() if isinstance(c, str) else c) for c in files.values())
    if verb == "import":
        (paper,) = files
        for path, text in site().items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text)
        command = ["import-updates", folder / paper, "--dry-run"]
    elif verb == "build":
        command = ["build", "--output", folder / "www", "--no-sync", "--as-of", "2026-11-20"]
    else:
        command = ["check", "--as-of", "2026-11-20"]
    out = open(folder / "out", "w+b")
    began = time.monotonic()
    child = subprocess.Popen([program, *command, "--site", folder, "--lang", "en"], stdout=out, stderr=subprocess.STDOUT,
                             preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (12 << 30, 12 << 30)))
    timer_end = began + 6 * SECONDS
    status = None
    while status is None and time.monotonic() < timer_end:
        pid, code, usage = os.wait4(child.pid, os.WNOHANG)
        if pid:
            status = code
            break
        time.sleep(0.01)
    if status is None:
        child.kill()
        _, status, usage = os.wait4(child.pid, 0)
    seconds, memory = time.monotonic() - began, usage.ru_maxrss * 1024
    code = os.waitstatus_to_exitcode(status)
    out.seek(0)
    words = out.read(2_000_000).decode("utf-8", "replace")
    said = next((line for line in words.splitlines() if line.startswith(("error", "warning", "Checked", "x."))), words[:80])
    good = seconds <= SECONDS and memory <= MEMORY and code in (0, 1)
    return good, size, seconds, memory, code, (folder / "out").stat().st_size, said


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--program", required=True)
    args.add_argument("--only", default="")
    args = args.parse_args()
    program = pathlib.Path(args.program).resolve()
    tried = failed = 0
    for name, verb, files in CASES:
        if args.only not in name:
            continue
        with tempfile.TemporaryDirectory() as folder:
            good, size, seconds, memory, code, printed, said = run(program, verb, files(), pathlib.Path(folder))
        tried, failed = tried + 1, failed + (not good)
        print(f"{'ok  ' if good else 'FAIL'} {name:45} {verb:6} {size / 1e6:6.2f} MB {seconds:6.2f} s {memory / 1e6:6.0f} MB  exit {code}  "
              f"printed {printed / 1e6:.2f} MB  {said[:90]}", flush=True)
    print(f"{failed} of {tried} failed" if failed else f"all {tried} within {SECONDS} s and {MEMORY >> 30} GB")
    sys.exit(failed > 0)


main()
