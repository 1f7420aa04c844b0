# shellcheck shell=bash disable=SC2034,SC2154
# For shell tests that end at their first failure. A test sources this; $work is a folder of its own,
# $root the workbook's.

export NO_COLOR=1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "FAILED: $*"; exit 1; }

# with_own_labs TREE: makes a workbook of links to $root, with a copy of its labs to write to.
with_own_labs() {
    local tree=$1 each
    mkdir "$tree"
    for each in "$root"/* "$root"/.[a-z]*; do
        [[ ${each##*/} == labs || ${each##*/} == build* || ${each##*/} == .git ]] ||
            ln -s "$each" "$tree/"
    done
    cp -R "$root/labs" "$tree/labs"
}
