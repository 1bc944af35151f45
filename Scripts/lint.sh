#!/usr/bin/env bash
# Formatting, and the rules of CONTRIBUTING.md that a script can check.
set -euo pipefail
cd "$(dirname "$0")/.."

failed=0
complain() { printf 'lint: %s\n' "$*" >&2; failed=1; }

folders=()
for folder in Package.swift Sources Tests Benchmarks Fuzz; do [[ -e $folder ]] && folders+=("$folder"); done
mapfile -t swift_files < <(git ls-files -co --exclude-standard -- "${folders[@]}" | grep '\.swift$')
swift format lint --strict --parallel "${swift_files[@]}" || failed=1

# Nothing that traps on input, and nothing left open.
mapfile -t source_files < <(printf '%s\n' "${swift_files[@]}" | grep '^Sources/')
while IFS= read -r hit; do complain "may trap on input: $hit"; done \
    < <(grep -nE '\btry!|\bas!|\.unsafelyUnwrapped|\bfatalError\(' "${source_files[@]}" || true)
while IFS= read -r hit; do complain "left open: $hit"; done \
    < <(git grep -nIE '\b(TO''DO|FIX''ME|XX''X)\b' -- ':!LICENSE' || true)
for file in "${source_files[@]}"; do
    lines=$(wc -l < "$file")
    ((lines <= 500)) || complain "$file: $lines lines; one idea to a file, about 400 lines at most"
    ((lines <= 450 || lines > 500)) || printf 'lint: note: %s: %d lines; look whether it is one idea\n' "$file" "$lines" >&2
done

# Lexicons say where they come from, and stay small enough to be compiled in.
while IFS= read -r file; do
    head -n 1 "$file" | grep -qE '^#.*(Apache-2\.0|CC0|CC BY|Public domain|BSD|MIT|Unicode|WordNet 3\.0)' \
        || complain "$file: the first line must be a comment with source and licence"
    size=$(wc -c < "$file")
    # The list of cities is searched where it lies: it costs room and no time at the start.
    limit=60000
    [[ $file != */cities.txt ]] || limit=130000
    ((size < limit)) || complain "$file: $size bytes; lexicons are compiled in, $((limit / 1000)) KB at most"
done < <(git ls-files -co --exclude-standard -- 'Sources/*/Lexicons/*')

# No words of the articles beside the checkout; says so where there are none.
python3 Scripts/borrowed.py >&2 || failed=1

# Scripts parse, and the gate of the evaluation works.
while IFS= read -r script; do bash -n "$script" || failed=1; done \
    < <(git ls-files -co --exclude-standard -- '*.sh' .ci/run)
python3 -m compileall -q Evaluation Scripts || failed=1
python3 Evaluation/test_evaluation.py 2>&1 | tail -n 3 || failed=1

((failed == 0)) && echo "lint: clean"
exit "$failed"
