#!/usr/bin/env bash
# Builds the judges for pages, makes what pages compile with, and lays out the site:
#   make_site.sh ROOT BUILD NOTES OUT CHAPTER…
# BUILD is the workbook's build folder, NOTES the folder of the notes' pages.
set -euo pipefail
root=$1 native=$2 notes=$3 out=$4
shift 4
here=$root/tests/web
build=$native/web

# Says how far a long build is, in one line of a terminal; everything is in the log.
progress() {
    if [[ -t 1 ]]; then
        tee -a "$build.log" | sed -un 's/^\(\[[0-9]*\/[0-9]*\]\).*/\r    \1 /p' | tr -d '\n'
        printf '\r\033[K'
    else
        cat >>"$build.log"
    fi
}

echo "The judges, for browsers (minutes, the first time) …"
cmake -G Ninja -S "$here/judge" -B "$build" -DNATIVE_BUILD="$native" \
    -DCMAKE_TOOLCHAIN_FILE="$here/judge/wasi.cmake" \
    -DCMAKE_CXX_COMPILER_LAUNCHER="${CMAKE_CXX_COMPILER_LAUNCHER:-}" >"$build.log" 2>&1 || {
    tail -n 20 "$build.log" >&2
    exit 1
}
ninja -C "$build" "${@/%/.wasm}" 2>&1 | progress || {
    grep -m 1 -A 20 '^FAILED' "$build.log" >&2 || tail -n 20 "$build.log" >&2
    echo "A judge was not built; all that was said is in $build.log" >&2
    exit 1
}

# Beside the build: the source tree stays as it is.
node=$build/node
mkdir -p "$node"
cp "$here"/lab/* "$here"/lab/.npmrc "$node/"
if ! cmp -s "$node/package-lock.json" "$node/installed"; then
    echo "The editor and the compiler, from npm …"
    (cd "$node" && npm ci --no-audit --no-fund --ignore-scripts >npm.log 2>&1) || {
        tail -n 5 "$node/npm.log" >&2
        echo "npm could not install the editor and the compiler: is there a network?" >&2
        exit 1
    }
    cp "$node/package-lock.json" "$node/installed"
fi

echo "What pages compile with (minutes, the first time) …"
node "$node/make_site.mjs" "$root" "$native" "$build" "$build/labs" "$@"
node "$node/lay_out.mjs" "$notes" "$build/labs" "$build/compressed" "$out"
