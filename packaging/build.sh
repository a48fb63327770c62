#!/bin/sh
# Makes the installer of the machine it runs on, in target/installer: a .deb or an .rpm and a portable archive on Linux, a .dmg on macOS, each with
# its SHA-256 sum. On Windows, packaging/build.ps1 does the same.
#
#   packaging/build.sh            the installers this machine can make
#   packaging/build.sh --image    only the program with its runtime, in target/image
#
# Needed: a JDK 25 with jlink and jpackage. For a .deb also fakeroot, dpkg and binutils; for an .rpm also rpm-build.
set -eu
unset CDPATH
root=$(cd "$(dirname "$0")/.." && pwd -P)
cd "$root"

only_image=false
case ${1:-} in
  '') ;;
  --image) only_image=true ;;
  *) echo "usage: packaging/build.sh [--image]" >&2; exit 2 ;;
esac

say() { echo "packaging: $*"; }
fail() { echo "packaging: $*" >&2; exit 1; }

# A JDK of this version or newer: JAVA_HOME first, then where systems put them.
needed=25
find_jdk() {
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/*jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk /usr/local/opt/openjdk; do
    [ -n "$home" ] && [ -x "$home/bin/jpackage" ] && [ -x "$home/bin/jlink" ] && [ -r "$home/release" ] || continue
    major=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9][0-9]*\).*/\1/p' "$home/release")
    [ "${major:-0}" -ge "$needed" ] && { echo "$home"; return 0; }
  done
  return 1
}
jdk=$(find_jdk) || fail "a JDK $needed or newer with jlink and jpackage is needed and none was found: install one (for example from https://adoptium.net) or set JAVA_HOME to it."

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

target=$root/target
work=$target/packaging
installers=$target/installer
rm -rf "$work" "$installers" "$target/image"
mkdir -p "$work/lib" "$work/modules" "$installers"

say "building the program"
./mvnw -q package -DskipTests -Dstartcache.skip=true
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
cp packaging/licences.md LICENSE "$work/lib/"

say "taking out what other systems need"
"$jdk/bin/java" packaging/OwnSystem.java "$system" "$machine" "$work/lib"

say "linking the runtime"
modules=$(tr '\n' ',' < packaging/modules.txt)
"$jdk/bin/jlink" --module-path "$work/modules" --add-modules "${modules%,}" --strip-debug --no-header-files --no-man-pages \
  --compress zip-6 --output "$work/runtime"

say "putting the program together"
# macOS wants a version that begins with a number above 0.
app_version=$version
[ "$system" = macos ] && app_version=$(echo "$version" | sed 's/^0\./1./')
icon=packaging/icons/acquaint-512.png
if [ "$system" = macos ]; then
  "$jdk/bin/java" packaging/Icons.java packaging/icons "$work"
  icon=$work/acquaint.icns
fi
"$jdk/bin/jpackage" --type app-image --name acquaint --app-version "$app_version" --vendor Acquaint \
  --description "Customer support that remembers every customer" --copyright "Apache License 2.0" --icon "$icon" \
  --runtime-image "$work/runtime" --input "$work/lib" --main-jar "acquaint-$version.jar" --main-class acquaint.Main \
  --java-options "--enable-native-access=ALL-UNNAMED,javafx.graphics" --java-options "-XX:+UseSerialGC" --java-options "-Xmx1g" \
  --java-options "-XX:AOTCache=\$APPDIR/acquaint.aot" --java-options "-Xlog:aot*=off" --java-options "-Xlog:cds*=off" \
  --dest "$target/image"

if [ "$system" = macos ]; then
  app=$target/image/acquaint.app/Contents/app
  java=$target/image/acquaint.app/Contents/runtime/Contents/Home/bin/java
else
  app=$target/image/acquaint/lib/app
  java=$target/image/acquaint/lib/runtime/bin/java
  # jpackage's launcher asks dpkg twice at every start; this script asks nobody.
  cp packaging/linux/acquaint "$target/image/acquaint/bin/acquaint"
  chmod 755 "$target/image/acquaint/bin/acquaint"
fi

say "letting the program walk through a ticket once, so that it starts quickly (JEP 514)"
rm -rf "$work/training"
(cd "$app" && "$java" -XX:AOTCacheOutput=acquaint.aot --enable-native-access=ALL-UNNAMED,javafx.graphics -XX:+UseSerialGC -Xmx1g '-Xlog:aot*=off' '-Xlog:cds*=off' \
  -Dglass.platform=Headless -Dprism.order=sw -cp "$app/*" acquaint.Main --data "$work/training" --demo > "$work/training.log" 2>&1) \
  || { cat "$work/training.log" >&2; fail "the walk through a ticket failed."; }
[ -f "$app/acquaint.aot" ] || fail "no start cache was made; see $work/training.log."

$only_image && { say "made $target/image"; exit 0; }

if [ "$system" = macos ]; then
  "$jdk/bin/jpackage" --type dmg --name Acquaint --app-version "$app_version" --app-image "$target/image/acquaint.app" --dest "$installers"
else
  say "packing"
  tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 0)}" \
    -C "$target/image" -czf "$installers/acquaint-$version-linux-$machine.tar.gz" acquaint
  common="--name acquaint --app-version $version --app-image $target/image/acquaint --dest $installers --install-dir /opt --resource-dir $work/resources"
  mkdir -p "$work/resources"
  cp packaging/linux/resources/* "$work/resources/"
  made=false
  if command -v dpkg-deb > /dev/null && command -v fakeroot > /dev/null; then
    # shellcheck disable=SC2086
    "$jdk/bin/jpackage" --type deb $common --linux-package-name acquaint --linux-deb-maintainer support@acquaint.example --linux-app-category utils \
      --linux-menu-group "Office" --linux-shortcut --license-file LICENSE --linux-package-deps "libgtk-3-0, libxtst6, libxxf86vm1, libgl1" \
      --vendor Acquaint --description "Customer support that remembers every customer"
    made=true
  fi
  if command -v rpmbuild > /dev/null; then
    # shellcheck disable=SC2086
    "$jdk/bin/jpackage" --type rpm $common --linux-package-name acquaint --linux-rpm-license-type "Apache-2.0" --linux-menu-group "Office" --linux-shortcut \
      --linux-package-deps "gtk3, libXtst, libXxf86vm, libglvnd-glx" --vendor Acquaint --description "Customer support that remembers every customer"
    made=true
  fi
  $made || say "neither dpkg-deb with fakeroot nor rpmbuild is here: only the portable archive was made."
fi
(cd "$installers" && for file in *; do
  if command -v sha256sum > /dev/null; then sha256sum "$file"; else shasum -a 256 "$file"; fi
done > SHA256SUMS)
say "made in $installers:"
ls -l "$installers"
