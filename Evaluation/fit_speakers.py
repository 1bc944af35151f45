#!/usr/bin/env python3
"""Fits the weights by which Speech chooses the speaker of a quotation whose source does not name one: a log-linear ranker over the
people and groups named near it (`Sources/Speech/Learned/SpeakerFeature.swift`). Only for quotations that no cue claims does it choose
better than the rules, so that only their weights are written; pronouns and descriptions are measured beside them.

  python3 Evaluation/speech_corpus.py write CORPUS
  STEMMA_MODELS=/none stemma-features --speakers CORPUS/docs.jsonl > speakers.tsv
  fit_speakers.py CORPUS speakers.tsv [--write Sources/Speech/Lexicons/speaker-weights.txt] [--penalty P]

It learns from the train and dev part of the speech corpus (`speech-corpus/README.md`) and from nothing else; the test part is only
measured. Prints the share of speakers that are right, by rules and chosen, cross-validated by article and on the test part.
Deterministic. Needs numpy.
"""
import argparse

import log_linear
import measure_speech
from fit_content_ends import gold

SITUATIONS = ("pronoun", "description", "free")
# Where rules stall, so that what is chosen is used.
USED = ("free",)
# How much better a candidate must be than that of the rules, in log odds. Articles of this corpus were written to be rich in quotations
# that nobody is named beside; news has fewer, and rules know the common ones. One unit costs two right ones of the corpus.
MARGIN = 1.0


def choices(path, articles):
    """By situation, the choices of quotations whose speaker the annotation names."""
    names, found = log_linear.rows(path)
    by_article = {}
    for (article, number), rows in found.items():
        by_article.setdefault(article, []).append(rows)
    result = {situation: [] for situation in SITUATIONS}
    for article, choices in by_article.items():
        text, split, quotes = articles[article]
        spans = [(int(rows[0]["start"]), int(rows[0]["end"])) for rows in choices]
        own = [measure_speech.trimmed(text, {"start": start, "end": end}) for start, end in spans]
        # Pieces of one quotation are one.
        wanted = [measure_speech.trimmed(text, quote) for quote in quotes]
        for i, rows in enumerate(choices):
            scores = [measure_speech.dice(span, own[i]) for span in wanted]
            best = max(range(len(scores)), key=scores.__getitem__, default=None)
            if best is None or scores[best] < 0.3 or "entity" not in quotes[best]:
                continue
            right = [measure_speech.same_person(quotes[best]["entity"], row["name"]) for row in rows]
            ruled = [row["rule"] == "1" for row in rows].index(True)
            note = f'{quotes[best]["entity"]}: {[row["name"] for row in rows]}, rules {rows[ruled]["name"]!r}'
            result[rows[0]["situation"]].append(
                log_linear.Choice(article, [row["features"] for row in rows], right, ruled, split, note)
            )
    return names, result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus")
    parser.add_argument("features")
    parser.add_argument("--write")
    parser.add_argument("--check", metavar="FILE", help="fail unless this file of weights comes out, to the last digit but one")
    parser.add_argument("--penalty", type=float, default=5.0)
    parser.add_argument("--margin", type=float, default=MARGIN)
    options = parser.parse_args()
    names, found = choices(options.features, gold(options.corpus))
    sections, counts = {}, {}
    for situation in SITUATIONS:
        learned = [choice for choice in found[situation] if choice.split != "test"]
        test = [choice for choice in found[situation] if choice.split == "test"]
        weights = log_linear.fitted(learned, options.penalty)
        log_linear.report(f"{situation}, cross-validated", learned, log_linear.cross_validated(learned, options.penalty, options.margin))
        log_linear.report(f"{situation}, test", test, [log_linear.chosen(c, weights, options.margin) for c in test])
        sections[situation] = (names, weights, options.margin)
        counts[situation] = len(learned)
    for path in filter(None, [options.write, options.check and options.check + ".fitted"]):
        header = [
            "Weights of candidates for a quotation's speaker, fitted by Evaluation/fit_speakers.py. Written for Stemma, Apache-2.0.",
            f"Log-linear ranker, L2 penalty {options.penalty:g}, {sum(counts[s] for s in USED)} quotations of the train and dev parts of "
            "Evaluation/speech-corpus (written for Stemma, Apache-2.0; Wikinews, CC BY 2.5).",
        ]
        log_linear.write(path, header, {situation: sections[situation] for situation in USED})
    if options.check:
        log_linear.check(options.check)


if __name__ == "__main__":
    main()
