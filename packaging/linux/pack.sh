#!/bin/sh
# Packs the image that packaging/build.sh made: pack.sh deb|rpm|tar IMAGE VERSION FOLDER
#
# Everything in a package belongs to it (no script runs at installing or removing), so that dpkg and rpm leave nothing behind. Times are those of SOURCE_DATE_EPOCH,
# which the image's files have already: the start cache is only valid for files of the size and the time that it was made with.
set -eu
unset CDPATH

[ $# -eq 4 ] || { echo "usage: pack.sh deb|rpm|tar IMAGE VERSION FOLDER" >&2; exit 2; }
kind=$1
image=$(cd "$2" && pwd -P)
version=$3
folder=$(mkdir -p "$4" && cd "$4" && pwd -P)
here=$(cd "$(dirname "$0")/.." && pwd -P)
: "${SOURCE_DATE_EPOCH:?says which time the files of a package have}"
export SOURCE_DATE_EPOCH
umask 022

case $(uname -m) in
  x86_64|amd64) machine=x64; debian=amd64 ;;
  *) machine=aarch64; debian=arm64 ;;
esac
summary="Customer support that remembers every customer"
home=https://acquaint.example
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The tree of a package, in "$work/root".
tree() {
  root=$work/root
  mkdir -p "$root/opt" "$root/usr/bin" "$root/usr/share/applications" "$root/usr/share/doc/acquaint"
  # Files are links to the image's: packing changes none of them.
  cp -al "$image" "$root/opt/acquaint" 2> /dev/null || { rm -rf "$root/opt/acquaint"; cp -a "$image" "$root/opt/acquaint"; }
  ln -s /opt/acquaint/bin/acquaint "$root/usr/bin/acquaint"
  install -m 644 "$here/linux/acquaint.desktop" "$root/usr/share/applications/acquaint.desktop"
  for size in 16 24 32 48 64 128 256 512; do
    install -D -m 644 "$here/icons/acquaint-$size.png" "$root/usr/share/icons/hicolor/${size}x$size/apps/acquaint.png"
  done
  install -D -m 644 "$here/icons/acquaint.svg" "$root/usr/share/icons/hicolor/scalable/apps/acquaint.svg"
  { cat "$here/licences.md"; echo; echo "---"; echo; cat "$here/../LICENSE"; } > "$root/usr/share/doc/acquaint/copyright"
  find "$root" -path "$root/opt/acquaint" -prune -o -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
  touch -d "@$SOURCE_DATE_EPOCH" "$root/opt" "$root"
}

case $kind in
  deb)
    tree
    mkdir "$work/root/DEBIAN"
    cat > "$work/root/DEBIAN/control" <<END
Package: acquaint
Version: $version
Architecture: $debian
Maintainer: Acquaint <support@acquaint.example>
Homepage: $home
Section: misc
Priority: optional
Installed-Size: $(du -sk --apparent-size "$work/root" | cut -f1)
Depends: libc6, zlib1g, libgtk-3-0t64 | libgtk-3-0, libgl1, libxtst6, libxxf86vm1, libfreetype6, libfontconfig1, libpangoft2-1.0-0
Recommends: libsecret-1-0, xdg-utils
Description: $summary
 A desktop console for support agents: a queue of tickets, the conversation, and
 beside it what every customer told before, in every ticket. It drafts the reply,
 the agent edits it and sends it.
END
    (cd "$work/root" && find opt usr -type f | LC_ALL=C sort | xargs -d '\n' md5sum > DEBIAN/md5sums)
    touch -d "@$SOURCE_DATE_EPOCH" "$work/root/DEBIAN" "$work/root/DEBIAN/control" "$work/root/DEBIAN/md5sums" "$work/root"
    dpkg-deb --root-owner-group -Zzstd -z"${PACK_LEVEL:-15}" --build "$work/root" "$folder/acquaint_${version}_$debian.deb" > /dev/null
    ;;
  rpm)
    tree
    cat > "$work/acquaint.spec" <<END
Name: acquaint
Version: $version
Release: 1
Summary: $summary
License: Apache-2.0
URL: $home
AutoReqProv: no
Requires: libgtk-3.so.0()(64bit), libGL.so.1()(64bit), libXtst.so.6()(64bit), libXxf86vm.so.1()(64bit), libfreetype.so.6()(64bit), libfontconfig.so.1()(64bit), libpangoft2-1.0.so.0()(64bit)
%description
A desktop console for support agents: a queue of tickets, the conversation, and beside it what every customer told before, in every ticket. It drafts the reply, the
agent edits it and sends it.
%install
cp -al $work/root/. %{buildroot}/ || cp -a $work/root/. %{buildroot}/
%files
%defattr(-,root,root,-)
/opt/acquaint
/usr/bin/acquaint
/usr/share/applications/acquaint.desktop
/usr/share/icons/hicolor/*/apps/acquaint.*
%license /usr/share/doc/acquaint/copyright
END
    # No debug packages, no stripping, no repacking of jars: what was tried is what is packed.
    rpmbuild -bb --quiet --define "_topdir $work/rpm" --define "_rpmdir $folder" --define "_rpmfilename acquaint-%{VERSION}-%{RELEASE}.%{ARCH}.rpm" \
      --define "debug_package %{nil}" --define "__os_install_post %{nil}" --define "_build_id_links none" --define "_binary_payload w${PACK_LEVEL:-15}.zstdio" \
      --define "_buildhost acquaint.example" --define "use_source_date_epoch_as_buildtime 1" --define "clamp_mtime_to_source_date_epoch 1" "$work/acquaint.spec" > "$work/log" 2>&1 \
      || { cat "$work/log" >&2; exit 1; }
    ;;
  tar)
    tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -C "$(dirname "$image")" -cf - "$(basename "$image")" \
      | xz -"${PACK_LEVEL:-6}" -T0 > "$folder/acquaint-$version-linux-$machine.tar.xz"
    ;;
  *) echo "pack.sh: $kind is none of deb, rpm, tar" >&2; exit 2 ;;
esac
