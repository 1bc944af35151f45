"""Which blocks of a web page its gold is made of: the labels that fit_pages.py learns from."""
import re
from collections import Counter, defaultdict

import numpy as np

WORD = re.compile(r"\w+")


def align(page, gold):
    """Which blocks the gold text is made of (1), and what share of each block's runs of four words it holds."""
    gold = WORD.findall(gold)
    places = defaultdict(list)
    for at in range(len(gold) - 3):
        places[tuple(gold[at:at + 4])].append(at)
    blocks = [WORD.findall(text) for text in page["text"]]
    shares = np.zeros(len(blocks))
    where = [None] * len(blocks)
    others = [()] * len(blocks)
    for index, words in enumerate(blocks):
        if len(words) < 4:
            continue
        hits = [(at, places[run]) for at in range(len(words) - 3) if (run := tuple(words[at:at + 4])) in places]
        shares[index] = len(hits) / (len(words) - 3)
        if shares[index] >= 0.5:
            votes = Counter(place - at for at, found in hits[:60] for place in found[:24])
            most = max(votes.values())
            starts = [max(0, start) for start, count in votes.items() if 2 * count > most]
            start = max(0, votes.most_common(1)[0][0])
            where[index] = (start, start + len(words))
            others[index] = [(start, start + len(words)) for start in sorted(starts)]
    chosen = longest_chain(blocks, shares, where)
    labels = np.zeros(len(blocks))
    labels[chosen] = 1
    taken = np.zeros(len(gold) + 1, bool)
    for index in chosen:
        taken[slice(*where[index])] = True
    for index, place in enumerate(where):
        # Out of order or said twice, but nothing else is there.
        for start, end in others[index] if place and not labels[index] else ():
            if start < len(gold) and taken[start:end].mean() < 0.5:
                labels[index] = 1
                taken[start:end] = True
                break
    label_short(blocks, labels, where, chosen, gold)
    return labels, shares


def longest_chain(blocks, shares, where):
    """The blocks that stand in the order of the gold text, weighted by their words."""
    found = [index for index, place in enumerate(where) if place]
    if not found:
        return []
    score = np.zeros(len(found))
    before = [-1] * len(found)
    for j, index in enumerate(found):
        start, end = where[index]
        own = score[j] = min(len(blocks[index]), end - start) * shares[index]
        for i in range(j - 1, max(-1, j - 401), -1):
            last = where[found[i]][1]
            if last <= start + 3 and score[i] + own > score[j]:
                score[j] = score[i] + own + (0.5 if start - last <= 3 else 0)
                before[j] = i
    chain = []
    j = int(score.argmax())
    while j >= 0:
        chain.append(found[j])
        j = before[j]
    return chain[::-1]


def label_short(blocks, labels, where, chosen, gold):
    """Blocks of few words are body where the gold text has them between their labelled neighbours."""
    chosen = set(chosen)
    following = [None] * len(blocks)
    upcoming = None
    for index in range(len(blocks) - 1, -1, -1):
        following[index] = upcoming
        if index in chosen:
            upcoming = index
    last, has_begun = 0, False
    for index, words in enumerate(blocks):
        if index in chosen:
            last, has_begun = max(last, where[index][1]), True
            continue
        if not words or len(words) >= 8 or (len(words) >= 4 and (labels[index] or where[index])):
            continue
        end = where[following[index]][0] if following[index] is not None else len(gold)
        if end - last < len(words) or (end - last > 400 and not has_begun):
            continue
        for at in range(last, end - len(words) + 1):
            if gold[at:at + len(words)] == words:
                labels[index] = 1
                last = at + len(words)
                break


def label_snippets(page, gold):
    """Blocks that hold a snippet of the body (1) or of the rest (0); others are unknown."""
    labels = np.full(len(page["text"]), np.nan)
    texts = [" ".join(text.split()) for text in page["text"]]
    for snippet in gold.get("with") or ():
        found = [index for index, text in enumerate(texts) if " ".join(snippet.split()) in text]
        if len(found) == 1:
            labels[found[0]] = 1
    for snippet in gold.get("without") or ():
        for index, text in enumerate(texts):
            if " ".join(snippet.split()) in text:
                labels[index] = 0
    return labels
