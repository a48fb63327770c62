#!/bin/sh
# Makes the installers of the machine it runs on, in target/installer: .deb, .rpm and a portable .tar.xz on Linux, a .dmg on macOS; with them the list of parts
# (CycloneDX) and SHA256SUMS. On Windows, packaging/build.ps1 does the same.
#
#   packaging/build.sh                  all that this machine can make
#   packaging/build.sh deb|rpm|tar...   only these
#   packaging/build.sh --image          only the program with its runtime, in target/image
#   START_CACHE=FILE packaging/build.sh ...   with the start cache of another build, which is the one file that is never made twice alike
#
# Needed: a JDK 25 with jlink (on macOS also jpackage). On Debian and Ubuntu besides: rpm for an .rpm, xz-utils for the archive; xvfb where the start cache is to know
# a window on a screen, too.
set -eu
unset CDPATH
# Whoever installs the packages must be able to read what is in them.
umask 022
case ${START_CACHE:-} in "" | /*) ;; *) START_CACHE=$PWD/$START_CACHE ;; esac
root=$(cd "$(dirname "$0")/.." && pwd -P)
cd "$root"

say() { echo "packaging: $*"; }
fail() { echo "packaging: $*" >&2; exit 1; }

only_image=false
kinds=
for argument in "$@"; do
  case $argument in
    --image) only_image=true ;;
    deb|rpm|tar) kinds="$kinds $argument" ;;
    *) echo "usage: packaging/build.sh [--image | deb | rpm | tar ...]" >&2; exit 2 ;;
  esac
done

# A JDK of this version or newer: JAVA_HOME first, then where systems put them.
needed=25
tools=jlink
[ "$(uname -s)" != Darwin ] || tools="jlink and jpackage"
find_jdk() {
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/*jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk /usr/local/opt/openjdk; do
    if [ -z "$home" ] || [ ! -x "$home/bin/jlink" ] || [ ! -r "$home/release" ]; then continue; fi
    case $tools in *jpackage) [ -x "$home/bin/jpackage" ] || continue ;; esac
    major=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9][0-9]*\).*/\1/p' "$home/release")
    [ "${major:-0}" -ge "$needed" ] && { echo "$home"; return 0; }
  done
  return 1
}
jdk=$(find_jdk) || fail "a JDK $needed or newer with $tools is needed and none was found: install one (for example from https://adoptium.net) or set JAVA_HOME to it."

case $(uname -s) in
  Linux) system=linux ;;
  Darwin) system=macos ;;
  *) fail "this script is for Linux and macOS; on Windows run packaging/build.ps1." ;;
esac
case $(uname -m) in
  x86_64|amd64) machine=x64 ;;
  aarch64|arm64) machine=aarch64 ;;
  *) fail "no sentence model runs on $(uname -m): build on x86_64 or aarch64." ;;
esac
if [ "$system" = linux ] && [ -z "$kinds" ]; then
  for tool in dpkg-deb:deb rpmbuild:rpm xz:tar; do
    if command -v "${tool%:*}" > /dev/null; then kinds="$kinds ${tool#*:}"; else say "${tool%:*} is not here, so no ${tool#*:} is made"; fi
  done
fi

# Every file gets this time, so that the same sources give the same packages.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2> /dev/null || echo 1764000000)}
export SOURCE_DATE_EPOCH

target=$root/target
work=$target/packaging
installers=$target/installer
if [ -n "${START_CACHE:-}" ]; then
  [ -f "$START_CACHE" ] || fail "there is no start cache at $START_CACHE."
  mkdir -p "$target"
  # It may be the one of the image that is about to be made anew.
  cp "$START_CACHE" "$target/start-cache.aot"
fi
rm -rf "$work" "$installers" "$target/image"
mkdir -p "$work/lib" "$work/modules" "$installers"

say "building the program and the list of its parts"
./mvnw -q package -Psbom -DskipTests -Dstartcache.skip=true
version=$(sed -n 's/^version=//p' target/classes/build.properties)
[ -n "$version" ] || fail "target/classes/build.properties names no version."

