#!/usr/bin/env bash
# shellcheck disable=SC1091,SC2154 # what is sourced
# The course notes as a whole: what they show follows the solutions, students see no solution,
# what is wrong is named, and building again without a change is quick. The workbook is one of its
# own, with a copy of the solutions; what is drawn already is not drawn again.
#
#   test_notes_site.sh ROOT BUILD
set -uo pipefail
export LC_ALL=C.UTF-8
unset NO_COLOR WORKBOOK_BUILD

root=$(readlink -f "$1")
built=$(readlink -f "$2")
scratch=$(mktemp -d "${TMPDIR:-/tmp}/workbook-notes-XXXXXX")
trap 'rm -rf "$scratch"' EXIT
tree=$scratch/tree
build=$scratch/build
source "$(dirname "$0")/claims.sh"
notes() {
    out=$("$built/tests/program/workbook" --root "$tree" --build "$build" notes "$@" 2>&1)
    status=$?
}

mkdir -p "$tree/chapters" "$build"
cp -a "$root/solutions" "$root/docs" "$tree/"
ln -s "$root/tests" "$tree/tests"
for each in "$root"/chapters/*; do
    ln -s "$each" "$tree/chapters/"
done
cp "$built/toolchain.json" "$build/"
sed -e "s|^CMAKE_HOME_DIRECTORY:.*|CMAKE_HOME_DIRECTORY:INTERNAL=$tree|" \
    -e "s|^CMAKE_CACHEFILE_DIR:.*|CMAKE_CACHEFILE_DIR:INTERNAL=$build|" \
    "$built/CMakeCache.txt" >"$build/CMakeCache.txt"
for each in submissions drawn web; do
    [[ ! -e $built/$each ]] || cp -a "$built/$each" "$build/"
done
{
    for folder in "$root"/chapters/[0-9]*/; do
        for part in judge host lab_main list right worked; do
            echo "build $(basename "$folder")_$part: phony"
        done
    done
    for target in workbook workbook_workshop student_header judging_host judging_searcher common \
        lab_frame explorables; do
        echo "build $target: phony"
    done
} >"$build/build.ninja"

site=$build/notes/html
solution=$tree/solutions/01_perceptron/perceptron.cpp
# What a reader meets: text without the markup.
text() { sed -e 's/<[^>]*>//g' "$site/$1"; }

claim "the notes are built"
notes
is "$status" 0 "$out"
((status == 0)) || exit 1
has "$(text perceptron.html)" "−1.5"

claim "no page tells of the machine that it was built on"
is "$(grep -rlF -e "$scratch" -e "$root" --include='*.html' --include='*.js' "$site")" ""

claim "built again without a change, they are as they were, in less than two seconds"
started=$(date +%s%N)
notes
took=$((($(date +%s%N) - started) / 1000000))
is "$status" 0 "$out"
has "$out" "as they were"
printf 'building again without a change: %d ms\n' "$took"
# A machine that does other work besides is given more.
busy=$(awk '{ print int($1 / '"$(nproc)"') }' /proc/loadavg)
((took < 2000 * (1 + busy))) || wrong "it took $took ms"

claim "every formula is set, and none needs a script"
is "$(grep -lE '(<p>|[^\\])\\[([]|class="katex-error"' "$site"/perceptron.html "$site"/notation.html)" ""
(($(grep -o 'class="katex"' "$site/perceptron.html" | wc -l) > 50)) || wrong "there are no formulas"
# Figures that can be touched are there where they could be compiled.
is "$(grep -rhoE '<script src="[^"]*"' --include='*.html' "$site" | sort -u | grep -v '"explorables/')" \
    $'<script src="notes.js"\n<script src="previews.js"\n<script src="search.js"'

claim "a formula that cannot be set is named with its page"
printf '\nso \\f$ \\nonsense{2} \\f$.\n' >>"$tree/docs/pages/notation.md"
notes
is "$status" 1 "$out"
has "$out" "notation.md:"
has "$out" 'the formula \nonsense{2} cannot be set'
cp "$root/docs/pages/notation.md" "$tree/docs/pages/"
notes

claim "students see what they are to write and no solution"
is "$(grep -rlF -e 'unit.w + eta * error * x' -e 'solution_' --include='*.html' \
    --include='search-index.js' "$site")" ""
has "$(text perceptron.html)" 'throw todo('
has "$(text lab_perceptron.html)" 'throw todo('

claim "instructors see the solutions"
notes --instructor
is "$status" 0 "$out"
instructor=$build/notes-instructor/html
is "$(grep -c 'Solution 1<' "$instructor/index.html")" 1
for page in perceptron solution_perceptron; do
    has "$(sed -e 's/<[^>]*>//g' "$instructor/$page.html")" 'unit.w + eta * error * x'
done

claim "a number that changes in a solution changes in tables, figures, data and code"
before=$(text perceptron.html)
figure=$(<"$site/figures/01_perceptron/perceptron_graph.svg")
has_not "$before" "b = −1.375"
sed -i '/^Unit and_gate/,/^}/ s/-1\.5/-1.375/' "$solution"
notes
is "$status" 0 "$out"
after=$(text perceptron.html)
has "$after" "−1.375"
[[ $before != "$after" ]] || wrong "the page is as it was"
now_figure=$(<"$site/figures/01_perceptron/perceptron_graph.svg")
[[ $figure != "$now_figure" ]] || wrong "the figure is as it was"
has "$now_figure" "1.375"
has "$(<"$site/figures/01_perceptron/perceptron_graph.csv")" "1.375"
notes --instructor
has "$(sed -e 's/<[^>]*>//g' "$instructor/perceptron.html")" "-1.375"

claim "what is wrong in a page is named with its line, and the site stays"
printf '\n{{value no_such_value}} and \\cite nobody1900\n' >>"$tree/docs/pages/errata.md"
notes
is "$status" 1 "$out"
has "$out" "errata.md:$(wc -l <"$tree/docs/pages/errata.md"):"
[[ -e $site/index.html ]] || wrong "the site is gone"
cp "$root/docs/pages/errata.md" "$tree/docs/pages/"

claim "a work that is not in the bibliography is named, with those that are"
printf '\nsee \\cite nobody1900\n' >>"$tree/docs/pages/notation.md"
notes
is "$status" 1 "$out"
has "$out" "no work is called nobody1900; there are"
cp "$root/docs/pages/notation.md" "$tree/docs/pages/"

claim "a warning of Doxygen's is an error, in the author's own file"
printf '\nsee \\ref no_such_label\n' >>"$tree/docs/pages/glossary.md"
notes
is "$status" 1 "$out"
has "$out" "glossary.md:"
has "$out" "no_such_label"
cp "$root/docs/pages/glossary.md" "$tree/docs/pages/"

claim "a picture of the documents needs its figure, and a figure its picture"
sed -i 's/perceptron_graph/perceptron_grph/' "$tree/docs/data/slides.txt"
notes
is "$status" 1 "$out"
has "$out" "slides.txt:"
has "$out" "no chapter has a figure perceptron_grph"
has "$out" "the figure perceptron_graph says that it is after"

end_of_claims
