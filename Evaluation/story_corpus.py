#!/usr/bin/env python3
"""The invented stories of `story-corpus`: checks them, writes them as input of `stemma compare`, and scores what it says.

  story_corpus.py check                          every line is of the form that the README gives
  story_corpus.py prepare FOLDER                 writes FOLDER/NAME.jsonl for each story, an article a line
  story_corpus.py score FOLDER [--missed|--wrong]   scores FOLDER/NAME.json, which `stemma compare --format json` made of them

`--missed` lists the contradictions that were not told, `--wrong` those that were told and that nobody planted.
Python standard library only.
"""
import argparse
import json
import os
import re
import sys

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "story-corpus", "stories")
LINE = re.compile(r"([A-C])\t(\d+!?(?:,\d+!?)*)\t(\S.*\S)")


class Sentence:
    """A sentence of an article: which statements of the story it tells, and which it contradicts."""

    def __init__(self, article, index, numbers, text):
        self.article, self.text = article, text
        self.key = (article, index)
        numbers = numbers.split(",")
        self.tells = {number for number in numbers if number != "0" and not number.endswith("!")}
        self.denies = {number[:-1] for number in numbers if number.endswith("!")}


class Story:
    """Three articles on one event, each a headline and sentences, two of which make a paragraph."""

    def __init__(self, name, title, sentences):
        self.name, self.title = name, title
        self.articles = {}
        for sentence in sentences:
            self.articles.setdefault(sentence.article, []).append(sentence)
        self.spans = {}
        self.texts = {article: self._text(rows) for article, rows in self.articles.items()}

    def _text(self, rows):
        text = rows[0].text + "\n\n"
        self.spans[rows[0].key] = (0, len(rows[0].text))
        for index, row in enumerate(rows[1:]):
            if index:
                text += "\n\n" if index % 2 == 0 else " "
            self.spans[row.key] = (len(text), len(text) + len(row.text))
            text += row.text
        return text

    def records(self):
        """What `stemma compare` reads."""
        for article, rows in self.articles.items():
            head = rows[0].text
            body = self.texts[article][len(head) + 2 :]
            yield {"id": article, "outlet": f"Outlet {article}", "published": "2024-03-05", "language": "en", "headline": head, "text": body}

    def pairs(self, joins):
        """Pairs of sentences of two articles for which `joins` holds one way or the other."""
        rows = [row for article in self.articles.values() for row in article]
        return {
            tuple(sorted((a.key, b.key)))
            for a in rows for b in rows
            if a.article != b.article and joins(a, b)
        }

    def same(self):
        return self.pairs(lambda a, b: a.tells & b.tells)

    def contradictions(self):
        """For each sentence that contradicts others, the pairs that it makes with them."""
        found = {}
        for pair in self.pairs(lambda a, b: a.denies & b.tells):
            for key in pair:
                row = self.articles[key[0]][key[1]]
                if row.denies:
                    found.setdefault(key, set()).add(pair)
        return found

    def at(self, passage):
        """The sentences that a passage covers, or that cover it, by half of its length or theirs."""
        start, end = passage["start"], passage["end"]
        found = set()
        for key, (first, last) in self.spans.items():
            if key[0] == passage["article"]:
                common = min(end, last) - max(start, first)
                if 2 * common >= min(end - start, last - first):
                    found.add(key)
        return found

    def joined(self, passages):
        keys = {key for passage in passages for key in self.at(passage)}
        return {tuple(sorted((a, b))) for a in keys for b in keys if a[0] != b[0]}

    def sentence(self, key):
        return self.articles[key[0]][key[1]].text


def stories():
    """All stories, in order; raises ValueError where a line is of another form."""
    for file in sorted(os.listdir(FOLDER)):
        yield from read(os.path.join(FOLDER, file))


