#!/usr/bin/env python3
"""Writes Sources/Collation/Lexicons/predicates-1.txt to -4.txt from WordNet 3.0: which words tell one act, and which tell its opposite.

  apt-get download wordnet-base && dpkg-deb -x wordnet-base_*.deb wordnet
  write_predicates.py wordnet/usr/share/wordnet Sources/Collation/Lexicons

A line is a word (`pull_out` for a verb with its particle), with `!` behind it where it is mostly a verb and `?` where it is one,
its Snowball stem where that is another word, then four lists of numbers: the word families that it belongs to
(endorse, endorsement), its common senses, the senses that these are kinds of (plunge: fall), and the senses opposite to them.
Kept are words that WordNet's tagged texts have, in senses that are common for the word; words that no other is tied to by any
number are left out. Numbers are ours, ascending as they first occur.
"""
import collections, ctypes, os, re, sys

SENSES = {"v": 3, "n": 2, "a": 2}
PARTICLES = set("up out down off back away over in on through apart aside together along forward ahead".split())
PARTS = 4
HEADER = ("# Words of acts and states: word, its stem where that is another, families, senses, what they are kinds of, opposites."
          " Source: WordNet 3.0 (Princeton University, Debian package wordnet-base), by way of Evaluation/write_predicates.py; licence: WordNet 3.0.")
# So common that their senses say little.
LIGHT = set("be have do make get take give go come let put keep use see say need want become seem".split())


class WordNet:
    def __init__(self, folder):
        self.synsets, self.senses, self.counts = {}, collections.defaultdict(list), {}
        for pos, name in (("v", "verb"), ("n", "noun"), ("a", "adj")):
            for line in open(os.path.join(folder, "data." + name), encoding="latin-1"):
                if line.startswith("  "):
                    continue
                f = line.split(" | ")[0].split()
                count = int(f[3], 16)
                words = [re.sub(r"\(.*\)$", "", w).lower() for w in f[4:4 + 2 * count:2]]
                at = 4 + 2 * count
                pointers = [tuple(f[at + 1 + 4 * i:at + 5 + 4 * i]) for i in range(int(f[at]))]
                self.synsets[pos, f[0]] = words, [(p, q if q != "s" else "a", o, int(w[:2], 16), int(w[2:], 16)) for p, o, q, w in pointers]
            for line in open(os.path.join(folder, "index." + name), encoding="latin-1"):
                if line.startswith("  "):
                    continue
                f = line.split()
                number = int(f[2])
                self.senses[pos, f[0]] = f[-number:]
        for line in open(os.path.join(folder, "cntlist.rev"), encoding="latin-1"):
            key, number, count = line.split()
            word, rest = key.split("%")
            pos = {"1": "n", "2": "v", "3": "a", "5": "a"}.get(rest[0])
            if pos:
                self.counts[pos, word, int(number)] = int(count)

    def common(self, pos, word):
        """The senses that a word has often: the first few, each with a fair share of the word's tagged uses."""
        offsets = self.senses.get((pos, word), [])
        counts = [self.counts.get((pos, word, i + 1), 0) for i in range(len(offsets))]
        total = sum(counts)
        return [o for i, o in enumerate(offsets[:SENSES[pos]]) if i == 0 or counts[i] * 8 >= total > 0]

    def total(self, pos, word):
        return sum(self.counts.get((pos, word, i + 1), 0) for i in range(len(self.senses.get((pos, word), []))))


class Spelling:
    """American spellings of British words, by the lexicon of EnglishSpelling.swift."""

    def __init__(self):
        sections = collections.defaultdict(list)
        root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
        for line in open(os.path.join(root, "Sources/Language/Lexicons/spellings.txt")):
            line = line.rstrip("\n")
            if line.startswith("["):
                rows = sections[line[1:-1]]
            elif line and not line.startswith("#"):
                rows.append(line.split("\t"))
        self.words, self.kept = dict(sections["words"]), {row[0] for row in sections["kept"]}
        self.parts = dict(sections["parts"])
        self.pattern = re.compile("|".join(sorted(map(re.escape, self.parts), key=len, reverse=True)))
        self.ends = sorted(sections["ends"], key=lambda end: -len(end[0]))

    def of(self, word):
        if word in self.words:
            return self.words[word]
        word = self.pattern.sub(lambda part: self.parts[part[0]], word)
        for british, american in self.ends:
            front = word[:-len(british)]
            if word.endswith(british) and front:
                return front + american if len(front) >= 4 and front not in self.kept else word
        return word


