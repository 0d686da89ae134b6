#!/usr/bin/env python3
"""Fabula and other programs on the same invented news: by one clock, scored by one checker.

    bench/peers/run.py [--question passages|groups] [--sizes 1M,3M] [--limit 300] > tables.md

passages   which words were copied from where: BLAST+, libdivsufsort, Dolos; Fabula's `reuse`
groups     which articles are near copies of one another: MinHash in four forms; Fabula's `copies`

Prints a table of Markdown for each question and size. The programs run in turns, each in a process
of its own with an empty folder, up to three times and, when not over the limit, at least twice; the
table has the smallest times, the largest peak, and whether the runs wrote the same bytes. A peer
that is not installed is named below its table, and so is every failure. README.md says how to
install them and what the columns are.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from answer import shingles
from labels import Labels, Words
from programs import HERE, PEERS, find_programs
from score_groups import score_groups, similar_pairs
from score_passages import CLASSES, score_passages

SIZES = {"passages": "1M,3M,10M", "groups": "10M,30M,100M"}
SCORES = {
    "passages": ["precision", "recall", "F1", *CLASSES, "passages"],
    "groups": ["precision", "recall", "F1", "ARI", "groups"],
}
USED = ["program", "setting", "wall s", "search s", "cpu s", "peak MB"]
THRESHOLDS = (0.7, 0.5, 0.3)
ROUNDS = 3
LONG = 60  # seconds of runs after which there are no more than two


def parse():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    root = HERE.parent.parent
    parser.add_argument("--question", choices=PEERS, action="append", help="default: both")
    parser.add_argument("--sizes", help=f"of the piles, with commas between (default: {SIZES})")
    parser.add_argument("--seed", default="7")
    parser.add_argument("--limit", type=int, default=300, help="seconds for one run of a program")
    parser.add_argument("--threads", type=int, default=os.cpu_count(), help="of Fabula")
    parser.add_argument("--build", default=root / "build/release", help="where Fabula is built")
    parser.add_argument("--peers", default=root / "build/peers", help="where the peers are")
    return parser.parse_args()


def make_pile(options, size, folder):
    program = Path(options.build) / "eval/generate_news"
    if not program.exists():
        sys.exit(f"run.py: {program} is not built; build with -DFABULA_EVAL=ON")
    pile, labels = Path(folder, "pile.jsonl"), Path(folder, "labels.jsonl")
    command = [program, "--bytes", size, "--seed", options.seed, "--labels", labels]
    with open(pile, "wb") as out:
        subprocess.run([*map(str, command)], stdout=out, check=True)
    return pile, labels


def run_once(program, pile, limit):
    """What one run used, with its answer; or a sentence that says why there is none."""
    with tempfile.TemporaryDirectory(prefix="peers-") as folder:
        work, used, log, answer = (Path(folder, n) for n in ("work", "used", "log", "answer"))
        work.mkdir()
        command = program.arguments(pile=pile, answer=answer, folder=work)
        clock = [sys.executable, HERE / "clock.py", used, log, limit, *command]
        subprocess.run([*map(str, clock)], check=True)
        result = json.loads(used.read_text(encoding="utf-8"))
        if result["stopped"]:
            return f"over {limit} s"
        if result["exit"] != 0:
            lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
            return f"failed: {lines[-1] if lines else result['exit']}"
        if program.finish:
            program.finish(pile, answer, work, log)
        result["answer"] = json.loads(answer.read_text(encoding="utf-8"))
        return result


class Runs:
    """Of one program on one pile: the smallest times, the largest peak, the answer."""

    def __init__(self):
        self.times = {}
        self.peak = 0.0
        self.spent = 0.0
        self.answer = {}
        self.failure = None
        self.outputs = []

    def add(self, result):
        if isinstance(result, str):
            self.failure = result
            return
        self.answer = result["answer"]
        times = {name: result[name] for name in ("wall", "cpu")}
        times["search"] = self.answer.pop("search", None)
        for name, seconds in times.items():
            if seconds is not None:
                self.times[name] = min(seconds, self.times.get(name, seconds))
        self.peak = max(self.peak, result["peak"])
        self.spent += result["wall"]
        whole = hashlib.sha256(json.dumps(self.answer).encode()).hexdigest()
        self.outputs.append(self.answer.get("output", whole))

    def is_done(self):
        return self.failure is not None or len(self.outputs) > 1 and self.spent > LONG

    def sameness(self):
        return "yes" if len(set(self.outputs)) == 1 else "**no**"


def run_all(programs, pile, size, options, given_up):
    """Runs by program; those that were over the limit on a smaller pile are not tried again."""
    runs = [Runs() for _ in programs]
    for program, of_program in zip(programs, runs):
        of_program.failure = given_up.get((program.name, program.setting))
    for number in range(1, ROUNDS + 1):
        for program, of_program in zip(programs, runs):
            if of_program.is_done():
                continue
            print(f"{size}, run {number}: {program.name} {program.setting}", file=sys.stderr)
            of_program.add(run_once(program, pile, options.limit))
            if of_program.failure and of_program.failure.startswith("over"):
                why = f"not tried ({of_program.failure} at {size})"
                given_up[program.name, program.setting] = why
    return runs


# --- the table -----------------------------------------------------------------------------------


def cell(value, digits):
    return "–" if value is None else f"{value:.{digits}f}"


def row_of(program, runs, scores, names):
    row = [f"{program.name} {program.version}", program.setting]
    if runs.failure:
        what = runs.failure.split(":")[0]
        return [*row, what, *["–"] * (len(names) + 4)]
    once = {} if program.only_search else runs.times
    row += [cell(once.get("wall"), 2), cell(runs.times.get("search"), 2), cell(once.get("cpu"), 2)]
    row.append(cell(runs.peak, 0))
    for name in names:
        value = scores.get(name)
        row.append(str(value) if isinstance(value, int) else cell(value, 4))
    return [*row, runs.sameness() if scores else "–"]


def print_table(rows):
    print("| " + " | ".join(rows[0]) + " |")
    print("|" + " --- |" * 2 + " ---: |" * (len(rows[0]) - 2))
    for row in rows[1:]:
        print("| " + " | ".join(row) + " |")


def scorer(question, labels):
    """A function from an answer to its scores."""
    if question == "groups":
        return lambda answer: score_groups(labels, answer["groups"])
    words = Words(labels)
    if words.n_unlike:
        sys.exit(f"run.py: {words.n_unlike} runs of the labels do not fit the words of the pile")
    return lambda answer: score_passages(labels, words, answer["passages"])


def print_head(question, size, labels, options):
    megabytes = labels.n_bytes() / 1e6
    print(f"## {question.capitalize()}, {size}\n")
    print(f"`generate_news --bytes {size} --seed {options.seed}`:")
    print(f"{len(labels.texts)} articles, {megabytes:.1f} MB of text; {options.limit} s a run.")
    if question == "groups":
        n, counts = similar_pairs(labels, shingles, THRESHOLDS)
        parts = [f"{count} reach {t}" for count, t in zip(counts, THRESHOLDS)]
        print(f"{n} pairs of near copies; of their exact Jaccard similarities {', '.join(parts)}.")
    print()


def measure(question, size, options, given_up):
    with tempfile.TemporaryDirectory(prefix="peers-") as folder:
        pile, labels_path = make_pile(options, size, folder)
        programs, notes = find_programs(options, question)
        all_runs = run_all(programs, pile, size, options, given_up)
        labels = Labels.read(pile, labels_path)
    print_head(question, size, labels, options)
    score = scorer(question, labels)
    rows = [[*USED, *SCORES[question], "same bytes"]]
    for program, runs in zip(programs, all_runs):
        has_answer = runs.failure is None and question in runs.answer
        scores = score(runs.answer) if has_answer else {}
        rows.append(row_of(program, runs, scores, SCORES[question]))
        if (runs.failure or "").startswith("failed"):
            notes.append(f"{program.name}, {program.setting}, {runs.failure}")
    print_table(rows)
    print("".join(f"\n- {note}" for note in notes) + "\n" * bool(notes), flush=True)


def main():
    options = parse()
    for question in options.question or PEERS:
        given_up = {}
        for size in (options.sizes or SIZES[question]).split(","):
            measure(question, size, options, given_up)


main()
