#!/usr/bin/env bash
# The printed book: all chapters, page numbers that are right, fonts for Korean, bookmarks.
#
#   test_notes_pdf.sh ROOT BUILD
set -uo pipefail
export LC_ALL=C.UTF-8

root=$(readlink -f "$1")
build=$(readlink -f "$2")
for program in chromium pdfinfo pdftotext; do
    command -v "$program" >/dev/null || {
        echo "skipped: there is no $program; on Debian: apt-get install chromium poppler-utils"
        exit 77
    }
done
failures=0
wrong() {
    failures=$((failures + 1))
    printf 'FAILED: %s\n' "$1"
}

"$build/tests/program/workbook" --root "$root" --build "$build" notes --pdf || exit 1
pdf=$build/notes/neural-networks-by-hand.pdf
pages=$(pdfinfo "$pdf" | sed -n 's/^Pages: *//p')
((pages > 50)) || wrong "it has $pages pages"
# A form feed stands before the first line of a page.
contents=$(pdftotext -f 2 -l 4 -layout "$pdf" - | tr -d '\f')

# The contents say where every chapter begins, and there it begins.
for text in "$root"/chapters/[0-9]*/chapter.md; do
    title=$(sed -n '1s/^# \(.*[^ ]\) *{#.*/\1/p' "$text")
    number=$(sed -n "s/^ *$title  *\([0-9]*\)$/\1/p" <<<"$contents" | head -n 1)
    if [[ -z $number ]]; then
        wrong "the contents do not say where \"$title\" begins"
    elif (($(pdftotext -f "$number" -l "$number" "$pdf" - | tr -s '\n' ' ' |
        grep -Fo "$title" | wc -l) < 2)); then
        wrong "page $number does not have \"$title\" in its head and below it"
    fi
done

whole=$(pdftotext "$pdf" -)
[[ $whole == *mistakes_per_epoch* ]] || wrong "the members of types are missing"
figures=$(pdfinfo -dests "$pdf" | grep -c -- '--figure_')
((figures > 50)) || wrong "$figures figures can be linked to"
[[ $whole == *퍼셉트론* ]] || wrong "the Korean words are missing"
[[ $whole != *'\('* && $whole != *'\['* ]] || wrong "a formula is not set"
pdffonts "$pdf" | grep -qi nanum || wrong "Korean words have no font of their own"
grep -qa '/Outlines' "$pdf" || wrong "there are no bookmarks"

exit "$((failures > 0))"
