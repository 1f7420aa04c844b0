#!/usr/bin/env bash
# shellcheck disable=SC1091,SC2154 # what is sourced
# A machine or a container that forbids user namespaces: one's own labs are judged, with all limits,
# and what others wrote is not.
#
#   test_no_namespaces.sh ROOT BUILD
set -uo pipefail
root=$1 build=$2
source "$(dirname "$0")/or_fail.sh"
says() { grep -qF -- "$1" <(tr '\n' ' ' <"$work/said" | tr -s ' ') || fail "it does not say '$1': $(cat "$work/said")"; }

# bubblewrap as it fails there.
mkdir "$work/bin"
printf '#!/bin/sh\necho "bwrap: No permissions to create new namespace" >&2\nexit 1\n' >"$work/bin/bwrap"
chmod +x "$work/bin/bwrap"
# The workbook with labs of one's own; what was said is remembered in the build folder.
tree=$work/course
with_own_labs "$tree"
rm -f "$build/state/said_what_is_not_kept_apart"
workbook() {
    PATH=$work/bin:$PATH timeout 120 "$build/tests/program/workbook" --root "$tree" --build "$build" \
        "$@" >"$work/said" 2>&1
}

workbook check 1 --solutions || fail "the solutions: $(cat "$work/said")"
says "bubblewrap cannot work here: bwrap: No permissions to create new namespace"
says "limits on time and memory hold"
workbook check 1 --solutions || fail "the solutions again: $(cat "$work/said")"
! grep -q bubblewrap "$work/said" || fail "it is said twice: $(cat "$work/said")"

# A loop without end, and one that only waits.
lab=$tree/labs/01_perceptron/perceptron.cpp
sed 's/throw todo("1.1");/for (volatile int i = 0;; i = i + 1) {}/
    s/throw todo("1.2");/for (;;) { std::getchar(); }/
    1i #include <cstdio>' "$root/labs/01_perceptron/perceptron.cpp" >"$lab"
! workbook check 1.1 || fail "an endless loop is right"
says "takes too long"

mkdir -p "$work/class/ada"
cp "$root/solutions/01_perceptron/perceptron.cpp" "$work/class/ada/"
! workbook grade "$work/class" --out "$work/graded" || fail "a class is graded without a sandbox"
says "bubblewrap cannot work here"
says "docker run --security-opt seccomp=unconfined"
says "--unsafe"
! workbook check 1 --from "$work/class/ada" || fail "a stranger's file is run without a sandbox"
says "bubblewrap cannot work here"
echo "one's own labs are judged, what others wrote is not"
