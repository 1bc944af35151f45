#!/usr/bin/env python3
"""Times Stemma's HTML parser beside libxml2's and gumbo over the same web pages in one run, and says the ratios.

  compare_parsers.py [--shared ../shared] [--set NAME] [--bench Benchmarks/.build/release/stemma-bench]

The peers are Debian's (`apt-get install libxml2-dev libgumbo-dev`); a C program of a few lines, `Benchmarks/Peers`, calls them
and is built anew. Pages are in memory; CPU seconds of the fastest of three passes on one thread. Ends with exit code 1 when
Stemma is not 2.5 times as fast as libxml2 and 7 times as fast as gumbo.
"""
import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile

import measures

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LEAST = {"libxml2": 2.5, "gumbo": 7}
ROUNDS = 3


def flags(*words):
    return subprocess.run(["pkg-config", *words, "libxml-2.0", "gumbo"], stdout=subprocess.PIPE, check=True, text=True).stdout.split()


def peers(pages, folder):
    """MB/s of each peer."""
    program = os.path.join(folder, "html_parsers")
    source = os.path.join(ROOT, "Benchmarks", "Peers", "html_parsers.c")
    subprocess.run(["cc", "-O2", "-o", program, source, *flags("--cflags"), *flags("--libs")], check=True)
    lines = subprocess.run([program, str(ROUNDS), *pages], stdout=subprocess.PIPE, check=True, text=True).stdout
    return {name: int(size) / float(seconds) / 1e6 for name, seconds, size in map(str.split, lines.splitlines())}


def stemma(bench, folder):
    lines = subprocess.run([bench, "--filter", "html/parse", "--pages", folder], stdout=subprocess.PIPE, check=True).stdout
    return next(row["mb_per_s"] for row in map(json.loads, lines.splitlines()) if row["name"] == "html/parse")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", default=os.path.join(ROOT, "..", "shared"))
    parser.add_argument("--set", choices=list(measures.EXTRACTION.values()), default="fundus")
    parser.add_argument("--bench", default=os.path.join(ROOT, "Benchmarks/.build/release/stemma-bench"))
    options = parser.parse_args()
    source = os.path.join(options.shared, "data", "extraction", options.set, "html")
    with tempfile.TemporaryDirectory() as folder:
        pages = []
        for name in sorted(os.listdir(source)):
            pages.append(os.path.join(folder, name.removesuffix(".gz")))
            with gzip.open(os.path.join(source, name)) as page, open(pages[-1], "wb") as file:
                file.write(page.read())
        ours = stemma(options.bench, folder)
        theirs = peers(pages, folder)
    print(f"{options.set}, {len(pages)} pages: stemma {ours:.0f} MB/s")
    ok = True
    for name, speed in theirs.items():
        kept = ours >= LEAST[name] * speed
        ok = ok and kept
        print(f"  {name} {speed:.0f} MB/s: stemma {ours / speed:.2f} times{'' if kept else f', under {LEAST[name]}'}")
    sys.exit(0 if ok else 1)


if __name__ == "__main__":
    main()
