#!/usr/bin/env bash
# shellcheck disable=SC1091,SC2154 # what is sourced
# ./workbook read: the right page and section, in a browser, or its address where there is none; and
# verdicts that say where their step is taught. The book is a small one that stands where a student
# edition has its own.
#
#   test_read.sh ROOT BUILD
set -uo pipefail
root=$(readlink -f "$1") build=$(readlink -f "$2")
source "$(dirname "$0")/or_fail.sh"
unset DISPLAY WAYLAND_DISPLAY BROWSER FORCE_HYPERLINK

# A student edition as far as reading is concerned; a blank and a # in its name have to be escaped.
tree="$work/my course #1"
with_own_labs "$tree"
rm "$tree/solutions" "$tree/docs"
mkdir "$tree/docs"
ln -s "$root/docs/pages" "$root/docs/theme" "$tree/docs/"
book=$tree/docs/book
mkdir "$book"
for page in index backprop perceptron glossary; do
    echo "<!DOCTYPE html><title>$page</title>" >"$book/$page.html"
done
address=file://$work/my%20course%20%231/docs/book
cd "$tree" || exit 1

said=""
workbook() { said=$("$build/tests/program/workbook" --root "$tree" --build "$work/build" "$@" 2>&1); }
says() { [[ $said == *"$1"* ]] || fail "it does not say '$1': $said"; }

# --- in a browser ---------------------------------------------------------------------------------

programs=$work/programs
mkdir "$programs"
for name in browser xdg-open; do
    printf '%s\n' '#!/bin/sh' "printf '%s\\n' \"\$*\" >'$work/opened'" >"$programs/$name"
done
printf '%s\n' '#!/bin/sh' 'exit 3' >"$programs/broken"
chmod +x "$programs"/*
PATH=$programs:$PATH

opens() { # WORD PLACE
    rm -f "$work/opened"
    # shellcheck disable=SC2086 # no word: the cover
    BROWSER="nowhere:browser --new" workbook read $1 || fail "read $1: $said"
    [[ $(<"$work/opened") == "--new $address/$2" ]] || fail "read $1 opens $(<"$work/opened")"
    says "opened in your browser"
}
opens "" index.html
opens 3 backprop.html
opens backprop backprop.html
opens 3.7 "backprop.html#step_3_7"
opens 03.7 "backprop.html#step_3_7"
opens glossary glossary.html
opens labs/01_perceptron/perceptron.cpp perceptron.html
line=$(grep -n 'double step_activation(' labs/01_perceptron/perceptron.cpp | cut -d : -f 1)
opens "labs/01_perceptron/perceptron.cpp:$line" "perceptron.html#step_1_2"

BROWSER="browser --at=%s --now" workbook read 3.7
[[ $(<"$work/opened") == "--at=$address/backprop.html#step_3_7 --now" ]] || fail "%s: $(<"$work/opened")"

# A desktop forgets what stands behind the #, so it is handed a page that leads there.
rm "$work/opened"
DISPLAY=:99 workbook read 3.7 || fail "with a desktop: $said"
grep -qF "url=$address/backprop.html#step_3_7\"" "$(<"$work/opened")" || fail "the desktop opens $(<"$work/opened")"

# --- without one ----------------------------------------------------------------------------------

for browser in "" nowhere broken; do
    BROWSER=$browser workbook read 3.7 || fail "without a browser: $said"
    says "open it in a browser: $address/backprop.html#step_3_7"
done

# --- what is not there ----------------------------------------------------------------------------

refuses() { # WORD WHAT IT SAYS
    BROWSER=browser workbook read "$1"
    [[ $? -eq 2 ]] || fail "read $1 does not end with 2: $said"
    says "$2"
}
refuses 3.99 "chapter 3 has the sections 3.1 to 3.12"
refuses 99 "there is no chapter"
refuses 3.x "has no section 3.x"
refuses nowhere 'no page "nowhere"'
refuses ../../secret "there is no chapter"

# --- completed by the shell -----------------------------------------------------------------------

completes() { # WHAT IS TYPED, WHAT IT BECOMES
    local completed
    completed=$(bash -c 'source "$0/docs/completion.bash"; COMP_WORDS=("$0/workbook" read "$1")
        COMP_CWORD=2; _workbook; echo "${COMPREPLY[*]}"' "$root" "$1")
    [[ $completed == "$2" ]] || fail "read $1 is completed to $completed"
}
completes gloss glossary
completes 3.1 "3.1 3.10 3.11 3.12"
completes backp backprop

# --- the notes in a student edition ---------------------------------------------------------------

workbook notes || fail "notes: $said"
says "open docs/book/index.html"
workbook notes --help
says "--pdf"

# --- verdicts -------------------------------------------------------------------------------------

check() { said=$("$build/tests/program/workbook" --root "$tree" --build "$build" check "$@" 2>&1); }
check 1.2
says "read   docs/book/perceptron.html#step_1_2   or   ./workbook read 1.2"
[[ $said != *chapter.md* ]] || fail "it points at the text as its author wrote it: $said"
FORCE_HYPERLINK=1 check 1.2
says $'\033]8;;'"$address/perceptron.html#step_1_2"$'\033\\docs/book/perceptron.html#step_1_2\033]8;;\033\\'
TERM_PROGRAM=vscode check 1.2
[[ $said != *$'\033'* ]] || fail "there is a link in a file: $said"

rm -r "$book"
workbook read 3.7 && fail "there is no book, and read ends with 0"
says "./workbook update ARCHIVE"
workbook notes && fail "there is no book, and notes ends with 0"
mkdir -p "$tree/solutions" "$work/build"
workbook read 3.7 && fail "no book is built, and read ends with 0"
says "./workbook notes builds them"
mkdir -p "$work/build/notes/html"
touch "$work/build/notes/html/index.html"
workbook read 3.7 || fail "the book that was built: $said"
says "$work/build/notes/html/backprop.html#step_3_7"
echo "reading: pages, sections, browsers and verdicts agree"
