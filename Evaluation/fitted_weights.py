"""Whether the weights that Speech ships are those that come out of its trainers on today's corpus and features.

The trainers need numpy; the weights of content ends need the grammar model of English, too. What is missing is said, and only
what can be checked is.
"""
import importlib.util
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LEXICONS = os.path.join(ROOT, "Sources", "Speech", "Lexicons")


def dump(tool, option, articles, path, models=os.devnull):
    """Features of all articles by `stemma-features`, in the lexical mode or with the models of a folder."""
    with open(path, "w", encoding="utf8") as file:
        subprocess.run([tool, option, articles], stdout=file, env=dict(os.environ, STEMMA_MODELS=models), check=True)
    return path


def trainer(name, *words):
    """Runs a trainer with `--check`: nothing, or what it says is wrong."""
    file = os.path.join(LEXICONS, words[-1])
    command = [sys.executable, os.path.join(ROOT, "Evaluation", name), *words[:-1], "--check", file]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    return [done.stderr.strip().splitlines()[-1].replace(ROOT + os.sep, "")] if done.returncode else []


def differences(tool, out, models):
    """What is wrong with the weights, a line each, and what was not checked, a line each. `models` is the folder of the models, or
    nothing where that of English is missing."""
    if importlib.util.find_spec("numpy") is None:
        return [], ["the weights of Speech: no numpy"]
    os.makedirs(out, exist_ok=True)
    subprocess.run([sys.executable, os.path.join(ROOT, "Evaluation", "speech_corpus.py"), "write", out], check=True)
    articles = os.path.join(out, "docs.jsonl")
    place = lambda name: os.path.join(out, name + ".tsv")
    problems = trainer("fit_marks.py", dump(tool, "--marks", articles, place("marks")), out, "mark-weights.txt")
    speakers = dump(tool, "--speakers", articles, place("speakers"))
    problems += trainer("fit_speakers.py", out, speakers, "speaker-weights.txt")
    if not models:
        return problems, ["content-end-weights.txt: no model of English (stemma models fetch english)"]
    ends = [dump(tool, "--ends", articles, place("lexical")), dump(tool, "--ends", articles, place("heads"), models)]
    return problems + trainer("fit_content_ends.py", out, *ends, "content-end-weights.txt"), []
