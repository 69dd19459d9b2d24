#!/usr/bin/env bash
# The artifacts of the release of a tag: bash .github/scripts/build.sh OUT
# GITHUB_REF_NAME, GITHUB_SERVER_URL and GITHUB_REPOSITORY are as GitHub sets them.
set -euo pipefail
out=$(realpath -m "${1:?usage: build.sh OUT}")
cd "$(dirname "$0")/../.."
# In a container the work tree belongs to another user.
[ -z "${CI-}" ] || git config --global --add safe.directory "$PWD"
bash .github/scripts/tag.sh
# Where `explain` finds the documents when they are not installed beside the program.
export TIENDO_DOCS="$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/blob/$GITHUB_REF_NAME/docs/"
bash packaging/build.sh "$out"
