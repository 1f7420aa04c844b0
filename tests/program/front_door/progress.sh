# shellcheck shell=bash
# What the front door does and how far it is: on a terminal a line that moves, anywhere else a plain
# line for each phase. The front door sources it.

is_terminal() { [[ -t 2 ]]; }

# A phase begins: "setting up".
phase() {
    if is_terminal; then
        moving_line "$1 …"
    else
        say "$1 …"
    fi
}

# Writes over the moving line, in no more columns than there are: a longer one would wrap, and leave
# a line behind each time.
moving_line() {
    is_terminal || return 0
    local columns
    columns=$(stty size <&2 2>/dev/null) || columns=""
    columns=${columns#* }
    [[ ${columns:-0} -gt 0 ]] || columns=80
    printf '\r\033[K%s' "${1:0:columns-1}" >&2
}

# Takes the moving line away.
still() { ! is_terminal || printf '\r\033[K' >&2; }

# watch_configuring LOG <CMAKE'S OUTPUT: "-- Looking for pthread.h" is what it does.
watch_configuring() {
    local line
    while IFS= read -r line; do
        printf '%s\n' "$line"
        [[ $line != "-- "* ]] || moving_line "setting up: ${line#-- }"
    done >"$1"
}

# watch_building LOG <NINJA'S OUTPUT: "[12/97] Building …" says how far it is. Where nothing is to be
# done, there is no such line, or "[0/2] Re-checking …" alone, and nothing is said.
watch_building() {
    local line counted=""
    while IFS= read -r line; do
        printf '%s\n' "$line"
        [[ $line =~ ^\[([1-9][0-9]*)/([0-9]+)\] ]] || continue
        [[ -n $counted ]] || phase "building the workbook"
        counted=yes
        moving_line "building the workbook: ${BASH_REMATCH[1]} of ${BASH_REMATCH[2]}"
    done >"$1"
}
