#!/usr/bin/env bash
# shellcheck disable=SC1091,SC2154 # what is sourced
# One edition after another: released into the folder that holds an older one, packed, unpacked over
# it, and taken by ./workbook update. Whatever a student has written must be there afterwards.
#
#   test_editions.sh ROOT BUILD
set -uo pipefail
root=$1 build=$2
source "$(dirname "$0")/or_fail.sh"
said() { cat "$work/said"; }
says() { grep -qF -- "$1" "$work/said" || fail "it does not say '$1': $(said)"; }
says_not() { ! grep -qF -- "$1" "$work/said" || fail "it says '$1': $(said)"; }

# An instructor's workbook that can be changed: the files that git knows, or all but what is built.
old=$work/old_course
mkdir "$old"
tar -C "$root" --exclude='./build*' --exclude=./.git --exclude=./compile_commands.json -cf - . |
    tar -C "$old" -xf -
# What is changed here would have the book built again; test_release.sh has it.
workbook() { # ROOT VERB…
    local of=$1 book=()
    shift
    [[ $1 != release ]] || book=(--without-book)
    "$build/tests/program/workbook" --root "$of" --build "$build" "$@" "${book[@]}" >"$work/said" 2>&1
}

# Any verb makes labs that are missing; this one need not build anything.
first_call() { workbook "$1" reset 3 || fail "reset: $(said)"; }

workbook "$old" --version || fail "--version: $(said)"
version=$(sed -n 's/.* \([0-9.]*\)$/\1/p' "$work/said")
grep -q "VERSION $version" "$root/CMakeLists.txt" || fail "version $version is another than CMake's"
grep -m 1 '^## ' "$root/docs/CHANGELOG.md" | grep -qF "$version" ||
    fail "docs/CHANGELOG.md does not begin with $version"

# --- the same workbook, the same archives -------------------------------------------------------

workbook "$old" release --archive "$work/first" || fail "release --archive: $(said)"
sleep 1
find "$old" -type f -exec touch {} +
TZ=Asia/Seoul workbook "$old" release --archive "$work/second" || fail "once more: $(said)"
diff -r "$work/first" "$work/second" || fail "the archives differ"
name=neural-networks-by-hand-$version
(cd "$work/first" && sha256sum --quiet -c "$name.sha256") || fail "the SHA-256 is wrong"
[[ $(tar -tf "$work/first/$name.tar.gz") == "$(tar -tf "$work/first/$name.tar.gz" | LC_ALL=C sort)" ]] ||
    fail "the archive is not sorted"
! tar -tf "$work/first/$name.tar.gz" | grep -qE "^$name/(labs|solutions)/" || fail "the archive has labs"
if command -v unzip >/dev/null; then
    unzip -qq "$work/first/$name.zip" -d "$work/unzipped" || fail "the zip cannot be unpacked"
    tar -C "$work" -xf "$work/first/$name.tar.gz" || fail "the tar cannot be unpacked"
    diff -r "$work/$name" "$work/unzipped/$name" || fail "tar.gz and zip differ"
    [[ -x $work/unzipped/$name/workbook ]] || fail "in the zip ./workbook is no program"
fi

# --- what a student does with the first edition -------------------------------------------------

lab=labs/01_perceptron/perceptron.cpp
other=labs/02_xor_mlp/xor_mlp.cpp
use() { # FOLDER: writes to a lab, changes a page, makes files of one's own
    cd "$1" || exit 1
    [[ -e $lab ]] || fail "there is no $lab"
    echo "// my solution" >>"$lab"
    echo "my notes" >>README.md
    echo "my remark" >>docs/pages/notation.md
    echo "mine" >mine.txt
    echo "mine" >labs/01_perceptron/mine.hpp
    cp "$lab" "$work/lab"
    cd "$work" || exit 1
}
workbook "$old" release "$work/course" || fail "release: $(said)"
use "$work/course"
for how in updated overwritten; do
    mkdir "$work/$how"
    tar -C "$work/$how" --strip-components=1 -xf "$work/first/$name.tar.gz"
    first_call "$work/$how"
    use "$work/$how"
done
workbook "$old" release "$work/course" || fail "the same again: $(said)"
says "no file is another"
says "kept     $lab"
says_not ".bak"
says_not "step "

# --- the next edition ---------------------------------------------------------------------------

new=$work/new_course
cp -R "$old" "$new"
sed -i "s/VERSION $version/VERSION 77.0.0/" "$new/CMakeLists.txt"
rm "$new/docs/pages/errata.md"                                          # gone
echo "A new page." >"$new/docs/pages/new_page.md"                       # new
echo "More." | tee -a "$new/README.md" >>"$new/docs/pages/xtensor.md"   # changed
sed -i 's|/// Step 1.2: the step activation|/// Step 1.2: the activation|' \
    "$new/chapters/01_perceptron/perceptron.hpp"                        # a step's text
sed -i '0,/points([0-9]*)/s//points(77)/' "$new/tests/02_xor_mlp/steps.cpp" # a step's points
sed -i '1i // another beginning' "$new/solutions/02_xor_mlp/xor_mlp.cpp" # a skeleton not begun
sed -i '1i // another beginning' "$new/solutions/01_perceptron/perceptron.cpp" # and one that is

