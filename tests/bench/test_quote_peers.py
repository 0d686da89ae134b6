"""The scores of bench/quote_peers, on an invented article small enough to count by hand."""
import json
import pathlib
import sys
import tempfile
import unittest

from program import ROOT

sys.path.insert(0, str(ROOT / "bench" / "quote_peers"))
from run import read_articles, read_export  # noqa: E402
from score import Counts, read_gold, stretches  # noqa: E402

TEXT = ("“We waited for years,” Ana Lopes said. “Nobody came.”\n"
        "\n"
        "The plan was “a mess” and would fail, Theo Marsh said. He sang “Lost Keys” at night.\n"
        "“The hall is cold,\n"
        "“and dark,” Marsh said.")


def place(words, begin=0):
    at = TEXT.index(words, begin)
    return at, at + len(words)


def spans(*words):
    return ";".join("{} {}".format(*place(each)) for each in words)


GOLD = "\n".join([
    f"T1\tContent {spans('“We waited for years,”', '“Nobody came.”')}\tx",
    f"T2\tSource {spans('Ana Lopes')}\tAna Lopes",
    f"T3\tCue {spans('said')}\tsaid",
    "E1\tAttribution:T3 Content:T1 Source:T2 Cue:T3",
    f"T4\tContent {spans('The plan was “a mess” and would fail')}\tx",
    f"T5\tSource {spans('Theo Marsh')}\tTheo Marsh",
    "E2\tAttribution:T3 Content:T4 Source:T5",
    f"T6\tContent {spans('“The hall is cold,' + chr(10) + '“and dark,”')}\tof two",
    "lines, as some have it",
    "E3\tAttribution-no-source:T3 Content:T6",
    "#1\tAnnotatorNotes T1\tnothing",
])


def answer(*pairs):
    """(words, speaker or None) as quotations of the text."""
    return [[*place(words), *(place(who) if who else (-1, -1))] for words, who in pairs]


class Scores(unittest.TestCase):
    def gold(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "one_ab.ann")
            path.write_text(GOLD, encoding="utf-8")
            return read_gold(path)

    def score(self, *pairs):
        counts = Counts()
        counts.add(TEXT, self.gold(), answer(*pairs))
        return counts, counts.scores()

    def test_annotations(self):
        gold = self.gold()
        self.assertEqual(len(gold), 3)
        self.assertEqual([TEXT[b:e] for b, e in gold[0][0]], ["“We waited for years,”", "“Nobody came.”"])
        self.assertEqual(gold[2][1], [])

    def test_stretches_end_with_their_line(self):
        begin, end = place("“The hall is cold,\n“and dark,”")
        found = stretches(TEXT, [(begin, end)])
        self.assertEqual([TEXT[b:e] for b, e in found], ["The hall is cold", "and dark"])

    def test_all_right(self):
        counts, scores = self.score(("We waited for years,", "Ana Lopes"), ("Nobody came.", "Ana Lopes"),
                                    ("The hall is cold,", None), ("and dark,", "Marsh"))
        self.assertEqual((counts.gold, counts.found, counts.right), (4, 4, 4))
        self.assertEqual((scores["F1"], scores["speaker"], scores["of named"]), (1.0, 1.0, 1.0))
        self.assertEqual(counts.n_sources, 1)  # the one without a source asks for nobody

    def test_marks_and_punctuation_at_the_edges_do_not_count(self):
        self.assertEqual(self.score(("“We waited for years,”", "Ana Lopes"))[0].right, 1)

    def test_a_title_is_wrong_and_a_part_of_a_clause_is_neither(self):
        counts, scores = self.score(("Lost Keys", "He"), ("a mess", "Theo Marsh"))
        self.assertEqual((counts.found, counts.right), (1, 0))
        self.assertEqual((scores["precision"], scores["recall"], scores["F1"]), (0.0, 0.0, 0.0))

    def test_half_of_a_quotation_is_wrong(self):
        counts, scores = self.score(("We waited", "Theo Marsh"))
        self.assertEqual((counts.found, counts.right), (1, 0))
        self.assertEqual((scores["speaker"], scores["of named"]), (0.0, 0.0))

    def test_nothing_said(self):
        scores = self.score()[1]
        self.assertEqual((scores["precision"], scores["recall"], scores["speaker"]), (None, 0.0, 0.0))
        self.assertIsNone(scores["of named"])


class Answers(unittest.TestCase):
    def test_articles_are_cleaned_for_all_alike(self):
        with tempfile.TemporaryDirectory() as folder:
            pathlib.Path(folder, "b.txt").write_bytes(b"One\r\ntwo \xff.")
            pathlib.Path(folder, "a.txt").write_bytes(b"\xef\xbb\xbfThree")
            self.assertEqual(read_articles(pathlib.Path(folder)), {"a": "Three", "b": "One\ntwo ?."})

    def test_export(self):
        quote = {"record": "quote", "article": "a1", "kind": "direct", "inside": None, "speaker": None,
                 "parts": [{"begin": 1, "end": 4}, {"begin": 8, "end": 9}]}
        who = {"begin": 5, "end": 7}
        lines = [{"record": "article", "id": "a1", "source": "pile/one.txt", "text": TEXT}, quote,
                 quote | {"kind": "mixed", "speaker": who, "parts": [{"begin": 2, "end": 3}]},
                 quote | {"kind": "indirect"}, quote | {"inside": "q1"}]
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "export.jsonl")
            path.write_text("".join(json.dumps(line) + "\n" for line in lines))
            self.assertEqual(read_export(path, {"one": TEXT}),
                             [["one", 1, 4, -1, -1], ["one", 8, 9, -1, -1], ["one", 2, 3, 5, 7]])
            with self.assertRaises(ValueError):
                read_export(path, {"one": TEXT + "."})
            with self.assertRaises(ValueError):
                read_export(path, {"one": TEXT, "two": ""})


if __name__ == "__main__":
    unittest.main()
