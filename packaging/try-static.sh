#!/usr/bin/env bash
# Runs the static program in a root folder that holds nothing else: no library, no /dev, no /proc, no user, no HOME.
#   bash packaging/try-static.sh PROGRAM [EMULATOR]     EMULATOR: of Debian's qemu-user-static, for another processor
# Needs root, for chroot.
set -euo pipefail
program=${1:?usage: try-static.sh PROGRAM [EMULATOR]}
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
chmod 755 "$root"
install "$program" "$root/tiendo"
run=(env -i /usr/sbin/chroot --userspec=65534:65534 "$root")
if [ $# -gt 1 ]; then
  install "$2" "$root/emulator"
  run+=(/emulator)
fi
install -d -o 65534 -g 65534 "$root/sites"
"${run[@]}" /tiendo --version
"${run[@]}" /tiendo init /sites/s
"${run[@]}" /tiendo build --site /sites/s --output /sites/out
"${run[@]}" /tiendo verify --site /sites/s --output /sites/out
test -s "$root/sites/out/index.html"
echo "built in a root with: $(find "$root" -mindepth 1 -maxdepth 1 -printf '%f ')"
