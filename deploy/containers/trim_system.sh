#!/bin/sh
# Take out of a Debian-based Python image what a program that only runs never opens: papers, translations, package
# caches, installers and the parts of the standard library that build or teach. What is not there cannot be attacked
# either. /var/lib/dpkg/status stays: vulnerability scanners read it.
set -eu
cd /
rm -rf usr/share/doc usr/share/man usr/share/info usr/share/locale usr/share/i18n usr/share/lintian usr/share/python-wheels \
  usr/share/bash-completion usr/share/zsh usr/share/perl* usr/share/bug usr/share/gcc usr/share/pixmaps usr/share/applications \
  var/cache/* var/log/* var/lib/apt var/lib/dpkg/info var/lib/pam usr/include \
  usr/lib/apt usr/lib/dpkg usr/lib/x86_64-linux-gnu/perl* usr/lib/*/perl-base usr/lib/*/libapt-* usr/lib/*/libdb-* \
  usr/bin/perl* usr/bin/apt* usr/bin/dpkg* usr/bin/gpgv usr/bin/pip* usr/bin/openssl usr/sbin/e2* usr/sbin/mke2fs \
  usr/lib/python3/dist-packages/* root/.cache tmp/*
for lib in usr/lib/python3.* usr/local/lib/python3.*; do
  [ -d "$lib" ] || continue
  rm -rf "$lib/ensurepip" "$lib/idlelib" "$lib/lib2to3" "$lib/pydoc_data" "$lib/test" "$lib/turtledemo" "$lib/tkinter" \
    "$lib"/config-* "$lib"/site-packages/* "$lib"/dist-packages/*
  find "$lib" -name __pycache__ -prune -exec rm -rf {} +
done
rm -f usr/local/bin/pip* usr/local/bin/idle* usr/local/bin/pydoc* usr/local/bin/2to3* usr/bin/pydoc* usr/bin/pygettext*
find usr/local/lib -name '*.a' -delete 2>/dev/null || true
# Bytecode of the interpreter it will really run with: the root is read-only later.
python3 -m compileall -q "$(python3 -c 'import sysconfig; print(sysconfig.get_path("stdlib"))')" || true
