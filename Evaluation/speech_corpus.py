"""Reads the speech corpus (`speech-corpus/README.md`): news articles with every quotation, its cue and its source annotated in
the text itself, and every span in quotation marks that is no speech with its kind.

    python3 Evaluation/speech_corpus.py check             # refuses what is wrong, counts what is there
    python3 Evaluation/speech_corpus.py write FOLDER      # docs.jsonl, gold.jsonl and quoted_spans.jsonl, in PolNeAR's form
    python3 Evaluation/speech_corpus.py show ARTICLE      # one article's annotation, a line a quotation
"""

import collections
import json
import os
import re
import sys

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "speech-corpus", "articles")
KINDS = {"title", "nickname", "scare", "term", "slogan", "definition", "lyric", "name", "example", "attribute"}
TYPES = {"assertion", "belief", "fact", "eventuality"}
SPLITS = {"train", "dev", "test"}
OPENING, CLOSING = "“«„‘\"'", "”»“’\"'"
TAG = re.compile(r"\{([a-z0-9 ]+)\|")


class Wrong(Exception):
    """The annotation of an article is not well formed."""


class Article:
    """An article, its quotations in PolNeAR's form, and its marked spans."""

    def __init__(self, path):
        self.id = os.path.splitext(os.path.basename(path))[0]
        with open(path, encoding="utf8") as file:
            head, _, rest = file.read().partition("\n\n")
        self.meta = dict(line[2:].split(": ", 1) for line in head.splitlines())
        body, _, foot = rest.partition("\n---\n")
        try:
            self.text, tags = untagged(body.strip("\n"))
            self.asides = [(start, end, role) for start, end, role in tags if role in KINDS]
            self.quotes = quotes(self.text, tags, footer(foot))
            self.spans = marked_spans(self.text, self.asides, self.quotes, self.meta.get("level") == "marks")
            if self.meta.get("split") not in SPLITS:
                raise Wrong("no split")
        except Wrong as error:
            raise Wrong(f"{self.id}: {error}") from None


def untagged(body):
    """The text without its tags, and (start, end, role) for each role of each tag, in code points."""
    out, length, open_tags, tags, place = [], 0, [], [], 0
    while place < len(body):
        tag = TAG.match(body, place)
        if tag:
            open_tags.append((length, tag.group(1).split()))
            place = tag.end()
            continue
        if body[place] == "{":
            raise Wrong(f"a brace that opens no tag: {body[place : place + 30]}")
        if body[place] == "}":
            if not open_tags:
                raise Wrong(f"a brace that closes nothing: {body[max(0, place - 30) : place]}")
            start, roles = open_tags.pop()
            tags += [(start, length, role) for role in roles]
        else:
            out.append(body[place])
            length += 1
        place += 1
    if open_tags:
        raise Wrong(f"a tag that is not closed: {''.join(out)[open_tags[-1][0] :][:40]}")
    for _, _, role in tags:
        if role not in KINDS and not re.fullmatch(r"[qcs][0-9]+", role):
            raise Wrong(f"an unknown role: {role}")
    return "".join(out), sorted(tags)


def footer(text):
    """Speakers and types by number: lines `speaker NAME: 1 2` and `type belief: 3`."""
    found = {"speaker": {}, "type": {}}
    for line in text.splitlines():
        if not line.strip():
            continue
        what, _, rest = line.partition(" ")
        name, _, numbers = rest.rpartition(": ")
        if what not in found or not name or what == "type" and name not in TYPES:
            raise Wrong(f"a line of the footer: {line}")
        for number in numbers.split():
            if number in found[what]:
                raise Wrong(f"quotation {number} has two of {what}")
            found[what][number] = name
    return found


