#!/usr/bin/env bash
# Builds the fuzzers and runs each for some seconds.
#   Fuzz/run.sh SECONDS [TARGET…]     targets: those of the folders in Corpus (default: all)
# Exit status: 0 no finding, 1 findings (inputs in Fuzz/Findings), 2 no build.
set -uo pipefail
cd "$(dirname "$0")"
export SWIFT_BACKTRACE=enable=no
export LSAN_OPTIONS=suppressions=$PWD/leaks.txt

seconds=${1:-60}
shift || true
targets=("$@")
[[ ${#targets[@]} -gt 0 ]] || targets=(tokens speech text records html metadata page feed archive web models grammar)
[[ $seconds =~ ^[0-9]+$ ]] || { echo "usage: Fuzz/run.sh SECONDS [TARGET…]" >&2; exit 2; }

# All modules are instrumented, so the flags are given here and not in Package.swift. Optimised as users run it: traps on
# overflow, bounds and nil stay in, and inputs per second are ten times those of a debug build.
#
# The sanitizers are named twice on purpose: --sanitize fuzzer makes SwiftPM link without a main of its own, and -Xswiftc
# comes last and holds. Two --sanitize options override each other, in an order that changes from build to build.
build=(swift build -c release --sanitize fuzzer -Xswiftc -sanitize=fuzzer,address --product stemma-fuzz)
"${build[@]}" >&2 || exit 2
binary=$("${build[@]}" --show-bin-path)/stemma-fuzz

mkdir -p Findings
status=0
model=${STEMMA_MODELS:-${XDG_CACHE_HOME:-$HOME/.cache}/stemma/models}
for target in "${targets[@]}"; do
    [[ -d Corpus/$target ]] || { echo "Fuzz/run.sh: no target $target" >&2; exit 2; }
    if [[ $target == grammar && -z $(compgen -G "$model/english-*") ]]; then
        echo "SKIPPED: fuzzing grammar needs a model: stemma models fetch english" >&2
        continue
    fi
    # What earlier runs learned is kept beside the build; the seeds in Corpus stay as they were written.
    learned=.build/corpus/$target
    mkdir -p "$learned"
    echo "fuzzing $target for $seconds s" >&2
    log=.build/$target.log
    # Foundation's XML parser leaks a little with each error, and looking for leaks after each run is most of its time.
    leaks=1
    [[ $target != feed ]] || leaks=0
    if STEMMA_FUZZ_TARGET=$target "$binary" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=2048 -max_len=4096 \
        -detect_leaks=$leaks \
        -print_final_stats=1 -artifact_prefix="Findings/$target-" "$learned" "Corpus/$target" >"$log" 2>&1; then
        if grep -q 'no interesting inputs were found' "$log"; then
            echo "Fuzz/run.sh: $target was built without coverage, so that it was not fuzzed" >&2
            exit 2
        fi
        grep -E 'stat::number_of_executed_units|stat::average_exec_per_sec' "$log" >&2
    else
        status=1
        tail -n 40 "$log" >&2
        echo "FINDING in $target: see Fuzz/Findings" >&2
    fi
done
exit $status
