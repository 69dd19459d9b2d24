"""What mdBook does not do for the two books of docs/: `gather` collects their sources, `finish` completes their pages.

gather DIR   the pages of each SUMMARY.md with the files that they show; links lead where these are in the books
finish DIR   the other language a click away, Vietnamese words around Vietnamese pages, a search that knows the letters
             of Vietnamese and needs no diacritics, a start page; then every link is followed
"""

import html.parser
import json
import os
import re
import shutil
import sys
import unicodedata
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = {"en": "docs", "vi": "docs/vi"}
# English page: Vietnamese page.
TWINS = {
    "index": "index", "officials": "nhap-lieu", "importing": "nhap-van-ban", "diagnostics": "loi",
    "installing": "cai-dat", "numbers": "doc-so-lieu", "promises": "cam-ket",
}
# Files that come along where a page links to them. Other files of the repository are in no book: their links go.
CARRIED = ("deploy/", "docs/screenshots/", "LICENSE")
NO_LINK = "no-link:"

# What mdBook itself says, and the Vietnamese for it.
WORDS = {
    "Keyboard shortcuts": "Phím tắt",
    "Press <kbd>←</kbd> or <kbd>→</kbd> to navigate between chapters": "<kbd>←</kbd>, <kbd>→</kbd>: trang trước, trang sau",
    "Press <kbd>S</kbd> or <kbd>/</kbd> to search in the book": "<kbd>S</kbd>, <kbd>/</kbd>: tìm kiếm",
    "Press <kbd>?</kbd> to show this help": "<kbd>?</kbd>: hiện bảng này",
    "Press <kbd>Esc</kbd> to hide this help": "<kbd>Esc</kbd>: đóng bảng này",
    "Toggle Table of Contents": "Mở, đóng mục lục",
    "Table of contents": "Mục lục",
    "Change theme": "Đổi màu nền",
    '"Themes"': '"Màu nền"',
    ">Auto<": ">Theo máy<",
    ">Light<": ">Sáng<",
    ">Rust<": ">Nâu<",
    ">Coal<": ">Than<",
    ">Navy<": ">Xanh đen<",
    ">Ayu<": ">Đen<",
    "Search (`/`)": "Tìm kiếm (`/`)",
    "Toggle Searchbar": "Mở, đóng ô tìm kiếm",
    "Search this book ...": "Tìm trong hướng dẫn, không cần gõ dấu",
    "Page navigation": "Chuyển trang",
    "Previous chapter": "Trang trước",
    "Next chapter": "Trang sau",
    "Copy to clipboard": "Chép",
    "'Copied!'": "'Đã chép'",
    "'No search results for \\'' + searchterm + '\\'.'": "'Không thấy \"' + searchterm + '\".'",
    "' search result for \\'' + searchterm + '\\':'": "' mục có \"' + searchterm + '\":'",
    "' search results for \\'' + searchterm + '\\':'": "' mục có \"' + searchterm + '\":'",
}


def pages(language):
    """Path in the repository → name in the book, of the pages that SUMMARY.md lists."""
    folder = FOLDERS[language]
    summary = (ROOT / folder / "SUMMARY.md").read_text(encoding="utf-8")
    paths = [os.path.normpath(f"{folder}/{to}") for to in re.findall(r"\]\(([^)]+)\)", summary)]
    return {path: "README.md" if "README" in path else PurePosixPath(path).name for path in paths}


def gather(work):
    books = {language: pages(language) for language in FOLDERS}
    for language, own in books.items():
        src = work / language / "src"
        src.mkdir(parents=True)
        shutil.copy(ROOT / FOLDERS[language] / "book.toml", work / language)
        # In place of mdBook's own fonts, half a megabyte a book: the fonts of the machine have every letter.
        fonts = work / language / "theme/fonts/fonts.css"
        fonts.parent.mkdir(parents=True)
        fonts.write_text(":root { --mono-font: ui-monospace, monospace; }\n")

        def leads(source, to):
            """The link `to` of the page `source`, as it is in this book."""
            if re.match(r"[a-z]+:|#", to):
                return to
            file, _, anchor = to.partition("#")
            path = os.path.normpath(os.path.join(os.path.dirname(source), file))
            anchor = anchor and "#" + anchor
            if path in own:
                return own[path] + anchor
            for other, theirs in books.items():
                if path in theirs:
                    return f"../{other}/{page_name(theirs[path])}{anchor}"
            if path.startswith(CARRIED) and (ROOT / path).is_file() and not path.endswith(".md"):
                inside = path.removeprefix("docs/")
                (src / inside).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / path, src / inside)
                return inside
            return NO_LINK

        for source, name in [*own.items(), (f"{FOLDERS[language]}/SUMMARY.md", "SUMMARY.md")]:
            text = (ROOT / source).read_text(encoding="utf-8")
            (src / name).write_text(relinked(text, lambda to: leads(source, to)), encoding="utf-8")


def page_name(name):
    return "index.html" if name == "README.md" else name.removesuffix(".md") + ".html"


