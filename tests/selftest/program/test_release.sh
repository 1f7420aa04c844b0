#!/usr/bin/env bash
# shellcheck disable=SC1091,SC2154 # what is sourced
# Makes the student edition, looks for what students must not get, and works in it as a student:
# the first chapter is built there, nothing is done, the worked file is right.
#
#   test_release.sh ROOT BUILD
#
# Exit status 77 (skipped) where the book is not built, because this machine cannot build it.
set -uo pipefail
root=$1 build=$2
source "$(dirname "$0")/or_fail.sh"

[[ -e $build/notes/html/index.html ]] || { echo "skipped: the book is not built here"; exit 77; }
"$build/tests/program/workbook" --root "$root" --build "$build" release "$work/course" >/dev/null ||
    fail "release ended with status $?"
cd "$work/course" || exit 1

[[ -e README.md && -x workbook && -e labs/01_perceptron/perceptron.cpp && -x .ci/run &&
    -e .vscode/tasks.json && -e .clangd && -e .devcontainer/Dockerfile && -e .github/workflows/workbook.yml &&
    -e tests/program/verbs/gdb_setup.py ]] || fail "parts are missing"
kept=$(find . -path ./solutions -o -name .git -o -name right_answers \
    -o -name 'hidden*' -not -path './docs/book/*' -o -path ./tests/selftest)
answers=$(find tests/[0-9]* -name 'oracle*.hpp' -o -name 'mistakes.*' -o -name 'slips.txt')
[[ -z $answers ]] || fail "students get $answers as source"
! grep -rql "::oracle {" tests/[0-9]* || fail "an oracle can be read"
! grep -qi "/workbook release\|as an instructor\|as an author" README.md || fail "README.md is not for students"
[[ -z $kept ]] || fail "students get $kept"
for solution in "$root"/solutions/*/*.cpp; do
    name=$(basename "$solution")
    [[ $(find . -name "$name" -not -path './labs/*' -not -path './.skeletons/*') == "" ]] ||
        fail "a second $name"
    chapter=$(basename "$(dirname "$solution")")
    grep -q "throw todo" "labs/$chapter/$name" || fail "labs/$chapter/$name is no skeleton"
    ! cmp -s "$solution" "labs/$chapter/$name" || fail "labs/$chapter/$name is the solution"
done

# --- the book, which opens without building ------------------------------------------------------

diff -r "$build/notes/html" docs/book || fail "the book is not the one that was built"
for text in chapters/[0-9]*/chapter.md; do
    page=$(sed -nE '1s/.*\{#(\w+)\}.*/\1/p' "$text")
    while read -r label; do
        grep -q "id=\"$label\"" "docs/book/$page.html" || fail "the book has no $page.html#$label"
    done < <(sed -nE 's/^## [0-9]+\.[0-9]+ .*\{#(\w+)\}.*/\1/p' "$text")
done
# No line that a student is to write stands in it. Short ones may: a text names a formula too; so may
# those that a lab has elsewhere.
for solution in "$root"/solutions/*/*.cpp; do
    awk '/^ *\/\/! \[/ { inside = !inside; next } inside' "$solution" |
        sed -E 's/^ +//' | awk 'length > 44 && !/^(\/\/|for \()/ && !/throw/'
done | sort -u | grep -vxFf <(sed -E 's/^ +//' labs/*/*.cpp | sort -u) >"$work/lines"
(($(wc -l <"$work/lines") > 150)) || fail "the solutions have too few lines to look for"
cat docs/book/*.html docs/book/search-index.js |
    sed -e 's/<[^>]*>//g' -e 's/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&amp;/\&/g' >"$work/book"
found=$(grep -oFf "$work/lines" "$work/book" | sort -u)
[[ -z $found ]] || fail "the book shows how a step is done: $found"

# --- a student's first check ---------------------------------------------------------------------

# The program itself is built of the same files: the one that is there saves a minute.
cmake -S . -B build -G Ninja >"$work/log" 2>&1 || fail "configuring: $(tail "$work/log")"
grep -q '"file": ".*/labs/01_perceptron/perceptron.cpp"' build/compile_commands.json ||
    fail "compile_commands.json has no labs"
workbook() { "$build/tests/program/workbook" --root "$PWD" --build "$PWD/build" "$@"; }
workbook check 1 >"$work/said" 2>&1
grep -q "Next: 1.1" "$work/said" || fail "the skeleton: $(cat "$work/said")"
grep -q "read   docs/book/perceptron.html#step_1_1" "$work/said" ||
    fail "it does not say where to read: $(cat "$work/said")"
workbook notes | grep -q "open docs/book/index.html" || fail "notes does not say where the book is"
cp "$root/solutions/01_perceptron/perceptron.cpp" labs/01_perceptron/
workbook check 1 >"$work/said" 2>&1 || fail "the worked file: $(cat "$work/said")"
workbook reset 1 >/dev/null || fail "reset"
cmp -s .skeletons/01_perceptron/perceptron.cpp labs/01_perceptron/perceptron.cpp || fail "reset kept the worked file"
echo "the student edition has $(find . -path ./build -prune -o -type f -print | wc -l) files"
