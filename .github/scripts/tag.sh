#!/usr/bin/env bash
# Whether the tag is the version: GITHUB_REF_NAME=v0.1.0 bash .github/scripts/tag.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
if [ "$GITHUB_REF_NAME" != "v$version" ]; then
  echo "::error file=Cargo.toml::the tag is $GITHUB_REF_NAME, the version $version"
  exit 1
fi
grep -q "^## \[$version\]" CHANGELOG.md || {
  echo "::error file=CHANGELOG.md::nothing is said of version $version"
  exit 1
}