def relinked(text, leads):
    """The Markdown with every link outside code led anew."""
    link = re.compile(r"(`+)[^`].*?\1|\]\(([^)\s]+)\)")
    lines, fence = [], ""
    for line in text.splitlines():
        mark = re.match(r"\s*(`{3,})", line)
        if mark and not fence:
            fence = mark[1]
        elif mark and line.strip() == fence:
            fence = ""
        elif not fence:
            line = link.sub(lambda m: f"]({leads(m[2])})" if m[2] else m[0], line)
        lines.append(line)
    return "\n".join(lines) + "\n"


def finish(out):
    for language, book in ((language, out / language) for language in FOLDERS):
        unused = dict(WORDS)
        for file in sorted([*book.glob("*.html"), *book.glob("*.js")]):
            text = file.read_text(encoding="utf-8")
            if file.suffix == ".html":
                text = re.sub(rf'<a href="{NO_LINK}[^"]*">(.*?)</a>', r"\1", text, flags=re.S)
                text = text.replace('<div class="right-buttons">', '<div class="right-buttons">' + switch(language, file.stem))
            if language == "vi" and not file.name.startswith("searchindex"):
                for english in [english for english in WORDS if english in text]:
                    text = text.replace(english, WORDS[english])
                    unused.pop(english, None)
            if language == "vi" and file.name.startswith("searchindex"):
                text = searchable(text)
            file.write_text(text, encoding="utf-8")
        if language == "vi" and unused:
            sys.exit(f"mdBook no longer says: {list(unused)}")
    (out / "index.html").write_text(
        '<!DOCTYPE html>\n<html lang="vi">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>Tiendo</title>\n'
        '<style>:root { color-scheme: light dark; font: 1.125rem/1.5 sans-serif } '
        'body { max-width: 40rem; margin: 3rem auto; padding: 0 1rem }</style>\n<h1>Tiendo</h1>\n'
        '<p><a href="vi/index.html">Hướng dẫn bằng tiếng Việt</a></p>\n'
        '<p lang="en"><a href="en/index.html">Documentation in English</a></p>\n</html>\n', encoding="utf-8")
    check(out)


def switch(language, page):
    """The link to the same page in the other language, or to its first page."""
    if language == "en":
        return f'<a href="../vi/{TWINS.get(page, "index")}.html" lang="vi" class="icon-button">Tiếng Việt</a>'
    twin = next((en for en, vi in TWINS.items() if vi == page), "index")
    return f'<a href="../en/{twin}.html" lang="en" class="icon-button">English</a>'


def searchable(text):
    """The search index with tokens of Vietnamese: mdBook's own cut letters off ("vụ" was "v") and stem English."""
    data = re.search(r"JSON\.parse\('(.*)'\)", text, re.S)[1]
    search = json.loads(re.sub(r"\\(['\\])", r"\1", data))
    index = search["index"]
    index["pipeline"] = []
    for field, inverted in index["index"].items():
        root = inverted["root"] = {"docs": {}, "df": 0}
        for ref, doc in sorted(index["documentStore"]["docs"].items(), key=lambda entry: int(entry[0])):
            counts = {}
            for word in re.findall(r"[\w.]*\w", unicodedata.normalize("NFC", doc[field]).lower()):
                for form in {word, folded(word)}:
                    counts[form] = counts.get(form, 0) + 1
            for word, count in sorted(counts.items()):
                node = root
                for letter in word:
                    node = node.setdefault(letter, {"docs": {}, "df": 0})
                node["docs"][ref] = {"tf": count ** 0.5}
                node["df"] += 1
    return f"window.search = Object.assign(window.search, {json.dumps(search, ensure_ascii=False)});"


def folded(word):
    letters = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


class Page(html.parser.HTMLParser):
    def __init__(self, file):
        super().__init__()
        self.ids, self.links = set(), []
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name == "id":
                self.ids.add(value)
            elif name in ("href", "src") and value:
                self.links.append(unquote(value))


def check(out):
    """Every link leads to a file and an anchor of the books; every code of the diagnostics has its own in both."""
    seen = {file: Page(file) for file in out.rglob("*.html")}
    wrong = []
    for file, page in seen.items():
        for link in page.links:
            if re.match(r"(https?|mailto):", link):
                continue
            to, _, anchor = link.partition("#")
            target = Path(os.path.normpath(file.parent / to)) if to else file
            if not target.is_file() or anchor and target in seen and anchor not in seen[target].ids:
                wrong.append(f"{file.relative_to(out)}: {link}")
    codes = re.findall(r"^## (\S+)$", (ROOT / "docs/diagnostics.md").read_text(encoding="utf-8"), re.M)
    for page in (out / "en/diagnostics.html", out / "vi/loi.html"):
        wrong += [f"{page.relative_to(out)}: no #{code}" for code in codes if code not in seen[page].ids]
    if wrong:
        sys.exit("\n".join(wrong))


{"gather": gather, "finish": finish}[sys.argv[1]](Path(sys.argv[2]))
