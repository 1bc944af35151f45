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
import floors
import measures


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


if __name__ == "__main__":
    unittest.main()
