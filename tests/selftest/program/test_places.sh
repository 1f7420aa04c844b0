#!/usr/bin/env bash
# shellcheck disable=SC1091,SC2016,SC2154 # what is sourced; what other programs expand
# Wherever the workbook lies, whatever its folder is called, and whatever cannot be written there: it
# is built once, and nothing is built again by the next call.
#
#   test_places.sh ROOT
set -uo pipefail
export LC_ALL=C.UTF-8
unset CI NO_COLOR WORKBOOK_BUILD WORKBOOK_PREFIX

root=$(readlink -f "$1")
scratch=$(mktemp -d "${TMPDIR:-/tmp}/workbook-places-XXXXXX")
clean_up() {
    find /var/cache/neural-networks-by-hand -lname "$scratch/*" -delete 2>/dev/null
    rm -rf "$scratch"
}
trap clean_up EXIT
source "$(dirname "$0")/claims.sh"
source "$(dirname "$0")/small_workbook.sh"
# Other names for folders are kept in the test's own, also root's.
export XDG_CACHE_HOME=$scratch/cache HOME=$scratch/home

small_workbook "$root" "$scratch/small"

# is_built_once FOLDER: a workbook there builds its program, and at the second call nothing.
is_built_once() {
    cp -r "$scratch/small" "$1"
    run "$1/workbook" check 1
    is "$status" 0 "$out$err"
    has "$out" "check"
    run "$1/workbook" check 1
    is "$status" 0 "$out$err"
    is "$err" ""
    has "$(<"$1/build/build.log")" "no work to do"
}

for character in \' '&' '[' ']' '#' ';' '"' \\ '$' ' ' '(' ')' '<' '>' '|' '*' '?' '!' '`' '^' '{' '}' \
    % @ = + ',' : '~' - é 한 $'\t' $'\xff' '${HOME}' '$$' '@x@' '%s' '..;' '$<1:x>'; do
    name=${character}a${character}b
    claim "a folder called $(printf '%q' "$name")"
    is_built_once "$scratch/$name"
    rm -rf "${scratch:?}/$name"
done

claim "what changes is built again"
is_built_once "$scratch/it's edited"
echo '// edited' >>"$scratch/it's edited/chapters/said.hpp"
run "$scratch/it's edited/workbook" check 1
is "$status" 0 "$out$err"
has "$err" "building the workbook"

claim "a folder with everything in its name, with what is built beside it"
worst=$'it\'s "a" [work] #1; \\ $x & (한) *'
mkdir "$scratch/$worst"
is_built_once "$scratch/$worst/small"
run env WORKBOOK_BUILD="$scratch/$worst/built here" "$scratch/$worst/small/workbook" check
is "$status" 0 "$out$err"
[[ -x "$scratch/$worst/built here/tests/program/workbook" ]] || wrong "it was built elsewhere"

claim "messages show the folder's own name"
echo 'message(FATAL_ERROR "nothing works in ${PROJECT_SOURCE_DIR}")' >>"$scratch/$worst/small/CMakeLists.txt"
run "$scratch/$worst/small/workbook" check
is "$status" 1 "$out"
has "$err" "$scratch/$worst/small"
has_not "$err" "$XDG_CACHE_HOME"

claim "the workbook itself there: configured, and a part of it built once"
mkdir "$scratch/$worst/whole"
cp -r "$root"/{CMakeLists.txt,chapters,tests,workbook} "$scratch/$worst/whole/"
for each in labs solutions; do
    [[ ! -e $root/$each ]] || cp -r "$root/$each" "$scratch/$worst/whole/"
done
# What the front door does, but for the target, and what it calls in the end.
sed -i 's|^exec "$build/.*|cat "$build/build.log"|' "$scratch/$worst/whole/workbook"
sed -i 's/--target workbook/--target student_header 01_perceptron_list/' \
    "$scratch/$worst/whole/tests/program/front_door/building.sh"
patience=240 run "$scratch/$worst/whole/workbook" check
is "$status" 0 "$err"
has "$out" "01_perceptron_list"
patience=240 run "$scratch/$worst/whole/workbook" check
is "$status" 0 "$err"
has "$out" "no work to do"
is "$err" ""
rm -r "$scratch/$worst/whole"

claim "a line break in a folder's name is refused"
for name in $'two\nlines' $'ends\n' $'\nbegins'; do
    cp -r "$scratch/small" "$scratch/$name"
    run "$scratch/$name/workbook" check
    is "$status" 1 "$out"
    has "$err" "line break"
    has "$err" "rename"
    [[ ! -e $scratch/$name/build ]] || wrong "it built something"
    rm -rf "${scratch:?}/$name"
done

claim "a copy with what was built, in another place"
cp -r "$scratch/small" "$scratch/one"
run "$scratch/one/workbook" check
cp -r "$scratch/one" "$scratch/it's another"
run "$scratch/it's another/workbook" check
is "$status" 0 "$err"
has "$out" "/cache/" # its own harmless name
run "$scratch/it's another/workbook" check
is "$err" ""

claim "no HOME, and a home that cannot be written"
run env -u HOME -u XDG_CACHE_HOME "$scratch/one/workbook" check
is "$status" 0 "$err"
mkdir -p "$scratch/temporary"
for cache in /proc/nowhere /dev/null ""; do
    run env -u HOME XDG_CACHE_HOME="$cache" TMPDIR="$scratch/temporary" "$scratch/it's another/workbook" check
    is "$status" 0 "$err"
done

claim "another's folder of names is not used"
if [[ $(id -u) -eq 0 ]]; then
    mkdir -p "$scratch/cache2/neural-networks-by-hand"
    chown nobody "$scratch/cache2/neural-networks-by-hand"
    run env -u HOME TMPDIR="$scratch/temporary" XDG_CACHE_HOME="$scratch/cache2" \
        "$scratch/it's another/workbook" check
    is "$status" 0 "$err"
    has_not "$out" "$scratch/cache2"
fi

claim "files from the future are dated now"
touch -d '+3 hours' "$scratch/one/CMakeLists.txt" "$scratch/one/chapters/said.hpp"
run "$scratch/one/workbook" check
is "$status" 0 "$err"
has "$err" "2 files of the workbook are dated in the future"
run "$scratch/one/workbook" check
is "$err" ""

claim "a folder that is no folder"
echo "a file" >"$scratch/taken"
run env WORKBOOK_BUILD="$scratch/taken" "$scratch/one/workbook" check
is "$status" 1
has "$err" "cannot write to $scratch/taken"

claim "a clone by a git that changes line ends"
if git -C "$root" rev-parse --is-inside-work-tree >/dev/null 2>&1; then
    git -C "$scratch" init -q clone
    cp "$root/.gitattributes" "$root/workbook" "$scratch/clone/"
    printf 'a,b\r\n' >"$scratch/clone/data.csv"
    git -C "$scratch/clone" -c core.autocrlf=true add . 2>/dev/null
    git -C "$scratch/clone" -c user.name=t -c user.email=t@t -c core.autocrlf=true commit -qm "a"
    git -c core.autocrlf=true clone -q "$scratch/clone" "$scratch/cloned"
    cmp "$root/workbook" "$scratch/cloned/workbook" || wrong "the front door is another"
fi

end_of_claims
