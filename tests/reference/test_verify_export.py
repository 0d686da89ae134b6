"""The verifier of exports: it passes what holds, it finds every planted fault, and the program's exports pass."""
import copy
import hashlib
import json
import pathlib
import subprocess
import sys
import unittest

from program import ROOT, SHARED, ProgramTest

VERIFIER = pathlib.Path(__file__).resolve().parent / "verify_export.py"

RIVER = 'Orra news\n\nThe mayor said: "We count 2,000 boats every evening, and nobody thanks the crew." He left – at dusk.\n'
QUAY = 'Quay paper\n\nThe mayor said: “[They] count 2000 boats every evening ... nobody thanks the crew.” She stayed.\n'
EDITS = [("mark", '"', "“"), ("bracket", "We", "[They]"), ("number", "2,000", "2000"), ("ellipsis", ", and", " ..."),
         ("mark", '"', "”")]


def identifier(kind, n):
    return f"{kind}{n:016x}"


def offset(text, at, unit):
    before = text[:at]
    return {"byte": len(before.encode()), "codepoint": at, "utf16": len(before.encode("utf-16-le")) // 2}[unit]


def span(n, text, words, unit):
    at = text.index(words)
    return {"article": identifier("a", n), "begin": offset(text, at, unit), "end": offset(text, at + len(words), unit),
            "text": words}


def made_export(unit="byte"):
    """A small export by hand, in which everything holds."""
    a_words = RIVER[RIVER.index("The mayor"):RIVER.index(" He left")]
    b_words = QUAY[QUAY.index("The mayor"):QUAY.index(" She stayed")]
    edits = []
    at_a, at_b = RIVER.index(a_words), QUAY.index(b_words)
    for op, was, now in EDITS:
        at_a, at_b = RIVER.index(was, at_a), QUAY.index(now, at_b)
        edits.append({"op": op, "was": was, "now": now, "a": offset(RIVER, at_a, unit), "b": offset(QUAY, at_b, unit)})
        at_a, at_b = at_a + len(was), at_b + len(now)
    a, b = span(1, RIVER, a_words, unit), span(2, QUAY, b_words, unit)
    articles = [{"id": identifier("a", n), "source": f"{n}.txt", "sha256": hashlib.sha256(text.encode()).hexdigest(),
                 "capture_sha256": hashlib.sha256(text.encode()).hexdigest(), "text": text}
                for n, text in ((1, RIVER), (2, QUAY))]
    quote = span(1, RIVER, "We count 2,000 boats every evening, and nobody thanks the crew.", unit)
    quotes = [{"id": identifier("f", 9), **quote}, {"id": identifier("f", 8), **span(2, QUAY, "nobody thanks", unit)}]
    members = [{"quote": record["id"], "change": "whole", "from": None, "edits": []} for record in quotes]
    holders = [{**a, "standing": "origin", "from": None, "runner_up": None, "margin": 0, "because": [], "evidence": []},
               {**b, "standing": "copy", "from": 0, "runner_up": None, "margin": 4, "because": ["It is the later one."],
                "evidence": [span(2, QUAY, "[They]", unit), span(1, RIVER, "We", unit)]}]
    return {
        "fabula": {"version": "0", "schema": 1, "unit": unit},
        "articles": articles, "people": [], "quotes": quotes,
        "families": [{"id": identifier("f", 7), "text": "x", "first": quotes[0]["id"],
                      "place": "first", "could_be_first": [quotes[0]["id"]], "channels": [], "said": [],
                      "speakers": [{"value": "Ana Lopes", "quotes": [quotes[0]["id"]]}], "conflicts": [],
                      "members": members}],
        "times": [],
        "reuse": [{"id": identifier("r", 1), "a": a, "b": b, "words": 9, "similarity": 0.75, "class": "quote",
                   "direction": "a->b", "because": "It is the later one.", "moved": False, "edits": edits,
                   "rule": "reuse.class.quote"}],
        "passages": [{"id": identifier("w", 1), "lost_source": False, "rule": "passage.lineage", "holders": holders}],
        "copies": [{"id": identifier("c", 1), "articles": [identifier("a", 1), identifier("a", 2)]}],
        "stories": [{"id": identifier("s", 1), "articles": [identifier("a", 1)], "origins": 1}],
        "events": [], "news": [{**span(2, QUAY, "She stayed", unit), "label": "new", "earlier": None}],
        "left_out": [], "disagreements": [],
    }


def put(*path, value):
    """A fault: the value at the path is another one."""
    def plant(export):
        at = export
        for key in path[:-1]:
            at = at[key]
        at[path[-1]] = value(at[path[-1]]) if callable(value) else value
    return plant


def row(*path, value):
    return put("reuse", 0, *path, value=value)


FAULTS = {
    "text of an article": (put("articles", 0, "text", value=lambda t: t.replace("dusk", "dawn")), "SHA-256"),
    "no text": (put("articles", 0, "text", value=None), "neither in the export"),
    "hash of the file": (put("articles", 0, "capture_sha256", value="0" * 64), "is not the file"),
    "id of an article": (put("articles", 0, "id", value="a1"), "is no id"),
    "begin of a span": (row("a", "begin", value=lambda n: n - 1), "other words"),
    "end of a span": (row("b", "end", value=10_000), "is no stretch"),
    "an empty span": (row("b", "end", value=12), "is no stretch"),
    "half a character": (row("b", value=lambda s: {**s, "begin": s["begin"] + 17}), "cuts a character"),
    "text of a span": (row("a", "text", value=lambda t: t.replace("boats", "ships")), "other words"),
    "article of a span": (row("a", "article", value=identifier("a", 5)), "no article"),
    "class": (row("class", value="copied"), "class 'copied'"),
    "direction": (row("direction", value="b"), "direction 'b'"),
    "rule": (row("rule", value="Copy"), "rule 'Copy'"),
    "no reason": (row("because", value=""), "no reason"),
    "too many words": (row("words", value=30), "equal words, but a side has only"),
    "no words": (row("words", value=0), "0 words"),
    "similarity": (row("similarity", value=1.5), "similarity 1.5"),
    "aligned words": (row("similarity", value=0.1), "aligned words"),
    "no edits": (row("edits", value=[]), "differ behind the last edit"),
    "an edit too few": (row("edits", value=lambda e: e[:-1]), "differ behind the last edit"),
    "an edit too few before another": (row("edits", value=lambda e: e[1:]), "the texts before it differ"),
    "edits in another order": (row("edits", value=lambda e: e[::-1]), "before"),
    "place of an edit": (row("edits", 2, "a", value=lambda n: n + 1), "the texts before it differ"),
    "was": (row("edits", 2, "was", value="3,000"), "does not stand at"),
    "now": (row("edits", 2, "now", value="3000"), "does not stand at"),
    "a longer was": (row("edits", 4, "was", value='" He'), "over the end"),
    "op": (row("edits", 2, "op", value="swap"), "op 'swap'"),
    "a cut that puts in": (row("edits", 2, "op", value="cut"), "a cut puts"),
    "an insert that takes out": (row("edits", 2, "op", value="insert"), "an insert takes"),
    "case of other letters": (row("edits", 1, "op", value="case"), "the letters differ"),
    "marks of other words": (row("edits", 1, "op", value="mark"), "the words differ"),
    "holder": (put("passages", 0, "holders", 0, "begin", value=0), "other words"),
    "one holder": (put("passages", 0, "holders", value=lambda h: h[:1]), "1 holders"),
    "holders in another order": (put("passages", 0, "holders", value=lambda h: h[::-1]), "out of order"),
    "parent": (put("passages", 0, "holders", 1, "from", value=2), "no other holder"),
    "its own parent": (put("passages", 0, "holders", 1, "from", value=1), "no other holder"),
    "a ring of parents": (put("passages", 0, "holders", 0, value=lambda h: {**h, "standing": "copy", "from": 1}),
                          "comes from itself"),
    "an origin with a parent": (put("passages", 0, "holders", 1, "standing", value="origin"), "origin from 0"),
    "standing": (put("passages", 0, "holders", 0, "standing", value="first"), "standing 'first'"),
    "evidence": (put("passages", 0, "holders", 1, "evidence", value=lambda e: e[::-1]), "another article"),
    "half the evidence": (put("passages", 0, "holders", 1, "evidence", value=lambda e: e[:1]), "counterpart"),
    "copies": (put("copies", 0, "articles", 1, value=identifier("a", 5)), "no article"),
    "a group of one": (put("copies", 0, "articles", value=lambda a: a[:1]), "a group of one"),
    "member of a family": (put("families", 0, "members", 0, "quote", value=identifier("f", 5)), "no quote"),
    "first of a family": (put("families", 0, "first", value=identifier("f", 5)), "no member"),
    "what could be first": (put("families", 0, "could_be_first", value=[identifier("f", 5)]), "could be first is no member"),
    "who tells of a family": (put("families", 0, "speakers", 0, "quotes", value=[identifier("f", 5)]), "of no member"),
    "words of a quote": (put("quotes", 0, "begin", value=3), "other words"),
    "label": (put("news", 0, "label", value="old"), "label 'old'"),
}


class Verifier(ProgramTest):
    def verify(self, export, code):
        self.write("pile.json", json.dumps(export))
        done = subprocess.run([sys.executable, "-B", VERIFIER, "pile.json"], cwd=self.folder, capture_output=True, text=True,
                              timeout=300)
        self.assertEqual(done.returncode, code, (done.stdout + done.stderr)[:3000])
        return done.stdout + done.stderr

    def test_what_holds_passes_in_every_unit(self):
        for unit in ("byte", "codepoint", "utf16"):
            told = self.verify(made_export(unit), 0)
            self.assertIn("5 edits", told)
            self.assertIn("1 rows that hold", told)

    def test_files_are_read_again(self):
        self.write("1.txt", RIVER.encode())
        self.write("2.txt", QUAY.encode())
        export = made_export()
        self.assertIn("2 re-read", self.verify(export, 0))
        for article in export["articles"]:
            del article["text"]
        self.assertIn("2 re-read", self.verify(export, 0))
        self.write("1.txt", RIVER.replace("dusk", "dawn").encode())
        self.assertIn("SHA-256", self.verify(export, 1))

    def test_every_planted_fault_is_found(self):
        for name, (plant, told) in FAULTS.items():
            with self.subTest(name):
                export = copy.deepcopy(made_export())
                if name == "hash of the file":
                    self.write("1.txt", RIVER.encode())
                plant(export)
                self.assertIn(told, self.verify(export, 1))

    def test_what_is_no_export(self):
        self.verify({}, 2)
        self.verify([], 2)


class Exports(ProgramTest):
    """The program's own exports, spans and scripts of every row."""

    def check(self, *inputs, at_least=0):
        self.fabula("build", "-q", *inputs, "-o", "s.fabula", code=None)
        for unit in ("byte", "utf16"):
            self.fabula("export", "s.fabula", "--to", "json", "--text", "full", "--unit", unit, "-o", "pile.json")
            done = subprocess.run([sys.executable, "-B", VERIFIER, "pile.json"], cwd=self.folder, capture_output=True,
                                  text=True, timeout=300)
            self.assertEqual(done.returncode, 0, done.stdout[-3000:] + done.stderr)
            rows = json.loads((self.folder / "pile.json").read_bytes())["reuse"]
            self.assertGreaterEqual(sum(bool(one["edits"]) for one in rows), at_least, "rows with edits")

    def shared(self, *parts):
        path = SHARED.joinpath("corpora", *parts)
        if not path.exists():
            self.skipTest("the real articles are not at hand")
        return path

    def test_the_example_piles(self):
        for pile in sorted((ROOT / "examples").iterdir()):
            if pile.is_dir():
                with self.subTest(pile.name):
                    self.check(pile, at_least=1)

    def test_edited_copies(self):
        telling = ("Orra news\n\nThe old harbour bridge was shut on Monday night after cracks were found in two of its "
                   "seven pillars, and 2,000 people who cross it every day now take the small ferry from Tarnside. "
                   "\"We warned them three times last year, and nobody in the whole town came to look at it,\" said Mila "
                   "Tarn, the ferry master, who has kept a book of every crack since the spring.\n")
        other = telling
        for was, now in (("harbour", "harbor"), ("Monday night", "Monday 😀 night"), ("2,000", "two thousand"), ('"', "“"),
                         ("three times last year, and", "three times ... and"), ("Tarnside. ", "Tarnside.\r\n\r\n")):
            other = other.replace(was, now)
        self.write("pile/1.txt", telling.encode())
        self.write("pile/2.txt", other.encode())
        self.check("pile", at_least=1)

    def test_a_file_with_a_mark_at_its_start(self):
        for name in ("1.txt", "2.txt"):
            self.write("pile/" + name, b"\xef\xbb\xbf" + RIVER.encode() * (1 + int(name[0])))
        self.check("pile", at_least=0)

    def test_five_tellings(self):
        self.check(self.shared("five-tellings"), at_least=1)

    def test_five_outlets(self):
        self.check(self.shared("five-outlets"), at_least=1)

    def test_one_day(self):
        self.check(self.shared("one-day", "census.csv"), self.shared("one-day", "spotify.csv"), at_least=1)


if __name__ == "__main__":
    unittest.main()
