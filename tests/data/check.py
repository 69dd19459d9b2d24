"""Reads the open data of a built site back with programs that know nothing of Tiendo, and compares.

    python3 tests/data/check.py SITE

CSV with Python's csv, JSON with json and jsonschema, sheets with openpyxl, the package with frictionless, feeds with
feedparser, calendars with icalendar, the archive with zipfile. Says what it found and exits 1 at the first difference.
"""

import csv
import datetime
import io
import json
import sys
import zipfile
from pathlib import Path

import feedparser
import frictionless
import icalendar
import jsonschema
import openpyxl

HIDDEN = "".join(map(chr, [0xAD, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF]))


def is_formula(text):
    """Whether a spreadsheet might run the text."""
    seen = text.lstrip().lstrip(HIDDEN).lstrip()
    return text[:1] in "\t\r\n" and text != "" or seen[:1] in tuple("=+-@＝＋－＠")


def read_csv(data):
    text = data.decode("utf-8")
    assert text.startswith("\ufeff"), "no byte order mark"
    bare = text[1:]
    assert bare.count("\r\n") >= 1 and bare.endswith("\r\n")
    return list(csv.DictReader(io.StringIO(bare, newline=""), strict=True))


def as_csv(value, column):
    """A value of JSON as CSV has it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        text = ("; " if "pattern" in column.get("items", {}) else "\n").join(value)
        return "'" + text if "pattern" not in column.get("items", {}) and is_formula(text) else text
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, (int, float)):
        return str(value)
    free = not ({"pattern", "enum", "format"} & column.keys())
    return "'" + value if free and is_formula(value) else value


def as_sheet(value, column):
    """A value of JSON as a sheet has it."""
    if value is None or value == "" or value == []:
        return None
    if isinstance(value, list):
        return ("; " if "pattern" in column.get("items", {}) else "\n").join(value)
    if isinstance(value, str) and len(value) == 10 and ("pattern" in column or column.get("format") == "date"):
        try:
            return datetime.datetime.fromisoformat(value)
        except ValueError:
            return value
    return value


def rows_of(sheet):
    lines = sheet.iter_rows(values_only=True)
    next(lines)
    return [list(line) for line in lines]


def check_tables(folder):
    book = openpyxl.load_workbook(folder / "du-lieu.xlsx")
    assert len(book.sheetnames) == len(set(book.sheetnames))
    tables = {}
    for path in sorted(folder.glob("*.json")):
        if path.name == "datapackage.json":
            continue
        found = json.loads(path.read_text(encoding="utf-8"))
        schema = json.loads((folder / found["$schema"]).read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(found)
        columns = schema["properties"]["rows"]["items"]["properties"]
        rows = found["rows"]
        names = schema["properties"]["rows"]["items"]["required"]
        lines = read_csv(path.with_suffix(".csv").read_bytes())
        assert len(lines) == len(rows), f"{path.name}: {len(lines)} lines, {len(rows)} rows"
        for line, row in zip(lines, rows):
            assert list(line) == names == list(row), path.name
            for name in names:
                wanted = as_csv(row[name], columns[name])
                assert line[name] == wanted, f"{path.name} {name}: {line[name]!r} is not {wanted!r}"
        sheet = book[schema["title"]]
        heads = [cell.value for cell in sheet[1]]
        assert heads == [columns[n]["title"] for n in names], f"{path.name}: {heads}"
        assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref
        got = rows_of(sheet)
        assert len(got) == len(rows), f"{path.name}: {len(got)} rows in the sheet"
        for line, row in zip(got, rows):
            for value, name in zip(line, names):
                wanted = as_sheet(row[name], columns[name])
                assert value == wanted, f"{path.name} {name}: {value!r} is not {wanted!r} in the sheet"
        for line in sheet.iter_rows():
            assert all(cell.data_type != "f" for cell in line), f"{path.name}: a formula"
        tables[path.stem] = rows
    assert len(tables) == len(book.sheetnames) == 16, sorted(tables)
    return tables


def check_sums(tables):
    tallies, duties, tasks = tables["tong-hop"], tables["dau-viec"], tables["nhiem-vu"]
    assert sum(t["total"] for t in tallies) == len(duties) == sum(t["obligations"] for t in tasks)
    labels = {d["status"] for d in duties}
    assert "in-news" not in labels
    for label in labels:
        count = sum(d["status"] == label for d in duties)
        assert sum(t[label.replace("-", "_")] for t in tallies) == count, label
    for task in tasks:
        # Known from news alone: no obligation, no status of time.
        assert (task["status"] == "in-news") == (task["obligations"] == 0), task["id"]
        own = [d for d in duties if d["task"] == task["id"]]
        assert len(own) == task["obligations"], task["id"]
        assert sum(d["status"].startswith("completed") for d in own) == task["obligations_completed"], task["id"]
    for row in tallies:
        for rate in ["completion", "punctuality"]:
            n, d, percent = (row[f"{rate}_{part}"] for part in ["numerator", "denominator", "percent"])
            assert (percent is None or d >= 20) and (percent is None or abs(percent - 100 * n / d) < 0.005 + 1e-9), row


def check_agencies(folder, tables):
    for agency in tables["co-quan"]:
        base = folder / "co-quan" / agency["id"]
        mine = [d for d in tables["dau-viec"] if d["holder"] == agency["id"]]
        lines = read_csv(base.with_suffix(".csv").read_bytes())
        assert len(lines) == len(mine) == agency["obligations"], agency["id"]
        key = lambda d: (d["task"], d["period"] or "", d["assigned_to"])
        assert sorted(map(key, lines)) == sorted(map(key, mine)), agency["id"]
    # Opening every workbook takes long; the fullest one shows the shape.
    most = max(tables["co-quan"], key=lambda a: a["obligations"])
    book = openpyxl.load_workbook((folder / "co-quan" / most["id"]).with_suffix(".xlsx"))
    assert len(book.sheetnames) == 5
    assert len(rows_of(book.worksheets[0])) == most["obligations"]


def check_package(folder):
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])[:5]


def check_archive(folder):
    with zipfile.ZipFile(folder / "du-lieu.zip") as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            assert archive.read(name) == (folder.parent / name).read_bytes(), name
        return len(archive.namelist())


def check_feeds(folder):
    feeds = sorted(folder.rglob("*atom.xml"))
    for path in feeds:
        feed = feedparser.parse(path.read_bytes())
        assert not feed.bozo, f"{path}: {feed.get('bozo_exception')}"
        assert feed.version == "atom10" and feed.feed.id and feed.feed.title and feed.feed.updated_parsed, path
        ids = [entry.id for entry in feed.entries]
        assert len(ids) == len(set(ids)) <= 50, f"{path}: an id stands twice"
        assert all(e.id.startswith(("tag:", "urn:uuid:")) and e.title and e.link for e in feed.entries), path
        days = [entry.updated_parsed for entry in feed.entries]
        assert days == sorted(days, reverse=True), f"{path}: not newest first"
    return len(feeds)


def check_calendars(folder):
    calendars = sorted(folder.rglob("*.ics"))
    for path in calendars:
        data = path.read_bytes()
        assert all(len(line) <= 75 for line in data.split(b"\r\n")), f"{path}: a long line"
        calendar = icalendar.Calendar.from_ical(data)
        assert not calendar.errors, f"{path}: {calendar.errors}"
        uids = []
        for event in calendar.walk("VEVENT"):
            assert not event.errors, f"{path}: {event.errors}"
            start = event.decoded("DTSTART")
            assert type(start) is datetime.date, f"{path}: {start} is no day"
            assert event["STATUS"] in ("CONFIRMED", "CANCELLED") and "SEQUENCE" not in event
            assert event.decoded("DTSTAMP").time() == datetime.time(0), path
            uids.append(str(event["UID"]))
        assert len(uids) == len(set(uids)), f"{path}: a UID stands twice"
    return len(calendars)


def main():
    folder = Path(sys.argv[1]) / "du-lieu"
    tables = check_tables(folder)
    check_sums(tables)
    check_agencies(folder, tables)
    check_package(folder)
    members = check_archive(folder)
    catalog = json.loads((folder / "dcat.jsonld").read_text(encoding="utf-8"))
    assert catalog["dcat:dataset"][0]["dcat:distribution"]
    feeds, calendars = check_feeds(folder), check_calendars(folder)
    rows = sum(map(len, tables.values()))
    print(f"{len(tables)} tables with {rows} rows, {members} members of the archive, {feeds} feeds, {calendars} calendars")


if __name__ == "__main__":
    main()
