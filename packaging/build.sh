#!/usr/bin/env bash
# Makes every artifact of a release: bash packaging/build.sh [OUT [MACHINE…]]          (OUT: target/artifacts)
# Compiles for Linux and Windows, packs, lists. What it installs, the scripts say: Debian packages, Python packages and
# crates by name. What comes out, how large, how long: docs/deploy.md.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=$(realpath -m "${1:-${CARGO_TARGET_DIR:-$here/../target}/artifacts}")
bash "$here/programs.sh" "$out.programs" "${@:2}"
bash "$here/packages.sh" "$out.programs" "$out"
