"""The data that the floors were measured on, as SHA-256 digests in Evaluation/data.sha256 (the form of sha256sum)."""
import glob
import hashlib
import os

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FILE = os.path.join(ROOT, "Evaluation", "data.sha256")
USED = (
    "data/collation/dev/*.json",
    "data/collation/seeds.json",
    "data/quotations/polnear/docs.jsonl.gz",
    "data/quotations/polnear/gold.jsonl.gz",
    "data/quotations/polnear/quoted_spans.jsonl.gz",
    "data/quotations/dewikinews/*.jsonl.gz",
    "data/extraction/*/gold.json",
    "eval/eval_collation.py",
    "eval/eval_extraction.py",
    "eval/eval_quotes.py",
    "seeds/*.txt",
)


def digests(shared):
    found = {}
    for path in sorted(path for pattern in USED for path in glob.glob(os.path.join(shared, pattern))):
        with open(path, "rb") as file:
            found[os.path.relpath(path, shared)] = hashlib.sha256(file.read()).hexdigest()
    return found


def pin(shared):
    with open(FILE, "w", encoding="utf8") as file:
        file.writelines(f"{digest}  {path}\n" for path, digest in digests(shared).items())


def differences(shared):
    """How the data differ from what was pinned, in words."""
    try:
        with open(FILE, encoding="utf8") as file:
            pinned = {path: digest for digest, path in (line.split(maxsplit=1) for line in file.read().splitlines())}
    except FileNotFoundError:
        return ["no data.sha256: pin the data with --pin-data"]
    found = digests(shared)
    problems = []
    for path in sorted(pinned.keys() | found.keys()):
        if pinned.get(path) != found.get(path):
            how = "is missing" if path not in found else "is new" if path not in pinned else "has changed"
            problems.append(f"../shared/{path} {how}: its scores cannot be compared with the floors (--pin-data pins it)")
    return problems
