#!/usr/bin/env bash
# shellcheck disable=SC1091,SC2154 # what is sourced
# Doxygen alone, without ./workbook: `doxygen docs/Doxyfile` makes readable notes of the pages that
# ./workbook notes has filled in, and says what is missing where it has not. It runs in a folder of
# its own that leads to the workbook's.
#
#   test_plain_doxygen.sh ROOT BUILD
set -uo pipefail
export LC_ALL=C.UTF-8

root=$(readlink -f "$1")
built=$(readlink -f "$2")
scratch=$(mktemp -d "${TMPDIR:-/tmp}/workbook-plain-XXXXXX")
trap 'rm -rf "$scratch"' EXIT
site=$scratch/build/notes/plain
source "$(dirname "$0")/claims.sh"
doxygen_alone() {
    out=$(cd "$scratch" && doxygen docs/Doxyfile 2>&1)
    status=$?
}

command -v doxygen >/dev/null || {
    echo "the program doxygen was not found"
    exit 77
}
mkdir -p "$scratch/build/notes"
ln -s "$root/docs" "$scratch/docs"

claim "before ./workbook notes it names what is missing and who makes it"
doxygen_alone
is "$status" 1 "$out"
has "$out" "made-by-workbook-notes.doxyfile: not found"

claim "after it the notes are made without a warning"
ln -s "$built/notes/work" "$built/notes/html" "$scratch/build/notes/"
cp -a "$built/notes/plain" "$site"
doxygen_alone
is "$status" 0 "$out"
is "$out" ""
[[ -e $site/perceptron.html ]] || exit 1
page=$(<"$site/perceptron.html")

claim "a chapter shows the code of its steps"
has "$(sed -e 's/<[^>]*>//g' <<<"$page")" 'throw todo('

claim "references and citations lead to their places"
has "$page" 'href="lab_perceptron.html#lab_1_1"'
has "$(<"$site/lab_perceptron.html")" 'href="perceptron.html#step_1_1"'
has "$page" 'href="bibliography.html#cite_rosenblatt1958"'
has "$(<"$site/bibliography.html")" 'id="cite_rosenblatt1958"'

claim "numbers, tables and figures stand in place of their names"
is "$(grep -lE '\{\{(value|table|figure)' "$site"/*.html)" ""
has "$page" "−1.5"
has "$page" 'class="markdownTable"'
figure=$(grep -o 'src="figures/[^"]*"' <<<"$page" | head -n 1 | cut -d '"' -f 2)
[[ -n $figure && -s $site/$figure ]] || wrong "the picture \"$figure\" is not there"

claim "another project can refer to the book by its tag file"
has "$(<"$site/neural-networks-by-hand.tag")" '<filename>perceptron.html</filename>'

end_of_claims
