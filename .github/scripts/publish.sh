#!/usr/bin/env bash
# Puts the files of a folder into the release of a tag, with what CHANGELOG.md says of it: bash .github/scripts/publish.sh FOLDER
# Uses gh, which GitHub's machines have, with GH_TOKEN and GITHUB_REF_NAME as GitHub sets them.
set -euo pipefail
folder=$(realpath "${1:?usage: publish.sh FOLDER}")
cd "$(dirname "$0")/../.."
bash .github/scripts/tag.sh
(cd "$folder" && sha256sum --check --strict --quiet SHA256SUMS)
sed -n "/^## \[${GITHUB_REF_NAME#v}\]/,/^## \[/{/^## \[/d;p}" CHANGELOG.md |
  gh release create "$GITHUB_REF_NAME" --verify-tag --title "Tiendo ${GITHUB_REF_NAME#v}" --notes-file - "$folder"/*
