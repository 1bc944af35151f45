#!/usr/bin/env python3
"""Fits the networks that tell the body blocks of web pages from the rest: Sources/CPageModel/page-model.bin.

  fit_pages.py cross-validate [--folds 6]   scores every page with weights that never saw its site
  fit_pages.py write                        fits on all pages and writes the file

Learns from three sets of ../shared/data/extraction whose gold holds the whole body, and from the snippets of the fourth.
What reaches the file: weights of facts about blocks, and of hashes of element names and words that stand on pages of a dozen
sites or more. Sites are kept apart by their host's name, so that no page is scored by weights fitted on its own site.

Needs numpy and scipy (PyPI), and the release build of stemma-features, which measures pages with Stemma's own code.
Deterministic: the same pages give the same file.

Two networks are fitted, from other random numbers each, and the mean of their log-odds counts: on pages of sites that none has
seen it errs less than any of them.

The file, little-endian: "SBM2"; int32 width, facts, hashes, layers, networks; for each layer int32 taps and their offsets;
uint32 hashes, ascending; then each network: float32 scale and bias; for each layer its matrix (a row for every number of
every tap) and bias; float32 output (a row for each layer) and bias. Then int8 vectors of facts, then of hashes: for each
those of all networks, times their scales.
"""
import argparse
import gzip
import json
import os
import re
import struct
import subprocess
import sys
import tempfile
import zlib
from collections import defaultdict

from page_network import TAPS, WIDTH, trained  # before numpy: it sets the number of threads

import numpy as np
import scipy.sparse as sparse

from page_labels import WORD, align, label_snippets

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
SHARED = os.path.join(os.path.dirname(ROOT), "shared")
MODEL = os.path.join(ROOT, "Sources", "CPageModel", "page-model.bin")
SETS = ("fundus", "newspaper4k-424", "wcxb-article-dev", "trafilatura-990")
SNIPPETS = "trafilatura-990"

FEWEST_SITES = 12
FOLDS = 6
SEEDS = (1, 2)  # of the networks whose mean counts
UNLIKELY = -20  # log-odds of what is passed over
LONGEST = 1500  # blocks of a page that are learned from


# ------------------------------------------------------------------------------------------------ pages
def unpacked(name, folder):
    source = os.path.join(SHARED, "data", "extraction", name, "html")
    os.makedirs(folder, exist_ok=True)
    for file in sorted(os.listdir(source)):
        with gzip.open(os.path.join(source, file)) as packed, open(os.path.join(folder, file[:-3]), "wb") as page:
            page.write(packed.read())


def measured(name, tool):
    """The pages of a set, as stemma-features prints them."""
    with tempfile.TemporaryDirectory() as folder:
        unpacked(name, folder)
        lines = subprocess.run([tool, "--pages", folder], check=True, stdout=subprocess.PIPE).stdout
    pages = []
    facts = 0
    for line in lines.decode("utf-8", "replace").split("\n"):
        kind = line[:1]
        if kind == "F":
            facts = int(line[2:])
        elif kind == "P":
            pages.append({"id": line[2:], "set": name, "parents": [], "around": [], "inside": [], "keys": [], "text": []})
        elif kind == "C":
            numbers = [int(number) for number in line[2:].split()]
            pages[-1]["parents"].append(numbers[0])
            pages[-1]["around"].append(numbers[1:])
        elif kind == "B":
            numbers = [int(number) for number in line[2:].split()]
            pages[-1]["inside"].append(numbers[0])
            pages[-1]["keys"].append(numbers[1:])
        elif kind == "T":
            pages[-1]["text"].append(line[2:])
    return pages, facts


def site(page, gold):
    """The host's name without what most hosts share; Fundus names the outlet in the page's."""
    if page["set"] == "fundus":
        return page["id"].split("_")[1].lower()
    match = re.match(r"\w+://([^/:]+)", gold.get("url") or "")
    parts = (match.group(1) if match else page["id"]).lower().split(".")
    if len(parts) > 2 and len(parts[-2]) <= 3 and len(parts[-1]) == 2:
        return parts[-3]
    return parts[-2] if len(parts) > 1 else parts[0]


def prepare(page, gold):
    """Labels and weights: an error counts as much as it moves the page's score, and a little for itself."""
    page["site"] = site(page, gold)
    page["gold"] = gold
    count = page["count"] = min(len(page["text"]), LONGEST)
    words = np.array([len(WORD.findall(text)) for text in page["text"][:count]], np.float32)
    if page["set"] == SNIPPETS:
        labels = label_snippets(page, gold)[:count]
        weights = np.where(np.isnan(labels), 0, 8 * np.minimum(words, 80) / 450 + 0.1)
    else:
        labels, shares = align(page, gold["articleBody"])
        labels, shares = labels[:count], shares[:count]
        weights = 8 * words / (max(1, (words * labels).sum()) + 50) + 0.03
        weights = np.where((shares > 0.3) & (shares < 0.5), weights * 0.2, weights)
    # What the block model passes over has no keys: it neither learns from it nor can get it right.
    page["places"] = np.array([index for index in range(count) if page["keys"][index]], np.int64)
    page["labels"] = np.nan_to_num(labels).astype(np.float32)[page["places"]]
    page["weights"] = weights.astype(np.float32)[page["places"]]


