#!/usr/bin/env bash
# What a folder's files may include: only what lies below it, so that a part can be understood, and
# built, without those that use it.
#   is_layered.sh ROOT
set -euo pipefail
root=$(readlink -f "$1")
status=0

# may_include FOLDER "PART/…": where the folder's headers may come from, besides itself.
may_include() {
    local folder=$1 allowed=" ${1##*/} $2 " file line part
    while IFS=: read -r file line part; do
        part=${part#*\"} part=${part%/}
        [[ $allowed == *" $part "* ]] ||
            { echo "FAILED: ${file#"$root/"}:$line includes $part/…"; status=1; }
    done < <(grep -rnoE --include='*.[ch]pp' '^#include "(common/)?[a-z]+/' "$root/$folder")
}

may_include chapters/common/system "common/system"
may_include chapters/common/math "common/math"
may_include chapters/common/plot "common/plot common/math common/system"
may_include chapters/common/report "common/report common/plot common/math common/system"

# The search reads solutions: course/tokens.hpp.
may_include tests/judging "common/math common/system course"
may_include tests/program/course "common/system"
may_include tests/program/terminal "common/system course"
may_include tests/program/explain "common/system course"
may_include tests/program/build "common/system course terminal explain"
may_include tests/program/verbs "common/system course terminal build explain"
may_include tests/program/grade "common/system course build explain"
may_include tests/program/notes "common/system course build"
may_include tests/program/workshop "common/system course terminal build explain verbs grade notes"
exit $status