def read(path):
    name, title, rows, count = os.path.basename(path).removesuffix(".txt"), None, [], 0
    with open(path, encoding="utf8") as file:
        for number, line in enumerate([*file, "# story: \n"], 1):
            line = line.rstrip("\n")
            if line.startswith("# story: "):
                if title:
                    yield Story(f"{name}-{count}", title, rows)
                    count += 1
                title, rows = line.removeprefix("# story: "), []
            elif line:
                match = LINE.fullmatch(line)
                if not match or not title:
                    raise ValueError(f"{path}: line {number}: expected LETTER, tab, NUMBERS, tab, SENTENCE, not {line[:60]!r}")
                article, numbers, text = match.groups()
                rows.append(Sentence(article, sum(row.article == article for row in rows), numbers, text))


def check():
    """Problems of the stories, in words."""
    problems = []
    for story in stories():
        if sorted(story.articles) != ["A", "B", "C"]:
            problems.append(f"{story.name}: articles {sorted(story.articles)}")
        tellers = {}
        for article, rows in story.articles.items():
            if not 6 <= len(rows) <= 14:
                problems.append(f"{story.name}: article {article} has {len(rows)} sentences")
            for row in rows:
                for number in row.tells | row.denies:
                    tellers.setdefault(number, set()).add(article)
        problems += [f"{story.name}: only one article has statement {number}" for number, who in tellers.items() if len(who) < 2]
    return problems


def prepare(folder):
    os.makedirs(folder, exist_ok=True)
    for story in stories():
        with open(os.path.join(folder, story.name + ".jsonl"), "w", encoding="utf8") as file:
            for record in story.records():
                file.write(json.dumps(record, ensure_ascii=False) + "\n")


def told(collation):
    """The passages of each contradiction that a collation tells."""
    for statement in collation["shared"]:
        if statement["relation"] == "contradicts":
            yield statement["witnesses"]
    for finding in collation["figures"]:
        if finding["kind"] in ("conflict", "times"):
            yield finding["values"]


def score(folder, missed=False, wrong=False):
    """Sentence pairs (precision, recall, F1 over all stories); contradictions found, and told ones that were planted."""
    right = claimed = gold = planted = found = reported = proper = 0
    for story in stories():
        with open(os.path.join(folder, story.name + ".json"), encoding="utf8") as file:
            collation = json.load(file)
        same = story.same()
        claims = set()
        for statement in collation["shared"]:
            claims |= story.joined(statement["witnesses"])
        right += len(claims & same)
        claimed += len(claims)
        gold += len(same)
        contradictions = story.contradictions()
        all_pairs = set().union(*contradictions.values()) if contradictions else set()
        reports = [(story.joined(passages), passages) for passages in told(collation)]
        for pairs, passages in reports:
            reported += 1
            proper += bool(pairs & all_pairs)
            if wrong and not pairs & all_pairs:
                print(story.name, *(f"\n  {passage['article']}  {passage['text']}" for passage in passages))
        for key, pairs in contradictions.items():
            planted += 1
            is_found = any(pairs & other for other, _ in reports)
            found += is_found
            if missed and not is_found:
                others = sorted({other for pair in pairs for other in pair} - {key})
                print(story.name, *(f"\n  {other[0]}  {story.sentence(other)}" for other in [key, *others]))
    precision, recall = right / max(claimed, 1), right / max(gold, 1)
    return {
        "pairs_precision": precision,
        "pairs_recall": recall,
        "pairs_f1": 2 * precision * recall / (precision + recall) if right else 0.0,
        "contradictions_found": found / max(planted, 1),
        "contradictions_right": proper / max(reported, 1),
        "counts": {"planted": planted, "found": found, "told": reported, "told_right": proper, "gold_pairs": gold},
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("action", choices=["check", "prepare", "score"])
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--missed", action="store_true")
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    if options.action == "check":
        problems = check()
        print("\n".join(problems) or f"{sum(1 for _ in stories())} stories")
        sys.exit(1 if problems else 0)
    if not options.folder:
        parser.error("which folder?")
    if options.action == "prepare":
        prepare(options.folder)
    else:
        print(json.dumps(score(options.folder, options.missed, options.wrong), indent=1))


if __name__ == "__main__":
    main()
