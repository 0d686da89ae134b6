"""The README's own commands, run as they stand there."""
import json
import os
import re
import unittest

from program import QUOTED, ROOT, WEIR, ProgramTest


class Readme(ProgramTest):
    def commands(self):
        text = (ROOT / "README.md").read_text()
        steps = text[text.index("## First steps"):]
        block = steps[steps.index("```") + 3:steps.index("```", steps.index("```") + 3)]
        # A command ends where its explanation begins: behind three spaces.
        return [re.split(r" {3,}", line.strip())[0] for line in block.strip().splitlines()]

    def test_first_steps(self):
        (self.folder / "saved").symlink_to(WEIR)
        self.write("new/a.txt", QUOTED)
        commands = self.commands()
        self.assertGreater(len(commands), 8)
        self.assertTrue(all(command.startswith("fabula ") for command in commands), commands)
        for command in commands:
            arguments = [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', command)][1:]
            if "ID" in arguments:  # of articles for the commands that take articles, else of a quotation
                table = "articles" if arguments[0] in ("compare", "new") else "quotes"
                ids = [row["id"] for row in json.loads(self.fabula(table, "dam.fabula", "--format", "json").stdout)]
                arguments = [ids.pop(0) if argument == "ID" else argument for argument in arguments]
            done = self.fabula(*arguments)
            self.assertTrue(done.stdout or done.stderr, command)

    def test_samples_are_what_the_program_prints(self):
        (self.folder / "weir").symlink_to(WEIR)
        self.fabula("build", "-q", "weir", "-o", "weir.fabula")
        text = (ROOT / "README.md").read_text()
        samples = re.findall(r"^\$ fabula (.+)\n((?:(?!\$|```).*\n)+)", text, re.MULTILINE)
        self.assertEqual(len(samples), 3)
        for command, sample in samples:
            arguments = [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', re.split(r" {3,}", command)[0])]
            printed = self.fabula(*arguments, env={**os.environ, "COLUMNS": "120"}).stdout.splitlines()
            lines = [line for line in sample.splitlines() if line]
            self.assertEqual([line for line in lines if line not in [p.rstrip() for p in printed]], [])

    def test_the_example_shows_what_was_planted_in_it(self):
        self.fabula("build", "-q", WEIR, "-o", "s.fabula")
        rows = lambda *command: [json.loads(line) for line in self.fabula(
            *command, "--format", "jsonl").stdout.splitlines()]
        # Two accounts of one march contradict each other.
        self.assertEqual([(row["about"], row["value"]) for row in rows("disagree", "s.fabula")],
                         [("how many: marchers", "900"), ("how many: marchers", "about 350")])
        # The number of injured grew: a correction, then an update, and no contradiction.
        told = [(row["label"], row["text"]) for table in ("02-meridian-wire.txt", "05-castlebrook-gazette.html")
                for row in rows("new", "s.fabula", table) if row["label"] in ("correction", "update")]
        self.assertEqual([label for label, _ in told], ["correction", "update"])
        self.assertIn("Seven people were hurt", told[0][1])
        self.assertIn("rose to nine", told[1][1])
        # One paper altered what the engineer said.
        altered = [row for row in rows("trace", "s.fabula", "warned them") if row["change"].startswith("altered")]
        self.assertEqual([row["source"].rpartition("/")[2] for row in altered], ["06-weekly-lantern.txt"])
        self.assertIn("changes a number", altered[0]["change"])

    def test_linked_files_are_there(self):
        for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"):
            for target in re.findall(r"\]\((?!http)([^)#]+)\)", (ROOT / name).read_text()):
                self.assertTrue((ROOT / target).exists(), f"{name}: {target}")

    def test_every_rule_that_dates_an_article_has_a_sentence(self):
        sources = "".join(path.read_text() for path in (ROOT / "src" / "dating").glob("*.cpp"))
        rules = set(re.findall(r'"(date\.[a-z-]+)"', sources))
        self.assertGreater(len(rules), 5)
        texts = (ROOT / "src" / "render" / "rule_texts.inc").read_text()
        told = re.findall(r'^FABULA_RULE\("(date\.[^"]+)", +"[^"]+"\)$', texts, re.MULTILINE)
        self.assertEqual(sorted(rules), sorted(told))

    def test_every_rule_of_the_example_has_a_sentence(self):
        self.fabula("build", "-q", WEIR, "-o", "s.fabula")
        export = self.export("s.fabula")
        for kind in ("quotes", "times", "reuse", "events", "people"):
            first_of = {record["rule"]: record["id"] for record in export[kind]}
            for rule, record in first_of.items():
                self.assertRegex(self.fabula("why", "s.fabula", record).stdout, rf"rule +{re.escape(rule)}: \w")


if __name__ == "__main__":
    unittest.main()