def quotes(text, tags, foot):
    """One entry for each piece of content; pieces of one quotation have one group. Of a cue or source in several pieces, each
    piece of content gets the nearest."""
    by_number = collections.defaultdict(lambda: collections.defaultdict(list))
    for start, end, role in tags:
        if role not in KINDS:
            by_number[role[1:]][role[0]].append((start, end))
    for what in foot.values():
        for number in what:
            if number not in by_number:
                raise Wrong(f"the footer names quotation {number}, which the text does not have")
    marks = [(start, end) for start, end in pairs(text)]
    rows = []
    for number, roles in by_number.items():
        if not roles["q"]:
            raise Wrong(f"{number} has no content")
        for start, end in roles["q"]:
            fraction = quoted_fraction(text, start, end, marks)
            row = {
                "start": start, "end": end, "text": text[start:end],
                "kind": "direct" if fraction >= 0.95 else "indirect" if fraction == 0 else "mixed",
                "type": foot["type"].get(number, "assertion"), "group": "E" + number, "quoted_fraction": round(fraction, 2),
            }
            if number in foot["speaker"]:
                row["entity"] = foot["speaker"][number]
            for role, name in (("s", "speaker"), ("c", "cue")):
                if roles[role]:
                    place = min(roles[role], key=lambda other: abs(other[0] - start))
                    row[name], row[name + "_start"], row[name + "_end"] = text[place[0] : place[1]], *place
            rows.append(row)
    return sorted(rows, key=lambda row: (row["start"], row["end"]))


def quoted_fraction(text, start, end, marks):
    """The share of a range's letters and digits that stand in quotation marks."""
    letters = [place for place in range(start, end) if text[place].isalnum()]
    inside = sum(any(low <= place < high for low, high in marks) for place in letters)
    return inside / len(letters) if letters else 0.0


def pairs(text):
    """Ranges in paired quotation marks, marks included, outermost first; a paragraph ends what was not closed. Independent
    of what Stemma does: the corpus measures that. Single marks count only where white space or a bracket stands outside."""
    found, offset = [], 0
    for paragraph in text.split("\n"):
        opened = []
        for place, char in enumerate(paragraph):
            before = paragraph[place - 1] if place else " "
            after = paragraph[place + 1] if place + 1 < len(paragraph) else " "
            opens = (before.isspace() or before in "([—–-“\"‘'/=") and not after.isspace() or char in "“«„"
            closes = not opens or char in "”»"
            if char in "\"“”«»„":
                if opened and opened[-1][1] in "\"“«„" and (closes or char in "\"”»" and not opens):
                    found.append((offset + opened.pop()[0], offset + place + 1))
                elif opened and opened[-1][1] in "‘'" and len(opened) > 1 and closes:
                    opened.pop()
                    found.append((offset + opened.pop()[0], offset + place + 1))
                elif char in "“«„" or opens:
                    opened.append((place, char))
            elif char in "‘'" and (before.isspace() or before in "([—–“\"") and after.isalnum():
                rest = paragraph[place + 1 :]
                if re.search(r"[^\s]['’](?=[\s.,;:!?)\]”\"—–]|$)", rest):
                    opened.append((place, char))
            elif char in "’'" and opened and opened[-1][1] in "‘'" and not after.isalnum():
                found.append((offset + opened.pop()[0], offset + place + 1))
        # What is still open at the end of a paragraph goes on in the next one: `“… .` and `“…`.
        for place, char in opened:
            if char in "\"“":
                found.append((offset + place, offset + len(paragraph)))
        offset += len(paragraph) + 1
    return sorted(found, key=lambda pair: (pair[0], -pair[1]))


