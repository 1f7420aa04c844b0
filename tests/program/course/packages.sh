# shellcheck shell=bash
# Which packages the workbook needs, and whether they are on this machine: the list is packages.txt
# beside this file. The front door sources it; the program runs it.

# packages GROUP… (none: all groups): a line for each, "group|package|there|what for", with "missing"
# in the third place where it is not here. A program is there when it is on the PATH, anything else
# when a file that the package brings is.
packages() {
    local group package probe why state wanted=" $* "
    while IFS='|' read -r group package probe why; do
        group=${group// /} package=${package// /} probe=${probe// /}
        [[ $group == \#* || -z $package ]] && continue
        [[ $# -eq 0 || $wanted == *" $group "* ]] || continue
        state=there
        case $probe in
            /*) [[ -e $probe || -e /usr/local/${probe#/usr/} ]] ;;
            *.a | *.so) compgen -G "/usr/lib/$probe" >/dev/null ||
                compgen -G "/usr/lib/*/$probe" >/dev/null ||
                compgen -G "/usr/lib/*/*/$probe" >/dev/null ||
                compgen -G "/usr/lib64/$probe" >/dev/null ||
                compgen -G "/usr/local/lib/$probe" >/dev/null ;;
            *) command -v "$probe" >/dev/null ;;
        esac || state=missing
        printf '%s|%s|%s|%s\n' "$group" "$package" "$state" "${why# }"
    done <"${BASH_SOURCE[0]%/*}/packages.txt"
}

[[ ${BASH_SOURCE[0]} != "$0" ]] || packages "$@"
