#!/usr/bin/env bash
# Every figure that the chapters list is drawn, in every format, with the same bytes each time;
# the one in the README is the one that the code draws.
#   figures_are_stable.sh ROOT BUILD
set -euo pipefail
root=$1
build=$2
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
export WORKBOOK_BUILD=$build CI=true

"$root/workbook" figures --solutions --out "$out/first"
rm -f "$build"/drawn/solutions/*/drawn_by
"$root/workbook" figures --solutions --out "$out/second"
diff -r "$out/first" "$out/second"

for png in "$out"/first/*.png; do
    name=${png%.png}
    for ending in svg phone.svg paper.svg csv; do
        [[ -s $name.$ending ]] || { echo "FAILED: $name.$ending is missing or empty"; exit 1; }
    done
done
cmp "$root/docs/images/figure.png" "$out/first/xor_surface.png" ||
    { echo "FAILED: docs/images/figure.png is not the figure xor_surface any more: copy it"; exit 1; }
