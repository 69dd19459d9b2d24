#!/usr/bin/env bash
# The step of action.yml beside it, which sets SITE, VERSION or PROGRAM, DENY_WARNINGS, LANGUAGE_OF_MESSAGES and
# REPOSITORY; GITHUB_SERVER_URL is as GitHub sets it.
set -euo pipefail
if [ -z "${PROGRAM-}" ]; then
  name=tiendo-${VERSION:?"input version (or program) is missing"}-$(uname -m)-linux
  releases=$GITHUB_SERVER_URL/$REPOSITORY/releases/download/v$VERSION
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  curl --fail --silent --show-error --location --output-dir "$work" --remote-name-all "$releases"/{"$name.tar.gz",SHA256SUMS}
  (cd "$work" && grep -F " $name.tar.gz" SHA256SUMS | sha256sum --check --strict --quiet)
  tar -xzf "$work/$name.tar.gz" -C "$work"
  PROGRAM=$work/$name/tiendo
fi
args=(--site "$SITE" --format github)
[ "${DENY_WARNINGS-}" != true ] || args+=(--deny-warnings)
[ -z "${LANGUAGE_OF_MESSAGES-}" ] || args+=(--lang "$LANGUAGE_OF_MESSAGES")
"$PROGRAM" check "${args[@]}"
