#!/usr/bin/env bash
# Tries the .deb as its users would, in a fresh Debian 12 without Rust: bash packaging/try-debian.sh DEB [CACHE]
#   CACHE: a folder that keeps the fresh root for the next time. SHA256SUMS lies beside DEB. Needs root.
# Then follows docs/installing.md and docs/vi/cai-dat.md: every block ```sh root, in order, each guide in a root of its own.
# Nothing runs as process 1 there, so a stand-in of systemctl does by itself what systemd would do:
#   start tiendo          runs ExecStart of the unit as its user, with its EnvironmentFile
#   start|reload SERVER   starts the web server in a network of its own, fetches the site, stops it
#   enable --now UNIT     enables it
# and hands everything else to systemctl.
set -euo pipefail
deb=$(realpath "${1:?usage: try-debian.sh DEB [CACHE]}")
source=$(cd "$(dirname "$0")/.." && pwd)
cd "$source"
# shellcheck source=packaging/tools.sh
. packaging/tools.sh
debian debootstrap debootstrap
work=$(mktemp -d)
cache=$(realpath -m "${2:-$work}")
root=$work/root
trap 'umount -q "$root/proc" 2>/dev/null || true; rm -rf "$work"' EXIT
mkdir -p "$cache"

inside() { env -i HOME=/root PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"; }

fresh() {
  umount -q "$root/proc" 2>/dev/null || true
  rm -rf "$root"
  if [ ! -e "$cache/root.tar" ]; then
    echo 'making a root of Debian 12 with systemd and curl'
    debootstrap --variant=minbase --include=systemd,curl,iproute2 bookworm "$root" >"$work/log" || { tail "$work/log"; exit 1; }
    tar -C "$root" -cf "$cache/root.tar.new" . && mv "$cache/root.tar.new" "$cache/root.tar"
  else
    mkdir "$root" && tar -C "$root" -xf "$cache/root.tar"
  fi
  # No service of a package starts here.
  printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
  cp packaging/systemctl.sh "$root/usr/local/bin/systemctl"
  chmod 755 "$root/usr/sbin/policy-rc.d" "$root/usr/local/bin/systemctl"
  mount -t proc proc "$root/proc"
  inside apt-get update -qq
  cp "$deb" "$(dirname "$deb")/SHA256SUMS" "$root/root/"
}

step() { printf '\n== %s\n' "$*"; }

step 'package, site, units'
fresh
inside sh -c '! command -v cargo rustc'
inside sh -c 'cd && apt-get install -y -qq ./tiendo_*.deb'
inside useradd -m can-bo
inside runuser -u can-bo -- sh -euc 'cd && tiendo init s && cd s && tiendo build && test -s output/index.html'
inside sh -euc 'cd /usr/share; test -s man/man1/tiendo.1.gz; tiendo check --site doc/tiendo/example; id tiendo'
said=$(inside systemd-analyze verify --man=no /usr/lib/systemd/system/tiendo.service /usr/lib/systemd/system/tiendo.timer 2>&1) || true
[ -z "$said" ] || { echo "$said"; exit 1; }
inside apt-get remove -y -qq tiendo
inside sh -euc 'test -s /home/can-bo/s/output/index.html; ! command -v tiendo; test -e /etc/default/tiendo'
inside apt-get purge -y -qq tiendo
inside sh -euc 'test -s /home/can-bo/s/output/index.html; ! test -e /etc/default/tiendo'

for guide in docs/installing.md docs/vi/cai-dat.md; do
  step "$guide"
  fresh
  # shellcheck disable=SC2016
  { echo 'set -eux; cd'; sed -n '/^```sh root$/,/^```$/{/^```/!p}' "$guide"; } >"$root/root/guide.sh"
  inside bash /root/guide.sh
  test -s "$root/srv/www/tien-do/index.html"
  inside apt-get purge -y -qq tiendo
  test -s "$root/srv/www/tien-do/index.html" -a -s "$root/srv/tien-do/content/site.yaml"
done
echo 'package and guides: as they should be'
