#!/bin/bash
# The stand-in that packaging/try-debian.sh tells of.
set -euo pipefail

# fetch START STOP: the site through a web server that listens in a network of its own
fetch() {
  local page
  page=$(mktemp)
  unshare --net bash -euc "ip link set lo up; $1; sleep 1
    curl --fail --silent --show-error --header 'Host: vidu.example' --output $page http://127.0.0.1/cchc/tien-do/; $2"
  cmp "$page" /srv/www/tien-do/index.html
}

case "$*" in
  'start tiendo')
    set -a
    while IFS='=' read -r name value; do [[ $name != [A-Z]* ]] || declare "$name=$value"; done </etc/default/tiendo
    exec runuser -u tiendo -- sh -c "$(sed -n 's/^ExecStart=//p' /usr/lib/systemd/system/tiendo.service)"
    ;;
  'start nginx' | 'reload nginx') fetch nginx 'nginx -s quit' ;;
  'start apache2' | 'reload apache2') fetch 'apachectl start' 'apachectl stop' ;;
  'enable --now '*) exec /usr/bin/systemctl enable "$3" ;;
  *) exec /usr/bin/systemctl "$@" ;;
esac
