"""Fits log-linear rankers (conditional logits): of the candidates of a choice, the one with the highest sum of weights is chosen,
and that of the rules stays unless another is better by a margin. Newton's method from zero with an L2 penalty: the same rows give
the same weights. Needs numpy.
"""
import os
import sys

import numpy as np

ITERATIONS = 60
FOLDS = 10


class Choice:
    """The candidates of one choice: features (candidates × features), which are right, which is the rules', and its document."""

    def __init__(self, document, features, right, ruled, split, note=""):
        self.document, self.split, self.note = document, split, note
        self.features = np.array(features, dtype=float)
        self.right = np.array(right, dtype=bool)
        self.ruled = ruled


def fitted(choices, penalty, offsets=None):
    """Weights of the choices that have a right candidate, plus `offsets`: what the mixture of the corpus is corrected by."""
    width = choices[0].features.shape[1]
    weights = np.zeros(width)
    learned = [choice for choice in choices if choice.right.any()]
    for _ in range(ITERATIONS):
        slope, curvature = penalty * weights, penalty * np.eye(width)
        for choice in learned:
            chance = chances(choice, weights)
            goal = choice.right / choice.right.sum()
            slope = slope + choice.features.T @ (chance - goal)
            mean = choice.features.T @ chance
            curvature = curvature + (choice.features * chance[:, None]).T @ choice.features - np.outer(mean, mean)
        step = np.linalg.solve(curvature, slope)
        weights = weights - step
        if np.abs(step).max() < 1e-9:
            break
    return weights if offsets is None else weights + offsets


def chances(choice, weights):
    scores = choice.features @ weights
    grown = np.exp(scores - scores.max())
    return grown / grown.sum()


def chosen(choice, weights, margin):
    scores = choice.features @ weights
    best = int(scores.argmax())
    return best if scores[best] > scores[choice.ruled] + margin else choice.ruled


def share(choices, places):
    """The share of choices that are right."""
    return sum(bool(choice.right[place]) for choice, place in zip(choices, places)) / max(1, len(choices))


def changes(choices, places):
    """How many of the rules' choices became right, and how many wrong."""
    better = sum(bool(c.right[p]) and not c.right[c.ruled] for c, p in zip(choices, places))
    worse = sum(not c.right[p] and bool(c.right[c.ruled]) for c, p in zip(choices, places))
    return better, worse


def cross_validated(choices, penalty, margin, offsets=None, folds=FOLDS):
    """What is chosen for each choice by weights that have not seen its document."""
    documents = sorted({choice.document for choice in choices})
    places = [choice.ruled for choice in choices]
    for fold in range(folds):
        held = set(documents[fold::folds])
        train = [choice for choice in choices if choice.document not in held]
        if not train:
            continue
        weights = fitted(train, penalty, offsets)
        for index, choice in enumerate(choices):
            if choice.document in held:
                places[index] = chosen(choice, weights, margin)
    return places


def report(name, choices, places):
    better, worse = changes(choices, places)
    rules = share(choices, [choice.ruled for choice in choices])
    print(f"{name:32} {len(choices):4} choices   rules {rules:.3f}   chosen {share(choices, places):.3f}   +{better} −{worse}")


def rows(path):
    """The names of the features, and (article, number) → rows of a dump by `stemma-features`: a dict of the columns and the features."""
    found = {}
    with open(path, encoding="utf8") as file:
        header = file.readline().rstrip("\n").split("\t")
        names = header[8:]
        for line in file:
            columns = line.rstrip("\n").split("\t")
            row = dict(zip(header[:8], columns))
            row["features"] = [value == "1" for value in columns[8:]]
            found.setdefault((row["article"], int(row["choice"])), []).append(row)
    return names, found


def write(path, header, sections):
    """Writes a lexicon file: header lines, then for each section its margin and its weights."""
    with open(path, "w", encoding="utf8") as file:
        for line in header:
            print("# " + line, file=file)
        for section, (names, weights, margin) in sections.items():
            print(f"[{section}]\nmargin\t{margin:g}", file=file)
            for name, weight in zip(names, weights):
                if abs(weight) >= 5e-5:
                    print(f"{name}\t{weight:.4f}", file=file)


def check(path):
    """Ends the program with an error unless the weights of a file come out: those just fitted stand beside it as `.fitted`."""
    def read(name):
        with open(name, encoding="utf8") as file:
            return [line.rstrip("\n").split("\t") for line in file if not line.startswith("# Weights")]

    fitted, shipped = read(path + ".fitted"), read(path)
    os.remove(path + ".fitted")
    same = len(fitted) == len(shipped) and all(
        a == b or len(a) == len(b) == 2 and a[0] == b[0] and abs(float(a[1]) - float(b[1])) < 2e-3 for a, b in zip(fitted, shipped)
    )
    if not same:
        sys.exit(f"{path}: other weights come out of today's corpus and features; fit them again with --write")
    print(f"{path}: these weights come out")
