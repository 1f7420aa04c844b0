# shellcheck shell=bash disable=SC2154 # the variables are the front door's
# Where the workbook can be worked in, whatever its folder is called and its files are dated. The
# front door sources it.

# Whether shells, CMake, ninja and the compiler's lists of headers all read this path as a name. They
# do not agree about ' & # ; $ [ \ and others; letters of other alphabets they all take, in UTF-8.
is_harmless() {
    local LC_ALL=C ascii
    ascii=${1//[$'\x80'-$'\xff']/}
    [[ ! $ascii =~ [^A-Za-z0-9_./+@~-] ]] || return 1
    [[ $ascii == "$1" ]] || iconv -f UTF-8 -t UTF-8 <<<"$1" >/dev/null 2>&1
}

# The folder for other names, in $REPLY: where caches are kept, or what is temporary. Nobody else may
# write there, and whatever user compiles must reach it: root hands the compiling to nobody, who
# cannot enter root's home.
folder_of_names() {
    local own=neural-networks-by-hand base
    local cache=${HOME:+$HOME/.cache}
    [[ $(id -u) -ne 0 ]] || cache=/var/cache
    for base in "${XDG_CACHE_HOME:-}" "$cache" "${TMPDIR:-/tmp}" /tmp; do
        REPLY=$base/$own
        [[ $base != */tmp && $base != "${TMPDIR:-}" ]] || REPLY+=-$(id -u)
        if [[ $REPLY == /* ]] && is_harmless "$REPLY" && (umask 022 && mkdir -p "$REPLY") 2>/dev/null &&
            [[ -O $REPLY && ! -L $REPLY && -w $REPLY ]]; then
            return
        fi
    done
    return 1
}

# A harmless name for this folder, in $REPLY: its own, or that of a link to it.
harmless_name() {
    local folder=$1 digest n
    REPLY=$folder
    is_harmless "$folder" && return
    folder_of_names || return
    digest=$(cksum <<<"$folder")
    for n in 0 1 2 3 4 5 6 7 8 9; do # two folders may have the same digest
        local name=$REPLY/${digest%% *}-$n
        [[ -L $name ]] || ln -s "$folder" "$name" 2>/dev/null || true
        [[ $(readlink "$name") != "$folder" ]] || { REPLY=$name && return; }
    done
    return 1
}

# Files that are dated in the future: ninja would build what depends on them again and again. A minute
# is no fault: two machines' clocks may differ.
dated_in_the_future() {
    local root=$1 stamp=$2/.now parts=() part
    touch -t "$(in_a_minute)" "$stamp"
    for part in CMakeLists.txt chapters labs solutions tests; do
        [[ ! -e $root/$part ]] || parts+=("$root/$part")
    done
    find -H "${parts[@]}" -newer "$stamp"
    rm -f "$stamp"
}

in_a_minute() {
    local then=$((${EPOCHSECONDS:-$(date +%s)} + 60))
    printf '%(%Y%m%d%H%M.%S)T' "$then"
}

# Where to work, by harmless names: $place is the workbook's folder, $build what is built. People
# keep reading their own names, $root and $own_build (see shown() in chapters/common/system/files.hpp).
find_places() {
    local names=""
    harmless_name "$root" || cannot_name "$root"
    place=$REPLY
    [[ $place == "$root" ]] || names=$place$'\t'$root$'\n'
    if [[ $own_build == "$root"/* ]]; then
        build=$place${own_build#"$root"}
    else
        build=$own_build
    fi
    if ! mkdir -p "$build" 2>/dev/null || [[ ! -w $build ]]; then
        cannot_write
    fi
    harmless_name "$build" || cannot_name "$build"
    [[ $REPLY == "$build" ]] || names+=$REPLY$'\t'$build$'\n'
    build=$REPLY
    export WORKBOOK_NAMES=$names
}

cannot_name() {
    fail "there is something in the name of the folder $1 that compilers read as something else," \
        "and no place for another name: neither ~/.cache nor /tmp can be written." \
        "Rename the folder with letters, digits and _ alone."
}

# The text with the folders' own names.
in_own_words() {
    local text=$1 name own
    while IFS=$'\t' read -r name own; do
        [[ -z $name ]] || text=${text//"$name"/"$own"}
    done <<<"${WORKBOOK_NAMES:-}"
    printf '%s' "$text"
}

# Whether the folder is worked in by its own name.
has_own_name() { [[ $1 == "$root" || $1 == "$own_build" ]]; }

# Programs, libraries and headers in WORKBOOK_PREFIX are found like the system's, and so are conda's
# where it installs packages. Packages that were only unpacked (dpkg -x) have them in usr/.
use_prefix() {
    local prefix=${WORKBOOK_PREFIX:-} each folder
    if [[ -z $prefix && $(package_manager) =~ ^(conda|mamba|micromamba)$ ]]; then
        prefix=${CONDA_PREFIX:-}
    fi
    [[ -n $prefix ]] || return 0
    [[ -d $prefix ]] || fail "there is no folder $prefix" "WORKBOOK_PREFIX names it"
    prefix=$(cd -- "$prefix" && pwd)
    for each in "$prefix" "$prefix/usr"; do
        export CMAKE_PREFIX_PATH=$each${CMAKE_PREFIX_PATH:+:$CMAKE_PREFIX_PATH}
        export PATH=$each/bin:$PATH
        for folder in "$each"/lib "$each"/lib64 "$each"/lib/*-linux-gnu; do
            [[ ! -d $folder ]] ||
                export LD_LIBRARY_PATH=$folder${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
        done
    done
}
