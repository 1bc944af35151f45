#!/usr/bin/env python3
"""Suggest weights for pairs of sentences in different languages, from the invented stories of the tests.

    swift build -c release --static-swift-stdlib --product stemma-features
    python3 Evaluation/fit_cross_language.py .build/release/stemma-features [--meaning]

A logistic regression within bounds, on stories that are not held out, each also with its sentences in two other orders, since
short stories overstate place. Prints precision and recall with each story left out in turn, then weights: they are a guide for
Sources/Collation/Lexicons/cross-language-weights.txt, which is set by hand. With --meaning, for
cross-language-weights-multilingual.txt: with what the multilingual encoder says, and stories in Arabic and Chinese, too. Written for Stemma, Apache-2.0.
"""

import json
import random
import subprocess
import sys
import tempfile

import numpy as np

from cross_language import FIXTURE, SEVEN, layout

# What speaks for a pair may not speak against it; what these stories overstate is bounded.
LOWEST = {
    "figuresDiffer": -0.5, "otherSpeaker": -1, "quotedOne": -0.8, "distance": -1.5, "lengthRatio": -1, "oneHeadline": -1,
    "words": 0.4, "names": 0.3, "sameSpeaker": 0.6, "matches": 0.3, "facts": 0.3, "coverageLeast": 1.5, "neighbours": 0.3, "days": 0.3,
    "meaning": 2, "untranslated": -3, "meaningAlone": 0,
}  # fmt: skip
HIGHEST = {
    "rareFigures": 2.5, "figures": 1.5, "figureInContext": 1.5, "quotedBoth": 1, "days": 1, "neighbours": 1, "sameSpeaker": 1.2,
    "mutual": 1.5, "names": 1, "words": 9, "matches": 9, "facts": 9, "coverageMost": 9, "coverageLeast": 9,
    "meaning": 30, "untranslated": 3, "meaningAlone": 12,
}  # fmt: skip


def measured(command, story, order):
    """Names of features, and rows of story, whether a pair is right, and features."""
    facts = {}
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for article in story["articles"]:
            sentences = article["sentences"]
            if order:
                rest = list(sentences[1:])
                random.Random(f"{order}{article['id']}").shuffle(rest)
                sentences = [sentences[0], *rest]
            headline, body = layout({**article, "sentences": sentences})[0].split("\n\n", 1)
            record = {key: article[key] for key in ("id", "language", "published")}
            file.write(json.dumps({**record, "headline": headline, "text": body}, ensure_ascii=False) + "\n")
            facts.update({(article["id"], text): set(labels.split()) for text, labels in sentences})
        file.flush()
        run = subprocess.run([*command, "--between-languages", file.name], capture_output=True, text=True, check=True)
    lines = [line.split("\t") for line in run.stdout.splitlines()]
    rows = []
    for line in lines[1:]:
        one, other = facts.get((line[1], line[3])), facts.get((line[4], line[6]))
        if one is not None and other is not None:
            rows.append((story["id"], bool(one & other), [float(value) for value in line[7:]]))
    return lines[0][7:], rows


def fit(names, x, y, steps=6000, rate=0.3, penalty=0.002):
    """Weights and intercept, by projected gradient descent on standardized features."""
    deviation = x.std(0) + 1e-6
    mean = x.mean(0)
    z = (x - mean) / deviation
    low = np.array([LOWEST.get(name, 0) for name in names]) * deviation
    high = np.array([HIGHEST.get(name, 0) for name in names]) * deviation
    weights, intercept = np.zeros(len(names)), -2.0
    for _ in range(steps):
        error = 1 / (1 + np.exp(-(z @ weights + intercept))) - y
        weights = np.clip(weights - rate * (z.T @ error / len(y) + penalty * weights), low, high)
        intercept -= rate * error.mean()
    return weights / deviation, intercept - (weights * mean / deviation).sum()


def main():
    has_meaning = "--meaning" in sys.argv[2:]
    files = [FIXTURE, SEVEN] if has_meaning else [FIXTURE]
    stories = [story for file in files for story in json.loads(file.read_text(encoding="utf-8"))["stories"] if not story["heldOut"]]
    command = [sys.argv[1], *(["--meaning"] if has_meaning else [])]
    names, rows = [], []
    for story in stories:
        for order in range(3):
            names, found = measured(command, story, order)
            rows += found
    x = np.array([row[2] for row in rows])
    y = np.array([float(row[1]) for row in rows])
    owner = np.array([row[0] for row in rows])
    left_out = np.zeros(len(y))
    for story in stories:
        inside = owner == story["id"]
        weights, intercept = fit(names, x[~inside], y[~inside])
        left_out[inside] = 1 / (1 + np.exp(-(x[inside] @ weights + intercept)))
    for threshold in (0.3, 0.4, 0.5, 0.6, 0.7):
        found = left_out >= threshold
        correct = (found & (y > 0)).sum()
        print(f"from {threshold:.1f}: P {correct / max(1, found.sum()):.3f} R {correct / max(1, y.sum()):.3f} of candidates")
    weights, intercept = fit(names, x, y)
    print(f"intercept\t{intercept:.2f}")
    for name, weight, varies in zip(names, weights, x.any(0)):
        if varies:
            print(f"{name}\t{weight:.2f}")


if __name__ == "__main__":
    main()
