#!/usr/bin/env bash
# Puts in place what a build needs. Does nothing, quickly, when it is all there.
set -euo pipefail

needed_swift=6.3

say() { printf 'setup: %s\n' "$*" >&2; }

# libstemmer: Snowball stems. zlib, brotli: compressed pages and archives. libcurl: fetching. openblas: products of matrices in
# models. cld2: languages. icu: words of scripts without spaces. pip: fetching models. libxml2-utils: tests hold TEI and GraphML to
# their schemas with xmllint. The others: what the Swift toolchain needs to start and to link, and what the scripts here run.
packages=(libstemmer-dev zlib1g-dev libbrotli-dev libcurl4-openssl-dev libopenblas-dev libcld2-dev libicu-dev libc6-dev libstdc++-12-dev binutils libxml2 libncurses6 libcurl4 tzdata ca-certificates git make python3 python3-pip libxml2-utils)

if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then
    missing=()
    for package in "${packages[@]}"; do
        state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
        [[ $state == installed ]] || missing+=("$package")
    done
    if ((${#missing[@]})); then
        root=()
        if [[ $(id -u) != 0 ]]; then
            command -v sudo >/dev/null || { say "install as root: apt-get install ${missing[*]}"; exit 1; }
            root=(sudo)
        fi
        say "installing ${missing[*]}"
        "${root[@]}" apt-get update -qq
        "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
    fi
elif ! [[ -e /usr/include/libstemmer.h || -e /usr/local/include/libstemmer.h ]]; then
    say "this is no Debian: install Snowball's libstemmer with its header (libstemmer.h) yourself"
    exit 1
fi

if ! command -v swift >/dev/null; then
    say "no Swift: get $needed_swift or newer for your system from https://www.swift.org/install/ and unpack it to /opt/swift"
    exit 1
fi
version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1)
if [[ $(printf '%s\n%s\n' "$needed_swift" "${version:-0}" | sort -V | head -n 1) != "$needed_swift" ]]; then
    say "Swift ${version:-of unknown version} is too old: get $needed_swift or newer from https://www.swift.org/install/"
    exit 1
fi