class Stemmer:
    """The English stemmer of the libstemmer that Stemma is linked with, for words in American spelling, as Stemmer.swift has it."""

    def __init__(self):
        self.spelling = Spelling()
        self.library = ctypes.CDLL("libstemmer.so.0d")
        self.library.sb_stemmer_new.restype = self.library.sb_stemmer_stem.restype = ctypes.c_void_p
        self.library.sb_stemmer_stem.argtypes = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
        self.library.sb_stemmer_length.argtypes = [ctypes.c_void_p]
        self.handle = self.library.sb_stemmer_new(b"en", b"UTF_8")

    def column(self, word):
        """The stem, of a verb with its particle that of the verb; nothing where it is the word itself."""
        verb, *particle = word.split("_", 1)
        spelled = self.spelling.of(verb).encode()
        stem = self.library.sb_stemmer_stem(self.handle, spelled, len(spelled))
        stem = ctypes.string_at(stem, self.library.sb_stemmer_length(self.handle)).decode()
        stem = "_".join([stem] + particle)
        return "" if stem == word else stem


def regular(word, form):
    stem = re.sub(r"(ed|ing|s)\Z", "", form)
    return form != stem and (stem == word or stem == word[:-1] or stem == word + word[-1] or stem.startswith(word) or re.sub("i(e)?\Z", "y", stem) == word)


def main(folder, output):
    net = WordNet(folder)
    plain = re.compile(r"[a-z]+\Z")
    verbs = {w for p, w in net.senses if p == "v" and plain.match(w) and net.total("v", w) >= 1}
    particle = [w for p, w in net.senses if p == "v" and w.count("_") == 1 and w.split("_")[1] in PARTICLES]
    nouns = [w for p, w in net.senses if p == "n" and plain.match(w) and net.total("n", w) >= 3]
    adjectives = [w for p, w in net.senses if p == "a" and plain.match(w) and net.total("a", w) >= 3]
    kept = {"v": verbs | set(particle), "n": set(nouns), "a": set(adjectives)}
    families, senses, kinds, opposites = (collections.defaultdict(set) for _ in range(4))

    def has(pos, word, offset):
        return offset in net.common(pos, word)

    def meanings(pos, word):
        return [(pos, o) for o in net.common(pos, word)]

    for pos in "vna":
        for word in sorted(kept[pos]):
            if pos == "v" and word in LIGHT:
                continue
            for key in meanings(pos, word):
                words, pointers = net.synsets[key]
                senses[word].add(key)
                place = words.index(word) + 1 if word in words else 0
                for symbol, other, offset, source, target in pointers:
                    if source not in (0, place) or other == "r":
                        continue
                    goal = other, offset
                    if symbol == "!":
                        opposites[word].add(goal)
                    elif symbol in ("@", "*", ">") and pos == "v":
                        kinds[word].add(goal)
                    elif symbol == "+" and target:
                        related = net.synsets[goal][0][target - 1]
                        if plain.match(related) and related in kept.get(other, ()) and has(other, related, offset):
                            verb = word if pos == "v" else related if other == "v" else min(word, related)
                            families[word].add(verb)
                            families[related].add(verb)
    # A sense counts where two kept words have it, or where it is a kind's or an opposite's goal.
    holders = collections.Counter(k for s in senses.values() for k in s)
    goals = {k for table in (kinds, opposites) for s in table.values() for k in s}
    numbers = {}

    def number(key):
        return numbers.setdefault(key, len(numbers) + 1)

    stemmer = Stemmer()
    lines = []
    written = set()
    for word in sorted(set(families) | set(senses)):
        family = sorted(families[word])
        own = sorted(k for k in senses[word] if holders[k] > 1 or k in goals)
        up = sorted(k for k in kinds[word] if holders[k] > 0)
        against = sorted(k for k in opposites[word] if holders[k] > 0)
        if not (family or own or up or against or word in verbs):
            continue
        columns = [",".join(str(number(k)) for k in part) for part in (family, own, up, against)]
        verb = net.total("v", word)
        mark = "" if word not in kept["v"] else "!" if verb > net.total("n", word) + net.total("a", word) else "?"
        lines.append("\t".join([word + mark, stemmer.column(word)] + columns).rstrip("\t"))
        written.add(word)
    # Irregular forms; those that only double a letter or turn y to i have the stem of their word.
    lines.append("[forms]")
    for line in open(os.path.join(folder, "verb.exc"), encoding="latin-1"):
        form, word = line.split()[:2]
        if (word in written or word in LIGHT) and plain.match(form) and not regular(word, form):
            lines.append("\t".join([form, word, stemmer.column(form), stemmer.column(word)]).rstrip("\t"))

    # Files small enough to be compiled in.
    size = sum(len(line) + 1 for line in lines) // PARTS + 1
    parts, filled = [[] for _ in range(PARTS)], 0
    for line in lines:
        parts[filled // size].append(line)
        filled += len(line) + 1
    for index, part in enumerate(parts):
        with open(os.path.join(output, f"predicates-{index + 1}.txt"), "w") as out:
            out.write(HEADER + "\n" + "\n".join(part) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:3])
