#!/usr/bin/env bash
# Tries the Windows program under Wine as an official would use it, and the `bat` blocks of the two guides to installing.
#
#   bash packaging/try-windows.sh TIENDO.EXE [TIENDO]
#
# With the program of this system as the second argument, the same site built by both must have the
# same bytes, workbooks apart.
# Needs (Debian): apt-get install wine64 curl gcc-mingw-w64-x86-64. Everything lies in a temporary folder, Wine's own files too.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
export WINEPREFIX=$work/wine WINEDEBUG=-all
server=
finish() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    # Ends what runs in this prefix, and nothing else.
    wineserver -k 2>/dev/null || /usr/lib/wine/wineserver -k 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT

mkdir "$work/bin" "$work/desk"
cp "$1" "$work/bin/tiendo.exe"
# A Wine before version 9 lacks the one function of this library, which Rust's hash tables ask for their keys.
if ! ls /usr/lib/*/wine/x86_64-windows/bcryptprimitives.dll /opt/wine*/lib*/wine/x86_64-windows/bcryptprimitives.dll >/dev/null 2>&1; then
    cat >"$work/random.c" <<'C'
#include <windows.h>
#include <ntsecapi.h>
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE to, SIZE_T length) { return RtlGenRandom(to, length); }
C
    x86_64-w64-mingw32-gcc -shared -o "$work/bin/bcryptprimitives.dll" "$work/random.c" -ladvapi32
fi
own=${2:+$(realpath "$2")}
cd "$work/desk"
export WINEPATH
WINEPATH=$(wine winepath -w "$work/bin" 2>/dev/null | tr -d '\r')

fail() { echo "FAILED: $*" >&2; exit 1; }
# Runs the program; what it says is shown, and kept in `said`.
tiendo() {
    echo "> tiendo $*"
    said=$(wine "$work/bin/tiendo.exe" "$@" 2>&1) || { echo "$said" >&2; fail "exit code of: tiendo $*"; }
    said=${said//$'\r'/}
    echo "$said" | head -6
}
refused() {
    echo "> tiendo $*"
    if said=$(wine "$work/bin/tiendo.exe" "$@" 2>&1); then fail "was not refused: tiendo $*"; fi
    echo "$said" | head -3
}
says() { case $said in *"$1"*) ;; *) fail "did not say: $1" ;; esac; }

date=2026-11-27
tiendo --version
tiendo init s
tiendo check --site s
says "0 lỗi"
tiendo build --site s --as-of $date
tiendo build --site s --as-of $date
says "Không có gì thay đổi"
[ ! -e s/.tiendo-lock ] || fail "the lock of an edit stays"

# Content with Windows' line ends, and a path with its separators.
task='s/content/tasks/2025-01-15-phien-hop-thu-nhat.yaml'
sed -i 's/$/\r/' s/content/*.yaml s/content/*/*.yaml s/content/*/*.md
tiendo check --site '.\s'
says "0 lỗi"
tiendo update thu-tuc-len-mang --site '.\s' --agency so-minh-hoa --date 2025-07-01 --progress in-progress --note "Đã làm."
grep -q $'Đã làm.\r$' "$task" || fail "what was written has other line ends than the file"
! grep -qv $'\r$' "$task" || fail "a line of the file has lost its end"
tiendo new task --site s --document 2025-01-15-phien-hop-thu-nhat --title "Việc mới" --lead so-vi-du --clause 3 --due 2026
sed -i 's/lead: \[van-phong-thi-du\]/lead: [van-phong-thi-duu]/' "$task"
refused check --site '.\s'
says 'content/tasks/2025-01-15-phien-hop-thu-nhat.yaml:'
sed -i 's/lead: \[van-phong-thi-duu\]/lead: [van-phong-thi-du]/' "$task"

# A notice from Word; what it guesses waits as a draft.
cp "$root/tests/guides/thong-bao.docx" 'thông báo.docx'
tiendo import --site s --accept 'thông báo.docx'
tiendo check --site s
tiendo report --site s --as-of $date
tiendo explain unknown-agency
tiendo schema tasks
tiendo build --site s --as-of $date
tiendo verify --site s
tiendo archive s/output s.zip
tiendo archive s/output s.html
refused build --site s --keep 3
refused rollback --site s

# Names that differ in case only are one file there.
mkdir v v/output
echo cu > v/output/INDEX.html
cp -r s/content v/
refused build --site v --adopt --as-of $date
says INDEX.html

# The longest path that a site can have lies far beyond 260 characters here.
deep=$(printf 'thu-muc-dai-%.0s' {1..8})
mkdir -p "$deep/$deep"
tiendo build --site s --output "$deep/$deep/$deep" --as-of $date --no-sync
tiendo verify --output "$deep/$deep/$deep"

# The preview answers on loopback until it is stopped.
wine "$work/bin/tiendo.exe" serve --site s --port 8931 >"$work/serve.log" 2>&1 &
server=$!
for _ in $(seq 100); do
    curl -fs http://127.0.0.1:8931/ >"$work/page.html" && break
    sleep 0.2
done
grep -q '<h1' "$work/page.html" || fail "the preview shows no page: $(cat "$work/serve.log")"
kill "$server"
wait "$server" 2>/dev/null || true
server=
echo "> tiendo serve: a page came over 127.0.0.1"

if [ -n "$own" ]; then
    "$own" build --site s --output s-own --as-of $date
    # A workbook is a ZIP, and a ZIP says on which system it was made; a manifest has the hashes of them all.
    diff -r -x '*.xlsx' -x du-lieu.zip -x manifest.json s/output s-own || fail "the two programs do not make the same bytes"
    echo "the same site, to the byte but for workbooks, as $own makes"
fi

# What the guides tell people to type, each guide in a folder of its own.
for guide in docs/vi/cai-dat.md docs/installing.md; do
    mkdir -p "$work/guide"
    cd "$work/guide"
    awk '/^```bat/ {on = 1; next} /^```/ {on = 0} on {print $0 "\nif errorlevel 1 exit /b 1"}' "$root/$guide" | sed 's/$/\r/' >run.bat
    [ -s run.bat ] || fail "$guide has no bat block"
    wine cmd /c run.bat || fail "a command of $guide"
    cd "$work"
    rm -rf "$work/guide"
done
echo "all well"
