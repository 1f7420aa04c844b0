#!/usr/bin/env bash
# `grade --follow` with files that arrive, grow and change; `grade --only` for one student.
#
#   test_follow.sh ROOT BUILD
set -uom pipefail # with jobs, or what runs in the background would not hear of Ctrl-C
root=$1 build=$2
export CI=true

work=$(mktemp -d)
follower=
cleanup() {
    [[ -z $follower ]] || kill -KILL -- "-$follower" 2>/dev/null
    wait 2>/dev/null
    rm -rf "$work"
}
trap cleanup EXIT

fail() {
    echo "FAILED: $*"
    cat "$work/said"
    exit 1
}
grade() {
    "$build/tests/program/workbook_workshop" --root "$root" --build "$build" grade "$work/class" \
        --out "$work/out" --chapters 1 --seed 7 "$@"
}
# The last column of a student's row in the gradebook; nothing if there is no such row.
points() { sed -n "s/\r*$//; s/^$1,.*,//p" "$work/out/gradebook.csv" 2>/dev/null; }
has_points() {
    for ((wait = 0; wait < 600; ++wait)); do
        [[ $(points "$1") != "$2" ]] || return 0
        sleep 0.1
    done
    fail "$1 has '$(points "$1")' points, not $2: $3"
}

solution=$root/solutions/01_perceptron/perceptron.cpp
skeleton=$root/labs/01_perceptron/perceptron.cpp
mkdir -p "$work/class/kim"
cp "$solution" "$work/class/kim/perceptron.cpp"

grade --follow >"$work/said" 2>&1 &
follower=$!
has_points kim 17 "what was there before"
mkdir "$work/class/lee"
cp "$skeleton" "$work/class/lee/perceptron.cpp"
has_points lee 0 "what arrives"
cp "$solution" "$work/class/lee/perceptron.cpp"
has_points lee 17 "what is replaced"
mkdir "$work/class/han"
head -c 2000 "$solution" >"$work/class/han/perceptron.cpp"
sleep 1
cp "$solution" "$work/class/han/perceptron.cpp"
has_points han 17 "what grows"
kill -INT -- "-$follower"
for ((wait = 0; wait < 100; ++wait)); do
    kill -0 "$follower" 2>/dev/null || break
    sleep 0.1
done
kill -INT -- "-$follower" 2>/dev/null # twice within a second ends it at once
wait "$follower"
status=$?
follower=
[[ $status -eq 0 ]] || fail "Ctrl-C ended it with status $status"
grep -q "graded 1: lee" "$work/said" || fail "nothing was said of lee"
[[ -s $work/out/students/han/feedback.html ]] || fail "han has no page"

# One student again; the others stay as they are.
before=$(<"$work/out/students/kim/results.json")
cp "$skeleton" "$work/class/lee/perceptron.cpp"
cp "$skeleton" "$work/class/kim/perceptron.cpp"
grade --only lee --resume >"$work/said" 2>&1 || fail "--only does not work"
[[ $(points lee) == 0 ]] || fail "lee was not graded again: $(points lee)"
[[ $(points kim) == 17 ]] || fail "kim was graded again"
[[ $(<"$work/out/students/kim/results.json") == "$before" ]] || fail "kim's results changed"
grade --only nobody --resume >"$work/said" 2>&1 && fail "--only takes a student who is not there"
grep -q nobody "$work/said" || fail "it does not say who is not there"
echo "followed: $(wc -l <"$work/out/gradebook.csv") lines of gradebook"
