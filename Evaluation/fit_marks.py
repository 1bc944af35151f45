#!/usr/bin/env python3
"""Fits the weights by which Speech tells spans in quotation marks that are speech from titles, nicknames, terms and words at arm's
length: a logistic regression with an L2 penalty over true-or-false features (`Sources/Speech/MarkFeature.swift`).

  python3 Evaluation/speech_corpus.py write CORPUS
  stemma-features --marks CORPUS/docs.jsonl > features.tsv
  fit_marks.py features.tsv CORPUS [--write Sources/Speech/Lexicons/mark-weights.txt] [--penalty P]

It learns from the train and dev part of the speech corpus (`speech-corpus/README.md`) and from nothing else; the test part is
only measured. Prints the share of speech that is kept and of what is no speech that is rejected, cross-validated by article and
on the test part, beside what the rules alone do. Deterministic: Newton's method from zero, divisions of the articles by name.
Needs numpy.
"""
import argparse
import json
import os

import log_linear
import numpy as np

# The spans that are judged: those of whose marks no cue of a period says what they are. What a cue owns stays as it is.
JUDGED = ("ruledAside", "ruledSpeech", "ruledNoSpeech")
# Log odds from which on a span is speech. Among the judged spans of this corpus there are two that are no speech for each that
# is (log odds -0.7): it was written to be rich in them. In its Wikinews articles there are as many of one as of the other,
# so that even odds of news lie at -0.7 here; a title reported as speech counts a little more than a fragment that is lost.
THRESHOLD = -0.55
ITERATIONS = 60
FOLDS = 8


def read(path):
    """The names of the features, and the rows of each article: start, end, whether the rules see speech, features."""
    articles = {}
    with open(path, encoding="utf8") as file:
        names = file.readline().rstrip("\n").split("\t")[4:]
        for line in file:
            columns = line.rstrip("\n").split("\t")
            row = (int(columns[1]), int(columns[2]), columns[3] == "1", [float(value) for value in columns[4:]])
            articles.setdefault(columns[0], []).append(row)
    return names, articles


def matched(span, rows):
    """The row that shares half or more with a span of the gold."""
    best, found = 0, None
    for row in rows:
        shared = min(row[1], span["end"]) - max(row[0], span["start"])
        if shared > best and 2 * shared >= max(row[1] - row[0], span["end"] - span["start"]):
            best, found = shared, row
    return found


def examples(names, articles, folder):
    """(article, split, features, is speech, what the rules say, is judged) of every gold span that was found."""
    found, missed = [], 0
    judged = [names.index(name) for name in JUDGED]
    with open(os.path.join(folder, "quoted_spans.jsonl"), encoding="utf8") as file:
        for record in map(json.loads, file):
            for span in record["quoted"]:
                row = matched(span, articles.get(record["doc_id"], []))
                if row is None:
                    missed += 1
                else:
                    open_to = any(row[3][place] for place in judged)
                    found.append((record["doc_id"], record["split"], row[3], span["speech"], row[2], open_to))
    return found, missed


def fitted(rows, penalty):
    """Weights and, last, the intercept, of the judged rows."""
    rows = [row for row in rows if row[5]]
    features = np.array([row[2] + [1.0] for row in rows])
    truth = np.array([float(row[3]) for row in rows])
    ridge = np.full(features.shape[1], penalty)
    ridge[-1] = 1e-6
    weights = np.zeros(features.shape[1])
    for _ in range(ITERATIONS):
        chance = 1 / (1 + np.exp(-np.clip(features @ weights, -30, 30)))
        slope = features.T @ (chance - truth) + ridge * weights
        curvature = (features * (chance * (1 - chance))[:, None]).T @ features + np.diag(ridge)
        step = np.linalg.solve(curvature, slope)
        weights -= step
        if np.abs(step).max() < 1e-9:
            break
    return weights


def decided(rows, weights):
    """Whether each row is speech: by the weights where it is judged, by the rules where not."""
    return [float(np.dot(row[2] + [1.0], weights)) >= THRESHOLD if row[5] else row[4] for row in rows]


def shares(rows, decisions):
    """Of speech the share that is kept, of the rest the share that is rejected."""
    kept = [decision for row, decision in zip(rows, decisions) if row[3]]
    refused = [not decision for row, decision in zip(rows, decisions) if not row[3]]
    return sum(kept) / len(kept), sum(refused) / len(refused)


def cross_validated(rows, penalty):
    names = sorted({row[0] for row in rows})
    decisions = {}
    for fold in range(FOLDS):
        held = set(names[fold::FOLDS])
        train = [row for row in rows if row[0] not in held]
        weights = fitted(train, penalty)
        for index, row in enumerate(rows):
            if row[0] in held:
                decisions[index] = decided([row], weights)[0]
    return [decisions[index] for index in range(len(rows))]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("features")
    parser.add_argument("corpus")
    parser.add_argument("--write")
    parser.add_argument("--check", metavar="FILE", help="fail unless this file of weights comes out, to the last digit but one")
    parser.add_argument("--penalty", type=float, default=10.0)
    options = parser.parse_args()
    names, articles = read(options.features)
    rows, missed = examples(names, articles, options.corpus)
    learned = [row for row in rows if row[1] != "test"]
    test = [row for row in rows if row[1] == "test"]
    weights = fitted(learned, options.penalty)
    lines = [
        ("cross-validated", shares(learned, cross_validated(learned, options.penalty))),
        ("  rules alone", shares(learned, [row[4] for row in learned])),
        ("test", shares(test, decided(test, weights))),
        ("  rules alone", shares(test, [row[4] for row in test])),
    ]
    judged = sum(row[5] for row in learned)
    print(f"{len(learned)} spans of {len({row[0] for row in learned})} articles, {judged} judged, {missed} not found; {len(test)} spans in test")
    for name, (kept, refused) in lines:
        print(f"{name:16} speech kept {kept:.3f}   no speech rejected {refused:.3f}")
    for path in filter(None, [options.write, options.check and options.check + ".fitted"]):
        with open(path, "w", encoding="utf8") as file:
            print("# Weights of features of spans in quotation marks, fitted by Evaluation/fit_marks.py. Written for Stemma, Apache-2.0.", file=file)
            print(
                f"# Logistic regression, L2 penalty {options.penalty:g}, {judged} spans of the train and dev parts of "
                "Evaluation/speech-corpus (written for Stemma, Apache-2.0; Wikinews, CC BY 2.5).",
                file=file,
            )
            print(f"[decision]\nintercept\t{weights[-1]:.4f}\nthreshold\t{THRESHOLD}\n[weights]", file=file)
            for name, weight in zip(names, weights):
                if abs(weight) >= 5e-5:
                    print(f"{name}\t{weight:.4f}", file=file)
    if options.check:
        log_linear.check(options.check)


if __name__ == "__main__":
    main()
