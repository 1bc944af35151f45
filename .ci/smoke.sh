#!/usr/bin/env bash
# Runs what a user runs, on the release build and the examples, and looks at what comes out.
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="$PATH:/opt/swift/usr/bin"
unset NO_COLOR COLUMNS || true

stemma=$PWD/.build/release/stemma
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
checks=0

fail() { printf 'smoke: %s\n' "$*" >&2; exit 1; }

# expect CODE WORDS…: runs a command; its output is in $here/out and $here/err.
expect() {
    local wanted=$1 code=0
    shift
    "$@" > "$here/out" 2> "$here/err" || code=$?
    [[ $code == "$wanted" ]] || { cat "$here/err" >&2; fail "exit code $code instead of $wanted: $*"; }
    checks=$((checks + 1))
}
says() { grep -qF -- "$1" "$here/out" || fail "standard output lacks: $1"; }
warns() { grep -qF -- "$1" "$here/err" || fail "standard error lacks: $1"; }
silent() { [[ ! -s $here/err ]] || { cat "$here/err" >&2; fail "chatter on standard error"; }; }
is_json() { python3 -c 'import json, sys; json.load(open(sys.argv[1], encoding="utf8"))' "$here/out" || fail "not JSON"; }
is_jsonl() {
    python3 -c 'import json, sys; [json.loads(line) for line in open(sys.argv[1], encoding="utf8")]' "$here/out" || fail "not JSONL"
}
lines() { [[ $(wc -l < "$here/out") == "$1" ]] || fail "$(wc -l < "$here/out") lines instead of $1"; }

# The demonstration, as the README gives it.
rm -f out/demo.html
expect 0 make demo
says "Ilse Varnach"
[[ -s out/demo.html ]] || fail "make demo left no out/demo.html"