# JavaFX goes into the runtime; everything else stays on the class path. Jars without a classifier are stubs of a few hundred bytes.
for jar in target/acquaint/lib/*.jar; do
  case $(basename "$jar") in
    javafx-*-linux*.jar|javafx-*-mac*.jar) cp "$jar" "$work/modules/" ;;
    javafx-*) ;;
    *) cp "$jar" "$work/lib/" ;;
  esac
done

# What is delivered and what the list says must be the same. A part stands there as pkg:maven/group/name@version.
sed -n 's/.*"purl" : "pkg:maven\/[^\/]*\/\([^@]*\)@\([^?"]*\).*/\1-\2/p' target/sbom/acquaint.cdx.json | LC_ALL=C sort -u > "$work/listed"
for jar in "$work"/lib/*.jar "$work"/modules/*.jar; do basename "$jar" .jar | sed -e 's/^\(javafx-.*\)-linux.*/\1/' -e 's/^\(javafx-.*\)-mac.*/\1/'; done | LC_ALL=C sort -u > "$work/delivered"
cmp -s "$work/listed" "$work/delivered" || { diff "$work/listed" "$work/delivered" >&2 || true; fail "the list of parts (<) is not what is delivered (>)."; }
say "$(wc -l < "$work/delivered" | tr -d ' ') parts delivered, all of them listed"
cp target/sbom/acquaint.cdx.json packaging/licences.md LICENSE "$work/"

say "taking out what other systems need"
beside=
if [ "$system" = linux ]; then beside=$work/lib; fi
"$jdk/bin/java" packaging/OwnSystem.java "$system" "$machine" "$work/lib" $beside
if [ "$system" = linux ]; then
  mkdir "$work/natives"
  "$jdk/bin/java" packaging/OwnSystem.java "$system" "$machine" "$work/modules" "$work/natives"
fi

say "linking the runtime"
modules=$(grep -v '^#' packaging/modules.txt | tr '\n' ',')
locales=$(grep -v '^#' packaging/locales.txt | tr '\n' ',')
# Uncompressed: packages compress it as a whole, which makes them smaller and the program quicker than doing it twice.
"$jdk/bin/jlink" --module-path "$work/modules" --add-modules "${modules%,}" --include-locales "${locales%,}" --strip-debug --no-header-files --no-man-pages \
  --compress zip-0 --output "$work/runtime"
