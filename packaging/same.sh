#!/usr/bin/env bash
# Two builds in two folders give the same bytes: bash packaging/same.sh [MACHINE…]
# Of the last commit; two clones, two target folders, one set of tools. Takes twice the time of build.sh.
set -euo pipefail
source=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export TIENDO_TOOLS=${TIENDO_TOOLS:-${CARGO_TARGET_DIR:-$source/target}/tools}
for folder in one a/longer/path/two; do
  git clone --quiet "$source" "$work/$folder/source"
  CARGO_TARGET_DIR=$work/$folder/target bash "$work/$folder/source/packaging/build.sh" "$work/$folder/out" "$@"
done
diff -r "$work/one/out" "$work/a/longer/path/two/out"
echo 'the same bytes'
