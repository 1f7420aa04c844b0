#!/usr/bin/env bash
# shellcheck disable=SC1091,SC2016,SC2154 # what is sourced; what other programs expand
# The front door and the verbs as a student types them, in a workbook of its own: a copy of
# the script with labs of its own beside the chapters, and a build folder whose parts are
# those that are built already.
#
#   test_front_door.sh ROOT BUILD
set -uo pipefail
set -m # every background job is a process group, as on a terminal
export LC_ALL=C.UTF-8
unset CI NO_COLOR WORKBOOK_BUILD

root=$(readlink -f "$1")
built=$(readlink -f "$2")
scratch=$(mktemp -d "${TMPDIR:-/tmp}/workbook-door-XXXXXX")
tree=$scratch/tree
build=$scratch/build
lab=$tree/labs/02_xor_mlp/xor_mlp.cpp
solution=$tree/solutions/02_xor_mlp/xor_mlp.cpp

clean_up() {
    jobs -p | while read -r group; do kill -KILL -- "-$group" 2>/dev/null; done
    chmod -R u+w "$scratch" 2>/dev/null
    rm -rf "$scratch"
}
trap clean_up EXIT

source "$(dirname "$0")/claims.sh"
door() { run env WORKBOOK_BUILD="$build" "$tree/workbook" "$@"; }

# Processes that have something to do with this test, by their command lines.
leftovers() {
    local each
    for each in $(grep -lF "$scratch/" /proc/[0-9]*/cmdline 2>/dev/null); do
        { tr '\0' ' ' <"$each"; } 2>/dev/null | grep -v "test_front_door.sh" || true
    done
}
nothing_is_left() { [[ -z $(leftovers) ]]; }

# --- a workbook to play with ------------------------------------------------------------

mkdir -p "$tree/labs" "$build/tests/program"
cp "$root/workbook" "$tree/"
for each in chapters solutions tests docs CMakeLists.txt; do
    ln -s "$root/$each" "$tree/$each"
done
cp "$built/toolchain.json" "$build/"
ln -s "$built/tests/program/workbook" "$build/tests/program/workbook"
sed -e "s|^CMAKE_HOME_DIRECTORY:.*|CMAKE_HOME_DIRECTORY:INTERNAL=$tree|" \
    -e "s|^CMAKE_CACHEFILE_DIR:.*|CMAKE_CACHEFILE_DIR:INTERNAL=$build|" \
    "$built/CMakeCache.txt" >"$build/CMakeCache.txt"
{
    for target in workbook workbook_workshop student_header judging_host judging_searcher common lab_frame \
        everything_tested; do
        echo "build $target: phony"
    done
    for folder in "$root"/chapters/[0-9]*/; do
        folder=$(basename "$folder")
        for part in judge host lab_main list right worked; do
            echo "build ${folder}_$part: phony"
        done
    done
} >"$build/build.ninja"

