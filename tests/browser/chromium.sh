#!/bin/sh
# Makes sure that a Chromium for the browser tests is there; installs one by the system's package
# manager when none is found. Fails loudly: the browser tests are never left out.
set -eu
for name in chromium chromium-browser google-chrome-stable google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if [ -d "/Applications/Google Chrome.app" ] || [ -d "/Applications/Chromium.app" ]; then exit 0; fi
echo "No Chromium found; installing one."
as_root=""
if [ "$(id -u)" -ne 0 ] && command -v sudo >/dev/null 2>&1; then as_root="sudo"; fi
if command -v apt-get >/dev/null 2>&1; then
  $as_root apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq chromium fonts-liberation >/dev/null
elif command -v dnf >/dev/null 2>&1; then
  $as_root dnf install -y -q chromium
elif command -v pacman >/dev/null 2>&1; then
  $as_root pacman -S --noconfirm --quiet chromium
elif command -v zypper >/dev/null 2>&1; then
  $as_root zypper --non-interactive --quiet install chromium
elif command -v apk >/dev/null 2>&1; then
  $as_root apk add --quiet chromium
elif command -v brew >/dev/null 2>&1; then
  brew install --quiet --cask chromium
else
  echo "Install Chromium by hand, then run make test again." >&2
  exit 1
fi
