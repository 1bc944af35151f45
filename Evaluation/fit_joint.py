#!/usr/bin/env python3
"""Fit the weights that join words and vectors in one language that is not English: Lexicons/joint-weights.txt.

    STEMMA_MODELS=… python3 Evaluation/fit_joint.py .build/release/stemma-features [--write]

Reads the invented stories of Tests/Fixtures/one-language.json, of which those held out are only measured on. Two sentences of
two articles are one statement if they share a fact. Prints precision, recall and F1 of pairs by words alone, with each of the
other stories left out in turn, and on those held out. Needs numpy and the multilingual encoder. Deterministic.
Written for Stemma, Apache-2.0.
"""

import json
import math
import subprocess
import sys
import tempfile
from itertools import combinations
from pathlib import Path

import numpy as np

from cross_language import ONE_LANGUAGE, record

LEXICONS = Path(__file__).resolve().parent.parent / "Sources/Collation/Lexicons"
JOINED = ["meaningCentered", "meaningMargin"]
PENALTY = 0.01


def lexicon(name):
    """The rows of a lexicon file by section."""
    sections, rows = {}, []
    for line in (LEXICONS / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            rows = sections.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
    return sections


class Wording:
    """The log odds of a pair by its words, as Sources/Collation/Pairs/PairScorer.swift reckons them."""

    CLAMP = 4

    def __init__(self, names):
        file = lexicon("pair-weights.txt")
        decision = {row[0]: float(row[1]) for row in file["decision"]}
        self.intercept, self.threshold = decision["intercept"], decision["threshold"]
        self.rows = [(names.index(row[0]), *map(float, row[1:])) for row in file["weights"] if float(row[2]) > 0]

    def __call__(self, features):
        return self.intercept + sum(
            weight * max(-self.CLAMP, min(self.CLAMP, (features[column] - mean) / deviation))
            for column, mean, deviation, weight in self.rows
        )


def measured(tool, stories):
    """Rows of story, whether a pair is one statement, and what is joined; and how many pairs each story has."""
    rows, wanted, wording = [], {}, None
    for story in stories:
        facts = {
            (article["id"], " ".join(text.split())): set(labels.split())
            for article in story["articles"]
            for text, labels in article["sentences"]
        }
        wanted[story["id"]] = sum(
            bool(facts[one] & facts[other]) for one, other in combinations(facts, 2) if one[0] != other[0]
        )
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
            for article in story["articles"]:
                file.write(json.dumps(record(article), ensure_ascii=False) + "\n")
            file.flush()
            run = subprocess.run([tool, "--meaning", file.name], capture_output=True, text=True, check=True)
        header, *lines = [line.split("\t") for line in run.stdout.splitlines()]
        names = header[7:]
        wording = wording or Wording(names)
        for line in lines:
            one, other = facts.get((line[1], line[3])), facts.get((line[4], line[6]))
            if one is None or other is None:
                continue
            features = [float(value) for value in line[7:]]
            joined = [wording(features), *(features[names.index(name)] for name in JOINED)]
            rows.append((story["id"], bool(one & other), joined))
    return rows, wanted, wording


def fit(x, y):
    """Weights, the last for the intercept: logistic regression with a little shrinking, by Newton's method."""
    mean, deviation = x.mean(0), x.std(0) + 1e-9
    z = np.c_[(x - mean) / deviation, np.ones(len(x))]
    shrunk = PENALTY * np.r_[np.ones(x.shape[1]), 0]
    weights = np.zeros(z.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-z @ weights))
        gradient = z.T @ (p - y) / len(y) + shrunk * weights
        hessian = (z.T * (p * (1 - p))) @ z / len(y) + np.diag(shrunk) + 1e-9 * np.eye(len(weights))
        weights -= np.linalg.solve(hessian, gradient)
    return np.r_[weights[:-1] / deviation, weights[-1] - (weights[:-1] * mean / deviation).sum()]


def tell(name, log_odds, y, wanted, threshold):
    found = log_odds >= math.log(threshold / (1 - threshold))
    precision, recall = y[found].mean() if found.any() else 0, y[found].sum() / wanted
    print(f"{name:28} P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}")


def main():
    stories = json.loads(ONE_LANGUAGE.read_text(encoding="utf-8"))["stories"]
    rows, wanted, wording = measured(sys.argv[1], stories)
    held_out = {story["id"] for story in stories if story["heldOut"]}
    owner = np.array([row[0] for row in rows])
    y = np.array([float(row[1]) for row in rows])
    x = np.array([row[2] for row in rows])
    outside = np.array([name in held_out for name in owner])
    weights = fit(x[~outside], y[~outside])
    log_odds = x @ weights[:-1] + weights[-1]
    for name in sorted(set(owner[~outside])):
        one = owner == name
        own = fit(x[~outside & ~one], y[~outside & ~one])
        log_odds[one] = x[one] @ own[:-1] + own[-1]
    for name, part in (("fitted on, each left out", ~outside), ("held out", outside)):
        total = sum(count for story, count in wanted.items() if (story in held_out) == (name == "held out"))
        print(f"{name}: {total} pairs")
        tell("  by words", x[part, 0], y[part], total, wording.threshold)
        tell("  joined with vectors", log_odds[part], y[part], total, wording.threshold)
    lines = [f"intercept\t{weights[-1]:.3f}"] + [f"{name}\t{weight:.3f}" for name, weight in zip(["wording", *JOINED], weights)]
    print("\n".join(lines))
    if "--write" in sys.argv[2:]:
        path = LEXICONS / "joint-weights.txt"
        head = path.read_text(encoding="utf-8").split("[weights]")[0]
        path.write_text(head + "[weights]\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
