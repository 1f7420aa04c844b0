#!/usr/bin/env bash
# shellcheck disable=SC1091,SC2016,SC2154 # what is sourced; what other programs expand
# The first minutes: what is installed, with which of several package managers and by whom, what is
# said meanwhile, and what Ctrl-C leaves.
#
#   test_setting_up.sh ROOT
set -uo pipefail
set -m # every background job is a process group, as on a terminal
export LC_ALL=C.UTF-8
unset CI NO_COLOR WORKBOOK_BUILD WORKBOOK_PREFIX WORKBOOK_PACKAGES CMAKE_PREFIX_PATH

root=$(readlink -f "$1")
scratch=$(mktemp -d "${TMPDIR:-/tmp}/workbook-setting-up-XXXXXX")
clean_up() {
    jobs -p | while read -r group; do kill -KILL -- "-$group" 2>/dev/null; done
    rm -rf "$scratch"
}
trap clean_up EXIT
source "$(dirname "$0")/claims.sh"
source "$(dirname "$0")/small_workbook.sh"
small_workbook "$root" "$scratch/book"
course=$scratch/book/tests/program/course

# --- the lists -------------------------------------------------------------------------------

claim "every package has a name, or a reason for none, on every system"
fields() { awk -F ' *[|] *' -v column="$2" '!/^#/ && NF { print $column }' "$1"; }
is "$(fields "$course/packages.txt" 2)" "$(fields "$course/packages_elsewhere.txt" 1)"
for column in 2 3 4 5; do
    is "$(fields "$course/packages_elsewhere.txt" "$column" | grep -cE '^[A-Za-z0-9_.+=-]+$')" \
        "$(fields "$course/packages.txt" 2 | wc -l)"
done
is "$(awk -F ' *[|] *' '!/^#/ && /none/ && $6 == ""' "$course/packages_elsewhere.txt")" ""

# --- package managers ------------------------------------------------------------------------

