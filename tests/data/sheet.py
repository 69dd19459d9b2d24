"""Fills the form of an agency's workbook as its staff would, and imports it with the program.

usage: python sheet.py TIENDO
The workbook of a starter site's agency is filled with openpyxl; where LibreOffice is installed it is also opened, filled
and saved there. The diff of the import must have the updates that were filled in, and no other line.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl

FILLED = {
    "thu-tuc-len-mang": {
        "Ngày báo cáo": "25/06/2025",
        "Kết quả báo cáo": "Hoàn thành",
        "Tỷ lệ hoàn thành (0–100)": 100,
        "Lý do chậm": "Chờ phần mềm",
        "Kiến nghị": "Cấp phần mềm",
        "Nội dung báo cáo": "=1+1 không phải công thức: đã xong",
        "Tên sản phẩm, minh chứng": "Quyết định công bố",
        "Số, ký hiệu": "12/QĐ-SVD",
        "Địa chỉ trên mạng": "https://vidu.example/12",
    },
    "bao-cao-hang-quy": {"Kết quả báo cáo": "hoàn thành"},
}
WANTED = """\
+      - date: 2025-06-25
+        agency: so-vi-du
+        progress: completed
+        percent: 100
+        reason: Chờ phần mềm
+        proposal: Cấp phần mềm
+        note: "=1+1 không phải công thức: đã xong"
+        evidence:
+          - title: Quyết định công bố
+            number: 12/QĐ-SVD
+            url: https://vidu.example/12
+      - date: 2025-07-01
+        progress: completed
+        period: 2025-Q2""".splitlines()

UNO = r"""
import sys, time, uno
from com.sun.star.beans import PropertyValue
source, target, port = sys.argv[1:4]
local = uno.getComponentContext()
resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
for _ in range(120):
    try:
        context = resolver.resolve(f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext")
        break
    except Exception:
        time.sleep(0.5)
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
hidden = PropertyValue("Hidden", 0, True, 0)
book = desktop.loadComponentFromURL(uno.systemPathToFileUrl(source), "_blank", 0, (hidden,))
sheet = book.Sheets.getByName("Mẫu báo cáo")
cursor = sheet.createCursor(); cursor.gotoEndOfUsedArea(False)
heads = [sheet.getCellByPosition(n, 0).String for n in range(cursor.RangeAddress.EndColumn + 1)]
filled = eval(sys.argv[4])
done = set()
for row in range(1, cursor.RangeAddress.EndRow + 1):
    task = sheet.getCellByPosition(0, row).String
    if task in done or task not in filled:
        continue
    done.add(task)
    for head, value in filled[task].items():
        cell = sheet.getCellByPosition(heads.index(head), row)
        if isinstance(value, int):
            cell.Value = value
        elif value[2:3] == "/" and value[5:6] == "/":
            # A real day in the format of its column: 25/06/2025.
            cell.Value = 45833
        else:
            cell.String = value
kind = "Text - txt - csv (StarCalc)" if target.endswith(".csv") else "Calc MS Excel 2007 XML"
book.CurrentController and book.CurrentController.setActiveSheet(sheet)
options = [PropertyValue("FilterName", 0, kind, 0)]
if target.endswith(".csv"):
    # Semicolons, quotes, UTF-8, as shown; the last number is the sheet.
    options.append(PropertyValue("FilterOptions", 0, "59,34,76,1,,0,false,true,true,false,false,5", 0))
book.storeToURL(uno.systemPathToFileUrl(target), tuple(options))
book.close(True)
import os
os._exit(0)
"""


def run(*args, **more):
    done = subprocess.run(args, capture_output=True, text=True, **more)
    assert done.returncode == 0, f"{args[0]}: {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout


def with_openpyxl(source, target):
    book = openpyxl.load_workbook(source)
    sheet = book["Mẫu báo cáo"]
    heads = [cell.value for cell in sheet[1]]
    done = set()
    for row in range(2, sheet.max_row + 1):
        task = sheet.cell(row, 1).value
        if task in FILLED and task not in done:
            done.add(task)
            for head, value in FILLED[task].items():
                cell = sheet.cell(row, heads.index(head) + 1)
                cell.value = value
                cell.data_type = "n" if isinstance(value, int) else "s"
    assert done == set(FILLED), done
    book.save(target)


def with_libreoffice(source, target, work):
    port = "8127" if target.suffix == ".xlsx" else "8128"
    profile = f"-env:UserInstallation=file://{work}/profile{port}"
    accept = f"--accept=socket,host=127.0.0.1,port={port};urp;"
    office = subprocess.Popen(
        ["soffice", "--headless", "--norestore", "--nologo", profile, accept],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )
    try:
        run("/usr/bin/python3", "-c", UNO, str(source), str(target), port, repr(FILLED), timeout=120)
    finally:
        os.killpg(office.pid, 15)
        office.wait()


def check(tiendo, site, sheet, env):
    found = run(tiendo, "import-updates", str(sheet), "--site", str(site), "--agency", "so-vi-du", "--dry-run", env=env)
    changed = [line for line in found.splitlines() if line[:1] in "+-" and line[:4] not in ("+++ ", "--- ")]
    assert changed == WANTED, f"{sheet.name}:\n{found}"


def main():
    tiendo = str(Path(sys.argv[1]).resolve())
    env = {**os.environ, "SOURCE_DATE_EPOCH": "1751328000", "TZ": "UTC"}
    with tempfile.TemporaryDirectory() as work:
        site, out = Path(work) / "site", Path(work) / "out"
        run(tiendo, "init", str(site), env=env)
        run(tiendo, "build", "--site", str(site), "--output", str(out), env=env)
        source = out / "du-lieu" / "co-quan" / "so-vi-du.xlsx"
        check_with = ["openpyxl"]
        filled = Path(work) / "openpyxl.xlsx"
        with_openpyxl(source, filled)
        check(tiendo, site, filled, env)
        if shutil.which("soffice") and subprocess.run(["/usr/bin/python3", "-c", "import uno"], capture_output=True).returncode == 0:
            for kind in ["xlsx", "csv"]:
                filled = Path(work) / f"libreoffice.{kind}"
                with_libreoffice(source, filled, work)
                # A single sheet of several gets its own name into the file's.
                filled = filled if filled.exists() else next(Path(work).glob(f"libreoffice*.{kind}"))
                check(tiendo, site, filled, env)
                check_with.append(f"LibreOffice ({kind})")
        else:
            check_with.append("no LibreOffice here")
        print("forms filled and imported: " + ", ".join(check_with))


if __name__ == "__main__":
    main()
