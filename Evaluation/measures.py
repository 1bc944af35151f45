"""What is measured: each part runs the command, then a scorer, and returns {measure: score from 0 to 1}."""
import concurrent.futures
import gzip
import json
import os
import re
import shutil
import subprocess
import sys

import measure_speech
import story_corpus
from ranking import spearman


class Broken(Exception):
    """A run whose output cannot be scored."""


def run(words, **options):
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)
    if done.returncode:
        raise Broken(f"{' '.join(words[:4])} … ended with {done.returncode}: {done.stderr.strip()[-500:]}")
    return done.stdout


def scorer(shared, name, *words):
    out = run([sys.executable, os.path.join(shared, "eval", name), *words, "--json"])
    return json.loads(out.strip().splitlines()[-1])


def records(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf8") as file:
        for line in file:
            yield json.loads(line)


def write_records(path, rows):
    with open(path, "w", encoding="utf8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def collation_scores(result):
    figures = result["figures"]
    share = lambda part, whole: part / whole if whole else None
    scores = {
        "pairs_f1": result["pairs"]["f1"],
        # Gold that tells no headline from the body has no pair with one.
        "headline_f1": result["headline"]["f1"] if result["counts"]["htp"] + result["counts"]["hfn"] else None,
        "quotes_found": result["quotes_found"],
        "speaker": result["speaker"],
        "notspeech": result["notspeech"],
        "figures_found": share(figures["found"], figures["gold"]),
        # Nothing reported is nothing right, where there was something to report.
        "figures_right": share(figures["found"], figures["reported"] or 1) if figures["gold"] else None,
        # Every text of the output stands in its article.
        "texts_placed": 1.0 if result["counts"]["lost"] == 0 else 0.0,
    }
    if result["missing"]:
        raise Broken(f"no collation of {', '.join(result['missing'])}")
    # Gold without marks that are not speech, figures that disagree or headlines has no such measure.
    return {name: score for name, score in scores.items() if score is not None}


def collation(stemma, shared, out):
    """The annotated events: three articles of one event each."""
    gold = os.path.join(shared, "data", "collation", "dev")
    command = f"{stemma} compare --lexical --format json {{in}}"
    return collation_scores(scorer(shared, "eval_collation.py", "run", gold, out, "--cmd", command))


def full(stemma, shared, out):
    """The same events with the grammar model, where it has been fetched."""
    if not has_model(stemma):
        return {}
    gold = os.path.join(shared, "data", "collation", "dev")
    command = f"{stemma} compare --format json {{in}}"
    scores = collation_scores(scorer(shared, "eval_collation.py", "run", gold, out, "--cmd", command))
    scores = {name: scores[name] for name in ("pairs_f1", "quotes_found", "speaker")}
    heads = polnear(stemma, shared, out, options=())
    return scores | {f"polnear_{name}": heads[name] for name in POLNEAR_BY_HEADS}


POLNEAR_BY_HEADS = ("direct_exact_f1", "direct_end_to_end", "all_overlap_f1", "all_end_to_end")


def fetched(stemma):
    """The names of the models that have been fetched."""
    listed = json.loads(run([stemma, "models", "list", "--json"]))
    return {model["name"] for model in listed["models"] if model["state"] == "fetched"}


def model_root(stemma):
    """The folder of the models."""
    return json.loads(run([stemma, "models", "list", "--json"]))["root"]


def has_model(stemma):
    """Whether the grammar model of English has been fetched."""
    return "english" in fetched(stemma)


def seeds(stemma, shared, out):
    """The two founding articles as the files they are."""
    gold = os.path.join(out, "gold")
    os.makedirs(gold)
    shutil.copyfile(os.path.join(shared, "data", "collation", "seeds.json"), os.path.join(gold, "seeds.json"))
    folder = os.path.join(shared, "seeds")
    files = [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.endswith(".txt")]
    with open(os.path.join(out, "seeds.json"), "w", encoding="utf8") as file:
        file.write(run([stemma, "compare", "--lexical", "--format", "json", *files]))
    return collation_scores(scorer(shared, "eval_collation.py", "score", gold, out))


def with_marks(quote, text):
    """The quotation with the marks around it."""
    start, end = quote["start"], quote["end"]
    if quote["kind"] != "direct" or not start or text[start - 1] not in OPENING or text[end : end + 1] not in CLOSING:
        return quote
    return dict(quote, start=start - 1, end=end + 1)


OPENING, CLOSING = set("„“\"»«‚‘'"), set("“”\"«»’‘'")


def quotations(stemma, out, documents, keeps_marks=False, options=("--lexical",)):
    """Runs the command on documents and keeps what it calls speech in the scorer's form, every offset checked. Some
    annotators count the marks to the quotation (`keeps_marks`)."""
    texts = {document["id"]: document["text"] for document in documents}
    source, found = os.path.join(out, "articles.jsonl"), os.path.join(out, "found.jsonl")
    write_records(source, documents)
    with open(found, "w", encoding="utf8") as file:
        file.write(run([stemma, "quotes", *options, "--format", "jsonl", source]))
    rows = []
    for row in records(found):
        text = texts.get(row["article"])
        if text is None:
            raise Broken(f"an article that was not given: {row['article']}")
        for quote in row["quotes"]:
            if text[quote["start"] : quote["end"]] != quote["text"]:
                raise Broken(f"{row['article']}: offsets {quote['start']}–{quote['end']} do not hold the quotation's text")
        speech = [quote for quote in row["quotes"] if quote["speech"]]
        if keeps_marks:
            speech = [with_marks(quote, text) for quote in speech]
        rows.append({"doc_id": row["article"], "quotes": speech})
    if len(rows) != len(texts):
        raise Broken(f"{len(rows)} lines for {len(texts)} articles")
    write_records(os.path.join(out, "predicted.jsonl"), rows)
    return {row["doc_id"]: row["quotes"] for row in rows}


def score_quotes(shared, folder, out, *words):
    return scorer(
        shared, "eval_quotes.py", os.path.join(folder, "gold.jsonl.gz"), os.path.join(out, "predicted.jsonl"),
        "--docs", os.path.join(folder, "docs.jsonl.gz"), *words,
    )


def polnear(stemma, shared, out, options=("--lexical",)):
    """PolNeAR's development part: quotations of seven US outlets, with the mention of their source."""
    folder = os.path.join(shared, "data", "quotations", "polnear")
    documents = [
        {"id": row["id"], "outlet": row["outlet"], "published": row["date"], "language": "en", "text": row["text"]}
        for row in records(os.path.join(folder, "docs.jsonl.gz"))
        if row["split"] == "dev"
    ]
    found = quotations(stemma, out, documents, options=options)
    direct = score_quotes(shared, folder, out, "--split", "dev", "--kinds", "direct")
    every = score_quotes(shared, folder, out, "--split", "dev")
    kept, rejected = marks(found, records(os.path.join(folder, "quoted_spans.jsonl.gz")))
    return {
        "direct_exact_f1": direct["exact"]["F1"] / 100,
        "direct_overlap_f1": direct["ov30"]["F1"] / 100,
        "direct_end_to_end": direct["spk"]["e2e"] / 100,
        "all_overlap_f1": every["ov30"]["F1"] / 100,
        "all_end_to_end": every["spk"]["e2e"] / 100,
        "speech_marks_kept": kept,
        "other_marks_rejected": rejected,
    }


def marks(found, gold):
    """Of the spans in quotation marks, the share of speech that is reported as direct or mixed speech (half of its
    characters or more), and the share of what is not speech that is not."""
    counts = {True: [0, 0], False: [0, 0]}
    for row in gold:
        if row["doc_id"] not in found:
            continue
        pieces = [quote for quote in found[row["doc_id"]] if quote["kind"] != "indirect"]
        for span in row["quoted"]:
            covered = sum(max(0, min(span["end"], p["end"]) - max(span["start"], p["start"])) for p in pieces)
            counts[span["speech"]][0] += 2 * covered >= span["end"] - span["start"]
            counts[span["speech"]][1] += 1
    return counts[True][0] / counts[True][1], 1 - counts[False][0] / counts[False][1]


def wikinews(stemma, shared, out):
    """German Wikinews, all three parts: none of it is learned from. Its spans hold the quotation marks."""
    folder = os.path.join(shared, "data", "quotations", "dewikinews")
    documents = [
        {"id": row["id"], "language": "de", "text": row["text"]}
        for row in records(os.path.join(folder, "docs.jsonl.gz"))
    ]
    quotations(stemma, out, documents, keeps_marks=True)
    direct = score_quotes(shared, folder, out, "--kinds", "direct")
    return {
        "direct_exact_f1": direct["exact"]["F1"] / 100,
        "direct_overlap_f1": direct["ov30"]["F1"] / 100,
        "direct_end_to_end": direct["spk"]["e2e"] / 100,
    }


EXTRACTION = {"fundus": "fundus", "newspaper4k": "newspaper4k-424", "wcxb": "wcxb-article-dev", "trafilatura": "trafilatura-990"}


def extracted(stemma, folder):
    """What the command reads in a folder of pages, in the scorer's form."""
    pages = {}
    for line in run([stemma, "read", "--format", "jsonl", folder]).splitlines():
        article = json.loads(line)
        pages[os.path.basename(article["file"]).split(".htm")[0]] = {
            "articleBody": article["body"],
            "headline": article["headline"],
            "author": article["authors"],
            "datePublished": article["published"],
        }
    return pages


def extraction(stemma, shared, out):
    """Web pages: body, headline, authors, date. The block model has learned from these four sets; what it does with sites
    that it has not seen, `fit_pages.py cross-validate` measures."""
    scores = {}
    for name, folder in EXTRACTION.items():
        folder = os.path.join(shared, "data", "extraction", folder)
        predicted = os.path.join(out, f"{name}.json")
        with open(predicted, "w", encoding="utf8") as file:
            json.dump(extracted(stemma, os.path.join(folder, "html")), file)
        words = [sys.executable, os.path.join(shared, "eval", "eval_extraction.py"), "score", folder, predicted, "--json"]
        result = json.loads(run(words))[name]
        if result["missing"] > 1:
            raise Broken(f"{name}: {result['missing']} pages are missing")
        if "f1" in result:
            scores[f"{name}_f1"] = result["f1"]
            scores[f"{name}_exact"] = result["exact"]
        if result.get("snippets"):
            scores[f"{name}_snippets"] = result["snippets"]["f1"]
        for field, label in (("headline", "headline"), ("author", "authors"), ("datePublished", "date")):
            scores[f"{name}_{label}"] = result["fields"][field]["right"]
    return scores


ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ENGLISH = os.path.join(ROOT, "Tests", "Fixtures", "english")


def people(path):
    """Where a text of the fixtures names people: {name of the text: [(start, end)]}, by hand."""
    found = {}
    with open(path, encoding="utf8") as file:
        for line in file:
            name, *forms = line.rstrip("\n").split("\t")
            if not forms:
                continue
            path = os.path.join(ENGLISH, "texts", name)
            path = path if os.path.exists(path) else os.path.join(ROOT, "Examples", name)
            with open(path, encoding="utf8") as text:
                text = text.read()
            either = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
            found[name] = (text, [match.span() for match in re.finditer(rf"(?<!\w)(?:{either})(?!\w)", text)])
    return found


def names(stemma, shared, out):
    """The people whom texts name, by hand: in the lexical mode and, where the model has been fetched, in the full one."""
    gold = people(os.path.join(ENGLISH, "people.tsv"))
    requests = "".join(json.dumps({"id": name, "text": text, "language": "en"}) + "\n" for name, (text, _) in gold.items())
    total = sum(len(spans) for _, spans in gold.values())

    def recall(*options):
        analyses = [json.loads(line) for line in run([stemma, "analyze", "--text", *options], input=requests).splitlines()]
        found = 0
        for analysis in analyses:
            text, spans = gold[analysis["id"]]
            if analysis["text"].strip() != text.strip():
                raise Broken(f"{analysis['id']}: another text than was given")
            shift = text.index(text.strip()) - analysis["text"].index(analysis["text"].strip())
            people = [(n["start"] + shift, n["end"] + shift) for n in analysis["names"] if n["kind"] == "person"]
            found += sum(any(start < e and s < end for s, e in people) for start, end in spans)
        return found / total

    scores = {"lexical_people": recall("--lexical")}
    if has_model(stemma):
        scores["full_people"] = recall()
        scores["lexical_share"] = scores["lexical_people"] / scores["full_people"]
    return scores


def speech(stemma, shared, out):
    """The test part of the speech corpus, from which nothing is learned."""
    return measure_speech.figures(stemma, "test")[0]


def meaning(stemma, shared, out):
    """STS-B, development part: how the cosines of sentence vectors rank pairs of sentences, beside how people do (Spearman). Each
    model that has been fetched, with `stemma-features` from beside the command."""
    with open(os.path.join(shared, "data", "similarity", "stsb", "sts-dev.csv"), encoding="utf8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    pairs = os.path.join(out, "pairs.tsv")
    with open(pairs, "w", encoding="utf8") as file:
        file.write("\n".join("\t".join(row[5:7]) for row in rows))
    tool = os.path.join(os.path.dirname(stemma), "stemma-features")
    scores = {}
    for model in sorted({"minilm", "multilingual", "potion"} & fetched(stemma)):
        cosines = [float(line) for line in run([tool, "--vectors", model, pairs]).split()]
        if len(cosines) != len(rows):
            raise Broken(f"{model}: {len(cosines)} cosines of {len(rows)} pairs")
        scores[f"{model}_stsb"] = spearman([float(row[4]) for row in rows], cosines)
    return scores


def stories(stemma, shared, out):
    """The invented stories, without models and with them."""
    scores = {}
    for mode, options in (("lexical", ["--lexical"]), ("full", [])):
        if mode == "full" and not has_model(stemma):
            continue
        folder = os.path.join(out, mode)
        story_corpus.prepare(folder)
        names = sorted(name.removesuffix(".jsonl") for name in os.listdir(folder))
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as workers:
            list(workers.map(lambda name: compare(stemma, options, os.path.join(folder, name)), names))
        found = story_corpus.score(folder)
        scores |= {f"{mode}_{name}": found[name] for name in STORY_MEASURES}
    return scores


STORY_MEASURES = ("pairs_f1", "contradictions_found", "contradictions_right")


def compare(stemma, options, path):
    """Writes PATH.json: what the command says of PATH.jsonl."""
    with open(path + ".json", "w", encoding="utf8") as file:
        file.write(run([stemma, "compare", *options, "--format", "json", path + ".jsonl"]))


ALL = {
    "collation": collation, "stories": stories, "seeds": seeds, "polnear": polnear, "wikinews": wikinews, "extraction": extraction,
    "names": names, "full": full, "speech": speech, "meaning": meaning,
}
# What is measured only where a model has been fetched, and which.
NEED_MODEL = {
    **{f"names.{name}": "english" for name in ("full_people", "lexical_share")},
    **{f"full.{name}": "english" for name in ("pairs_f1", "quotes_found", "speaker")},
    **{f"full.polnear_{name}": "english" for name in POLNEAR_BY_HEADS},
    **{f"stories.full_{name}": "english" for name in STORY_MEASURES},
    **{f"meaning.{name}_stsb": name for name in ("minilm", "multilingual", "potion")},
}
