# shellcheck shell=bash disable=SC2154 # the variables are the front door's
# Installs the packages that are missing, or says what is to be done. The front door sources it, with
# tests/program/course/packages.sh.

# The groups of packages.txt that this command line needs, one a line.
groups_of() {
    echo core
    case ${1:-} in
        figures) echo figures ;;
        notes)
            # A student edition brings its notes along.
            [[ ! -d $root/solutions ]] || printf '%s\n' figures notes
            [[ " $* " != *" --pdf "* ]] || echo print
            ;;
        release)
            [[ ! -d $root/solutions || " $* " == *" --without-book "* ]] ||
                printf '%s\n' figures notes
            ;;
        debug) echo debug ;;
        test) [[ $# -gt 1 ]] || printf '%s\n' figures notes debug test ;;
    esac
}

# find_missing GROUP…: what is missing of these groups, in $missing by name, in $reasons with what
# each is for, and in $nowhere what cannot be installed here and how to do without.
find_missing() {
    local package state why
    missing=() reasons=() nowhere=()
    while IFS='|' read -r _ package state why; do
        case $state in
            missing)
                missing+=("$package")
                reasons+=("$(printf '%-24s %s' "$package" "$why")")
                ;;
            nowhere) nowhere+=("$(printf '%-24s %s' "$package" "$why")") ;;
        esac
    done < <(packages "$@")
    # One package may bring several things.
    [[ ${#missing[@]} -eq 0 ]] || mapfile -t missing < <(printf '%s\n' "${missing[@]}" | awk '!seen[$0]++')
}

# What to do where nothing can be installed.
fail_to_install() {
    fail "$1" "${reasons[@]}" "" "${@:2}" \
        "no rights to install? README.md, \"Troubleshooting\", has a way without them"
}

# Keeps of $missing what apt-get can install here, and says what it cannot: Ubuntu has no chromium
# of its own, an older Debian no clang-format-19.
leave_out_unknown() {
    local package known=()
    command -v apt-cache >/dev/null || return 0
    for package in "${missing[@]}"; do
        if apt-cache show "$package" &>/dev/null; then
            known+=("$package")
        else
            say "this system has no package $package; what needs it is left out or says so"
        fi
    done
    missing=("${known[@]}")
}

# Installs what find_missing found.
install_missing() {
    local installer quietly sudo=() how said answer
    find_installer
    how=$(how_to_install "${missing[*]}")
    [[ -n $how ]] || fail_to_install \
        "these packages (or what your system calls them) are missing, and there is no apt-get, dnf, pacman, brew or conda here to install them:"
    if is_roots "${installer[0]}" && [[ $(id -u) -ne 0 ]]; then
        command -v sudo >/dev/null || fail_to_install "these packages are missing:" \
            "whoever administers this machine installs them with:" "${how#sudo }"
        sudo=(sudo)
        [[ -z ${CI:-} ]] || sudo+=(--non-interactive)
    fi
    say "The workbook needs packages that are not here:"
    printf '  %s\n' "${reasons[@]}" "${nowhere[@]}" >&2
    if [[ -z ${CI:-} && -t 2 ]]; then
        # Whatever standard input is, the answer is the person's.
        read -r -p "Install them now with ${installer[0]}? [Y/n] " answer </dev/tty || answer=no
        [[ $answer != [nN]* ]] || fail "not installed; to do it yourself:" "$how"
    fi
    phase "installing with $how"
    if [[ ${installer[0]} == apt-get ]]; then
        said=$("${sudo[@]}" apt-get update -qq 2>&1 </dev/null) ||
            fail "apt-get could not learn what there is; it said:" "$(tail -n 5 <<<"$said")" \
                "to try it yourself: apt-get update"
        leave_out_unknown
        sudo+=(env DEBIAN_FRONTEND=noninteractive)
    fi
    said=$(exec 2>&1 </dev/null
        [[ ${#missing[@]} -eq 0 ]] || "${sudo[@]}" "${installer[@]}" "${quietly[@]}" "${missing[@]}") ||
        fail "${installer[0]} could not install them; it said:" "$(tail -n 5 <<<"$said")" \
            "to try it yourself: $how"
    still
}
