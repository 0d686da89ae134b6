"""The scores of bench/peers, on piles small enough to count by hand. No peer is needed."""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

from program import ROOT

PEERS = ROOT / "bench" / "peers"
sys.path.insert(0, str(PEERS))
from answer import components, shingles  # noqa: E402
from labels import Labels, Words  # noqa: E402
from programs import read_export  # noqa: E402
from score_groups import score_groups, similar_pairs  # noqa: E402
from score_passages import fill_gaps, score_passages  # noqa: E402

OWN = "amber birch cedar dunes ember ferry grove heath inlet jetty"


def label(number, text, runs, kind="original", parent=None, copied=()):
    """runs: (first word here, origin article, first word there, number of words)."""
    begins = [0]
    for word in text.split(" "):
        begins.append(begins[-1] + len(word.encode()) + 1)
    line = {"number": number, "kind": kind, "copied": [], "runs": []}
    line["runs"] = [[begins[at], begins[at + n] - 1, origin, there, n] for at, origin, there, n in runs]
    if parent is not None:
        line["parent"] = parent
    for at, n in copied:
        line["copied"].append({"begin": begins[at], "end": begins[at + n] - 1, "taken": n})
    return line


def pile(*articles):
    return Labels([text for text, _ in articles], [line for _, line in articles])


def copied_pile():
    """Article 1 has the ten words of article 0 between two of its own at either side."""
    copy = f"north south {OWN} east west"
    return pile((OWN, label(0, OWN, [(0, 0, 0, 10)])),
                (copy, label(1, copy, [(0, 1, 0, 2), (2, 0, 0, 10), (12, 1, 2, 2)], "partial-copy", copied=[(2, 10)])))


def byte_of(text, word):
    return text.index(word)


class Places(unittest.TestCase):
    def test_words_have_places_and_origins_in_bytes(self):
        text = "Café – “amber,” he said."
        words = Words(pile((text, label(0, text, []))))
        raw = text.encode()
        self.assertEqual([raw[b:e].decode() for b, e in zip(words.begins, words.ends)],
                         ["Café", "“amber,”", "he", "said."])  # a dash is no word

    def test_equal_words_are_equal_without_case_and_marks(self):
        text = "Amber “amber,” it’s it's"
        spellings = Words(pile((text, label(0, text, [])))).spellings
        self.assertEqual(spellings[0], spellings[1])
        self.assertEqual(spellings[2], spellings[3])
        self.assertNotEqual(spellings[0], spellings[2])

    def test_runs_that_do_not_fit_are_counted(self):
        line = label(0, OWN, [(0, 0, 0, 10)])
        self.assertEqual(Words(pile((OWN, line))).n_unlike, 0)
        line["runs"][0][4] = 9
        self.assertEqual(Words(pile((OWN, line))).n_unlike, 1)

    def test_a_word_is_inside_when_its_middle_is(self):
        words = Words(pile((OWN, label(0, OWN, []))))
        self.assertEqual(words.inside(0, 0, 11), range(0, 2))
        self.assertEqual(words.inside(0, 3, 11), range(1, 2))
        self.assertEqual(words.inside(0, 3, 3), range(1, 1))


class Passages(unittest.TestCase):
    def score(self, labels, *passages):
        words = Words(labels)
        self.assertEqual(words.n_unlike, 0)
        return score_passages(labels, words, passages)

    def test_nothing_reported(self):
        scores = self.score(copied_pile())
        self.assertEqual((scores["recall"], scores["precision"], scores["passages"]), (0.0, 1.0, 0))
        self.assertEqual(scores["8-12"], 0.0)
        self.assertIsNone(scores["51+"])

    def test_all_that_was_copied_and_no_more(self):
        labels = copied_pile()
        copy = labels.texts[1].decode()
        at = byte_of(copy, "amber")
        scores = self.score(labels, [0, 0, len(OWN), 1, at, at + len(OWN)])
        self.assertEqual((scores["recall"], scores["precision"], scores["8-12"]), (1.0, 1.0, 1.0))

    def test_half_of_it(self):
        labels = copied_pile()
        copy = labels.texts[1].decode()
        half = OWN.index(" ferry")
        at = byte_of(copy, "amber")
        self.assertEqual(self.score(labels, [0, 0, half, 1, at, at + half])["recall"], 0.5)

    def test_words_of_another_origin_are_wrong(self):
        labels = copied_pile()
        copy = labels.texts[1].decode()
        scores = self.score(labels, [0, 0, len(OWN), 1, 0, len(copy)])
        self.assertEqual(scores["recall"], 1.0)
        self.assertAlmostEqual(scores["precision"], (10 + 10) / (10 + 14))  # north south ... east west

    def test_a_passage_between_other_words_finds_nothing(self):
        labels = copied_pile()
        copy = labels.texts[1].decode()
        scores = self.score(labels, [0, 0, len(OWN), 1, 0, byte_of(copy, "amber")])
        self.assertEqual((scores["recall"], scores["precision"]), (0.0, 0.0))

    def test_equal_runs_of_eight_are_right_and_not_copied(self):
        """Words that nobody copied, such as lines of an outlet, may be reported."""
        texts = f"{OWN} north", f"south {OWN}"
        labels = pile((texts[0], label(0, texts[0], [])), (texts[1], label(1, texts[1], [])))
        at = len("south ")
        scores = self.score(labels, [0, 0, len(OWN), 1, at, at + len(OWN)])
        self.assertEqual((scores["precision"], scores["recall"]), (1.0, 1.0))

    def test_the_first_printing_is_no_copy_whatever_its_line(self):
        """The words of article 0 stand in the second line of the pile."""
        labels = copied_pile()
        turned = Labels([text.decode() for text in reversed(labels.texts)], list(reversed(labels.lines)))
        at = byte_of(turned.texts[0].decode(), "amber")
        scores = self.score(turned, [0, at, at + len(OWN), 1, 0, len(OWN)])
        self.assertEqual((scores["recall"], scores["precision"]), (1.0, 1.0))

    def test_gaps_of_eight_words_are_filled_and_of_nine_are_not(self):
        for gap, filled in ((8, True), (9, False)):
            good = [False, True, *[False] * gap, True, False]
            fill_gaps(good)
            self.assertEqual(good, [False, True, *[filled] * gap, True, False])


