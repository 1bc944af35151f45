#!/usr/bin/env python3
"""Tries sequence labels for the content of quotations: a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001)
over the tokens of a cue's sentence, with labels outside, first and inside.

  sequence_labels.py STEMMA [--measure SHARED]

For each quotation of the speech corpus that Stemma finds by the right cue, and whose content stands in the cue's sentence, the labels
are cross-validated by article: with features of words and their places alone, and with the content that Stemma finds as one more.
Prints the share of contents whose edges are right and the mean overlap (Dice), beside Stemma's own. With `--measure`, labels that
are fitted on the whole train and dev parts are put in place of the retold and mixed contents that Stemma finds in the articles of
PolNeAR's development part, and both are scored, lexically and, where there is the grammar model, with heads; nothing is learned there.
Nothing of it ships: the figures are in speech.md. Deterministic. Needs numpy and scipy.
"""
import argparse
import os
import re
import tempfile

import measure_speech
import measures
import numpy as np
import scipy.optimize
import speech_corpus

FOLDS, PENALTY, ITERATIONS, LABELS = 5, 1.0, 60, 3
TOKEN = re.compile(r"\w+(?:[’'-]\w+)*|[^\w\s]")
SENTENCE = re.compile(r"[.!?]+[”\"’]?\s+(?=[A-Z“\"])|\n+")


def sentence(text, place):
    """The sentence around a place, by full stops and capitals."""
    starts = [0] + [match.end() for match in SENTENCE.finditer(text)]
    start = max(other for other in starts if other <= place)
    return start, min([other for other in starts if other > place] + [len(text)])


def place_of(distance):
    size = next(i for i, limit in enumerate((0, 1, 2, 4, 8, 16, 1000)) if abs(distance) <= limit)
    return ("-" if distance < 0 else "+") + str(size)


def features(text, tokens, cue, found):
    """Names of features for each token; `found` is the content that the rules give, or nothing."""
    words = [text[start:end] for start, end in tokens]
    at = [i for i, (start, _) in enumerate(tokens) if cue[0] <= start < cue[1]]
    first, last = (at[0], at[-1]) if at else (0, 0)
    marked, rows = False, []
    for i, word in enumerate(words):
        marked = not marked if word in "\"“”" else marked
        side = place_of(i - first if i <= first else i - last)
        own = [f"w={word.lower()}", f"s={word[-3:].lower()}", f"d={side}", f"m={marked}", f"c={word[0].isupper()}"]
        own += [f"p={words[i - 1].lower() if i else '<'}", f"n={words[i + 1].lower() if i + 1 < len(words) else '>'}"]
        own += [f"d={side} cue={words[first].lower()}", f"d={side} m={marked}", f"w={word.lower()} d={side[0]}", f"d={side} p={own[5]}"]
        own += [f"comma={any(other == ',' for other in words[min(i, first):max(i, last)])} d={side[0]}"]
        if found:
            inside = found[0] <= tokens[i][0] < found[1]
            own += [f"r={inside}", f"r={inside} w={word.lower()}", f"edge={tokens[i][0] == found[0]}", f"end={tokens[i][1] == found[1]}"]
        rows.append(own)
    return rows


def examples(stemma):
    """(article, text, tokens, cue, gold span, span of the rules) for each quotation that is found by its cue."""
    articles = [article for article in speech_corpus.articles() if article.meta["split"] != "test"]
    found, result = measure_speech.read(stemma, articles), []
    for article in articles:
        text = article.text
        for quote in article.quotes:
            if quote["kind"] == "direct" or "cue_start" not in quote:
                continue
            cue = (quote["cue_start"], quote["cue_end"])
            start, end = sentence(text, cue[0])
            same = [q for q in found[article.id] if q["speech"] and q["cue"] and q["cue_start"] < cue[1] and cue[0] < q["cue_end"]]
            gold = measure_speech.trimmed(text, quote)
            if not same or not start <= gold[0] < gold[1] <= end:
                continue
            ours = max((measure_speech.trimmed(text, q) for q in same), key=lambda span: measure_speech.dice(span, gold))
            tokens = [(start + match.start(), start + match.end()) for match in TOKEN.finditer(text[start:end])]
            result.append((article.id, text, tokens, cue, gold, ours))
    return result


