#!/usr/bin/env bash
# Makes archives, packages, lists and checksums of compiled programs: bash packaging/packages.sh PROGRAMS OUT
#   PROGRAMS: what programs.sh made; machines that are not there are passed over.
# The same bytes each time: order, owner and times of files are fixed (SOURCE_DATE_EPOCH, else the commit's time).
set -euo pipefail
programs=$(realpath "${1:?usage: packages.sh PROGRAMS OUT}")
out=$(realpath -m "${2:?usage: packages.sh PROGRAMS OUT}")
cd "$(dirname "$0")/.."
# shellcheck source=packaging/tools.sh
. packaging/tools.sh
debian zip zip
crate cargo-deb@3.8.0
crate cargo-generate-rpm@0.21.1
crate cargo-cyclonedx@0.5.9
export SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}" TZ=UTC LC_ALL=C.UTF-8
umask 022
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
mkdir -p "$out"

# The files that Cargo.toml names for the packages; cargo-deb and cargo-generate-rpm know no other root than this one.
stage=packaging/stage
share=$stage/share doc=$stage/share/doc/tiendo
rm -rf "$stage"
mkdir -p "$share/man/man1" "$doc" "$stage/completions"
tiendo=$programs/$(uname -m)-linux/tiendo
"$tiendo" man "$share/man/man1"
gzip -9n "$share"/man/man1/*
for shell in bash zsh fish elvish powershell; do "$tiendo" completions $shell >"$stage/completions/tiendo.$shell"; done
install -Dm644 "$stage/completions/tiendo.bash" "$share/bash-completion/completions/tiendo"
install -Dm644 "$stage/completions/tiendo.fish" "$share/fish/vendor_completions.d/tiendo.fish"
install -Dm644 -t "$doc/completions" "$stage"/completions/tiendo.{elvish,powershell}
install -m644 -t "$doc" deploy/{nginx.conf,apache.conf,web.config,tiendo.cron,rsync.sh} LICENSE-MIT LICENSE-APACHE CHANGELOG.md
printf 'tiendo (%s) stable; urgency=medium\n\n  * See CHANGELOG.md.\n\n -- %s  %s\n' "$version" \
  "$(sed -n 's/^maintainer = "\(.*\)"/\1/p' Cargo.toml)" "$(date -Rd "@$SOURCE_DATE_EPOCH")" | gzip -9n >"$doc/changelog.gz"
"$tiendo" init "$doc/example" --no-build --lang vi >/dev/null
rm "$doc/example/.gitignore"
CARGO_TARGET_DIR=$tools bash docs/build.sh "$doc/html"

# Of the crates of all targets; the folder's name is taken out.
cargo cyclonedx --quiet --format json --spec-version 1.5 --target all --no-build-deps --override-filename sbom
sed -e "s|path+file://$PWD#|pkg:cargo/|g; s|?download_url=file://\.||" sbom.json >"$out/tiendo-$version.cdx.json"
rm sbom.json
python3 packaging/licenses.py "$out/tiendo-$version.cdx.json" >"$out/LICENSES-THIRD-PARTY.txt"
install -m644 "$out/LICENSES-THIRD-PARTY.txt" "$doc/"

find "$stage" -exec touch -hd "@$SOURCE_DATE_EPOCH" {} +

# archive MACHINE FILE…: OUT/tiendo-VERSION-MACHINE.tar.gz or, for Windows, .zip
archive() {
  local name=tiendo-$version-$1 work
  work=$(mktemp -d)
  mkdir "$work/$name"
  cp -R "${@:2}" "$out/LICENSES-THIRD-PARTY.txt" LICENSE* "$work/$name/"
  find "$work" -exec touch -hd "@$SOURCE_DATE_EPOCH" {} +
  rm -f "$out/$name".{tar.gz,zip}
  (
    cd "$work"
    case $name in
      *windows) find "$name" -type f | sort | zip -qX9 "$out/$name.zip" -@ ;;
      *) tar --sort=name --format=gnu --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX -c "$name" | gzip -9n >"$out/$name.tar.gz" ;;
    esac
  )
  rm -r "$work"
}

for machine in x86_64 aarch64; do
  [ -e "$programs/$machine-linux/tiendo" ] || continue
  archive "$machine-linux" "$programs/$machine-linux/tiendo" packaging/Containerfile deploy "$share/man" "$stage/completions"
  install -D "$programs/$machine-linux/tiendo" "$stage/bin/tiendo"
  touch -d "@$SOURCE_DATE_EPOCH" "$stage/bin/tiendo"
  cargo deb --quiet --no-build --no-strip --target "$machine-unknown-linux-musl" --output "$out/"
  cargo generate-rpm --target "$machine-unknown-linux-musl" --auto-req disabled --output "$out/"
done
if [ -e "$programs/x86_64-windows/tiendo.exe" ]; then
  archive x86_64-windows "$programs/x86_64-windows/tiendo.exe" deploy/web.config "$stage/completions/tiendo.powershell"
fi
rm -r "$stage"
(cd "$out" && rm -f SHA256SUMS && sha256sum -- * >SHA256SUMS && cat SHA256SUMS && ls -l)