def vocabulary(pages, facts):
    """Rows for the hashes that stand on pages of enough sites."""
    sites = defaultdict(set)
    for page in pages:
        for keys in page["keys"] + page["around"]:
            for key in keys:
                if key >= facts:
                    sites[key].add(page["site"])
    frequent = sorted(key for key, found in sites.items() if len(found) >= FEWEST_SITES)
    return {key: facts + index for index, key in enumerate(frequent)}


def add_matrix(page, facts, rows):
    """A row of keys for each block that the block model does not pass over."""
    around = []
    for keys, parent in zip(page["around"], page["parents"]):
        around.append((around[parent] if parent >= 0 else []) + [rows[key] for key in keys if key in rows])
    columns, ends = [], [0]
    for index in page["places"]:
        own = [key if key < facts else rows[key] for key in page["keys"][index] if key < facts or key in rows]
        columns += own + around[page["inside"][index]]
        ends.append(len(columns))
    matrix = sparse.csr_matrix(
        (np.ones(len(columns), np.float32), np.array(columns, np.int32), np.array(ends, np.int32)),
        shape=(len(page["places"]), facts + len(rows)),
    )
    matrix.sum_duplicates()
    page["matrix"] = matrix


def fitted(pages, facts):
    return [trained(pages, facts, seed) for seed in SEEDS]


# ------------------------------------------------------------------------------------------------ file
def write(networks, rows, facts, threshold, path):
    with open(path, "wb") as file:
        file.write(b"SBM2" + struct.pack("<5i", WIDTH, facts, len(rows), len(TAPS), len(networks)))
        for taps in TAPS:
            file.write(struct.pack(f"<{1 + len(taps)}i", len(taps), *taps))
        file.write(np.array(sorted(rows), "<u4").tobytes())
        for network in networks:
            weights = network.weights
            file.write(struct.pack("<f", network.scale) + weights["bias"].astype("<f4").tobytes())
            for layer in range(len(TAPS)):
                for name in ("matrix", "bias"):
                    file.write(weights[f"{name}{layer}"].astype("<f4").tobytes())
            # The file's threshold is 0.
            file.write(weights["output"].astype("<f4").tobytes() + struct.pack("<f", weights["outputBias"][0] - threshold))
        file.write(np.concatenate([network.bytes for network in networks], axis=1).tobytes())


# ------------------------------------------------------------------------------------------------ scores
def scores(pages, threshold):
    sys.path.insert(0, os.path.join(SHARED, "eval"))
    import eval_extraction
    results = {}
    for name in SETS:
        gold, predicted = {}, {}
        for page in pages:
            if page["set"] != name or "logits" not in page:
                continue
            body = (text for text, logit in zip(page["text"], page["logits"]) if logit > threshold)
            predicted[page["id"]] = {"articleBody": "\n\n".join(body)}
            wanted = ("with", "without") if name == SNIPPETS else ("articleBody",)
            gold[page["id"]] = {field: page["gold"][field] for field in wanted if field in page["gold"]}
        results[name] = eval_extraction.score(gold, predicted)[0]
    return results


def described(results):
    parts = []
    for name, result in results.items():
        if "f1" in result:
            parts.append(f"{name} F1 {result['f1']:.4f} exact {result['exact']:.3f}")
        else:
            parts.append(f"{name} snippet F1 {result['snippets']['f1']:.4f}")
    return "; ".join(parts)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("job", choices=("cross-validate", "write"))
    parser.add_argument("--folds", type=int, default=FOLDS)
    parser.add_argument("--threshold", type=float, default=-0.4, help="log-odds from which a block is body")
    parser.add_argument("--tool", default=os.path.join(ROOT, ".build", "release", "stemma-features"))
    parser.add_argument("--output", default=MODEL)
    options = parser.parse_args()
    pages = []
    for name in SETS:
        found, facts = measured(name, options.tool)
        with open(os.path.join(SHARED, "data", "extraction", name, "gold.json"), encoding="utf-8") as file:
            gold = json.load(file)
        found = [page for page in found if page["id"] in gold]
        for page in found:
            prepare(page, gold[page["id"]])
        pages += found
    rows = vocabulary(pages, facts)
    for page in pages:
        add_matrix(page, facts, rows)
        page["fold"] = zlib.crc32(page["site"].encode()) % options.folds
        page["logits"] = np.full(page["count"], UNLIKELY, np.float32)
    learned = [page for page in pages if len(page["places"])]
    print(f"{len(pages)} pages, {sum(page['count'] for page in pages)} blocks, {len(rows)} hashes", flush=True)
    if options.job == "write":
        write(fitted(learned, facts), rows, facts, options.threshold, options.output)
        print(f"wrote {options.output}, {os.path.getsize(options.output)} bytes")
        return
    for fold in range(options.folds):
        networks = fitted([page for page in learned if page["fold"] != fold], facts)
        for page in learned:
            if page["fold"] == fold:
                page["logits"][page["places"]] = np.mean([network.logits(page) for network in networks], axis=0)
    for threshold in (options.threshold - 0.3, options.threshold, options.threshold + 0.3):
        print(f"threshold {threshold:+.1f}: {described(scores(pages, threshold))}", flush=True)


if __name__ == "__main__":
    main()