def labels(tokens, span):
    inside = [span[0] <= start < span[1] for start, _ in tokens]
    return [0 if not now else 1 if not i or not inside[i - 1] else 2 for i, now in enumerate(inside)]


def logsum(values, axis):
    top = values.max(axis=axis, keepdims=True)
    return (top + np.log(np.exp(values - top).sum(axis=axis, keepdims=True))).squeeze(axis)


def train(rows, size):
    """Weights by token feature and label, and of transitions; L-BFGS on the penalised likelihood."""

    def loss(flat):
        weights, steps = flat[: size * LABELS].reshape(size, LABELS), flat[size * LABELS :].reshape(LABELS, LABELS)
        value, slope, turn = PENALTY / 2 * flat @ flat, PENALTY * weights, PENALTY * steps
        for ids, gold in rows:
            scores = np.array([weights[own].sum(axis=0) for own in ids])
            forward, backward = np.zeros_like(scores), np.zeros_like(scores)
            forward[0] = scores[0]
            for i in range(1, len(ids)):
                forward[i] = logsum(forward[i - 1][:, None] + steps, 0) + scores[i]
            for i in range(len(ids) - 2, -1, -1):
                backward[i] = logsum(steps + (scores[i + 1] + backward[i + 1])[None, :], 1)
            total = logsum(forward[-1], 0)
            value += total - sum(scores[i, label] for i, label in enumerate(gold))
            value -= sum(steps[a, b] for a, b in zip(gold, gold[1:]))
            chance = np.exp(forward + backward - total)
            chance[np.arange(len(gold)), gold] -= 1
            for own, change in zip(ids, chance):
                np.add.at(slope, own, change)
            for i in range(1, len(ids)):
                turn = turn + np.exp(forward[i - 1][:, None] + steps + (scores[i] + backward[i])[None, :] - total)
                turn[gold[i - 1], gold[i]] -= 1
        return value, np.concatenate([slope.ravel(), turn.ravel()])

    start = np.zeros(size * LABELS + LABELS * LABELS)
    flat = scipy.optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": ITERATIONS}).x
    return flat[: size * LABELS].reshape(size, LABELS), flat[size * LABELS :].reshape(LABELS, LABELS)