has_both() { # FOLDER: the next edition, and what was the student's
    cd "$1" || exit 1
    cmp -s "$lab" "$work/lab" || fail "$1: the lab was changed"
    [[ $(<mine.txt) == mine && $(<labs/01_perceptron/mine.hpp) == mine ]] ||
        fail "$1: a file of the student's own was changed"
    cmp -s docs/pages/xtensor.md "$new/docs/pages/xtensor.md" || fail "$1: xtensor.md is old"
    [[ -e docs/pages/new_page.md ]] || fail "$1: the new page is missing"
    grep -q "VERSION 77" CMakeLists.txt || fail "$1: CMakeLists.txt is old"
    cd "$work" || exit 1
}
is_laid() { # FOLDER: by a verb, which does more than unpacking, and says it
    has_both "$1"
    says "is version"
    says "new      docs/pages/new_page.md"
    says "removed  docs/pages/errata.md"
    says "kept     $lab, written to; the skeleton is another now"
    says "README.md, as README.md."
    says "docs/pages/notation.md"
    says "step     1.2 step activation"
    says "its text or its hints are others now"
    says "(77 points): was "
    says_not "step     1.1"
    [[ ! -e $1/docs/pages/errata.md ]] || fail "$1: the errata are still there"
    [[ $(head -n 1 "$1/$other") == "// another beginning" ]] || fail "$1: an unwritten lab is old"
    grep -q "my notes" "$1"/README.md.*.bak || fail "$1: the student's README is lost"
    grep -q "my remark" "$1/docs/pages/notation.md" || fail "$1: the student's remark is lost"
    [[ -x $1/workbook ]] || fail "$1: ./workbook is no program"
}
workbook "$new" release "$work/course" || fail "release of the next: $(said)"
is_laid "$work/course"
cp -R "$work/course" "$work/before"
workbook "$new" release "$work/course" || fail "the next once more: $(said)"
says "no file is another"
diff -r "$work/before" "$work/course" || fail "the second time changed something"

workbook "$new" release --archive "$work/third" || fail "release --archive: $(said)"
archive=$work/third/$name.tar.gz
workbook "$work/updated" update "$archive" || fail "update: $(said)"
is_laid "$work/updated"
mkdir "$work/unpacked"
tar -C "$work/unpacked" --strip-components=1 -xf "$work/first/$name.tar.gz"
workbook "$work/updated" update "$work/unpacked" || fail "back, from a folder: $(said)"
[[ -e $work/updated/docs/pages/errata.md ]] || fail "the errata are not back"
cmp -s "$work/updated/$lab" "$work/lab" || fail "going back changed the lab"

tar -C "$work/overwritten" --strip-components=1 -xf "$archive"
first_call "$work/overwritten"
has_both "$work/overwritten"

# Ninja goes by times, and those of an archive are older than what was built: the front door gives
# the files of another edition the present time, once.
front=$work/front
source "$root/tests/selftest/program/small_workbook.sh"
small_workbook "$work/unpacked" "$front"
mkdir -p "$front/build"
touch "$front/build/compile_commands.json"
is_touched() { # EDITION: after a call in this edition, whether the files have another time
    echo "$1" >"$front/.edition.json"
    touch -d 1980-01-01 "$front/chapters/said.hpp"
    env -u WORKBOOK_BUILD "$front/workbook" list >"$work/said" || fail "the front door"
    [[ $(stat -c %Y "$front/chapters/said.hpp") -gt 1000000000 ]]
}
is_touched one || fail "the first edition is not built"
! is_touched one || fail "all is built anew at every call"
is_touched two || fail "the next edition is not built"
[[ -e $front/compile_commands.json ]] || fail "there is no compile_commands.json"

# --- what is refused, and changes nothing -------------------------------------------------------

cp -R "$work/updated" "$work/before_refusals"
refuses() { # WORDS OF THE MESSAGE, ROOT, VERB…
    local words=$1
    shift
    ! workbook "$@" || fail "${*:2} is not refused"
    says "$words"
}
head -c 100000 "$archive" >"$work/half.tar.gz"
cp -R "$work/unpacked" "$work/damaged"
echo "// changed" >>"$work/damaged/chapters/common/math/tensor.hpp"
refuses "cannot be unpacked" "$work/updated" update "$work/half.tar.gz"
refuses "not as it was released" "$work/updated" update "$work/damaged"
refuses "holds no student edition" "$work/updated" update "$work/first"
refuses "there is no" "$work/updated" update "$work/nothing.zip"
refuses "cannot be unpacked" "$work/updated" update "$work/lab"
refuses "an instructor's workbook" "$old" update "$archive"
refuses "no solutions to leave out" "$work/updated" release "$work/elsewhere"
refuses "holds no student edition" "$old" release "$work/first"
refuses "inside the workbook itself" "$old" release "$old/here"
diff -r "$work/before_refusals" "$work/updated" || fail "a refusal changed something"
echo "three ways to the next edition kept what a student wrote"
