# shellcheck shell=bash
# Which packages the workbook needs, whether they are on this machine, and what installs them. The
# list is packages.txt beside this file, by Debian's names; packages_elsewhere.txt has those of other
# systems. The front door sources this file; the program runs it.

# What installs packages here; nothing where we know of none. WORKBOOK_PACKAGES=conda chooses another.
package_manager() {
    local each
    for each in ${WORKBOOK_PACKAGES:-apt-get dnf pacman brew mamba conda micromamba}; do
        ! command -v "$each" >/dev/null || { echo "$each" && return; }
    done
}

# Where packages put their files, one folder a line: those that CMake is told to look into, the
# system's, and Homebrew's, which keeps lapack apart.
prefixes() {
    local homebrew=${HOMEBREW_PREFIX:-/opt/homebrew}
    tr : '\n' <<<"${CMAKE_PREFIX_PATH:-}"
    printf '%s\n' /usr /usr/local "$homebrew" "$homebrew/opt/lapack"
}

# is_there PROBE PREFIX…: a program is there when it is on the PATH, anything else when a file that
# the package brings is. A probe may name several things, separated by commas: one is enough.
is_there() {
    local probe=$1 each prefix
    shift
    for each in ${probe//,/ }; do
        case $each in
            /*) # a * stands for a version
                for prefix; do
                    [[ ! -e $prefix${each#/usr} ]] || return 0
                    ! compgen -G "$prefix${each#/usr}" >/dev/null || return 0
                done
                ;;
            *.a | *.so | *.so.*)
                for prefix; do
                    ! compgen -G "$prefix/lib*/$each" >/dev/null || return 0
                    ! compgen -G "$prefix/lib/*/$each" >/dev/null || return 0
                    ! compgen -G "$prefix/lib/*/*/$each" >/dev/null || return 0
                    ! compgen -G "$prefix/lib/${each%.*}.dylib" >/dev/null || return 0
                done
                ;;
            *) ! command -v "$each" >/dev/null || return 0 ;;
        esac
    done
    return 1
}

# What packages are called where this manager installs, a line for each: "Debian's name|name|how to
# do without"; nothing for Debian.
names_elsewhere() {
    local column
    case $1 in
        dnf) column=2 ;;
        pacman) column=3 ;;
        brew) column=4 ;;
        mamba | conda | micromamba) column=5 ;;
        *) return 0 ;;
    esac
    awk -F ' *[|] *' -v column=$column '!/^#/ && NF { print $1 "|" $column "|" $6 }' \
        "${BASH_SOURCE[0]%/*}/packages_elsewhere.txt"
}

# packages GROUP… (none: all groups): a line for each, "group|package|there|what for". In the third
# place stands "missing" where it is not here, and "nowhere" where the system has no such package
# either; then the fourth ends with how to do without.
packages() {
    local group package probe why state wanted=" $* " names line line_of prefixes
    mapfile -t prefixes < <(prefixes)
    names=$'\n'$(names_elsewhere "$(package_manager)")$'\n'
    while IFS='|' read -r group package probe why; do
        group=${group// /} package=${package// /} probe=${probe// /} why=${why# }
        [[ $group == \#* || -z $package ]] && continue
        [[ $# -eq 0 || $wanted == *" $group "* ]] || continue
        state=there
        is_there "$probe" "${prefixes[@]}" || state=missing
        if [[ $names == *$'\n'"$package|"* ]]; then
            line_of=${names#*$'\n'"$package|"}
            line=${line_of%%$'\n'*}
            case ${line%%|*} in
                unneeded) continue ;;
                none) [[ $state == there ]] || state=nowhere why+="; ${line#*|}" ;;
                *) package=${line%%|*} ;;
            esac
        fi
        printf '%s|%s|%s|%s\n' "$group" "$package" "$state" "$why"
    done <"${BASH_SOURCE[0]%/*}/packages.txt"
}

# The command that installs packages here, in $installer, and what makes it ask nothing, in $quietly.
# Both are empty where we know of none.
find_installer() {
    local manager
    manager=$(package_manager)
    installer=() quietly=()
    case $manager in
        apt-get) installer=(apt-get install) quietly=(-y -qq --no-install-recommends) ;;
        dnf) installer=(dnf install) quietly=(-y -q --setopt=install_weak_deps=False) ;;
        # Arch supports only upgrades of everything.
        pacman) installer=(pacman -Syu --needed) quietly=(--noconfirm --noprogressbar) ;;
        brew) installer=(brew install) quietly=(--quiet) ;;
        mamba | conda | micromamba)
            installer=("$manager" install -c conda-forge) quietly=(--yes --quiet)
            ;;
    esac
}

# Whether that command is root's: Homebrew and conda install into folders of the user.
is_roots() { [[ ${1:-} =~ ^(apt-get|dnf|pacman)$ ]]; }

# how_to_install PACKAGE…: the command as a person types it; nothing where we know of none.
how_to_install() {
    # shellcheck disable=SC2034 # find_installer sets it too
    local installer quietly sudo=""
    find_installer
    [[ ${#installer[@]} -gt 0 ]] || return 0
    ! is_roots "${installer[0]}" || [[ $(id -u) -eq 0 ]] || sudo="sudo "
    echo "$sudo${installer[*]} $*"
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
    case ${1:-} in
        --install) how_to_install "${@:2}" ;;
        *) packages "$@" ;;
    esac
fi
