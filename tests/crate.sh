#!/usr/bin/env bash
# The packed crate alone: packed, unpacked elsewhere, built, and a site made with it: bash tests/crate.sh [--tests]
# It holds the program, what the program carries and its unit tests (--tests runs them); the tests of the whole program
# need the repository and are no part of it.
set -euo pipefail
cd "$(dirname "$0")/.."
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# --allow-dirty: on the way to a commit there are changes. Verifying is what follows, with the target folder that is warm.
cargo package --quiet --no-verify --allow-dirty --target-dir "$work/target"
tar -xzf "$work"/target/package/tiendo-*.crate -C "$work"
echo "$(du -h "$work"/target/package/tiendo-*.crate | cut -f 1) packed, $(find "$work"/tiendo-* -type f | wc -l) files"
cd "$work"/tiendo-*
if [ "${1-}" = --tests ]; then
  CARGO_TARGET_DIR=$target cargo test --quiet --offline --locked --lib
fi
CARGO_TARGET_DIR=$target cargo build --quiet --offline --locked
"$target/debug/tiendo" init "$work/site" --quiet
diff -r src/cli/starter/content "$work/site/content"
"$target/debug/tiendo" check --site "$work/site" --deny-warnings
"$target/debug/tiendo" build --site "$work/site" --quiet
test -s "$work/site/output/index.html"
echo "$(find "$work/site/output" -name '*.html' | wc -l) pages built with it"
