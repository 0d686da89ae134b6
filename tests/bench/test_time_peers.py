"""The scores of bench/time_peers, on an invented article small enough to count by hand."""
import json
import pathlib
import sys
import tempfile
import unittest

from program import ROOT

# Another folder of bench/ has modules of the same names, in a process of its own.
sys.path.insert(0, str(ROOT / "bench" / "time_peers"))
from run import times_by_article  # noqa: E402
from score import Article, Counts, is_half_b, read_hard, read_tml, score_hard  # noqa: E402

TML = """<?xml version="1.0" ?>
<TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2024-05-15">20240515</TIMEX3></DCT>
<TEXT>
The ferry <EVENT eid="e1">sank</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2024-05-13">Monday</TIMEX3>,
Hale &amp; Sons said, after <TIMEX3 tid="t2" type="DURATION" value="P3Y">three years</TIMEX3>.
</TEXT>
</TimeML>
"""


def read(text):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "ferry.tml")
        path.write_text(text, encoding="utf-8")
        return read_tml(path)


class Articles(unittest.TestCase):
    def test_tml(self):
        article = read(TML)
        self.assertEqual((article.name, article.day), ("ferry", "2024-05-15"))
        self.assertEqual(article.text, "\nThe ferry sank on Monday,\nHale & Sons said, after three years.\n")
        found = [(article.text[begin:end], value) for begin, end, value in article.gold]
        self.assertEqual(found, [("Monday", "2024-05-13"), ("three years", "P3Y")])

    def test_halves_are_those_of_times_eval(self):
        self.assertEqual([is_half_b(f"{name}.tml") for name in "abcdefgh"],
                         [True, True, False, True, False, False, False, True])

    def test_places_become_code_points(self):
        article = Article("bells", "2024-05-15", "en-GB", "“🔔” rang on Monday", [])
        begin = article.text.index("Monday")
        bytes_before = len(article.text[:begin].encode())
        units_before = len(article.text[:begin].encode("utf-16-le")) // 2
        for unit, at in [("codepoint", begin), ("byte", bytes_before), ("utf16", units_before)]:
            report = {"unit": unit, "times": [["2024-05-15_en-GB_bells", at, at + 6, "2024-05-13"]]}
            self.assertEqual(times_by_article(report, [article]), {"bells": [(begin, begin + 6, "2024-05-13")]})


class Scores(unittest.TestCase):
    GOLD = [(10, 16, "2024-05-13"), (30, 41, "P3Y"), (50, 54, "1998")]

    def scores(self, *found):
        counts = Counts()
        counts.add(self.GOLD, list(found))
        return counts.scores()

    def test_all_right(self):
        self.assertEqual(self.scores(*self.GOLD), (1.0, 1.0, 1.0))

    def test_a_wrong_value_still_is_a_span(self):
        self.assertEqual(self.scores((12, 20, "2024-05-20")), (0.5, 0.0, 0.0))

    def test_durations_are_no_dates(self):
        self.assertEqual(self.scores((30, 41, "P3Y")), (0.5, 0.5, 0.0))

    def test_each_time_is_paired_once(self):
        self.assertEqual(self.scores((10, 54, "1998")), (0.5, 0.0, 0.0))

    def test_a_neighbour_is_no_overlap(self):
        self.assertEqual(self.scores((16, 30, "2024-05-13")), (0.0, 0.0, 0.0))


class HardCases(unittest.TestCase):
    CASES = {"cases": [
        {"id": "D1", "published": "2024-05-15", "locale": "en-GB", "text": "From 3 May to 5 May.",
         "expected": [{"begin": 0, "end": 19, "value": "2024-05-03/2024-05-05", "target": True,
                       "accept": [{"value": "P2D"}],
                       "accept_split": [{"text": "3 May", "value": "2024-05-03"},
                                        {"text": "5 May", "value": "2024-05-05"}]}]},
        {"id": "N1", "published": "2024-05-15", "locale": "en-GB", "text": "May Hale may sing.", "expected": []},
    ]}

    def score(self, times):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "times.json")
            path.write_text(json.dumps(self.CASES), encoding="utf-8")
            return score_hard(read_hard(path), times)

    def test_right_in_each_way(self):
        for found in ([(5, 19, "2024-05-03/2024-05-05")], [(5, 19, "P2D")],
                      [(5, 10, "2024-05-03"), (14, 19, "2024-05-05")]):
            self.assertEqual(self.score({"D1": found}), (1, 1, 1, 1))

    def test_half_and_trapped(self):
        self.assertEqual(self.score({"D1": [(5, 10, "2024-05-03")], "N1": [(0, 3, "2024-05")]}), (0, 1, 0, 1))
        self.assertEqual(self.score({}), (0, 1, 1, 1))


if __name__ == "__main__":
    unittest.main()
