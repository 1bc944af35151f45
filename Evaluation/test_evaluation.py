#!/usr/bin/env python3
"""Tests of the gate: floors only rise, measures and floors match. Run: python3 Evaluation/test_evaluation.py"""
import json
import os
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import evaluate
import fitted_weights
import floors
import measures
import story_corpus


class Floors(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root, floors.ROOT = floors.ROOT, self.folder.name
        self.git("init", "-q", "-b", "main")
        os.makedirs(os.path.join(floors.ROOT, "Evaluation"))

    def tearDown(self):
        floors.ROOT = self.root
        self.folder.cleanup()

    def git(self, *words):
        name = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", "-C", floors.ROOT, *name, *words], check=True, capture_output=True)

    def commit(self, limits):
        floors.save(limits)
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "floors")

    def test_a_raised_floor_is_fine(self):
        self.commit({"a": 0.5})
        self.assertEqual(floors.lowered({"a": 0.6}), [])

    def test_a_floor_below_any_earlier_commit_is_refused(self):
        self.commit({"a": 0.5})
        self.commit({"a": 0.7})
        self.commit({"a": 0.6})
        self.assertEqual(len(floors.lowered({"a": 0.65})), 1)
        self.assertIn("lowered from 0.7", floors.lowered({"a": 0.65})[0])

    def test_a_floor_cannot_be_taken_away(self):
        self.commit({"a": 0.5})
        self.assertIn("taken away", floors.lowered({})[0])

    def test_another_branch_cannot_lower_what_main_has(self):
        self.commit({"a": 0.5})
        self.git("switch", "-q", "-c", "side")
        self.git("switch", "-q", "main")
        self.commit({"a": 0.8})
        self.git("switch", "-q", "side")
        self.assertIn("lowered from 0.8", floors.lowered({"a": 0.6})[0])

    def test_a_shallow_clone_still_knows_the_last_floor(self):
        self.commit({"a": 0.5})
        self.commit({"a": 0.7})
        with tempfile.TemporaryDirectory() as copy:
            subprocess.run(["git", "clone", "-q", "--depth", "1", "file://" + floors.ROOT, copy], check=True)
            floors.ROOT = copy
            self.assertIn("lowered from 0.7", floors.lowered({"a": 0.6})[0])

    def test_a_floor_is_a_share(self):
        self.assertEqual(len(floors.lowered({"a": 91, "b": "0.5", "c": True})), 3)

    def test_raising_never_lowers(self):
        self.assertEqual(floors.raised({"a": 0.9, "b": 0.1}, {"a": 0.5, "b": 0.12349}), {"a": 0.9, "b": 0.123})


class Table(unittest.TestCase):
    def test_a_score_within_the_tolerance_holds(self):
        self.assertTrue(evaluate.table({"a": 0.4996}, {"a": 0.5})[1])
        self.assertFalse(evaluate.table({"a": 0.4994}, {"a": 0.5})[1])

    def test_a_measure_needs_a_floor_and_a_score(self):
        self.assertFalse(evaluate.table({"a": 0.5}, {})[1])
        self.assertFalse(evaluate.table({"a": None}, {"a": 0.0})[1])


class Marks(unittest.TestCase):
    def test_marks_are_added_where_they_stand(self):
        text = "Er sagte: „Ja.“"
        quote = {"kind": "direct", "start": 11, "end": 14}
        self.assertEqual(measures.with_marks(quote, text), {"kind": "direct", "start": 10, "end": 15})
        self.assertEqual(measures.with_marks(dict(quote, start=0), text)["start"], 0)
        self.assertEqual(measures.with_marks(dict(quote, end=13), text)["end"], 13)



class Labels(unittest.TestCase):
    """Which blocks of a page are gold's."""

    def setUp(self):
        try:
            import page_labels
        except ImportError as error:
            self.skipTest(f"the labels need numpy: {error}")
        self.labels = lambda blocks, gold: page_labels.align({"text": blocks}, gold)[0].tolist()

    def test_what_gold_says_once_is_labelled_once(self):
        blocks = ["The bridge is closed until spring.", "Menu", "Until spring the ferry runs every hour.",
                  "The bridge is closed until spring."]
        gold = "The bridge is closed until spring. Until spring the ferry runs every hour."
        self.assertEqual(self.labels(blocks, gold), [1, 0, 1, 0])

    def test_what_gold_says_again_is_labelled_again(self):
        blocks = ["Red boat", "Seats: twelve on two decks", "Blue boat", "Seats: twelve on two decks", "Green boat",
                  "Seats: twelve on two decks", "Seats: twelve on two decks"]
        self.assertEqual(self.labels(blocks, "\n\n".join(blocks[:6])), [1, 1, 1, 1, 1, 1, 0])

    def test_out_of_order_counts(self):
        blocks = ["The ferry runs every hour all winter.", "The old bridge is closed until spring, the town says."]
        self.assertEqual(self.labels(blocks, f"{blocks[1]} {blocks[0]}"), [1, 1])