# All programs but package managers; those, sudo and id are the test's.
managers=(apt-get dnf pacman brew mamba conda micromamba)
mkdir "$scratch/programs"
ln -s /usr/bin/* "$scratch/programs/"
rm -f "$scratch/programs"/{apt-get,apt-cache,dnf,pacman,brew,mamba,conda,micromamba,sudo,id}
stub() { # stub FOLDER NAME: records what it is called with
    mkdir -p "$1"
    printf '#!/bin/sh\necho "%s $*" >>"%s/asked"\n%s\n' "$2" "$scratch" "${3:-}" >"$1/$2"
    chmod +x "$1/$2"
}
for manager in "${managers[@]}"; do stub "$scratch/$manager" "$manager"; done
printf '#!/bin/sh\n[ "$2" != unheard-of ]\n' >"$scratch/apt-get/apt-cache" # show PACKAGE
chmod +x "$scratch/apt-get/apt-cache"
stub "$scratch/sudo" sudo 'while [ "${1#-}" != "$1" ]; do shift; done; exec "$@"'
mkdir "$scratch/root" "$scratch/user"
for who in root user; do
    [[ $who == root ]] && number=0 || number=1000
    printf '#!/bin/sh\n[ "$1" = -u ] && echo %s || exec /usr/bin/id "$@"\n' "$number" >"$scratch/$who/id"
    chmod +x "$scratch/$who/id"
done

# Nothing is here: every file or program that a package brings is looked for where it is not.
sed -i -E '/^#/!s#^([^|]*\|[^|]*\|)[^|]*#\1 /usr/nowhere #' "$course/packages.txt"
echo "a file" >"$scratch/taken"
# door_of WHO PATH WORDS…: the front door, which stops before it builds; what was called is in $asked.
door_of() {
    local path=$scratch/$1:$2:$scratch/programs
    shift 2
    : >"$scratch/asked"
    run env PATH="$path" WORKBOOK_BUILD="$scratch/taken" "$scratch/book/workbook" "$@"
    asked=$(<"$scratch/asked")
}
names() { # names COLUMN GROUP: of the packages of that group, each once
    awk -F ' *[|] *' -v group="$2" -v column="$1" 'FNR == NR { if ($1 == group) wanted[$2] = 1; next }
        ($1 in wanted) && $column != "none" && $column != "unneeded" && !seen[$column]++ {
            line = line " " $column }
        END { print line }' "$course/packages.txt" "$course/packages_elsewhere.txt"
}

while IFS='|' read -r manager column command quietly; do
    claim "$manager, as root"
    door_of root "$scratch/$manager" check
    has "$err" "cannot write to" # it went on
    has "$asked" "${command/ / }$quietly$(names "$column" core)"
    has_not "$asked" "sudo"
    has_not "$asked " " none "
    has_not "$asked " " unneeded "

    claim "$manager, by sudo"
    door_of user "$scratch/$manager:$scratch/sudo" check
    has "$err" "cannot write to"
    has "$asked" "$command$quietly$(names "$column" core)"
    case $manager in
        apt-get | dnf | pacman) has "$asked" "sudo" ;;
        *) has_not "$asked" "sudo" ;;
    esac

    claim "$manager, without rights"
    door_of user "$scratch/$manager" check
    case $manager in
        apt-get | dnf | pacman)
            is "$status" 1
            is "$asked" ""
            has "$err" "$command$(names "$column" core)" # to be copied
            has "$err" "whoever administers this machine"
            has "$err" "Troubleshooting"
            ;;
        *) has "$err" "cannot write to" ;;
    esac
done <<'END'
apt-get|1|apt-get install| -y -qq --no-install-recommends
dnf|2|dnf install| -y -q --setopt=install_weak_deps=False
pacman|3|pacman -Syu --needed| --noconfirm --noprogressbar
brew|4|brew install| --quiet
mamba|5|mamba install -c conda-forge| --yes --quiet
conda|5|conda install -c conda-forge| --yes --quiet
micromamba|5|micromamba install -c conda-forge| --yes --quiet
END

claim "another manager than the system's can be chosen"
: >"$scratch/asked"
run env PATH="$scratch/root:$scratch/apt-get:$scratch/conda:$scratch/programs" \
    WORKBOOK_PACKAGES=conda WORKBOOK_BUILD="$scratch/taken" "$scratch/book/workbook" check
has "$(<"$scratch/asked")" "conda install"

claim "no manager that we know of"
door_of root /nowhere check
is "$status" 1
has "$err" "there is no apt-get, dnf, pacman, brew or conda"
has "$err" "libxtensor-dev"

claim "what a system has no package for is said, with how to do without"
door_of root "$scratch/dnf" check
has "$err" "libxtensor-blas-dev"
has "$err" "WORKBOOK_PREFIX"

claim "CI says what is installed and why"
: >"$scratch/asked"
run env CI=1 PATH="$scratch/root:$scratch/apt-get:$scratch/programs" WORKBOOK_BUILD="$scratch/taken" \
    "$scratch/book/workbook" check
has "$err" "compiles chapters and labs"
has "$err" "installing with apt-get install g++"

claim "help, completion and doctor install nothing"
for words in --help -h "check --help" "grade -h" doctor; do
    # shellcheck disable=SC2086 # several words
    door_of root "$scratch/apt-get" $words
    is "$asked" "" "$words"
done
has "$err" "apt-get install g++"

has_terminal() { script -qec true /dev/null </dev/null >/dev/null 2>&1; }
# on_terminal COLUMNS ANSWER COMMAND: its output, as a terminal of that width gets it.
on_terminal() {
    run bash -c "printf '%s\n' '$2' | script -qec 'stty cols $1; $3' /dev/null"
}
if has_terminal; then
    claim "on a terminal nothing is installed without asking"
    for answer in no yes; do
        : >"$scratch/asked"
        on_terminal 80 $answer "env PATH=$scratch/root:$scratch/dnf:$scratch/programs \
            WORKBOOK_BUILD=$scratch/taken $scratch/book/workbook check"
        has "$out" "Install them now with dnf?"
        [[ $answer == yes ]] && number=1 || number=0
        is "$(grep -c 'dnf install' "$scratch/asked")" "$number"
    done
    has "$out" "cannot write to"
    : >"$scratch/asked"
    on_terminal 80 no "env PATH=$scratch/root:$scratch/dnf:$scratch/programs \
        WORKBOOK_BUILD=$scratch/taken $scratch/book/workbook check </dev/null"
    is "$(<"$scratch/asked")" ""
fi

# --- a prefix of the user's own ----------------------------------------------------------------

claim "what lies below WORKBOOK_PREFIX is not missing"
echo 'core | only | /usr/include/only_there.h | a test' >"$course/packages.txt"
for include in include usr/include; do
    mkdir -p "$scratch/prefix/$include"
    touch "$scratch/prefix/$include/only_there.h"
    run env WORKBOOK_PREFIX="$scratch/prefix" "$scratch/book/workbook" check
    is "$status" 0 "$err"
    rm -r "$scratch/prefix"
done
mkdir -p "$scratch/prefix/include"
touch "$scratch/prefix/include/only_there.h"
for manager in conda apt-get; do # conda's folder counts where conda installs
    run env PATH="$scratch/root:$scratch/$manager:$scratch/programs" CONDA_PREFIX="$scratch/prefix" \
        "$scratch/book/workbook" check
    if [[ $manager == conda ]]; then
        is "$status" 0 "$err"
    else
        has "$err" "needs packages that are not here"
    fi
done
run env WORKBOOK_PREFIX="$scratch/nowhere" "$scratch/book/workbook" check
is "$status" 1
has "$err" "there is no folder"

# --- what one can do without ---------------------------------------------------------------------

claim "the notes ask for lunr, and are made without it where it cannot be installed"
printf '%s\n' 'core | g++ | g++ | compiles' 'search | lunr | /usr/nowhere | forgives slips' \
    >"$course/packages.txt"
mkdir "$scratch/book/solutions" # a student edition brings its notes along
for verb in check notes; do
    : >"$scratch/asked"
    run env PATH="$scratch/user:$scratch/apt-get:$scratch/programs" "$scratch/book/workbook" $verb
    is "$status" 0 "$err"
    has "$out" "$verb"
    [[ $verb == check ]] && has_not "$err" "lunr"
done
has "$err" "apt-get install lunr"
has "$err" "Going on without; the notes' search finds only what is spelt as in the book."
run env PATH="$scratch/root:$scratch/apt-get:$scratch/programs" "$scratch/book/workbook" notes
is "$status" 0 "$err"
has "$(<"$scratch/asked")" "apt-get install -y -qq --no-install-recommends lunr"
has_not "$err" "Going on without"

claim "what apt-get does not know here is left out, and said"
printf '%s\n' 'core | g++ | g++ | compiles' 'search | lunr | /usr/nowhere | forgives slips' \
    'search | unheard-of | /usr/nowhere | nobody has it' >"$course/packages.txt"
: >"$scratch/asked"
run env CI=1 PATH="$scratch/root:$scratch/apt-get:$scratch/programs" "$scratch/book/workbook" notes
is "$status" 0 "$err"
has "$(<"$scratch/asked")" "apt-get install -y -qq --no-install-recommends lunr"
has_not "$(<"$scratch/asked")" "unheard-of"
has "$err" "this system has no package unheard-of"

# --- how far it is -------------------------------------------------------------------------------

echo 'core | g++ | g++ | compiles' >"$course/packages.txt"

claim "without a terminal there is a plain line for each phase"
rm -rf "$scratch/book/build"
run "$scratch/book/workbook" check
is "$status" 0 "$err"
is "$err" "setting up (once, about a minute) …
building the workbook …"
run "$scratch/book/workbook" check
is "$err" ""

if has_terminal; then
    for columns in 20 40 200; do
        claim "on a terminal of $columns columns a line moves, and does not wrap"
        rm -rf "$scratch/book/build"
        on_terminal $columns "" "$scratch/book/workbook check"
        is "$status" 0 "$err"
        has "$out" "setting up: Conf"
        [[ $columns -lt 30 ]] || has "$out" "building the workbook: 1 of "
        longest=$(tr '\r' '\n' <<<"$out" | grep -a $'\x1b' | sed 's/\x1b\[K//;s|/.*||' | wc -L)
        ((longest < columns)) || wrong "a line has $longest columns" "$out"
        # The last thing before the program speaks takes the line away.
        has "$out" $'\r\033[K'"$scratch/book/build/tests/program/workbook"
    done
fi

# --- Ctrl-C ----------------------------------------------------------------------------------------

# A compiler and a CMake that write half of what they should, and then take very long.
mkdir "$scratch/slow"
for name in g++ cmake; do
    cat >"$scratch/slow/$name" <<END
#!/bin/bash
if [[ -e $scratch/stop_in_$name && " \$* " != *" --build "* ]]; then
    echo half >$scratch/book/build/tests/program/workbook
    [[ $name != cmake ]] || echo half >$scratch/book/build/CMakeCache.txt
    : >$scratch/is_in_$name # touch would be waited for, and bash ignores what comes just then
    exec -a $scratch/sleep sleep 100
fi
exec /usr/bin/$name "\$@"
END
    chmod +x "$scratch/slow/$name"
done
slow_check() {
    PATH=$scratch/slow:$PATH "$scratch/book/workbook" check >"$scratch/out" 2>"$scratch/err"
}
nothing_goes_on() { ! pgrep -f "$scratch/sleep" >/dev/null; }
for name in g++ cmake; do
    claim "Ctrl-C while $name works"
    rm -rf "$scratch/book/build"
    mkdir -p "$scratch/book/build/tests/program"
    touch "$scratch/stop_in_$name"
    slow_check &
    job=$!
    until_true 20 test -e "$scratch/is_in_$name" || wrong "$name was not called" "$(<"$scratch/err")"
    started=$SECONDS
    kill -INT -- "-$job"
    wait "$job"
    is "$?" 130 "$(<"$scratch/err")"
    has_not "$(<"$scratch/err")" "workbook: " # it is no error
    ((SECONDS - started < 5)) || wrong "it took $((SECONDS - started)) s"
    until_true 10 nothing_goes_on || wrong "something goes on"
    rm "$scratch/stop_in_$name"
    run env PATH="$scratch/slow:$PATH" "$scratch/book/workbook" check
    is "$status" 0 "$err"
    has "$out" "check"
done

claim "two calls at the same time build once, and the second says that it waits"
rm -rf "$scratch/book/build"
mkdir -p "$scratch/book/build/tests/program"
rm -f "$scratch"/is_in_*
mkfifo "$scratch/stop_in_pipe"
printf '#!/bin/bash\n%s\nexec /usr/bin/g++ "$@"\n' "touch $scratch/is_in_g++; read -r _ <$scratch/stop_in_pipe" \
    >"$scratch/slow/g++"
slow_check &
job=$!
until_true 20 test -e "$scratch/is_in_g++" || wrong "g++ was not called"
"$scratch/book/workbook" check >"$scratch/second.out" 2>"$scratch/second.err" &
second=$!
until_true 10 grep -q "waiting for another call" "$scratch/second.err" || wrong "it does not say so"
echo go >"$scratch/stop_in_pipe"
wait "$job"
is "$?" 0
wait "$second"
is "$?" 0
is "$(<"$scratch/second.err")" "waiting for another call of ./workbook, which is building …"

end_of_claims
