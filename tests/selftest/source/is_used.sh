#!/usr/bin/env bash
# Nothing lies about that nothing uses: every source is compiled into something, every header is
# included, every file of docs/ and every script is named somewhere.
#   is_used.sh ROOT BUILD
set -euo pipefail
source "$(dirname "$0")/files.sh"
root=$(readlink -f "$1") build=$2
status=0
unused() { echo "FAILED: ${1#"$root/"}: $2"; status=1; }

# What the program compiles itself, or makes new chapters of, is in no target; the fuzzers are built
# apart from all others, and so is what runs in a browser only.
is_data() { [[ $1 == */right_answers/* || $1 == */program/templates/* || $1 == */fuzz/*.cpp ||
    $1 == */explorables/in_browser.cpp || $1 == */explorables/exceptions.cpp ]]; }

# Files that are compiled together are included by one that CMake writes.
compiled=$(find "$build" -path '*/Unity/*' -name '*.cxx' -exec grep -hE '^#include "' {} +
    grep -F '"file": ' "$build/compile_commands.json")
# What is compiled for a page is in a project of its own, or compiled by a script.
for_pages=$(cat "$root"/tests/web/judge/CMakeLists.txt "$root"/tests/web/lab/make_site.mjs)
is_for_pages() {
    [[ $1 == */tests/web/judge/* || $1 == */tests/web/runtime/* ]] &&
        grep -qE "[ /'(]$(basename "$1")" <<<"$for_pages"
}
while read -r source; do
    is_data "$source" || is_for_pages "$source" || grep -qF " \"$source\"" <<<"$compiled" ||
        unused "$source" "it is in no target"
done < <(our_files "$root" cpp)

included=$(our_files "$root" cpp hpp | xargs grep -hoE '#include [<"][^>"]+' | sed 's/.*[<"]//' | sort -u)
while read -r header; do
    is_data "$header" || grep -qE "(^|/)$(basename "$header")\$" <<<"$included" ||
        grep -rqF --include=CMakeLists.txt --include='*.cmake' "$(basename "$header")" "$root/tests" ||
        unused "$header" "nothing includes it"
done < <(our_files "$root" hpp)

while read -r file; do
    name=$(basename "$file")
    grep -rqE --exclude="$name" --exclude-dir=build --exclude-dir=node_modules \
        -e "(^|[^a-z_])${name//./\\.}" -e "(import|from) ${name%.py}\$" -e "from ${name%.py} import" \
        "$root/docs" "$root/tests" "$root/README.md" "$root/workbook" \
        "$root/CMakeLists.txt" || unused "$file" "nothing names it"
done < <(find "$root/docs" "$root/tests" -type f \( -path "$root/docs/*" -o -name '*.sh' \
    -o -name '*.py' -o -name '*.mjs' -o -name '*.txt' \) -not -path '*/node_modules/*' \
    -not -name CMakeLists.txt)
exit $status
