#!/usr/bin/env bash
# shellcheck disable=SC1091,SC2154 # what is sourced
# Makes the student edition, looks for what students must not get, and works in it as a student:
# the first chapter is built there, nothing is done, the worked file is right.
#
#   test_release.sh ROOT BUILD
set -uo pipefail
root=$1 build=$2
source "$(dirname "$0")/or_fail.sh"

"$build/tests/program/workbook" --root "$root" --build "$build" release "$work/course" >/dev/null ||
    fail "release ended with status $?"
cd "$work/course" || exit 1

[[ -e README.md && -x workbook && -e labs/01_perceptron/perceptron.cpp && -x .ci/run &&
    -e .vscode/tasks.json && -e .clangd && -e .devcontainer/Dockerfile && -e .github/workflows/workbook.yml &&
    -e tests/program/verbs/gdb_setup.py ]] || fail "parts are missing"
kept=$(find . -path ./solutions -o -name .git -o -name right_answers -o -name 'hidden*' \
    -o -path ./tests/selftest)
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

# The program itself is built of the same files: the one that is there saves a minute.
cmake -S . -B build -G Ninja >"$work/log" 2>&1 || fail "configuring: $(tail "$work/log")"
grep -q '"file": ".*/labs/01_perceptron/perceptron.cpp"' build/compile_commands.json ||
    fail "compile_commands.json has no labs"
workbook() { "$build/tests/program/workbook" --root "$PWD" --build "$PWD/build" "$@"; }
workbook check 1 >"$work/said" 2>&1
grep -q "Next: 1.1" "$work/said" || fail "the skeleton: $(cat "$work/said")"
cp "$root/solutions/01_perceptron/perceptron.cpp" labs/01_perceptron/
workbook check 1 >"$work/said" 2>&1 || fail "the worked file: $(cat "$work/said")"
workbook reset 1 >/dev/null || fail "reset"
cmp -s .skeletons/01_perceptron/perceptron.cpp labs/01_perceptron/perceptron.cpp || fail "reset kept the worked file"
echo "the student edition has $(find . -path ./build -prune -o -type f -print | wc -l) files"
