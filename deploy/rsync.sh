#!/bin/sh
# Brings a built site to another folder or host; only changed files travel.   rsync.sh OUTPUT TARGET
#   rsync.sh /srv/www/tien-do            web@portal.vidu.example:/srv/www/tien-do
# Order matters to readers: what pages refer to comes first, then pages, and what is gone goes last.
# Files at the target that the site does not have are deleted, but for .well-known and what begins with .ht; add a
# further --filter='P NAME' for each file of others.
set -eu
from=${1:?usage: rsync.sh OUTPUT TARGET}
to=${2:?usage: rsync.sh OUTPUT TARGET}
# Nothing is sent that is not whole.
tiendo verify --output "$from" --quiet
# -t and no --checksum: a file that did not change has kept its time of change, so a glance is enough.
# -O: the times of folders do not matter; --delay-updates: each file is put in place by a rename, all at the end.
set -- -rltO --chmod=D755,F644 --itemize-changes
rsync "$@" --delay-updates "$from/assets" "$to/"
rsync "$@" --delay-updates --delete-delay \
  --filter='P /.well-known/***' --filter='P /.ht*' --filter='P /web.config' "$from/" "$to/"
