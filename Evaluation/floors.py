"""The floors of the measures: Evaluation/floors.json, {measure: lowest score allowed}. A floor is only ever raised."""
import json
import math
import os
import subprocess

TOLERANCE = 0.0005
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FILE = "Evaluation/floors.json"


def load():
    try:
        with open(os.path.join(ROOT, FILE), encoding="utf8") as file:
            return json.load(file)
    except FileNotFoundError:
        return {}


def save(limits):
    with open(os.path.join(ROOT, FILE), "w", encoding="utf8") as file:
        json.dump(limits, file, indent=2, sort_keys=True)
        file.write("\n")


def raised(limits, scores):
    """Floors at the scores, rounded down to three places; none lower than it was."""
    new = dict(limits)
    for name, score in scores.items():
        if score is not None:
            new[name] = max(limits.get(name, 0.0), math.floor(score * 1000 + 1e-6) / 1000)
    return new


def git(*words):
    run = subprocess.run(["git", "-C", ROOT, *words], capture_output=True, text=True)
    return run.stdout if run.returncode == 0 else None


def earlier():
    """Every committed version of the floors that this clone has: of HEAD and its ancestors, of the main branch here and
    at the remote. A shallow clone has at least the last."""
    branches = [name for name in ("HEAD", "main", "origin/main") if git("rev-parse", "--verify", "--quiet", name + "^{commit}")]
    if not branches:
        return []
    commits = set((git("rev-list", *branches, "--", FILE) or "").split())
    # `rev-list -- FILE` leaves out what a shallow clone's boundary hides; the tips themselves are always there.
    commits |= {(git("rev-parse", name) or "").strip() for name in branches}
    versions = []
    for commit in sorted(commits):
        text = git("show", f"{commit}:{FILE}")
        if text is None:
            continue
        try:
            versions.append((commit[:12], json.loads(text)))
        except ValueError:
            continue
    return versions


def lowered(limits):
    """What is wrong with the floors as such, in words."""
    problems = []
    for name, floor in limits.items():
        if not isinstance(floor, (int, float)) or isinstance(floor, bool) or not 0 <= floor <= 1:
            problems.append(f"{FILE}: {name}: a floor is a number from 0 to 1")
    highest = {}
    for commit, version in earlier():
        for name, floor in version.items():
            # A floor of 0 gates nothing: a measure that has none any more may take it along.
            if isinstance(floor, (int, float)) and floor > highest.get(name, (0, ""))[0]:
                highest[name] = (floor, commit)
    for name, (floor, commit) in sorted(highest.items()):
        if name not in limits:
            problems.append(f"{FILE}: {name}: its floor was taken away (it was {floor} in {commit})")
        elif isinstance(limits[name], (int, float)) and limits[name] < floor:
            problems.append(f"{FILE}: {name}: lowered from {floor} (in {commit}) to {limits[name]}; floors are only raised")
    return problems
