"""Ctrl-C, kill -9 and a second writer: nothing is lost, nothing is torn, the same command goes on."""
import json
import random
import signal
import sqlite3
import subprocess
import time
import unittest

from program import FABULA, ProgramTest

WORDS = ("the river rose over the old quay while the harbour master counted boats and wrote their names "
         "into a book that nobody had asked for in many years of calm weather").split()


def article(number):
    random_words = random.Random(number)
    lines = [f"Harbour report {number}", ""]
    for _ in range(8):
        sentence = " ".join(random_words.choice(WORDS) for _ in range(18))
        lines += [f'"{sentence.capitalize()}," said Ada Lind. On {number % 28 + 1} May 2024 {sentence}.', ""]
    return "\n".join(lines)


class Interruption(ProgramTest):
    N_ARTICLES = 1500

    def setUp(self):
        super().setUp()
        with open(self.folder / "pile.jsonl", "w") as pile:
            for number in range(self.N_ARTICLES):
                pile.write(json.dumps({"id": str(number), "outlet": "Harbour Bulletin", "text": article(number)}) + "\n")

    def build(self, **options):
        return subprocess.Popen([FABULA, "build", "-q", "--threads", "2", "pile.jsonl", "-o", "s.fabula"],
                                cwd=self.folder, stderr=subprocess.PIPE, text=True, **options)

    def wait_until_it_writes(self, process):
        """Until the process holds the store for writing: from then on it has every handler in place."""
        lock = self.folder / "s.fabula-lock"
        for _ in range(1500):
            if process.poll() is not None or lock.exists() and lock.read_text().strip() == str(process.pid):
                return
            time.sleep(0.02)

    def whole_export(self):
        self.fabula("build", "-q", "pile.jsonl", "-o", "whole.fabula")
        return self.fabula("export", "whole.fabula", "--to", "json").stdout

    def test_killed_25_times_and_continued(self):
        began = time.monotonic()
        whole = self.whole_export()
        duration = time.monotonic() - began
        moments = random.Random(7)
        n_killed = 0
        for _ in range(25):
            process = self.build()
            try:
                process.wait(timeout=moments.uniform(0.01, 0.5 * duration))
                for store in self.folder.glob("s.fabula*"):  # it is done: begin anew
                    store.unlink()
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.wait()
                n_killed += 1
            process.stderr.close()
            if (self.folder / "s.fabula").exists():
                store = sqlite3.connect(self.folder / "s.fabula")
                self.assertEqual(store.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
                store.close()
        self.assertGreater(n_killed, 2)  # how many is a question of the machine
        self.fabula("build", "-q", "pile.jsonl", "-o", "s.fabula")
        self.fabula("verify", "s.fabula")
        self.assertEqual(self.fabula("export", "s.fabula", "--to", "json").stdout, whole)

    def test_ctrl_c_ends_with_130_and_can_be_continued(self):
        process = self.build()
        self.wait_until_it_writes(process)
        process.send_signal(signal.SIGINT)
        _, stderr = process.communicate(timeout=120)
        if process.returncode != 0:  # it was not done already
            self.assertEqual(process.returncode, 130, stderr)
            self.assertIn("again", stderr)
        self.fabula("build", "-q", "pile.jsonl", "-o", "s.fabula")
        self.assertEqual(self.fabula("export", "s.fabula", "--to", "json").stdout, self.whole_export())

    def test_a_second_writer_is_refused_and_readers_go_on(self):
        self.fabula("build", "-q", "pile.jsonl", "-o", "s.fabula")
        # Waits for its standard input with the store open for writing.
        first = subprocess.Popen([FABULA, "add", "-q", "s.fabula", "-"], cwd=self.folder, stdin=subprocess.PIPE,
                                 stderr=subprocess.PIPE, text=True)
        try:
            self.wait_until_it_writes(first)
            done = self.fabula("add", "-q", "s.fabula", "pile.jsonl", code=4)
            self.assertIn("next:", done.stderr)
            self.fabula("people", "s.fabula")
        finally:
            _, stderr = first.communicate("A last line\n\nThe harbour is quiet today, said nobody in particular.\n",
                                          timeout=60)
        self.assertEqual(first.returncode, 0, stderr)
        self.fabula("verify", "s.fabula")


if __name__ == "__main__":
    unittest.main()
