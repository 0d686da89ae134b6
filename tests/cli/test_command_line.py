"""Streams, exit codes, help and messages of the program."""
import contextlib
import json
import os
import sqlite3
import subprocess
import unittest

from program import FABULA, QUOTED, WEIR, ProgramTest


class CommandLine(ProgramTest):
    def build_small(self):
        self.write("a.txt", QUOTED)
        self.fabula("build", "-q", "a.txt", "-o", "s.fabula")

    def test_help_starts_with_examples_and_goes_to_stdout(self):
        done = self.fabula("--help")
        self.assertIn("fabula build saved/ -o dam.fabula", done.stdout[:400])
        self.assertEqual(done.stderr, "")

    def test_version_has_build_facts(self):
        out = self.fabula("--version").stdout
        for fact in ("fabula ", "export schema ", "compiler ", "SQLite "):
            self.assertIn(fact, out)

    def test_unknown_option_suggests_the_nearest(self):
        done = self.fabula("quotes", "s.fabula", "--hwo", "Tarn", code=2)
        self.assertIn("did you mean '--who'?", done.stderr)

    def test_nothing_to_look_for_is_a_wrong_command_line(self):
        self.build_small()
        for command in ("trace", "search"):
            for words in ("", "  ", "...", '""'):
                self.assertIn("has no word to look for", self.fabula(command, "s.fabula", words, code=2).stderr)

    def test_a_wrong_command_line_is_told_in_plain_words(self):
        self.build_small()
        for line, told in ((("bogus",), "there is no command 'bogus'"), ((), "a command is missing"),
                           (("tracee", "s.fabula"), "did you mean 'trace'?"),
                           (("reuse", "s.fabula", "--format", "xml"), "'xml' is not one of csv, json, jsonl, text"),
                           (("reuse", "s.fabula", "--min-words", "-3"), "--min-words = -3: this number cannot be used")):
            self.assertIn(told, self.fabula(*line, code=2).stderr)

    def test_empty_tables_are_said_in_words(self):
        self.build_small()
        for command in ("reuse", "passages"):
            done = self.fabula(command, "s.fabula")
            self.assertEqual(done.stdout, "")
            self.assertIn("no two articles of this pile", done.stderr)

    def test_a_change_of_a_finished_store_is_seen(self):
        self.build_small()
        self.fabula("build", "-q", "a.txt", "-o", "s.fabula")  # again: nothing is new
        self.write("b.txt", QUOTED.replace("Orra", "Vale"))
        self.fabula("add", "-q", "s.fabula", "b.txt")
        self.fabula("verify", "s.fabula")
        with contextlib.closing(sqlite3.connect(self.folder / "s.fabula")) as store, store:
            store.execute("UPDATE article SET title = 'Another' WHERE row = 1")
        done = self.fabula("verify", "s.fabula", code=6)
        self.assertIn("changed after it was built", done.stdout)
        self.assertIn("1 check did not hold", done.stderr)

    def test_widths_nobody_has(self):
        self.build_small()
        for columns in ("1", "40", "99999999999999999999", "abc", "-5"):
            done = self.fabula("timeline", "s.fabula", env={**os.environ, "COLUMNS": columns})
            self.assertLessEqual(max(map(len, done.stdout.splitlines())), 130)

    def test_no_input_is_a_wrong_command_line(self):
        self.assertIn("INPUT", self.fabula("build", "-o", "s.fabula", code=2).stderr)

    def test_missing_input_names_it_and_leaves_no_store(self):
        done = self.fabula("build", "nowhere.txt", "-o", "s.fabula", code=5)
        self.assertIn("nowhere.txt", done.stderr)
        self.assertFalse((self.folder / "s.fabula").exists())

    def test_nothing_readable_is_3(self):
        self.write("empty.txt", "")
        self.assertIn("doctor", self.fabula("build", "empty.txt", "-o", "s.fabula", code=3).stderr)

    def test_strict_is_1_when_inputs_were_left_out(self):
        self.write("a.txt", QUOTED)
        self.write("empty.txt", "")
        self.fabula("build", "-q", "a.txt", "empty.txt", "-o", "s.fabula", "--strict", code=1)
        self.assertEqual([row["cause"] for row in self.left_out("s.fabula")], ["empty"])

    def test_what_is_not_a_store_is_4(self):
        self.write("a.fabula", "not a store at all, but long enough to be looked at by somebody\n" * 20)
        for command in ("timeline", "verify", "add"):
            arguments = [command, "a.fabula"] + (["a.fabula"] if command == "add" else [])
            done = self.fabula(*arguments, code=4)
            self.assertIn("a.fabula", done.stderr)
            self.assertIn("next:", done.stderr)
        self.assertIn("none.fabula", self.fabula("timeline", "none.fabula", code=4).stderr)

    def test_data_on_stdout_the_rest_on_stderr(self):
        self.write("a.txt", QUOTED)
        built = self.fabula("build", "a.txt", "-o", "s.fabula")
        self.assertEqual(built.stdout, "")
        self.assertRegex(built.stderr.splitlines()[-1], r"1 article, [0-9.]+ s, peak memory [0-9]+ MB$")
        rows = self.fabula("quotes", "s.fabula", "--format", "json").stdout
        self.assertEqual(json.loads(rows)[0]["text"], "We count the boats every evening,")

    def test_quiet_says_nothing(self):
        self.write("a.txt", QUOTED)
        done = self.fabula("build", "-q", "a.txt", "-o", "s.fabula")
        self.assertEqual((done.stdout, done.stderr), ("", ""))

    def test_no_colour_and_no_animation_into_a_pipe(self):
        self.write("a.txt", QUOTED)
        built = self.fabula("build", "a.txt", "-o", "s.fabula")
        shown = self.fabula("timeline", "s.fabula")
        for text in (built.stderr, shown.stdout, shown.stderr):
            self.assertNotIn("\x1b", text)

    def test_unknown_id_names_it(self):
        self.build_small()
        self.assertIn("no line with id 'q99999'", self.fabula("show", "s.fabula", "q99999", code=2).stderr)

    def test_show_and_why_take_the_beginning_of_an_id(self):
        self.build_small()
        quote = self.export("s.fabula")["quotes"][0]
        shown = self.fabula("show", "s.fabula", quote["id"][:8]).stdout
        self.assertIn("We count the boats every evening,", shown)
        self.assertIn(f"bytes {quote['begin']}–{quote['end']}", shown)
        self.assertIn(quote["rule"], self.fabula("why", "s.fabula", quote["id"]).stdout)

    def build_two(self):
        text = "The ferry at Orra will stay closed until the end of {}, because the rope that holds it was worn through.\n"
        self.write("pile/a.txt", " date 2024-06-11\n\n" + text.format("the month"))
        self.write("pile/b.txt", " date 2024-06-12\n\n" + text.format("July"))
        self.fabula("build", "-q", "pile", "-o", "s.fabula")

    def test_compare_is_as_wide_as_the_terminal(self):
        self.build_two()
        for columns, marked in (("120", "{+July+}"), ("80", "[-the month-] {+July+}")):
            done = self.fabula("compare", "s.fabula", "a.txt", "b.txt", env={**os.environ, "COLUMNS": columns})
            self.assertIn(marked, done.stdout)
            self.assertTrue(all(len(line) <= int(columns) for line in done.stdout.splitlines()), done.stdout)
            self.assertNotIn("\x1b", done.stdout)
            self.assertIn("next: ", done.stderr)

    def test_compare_gives_the_same_rows_in_every_form(self):
        self.build_two()
        rows = json.loads(self.fabula("compare", "s.fabula", "a.txt", "b.txt", "--format", "json").stdout)
        lines = self.fabula("compare", "s.fabula", "a.txt", "b.txt", "--format", "jsonl").stdout.splitlines()
        self.assertEqual(rows, [json.loads(line) for line in lines])
        shared = [row for row in rows if row["kind"] == "shared"]
        self.assertEqual([row["changes"] for row in shared], ["'the month' → 'July'"])
        self.fabula("compare", "-q", "s.fabula", "a.txt", "b.txt", "--format", "html", "-o", "c.html")
        self.assertIn("<del>the month</del>", (self.folder / "c.html").read_text())

    def test_unknown_articles_and_classes_say_what_to_do(self):
        self.build_two()
        for arguments, words in ((("compare", "a.txt", "c.txt"), "no article 'c.txt'"),
                                 (("compare", "a.txt", "pile/a.txt"), "the same article"),
                                 (("new", "c.txt"), "no article 'c.txt'"),
                                 (("reuse", "--class", "theft"), "'theft' is no class"),
                                 (("reuse", "--article", "zz"), "no article 'zz'")):
            done = self.fabula(arguments[0], "s.fabula", *arguments[1:], code=2)
            self.assertIn(words, done.stderr)
            self.assertIn("next:", done.stderr)

    def test_new_counts_words_on_stderr(self):
        self.build_two()
        done = self.fabula("new", "s.fabula", "b.txt")
        # The words were printed before, the day was not.
        self.assertRegex(done.stderr, r"b\.txt: 21 words: 100 % new")
        self.assertIn("new", done.stdout)

    def test_articles_are_assigned_to_stories_and_nothing_is_added(self):
        self.fabula("build", "-q", WEIR, "-o", "w.fabula")
        before = (self.folder / "w.fabula").read_bytes()
        known = self.export("w.fabula")["stories"][0]["id"]
        self.write("in/a.txt", "Orders at the weir\n\nThe weir of Ostrey, the weir that broke, is to be rebuilt.\n")
        self.write("in/b.txt", "Bees\n\nA swarm of bees has settled in the tower of Vale. The bees came at noon.\n")
        self.write("in/c.txt", "Bees are gone\n\nThe swarm of bees has left the tower of Vale. The bees left at dawn.\n")
        self.write("in/d.txt", "")
        (self.folder / "in/e.txt").write_bytes((WEIR / "02-meridian-wire.txt").read_bytes())
        done = self.fabula("assign", "w.fabula", "in", "--format", "jsonl")
        rows = {row["source"]: row for row in map(json.loads, done.stdout.splitlines())}
        self.assertEqual(list(rows), ["in/a.txt", "in/b.txt", "in/c.txt", "in/e.txt"])
        self.assertIn("left out: in/d.txt", done.stderr)
        self.assertEqual(rows["in/e.txt"]["words"], "in the store already")
        self.assertEqual(rows["in/e.txt"]["story"], known)
        self.assertEqual((rows["in/b.txt"]["begins"], rows["in/c.txt"]["begins"]), (1, 0))
        self.assertEqual(rows["in/b.txt"]["story"], rows["in/c.txt"]["story"])
        self.assertIn("swarm", rows["in/c.txt"]["words"])
        self.assertEqual((self.folder / "w.fabula").read_bytes(), before)
        self.fabula("assign", "w.fabula", "in/d.txt", code=3)
        self.assertEqual(self.fabula("assign", "w.fabula", "in", "--strict", code=1).stdout.count("in/"), 4)

    def test_what_comes_next_is_told_in_words_that_fit(self):
        self.write("two/a.txt", QUOTED)
        self.write("two/b.txt", " date 2023-03-07\n\nBees\n\nA swarm of bees has settled in the tower of Vale.\n")
        built = self.fabula("build", "two", "-o", "s.fabula")
        self.assertIn("found: 2 stories · ", built.stderr)
        self.assertIn("next: fabula stories s.fabula", built.stderr)
        self.assertIn(" of 2 stories · next: fabula stories s.fabula", self.fabula("timeline", "s.fabula").stderr)
        self.assertEqual(self.fabula("quotes", "s.fabula", "--who", "Nobody").stderr,
                         "no such quotation was found · next: fabula people s.fabula\n")
        # One story, one article: nothing to choose, nothing to compare with.
        self.write("one/a.txt", QUOTED)
        self.assertIn("next: fabula timeline", self.fabula("build", "one", "-o", "t.fabula").stderr)
        self.assertIn("1 story · next: fabula timeline t.fabula\n", self.fabula("stories", "t.fabula").stderr)
        done = self.fabula("new", "t.fabula", "a.txt", env={**os.environ, "COLUMNS": "100"})
        self.assertIn("no other article to tell it before\nnext: fabula show t.fabula ID\n", done.stderr)
        self.assertNotIn("compare", done.stderr)
        self.assertNotIn("TOLD BEFORE BY", done.stdout)  # no row has anything there
        # What was told before is named.
        self.fabula("build", "-q", WEIR, "-o", "w.fabula")
        done = self.fabula("new", "w.fabula", "02-meridian-wire.txt")
        self.assertRegex(done.stderr, r"or      fabula compare w.fabula 02-meridian-wire.txt a[0-9a-f]{7}\n")
        self.assertIn("TOLD BEFORE", done.stdout)

    def test_closed_pipe_is_quiet(self):
        self.fabula("build", "-q", WEIR, "-o", "s.fabula")
        reader = subprocess.Popen(["true"], stdin=subprocess.PIPE)
        reader.wait()
        done = subprocess.run([FABULA, "export", "s.fabula", "--to", "json"], cwd=self.folder, stdout=reader.stdin,
                              stderr=subprocess.PIPE, text=True)
        reader.stdin.close()
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_full_disk_is_5(self):
        self.build_small()
        with open("/dev/full", "w") as full:
            done = subprocess.run([FABULA, "export", "s.fabula", "--to", "json"], cwd=self.folder, stdout=full,
                                  stderr=subprocess.PIPE, text=True)
        self.assertEqual(done.returncode, 5, done.stderr)
        self.assertIn("writing failed", done.stderr)

    def test_an_export_appears_only_when_whole(self):
        self.build_small()
        self.fabula("export", "s.fabula", "--to", "json", "-o", "missing/out.json", code=5)
        self.fabula("export", "-q", "s.fabula", "--to", "json", "-o", "out.json")
        self.assertEqual(json.loads((self.folder / "out.json").read_text()), self.export("s.fabula"))
        self.assertEqual([p.name for p in self.folder.glob("*.part")], [])

    def test_build_does_not_mix_two_piles(self):
        self.build_small()
        self.write("b.txt", QUOTED.replace("Orra", "Lund"))
        self.assertIn("--force", self.fabula("build", "b.txt", "-o", "s.fabula", code=2).stderr)
        self.fabula("build", "-q", "--force", "b.txt", "-o", "s.fabula")
        self.assertEqual([a["source"] for a in self.export("s.fabula")["articles"]], ["b.txt"])

    def test_force_never_removes_what_is_not_a_store(self):
        self.write("a.txt", QUOTED)
        self.write("notes.fabula", "my notes\n" * 200)
        self.fabula("build", "--force", "a.txt", "-o", "notes.fabula", code=4)
        self.assertTrue((self.folder / "notes.fabula").read_text().startswith("my notes"))

    def test_the_same_bytes_twice_are_one_article_in_two_places(self):
        self.write("x/a.txt", QUOTED)
        self.write("y/a.txt", QUOTED)
        self.fabula("build", "-q", "x", "y", "-o", "s.fabula")
        articles = self.export("s.fabula")["articles"]
        self.assertEqual([a["sources"] for a in articles], [["x/a.txt", "y/a.txt"]])

    def test_lists_of_files_and_standard_input(self):
        self.write("a.txt", QUOTED)
        self.write("b.txt", QUOTED.replace("Orra", "Lund"))
        self.write("list.txt", "a.txt\nb.txt\n")
        self.write("list0.txt", "a.txt\0b.txt\0")
        for name, options in (("one", ["list.txt"]), ("two", ["list0.txt", "-0"])):
            self.fabula("build", "-q", "--files-from", *options, "-o", f"{name}.fabula")
            self.assertEqual(len(self.export(f"{name}.fabula")["articles"]), 2)
        self.fabula("build", "-q", "-", "-o", "in.fabula", input=QUOTED)
        self.assertEqual(len(self.export("in.fabula")["articles"]), 1)

    def test_a_store_inside_its_own_pile_is_not_read(self):
        self.write("a.txt", QUOTED)
        for _ in range(2):
            self.fabula("build", "-q", ".", "-o", "s.fabula")
        self.assertEqual([a["source"] for a in self.export("s.fabula")["articles"]], ["./a.txt"])
        self.assertEqual(self.left_out("s.fabula"), [])

    def test_a_store_can_be_moved(self):
        self.build_small()
        (self.folder / "other").mkdir()
        os.rename(self.folder / "s.fabula", self.folder / "other" / "t.fabula")
        self.fabula("verify", "other/t.fabula")

    def test_doctor_tells_what_will_be_read_and_what_not(self):
        self.write("pile/a.txt", QUOTED)
        self.write("pile/b.bin", bytes(range(256)) * 40)
        rows = json.loads(self.fabula("doctor", "pile", "--format", "json").stdout)
        self.assertEqual({row["input"]: bool(row["what"]) for row in rows}, {"pile/a.txt": False, "pile/b.bin": True})

    def test_completions_know_every_command(self):
        for shell in ("bash", "zsh", "fish"):
            script = self.fabula("completions", shell).stdout
            for command in ("build", "timeline", "verify", "export"):
                self.assertIn(command, script)
        done = subprocess.run(["bash", "-n"], input=self.fabula("completions", "bash").stdout, text=True)
        self.assertEqual(done.returncode, 0)


if __name__ == "__main__":
    unittest.main()
