# shellcheck shell=bash
# The C++ files that are ours to keep in form: not the hostile ones, whose form is their point, not
# the labs, which are the students', and not what a script writes.

# our_files ROOT ENDING…
our_files() {
    local root=$1 ending
    shift
    for ending in "$@"; do
        find "$root/chapters" "$root/solutions" "$root/tests" -name "*.$ending" \
            -not -path '*/attacks/perceptron/*' -not -name trajectories.hpp \
            -not -path '*/node_modules/*'
    done | sort
}

# The first of these programs that is there.
first_of() {
    local name
    for name in "$@"; do
        command -v "$name" && return
    done
    return 1
}