# compare, every format.
expect 0 "$stemma" compare Examples/*.txt; silent; says "Ilse Varnach"
grep -q $'\033' "$here/out" && fail "colour where nobody asked for it"
expect 0 "$stemma" compare --color always Examples/*.txt
grep -q $'\033' "$here/out" || fail "no colour though asked for"
expect 0 "$stemma" compare --all --width 120 Examples/*.txt; says "Ilse Varnach"
expect 0 "$stemma" compare --json Examples/*.txt; silent; is_json; says '"schema":"stemma.collation/1"'
expect 0 "$stemma" compare --format markdown Examples/*.txt; says "Ilse Varnach"
expect 0 "$stemma" compare --format html --output "$here/page.html" Examples/*.txt; silent
[[ ! -s $here/out ]] || fail "data on standard output though --output was given"
grep -qi '<!doctype html>' "$here/page.html" || fail "no HTML page"
grep -qE '(src|href)="https?://' "$here/page.html" && fail "the page asks other machines for something"
expect 0 "$stemma" compare --json "Examples/*.txt"; is_json
expect 0 "$stemma" compare --json Examples/coast-tribune.txt - < Examples/nordwire.txt; is_json
expect 0 "$stemma" compare --json --published 2022-10-03 --language en Examples/nordwire.txt
warns "one article only"

# read and quotes, every format.
expect 0 "$stemma" read Examples/nordwire.txt; silent
expect 0 "$stemma" read --json Examples/*.txt; is_json
expect 0 "$stemma" read --format jsonl Examples/*.txt; is_jsonl; lines 4
expect 0 "$stemma" read --format text Examples/nordwire.txt
expect 0 "$stemma" quotes Examples/*.txt; silent; says "Ilse Varnach"
expect 0 "$stemma" quotes --speaker rehling Examples/*.txt; says "Tomas Rehling"
expect 0 "$stemma" quotes --json Examples/*.txt; is_json
expect 0 "$stemma" quotes --format jsonl Examples/*.txt; is_jsonl; lines 4
expect 0 "$stemma" quotes --format csv Examples/*.txt; says "Ilse Varnach"

# analyze as a filter: the broken line in its place, the rest goes on.
expect 1 "$stemma" analyze < Examples/stream.jsonl; is_jsonl; lines 4; warns "standard input:3:"
sed -n 3p "$here/out" | grep -q '"error"' || fail "no error record in the place of the broken line"
expect 1 "$stemma" analyze --jobs 3 --text Examples/stream.jsonl; is_jsonl; lines 4
head -n 2 Examples/stream.jsonl | expect 0 "$stemma" analyze -
yes "$(head -n 1 Examples/stream.jsonl)" | head -n 5000 > "$here/many.jsonl" || true
expect 0 "$stemma" analyze "$here/many.jsonl"; lines 5000
set +o pipefail
"$stemma" analyze "$here/many.jsonl" 2> "$here/err" | head -n 1 > "$here/out"
set -o pipefail
lines 1; silent

# A JSON document in place of lines, and 200 MB of records in the memory of one.
{ printf '[\n'; sed -n '1p;2p' Examples/stream.jsonl | paste -sd, -; printf ']\n'; } > "$here/story.json"
expect 0 "$stemma" analyze "$here/story.json"; is_jsonl; lines 2; silent
expect 0 "$stemma" analyze - < "$here/story.json"; lines 2
yes "$(head -n 1 Examples/stream.jsonl)" | head -c 200000000 > "$here/large.jsonl" || true
expect 1 python3 -c 'import resource, subprocess, sys
code = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024, "MB at most")
sys.exit(code)' "$stemma" read --format text "$here/large.jsonl"
(($(cut -d ' ' -f 1 "$here/out") < 128)) || fail "reading 200 MB of records took $(cat "$here/out")"
rm "$here/large.jsonl"

# What is named twice is read once; an output is no input.
cp Examples/nordwire.txt "$here/copy.txt"
expect 0 "$stemma" compare --json Examples/*.txt "$here/copy.txt" Examples/nordwire.txt; is_json
warns "$here/copy.txt: the same bytes as Examples/nordwire.txt"; warns "Examples/nordwire.txt: named twice"
expect 2 "$stemma" read --format text --output "$here/copy.txt" "$here/copy.txt"; warns "an input, too"
cmp -s Examples/nordwire.txt "$here/copy.txt" || fail "an input was written over"

# Ends that are no success.
expect 1 "$stemma" compare --json Examples/nordwire.txt "$here/missing.txt"; is_json; warns "$here/missing.txt: no such file"
expect 3 "$stemma" compare "$here/missing.txt"
expect 2 "$stemma" compare
expect 2 "$stemma" compare --format pdf Examples/nordwire.txt
expect 2 "$stemma" nonsense
expect 4 "$stemma" compare --output "$here/no/such/folder.html" Examples/nordwire.txt; warns "cannot write"
if [[ -w /dev/full ]]; then expect 4 "$stemma" compare --json --output /dev/full Examples/nordwire.txt; fi

# Help, version, completions, man page, installation.
for command in "" compare read quotes analyze; do
    expect 0 "$stemma" $command --help; silent; says "Exit codes"; says "EXAMPLES"
done
expect 0 "$stemma" --version; silent
for shell in bash zsh fish; do expect 0 "$stemma" --generate-completion-script "$shell"; says stemma; done
expect 0 "$stemma" --generate-completion-script bash
bash -n "$here/out" || fail "the bash completion does not parse"
expect 0 make install DESTDIR="$here/root" PREFIX=/usr
for file in bin/stemma share/man/man1/stemma.1 share/bash-completion/completions/stemma; do
    [[ -s $here/root/usr/$file ]] || fail "make install left no $file"
done
grep -q 'Exit codes' "$here/root/usr/share/man/man1/stemma.1" || fail "the man page lacks the exit codes"
expect 0 "$here/root/usr/bin/stemma" --version

echo "smoke: $checks runs, all as they should be"
