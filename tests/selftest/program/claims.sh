# shellcheck shell=bash disable=SC2001,SC2034,SC2154
# What the shell tests say and ask. A test sources this; $scratch is its folder.

failures=0
now=""
claim() { now=$1; }
wrong() {
    failures=$((failures + 1))
    printf 'FAILED: %s: %s\n' "$now" "$1"
    [[ -z ${2:-} ]] || sed 's/^/    | /' <<<"$2"
}
# What was said may be a whole page: its beginning tells which.
has() { [[ $1 == *"$2"* ]] || wrong "it does not say \"$2\"" "${1:0:3000}"; }
has_not() { [[ $1 != *"$2"* ]] || wrong "it says \"$2\"" "${1:0:3000}"; }
is() { [[ $1 == "$2" ]] || wrong "it is \"$1\", not \"$2\"" "${3:-}"; }

# run COMMAND…: its status in $status, what it wrote in $out and $err; never longer than a
# minute, or than $patience seconds.
run() {
    timeout --foreground "${patience:-60}" "$@" >"$scratch/out" 2>"$scratch/err" </dev/null
    status=$?
    out=$(<"$scratch/out")
    err=$(<"$scratch/err")
}

# until_true SECONDS COMMAND…: asks again and again instead of sleeping a fixed time.
until_true() {
    local end=$((SECONDS + $1))
    shift
    until "$@"; do
        ((SECONDS < end)) || return 1
        sleep 0.05
    done
}

end_of_claims() {
    [[ $failures -eq 0 ]] || printf '%d failures\n' "$failures"
    exit "$((failures > 0))"
}
