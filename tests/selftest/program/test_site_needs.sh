#!/usr/bin/env bash
# shellcheck disable=SC1091,SC2154 # what is sourced
# What ./workbook site says where it cannot make one.
#
#   test_site_needs.sh ROOT BUILD
set -uo pipefail
export LC_ALL=C.UTF-8
unset CI NO_COLOR WORKBOOK_BUILD WORKBOOK_PREFIX WORKBOOK_PACKAGES CMAKE_PREFIX_PATH

root=$(readlink -f "$1")
built=$(readlink -f "$2")
scratch=$(mktemp -d "${TMPDIR:-/tmp}/workbook-site-XXXXXX")
trap 'rm -rf "$scratch"' EXIT
source "$(dirname "$0")/claims.sh"

# All programs but those that one of the packages brings.
mkdir "$scratch/programs"
ln -s /usr/bin/* "$scratch/programs/"
site() { # site ROOT OPTIONS…
    local from=$1
    shift
    run env PATH="$scratch/programs" "$built/tests/program/workbook_workshop" \
        --root "$from" --build "$scratch/build" site "$@"
}

claim "packages that are missing are named, and how to install them"
rm -f "$scratch"/programs/{wasm-ld,llvm-ar,npm}
# Emscripten is needed for the site alone, and may be there or not.
exceptions=share/emscripten/system/lib/libcxxabi/src/cxa_exception.cpp
mkdir -p "$scratch/prefix/$(dirname "$exceptions")"
touch "$scratch/prefix/$exceptions"
export CMAKE_PREFIX_PATH=$scratch/prefix
site "$root"
is "$status" 1 "$out$err"
has "$err" "the site needs the packages lld, llvm, npm"
has "$err" "apt-get install lld llvm npm"
[[ ! -e $scratch/build/site ]] || wrong "there is a site"

claim "one package alone is called a package"
ln -s "$(command -v true)" "$scratch/programs/wasm-ld"
ln -s "$(command -v true)" "$scratch/programs/llvm-ar"
site "$root"
has "$err" "the site needs the package npm"

claim "a student edition has no site, and says why"
mkdir -p "$scratch/edition"
for each in "$root"/*; do
    [[ $each == */solutions || $each == */build ]] || ln -s "$each" "$scratch/edition/"
done
site "$scratch/edition"
is "$status" 1 "$out$err"
has "$err" "the site is made from an instructor's copy"

end_of_claims
