#!/usr/bin/env python3
"""Fits the weights by which Speech tells spans in quotation marks that are speech from titles, nicknames, terms and words at arm's
length: a logistic regression over true-or-false features (`Sources/Speech/Marks/MarkFeature.swift`) with an L2 penalty on what it changes of
the first weights (`mark-prior.txt`): a few new articles move them a little.

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
import math
import os

import log_linear
import numpy as np

# The spans that are judged: those of whose marks no cue of a period says what they are. What a cue owns stays as it is, and so
# do titles and terms that are certain (`ruledCertain`).
JUDGED = ("ruledAside", "ruledSpeech", "ruledNoSpeech")
# Log odds from which on a span is speech. Among the judged spans on which the first weights were fitted there are two that are no
# speech for each that is (log odds -0.7): the corpus was written to be rich in them. In its Wikinews articles there were as many of
# one as of the other, so that even odds of news lie at -0.7; a title reported as speech counts a little more than a lost fragment.
THRESHOLD = -0.55
# The first weights, fitted by this program (penalty 10 towards zero) on 579 spans of the corpus of 98 articles and the features of then.
PRIOR = os.path.join(os.path.dirname(os.path.abspath(__file__)), "mark-prior.txt")
# Of these the largest whose loss, cross-validated, is within one standard error of the smallest (Hastie, Tibshirani and Friedman, The
# Elements of Statistical Learning, 7.10): of models that the corpus cannot tell apart, the one that moves least. The largest lets
# nothing move: the first weights stay until the corpus speaks against them.
PENALTIES = (3.0, 10.0, 30.0, 100.0, 300.0, math.inf)
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
            # Written for those who speak whole sentences in marks, with hardly anything else in marks: their odds are nowhere else's.
            if record["level"] == "speakers":
                continue
            for span in record["quoted"]:
                row = matched(span, articles.get(record["doc_id"], []))
                if row is None:
                    missed += 1
                else:
                    open_to = any(row[3][place] for place in judged)
                    found.append((record["doc_id"], record["split"], row[3], span["speech"], row[2], open_to))
    return found, missed


def prior(names):
    """The first weights by feature, 0 for features of later, and, last, their intercept."""
    with open(PRIOR, encoding="utf8") as file:
        known = dict(line.rstrip("\n").split("\t") for line in file if "\t" in line)
    return np.array([float(known.get(name, 0)) for name in [*names, "intercept"]])


def fitted(rows, penalty, start):
    """Weights and, last, the intercept, of the judged rows: near those to start from."""
    if math.isinf(penalty):
        return start
    rows = [row for row in rows if row[5]]
    features = np.array([row[2] + [1.0] for row in rows])
    truth = np.array([float(row[3]) for row in rows])
    weights = start.copy()
    for _ in range(ITERATIONS):
        chance = 1 / (1 + np.exp(-np.clip(features @ weights, -30, 30)))
        slope = features.T @ (chance - truth) + penalty * (weights - start)
        curvature = (features * (chance * (1 - chance))[:, None]).T @ features + penalty * np.eye(len(start))
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


def loss(rows, penalty, start):
    """The mean log loss of the judged rows by weights that have not seen their article, and its standard error, articles being drawn."""
    names, losses = sorted({row[0] for row in rows}), {}
    for fold in range(FOLDS):
        held = set(names[fold::FOLDS])
        weights = fitted([row for row in rows if row[0] not in held], penalty, start)
        for row in rows:
            if row[0] in held and row[5]:
                score = float(np.dot(row[2] + [1.0], weights))
                losses.setdefault(row[0], []).append(np.log1p(np.exp(-score if row[3] else score)))
    sums, counts = (np.array([measure(article) for article in losses.values()]) for measure in (sum, len))
    mean = sums.sum() / counts.sum()
    return float(mean), float(np.sqrt(((sums - mean * counts) ** 2).sum()) / counts.sum())


def chosen(losses):
    """The largest penalty by the rule of one standard error."""
    least, error = min(losses.values())
    return max(penalty for penalty, (mean, _) in losses.items() if mean <= least + error)


def cross_validated(rows, penalty, start):
    names = sorted({row[0] for row in rows})
    decisions = {}
    for fold in range(FOLDS):
        held = set(names[fold::FOLDS])
        train = [row for row in rows if row[0] not in held]
        weights = fitted(train, penalty, start)
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
    parser.add_argument("--penalty", type=float, help="another than the one that the corpus chooses")
    options = parser.parse_args()
    names, articles = read(options.features)
    rows, missed = examples(names, articles, options.corpus)
    learned = [row for row in rows if row[1] != "test"]
    test = [row for row in rows if row[1] == "test"]
    start = prior(names)
    by_penalty = {penalty: loss(learned, penalty, start) for penalty in PENALTIES}
    penalty = options.penalty or chosen(by_penalty)
    weights = fitted(learned, penalty, start)
    lines = [
        ("cross-validated", shares(learned, cross_validated(learned, penalty, start))),
        ("  rules alone", shares(learned, [row[4] for row in learned])),
        ("test", shares(test, decided(test, weights))),
        ("  rules alone", shares(test, [row[4] for row in test])),
    ]
    judged = sum(row[5] for row in learned)
    losses = "   ".join(f"{one:g}: {mean:.4f}±{error:.4f}" for one, (mean, error) in by_penalty.items())
    print(f"loss, cross-validated, by penalty   {losses}   chosen: {penalty:g}")
    print(f"{len(learned)} spans of {len({row[0] for row in learned})} articles, {judged} judged, {missed} not found; {len(test)} spans in test")
    for name, (kept, refused) in lines:
        print(f"{name:16} speech kept {kept:.3f}   no speech rejected {refused:.3f}")
    for path in filter(None, [options.write, options.check and options.check + ".fitted"]):
        with open(path, "w", encoding="utf8") as file:
            print("# Weights of features of spans in quotation marks, fitted by Evaluation/fit_marks.py. Written for Stemma, Apache-2.0.", file=file)
            print(
                f"# Logistic regression, L2 penalty {penalty:g} from Evaluation/mark-prior.txt, {judged} spans of the train and dev parts of "
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
