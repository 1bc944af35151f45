#!/usr/bin/env bash
# The man page and the shell completions, from the help texts of the command itself.
set -euo pipefail
cd "$(dirname "$0")/.."

swift build -c release --static-swift-stdlib --product stemma >&2
mkdir -p out/man out/completions

# The argument parser's tool turns the description that every command can give of itself into a manual.
swift build --product generate-manual >&2
.build/debug/generate-manual .build/release/stemma --date "$(git log -1 --format=%cs 2>/dev/null || date +%F)" -o out/man

.build/release/stemma --generate-completion-script bash > out/completions/stemma.bash
.build/release/stemma --generate-completion-script zsh > out/completions/_stemma
.build/release/stemma --generate-completion-script fish > out/completions/stemma.fish
echo "out/man/stemma.1 out/completions/{stemma.bash,_stemma,stemma.fish}"