class Rankers(unittest.TestCase):
    """Log-linear rankers: what they learn, when the rules' choice stands, and what the dumps of features say."""

    def setUp(self):
        try:
            import fit_content_ends
            import log_linear
        except ImportError as error:
            self.skipTest(f"the rankers need numpy: {error}")
        self.log_linear, self.ends = log_linear, fit_content_ends

    def choices(self):
        """Twelve documents in which the first feature marks the right one of two candidates; the rules take the other."""
        return [self.log_linear.Choice(f"d{i:02}", [[1, i % 2], [0, 1]], [True, False], 1, "train") for i in range(12)]

    def test_what_marks_the_right_candidate_is_learned_and_generalizes(self):
        choices = self.choices()
        weights = self.log_linear.fitted(choices, 1.0)
        self.assertGreater(weights[0], 0.5)
        self.assertEqual(list(weights), list(self.log_linear.fitted(choices, 1.0)))
        places = self.log_linear.cross_validated(choices, 1.0, 0.0)
        self.assertEqual(self.log_linear.changes(choices, places), (12, 0))

    def test_the_rules_choice_stands_within_the_margin(self):
        choice = self.choices()[0]
        self.assertEqual(self.log_linear.chosen(choice, [0.4, 0.0], 0.5), 1)
        self.assertEqual(self.log_linear.chosen(choice, [0.6, 0.0], 0.5), 0)

    def test_ends_are_right_where_the_annotation_has_them(self):
        text = "Lund said that the pier was old, but she smiled."
        columns = "article choice start end situation name chosen rule atComma isSentenceEnd".split()
        rows = [["a", "0", "15", "47", "lexical", "", "31", "0", "1", "0"], ["a", "0", "15", "47", "lexical", "", "47", "1", "0", "1"]]
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "lexical.tsv")
            with open(path, "w", encoding="utf8") as file:
                file.write("\n".join("\t".join(row) for row in [columns, *rows]) + "\n")
            quote = {"start": 10, "end": 31}
            names, found = self.ends.choices(path, {"a": (text, "train", [quote])})
        self.assertEqual(names, ["atComma", "isSentenceEnd"])
        self.assertEqual([(list(choice.right), choice.ruled) for choice in found], [([True, False], 1)])



class StoryCorpus(unittest.TestCase):
    STORY = """# story: the quay
A	1	Quay wall falls
A	2	Two people were hurt.
B	1	A wall at the quay collapsed.
B	2!	Nobody was hurt.
C	1,2	The wall came down, and two were hurt.
C	0	It was old.
"""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.place, story_corpus.FOLDER = story_corpus.FOLDER, self.folder.name
        self.write(self.STORY)

    def tearDown(self):
        story_corpus.FOLDER = self.place
        self.folder.cleanup()

    def write(self, text):
        with open(os.path.join(self.folder.name, "some.txt"), "w", encoding="utf8") as file:
            file.write(text)

    def scored(self, shared, figures=()):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "some-0.json"), "w", encoding="utf8") as file:
                json.dump({"shared": shared, "figures": list(figures)}, file)
            return story_corpus.score(folder)

    def passage(self, article, text):
        story = next(story_corpus.stories())
        start = story.texts[article].index(text)
        return {"article": article, "start": start, "end": start + len(text), "text": text}

    def test_corpus_in_the_repository_is_sound(self):
        story_corpus.FOLDER = self.place
        self.assertEqual(story_corpus.check(), [])

    def test_line_of_another_form_is_named(self):
        self.write(self.STORY + "D\t1\tFour articles\n")
        with self.assertRaisesRegex(ValueError, "some.txt: line 8: expected"):
            list(story_corpus.stories())

    def test_statement_of_one_article_alone_is_a_problem(self):
        self.write(self.STORY.replace("C\t0\t", "C\t3\t"))
        self.assertIn("some-0: only one article has statement 3", story_corpus.check())

    def test_nothing_told_scores_nothing(self):
        found = self.scored([])
        self.assertEqual((found["pairs_f1"], found["contradictions_found"], found["contradictions_right"]), (0, 0, 0))

    def test_pairs_and_contradictions(self):
        wall = [self.passage("A", "Quay wall falls"), self.passage("B", "A wall at the quay collapsed.")]
        hurt = [self.passage("A", "Two people were hurt."), self.passage("B", "Nobody was hurt.")]
        found = self.scored(
            [{"relation": "same", "witnesses": wall}, {"relation": "contradicts", "witnesses": hurt}],
            [{"kind": "conflict", "values": wall}, {"kind": "update", "values": hurt}],
        )
        # Four pairs are of one statement; one of the two claimed is.
        self.assertEqual((found["pairs_precision"], found["pairs_recall"]), (1 / 2, 1 / 4))
        self.assertEqual((found["contradictions_found"], found["contradictions_right"]), (1, 1 / 2))


class FittedWeights(unittest.TestCase):
    """The trainers themselves need numpy; here one stands in for them."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.places = fitted_weights.ROOT, fitted_weights.LEXICONS
        fitted_weights.ROOT = fitted_weights.LEXICONS = self.folder.name
        os.makedirs(os.path.join(self.folder.name, "Evaluation"))

    def tearDown(self):
        fitted_weights.ROOT, fitted_weights.LEXICONS = self.places
        self.folder.cleanup()

    def trainer(self, text):
        with open(os.path.join(self.folder.name, "Evaluation", "fit.py"), "w", encoding="utf8") as file:
            file.write(text)
        return fitted_weights.trainer("fit.py", "corpus", "weights.txt")

    def test_weights_that_come_out_are_no_problem(self):
        self.assertEqual(self.trainer("print('these weights come out')"), [])

    def test_other_weights_are_told_with_the_file(self):
        told = self.trainer("import sys\nsys.exit(sys.argv[-1] + ': other weights come out')")
        self.assertEqual(told, ["weights.txt: other weights come out"])

if __name__ == "__main__":
    unittest.main()
