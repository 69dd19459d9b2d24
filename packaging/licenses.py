"""Licences of the crates of an SBOM, with their texts as the crates bring them: python3 packaging/licenses.py SBOM.cdx.json

What may be used at all is decided in deny.toml; this only gathers. A crate without a text of its own gets none.
"""

import json
import subprocess
import sys
from pathlib import Path

metadata = json.loads(subprocess.check_output(["cargo", "metadata", "--locked", "--format-version", "1"]))
folders = {(p["name"], p["version"]): Path(p["manifest_path"]).parent for p in metadata["packages"]}
crates, texts = [], {}
for part in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["components"]:
    name = f"{part['name']} {part['version']}"
    crates.append(f"{name}: {part['licenses'][0]['expression']}")
    for file in folders[part["name"], part["version"]].iterdir():
        if file.is_file() and file.name.upper().startswith(("LICEN", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE")):
            text = file.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n").strip()
            texts.setdefault(text, set()).add(name)

print("Parts of others in the programs of Tiendo\n")
print("Rust's standard library: MIT OR Apache-2.0. The Linux programs hold musl (MIT), the Windows program the runtime of")
print(f"MinGW-w64 (public domain, ZPL-2.1). The {len(crates)} crates of all targets:\n")
print(*sorted(crates), sep="\n")
for text, names in sorted(texts.items(), key=lambda item: (sorted(item[1]), item[0])):
    print("\n" + "-" * 100 + "\n" + ", ".join(sorted(names)) + "\n\n" + text)
