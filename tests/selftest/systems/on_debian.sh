#!/usr/bin/env bash
# Does on other Debians what the README promises a newcomer: in a minimal root of each suite, which
# holds nothing but Debian's smallest set of packages, the workbook is cloned, checked, drawn, read
# and tested. By hand, before a release; an hour a suite on two cores.
#   sudo tests/selftest/systems/on_debian.sh [--in FOLDER] [--only COMMAND]… SUITE…
#       SUITE    bookworm, trixie, sid
#       --in     where the roots are (default: /var/tmp/workbook-roots); they stay, and are used again
#       --only   one of the commands below instead of all, for example --only "check 3"
# Prints a line for each suite and command, and ends with 1 if any failed. What was said is in
# FOLDER/SUITE.log. Needs root, git and debootstrap.
set -euo pipefail

fail() { printf '%s\n' "on_debian: $1" >&2; exit 2; }

roots=/var/tmp/workbook-roots
commands=()
suites=()
while [[ $# -gt 0 ]]; do
    case $1 in
        --in) roots=$(realpath -m "${2:?--in needs a folder}"); shift ;;
        --only) commands+=("${2:?--only needs a command}"); shift ;;
        -*) fail "there is no option $1: see the head of this file" ;;
        *) suites+=("$1") ;;
    esac
    shift
done
[[ ${#commands[@]} -gt 0 ]] ||
    commands=("check" "check --solutions" "figures --solutions --out /tmp/figures" "notes" "test")
[[ ${#suites[@]} -gt 0 ]] || fail "name a suite or more: bookworm trixie sid"
[[ $(id -u) -eq 0 ]] || fail "only root can make a root for another Debian: sudo $0 …"
for program in debootstrap git unshare pivot_root; do
    command -v "$program" >/dev/null || fail "$program is missing"
done
workbook=$(cd "$(dirname "$0")/../../.." && pwd)
# Where this system has its packages from, if it says so in the new form.
mapfile -t -n 1 mirror < <(sed -n 's/^URIs: *//p' /etc/apt/sources.list.d/debian.sources 2>/dev/null)

# A process in a chroot may make no user namespaces, which sandboxes are made of; so the root is
# entered as a container's is.
inside() {
    local root=$1
    # shellcheck disable=SC2016 # it is for the shell inside
    unshare --mount --pid --fork --mount-proc bash -c '
        set -e
        mount --bind "$1" "$1" && cd "$1"
        mount --rbind /dev dev && mount --rbind /sys sys && mount -t tmpfs tmpfs tmp
        mkdir -p .outside && pivot_root . .outside
        mount -t proc proc /proc
        umount -l /.outside
        shift
        # The shell stays as the first process, which has to wait for orphans.
        env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 CI=1 "$@" || exit
    ' bash "$root" "${@:2}"
}

mkdir -p "$roots"
failed=0
for suite in "${suites[@]}"; do
    root=$roots/$suite
    log=$roots/$suite.log
    : >"$log"
    if [[ ! -e $root/etc/debian_version ]]; then
        debootstrap --variant=minbase --include=ca-certificates "$suite" "$root" "${mirror[@]}" >>"$log" 2>&1 ||
            { rm -rf "$root"; fail "debootstrap could not make a root of $suite: see $log"; }
    fi
    cp /etc/resolv.conf "$root/etc/"
    # A mirror that has fallen behind its dates still holds a suite that can be tested.
    echo 'Acquire::Check-Valid-Until "false";' >"$root/etc/apt/apt.conf.d/90old-mirror"
    # A root that can be made anew need not be safe from a loss of power.
    echo force-unsafe-io >"$root/etc/dpkg/dpkg.cfg.d/unsafe-io"
    rm -rf "$root/root/workbook"
    git clone --quiet "file://$workbook" "$root/root/workbook"
    for command in "${commands[@]}"; do
        SECONDS=0
        status=0
        # shellcheck disable=SC2086 # a command is words
        inside "$root" bash -c 'cd /root/workbook && exec ./workbook "$@"' bash $command \
            >>"$log" 2>&1 </dev/null || status=$?
        # A fresh clone's labs are still to be written, which check tells by its status.
        expected=0
        [[ ! $command =~ ^check( [0-9.]+)*$ ]] || expected=1
        result=passed
        [[ $status -eq $expected ]] || { result="FAILED ($status)" failed=1; }
        printf '%-10s %-40s %-12s %3d min %02d s\n' "$suite" "$command" "$result" \
            $((SECONDS / 60)) $((SECONDS % 60))
    done
    # shellcheck disable=SC2016 # it is for the shell inside
    printf '%-10s %s\n' "$suite" "$(inside "$root" bash -c 'echo "$(g++ --version | head -n 1)"; dpkg-query -W -f "\${Package} \${Version}  " libboost-dev libxtensor-dev libfmt-dev gnuplot-nox cmake' 2>/dev/null | tr '\n' ' ')"
done
exit "$failed"
