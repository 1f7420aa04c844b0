#!/usr/bin/env bash
# shellcheck disable=SC1091,SC2154 # what is sourced
# Which libraries CMake takes, where several would do, and where they lie in a folder of the user's own.
#
#   test_dependencies.sh ROOT
set -uo pipefail
export LC_ALL=C.UTF-8
unset CMAKE_PREFIX_PATH WORKBOOK_PREFIX CONDA_PREFIX

root=$(readlink -f "$1")
scratch=$(mktemp -d "${TMPDIR:-/tmp}/workbook-dependencies-XXXXXX")
trap 'rm -rf "$scratch"' EXIT
source "$(dirname "$0")/claims.sh"

cat >"$scratch/CMakeLists.txt" <<CMAKE
cmake_minimum_required(VERSION 3.25)
project(finds CXX)
list(APPEND CMAKE_MODULE_PATH "$root/tests/cmake")
include(Dependencies)
message(STATUS "blas: \${REFERENCE_BLAS}; headers: \${OUTSIDE_INCLUDES}; json: \${nlohmann_json_DIR}.")
CMAKE
finds() { run cmake -G Ninja --fresh -S "$scratch" -B "$scratch/build" "$@"; }

claim "Debian's static reference BLAS, and no folder but the system's"
finds
is "$status" 0 "$err"
has "$out" "libblas.a"
has "$out" "headers: ; json: /usr/"

claim "a shared BLAS where the static one does not work"
ar rcs "$scratch/libempty.a"
finds "-DBLAS_libblas.a=$scratch/libempty.a"
is "$status" 0 "$err"
has "$out" "libblas.so"
has "$out" "the last digits may differ"

claim "no BLAS at all"
broken=()
for name in libblas.a libcblas.a blas cblas openblas; do broken+=("-DBLAS_$name=$scratch/libempty.a"); done
finds "${broken[@]}"
is "$status" 1 "$out"
has "$err" "libblas-dev"
has "$err" "./workbook doctor"

claim "a missing library is named with its package"
finds -DCMAKE_IGNORE_PATH=/usr/include
is "$status" 1 "$out"
has "$err" "xtensor/xtensor.hpp was not found"
has "$err" "libxtensor-dev"

claim "packages that are only unpacked, in a folder of one's own"
if command -v dpkg >/dev/null; then
    # What dpkg -x gives.
    for package in libxtensor-dev nlohmann-json3-dev; do
        dpkg -L $package | while read -r file; do
            [[ ! -f $file ]] || install -D "$file" "$scratch/packages$file"
        done
    done
    fail() { wrong "$1"; }
    source "$root/tests/program/course/packages.sh"
    source "$root/tests/program/front_door/places.sh"
    export WORKBOOK_PREFIX=$scratch/packages
    use_prefix
    finds
    is "$status" 0 "$err"
    has "$out" "headers: $scratch/packages/usr/include; json: $scratch/packages/usr/"
fi

end_of_claims
