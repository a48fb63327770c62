#!/bin/sh
# Tries the .deb on a Debian machine that may be thrown away (a container, a CI job): try-deb.sh PACKAGE.deb [FOLDER FOR PICTURES]
#
# As root: makes an older package of it, installs that, starts the program for a user with an empty home on a virtual screen, has it do the main job on the demo desk
# (a message arrives, a draft is written, edited, sent, the ticket closed), hands it a mail and a link, upgrades, looks whether the desk is as it was, removes it and
# looks whether anything is left. Says what it does; ends with 1 at the first thing that is not as it should be.
# Installs by itself what it needs for that: xvfb, x11-utils, xdotool, imagemagick, desktop-file-utils.
set -eu

if [ $# -lt 1 ] || [ ! -f "$1" ]; then echo "usage: try-deb.sh PACKAGE.deb [FOLDER]" >&2; exit 2; fi
[ "$(id -u)" = 0 ] || { echo "try-deb.sh: needs root, on a machine that may be thrown away" >&2; exit 2; }
package=$(readlink -f "$1")
pictures=${2:-$(pwd)/try-deb}
mkdir -p "$pictures"
pictures=$(readlink -f "$pictures")
person=acquaint-try
screen=:77
work=$(mktemp -d)
chmod 755 "$work"

say() { echo "try-deb: $*"; }
fail() { echo "try-deb: FAILED: $*" >&2; [ ! -f "$work/walk.log" ] || cat "$work/walk.log" >&2; exit 1; }
cleaned() {
  [ -z "${screen_process:-}" ] || kill "$screen_process" 2> /dev/null || true
  rm -rf "$work"
}
trap cleaned EXIT

as() { su "$person" -s /bin/sh -c "cd; export DISPLAY=$screen LANG=C.UTF-8; $*"; }
picture() { import -display "$screen" -window root "$pictures/$1.png" && say "picture $pictures/$1.png"; }
# Seconds since a point in time of `now`, to a tenth.
now() { date +%s.%N; }
since() { echo "$1 $(now)" | awk '{ printf "%.1f", $2 - $1 }'; }
# Waits for a condition, in tenths of a second.
await() {
  what=$1; limit=$2; shift 2
  tries=0
  until "$@" > /dev/null 2>&1; do
    tries=$((tries + 1))
    [ "$tries" -lt $((limit * 10)) ] || fail "waited $limit s for $what"
    sleep 0.1
  done
}

export DEBIAN_FRONTEND=noninteractive
say "installing what the trial itself needs"
apt-get install -y -qq --no-install-recommends xvfb x11-utils xdotool imagemagick desktop-file-utils > "$work/apt.log" 2>&1 || { cat "$work/apt.log"; fail "apt"; }
! dpkg -s acquaint > /dev/null 2>&1 || fail "acquaint is installed already"
[ ! -e /opt/acquaint ] || fail "/opt/acquaint is there already"
userdel -rf "$person" 2> /dev/null || true
useradd --create-home "$person"
home=$(getent passwd "$person" | cut -d: -f6)

version=$(dpkg-deb -f "$package" Version)
say "making version 0.0.1 of the package of version $version"
dpkg-deb -R "$package" "$work/older"
sed -i 's/^Version: .*/Version: 0.0.1/' "$work/older/DEBIAN/control"
dpkg-deb --root-owner-group -Zgzip -z1 --build "$work/older" "$work/older.deb" > /dev/null
rm -rf "$work/older"

say "installing version 0.0.1 with apt"
begun=$(now)
apt-get install -y -qq "$work/older.deb" > "$work/apt.log" 2>&1 || { cat "$work/apt.log"; fail "apt install"; }
say "the installation took $(since "$begun") s"
[ "$(dpkg-query -W -f '${Version}' acquaint)" = 0.0.1 ] || fail "the version is not 0.0.1"
desktop-file-validate /usr/share/applications/acquaint.desktop || fail "the desktop entry"
update-desktop-database -q
grep -q '^message/rfc822=.*acquaint.desktop' /usr/share/applications/mimeinfo.cache || fail "mails are not associated"
grep -q '^x-scheme-handler/mailto=.*acquaint.desktop' /usr/share/applications/mimeinfo.cache || fail "mailto: is not associated"
[ -n "$(as acquaint --version | head -n 1)" ] || fail "acquaint --version says nothing"
as "JDK_JAVA_OPTIONS='-XX:AOTMode=on' acquaint --version" > "$work/aot.log" 2>&1 || { cat "$work/aot.log" >&2; fail "the start cache does not fit the installed program"; }
say "the start cache is used: $(grep -v NOTE "$work/aot.log" | head -n 1)"

Xvfb "$screen" -screen 0 1400x900x24 > "$work/xvfb.log" 2>&1 &
screen_process=$!
await "the screen" 60 xdpyinfo -display "$screen"

say "the main job on the demo desk, in the real window, for a user with an empty home"
begun=$(now)
as "JDK_JAVA_OPTIONS='-Dacquaint.walkthrough=true' exec acquaint --demo" > "$work/walk.log" 2>&1 &
walking=$!
await "the first window" 180 env DISPLAY="$screen" xdotool search --onlyvisible --name Acquaint
say "the first start, with the demo desk being made, took $(since "$begun") s to the window"
await "a usable window" 180 grep -q "A message of" "$work/walk.log"
say "and $(since "$begun") s until work in it began"
await "the draft" 180 grep -q "Took the draft over" "$work/walk.log"
say "and $(since "$begun") s to the first draft in the reply"
picture 1-draft
await "the reply to be held" 180 grep -q "The reply is held" "$work/walk.log"
picture 2-reply-held
wait "$walking" || fail "the main job"
grep -q "is closed, and what happened is remembered" "$work/walk.log" || fail "the main job was not done"
sed 's/^/try-deb:   /' "$work/walk.log"
tickets() { as "acquaint --demo tickets --view all --json" 2> "$work/tickets.err"; }
tickets > "$work/before.json" || { cat "$work/tickets.err" >&2; fail "the desk cannot be read"; }
grep -q "Second tent pole broken" "$work/before.json" || fail "the ticket is not on the desk"

say "the window again, and what the desktop hands over to it"
as "exec acquaint --demo" > "$work/window.log" 2>&1 &
window_process=$!
export DISPLAY="$screen"
await "the window" 180 xdotool search --onlyvisible --name Acquaint
window=$(xdotool search --onlyvisible --name Acquaint | head -n 1)
class=$(sed -n 's/^StartupWMClass=//p' /usr/share/applications/acquaint.desktop)
xprop -id "$window" WM_CLASS | grep -q "\"$class\"" || fail "the window's class is $(xprop -id "$window" WM_CLASS), not $class"
say "the window's class is the desktop entry's: $class"
sleep 3
picture 3-queue
printf 'From: Zoe New <zoe.new@example.org>\nSubject: Lamp flickers\nMessage-ID: <try@example.org>\n\nThe lamp of order 4711 flickers \360\237\222\241.\n' > "$home/lamp.eml"
chown "$person" "$home/lamp.eml"
as "acquaint --demo lamp.eml" || fail "the mail was not taken"
sleep 3
picture 4-mail
as "acquaint --demo 'mailto:zoe.new@example.org?body=We%20send%20a%20new%20one.'" || fail "the link was not taken"
sleep 2
picture 5-link
tickets > "$work/with-mail.json"
grep -q "Lamp flickers" "$work/with-mail.json" || fail "the mail is not on the desk"
xdotool windowclose "$window" 2> /dev/null || true
kill "$(sed -n 's/.*"pid":\([0-9]*\).*/\1/p' "$home/.local/share/acquaint/demo/instance.json")"
wait "$window_process" || true

say "upgrading to version $version"
apt-get install -y -qq "$package" > "$work/apt.log" 2>&1 || { cat "$work/apt.log"; fail "apt upgrade"; }
[ "$(dpkg-query -W -f '${Version}' acquaint)" = "$version" ] || fail "the version is not $version"
tickets > "$work/after.json" || fail "the desk cannot be read after the upgrade"
cmp -s "$work/with-mail.json" "$work/after.json" || fail "the desk is not what it was before the upgrade"
say "the desk is as it was: $(grep -c '"subject"' "$work/after.json" || true) lines of tickets"
as "JDK_JAVA_OPTIONS='-XX:AOTMode=on' acquaint --version" > "$work/aot.log" 2>&1 || { cat "$work/aot.log" >&2; fail "the start cache does not fit after the upgrade"; }

say "removing"
dpkg -L acquaint | while read -r path; do [ -d "$path" ] && [ ! -L "$path" ] || echo "$path"; done > "$work/files"
apt-get purge -y -qq acquaint > "$work/apt.log" 2>&1 || { cat "$work/apt.log"; fail "apt purge"; }
while read -r path; do if [ -e "$path" ] || [ -L "$path" ]; then fail "$path is left"; fi; done < "$work/files"
[ ! -e /opt/acquaint ] || fail "/opt/acquaint is left: $(find /opt/acquaint | head -n 5)"
left=$(find /usr /opt /etc -xdev -iname '*acquaint*' 2> /dev/null | grep -v '/dpkg/' || true)
[ -z "$left" ] || fail "left behind: $left"
[ -s "$home/.local/share/acquaint/demo/desk.db" ] || fail "the user's desk is gone"
say "nothing is left of the program, and the user's desk is where it was"
userdel -rf "$person" 2> /dev/null || true
say "all as it should be"
