#!/usr/bin/env bash
# Reads the course notes in a real browser:  run.sh SOURCE BUILD EDITION TEST…
# EDITION is the folder that ./workbook notes makes, notes or notes-instructor. What the tests are
# written with comes from npm, by the lock file. Where that or a browser cannot be had, the status
# is 77: skipped.
set -euo pipefail
source=$1 build=$2 edition=$3
shift 3

skip() { printf 'skipped: %s\n' "$1"; exit 77; }
for program in node npm chromium; do
    command -v "$program" >/dev/null ||
        skip "there is no $program; on Debian: apt-get install nodejs npm chromium"
done
[[ -e $build/$edition/html/index.html ]] || skip "the notes are not built: ./workbook notes"

# Beside the build: the source tree stays as it is.
work=$build/browser
mkdir -p "$work"
(
    flock 9
    cp "$source"/{*.mjs,package.json,package-lock.json,.npmrc} "$work/"
    if ! cmp -s "$work/package-lock.json" "$work/installed"; then
        rm -f "$work/installed"
        (cd "$work" && npm ci --no-audit --no-fund --ignore-scripts --fetch-retries=1 >npm.log 2>&1) || {
            tail -n 5 "$work/npm.log"
            skip "npm could not install playwright-core and axe-core; is there a network?"
        }
        cp "$work/package-lock.json" "$work/installed"
    fi
) 9>"$work/lock" || exit $?

cd "$work"
NOTES_SITE=$build/$edition/html EXPLORABLES_HERE=$build/tests/web/explorables/explorables_here \
    CHROMIUM=$(command -v chromium) exec node --test "$@"