def marked_spans(text, asides, rows, only_marks):
    """Every range in quotation marks that no other holds: speech where half of it or more lies in the content of a quotation,
    else with the kind that the annotation gives. Offsets hold the words without the marks, as PolNeAR's do."""
    aside_at = {start: (end, kind) for start, end, kind in asides}
    spans, last = [], -1
    used = set()
    for start, end in pairs(text):
        nested = start < last
        kind = aside_at.get(start)
        if kind and kind[0] == end:
            used.add(start)
        if nested:
            continue
        last = end
        inner = (start + 1, end - (text[end - 1] in CLOSING))
        if inner[0] >= inner[1]:
            continue
        letters = [place for place in range(*inner) if text[place].isalnum()]
        covered = sum(any(row["start"] <= place < row["end"] for row in rows) for place in letters)
        speech = bool(letters) and 2 * covered >= len(letters)
        if not kind and text[start - 1 : start] == "=":
            kind = (end, "attribute")
        if not speech and not kind:
            raise Wrong(f"marks that nothing explains: {text[start:end]}")
        span = {"start": inner[0], "end": inner[1], "text": text[inner[0] : inner[1]], "speech": speech}
        if kind:
            span["aside"] = kind[1]
        spans.append(span)
    for start, (end, kind) in aside_at.items():
        if start not in used:
            raise Wrong(f"a {kind} that is no range in marks: {text[start:end]}")
    return spans


def articles(split=None, folder=FOLDER):
    """The articles of a split, or all, by name."""
    names = sorted(name for name in os.listdir(folder) if name.endswith(".txt"))
    found = [Article(os.path.join(folder, name)) for name in names]
    return [article for article in found if split is None or article.meta["split"] == split]


def write(folder):
    os.makedirs(folder, exist_ok=True)
    with (
        open(os.path.join(folder, "docs.jsonl"), "w", encoding="utf8") as docs,
        open(os.path.join(folder, "gold.jsonl"), "w", encoding="utf8") as gold,
        open(os.path.join(folder, "quoted_spans.jsonl"), "w", encoding="utf8") as spans,
    ):
        for article in articles():
            split = article.meta["split"]
            row = {"id": article.id, "split": split, "language": "en", "text": article.text}
            print(json.dumps(row, ensure_ascii=False), file=docs)
            if article.meta.get("level") != "marks":
                row = {"doc_id": article.id, "split": split, "quotes": article.quotes}
                print(json.dumps(row, ensure_ascii=False), file=gold)
            row = {"doc_id": article.id, "split": split, "level": article.meta.get("level"), "quoted": article.spans}
            print(json.dumps(row, ensure_ascii=False), file=spans)


def check():
    counts = collections.Counter()
    broken = 0
    for name in sorted(os.listdir(FOLDER)):
        try:
            article = Article(os.path.join(FOLDER, name))
        except Wrong as error:
            print(error)
            broken += 1
            continue
        split = article.meta["split"]
        counts[split, "articles"] += 1
        counts[split, "words"] += len(article.text.split())
        for row in article.quotes:
            counts[split, row["kind"]] += 1
            counts[split, row["type"]] += 1
        for span in article.spans:
            counts[split, "speech in marks" if span["speech"] else "no speech in marks"] += 1
            if not span["speech"]:
                counts[split, span["aside"]] += 1
    names = list(dict.fromkeys(name for _, name in counts))
    print(f"{'':20}" + "".join(f"{split:>8}" for split in ("train", "dev", "test")))
    for name in names:
        print(f"{name:20}" + "".join(f"{counts[split, name]:>8}" for split in ("train", "dev", "test")))
    return 1 if broken else 0


def show(name):
    article = Article(os.path.join(FOLDER, name + ".txt"))
    for row in article.quotes:
        print(row["group"], row["kind"], row["type"], row.get("entity", "?"), "|", row.get("speaker"), "|", row.get("cue"), "|", row["text"])
    for span in article.spans:
        print("speech" if span["speech"] else span["aside"], "|", span["text"])


if __name__ == "__main__":
    words = sys.argv[1:]
    if words == ["check"]:
        sys.exit(check())
    elif len(words) == 2 and words[0] == "write":
        write(words[1])
    elif len(words) == 2 and words[0] == "show":
        show(words[1])
    else:
        sys.exit(__doc__)
