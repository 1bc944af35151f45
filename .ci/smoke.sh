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
# The formats of other programs, and a person's links.
for format in tei graphml; do
    expect 0 "$stemma" compare --format "$format" Examples/*.txt; silent
    schema=Tests/Schemas/$([[ $format == tei ]] && echo tei-apparatus || echo graphml).rng
    xmllint --noout --nonet --relaxng "$schema" "$here/out" 2>/dev/null || fail "$format is not valid"
done
for format in annotation jsonld; do expect 0 "$stemma" compare --format "$format" Examples/*.txt; silent; is_json; done
expect 0 "$stemma" compare --format csv Examples/*.txt; says "finding,kind,agreement"
expect 0 "$stemma" compare --lexical --json Examples/*.txt; cp "$here/out" "$here/story-found.json"
python3 -c 'import json, sys; s = json.load(open(sys.argv[1]))["shared"][0]; json.dump({"schema": "stemma.links/1", "links": [{"verdict": "rejected", "passages": s["witnesses"]}, {}]}, open(sys.argv[2], "w"))' "$here/story-found.json" "$here/links.json"
expect 1 "$stemma" compare --lexical --json --links "$here/links.json" Examples/*.txt; is_json; says '"outcome":"obeyed"'; warns "links.json: entry 2:"
expect 2 "$stemma" compare --links Examples/nordwire.txt Examples/nordwire.txt

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

# A web page: from a file, compressed, in a folder, from a feed, an archive and a server; its body only, whatever the format.
cat > "$here/bridge.html" <<'PAGE'
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bridge closes at noon - The Tide Herald</title>
<meta property="og:site_name" content="The Tide Herald"><meta property="article:published_time" content="2024-02-05T18:30:00+01:00"></head>
<body><nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Bridge closes at noon</h1><p class="byline">By Ilse Varnach</p>
<p>The council closed the bridge at noon on Monday after divers found cracks in two of its piers, the harbour master said.</p>
<div class="share"><a href="https://facebook.com/sharer?u=1">Share on Facebook</a></div>
<p>Repairs will take about three weeks, according to a paper that the council published in the evening.</p>
<p>Ferries run every twenty minutes until the bridge opens again, and pupils travel free of charge.</p></article>
<footer>All rights reserved. <a href="/imprint">Imprint</a></footer></body></html>
PAGE
body() { says "closed the bridge at noon"; says "Ferries run"; if grep -qE "Facebook|Imprint|Sport" "$here/out"; then fail "furniture in the body"; fi; }
expect 0 "$stemma" read --format text "$here/bridge.html"; silent; body
expect 0 "$stemma" read --format markdown "$here/bridge.html"; body; says "# Bridge closes at noon"
expect 0 "$stemma" read --format html "$here/bridge.html"; body; says "<h1>Bridge closes at noon</h1>"
expect 0 "$stemma" read --json "$here/bridge.html"; is_json; says '"authors":["Ilse Varnach"]'; says '"conflicts"'
expect 0 "$stemma" read --explain "$here/bridge.html"; says "reads and lies like the body"; says "against:"
mkdir "$here/pages"
for number in 1 2 3 4 5; do sed "s/three weeks/$number weeks/" "$here/bridge.html" > "$here/pages/$number.html"; done
gzip -k "$here/pages/5.html"; mv "$here/pages/5.html.gz" "$here/pages/6.html.gz"
expect 0 "$stemma" read --format jsonl --jobs 2 "$here/pages"; is_jsonl; lines 6
expect 0 "$stemma" read --learn "$here/profiles.json" "$here/pages"
[[ ! -s $here/out ]] || fail "output while learning"
expect 0 "$stemma" read --profiles "$here/profiles.json" --format text "$here/pages/1.html"
expect 0 "$stemma" compare --json "$here/pages/1.html" Examples/nordwire.txt; is_json
python3 - "$here" <<'PYTHON'
import gzip, sys
here = sys.argv[1]
page = open(f"{here}/bridge.html", "rb").read()
def record(body):
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
    return gzip.compress(b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://tide.example/1\r\nWARC-Date: 2024-02-05T18:30:00Z\r\n"
                         b"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n" % len(http) + http + b"\r\n\r\n")
open(f"{here}/crawl.warc.gz", "wb").write(record(page) + b"damage" + record(page))
open(f"{here}/feed.xml", "w").write("""<rss version="2.0"><channel><title>Tide</title><item><title>Bridge</title><link>https://tide.example/1</link>
<description>The council closed the bridge at noon.</description></item></channel></rss>""")
PYTHON
expect 1 "$stemma" read --format jsonl "$here/crawl.warc.gz"; is_jsonl; lines 2; warns "byte "
expect 0 "$stemma" read --format text "$here/feed.xml"; says "closed the bridge at noon"
expect 0 "$stemma" links "$here/feed.xml"; says "https://tide.example/1"
expect 0 "$stemma" links --format opml "$here/feed.xml"; says "<opml"
PYTHONUNBUFFERED=1 python3 -m http.server 0 --bind 127.0.0.1 --directory "$here" > "$here/server" 2>&1 & server=$!
trap 'kill $server 2>/dev/null || true; rm -rf "$here"' EXIT
for _ in $(seq 50); do port=$(sed -n 's/.*port \([0-9]*\).*/\1/p' "$here/server"); [[ -n $port ]] && break; sleep 0.1; done
expect 3 "$stemma" read "http://127.0.0.1:$port/bridge.html"; warns "--allow-private"
expect 0 "$stemma" read --allow-private --format text "http://127.0.0.1:$port/bridge.html"; body
expect 1 "$stemma" read --allow-private --format jsonl "http://127.0.0.1:$port/missing" "http://127.0.0.1:$port/bridge.html"; lines 1
kill $server

# Ends that are no success.
expect 1 "$stemma" compare --json Examples/nordwire.txt "$here/missing.txt"; is_json; warns "$here/missing.txt: no such file"
expect 3 "$stemma" compare "$here/missing.txt"
expect 2 "$stemma" compare
expect 2 "$stemma" compare --format pdf Examples/nordwire.txt
expect 2 "$stemma" nonsense
expect 4 "$stemma" compare --output "$here/no/such/folder.html" Examples/nordwire.txt; warns "cannot write"
if [[ -w /dev/full ]]; then expect 4 "$stemma" compare --json --output /dev/full Examples/nordwire.txt; fi

# Models: what there is, and what is not there.
expect 0 "$stemma" models list; says "english"
expect 0 "$stemma" models list --json; is_json
expect 3 env STEMMA_MODELS="$here/none" "$stemma" models where english
expect 3 "$stemma" models fetch --from "$here/none.whl"

# Help, version, completions, man page, installation.
for command in "" compare read quotes links analyze models; do
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
