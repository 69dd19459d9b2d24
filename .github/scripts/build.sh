#!/usr/bin/env bash
# The artifacts of the release of a tag: bash .github/scripts/build.sh OUT
# GITHUB_REF_NAME is as GitHub sets it; TIENDO_DOCS the address of the documents, if they have one.
set -euo pipefail
out=$(realpath -m "${1:?usage: build.sh OUT}")
cd "$(dirname "$0")/../.."
# In a container the work tree belongs to another user, which git minds.
export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0=$PWD
bash .github/scripts/tag.sh
# Not set is not the same as empty.
[ -n "${TIENDO_DOCS-}" ] || unset TIENDO_DOCS
bash packaging/build.sh "$out"
