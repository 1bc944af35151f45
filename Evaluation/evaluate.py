#!/usr/bin/env python3
"""Measures Stemma on annotated articles and holds every score to its committed floor.

  evaluate.py [--stemma .build/release/stemma] [--shared ../shared] [--only NAME]... [--raise] [--json FILE]

The articles and the scorers lie beside the checkout, in `../shared`, because they belong to their publishers. Where they
are absent nothing is measured, and that is said. Floors (Evaluation/floors.json) may only be raised: a floor below one of
any earlier commit fails, and so does a measure without a floor. The weights that Speech ships must come out of their trainers.
Python standard library only; the trainers need numpy.
"""
import argparse
import json
import os
import shutil
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import data_digest
import fitted_weights
import floors
import measures

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def table(scores, limits):
    """Lines of `measure  score  floor  verdict`, and whether every score holds."""
    width = max(len(name) for name in [*scores, "measure"])
    lines = [f"{'measure':<{width}}  {'score':>7}  {'floor':>7}"]
    held = True
    for name, score in scores.items():
        floor = limits.get(name)
        if floor is None:
            verdict, held = "no floor: add one to floors.json (make evaluate ARGS=--raise)", False
        elif score is None:
            verdict, held = "BELOW: nothing was measured", False
        elif score < floor - floors.TOLERANCE:
            verdict, held = f"BELOW by {floor - score:.4f}", False
        else:
            verdict = ""
        number = lambda value: "      -" if value is None else f"{value:7.4f}"
        lines.append(f"{name:<{width}}  {number(score)}  {number(floor)}  {verdict}".rstrip())
    return lines, held


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stemma", default=os.path.join(ROOT, ".build/release/stemma"), help="the command to measure")
    parser.add_argument("--shared", default=os.environ.get("STEMMA_SHARED", os.path.join(ROOT, "..", "shared")))
    parser.add_argument("--out", default=os.path.join(ROOT, "out", "evaluation"), help="where predictions are kept")
    parser.add_argument("--only", action="append", choices=list(measures.ALL), help="measure this part only")
    parser.add_argument("--raise", dest="raise_floors", action="store_true", help="raise the floors to these scores")
    parser.add_argument("--json", metavar="FILE", help="write the scores there, too")
    parser.add_argument("--pin-data", action="store_true", help="write the digests of the data, after a change of it")
    options = parser.parse_args()

    limits = floors.load()
    problems = floors.lowered(limits)
    shared = os.path.abspath(options.shared)
    if not os.path.isdir(os.path.join(shared, "data")):
        print(f"SKIPPED: no data at {options.shared}: nothing was measured (the floors themselves were checked)")
        return report(problems)
    if options.pin_data:
        data_digest.pin(shared)
    problems += data_digest.differences(shared)
    if not os.access(options.stemma, os.X_OK):
        print(f"evaluate: no command at {options.stemma}: build it with `swift build -c release --product stemma`")
        return 2

    scores = {}
    for name in options.only or measures.ALL:
        out = os.path.join(options.out, name)
        shutil.rmtree(out, ignore_errors=True)
        os.makedirs(out)
        started = time.time()
        try:
            part = measures.ALL[name](os.path.abspath(options.stemma), shared, out)
        except measures.Broken as error:
            problems.append(f"{name}: {error}")
            continue
        scores.update({f"{name}.{key}": value for key, value in part.items()})
        print(f"{name}: {time.time() - started:.1f} s", file=sys.stderr)

    if not options.only:
        tool = os.path.join(os.path.dirname(os.path.abspath(options.stemma)), "stemma-features")
        models = measures.has_model(options.stemma) and measures.model_root(options.stemma)
        wrong, unchecked = fitted_weights.differences(tool, os.path.join(options.out, "weights"), models)
        problems += wrong
        for line in unchecked:
            print(f"SKIPPED {line}")
    if options.raise_floors:
        limits = floors.raised(limits, scores)
        floors.save(limits)
    lines, held = table(scores, limits)
    print("\n".join(lines))
    if not held:
        problems.append("a score is below its floor, or has none")
    if not options.only:
        left_out = [name for name in limits if name not in scores]
        fetched = measures.fetched(options.stemma)
        waiting = [name for name in left_out if measures.NEED_MODEL.get(name, "") not in fetched | {""}]
        models = " ".join(sorted({measures.NEED_MODEL[name] for name in waiting}))
        if waiting:
            print(f"SKIPPED without models (stemma models fetch {models}): {', '.join(waiting)}")
        left_out = [name for name in left_out if name not in waiting]
        problems += [f"{name}: has a floor but was not measured" for name in left_out]
    if options.json:
        with open(options.json, "w", encoding="utf8") as file:
            json.dump(scores, file, indent=1)
            file.write("\n")
    return report(problems)


def report(problems):
    for problem in problems:
        print(f"evaluate: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
