#!/usr/bin/env bash
# Fuzzes a chapter's judge, with AddressSanitizer and UndefinedBehaviorSanitizer.
#   fuzz.sh ROOT BUILD CHAPTER SECONDS
# CHAPTER may be "next": another chapter with every commit. What was found to reach something new is
# kept in BUILD/fuzz/corpus, what fails in BUILD/fuzz/found.
set -euo pipefail
root=$(readlink -f "$1") build=$(readlink -f "$2") chapter=$3 seconds=$4
command -v clang++ >/dev/null || { echo "SKIPPED: there is no clang++ here"; exit 77; }
if ! clang++ -x c++ -fsanitize=fuzzer,address,undefined - -o "$build/has_fuzzer" 2>/dev/null \
    <<<'extern "C" int LLVMFuzzerTestOneInput(const unsigned char*, unsigned long) { return 0; }'; then
    echo "SKIPPED: this clang++ has no libFuzzer"
    exit 77
fi
rm -f "$build/has_fuzzer"

mapfile -t chapters < <(cd "$root/chapters" && ls -d [0-9][0-9]_*)
if [[ $chapter == next ]]; then
    number=$(git -C "$root" rev-list --count HEAD 2>/dev/null) || number=$(date +%j)
    chapter=${chapters[$((number % ${#chapters[@]}))]}
fi
cd "$build"
env -u CI cmake -S "$root" -B fuzz -G Ninja -DCMAKE_CXX_COMPILER=clang++ -DWORKBOOK_FUZZ=ON >/dev/null
cmake --build fuzz --target "${chapter}_fuzz" "${chapter}_host" "${chapter}_right" >fuzz/build.log ||
    { tail -n 40 fuzz/build.log; exit 1; }
mkdir -p "fuzz/corpus/$chapter" "fuzz/found/$chapter"
export WORKBOOK_HOST=$build/fuzz/${chapter}_host WORKBOOK_RIGHT=$build/fuzz/lib${chapter}_right.so
WORKBOOK_STEPS=$("$build/${chapter}_judge" --list | grep -o '"step":"[^"]*"' | cut -d'"' -f4 | paste -sd,)
export WORKBOOK_STEPS
echo "$chapter, $seconds s"
"fuzz/${chapter}_fuzz" -max_total_time="$seconds" -detect_leaks=0 -timeout=30 -rss_limit_mb=4096 -max_len=2048 \
    -artifact_prefix="fuzz/found/$chapter/" -print_final_stats=1 -verbosity=0 -print_funcs=0 \
    "fuzz/corpus/$chapter"
