#!/usr/bin/env python3
"""Finds words of the annotated articles in the repository.

CONTRIBUTING.md keeps article texts out of the repository, tests and comments included. This lists every run of eight
words or more that a tracked file has in common with an article of ../shared, and exits with 1 if there is one. Where no
../shared lies beside the checkout it says so and exits with 0.

Time and memory are linear: the runs of the repository are kept in a table, the articles are read past it.
"""

import gzip
import json
import os
import re
import subprocess
import sys
from pathlib import Path

LENGTH = 8
WORD = re.compile(r"[^\W_]+")
ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("STEMMA_SHARED", ROOT.parent / "shared"))

# Runs that are nobody's: with the reason why they may stay.
ALLOWED = {"in the u s and around the world": "a set phrase, in an openly licensed article of Evaluation/speech-corpus"}


def words(text):
    """The words of a text, case folded, apostrophes dropped, with the offset of each."""
    text = text.replace("’", "'")
    return [(match.group().casefold(), match.start()) for match in WORD.finditer(text)]


def strings(value):
    """The strings of a JSON value that are long enough to be borrowed from."""
    pending = [value]
    while pending:
        value = pending.pop()
        if isinstance(value, str):
            if value.count(" ") + 1 >= LENGTH:
                yield value
        elif isinstance(value, dict):
            pending.extend(value.values())
        elif isinstance(value, list):
            pending.extend(value)


def articles():
    """The texts that nothing may be borrowed from, each with its name."""
    files = sorted((SHARED / "seeds").glob("*.txt"))
    for folder in ("data/collation", "data/quotations"):
        files += sorted(path for path in (SHARED / folder).rglob("*") if path.name.endswith((".json", "docs.jsonl.gz")))
    for path in files:
        name = str(path.relative_to(SHARED))
        data = path.read_bytes()
        text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8", errors="replace")
        if path.suffix == ".txt":
            yield name, text
            continue
        for line in [text] if path.suffix == ".json" else text.splitlines():
            try:
                record = json.loads(line)
            except ValueError:
                continue
            for string in strings(record):
                yield name, string


def tracked():
    """The repository's own text files, new ones too."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, check=True
    ).stdout
    for name in sorted(filter(None, listed.decode().split("\0"))):
        if name == "LICENSE":
            continue
        try:
            yield name, (ROOT / name).read_text(encoding="utf-8")
        except (UnicodeDecodeError, OSError):
            continue


def main():
    if not (SHARED / "data" / "collation").is_dir():
        print("borrowed: no articles beside the checkout, nothing compared")
        return 0
    texts, places = {}, {}
    for name, text in tracked():
        found = words(text)
        texts[name] = (text, found)
        # Lexicons and tables of numbers are no prose.
        for index in range(len(found) - LENGTH + 1):
            run = tuple(word for word, _ in found[index : index + LENGTH])
            if sum(word.isalpha() for word in run) >= LENGTH - 2:
                places.setdefault(run, []).append((name, index))
    # Few words of an article open a run of the repository: the rest is passed by without a slice.
    openings = {run[:2] for run in places}
    hits = {}
    for source, text in articles():
        found = [word for word, _ in words(text)]
        for index in range(len(found) - LENGTH + 1):
            if (found[index], found[index + 1]) in openings:
                run = tuple(found[index : index + LENGTH])
                for place in places.get(run, ()):
                    hits.setdefault(place, source)
    count = 0
    last = None
    for name, index in sorted(hits):
        if last == (name, index - 1):
            last = (name, index)
            continue
        last = (name, index)
        end = index
        while (name, end + 1) in hits:
            end += 1
        text, found = texts[name]
        run = [word for word, _ in found[index : end + LENGTH]]
        if any(phrase in " ".join(run) for phrase in ALLOWED):
            continue
        line = text.count("\n", 0, found[index][1]) + 1
        print(f"borrowed: {name}:{line}: {len(run)} words of {hits[name, index]}: {' '.join(run)}")
        count += 1
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
