#!/usr/bin/env bash
# The docs as web pages, in both languages: bash docs/build.sh [OUT], else into target/docs.
# OUT gets index.html, en/ and vi/, which need no server. Needs python3; where mdBook of this version is missing, it is
# installed by name into the target folder (cargo install, some minutes once).
set -euo pipefail
cd "$(dirname "$0")/.."
version=0.5.4
target=${CARGO_TARGET_DIR:-target}
out=${1:-$target/docs}

mdbook=$(command -v mdbook || true)
if [ "$("${mdbook:-true}" --version)" != "mdbook v$version" ]; then
  mdbook=$target/docs-tools/bin/mdbook
  if [ ! -x "$mdbook" ]; then
    echo "installing the crate mdbook $version into $target/docs-tools"
    cargo install --quiet --locked --debug --version "$version" --no-default-features --features search \
      --root "$target/docs-tools" --target-dir "$target/docs-tools/build" mdbook
    rm -rf "$target/docs-tools/build"
  fi
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 docs/book.py gather "$work"
for language in en vi; do
  MDBOOK_LOG=warn "$mdbook" build "$work/$language" --dest-dir "$work/html/$language"
done
python3 docs/book.py finish "$work/html"
mkdir -p "$out"
rm -rf "$out/en" "$out/vi" "$out/index.html"
cp -r "$work/html/." "$out"
echo "$out: $(find "$out/en" "$out/vi" -name '*.html' | wc -l) pages, $(du -sk "$out" | cut -f 1) KB"
