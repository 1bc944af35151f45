#!/usr/bin/env python3
"""Measures `stemma quotes` on the speech corpus (`speech-corpus/README.md`).

  measure_speech.py STEMMA [--split test]

Prints, of the test part or another: direct quotations exactly found (F1), all quotations found by overlap (Dice of characters .3,
F1), their speaker by name where the article has one, the share of speech in marks that is kept and of what is no speech in marks that
is rejected, the latter by kind. Python's standard library only; `figures` is what `evaluate.py` may take.
"""
import argparse
import collections
import json
import os
import subprocess
import tempfile

import speech_corpus

EDGE = set(" \t\r\n\"“”‘’'`«».,;:!?-–—()[]…")
SMALL = {"the", "a", "an", "of", "and", "mr", "mrs", "ms", "dr", "sen", "rep", "gov", "president", "mayor"}


def read(stemma, articles):
    """What the command finds in each article, by its id, in lexical mode."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "articles.jsonl")
        with open(path, "w", encoding="utf8") as file:
            for article in articles:
                print(json.dumps({"id": article.id, "language": "en", "text": article.text}), file=file)
        command = [stemma, "quotes", "--lexical", "--format", "jsonl", path]
        out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {row["article"]: row["quotes"] for row in map(json.loads, out.splitlines())}


def trimmed(text, quote):
    start, end = quote["start"], quote["end"]
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return start, end


def dice(one, other):
    shared = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return 2 * shared / max(1, one[1] - one[0] + other[1] - other[0])


def matches(gold, found):
    """Pairs of indices, one to one, the most alike first, Dice .3 and more."""
    scores = [(dice(one, other), -i, -j) for i, one in enumerate(gold) for j, other in enumerate(found)]
    pairs, left, right = [], set(), set()
    for score, i, j in sorted(scores, reverse=True):
        if score >= 0.3 and -i not in left and -j not in right:
            pairs.append((-i, -j))
            left.add(-i)
            right.add(-j)
    return pairs


def same_person(one, other):
    """Whether two names have their last word in common, small words apart."""
    words = [
        [word for word in name.lower().replace("’", "'").replace("'s", "").split() if word.strip(".,") not in SMALL]
        for name in (one or "", other or "")
    ]
    return bool(words[0] and words[1]) and words[0][-1].strip(".,") == words[1][-1].strip(".,")


def f1(right, found, gold):
    return 2 * right / max(1, found + gold)


def figures(stemma, split="test"):
    """Every measure by name, and the shares of rejected spans by kind."""
    articles = speech_corpus.articles(split)
    found = read(stemma, articles)
    counts, kinds = collections.Counter(), collections.defaultdict(lambda: [0, 0])
    for article in articles:
        spoken = [quote for quote in found[article.id] if quote["speech"]]
        for span in article.spans:
            pieces = [quote for quote in spoken if quote["kind"] != "indirect"]
            covered = sum(max(0, min(span["end"], p["end"]) - max(span["start"], p["start"])) for p in pieces)
            is_kept = 2 * covered >= span["end"] - span["start"]
            counts["kept" if span["speech"] else "rejected"] += is_kept if span["speech"] else not is_kept
            counts["speech" if span["speech"] else "other"] += 1
            if not span["speech"]:
                kinds[span["aside"]][0] += not is_kept
                kinds[span["aside"]][1] += 1
        if article.meta.get("level") == "marks":
            continue
        gold, got = [trimmed(article.text, q) for q in article.quotes], [trimmed(article.text, q) for q in spoken]
        paired = matches(gold, got)
        counts["paired"] += len(paired)
        counts["gold"] += len(gold)
        counts["found"] += len(got)
        for i, j in paired:
            if "entity" in article.quotes[i]:
                counts["named"] += 1
                counts["right"] += same_person(article.quotes[i]["entity"], spoken[j].get("speaker"))
        counts["entities"] += sum("entity" in quote for quote in article.quotes)
        direct = {span for span, quote in zip(gold, article.quotes) if quote["kind"] == "direct"}
        others = [span for span, quote in zip(gold, article.quotes) if quote["kind"] != "direct"]
        candidates = [
            span for span, quote in zip(got, spoken)
            if span in direct or quote["kind"] == "direct" and not any(dice(span, other) >= 0.3 for other in others)
        ]
        counts["direct"] += len(direct)
        counts["direct found"] += len(candidates)
        counts["direct exact"] += len(direct & set(candidates))
    measures = {
        "direct_exact_f1": f1(counts["direct exact"], counts["direct found"], counts["direct"]),
        "all_overlap_f1": f1(counts["paired"], counts["found"], counts["gold"]),
        "speaker": counts["right"] / max(1, counts["named"]),
        "end_to_end": counts["right"] / max(1, counts["entities"]),
        "speech_marks_kept": counts["kept"] / max(1, counts["speech"]),
        "other_marks_rejected": counts["rejected"] / max(1, counts["other"]),
    }
    return measures, kinds


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stemma")
    parser.add_argument("--split", default="test", choices=sorted(speech_corpus.SPLITS))
    options = parser.parse_args()
    measures, kinds = figures(options.stemma, options.split)
    for name, value in measures.items():
        print(f"{name:22}{value:.3f}")
    for kind, (rejected, all_of_it) in sorted(kinds.items()):
        print(f"  {kind:12}{rejected} of {all_of_it} rejected")


if __name__ == "__main__":
    main()
