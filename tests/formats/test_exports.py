"""Every export read by somebody else's reader, and the rules that hold for each."""
import csv
import io
import json
import re
import unittest

from program import ROOT, SHARED, WEIR, ProgramTest

TABLES = ("timeline", "quotes", "reuse", "passages", "people", "articles", "dates", "times", "left-out")


def spans(value):
    """Every span of an export."""
    if isinstance(value, dict):
        if {"article", "begin", "end", "text"} <= value.keys():
            yield value
        for child in value.values():
            yield from spans(child)
    elif isinstance(value, list):
        for child in value:
            yield from spans(child)


class Exports(ProgramTest):
    def setUp(self):
        super().setUp()
        self.fabula("build", "-q", WEIR, "-o", "s.fabula")

    def check_schema(self, export):
        try:
            import jsonschema
        except ImportError:
            self.skipTest("jsonschema is not installed")
        schema = json.loads((ROOT / "schema" / "fabula.schema.json").read_text())
        errors = list(jsonschema.Draft202012Validator(schema).iter_errors(export))
        self.assertEqual([f"{e.json_path}: {e.message[:200]}" for e in errors[:5]], [])

    def test_json_fits_its_schema(self):
        self.check_schema(self.export("s.fabula"))

    def test_json_of_the_reference_pile_fits_its_schema(self):
        pile = SHARED / "corpora" / "five-tellings"
        if not pile.is_dir():
            self.skipTest("the real articles are not at hand")
        self.fabula("build", "-q", pile, "-o", "five.fabula")
        self.check_schema(self.export("five.fabula"))

    def test_every_span_is_the_words_it_says_in_every_unit(self):
        for unit, encode in (("byte", lambda t: t.encode()), ("codepoint", lambda t: t),
                             ("utf16", lambda t: t.encode("utf-16-le"))):
            export = json.loads(self.fabula("export", "s.fabula", "--to", "json", "--unit", unit, "--text", "full").stdout)
            size = 2 if unit == "utf16" else 1
            texts = {a["id"]: encode(a["text"]) for a in export["articles"]}
            n = 0
            for span in spans({**export, "articles": [dict(a, text=None) for a in export["articles"]]}):
                words = texts[span["article"]][span["begin"] * size:span["end"] * size]
                self.assertEqual(words, encode(span["text"]))
                n += 1
            self.assertGreater(n, 50)

    def test_references_lead_somewhere(self):
        export = self.export("s.fabula")
        ids = {kind: {r["id"] for r in export[kind]} for kind in ("articles", "people", "quotes", "families")}
        for quote in export["quotes"]:
            self.assertIn(quote["article"], ids["articles"])
            self.assertTrue(quote["inside"] is None or quote["inside"] in ids["quotes"])
            self.assertTrue(quote["family"] is None or quote["family"] in ids["families"])
            if quote["speaker"] and quote["speaker"]["person"]:
                self.assertIn(quote["speaker"]["person"], ids["people"])
            self.assertEqual(quote["speaker"] is None, quote["grade"] is None)
        for family in export["families"]:
            for member in family["members"]:
                self.assertIn(member["quote"], ids["quotes"])

    def test_edits_lead_from_one_text_to_the_other_in_every_unit(self):
        for unit, encode, size in (("byte", lambda t: t.encode(), 1), ("codepoint", lambda t: t, 1),
                                   ("utf16", lambda t: t.encode("utf-16-le"), 2)):
            export = json.loads(self.fabula("export", "s.fabula", "--to", "json", "--unit", unit).stdout)
            for link in export["reuse"]:
                a, made, at = encode(link["a"]["text"]), [], 0
                for edit in link["edits"]:
                    begin = (edit["a"] - link["a"]["begin"]) * size
                    made += [a[at:begin], encode(edit["now"])]
                    at = begin + len(encode(edit["was"]))
                    self.assertEqual(a[begin:at], encode(edit["was"]))
                made.append(a[at:])
                if link["edits"]:
                    self.assertEqual(made[0][:0].join(made), encode(link["b"]["text"]))

    def test_jsonl_has_the_same_records(self):
        export = self.export("s.fabula")
        lines = [json.loads(line) for line in self.fabula("export", "s.fabula", "--to", "jsonl").stdout.split("\n") if line]
        for kind, record in (("articles", "article"), ("quotes", "quote"), ("events", "event"), ("times", "time"),
                             ("reuse", "reuse"), ("passages", "passage"), ("news", "news")):
            ours = [{k: v for k, v in line.items() if k != "record"} for line in lines if line["record"] == record]
            self.assertEqual(ours, export[kind])

    def test_csv_tables_are_read_back_with_the_rows_of_json(self):
        for table in TABLES:
            raw = self.fabula("export", "s.fabula", "--to", "csv", "--table", table, text=False).stdout.decode()
            rows = list(csv.DictReader(io.StringIO(raw, newline="")))
            as_json = json.loads(self.fabula(table, "s.fabula", "--format", "json").stdout)
            self.assertEqual(len(rows), len(as_json), table)
            for row, record in zip(rows, as_json):
                for key, value in record.items():
                    self.assertEqual(row[key].lstrip("'"), ("" if value is None else str(value)).lstrip("'"))

    def test_csv_cells_never_start_a_formula(self):
        self.write("evil.txt", 'Notes\n\n"=HYPERLINK(1) is what he typed into the sheet that day," said Otto Brand. '
                               '"+1 is a number, or so we are told every year," said Otto Brand.\n')
        self.fabula("build", "-q", "evil.txt", "-o", "evil.fabula")
        raw = self.fabula("quotes", "evil.fabula", "--format", "csv").stdout
        self.assertIn("HYPERLINK", raw)
        for row in csv.reader(io.StringIO(raw)):
            for cell in row:
                self.assertFalse(re.match(r"[=+\-@\t\r]", cell), cell)

    def test_markdown_escapes_the_words_of_articles(self):
        self.write("evil.txt", 'Notes\n\n"<script>alert(1)</script> and *stars* and [links](x) are only words," said Otto Brand.\n')
        self.fabula("build", "-q", "evil.txt", "-o", "evil.fabula")
        text = self.fabula("export", "evil.fabula", "--to", "md").stdout
        self.assertNotIn("<script>", text)
        self.assertIn("\\*stars\\*", text)

    def test_markdown_says_how_days_are_known(self):
        self.write("pile/a.txt", " date 2015-06-10\n\nThe theatre\n\nLena Voss, 35, opened the theatre in Marden on Wednesday.\n")
        self.write("pile/b.txt", "The theatre again\n\nLena Voss, 38, will sell the theatre in Marden.\n")
        self.write("pile/c.txt", "A striker signs\n\nCarl Orme signed for Ostrow yesterday.\n")
        self.fabula("build", "-q", "pile", "-o", "days.fabula")
        text = self.fabula("export", "days.fabula", "--to", "md").stdout
        self.assertIn("- **10 Jun 2015** (read from “Wednesday”) Lena Voss", text)
        self.assertIn("(inferred) Lena Voss, 38", text)
        self.assertIn("  - “yesterday” counts from a day that is not known.", text[text.index("### Undated"):])
        proof = text[text.index("### When pile/b.txt appeared: 11 Jun 2017 – 9 Jun 2019"):]
        self.assertIn("1. “Lena Voss, 35” (article of 2015-06-10)", proof)
        basis = [event["basis"] for event in self.export("days.fabula")["events"]]
        self.assertEqual(basis, ["read", "inferred", "unknown"])

    def test_two_runs_give_the_same_bytes(self):
        for to in ("json", "jsonl", "md", "html"):
            first = self.fabula("export", "s.fabula", "--to", to).stdout
            self.assertEqual(first, self.fabula("export", "s.fabula", "--to", to).stdout)


if __name__ == "__main__":
    unittest.main()
