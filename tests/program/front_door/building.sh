# shellcheck shell=bash disable=SC2154 # the variables are the front door's
# Configures and builds the program behind ./workbook. The front door sources it; $place and $build
# are the folders of the workbook and of what is built, by their harmless names.

# A build folder that was copied or moved with the workbook still refers to the old place.
is_configured() {
    [[ -e $build/build.ninja && -e $build/CMakeCache.txt ]] &&
        refers_to CMAKE_HOME_DIRECTORY "$place" && refers_to CMAKE_CACHEFILE_DIR "$build"
}

# Whether the cache's entry is this folder, by the same harmless name if it has one.
refers_to() {
    local folder
    folder=$(sed -n "s|^$1:INTERNAL=||p" "$build/CMakeCache.txt")
    [[ $folder == "$2" ]] ||
        { has_own_name "$2" && [[ $(readlink -f "$folder") == $(readlink -f "$2") ]]; }
}

# CMake's own error message, or else the end of the log.
said_in() {
    local error
    error=$(sed -nE '/^CMake Error/,/^(Call Stack|-- )/{/^(CMake Error|Call Stack|-- )/d;s/^  //;/./p;}' "$1")
    in_own_words "${error:-$(tail -n 20 "$1")}"
}

# Waits for the lock on a descriptor; with --nonblock it fails if another process has it. Not every
# system has the program flock, but all have perl.
lock() {
    if command -v flock >/dev/null; then
        flock "$@"
    else
        perl -e 'use Fcntl ":flock"; my $how = LOCK_EX | ($ARGV[0] eq "--nonblock" ? LOCK_NB : 0);
            open(my $file, ">&=", $ARGV[-1]) && flock($file, $how) or exit 1' -- "$@"
    fi
}

# Ends the background build (see tests/program/build/background.hpp). All of its processes hold the
# file's lock, so once the lock is free, they are gone.
end_background_build() {
    local mark group="" machine=""
    exec {mark}<>"$build/.background"
    until lock --nonblock "$mark"; do
        read -r group machine <"$build/.background" || true
        [[ $machine != "$(uname -n)" ]] || kill -TERM -- "-$group" 2>/dev/null || true
        sleep 0.05
    done
    exec {mark}>&-
}

cannot_write() {
    fail "cannot write to $own_build" \
        "copy the workbook to a folder of your own, or build elsewhere:" \
        "WORKBOOK_BUILD=\$HOME/workbook-build ./workbook $verb"
}

# Files from the future are dated now: nothing in them changes.
date_files_now() {
    local future
    future=$(dated_in_the_future "$place" "$build")
    [[ -n $future ]] || return 0
    say "$(wc -l <<<"$future" | tr -d ' ') files of the workbook are dated in the future (was a clock wrong?), so they are dated now."
    while IFS= read -r file; do
        touch -c "$file" 2>/dev/null || fail "cannot date $(in_own_words "$file") now," \
            "and until its time has come it would be built again and again:" \
            "copy the workbook to a folder of your own (cp -r)"
    done <<<"$future"
}

configure() {
    local log=$build/configure.log
    phase "setting up (once, about a minute)"
    # If this is interrupted, the next call begins it anew.
    rm -f "$build/build.ninja"
    cmake --fresh -S "$place" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE= 2>&1 |
        watch_configuring "$log" ||
        fail "CMake could not configure the workbook; it said:" "$(said_in "$log")"
    still
}

# clangd looks for this file in the parent folders of the file being edited.
link_compile_commands() {
    [[ -e $place/compile_commands.json ]] ||
        ln -sfn "$build/compile_commands.json" "$place/compile_commands.json" 2>/dev/null || true
}

# An edition that was unpacked over an older one has the archive's times, which tell ninja nothing.
date_new_edition_now() {
    local edition=.edition.json
    [[ -e $place/$edition ]] && ! cmp -s "$place/$edition" "$build/$edition" || return 0
    find -H "$place/CMakeLists.txt" "$place/chapters" "$place/tests" -type f -exec touch {} + || true
    cp "$place/$edition" "$build/$edition"
}

# The tests build copies of the workbook, and editions of it: what was compiled is used again there.
compile_once() {
    command -v ccache >/dev/null && [[ -z ${CMAKE_CXX_COMPILER_LAUNCHER:-} ]] || return 0
    export CMAKE_CXX_COMPILER_LAUNCHER=ccache CCACHE_DIR=$build/ccache
    # Folders' names do not count, nor do the dates of a copy's files; and these are what ccache
    # asks for where headers are precompiled.
    export CCACHE_BASEDIR=/
    export CCACHE_SLOPPINESS=include_file_mtime,include_file_ctime,pch_defines,time_macros
}

configure_and_build() {
    # Two calls at the same time (from two terminals, or tasks of a cluster's job) must not both
    # build.
    exec {lock}>"$build/.lock" || cannot_write
    if ! lock --nonblock "$lock"; then
        phase "waiting for another call of ./workbook, which is building"
        lock "$lock"
        still
    fi
    end_background_build
    date_files_now
    date_new_edition_now
    is_configured || configure
    link_compile_commands
    cmake --build "$build" --target workbook 2>&1 | watch_building "$build/build.log" ||
        fail "the workbook did not build; it said:" "$(said_in "$build/build.log")"
    still
    exec {lock}>&-
}
