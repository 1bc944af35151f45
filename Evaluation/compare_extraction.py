#!/usr/bin/env python3
"""Runs Stemma and its peers over the same web pages in one run: body, headline, authors, date; pages per second.

  compare_extraction.py [--shared ../shared] [--set NAME]... [--stemma .build/release/stemma]
                        [--bench Benchmarks/.build/release/stemma-bench]

Peers, from PyPI: trafilatura 2.3.1 in its four modes, resiliparse (text only). One process and one thread each; times are
CPU seconds of extraction alone for the peers, which have the pages in memory, and of the whole command for Stemma, which
starts, reads them from disk, finds their metadata too and prints JSON. The line `stemma alone` is as the peers' are: body
and metadata of pages in memory, timed by the benchmark (`make bench ARGS=--quick` builds it; left out where it is not).
"""
import argparse
import gzip
import json
import os
import resource
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import measures


def timed(pages, extract):
    """What a peer extracts, and the seconds of its fastest pass: up to three, while they are short, as the benchmark does."""
    passes = []
    while not passes or len(passes) < 3 and sum(passes) < 5:
        predicted = {}
        started = time.process_time()
        for name, page in pages.items():
            try:
                predicted[name] = extract(page)
            except Exception as error:
                if not passes:
                    print(f"{name}: {error}", file=sys.stderr)
                predicted[name] = {"articleBody": ""}
        passes.append(time.process_time() - started)
    return predicted, min(passes)


def trafilatura(**mode):
    from trafilatura import bare_extraction

    def extract(page):
        found = bare_extraction(page, include_comments=False, with_metadata=True, **mode)
        if found is None:
            return {"articleBody": ""}
        found = found.as_dict()
        return {
            "articleBody": found.get("text") or "",
            "headline": found.get("title"),
            "author": found.get("author"),
            "datePublished": found.get("date"),
        }

    return extract


def resiliparse(page):
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    return {"articleBody": extract_plain_text(HTMLTree.parse_from_bytes(page), main_content=True, alt_texts=False)}


def stemma(command, pages):
    with tempfile.TemporaryDirectory() as folder:
        for name, page in pages.items():
            with open(os.path.join(folder, name + ".html"), "wb") as file:
                file.write(page)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        lines = subprocess.run(
            [command, "read", "--jobs", "1", "--format", "jsonl", folder],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        ).stdout
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    predicted = {}
    for line in lines.splitlines():
        article = json.loads(line)
        predicted[os.path.basename(article["file"])[:-5]] = {
            "articleBody": article["body"],
            "headline": article["headline"],
            "author": article["authors"],
            "datePublished": article["published"],
        }
    return predicted, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def alone(bench, folder):
    """Pages a second of Stemma with the pages in memory: the fastest of the benchmark's passes, all pages in one thread."""
    lines = subprocess.run([bench, "--filter", "page/read", "--pages", folder], stdout=subprocess.PIPE).stdout
    return next(row["items_per_s"] for row in map(json.loads, lines.splitlines()) if row["name"] == "page/read")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", default=os.path.join(ROOT, "..", "shared"))
    parser.add_argument("--stemma", default=os.path.join(ROOT, ".build/release/stemma"))
    parser.add_argument("--set", action="append", choices=list(measures.EXTRACTION.values()))
    parser.add_argument("--bench", default=os.path.join(ROOT, "Benchmarks/.build/release/stemma-bench"))
    options = parser.parse_args()
    sys.path.insert(0, os.path.join(options.shared, "eval"))
    import eval_extraction

    tools = {
        "trafilatura": trafilatura(),
        "trafilatura precision": trafilatura(favor_precision=True),
        "trafilatura recall": trafilatura(favor_recall=True),
        "trafilatura fast": trafilatura(fast=True),
        "resiliparse": resiliparse,
    }
    for name in options.set or measures.EXTRACTION.values():
        folder = os.path.join(options.shared, "data", "extraction", name)
        with open(os.path.join(folder, "gold.json"), encoding="utf8") as file:
            gold = json.load(file)
        pages = {}
        for file in sorted(os.listdir(os.path.join(folder, "html"))):
            with gzip.open(os.path.join(folder, "html", file)) as page:
                pages[file.split(".htm")[0]] = page.read()
        print(f"{name}: {len(pages)} pages")
        for tool in ["stemma", *tools]:
            found = stemma(options.stemma, pages) if tool == "stemma" else timed(pages, tools[tool])
            predicted, seconds = found
            result, _ = eval_extraction.score(gold, predicted)
            line = f"  {tool:<22} {len(pages) / seconds:7.1f} pages/s"
            if "f1" in result:
                line += f"  F1 {result['f1']:.4f} exact {result['exact']:.3f}"
            if result.get("snippets"):
                line += f"  snippets {result['snippets']['f1']:.4f}"
            for field, score in result.get("fields", {}).items():
                line += f"  {field} {score['right']:.3f}"
            print(line, flush=True)
            if tool == "stemma" and os.path.exists(options.bench):
                speed = alone(options.bench, os.path.join(folder, "html"))
                print(f"  {'stemma alone':<22} {speed:7.1f} pages/s", flush=True)


if __name__ == "__main__":
    main()
