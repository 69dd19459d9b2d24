#!/usr/bin/env bash
# Compiles the program for each kind of machine: bash packaging/programs.sh OUT [MACHINE…]
#   MACHINE: x86_64-linux, aarch64-linux (static, with musl), x86_64-windows; without any, all three.
# Gives OUT/MACHINE/tiendo (tiendo.exe). The same bytes in any folder, by the same compiler. Needs Rust and python3.
set -euo pipefail
out=$(realpath -m "${1:?usage: programs.sh OUT [MACHINE…]}")
shift
[ $# -gt 0 ] || set -- x86_64-linux aarch64-linux x86_64-windows
cd "$(dirname "$0")/.."
# shellcheck source=packaging/tools.sh
. packaging/tools.sh
# Zig brings musl and a C compiler for each target.
python ziglang==0.17.1 cargo-zigbuild==0.24.1

# Names of this machine's folders must not be in the program.
RUSTFLAGS="--remap-path-prefix=$PWD=/tiendo --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo"
library=()
targets=(x86_64-unknown-linux-musl aarch64-unknown-linux-musl x86_64-pc-windows-gnu)
if ! rustup target add "${targets[@]}" 2>/dev/null; then
  # Without rustup: Debian's compiler, which makes the standard library from its source.
  debian /usr/bin/rustc rustc-web cargo-web
  [ -d /usr/lib/rustlib/src/rust/library ] || debian - rust-web-src
  export PATH="$tools/bin:$tools/venv/bin:/usr/bin:$PATH" RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1
  RUSTFLAGS+=' -C link-self-contained=no'
  library=(-Zbuild-std="std,panic_unwind")
fi
export RUSTFLAGS
target=${CARGO_TARGET_DIR:-target}

for machine; do
  case $machine in
    x86_64-linux) triple=${targets[0]} file=tiendo build=(cargo-zigbuild zigbuild) ;;
    aarch64-linux) triple=${targets[1]} file=tiendo build=(cargo-zigbuild zigbuild) ;;
    x86_64-windows)
      debian x86_64-w64-mingw32-gcc gcc-mingw-w64-x86-64
      triple=${targets[2]} file=tiendo.exe build=(cargo build)
      ;;
    *) echo "no such machine: $machine" >&2 && exit 2 ;;
  esac
  "${build[@]}" --quiet --locked --profile dist --bin tiendo --target "$triple" "${library[@]}"
  install -D "$target/$triple/dist/$file" "$out/$machine/$file"
  ls -l "$out/$machine/$file"
done
