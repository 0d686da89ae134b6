#!/usr/bin/env python3
"""Fabula and other quotation extractors on the same articles: by one clock, scored by one checker.

    bench/quote_peers/run.py FOLDER [--limit 300] > table.md

FOLDER holds text/*.txt with annotations in attributions/NAME_ANNOTATOR.ann (brat), or just *.txt.
Prints a table of Markdown. The programs run in turns, each in a process of its own with one thread,
three times; the table has the smallest times, the largest peak, and whether the runs gave the same
answer. A peer that is not installed is named below the table, and so is every failure. README.md
says how to install them and what the columns are. No words of the articles are printed.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from score import Counts, read_gold

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CLOCK = HERE.parent / "peers/clock.py"
ROUNDS = 3
ONE_THREAD = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS")}
USED = ["program", "setting", "MB/s", "wall s", "cpu s", "peak MB", "failed", "quotations"]
SCORES = ["precision", "recall", "F1", "speaker", "of named"]


class Missing(Exception):
    """Why a program cannot be run here."""


@dataclass
class Program:
    name: str
    version: str
    setting: str
    command: list  # "{texts}", "{answer}" and "{folder}" are filled in
    finish: object = None  # finish(articles, folder, log) gives the answer when the program does not


def parse():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, default=300, help="seconds for one run of a program")
    parser.add_argument("--build", default=ROOT / "build/release", help="where Fabula is built")
    parser.add_argument("--peers", default=ROOT / "build/quote_peers", help="where the peers are")
    return parser.parse_args()


def read_articles(folder):
    """Name to text, as all programs get it: characters that are no UTF-8 as "?", lines by LF."""
    texts = folder / "text" if (folder / "text").is_dir() else folder
    found = {}
    for path in sorted(texts.glob("*.txt")):
        text = path.read_bytes().decode("utf-8", errors="replace").removeprefix("\ufeff")
        found[path.stem] = text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufffd", "?")
    if not found:
        sys.exit(f"run.py: no .txt in {texts}")
    return found


def gold_of(folder):
    """Article to its annotations, of the first annotator by name."""
    gold = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        gold.setdefault(path.stem.rpartition("_")[0], path)
    return {name: read_gold(path) for name, path in gold.items()}


# --- the programs --------------------------------------------------------------------------------


def output_of(*command):
    try:
        done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError) as problem:
        raise Missing(f"{command[0]} does not run") from problem
    return done.stdout.strip()


def built(options, path):
    program = Path(options.build).resolve() / path
    if not program.exists():
        raise Missing(f"{program.name} is not built")
    return program


def read_export(path, articles):
    """Quotations with marks that stand in no other one, stretch by stretch, in code points."""
    name_of, found = {}, []
    with open(path, encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            if record["record"] == "article":
                name = Path(record["source"]).stem
                if record["text"] != articles[name]:
                    raise ValueError("the text of an article was changed")
                name_of[record["id"]] = name
            elif record["record"] == "quote" and record["kind"] != "indirect" and not record["inside"]:
                who = record["speaker"] or {"begin": -1, "end": -1}
                name = name_of[record["article"]]
                for part in record["parts"]:
                    found.append([name, part["begin"], part["end"], who["begin"], who["end"]])
    if len(name_of) != len(articles):
        raise ValueError(f"{len(articles)} articles in the pile, {len(name_of)} in the export")
    return found


def fabula(options):
    """The whole program, as it is used: a store, and everything in it as JSON lines."""
    program = built(options, "fabula")
    version = output_of(program, "--version").split()[1]
    build = f'"{program}" build -q "{{texts}}" -o "{{folder}}/pile.fabula" --threads 1'
    export = f'"{program}" export -q "{{folder}}/pile.fabula" --to jsonl --text full'
    export += ' --unit codepoint -o "{folder}/pile.jsonl"'

    def finish(articles, folder, _):
        return {"failed": 0, "quotations": read_export(Path(folder, "pile.jsonl"), articles)}

    whole = Program("Fabula", version, "build, export", ["sh", "-c", f"{build} && {export}"], finish)
    return [whole, Program("Fabula", version, "the quotations alone", *quotes_alone(options))]


def quotes_alone(options):
    def finish(_, __, log):
        line = re.search(r"^pile .*", log.read_text(encoding="utf-8"), re.MULTILINE)[0]
        speed, peak = re.search(r"all +([\d.]+) MB/s", line)[1], re.search(r"peak (\d+) MB", line)[1]
        return {"speed": float(speed), "peak": float(peak)}

    return [built(options, "bench/quotes_bench"), "{texts}"], finish


def textacy(options):
    python = Path(options.peers).resolve() / "venv/bin/python"
    if not python.exists():
        raise Missing("it is not installed (see bench/quote_peers/setup)")
    ask = "from importlib.metadata import version as v; print(v('textacy'), v('spacy'))"
    try:
        version, spacy = output_of(python, "-c", ask).split()
    except Missing as problem:
        raise Missing("it is not installed (see bench/quote_peers/setup)") from problem
    settings = {
        "by article": ["article", "all"],
        "by article, without names": ["article", "no-ner"],
        "by line, without names": ["paragraph", "no-ner"],
    }
    command = [python, HERE / "peer_textacy.py", "{texts}", "{answer}"]
    version += f", spaCy {spacy}"
    return [Program("textacy", version, s, [*command, *words]) for s, words in settings.items()]


def compromise(options):
    package = Path(options.peers).resolve() / "node_modules/compromise/package.json"
    if not shutil.which("node"):
        raise Missing("node is not installed")
    if not package.exists():
        raise Missing("it is not installed (see bench/quote_peers/setup)")
    version = json.loads(package.read_text(encoding="utf-8"))["version"]
    script = HERE / "peer_compromise.mjs"
    command = ["node", script, "{texts}", "{answer}", package.parents[2]]
    return [Program("compromise", version, "no speakers", command)]


PROGRAMS = {"Fabula": fabula, "textacy": textacy, "compromise": compromise}


def find_programs(options):
    found, skipped = [], []
    for name, find in PROGRAMS.items():
        try:
            found += find(options)
        except Missing as reason:
            skipped.append(f"{name} was skipped: {reason}.")
    return found, skipped


# --- runs ----------------------------------------------------------------------------------------


def run_once(program, texts, articles, limit):
    """What one run used, with its answer; or a sentence that says why there is none."""
    with tempfile.TemporaryDirectory(prefix="quote-peers-") as folder:
        work, used, log, answer = (Path(folder, n) for n in ("work", "used", "log", "answer"))
        work.mkdir()
        places = {"texts": texts, "answer": answer, "folder": work}
        command = [str(part).format(**places) for part in program.command]
        clock = [sys.executable, CLOCK, used, log, limit, *command]
        subprocess.run([*map(str, clock)], check=True, env=os.environ | ONE_THREAD)
        result = json.loads(used.read_text(encoding="utf-8"))
        if result["stopped"]:
            return f"over {limit} s"
        if result["exit"] != 0:
            lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
            return f"failed: {lines[-1] if lines else result['exit']}"
        if program.finish:
            return result | program.finish(articles, work, log)
        return result | json.loads(answer.read_text(encoding="utf-8"))


def run_all(programs, texts, articles, limit):
    """For each program its runs, or the sentence of the first that failed."""
    runs = [[] for _ in programs]
    for number in range(1, ROUNDS + 1):
        for i, program in enumerate(programs):
            if isinstance(runs[i], str):
                continue
            print(f"run {number}: {program.name} {program.setting}", file=sys.stderr)
            result = run_once(program, texts, articles, limit)
            runs[i] = result if isinstance(result, str) else [*runs[i], result]
    return runs


# --- the table -----------------------------------------------------------------------------------


def cell(value, digits):
    return "–" if value is None else f"{value:.{digits}f}"


def speed_of(runs, n_bytes):
    """MB/s of one core, from the texts in memory where the program can be asked, else of it all."""
    if "speed" in runs[0]:
        return max(run["speed"] for run in runs)
    return n_bytes / 1e6 / min(run.get("search", run["cpu"]) for run in runs)


def score(quotations, articles, gold):
    of_article = {name: [] for name in articles}
    for name, *places in quotations:
        of_article[name].append(places)
    counts = Counts()
    for name, contents in gold.items():
        if name in articles:
            counts.add(articles[name], contents, of_article[name])
    return counts.scores()


def row_of(program, runs, articles, gold, n_bytes):
    row = [f"{program.name} {program.version}", program.setting]
    if isinstance(runs, str):
        return [*row, runs.split(":")[0], *["–"] * (len(USED) + len(SCORES) - 2)]
    row.append(cell(speed_of(runs, n_bytes), 3 if speed_of(runs, n_bytes) < 1 else 1))
    if "quotations" not in runs[0]:  # a part of a program whose answer stands in another row
        return [*row, "–", "–", cell(max(r["peak"] for r in runs), 0), *["–"] * (len(SCORES) + 3)]
    row += [cell(min(run[what] for run in runs), 2) for what in ("wall", "cpu")]
    row += [cell(max(run["peak"] for run in runs), 0), str(runs[0]["failed"])]
    found = runs[0]["quotations"]
    scores = score(found, articles, gold)
    has_speakers = any(quotation[3] >= 0 for quotation in found)
    row.append(str(len(found)))
    for name in SCORES:
        is_known = has_speakers or name not in ("speaker", "of named")
        row.append(cell(scores[name] if is_known else None, 4))
    return [*row, "yes" if all(run["quotations"] == found for run in runs) else "**no**"]


def main():
    options = parse()
    articles, gold = read_articles(options.folder), gold_of(options.folder)
    programs, notes = find_programs(options)
    n_bytes = sum(len(text.encode()) for text in articles.values())
    with tempfile.TemporaryDirectory(prefix="quote-peers-") as texts:
        for name, text in articles.items():
            Path(texts, f"{name}.txt").write_text(text, encoding="utf-8", newline="")
        all_runs = run_all(programs, texts, articles, options.limit)
    print(f"{len(articles)} articles, {len(gold)} annotated, {n_bytes / 1e6:.2f} MB of text.\n")
    rows = [[*USED, *SCORES, "same answer"]]
    for program, runs in zip(programs, all_runs):
        rows.append(row_of(program, runs, articles, gold, n_bytes))
        if isinstance(runs, str) and runs.startswith("failed"):
            notes.append(f"{program.name}, {program.setting}, {runs}")
    print("| " + " | ".join(rows[0]) + " |")
    print("|" + " --- |" * 2 + " ---: |" * (len(rows[0]) - 2))
    for row in rows[1:]:
        print("| " + " | ".join(row) + " |")
    print("".join(f"\n- {note}" for note in notes) + "\n" * bool(notes), flush=True)


if __name__ == "__main__":
    main()
