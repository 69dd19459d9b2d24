#!/usr/bin/env bash
# The tools of the other scripts, which read this file. What is missing is installed by name: Debian packages by
# apt-get, the rest into $tools, a folder of its own.
export PYTHONDONTWRITEBYTECODE=1
tools=${TIENDO_TOOLS:-${CARGO_TARGET_DIR:-$PWD/target}/tools}
mkdir -p "$tools"
export PATH="$tools/bin:$tools/venv/bin:$PATH"

# debian COMMAND PACKAGE…: unless the command is there
debian() {
  PATH="$PATH:/usr/sbin:/sbin" command -v "$1" >/dev/null && return
  echo "installing the Debian packages ${*:2}"
  apt-get update -qq && apt-get install -y -qq --no-install-recommends "${@:2}" >/dev/null
}

# python PACKAGE==VERSION…: into a virtual environment
python() {
  [ -x "$tools/venv/bin/pip" ] || python3 -m venv "$tools/venv"
  "$tools/venv/bin/pip" show --quiet "${@%%==*}" 2>/dev/null && return
  echo "installing the Python packages $*"
  "$tools/venv/bin/pip" install --quiet --disable-pip-version-check "$@"
}

# crate COMMAND@VERSION [FLAG…]: compiled with little optimization, which is quicker than what more would save
crate() {
  [ -x "$tools/bin/${1%@*}" ] && return
  echo "installing the crate $1"
  CARGO_TARGET_DIR="$tools/target" CARGO_PROFILE_DEV_DEBUG=0 CARGO_PROFILE_DEV_OPT_LEVEL=1 \
    cargo install --quiet --locked --profile dev --root "$tools" "$@"
}