# with_body FUNCTION BODY: the worked file with another body in that function.
with_body() {
    awk -v name="$1" -v body="$2" '
        $0 ~ "^[^ /].*[ ]" name "\\(" { here = 1 }
        here && /^    \/\/! \[/ {
            if (inside) here = 0
            else print body
            inside = !inside
            next
        }
        inside { next }
        { print }' "$solution"
}
# A wrong answer in step 2.5 that no other text has, so that it is compiled anew.
wrong_lab() { with_body hidden_space "    return 0.0 * matmul(X, hidden.W) - $1;"; }

# --- the command line --------------------------------------------------------------------

claim "an unknown verb"
door dance
is "$status" 2 "$err"
has "$err$out" "dance"

claim "no verb"
door
is "$status" 2 "$err"
has "$err$out" "check"

claim "--help names the verbs"
door --help
is "$status" 0 "$err"
for verb in check watch list hint reset run figures notes debug test doctor; do
    has "$out" "$verb"
done
has_not "$out" "--root"

claim "help installs and builds nothing"
run env WORKBOOK_BUILD="$scratch/none" "$tree/workbook" grade --help
is "$status" 0 "$err"
has "$out" "not built yet"
[[ ! -e $scratch/none ]] || wrong "it made the build folder"

claim "a wrong chapter, step, folder, seed or option is a wrong command line"
for words in "check 99" "check 2.99" "check xor" "check 2. " "check --from /nowhere" \
    "check --from $lab" "check --seed x" "check --seed -1" "check --fast" "hint 2" "hint 99.1" \
    "hint 2.99" "hint" "reset 99" "reset" "run 99" "debug 2" "watch 99" "watch 2.99" \
    "check --solutions --from $tree/labs" "test 99" "test nix" "figures nix" "new 1 again" "new 9"; do
    # shellcheck disable=SC2086
    door $words
    [[ $status -eq 2 ]] || wrong "./workbook $words ends with $status" "$out$err"
    [[ -n $err$out ]] || wrong "./workbook $words says nothing"
    has_not "$err" "terminate called"
done

# --- reset ---------------------------------------------------------------------------------

claim "reset makes the labs that are not there"
door reset 2
is "$status" 0 "$err"
has "$out" "is the skeleton"
grep -q 'throw todo("2.5");' "$lab" || wrong "the lab is no skeleton"
skeleton=$(<"$lab")

claim "reset of the skeleton changes nothing"
door reset xor_mlp
is "$status" 0 "$err"
is "$(ls "$(dirname "$lab")")" "xor_mlp.cpp"

claim "reset keeps every edit, also twice in the same second"
for edit in first second third; do
    echo "// $edit edit" >>"$lab"
    door reset 2
    is "$status" 0 "$err"
    is "$(<"$lab")" "$skeleton"
done
for edit in first second third; do
    is "$(cat "$(dirname "$lab")"/*.bak | grep -c "// $edit edit")" 1
done
rm -f "$(dirname "$lab")"/*.bak

claim "resets at the same time lose no edit"
echo "// a precious edit" >>"$lab"
pids=()
for _ in 1 2 3 4 5 6; do
    WORKBOOK_BUILD=$build "$tree/workbook" reset 2 >/dev/null 2>&1 &
    pids+=($!)
done
wait "${pids[@]}"
is "$(cat "$(dirname "$lab")"/*.bak | grep -c "a precious edit")" 1
is "$(<"$lab")" "$skeleton"
rm -f "$(dirname "$lab")"/*.bak

claim "reset puts aside whatever stands in the lab's place"
rm "$lab"
mkfifo "$lab"
door reset 2
is "$status" 0 "$err"
is "$(<"$lab")" "$skeleton"
rm -f "$(dirname "$lab")"/*.bak

# --- check -----------------------------------------------------------------------------------

claim "check of the skeleton leads to the first step"
door check 2
is "$status" 1 "$err"
has "$out" "Next: 2.1"
has "$out" "labs/02_xor_mlp/xor_mlp.cpp:"
has "$out" "./workbook hint 2.1"
is "$(grep -c ' $' <<<"$out")" 0 "$out"
has_not "$out" $'\033'

claim "check --json prints one object and nothing else"
wrong_lab 1.25 >"$lab"
door check 2 --json
is "$status" 1 "$err"
is "$err" ""
is "${out:0:1}${out: -1}" "{}" "$out"
printf '%s' "$out" >"$scratch/verdicts.json"
cat >"$scratch/verdicts.cmake" <<'END'
file(READ ${FILE} json)
string(JSON count LENGTH ${json} steps)
math(EXPR last "${count} - 1")
foreach(i RANGE ${last})
    foreach(key name points max_points mistakes message)
        string(JSON ${key} GET ${json} steps ${i} ${key})
    endforeach()
    string(JSON step GET ${json} steps ${i} step)
    string(JSON status GET ${json} steps ${i} status)
    string(APPEND all "${step}=${status} ")
endforeach()
message(NOTICE ${all})
END
verdicts=$(cmake -DFILE="$scratch/verdicts.json" -P "$scratch/verdicts.cmake" 2>&1)
is "$verdicts" "2.1=right 2.2=right 2.3=right 2.4=right 2.5=wrong 2.6=right 2.7=right "

claim "check of one step judges one step"
door check 2.4
is "$status" 0 "$out$err"
has "$out" "sigmoid unit"
has_not "$out" "hidden space"

claim "check of a missing file"
mv "$lab" "$lab.away"
door check 2
is "$status" 1
has "$out" "there is no file"
has "$out" "./workbook reset 2"
mv "$lab.away" "$lab"

claim "check of the solutions, in a folder of the student's own"
mkdir -p "$scratch/mine"
cp "$solution" "$scratch/mine/"
door check 2 --from "$scratch/mine"
is "$status" 0 "$out$err"

# --- hint -----------------------------------------------------------------------------------

claim "hint gives one more each time, and all of them for ever"
for expected in 1 2 3 3 3; do
    door hint 2.5
    is "$status" 0 "$err"
    is "$(grep -c '^  [0-9]\. ' <<<"$out")" "$expected" "$out"
done

claim "list says what is done and what is next"
door check 2
door list
is "$status" 0 "$err"
has "$out" "✓ 2.4"
has "$out" "✗ 2.5"
has "$out" "← next"
is "$(grep -c ' $' <<<"$out")" 0 "$out"
door list --json
is "$status" 0 "$err"
is "${out:0:1}${out: -1}" "{}"

# --- Ctrl-C ----------------------------------------------------------------------------------

# The job's status after SIGINT to its group.
interrupt() {
    kill -INT -- "-$1"
    wait "$1"
}
is_compiling() { leftovers | grep -qE '/cc1plus |clang.* -c '; }
is_judging() { leftovers | grep -q "_judge"; }

if script -qec true /dev/null </dev/null >/dev/null 2>&1; then # a terminal can be had
    cp "$build/build.ninja" "$build/toolchain.json" "$scratch/"
    sed -i 's|[^"]*07_optimizers_judge"|/nowhere/07_optimizers_judge"|' "$build/toolchain.json"
    sed -i "s|build 07_optimizers_judge: phony|rule slow\n  command = sleep 100 # $scratch/\n&|
        s|07_optimizers_judge: phony|07_optimizers_judge: slow|" "$build/build.ninja"
    is_preparing() { leftovers | grep -q "sleep 100"; }

    claim "in a narrow terminal the line that moves does not wrap"
    cp "$build/build.ninja" "$scratch/before"
    sed -i "s|build 02_xor_mlp_judge: phony|rule quick\n  command = true\nbuild 02_xor_mlp_judge: quick|" \
        "$build/build.ninja"
    run env WORKBOOK_BUILD="$build" script -qec "stty cols 40; $tree/workbook check 2.1" /dev/null
    has "$out" "building the judge of chapter 2"
    longest=$(tr '\r' '\n' <<<"$out" | grep -a building | sed 's/\x1b\[K//' | wc -L)
    ((longest < 40)) || wrong "a line has $longest columns" "$out"
    mv "$scratch/before" "$build/build.ninja"

    claim "without a terminal nothing is built in the background"
    door check 2
    is_preparing && wrong "it is" "$(leftovers)"

    claim "on a terminal the judges that are not there are built in the background"
    door reset 1
    door reset 7
    run env WORKBOOK_BUILD="$build" script -qec "$tree/workbook check" /dev/null
    has "$out" "in the background"
    until_true 20 is_preparing || wrong "they are not" "$(leftovers)"

    claim "the build in the background makes way"
    door check 2
    is "$status" 1 "$err"
    is_preparing && wrong "it goes on" "$(leftovers)"

    claim "so it does for the program alone, as within watch"
    run env WORKBOOK_BUILD="$build" script -qec "$tree/workbook check" /dev/null
    until_true 20 is_preparing || wrong "there is none" "$(leftovers)"
    run "$build/tests/program/workbook" --root "$tree" --build "$build" hint 1.1
    is "$status" 0 "$err"
    is_preparing && wrong "it goes on" "$(leftovers)"
    mv "$scratch/build.ninja" "$scratch/toolchain.json" "$build/"
    rm -r "$tree"/labs/{01_perceptron,07_optimizers}
fi

claim "Ctrl-C while the compiler works"
mkdir -p "$scratch/slow"
mkfifo "$scratch/slow/pipe.hpp"
echo '#include "pipe.hpp"' >"$scratch/slow/xor_mlp.cpp"
WORKBOOK_BUILD=$build "$tree/workbook" check 2 --from "$scratch/slow" >/dev/null 2>&1 &
job=$!
until_true 20 is_compiling || wrong "the compiler did not start"
interrupt "$job"
is "$?" 130
until_true 10 nothing_is_left || wrong "it goes on" "$(leftovers)"

claim "Ctrl-C while a step is judged"
for attempt in 1 2 3; do # on a busy machine the step's time may be over before we look
    { echo "#include <unistd.h>"; with_body hidden_space "    while (sleep($attempt) == 0) {} return X;"; } >"$lab"
    WORKBOOK_BUILD=$build "$tree/workbook" check 2 >/dev/null 2>&1 &
    job=$!
    until_true 30 is_judging || wrong "the judge did not start"
    interrupt "$job"
    ended=$?
    [ "$ended" -ne 1 ] && break
done
is "$ended" 130 "in attempt $attempt"
until_true 10 nothing_is_left || wrong "it goes on" "$(leftovers)"

claim "after Ctrl-C there is no half file, and the next check works"
is "$(find "$build/state" -name '*.tmp')" ""
wrong_lab 2.5 >"$lab"
door check 2
is "$status" 1 "$err"
has "$out" "2.5 hidden space: wrong"
has "$out" "14 of 15 points" # every other step counts

claim "an endless loop ends within its limit"
with_body hidden_space '    for (volatile bool on = true; on;) {} return X; // again' >"$lab"
started=$SECONDS
door check 2.5
is "$status" 1
has "$out" "endless loop?"
((SECONDS - started < 20)) || wrong "it took $((SECONDS - started)) s"

# --- watch -----------------------------------------------------------------------------------

seen() { grep -qF "$1" "$scratch/watched"; }
# What is shown since the last call of `fresh`.
fresh() { : >"$scratch/watched"; }

claim "watch shows a verdict at once and after every kind of save"
wrong_lab 3.5 >"$lab"
WORKBOOK_BUILD=$build "$tree/workbook" watch 2 >>"$scratch/watched" 2>&1 &
job=$!
until_true 30 seen "watching" || wrong "no first verdict" "$(<"$scratch/watched")"
has "$(<"$scratch/watched")" "2.5 hidden space: wrong"

fresh
cp "$solution" "$lab" # written in place
until_true 30 seen "15 of 15" || wrong "a save in place was not seen" "$(<"$scratch/watched")"

fresh
wrong_lab 4.5 >"$lab.new"
mv "$lab.new" "$lab" # another file takes its name
until_true 30 seen "hidden space: wrong" ||
    wrong "a save by rename was not seen" "$(<"$scratch/watched")"

fresh
rm "$lab"
until_true 30 seen "there is no file" || wrong "the deletion was not seen" "$(<"$scratch/watched")"

fresh
cp "$solution" "$lab"
until_true 30 seen "15 of 15" || wrong "it did not come back" "$(<"$scratch/watched")"

fresh
printf 'not C++' >"$lab"
until_true 30 seen "not built" || wrong "a broken file was not seen" "$(<"$scratch/watched")"

fresh
touch "$lab"
until_true 30 seen "watching" || wrong "it ended after a broken file" "$(<"$scratch/watched")"

claim "watch ends with Ctrl-C as something that went well"
interrupt "$job"
is "$?" 0
until_true 10 nothing_is_left || wrong "it goes on" "$(leftovers)"

claim "watch ends with Ctrl-C also while the compiler works"
cp "$scratch/slow/xor_mlp.cpp" "$lab"
mkfifo "$(dirname "$lab")/pipe.hpp"
WORKBOOK_BUILD=$build "$tree/workbook" watch 2 >/dev/null 2>&1 &
job=$!
until_true 20 is_compiling || wrong "the compiler did not start"
interrupt "$job"
is "$?" 0
until_true 10 nothing_is_left || wrong "it goes on" "$(leftovers)"
rm "$(dirname "$lab")/pipe.hpp"
cp "$solution" "$lab"

# --- debug ------------------------------------------------------------------------------------

with_body hidden_space "    const Matrix Z = matmul(X, hidden.W);\\n\
    const Vector second = xt::row(Z, 1);\\n\
    const auto column = xt::col(Z, 1);\\n\
    return Z;" >"$lab"
if gdb --configuration 2>/dev/null | grep -q -- --with-python &&
    gdb -nx -batch -ex run --args true >/dev/null 2>&1; then
    claim "debug stops at the failing call and shows its Vectors and Matrices"
    printf '%s\n' 'info locals' next next next 'info locals' 'print hidden' \
        'print $at(X, 3, 0) + 6' 'print $at(X, 4, 0)' 'print -elements 3 -- X' quit |
        WORKBOOK_BUILD=$build timeout 60 "$tree/workbook" debug 2.5 >"$scratch/out" 2>&1
    out=$(<"$scratch/out")
    for shown in 'X=Matrix(4×2) {{0, 0}, {0, 1}, {1, 0}, {1, 1}}' \
        'second = Vector(2) {-2, 2}' \
        'column = xt::view(4) {0, 2, 2, 4}' 'b = Vector(2) {3, -1}' '= 7' \
        'no such entry: the shape is (4×2)' 'Matrix(4×2) {{0, 0}, {0, ...}, ...}'; do
        has "$out" "$shown"
    done
    has_not "$out" "Python"
    has_not "$out" "m_storage"
fi

claim "debug asks nothing of a gdb without Python"
mkdir "$scratch/plain"
printf '#!/bin/sh\n[ "$1" = --configuration ] && echo --without-python || { echo gdb "$@"; cat "$3"; }\n' \
    >"$scratch/plain/gdb"
chmod +x "$scratch/plain/gdb"
run env PATH="$scratch/plain:$PATH" WORKBOOK_BUILD="$build" "$tree/workbook" debug 2.5
is "$status" 0 "$err"
has "$out" "break -source xor_mlp.cpp -function xor_mlp::hidden_space"
has_not "$out" "gdb_setup.py"

claim "debug replays a function that was judged alone"
# 2.1 is not written yet, and 2.2, which builds on it, is wrong.
with_body mlp '    throw todo("2.1");' >"$scratch/half.cpp"
solution=$scratch/half.cpp with_body xor_gate "\
    const Unit nand = nand_unit();\\n\
    return 0.5 + mlp({x1, x2}, nand.w, nand.b);" >"$lab"
run env PATH="$scratch/plain:$PATH" WORKBOOK_BUILD="$build" "$tree/workbook" debug 2.2
is "$status" 0 "$err"
has "$out" "xor_gate is asked alone"
has "$out" "/02_xor_mlp_host "
if gdb -nx -batch -ex run --args true >/dev/null 2>&1; then
    printf '%s\n' 'backtrace 1' next 'print nand.b' finish quit |
        WORKBOOK_BUILD=$build timeout 60 "$tree/workbook" debug 2.2 >"$scratch/out" 2>&1
    out=$(<"$scratch/out")
    has "$out" "xor_mlp::xor_gate (x1="
    has "$out" "= 3"
    has "$out" "Value returned is"
fi
cp "$solution" "$lab"

# --- where something is missing -----------------------------------------------------------------

claim "a folder that cannot be written"
echo "a file" >"$scratch/taken"
run env WORKBOOK_BUILD="$scratch/taken/build" "$tree/workbook" check
is "$status" 1
has "$err" "cannot write to"
has "$err" "WORKBOOK_BUILD="

# All programs but two.
mkdir "$scratch/bin"
ln -s /usr/bin/* "$scratch/bin/"
rm -f "$scratch/bin/gnuplot" "$scratch/bin/apt-get" "$scratch/bin/sudo"

claim "no gnuplot and no apt-get"
run env PATH="$scratch/bin" WORKBOOK_BUILD="$build" "$tree/workbook" figures
is "$status" 1
has "$err" "no apt-get"
has "$err" "gnuplot-nox"
has_not "$err" "graphviz"

claim "what a verb does not need is not asked for"
run env PATH="$scratch/bin" WORKBOOK_BUILD="$build" "$tree/workbook" list
is "$status" 0 "$err"

claim "no gnuplot, and an apt-get that cannot help"
if [[ $(id -u) -eq 0 ]]; then
    printf '#!/bin/sh\necho "apt-get $*" >>"%s"\necho "E: no network" >&2\nexit 100\n' \
        "$scratch/asked" >"$scratch/bin/apt-get"
    chmod +x "$scratch/bin/apt-get"
    run env PATH="$scratch/bin" WORKBOOK_BUILD="$build" "$tree/workbook" figures
    is "$status" 1
    has "$err" "E: no network"
    has "$(<"$scratch/asked")" "update"

    claim "an apt-get that can"
    printf '#!/bin/sh\necho "apt-get $*" >>"%s"\n' "$scratch/asked" >"$scratch/bin/apt-get"
    run env PATH="$scratch/bin" WORKBOOK_BUILD="$scratch/taken/build" "$tree/workbook" figures
    has "$err" "cannot write to" # it went on
    has "$(<"$scratch/asked")" "install -y -qq --no-install-recommends gnuplot-nox"

    if script -qec true /dev/null </dev/null >/dev/null 2>&1; then # a terminal can be had
        claim "on a terminal it asks first"
        printf 'no\n' >"$scratch/answer"
        run env PATH="$scratch/bin" WORKBOOK_BUILD="$scratch/taken/build" \
            bash -c "script -qec '$tree/workbook figures' /dev/null <'$scratch/answer'"
        has "$out" "Install them now"
        has "$out" "apt-get install gnuplot-nox"
        claim "CI asks nothing"
        run env CI=1 PATH="$scratch/bin" WORKBOOK_BUILD="$scratch/taken/build" \
            bash -c "script -qec '$tree/workbook figures' /dev/null <'$scratch/answer'"
        has_not "$out" "Install them now"
        has "$out" "cannot write to"
    fi
fi

claim "a read-only workbook, as a user without rights"
if [[ $(id -u) -eq 0 ]] && command -v setpriv >/dev/null && getent passwd nobody >/dev/null; then
    as_nobody=(setpriv --reuid=nobody --regid="$(id -g nobody)" --clear-groups env HOME=/)
    chmod 755 "$scratch"
    if "${as_nobody[@]}" test -x "$built/tests/program/workbook" -a -r "$root/workbook"; then
        run "${as_nobody[@]}" WORKBOOK_BUILD="$tree/build" "$tree/workbook" check
        is "$status" 1
        has "$err" "cannot write to $tree/build"

        mkdir "$scratch/theirs"
        cp -a "$build" "$scratch/theirs/build"
        rm -rf "$scratch/theirs/build"/{state,submissions,messages}
        sed -i "s|^CMAKE_CACHEFILE_DIR:.*|CMAKE_CACHEFILE_DIR:INTERNAL=$scratch/theirs/build|" \
            "$scratch/theirs/build/CMakeCache.txt"
        chown -R nobody "$scratch/theirs"
        theirs() {
            run "${as_nobody[@]}" WORKBOOK_BUILD="$scratch/theirs/build" "$tree/workbook" "$@"
        }
        theirs check 2
        is "$status" 0 "$out$err"
        has "$out" "15 of 15"
        before=$(<"$lab")
        echo "// edit" >>"$lab"
        theirs reset 2
        is "$status" 1 "$out"
        has "$err" "Permission denied"
        is "$(<"$lab")" "$before"$'\n// edit'
        theirs doctor
        is "$status" 1
        has "$out" "✗ write access"

        claim "files that may not be read or written"
        for tests in program_tests:files,source_file \
            bad_lab_tests:bad_files/a_file_that_may_not_be_read; do
            run "${as_nobody[@]}" TMPDIR=/tmp WORKBOOK_ROOT="$root" WORKBOOK_BUILD="$built" \
                "$built/tests/selftest/program/${tests%%:*}" --run_test="${tests#*:}"
            is "$status" 0 "$out$err"
        done
    else
        echo "skipped: nobody cannot reach $built"
    fi
else
    echo "skipped: another user is needed"
fi

# --- a full disk ---------------------------------------------------------------------------------

claim "what cannot be printed is an error, whatever the verb"
for words in --help completion list "list --json" "hint 2.5" "check 2" "check 2 --json" "reset 2" \
    "run 2 --solutions" doctor; do
    # shellcheck disable=SC2086 # several words
    WORKBOOK_BUILD=$build timeout 60 "$tree/workbook" $words >/dev/full 2>"$scratch/err" </dev/null
    status=$?
    [[ $status -ne 0 ]] || wrong "./workbook $words ends with 0"
    grep -qiE "no space left|could be written|write error" "$scratch/err" ||
        wrong "./workbook $words does not say why" "$(<"$scratch/err")"
done

# --- speed -------------------------------------------------------------------------------------

claim "a second start is quick"
door list
started=$(date +%s%N)
door list
is "$status" 0
printf 'second start of ./workbook list: %d ms\n' "$((($(date +%s%N) - started) / 1000000))"

end_of_claims