def best(ids, weights, steps):
    scores = np.array([weights[own].sum(axis=0) for own in ids])
    value, back = scores[0], []
    for row in scores[1:]:
        choices = value[:, None] + steps
        back.append(choices.argmax(axis=0))
        value = choices.max(axis=0) + row
    path = [int(value.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


def span(tokens, path, text):
    """The longest run of labelled tokens."""
    runs, start = [], None
    for i, label in enumerate(path + [0]):
        if label and start is None:
            start = i
        elif not label and start is not None:
            runs.append((tokens[start][0], tokens[i - 1][1]))
            start = None
    if not runs:
        return 0, 0
    start, end = max(runs, key=lambda run: run[1] - run[0])
    return measure_speech.trimmed(text, {"start": start, "end": end})


def report(name, pairs):
    exact = sum(one == other for one, other in pairs) / len(pairs)
    overlap = sum(measure_speech.dice(one, other) for one, other in pairs) / len(pairs)
    print(f"{name:44} {len(pairs):4} contents   edges right {exact:.3f}   overlap {overlap:.3f}")


def fitted(rows):
    """Numbers of features, weights and transitions that all rows give, with the content of the rules as a feature."""
    numbers = {}
    data = [features(text, tokens, cue, ours) for _, text, tokens, cue, _, ours in rows]
    ids = [[[numbers.setdefault(name, len(numbers)) for name in token] for token in own] for own in data]
    return numbers, *train([(one, labels(row[2], row[4])) for row, one in zip(rows, ids)], len(numbers))


def relabelled(text, quotes, model):
    """The quotations with the contents that the labels give, where they are retold or mixed, have a cue and stand in its sentence."""
    numbers, weights, steps = model
    result = []
    for quote in quotes:
        result.append(quote)
        if quote["kind"] == "direct" or not quote["cue"]:
            continue
        cue = (quote["cue_start"], quote["cue_end"])
        start, end = sentence(text, cue[0])
        ours = measure_speech.trimmed(text, quote)
        if not start <= ours[0] < ours[1] <= end:
            continue
        tokens = [(start + match.start(), start + match.end()) for match in TOKEN.finditer(text[start:end])]
        own = features(text, tokens, cue, ours)
        ids = [[numbers[name] for name in token if name in numbers] for token in own]
        labelled = span(tokens, best(ids, weights, steps), text)
        if labelled[0] < labelled[1]:
            result[-1] = dict(quote, start=labelled[0], end=labelled[1], text=text[labelled[0] : labelled[1]])
    return result


def measure(stemma, shared, model):
    """Prints PolNeAR's figures with the contents of the rules and of the labels."""
    folder = os.path.join(shared, "data", "quotations", "polnear")
    rows = [row for row in measures.records(os.path.join(folder, "docs.jsonl.gz")) if row["split"] == "dev"]
    documents = [{"id": row["id"], "language": "en", "text": row["text"]} for row in rows]
    texts = {row["id"]: row["text"] for row in rows}
    for mode, options in (("lexical", ("--lexical",)), ("heads", ())):
        if mode == "heads" and not measures.has_model(stemma):
            continue
        with tempfile.TemporaryDirectory() as out:
            found = measures.quotations(stemma, out, documents, options=options)
            for title in ("rules", "labels"):
                if title == "labels":
                    found = {name: relabelled(texts[name], quotes, model) for name, quotes in found.items()}
                    lines = [{"doc_id": name, "quotes": quotes} for name, quotes in found.items()]
                    measures.write_records(os.path.join(out, "predicted.jsonl"), lines)
                for kinds in ("mixed", "indirect", "direct", None):
                    words = ("--kinds", kinds) if kinds else ()
                    score = measures.score_quotes(shared, folder, out, "--split", "dev", *words)
                    exact, overlap, right = score["exact"]["F1"], score["ov30"]["F1"], score["spk"]["e2e"]
                    print(f"{mode:8} {title:7} {kinds or 'all':9} exact {exact:5.1f}  overlap {overlap:5.1f}  end to end {right:5.1f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stemma")
    parser.add_argument("--measure", metavar="SHARED")
    options = parser.parse_args()
    rows = examples(options.stemma)
    if options.measure:
        measure(options.stemma, options.measure, fitted(rows))
        return
    report("rules and ranker", [(row[5], row[4]) for row in rows])
    names = sorted({row[0] for row in rows})
    for title, uses in (("labels, by words and places", False), ("labels, with what rules find as a feature", True)):
        pairs = []
        for fold in range(FOLDS):
            held = set(names[fold::FOLDS])
            numbers = {}
            data = [features(text, tokens, cue, ours if uses else None) for _, text, tokens, cue, _, ours in rows]
            for row, own in zip(rows, data):
                if row[0] not in held:
                    for token in own:
                        for name in token:
                            numbers.setdefault(name, len(numbers))
            ids = [[[numbers[name] for name in token if name in numbers] for token in own] for own in data]
            known = [(one, labels(row[2], row[4])) for row, one in zip(rows, ids) if row[0] not in held]
            weights, steps = train(known, len(numbers))
            pairs += [(span(row[2], best(one, weights, steps), row[1]), row[4]) for row, one in zip(rows, ids) if row[0] in held]
        report(title + ", cross-validated", pairs)


if __name__ == "__main__":
    main()
