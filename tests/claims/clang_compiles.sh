#!/usr/bin/env bash
# The workbook compiles without a warning under clang too. Only the front end runs: what clang
# makes of the code is not the question here.
#   clang_compiles.sh ROOT
set -euo pipefail
cd "$1"
command -v clang++ >/dev/null || { echo "SKIPPED: there is no clang++ here"; exit 77; }

compile() {
    local folder
    folder=$(basename "$(dirname "$1")")
    clang++ -std=c++20 -fsyntax-only -Wall -Wextra -Wpedantic -Werror \
        -DXTENSOR_ENABLE_ASSERT -DXTENSOR_ENABLE_CHECK_DIMENSION -DHAVE_CBLAS=1 \
        -DBOOST_TEST_DYN_LINK -DBOOST_TEST_NO_MAIN -DBOOST_TEST_ALTERNATIVE_INIT_API \
        -Ichapters "-Ichapters/$folder" "-Itests/$folder" -Itests -Itests/workbook "$1" ||
        { echo "FAILED: $1"; return 1; }
}
export -f compile

find solutions chapters tests/0*/steps.cpp tests/0*/mistakes.cpp tests/grading/{host,flat,question,host_process}.cpp \
    -name '*.cpp' -print0 | xargs -0 -n 1 -P "$(nproc)" bash -c 'compile "$0"'