[ "$system" != linux ] || cp "$work"/natives/*.so "$work/runtime/lib/"

say "putting the program together"
own="-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:SweeperThreshold=100 -Xms96m -Xmn32m -Xmx1g --enable-native-access=ALL-UNNAMED,javafx.graphics -Xlog:aot*=off -Xlog:cds*=off"
if [ "$system" = macos ]; then
  # macOS wants a version that begins with a number above 0.
  app_version=$(echo "$version" | sed 's/^0\./1./')
  "$jdk/bin/java" packaging/Icons.java packaging/icons "$work"
  cp "$work/acquaint.cdx.json" "$work/licences.md" "$work/LICENSE" "$work/lib/"
  options=
  for flag in $own "-XX:AOTCache=\$APPDIR/acquaint.aot"; do options="$options --java-options $flag"; done
  # shellcheck disable=SC2086
  "$jdk/bin/jpackage" --type app-image --name Acquaint --app-version "$app_version" --vendor Acquaint \
    --description "Customer support that remembers every customer" --copyright "Apache License 2.0" --icon "$work/acquaint.icns" \
    --runtime-image "$work/runtime" --input "$work/lib" --main-jar "acquaint-$version.jar" --main-class acquaint.Main $options \
    --mac-package-identifier acquaint.desktop --mac-package-name Acquaint --mac-app-category business \
    --file-associations packaging/macos/mail.properties --resource-dir packaging/macos --dest "$target/image"
  app=$target/image/Acquaint.app/Contents/app
  java=$target/image/Acquaint.app/Contents/runtime/Contents/Home/bin/java
else
  app=$target/image/acquaint/lib/app
  mkdir -p "$app" "$target/image/acquaint/bin"
  cp -R "$work/runtime" "$target/image/acquaint/lib/runtime"
  cp "$work"/lib/*.jar "$work"/lib/*.so "$app/"
  cp "$work/acquaint.cdx.json" "$work/licences.md" "$work/LICENSE" "$target/image/acquaint/"
  # jpackage's launcher asks dpkg twice at every start; this script asks nobody.
  install -m 755 packaging/linux/acquaint "$target/image/acquaint/bin/acquaint"
  (cd "$app" && find . -name '*.jar' | sed 's/^\.\///' | LC_ALL=C sort) > "$app/classpath"
  # Before the start cache is made, which is only valid for files of the time that it saw.
  find "$target/image/acquaint" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
  java=$target/image/acquaint/lib/runtime/bin/java
fi

classes=
for jar in $(cd "$app" && find . -name '*.jar' | sed 's/^\.\///' | LC_ALL=C sort); do classes="$classes${classes:+:}$app/$jar"; done
if [ -n "${START_CACHE:-}" ]; then
  say "taking the start cache from $START_CACHE"
  mv "$target/start-cache.aot" "$app/acquaint.aot"
  # It fits only what is the same to the byte and of the same time.
  [ "$system" = macos ] || touch -d "@$SOURCE_DATE_EPOCH" "$app/acquaint.aot"
  # shellcheck disable=SC2086
  (cd "$app" && "$java" $own -XX:AOTCache=acquaint.aot -XX:AOTMode=on -cp "$classes" acquaint.Main --version > "$work/training.log" 2>&1) \
    || { cat "$work/training.log" >&2; fail "the start cache $START_CACHE is of another program."; }
else
  say "letting the program walk through a ticket once, so that it starts quickly (JEP 514)"
  # On a screen where one can be had, since then the cache knows that way of drawing as well; otherwise in memory.
  walk() {
    if [ "$system" = linux ]; then set -- "-Dorg.sqlite.lib.path=$app" "-Donnxruntime.native.path=$app" "$@"; fi
    if [ "$system" = linux ] && command -v xvfb-run > /dev/null; then
      xvfb-run -a -s "-screen 0 1400x900x24" "$java" -Dacquaint.walkthrough=true "$@"
    else
      "$java" -Dglass.platform=Headless -Dprism.order=sw "$@"
    fi
  }
  rm -rf "$work/training"
  # Twice: what the cache learns is how a start goes that finds its desk and its settings, as every one but the first does. Not what was called how often (JEP 515): the
  # compilers would use a start's first second, which is the window's, to compile what a whole walk calls often.
  for learning in -Dacquaint.first=true "-XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -XX:AOTCacheOutput=acquaint.aot"; do
    # shellcheck disable=SC2086
    (cd "$app" && walk $own $learning -cp "$classes" acquaint.Main --data "$work/training" --demo > "$work/training.log" 2>&1) \
      || { cat "$work/training.log" >&2; fail "the walk through a ticket failed."; }
  done
fi
[ -f "$app/acquaint.aot" ] || fail "no start cache was made; see $work/training.log."
[ "$system" = macos ] || touch -d "@$SOURCE_DATE_EPOCH" "$app/acquaint.aot" "$app"

$only_image && { say "made $target/image"; exit 0; }

say "packing"
if [ "$system" = macos ]; then
  "$jdk/bin/jpackage" --type dmg --name Acquaint --app-version "$app_version" --app-image "$target/image/Acquaint.app" --license-file LICENSE \
    --resource-dir packaging/macos --dest "$installers"
else
  for kind in $kinds; do
    packaging/linux/pack.sh "$kind" "$target/image/acquaint" "$version" "$installers"
  done
fi
cp "$work/acquaint.cdx.json" "$installers/acquaint-$version.cdx.json"
(cd "$installers" && for file in acquaint* Acquaint*; do
  [ -f "$file" ] || continue
  if command -v sha256sum > /dev/null; then sha256sum "$file"; else shasum -a 256 "$file"; fi
done > SHA256SUMS)
say "made in $installers:"
ls -l "$installers"
