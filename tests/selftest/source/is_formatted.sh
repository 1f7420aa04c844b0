#!/usr/bin/env bash
# Every file is as clang-format 19 writes it; another version would see it otherwise.
#   is_formatted.sh ROOT
set -euo pipefail
source "$(dirname "$0")/files.sh"
format=$(first_of clang-format-19 clang-format) && [[ $("$format" --version) == *" 19."* ]] ||
    { echo "SKIPPED: there is no clang-format 19 here (Debian: clang-format-19)"; exit 77; }
our_files "$1" cpp hpp | xargs "$format" --dry-run --Werror --style=file ||
    { echo "FAILED: $format -i FILE puts a file into form"; exit 1; }
