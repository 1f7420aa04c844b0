#!/usr/bin/env bash
# shellcheck disable=SC1091,SC2154 # what is sourced
# A new chapter is green at once, and an author who forgets something is told what.
#
#   test_new_chapter.sh ROOT BUILD
set -uo pipefail
export LC_ALL=C.UTF-8 NO_COLOR=1
root=$1 build=$2
work=$(mktemp -d "${TMPDIR:-/tmp}/workbook-new-XXXXXX")
trap 'rm -rf "$work"' EXIT
source "$(dirname "$0")/claims.sh"
run() { out=$("$@" 2>&1 </dev/null); status=$?; } # a build takes as long as it takes
says() { has "$out" "$1"; }
ends_with() { is "$status" "$1" "$out"; }

(cd "$root" && cp -a chapters docs labs solutions tests CMakeLists.txt "$work/")
cd "$work" || exit 1
# The programs are built of the same files: those that are there save a minute.
door() { run "$build/tests/program/workbook" --root "$work" --build "$work/build" "$@"; }
workshop() { run "$build/tests/program/workbook_workshop" --root "$work" --build "$work/build" "$@"; }
build_parts() {
    run cmake --build build --target sample_solution 97_sample_judge 97_sample_host \
        97_sample_list 97_sample_right \
        97_sample_lab_main judging_host lab_frame student_header
}
# Back from `kept`, as a file that has just been saved.
restore() { mv kept "$1" && touch "$1"; }
configure() { run cmake -S . -B build -G Ninja; }

claim "what no chapter may be called"
for words in "1 sample" "97 perceptron" "0 sample" "x sample" "123 sample" "97 Sample" "97 a-b" \
    "97 std" "97"; do
    # shellcheck disable=SC2086
    workshop new $words
    ends_with 2
done
[[ ! -e chapters/97_sample ]] || wrong "it made one all the same"

claim "a new chapter"
workshop new 97 sample
ends_with 0
says "chapters/97_sample/chapter.md"
says "./workbook test 97"
leftover=$(grep -rilE '99|example' chapters/97_sample solutions/97_sample tests/97_sample labs/97_sample)
[[ -z $leftover ]] || wrong "the template's name is left" "$leftover"
workshop new 97 other
ends_with 2
says "there is a chapter 97 sample already"

configure
ends_with 0
build_parts
ends_with 0
for each in is_well_formed solution_is_right skeleton_is_to_do lab_is_generated \
    right_answers_pass mistakes_are_told_apart mutants_are_caught; do
    claim "a new chapter: $each"
    run "$build/tests/selftest/claims/chapter_claims" --root "$work" --build "$work/build" \
        97_sample $each
    ends_with 0
done
claim "a new chapter's tables"
run ./build/sample_solution
ends_with 0
says "mean_square = 4.66667"

claim "a function that functions.hpp does not list"
functions=tests/97_sample/functions.hpp
cp $functions kept
sed -i 's/FUNCTION(mean_square, x)//' $functions
door check 97
ends_with 1
says "call mean_square, which tests/97_sample/functions.hpp does not list"
restore $functions

claim "a struct whose fields functions.hpp does not name"
interface=chapters/97_sample/sample.hpp
cp $functions kept
cp $interface kept.hpp
echo 'namespace sample { struct Pair { double a, b; }; Pair pair_of(const Pair& p); }' >>$interface
sed -i 's/FUNCTION(mean_square, x)/& FUNCTION(pair_of, p)/' $functions
door check 97
ends_with 1
says "name the struct's fields with BOOST_FUSION_ADAPT_STRUCT"
[[ $(wc -l <<<"$out") -le 5 ]] || wrong "it says too much" "$out"
restore $functions
mv kept.hpp $interface && touch $interface

claim "a file of steps without a step"
steps=tests/97_sample/steps.cpp
cp $steps kept
printf '#include "judging/judge/step.hpp"\n' >$steps
door check 97
ends_with 1
says "tests/97_sample/steps.cpp has no steps"
restore $steps

claim "a step in a hidden file is judged and counted, and students are told nothing of it"
cat >tests/97_sample/hidden_more.cpp <<'END'
#include "functions.hpp"
#include "judging/judge/step.hpp"

using namespace judging;

BOOST_AUTO_TEST_CASE(a_secret, *label("97.2") * points(2) * source("none") * hint("a") * hint("b"))
{
    Question question{sample::mean_square};
    question.expect("a place that nobody knows", 9.0, workbook::Vector{3.0, 3.0});
    question.decide();
}
END
mkdir -p class/kim
sed '/#include/a #include <stdexcept>' labs/97_sample/sample.cpp |
    sed 's/throw todo.*/return 4711.0;/' >class/kim/sample.cpp
workshop grade class --out graded --chapters 97
ends_with 0
run cat graded/students/kim/feedback.html
says "not shown"
[[ $out != *"a place that nobody knows"* ]] || wrong "the hidden step is told" "$out"
run cat graded/gradebook.csv
says "97.2"
rm tests/97_sample/hidden_more.cpp

claim "a chapter without one of its files"
for file in chapters/97_sample/main.cpp chapters/97_sample/sample.hpp $steps $functions \
    solutions/97_sample/sample.cpp; do
    mv "$file" kept
    configure
    ends_with 1
    says "not complete"
    says "$file"
    restore "$file"
done

claim "tests without a chapter"
mkdir tests/98_lost
configure
ends_with 1
says "tests/98_lost belongs to no chapter"

end_of_claims
