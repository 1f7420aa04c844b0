#!/usr/bin/env bash
# Tests of ./workbook site:  run.sh ROOT BUILD TEST…
# Where the site is not built, or a browser cannot be had, the status is 77: skipped.
set -euo pipefail
root=$1 build=$2
shift 2

skip() { printf 'skipped: %s\n' "$1"; exit 77; }
[[ -e $build/site/lab/chapters.json ]] || skip "the site is not built: ./workbook site"
for program in node chromium; do
    command -v "$program" >/dev/null || skip "there is no $program; on Debian: apt-get install nodejs chromium"
done
browser=$build/browser/node_modules
[[ -e $browser/playwright-core ]] || skip "playwright-core is not installed: ctest -R '^notes' brings it"

# Beside what the tests import.
work=$build/web/node
cp "$root"/tests/selftest/web/*.mjs "$work/"
ln -sfn "$browser"/{playwright-core,axe-core} "$work/node_modules/"
cd "$work"
ROOT=$root BUILD=$build CHROMIUM=$(command -v chromium) exec node --test "$@"
