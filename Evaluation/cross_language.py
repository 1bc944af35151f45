#!/usr/bin/env python3
"""Measure how well statements in different languages are aligned, on the invented stories of the tests.

    python3 Evaluation/cross_language.py --stemma .build/release/stemma [--seven | --one-language] [--held-out] [--misses]
    python3 Evaluation/cross_language.py --pairs ../shared/data/stories/semeval22-sample

Pairs of sentences of two articles in different languages are compared: right is a pair that shares a fact, found is one
with witnesses in a shared statement. False solos are statements called without another witness whose sentence has one.
Reads Tests/Fixtures/cross-language.json; with --one-language one-language.json, whose stories have two or three articles each in
one language that is not English. Written for Stemma, Apache-2.0.
"""

import argparse
import csv
import gzip
import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

LANGUAGES = {"en", "fr", "de", "es", "ru"}
FIXTURE = Path(__file__).resolve().parent.parent / "Tests/Fixtures/cross-language.json"
# In Arabic and Chinese, too, for runs with the multilingual encoder.
SEVEN = FIXTURE.with_name("cross-language-seven.json")
# Stories of articles in one language that is not English.
ONE_LANGUAGE = FIXTURE.with_name("one-language.json")


def layout(article):
    """The text of an article, and the start and end of each sentence in code points."""
    text, places = "", []
    for sentence, facts in article["sentences"]:
        start = len(text)
        text += sentence
        places.append((start, len(text), set(facts.split())))
        text += "\n\n"
    return text, places


def record(article):
    """A record of JSONL for an article of the fixture."""
    headline, body = layout(article)[0].split("\n\n", 1)
    return {key: article[key] for key in ("id", "language", "published")} | {"headline": headline, "text": body}


def collate(stemma, records):
    """The collation of records, as the command gives it."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for one in records:
            file.write(json.dumps(one, ensure_ascii=False) + "\n")
        file.flush()
        run = subprocess.run([stemma, "compare", "--format", "json", file.name], capture_output=True, text=True, check=False)
    if not run.stdout:
        sys.exit(run.stderr)
    return json.loads(run.stdout)


def measure(collation, story):
    """Counts of right, found and correct pairs, of solos and false solos, with what was missed and what was wrong."""
    places = {}
    for given, read in zip(story["articles"], collation["articles"]):
        at, rows = 0, []
        for sentence, facts in given["sentences"]:
            at = read["text"].index(sentence, at)
            rows.append((at, at + len(sentence), set(facts.split()), sentence))
            at += len(sentence)
        places[read["id"]] = (given["language"], rows)

    def sentences(place):
        return [
            (place["article"], index)
            for index, (start, end, _, _) in enumerate(places[place["article"]][1])
            if start < place["end"] and place["start"] < end
        ]

    units = [(article, index) for article, (_, rows) in places.items() for index in range(len(rows))]

    def facts(unit):
        return places[unit[0]][1][unit[1]][2]

    languages = {language for language, _ in places.values()}

    def between(a, b):
        return a[0] != b[0] and (len(languages) == 1 or places[a[0]][0] != places[b[0]][0])

    right = {(a, b) for a in units for b in units if a < b and between(a, b) and facts(a) & facts(b)}
    found = set()
    for statement in collation["shared"]:
        witnesses = [unit for witness in statement["witnesses"] for unit in sentences(witness)]
        found |= {(a, b) for a in witnesses for b in witnesses if a < b and between(a, b)}
    solos = [unit for solo in collation["solo"] for unit in sentences(solo)]
    witnessed = {unit for pair in right for unit in pair}
    counts = Counter(
        right=len(right), found=len(found), correct=len(right & found), solos=len(solos),
        false_solos=sum(unit in witnessed for unit in solos),
        true_solos=sum(unit not in witnessed for unit in solos),
        unwitnessed=sum(unit not in witnessed and unit[1] > 0 for unit in units),
    )

    def tell(pair):
        return " | ".join(places[article][1][index][3] for article, index in pair)

    return counts, [tell(pair) for pair in sorted(right - found)], [tell(pair) for pair in sorted(found - right)]


def report(name, counts):
    precision = counts["correct"] / max(1, counts["found"])
    recall = counts["correct"] / max(1, counts["right"])
    print(
        f"{name:12} P {precision:.3f} R {recall:.3f}  pairs {counts['right']} found {counts['found']}"
        f"  solos {counts['solos']}: false {counts['false_solos']},"
        f" true {counts['true_solos']} of {counts['unwitnessed']}"
    )


def grade(stemma, folder):
    """Counts shared statements in pairs of articles in two languages, by how alike people found the articles."""
    with gzip.open(folder / "docs.jsonl.gz", "rt", encoding="utf-8") as file:
        articles = {one["id"]: one for one in map(json.loads, file)}
    with open(folder / "pairs.tsv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    for low, high in ((1, 1.4), (1.5, 2.4), (2.5, 3.3), (3.4, 4)):
        counts = Counter()
        for row in rows:
            pair = [articles[row["doc1"]], articles[row["doc2"]]]
            languages = {one["lang"] for one in pair}
            if not low <= float(row["overall"]) <= high or len(languages) < 2 or not languages <= LANGUAGES:
                continue
            found = collate(stemma, [
                {"id": one["id"], "headline": one["title"] or None, "text": one["text"], "language": one["lang"]} for one in pair
            ])  # fmt: skip
            counts += Counter(pairs=1, any=bool(found["shared"]), shared=len(found["shared"]), solos=len(found["solo"]))
        print(f"graded {low}-{high}: {counts['pairs']} pairs, {counts['any']} with any; {counts['shared']} shared, {counts['solos']} solos")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--stemma", default=".build/release/stemma")
    parser.add_argument("--held-out", action="store_true", help="the stories that nothing was set on, without their sentences")
    parser.add_argument("--seven", action="store_true", help="the stories in Arabic and Chinese, too, which need the encoder")
    parser.add_argument("--one-language", action="store_true", help="stories in one language each")
    parser.add_argument("--misses", action="store_true", help="print pairs missed and pairs wrong of the other stories")
    parser.add_argument("--pairs", type=Path, help="a folder of graded pairs of articles")
    options = parser.parse_args()
    if options.pairs:
        grade(options.stemma, options.pairs)
        return
    total = Counter()
    fixture = ONE_LANGUAGE if options.one_language else SEVEN if options.seven else FIXTURE
    for story in json.loads(fixture.read_text(encoding="utf-8"))["stories"]:
        if story["heldOut"] != options.held_out:
            continue
        counts, missed, wrong = measure(collate(options.stemma, map(record, story["articles"])), story)
        total += counts
        report(story["id"], counts)
        if options.misses and not options.held_out:
            for line in missed:
                print("  missed:", line)
            for line in wrong:
                print("  WRONG: ", line)
    report("all", total)


if __name__ == "__main__":
    main()