class Groups(unittest.TestCase):
    def labels(self):
        """Three copies of one, in a chain; two originals; a copy of an article with passages of others."""
        kinds = [("original", None), ("near-copy", 0), ("near-copy", 1), ("original", None), ("original", None),
                 ("partial-copy", None), ("near-copy", 5), ("near-copy", 99), ("near-copy", 99)]
        return pile(*((OWN, label(n, OWN, [], kind, parent)) for n, (kind, parent) in enumerate(kinds)))

    def test_roots(self):
        self.assertEqual(self.labels().roots(), [0, 0, 0, 3, 4, None, None, 99, 99])  # 99 is not in the pile

    def test_right_groups(self):
        scores = score_groups(self.labels(), [[0, 1, 2], [7, 8], [5, 6]])
        self.assertEqual((scores["precision"], scores["recall"], scores["ARI"]), (1.0, 1.0, 1.0))

    def test_pairs(self):
        scores = score_groups(self.labels(), [[0, 1, 3]])  # one of three reported is right, one of four true found
        self.assertAlmostEqual(scores["precision"], 1 / 3)
        self.assertAlmostEqual(scores["recall"], 1 / 4)
        self.assertAlmostEqual(scores["F1"], 2 / 7)
        self.assertLess(scores["ARI"], 0.3)

    def test_no_groups(self):
        scores = score_groups(self.labels(), [])
        self.assertEqual((scores["recall"], scores["F1"], scores["ARI"]), (0.0, 0.0, 0.0))

    def test_similar_pairs(self):
        self.assertEqual(similar_pairs(self.labels(), shingles, (1.0, 0.5)), (4, [4, 4]))


class Answers(unittest.TestCase):
    def test_shingles(self):
        self.assertEqual(shingles("A b, c d e A b c d e"),
                         ["a b c d e", "b c d e a", "c d e a b", "d e a b c", "e a b c d"])
        self.assertEqual(shingles("One two"), ["one two"])

    def test_components(self):
        self.assertEqual(components(6, [(4, 1), (1, 5), (0, 2)]), [[0, 2], [1, 4, 5]])

    def test_export(self):
        lines = [{"record": "article", "id": "a7", "source": "pile.jsonl:2"},
                 {"record": "article", "id": "a9", "source": "pile.jsonl:1"},
                 {"record": "reuse", "a": {"article": "a9", "begin": 1, "end": 5},
                  "b": {"article": "a7", "begin": 2, "end": 6}},
                 {"record": "copies", "articles": ["a9", "a7"]}]
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "export.jsonl")
            path.write_text("".join(json.dumps(line, separators=(",", ":")) + "\n" for line in lines))
            self.assertEqual(read_export(path, "passages", 2), [[0, 1, 5, 1, 2, 6]])
            self.assertEqual(read_export(path, "groups", 2), [[0, 1]])
            with self.assertRaises(ValueError):
                read_export(path, "groups", 3)


class Clock(unittest.TestCase):
    def run_clock(self, limit, *command):
        with tempfile.TemporaryDirectory() as folder:
            out = pathlib.Path(folder, "used.json")
            clock = [sys.executable, PEERS / "clock.py", out, pathlib.Path(folder, "log"), limit, *command]
            subprocess.run([*map(str, clock)], check=True, timeout=60)
            return json.loads(out.read_text())

    def test_exit_code(self):
        used = self.run_clock(30, "sh", "-c", "exit 3")
        self.assertEqual((used["exit"], used["stopped"]), (3, False))

    def test_a_command_over_the_limit_is_stopped(self):
        self.assertTrue(self.run_clock(1, "sh", "-c", "sleep 50 & sleep 50")["stopped"])

    def test_memory_of_processes_left_behind_counts(self):
        used = self.run_clock(30, "sh", "-c", f"{sys.executable} -c 'bytearray(200_000_000)' & exit 0")
        self.assertGreater(used["peak"], 150)


if __name__ == "__main__":
    unittest.main()
