#!/usr/bin/env bash
# Grades a small class on disks that become full, each at another moment, makes room and goes on:
# the outputs must be those of a run that always had room.
#
#   test_full_disk.sh ROOT BUILD
#
# Exit status 77 (skipped) where no disk in memory can be mounted.
set -uo pipefail
root=$1 build=$2
if [[ -z ${INSIDE:-} ]]; then
    # A mount that ends with this test, and needs no root where users may have namespaces.
    unshare --mount --map-root-user true 2>/dev/null ||
        { echo "skipped: no mount namespaces here"; exit 77; }
    INSIDE=yes exec unshare --mount --map-root-user bash "$0" "$@"
fi
export NO_COLOR=1

work=$(mktemp -d)
trap 'umount "$work/disk" 2>/dev/null; rm -rf "$work"' EXIT
fail() { echo "FAILED: $*"; exit 1; }
grade() { "$build/tests/program/workbook" --root "$root" --build "$build" grade "$work/class" \
    --chapters 1 --seed 5 "$@" >"$work/said" 2>&1; }

for student in ada bea cho; do
    mkdir -p "$work/class/$student"
    { cat "$root/solutions/01_perceptron/perceptron.cpp"; echo "// $student"; } \
        >"$work/class/$student/perceptron.cpp"
done
mkdir "$work/class/dan" "$work/disk"
cp "$root/labs/01_perceptron/perceptron.cpp" "$work/class/dan/"

grade --out "$work/out" || fail "with room: $(cat "$work/said")"
full=0
for size in 16k 200k 280k 500k 700k 900k 1100k 1200k 1300k; do
    mount -t tmpfs -o size=$size tmpfs "$work/disk" || { echo "skipped: no tmpfs here"; exit 77; }
    if ! grade --out "$work/disk/out"; then
        full=$((full + 1))
        echo "$size: $(tail -n 2 "$work/said" | tr '\n' ' ')"
        grep -qi "no space\|make room\|full" "$work/said" || fail "$size: it does not say why: $(cat "$work/said")"
        mount -o remount,size=64m "$work/disk"
        grade --out "$work/disk/out" --resume || fail "$size: --resume: $(cat "$work/said")"
    fi
    # How long a step took is another time in every run.
    sed -i 's/ time="[0-9.]*"//' "$work/out/junit.xml" "$work/disk/out/junit.xml"
    diff -r --exclude=work --exclude=journal.jsonl --exclude=.lock "$work/out" "$work/disk/out" \
        >"$work/diff" || fail "$size: other outputs: $(head -c 600 "$work/diff")"
    umount "$work/disk"
done
[[ $full -ge 4 ]] || fail "only $full of the disks became full"
echo "$full disks became full"
