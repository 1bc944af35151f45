#!/usr/bin/env python3
"""Fits the weights by which Speech chooses where retold content ends: a log-linear ranker over the places of its sentence
(`Sources/Speech/Learned/ContentEndFeature.swift`).

  python3 Evaluation/speech_corpus.py write CORPUS
  STEMMA_MODELS=/none stemma-features --ends CORPUS/docs.jsonl > lexical.tsv
  STEMMA_MODELS=STORE stemma-features --ends CORPUS/docs.jsonl > heads.tsv
  fit_content_ends.py CORPUS lexical.tsv heads.tsv [--write Sources/Speech/Lexicons/content-end-weights.txt] [--penalty P]

It learns from the train and dev part of the speech corpus (`speech-corpus/README.md`) and from nothing else; the test part is only
measured. Prints the share of ends that are right, by rules and chosen, cross-validated by article, of these the Wikinews articles
apart, and on the test part. `--measure FOLDER FEATURES…` measures the same weights on other articles in PolNeAR's form, from which
nothing is learned. Deterministic. Needs numpy.
"""
import argparse
import json
import os

import log_linear
import numpy as np

EDGE = set(" \t\r\n\"“”‘’'`«».,;:!?-–—()[]…")
# How much better a place must be than that of the rules, in log odds.
MARGIN = 0.0
# What the end of the sentence gets on top, in log odds. Articles of this corpus were written to be rich in content that ends before
# its sentence does; news has less of it. The smallest of 0, 0.5, 1 … with which, cross-validated, no more ends of Wikinews articles
# become wrong than right, in either mode.
OFFSET = 1.0
# What may stand between the starts of content in the annotation and in the output.
OPENERS = {"", "that", "to", "whether", "if", "how"}


def gold(folder):
    """(text, split, quotations) of each article."""
    found = {}
    with open(os.path.join(folder, "docs.jsonl"), encoding="utf8") as file:
        for row in map(json.loads, file):
            found[row["id"]] = [row["text"], row["split"], []]
    with open(os.path.join(folder, "gold.jsonl"), encoding="utf8") as file:
        for row in map(json.loads, file):
            found[row["doc_id"]][2] = row["quotes"]
    return found


def start_of(text, place):
    while place < len(text) and text[place] in EDGE:
        place += 1
    return place


def end_of(text, place):
    while place > 0 and text[place - 1] in EDGE:
        place -= 1
    return place


def choices(path, articles):
    """The choices whose content starts where the annotation says; those whose end is no candidate count as wrong."""
    names, found = log_linear.rows(path)
    result = []
    for (article, _), rows in found.items():
        text, split, quotes = articles[article]
        start = start_of(text, int(rows[0]["start"]))
        near = [quote for quote in quotes if text[start_of(text, quote["start"]) : start].strip() in OPENERS]
        near = [quote for quote in near if 0 <= start - start_of(text, quote["start"]) <= 8]
        if not near:
            continue
        ends = {end_of(text, quote["end"]) for quote in near}
        right = [end_of(text, int(row["chosen"])) in ends for row in rows]
        ruled = [row["rule"] == "1" for row in rows].index(True)
        note = text[start : max(ends)]
        result.append(log_linear.Choice(article, [row["features"] for row in rows], right, ruled, split, note))
    return names, result


def mode_of(path):
    return "heads" if "heads" in os.path.basename(path) else "lexical"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus")
    parser.add_argument("features", nargs="+", help="dumps; one with “heads” in its name is of the mode with heads")
    parser.add_argument("--write")
    parser.add_argument("--check", metavar="FILE", help="fail unless this file of weights comes out, to the last digit but one")
    parser.add_argument("--measure", nargs="+", metavar="FOLDER FEATURES", default=[])
    parser.add_argument("--penalty", type=float, default=1.0)
    parser.add_argument("--margin", type=float, default=MARGIN)
    parser.add_argument("--offset", type=float, default=OFFSET)
    options = parser.parse_args()
    articles = gold(options.corpus)
    sections, counts = {}, []
    for path in options.features:
        mode = mode_of(path)
        names, found = choices(path, articles)
        offsets = np.array([options.offset * (name == "isSentenceEnd") for name in names])
        learned = [choice for choice in found if choice.split != "test"]
        test = [choice for choice in found if choice.split == "test"]
        weights = log_linear.fitted(learned, options.penalty, offsets)
        held = log_linear.cross_validated(learned, options.penalty, options.margin, offsets)
        log_linear.report(f"{mode}, cross-validated", learned, held)
        news = [(choice, place) for choice, place in zip(learned, held) if choice.document.startswith("wikinews")]
        log_linear.report("  of these in Wikinews", [choice for choice, _ in news], [place for _, place in news])
        log_linear.report(f"{mode}, test", test, [log_linear.chosen(c, weights, options.margin) for c in test])
        sections[mode] = (names, weights, options.margin)
        counts.append(f"{len(learned)} choices ({mode})")
    for path in options.measure[1:]:
        _, weights, margin = sections[mode_of(path)]
        _, found = choices(path, gold(options.measure[0]))
        log_linear.report(f"{mode_of(path)}, measured", found, [log_linear.chosen(c, weights, margin) for c in found])
    for path in filter(None, [options.write, options.check and options.check + ".fitted"]):
        header = [
            "Weights of the places where retold content may end, fitted by Evaluation/fit_content_ends.py. Written for Stemma, Apache-2.0.",
            f"Log-linear ranker, L2 penalty {options.penalty:g}, sentence end {options.offset:+g}, {' and '.join(counts)} of the train and "
            "dev parts of Evaluation/speech-corpus (written for Stemma, Apache-2.0; Wikinews, CC BY 2.5).",
        ]
        log_linear.write(path, header, sections)
    if options.check:
        log_linear.check(options.check)


if __name__ == "__main__":
    main()
