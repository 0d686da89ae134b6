#!/usr/bin/env python3
"""Fabula and other programs that read dates in text, on the same articles, scored by one checker.

    bench/time_peers/run.py FOLDER [--hard times.json] [--limit 900] > tables.md

FOLDER holds TimeBank/ and AQUAINT/ with .tml files. Prints two tables of Markdown: what each program
used, and how often it was right. The programs run in turns, each in a process of its own with one
thread, three times; one that takes over 20 seconds of processor time runs once. README.md says how
the peers are installed and what the columns are. No words of the articles are printed.
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

from score import Counts, is_half_b, read_hard, read_tml, score_hard

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CLOCK = HERE.parent / "peers/clock.py"
CORPORA = ["TimeBank", "AQUAINT"]
ROUNDS = 3
LONG = 20  # processor seconds after which a program is not run again
PLAIN = {"TZ": "UTC", "OMP_NUM_THREADS": "1"}
USED = ["MB/s", "wall s", "cpu s", "peak MB", "failed", "times", "same answer"]


class Missing(Exception):
    """Why a program cannot be run here."""


@dataclass
class Program:
    name: str
    version: str
    setting: str
    command: list  # "{texts}" and "{answer}" are filled in
    finish: object = None  # finish(log, answer) gives the report when the program does not


def parse():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--hard", type=Path, help="invented hard cases")
    parser.add_argument("--limit", type=int, default=900, help="seconds for one run of a program")
    parser.add_argument("--build", default=ROOT / "build/release", help="where Fabula is built")
    parser.add_argument("--peers", default=ROOT / "build/time_peers", help="where the peers are")
    return parser.parse_args()


# --- the programs --------------------------------------------------------------------------------


def output_of(*command):
    try:
        done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError) as problem:
        raise Missing(f"{command[0]} does not run") from problem
    return done.stdout.strip()


def installed(options, path):
    found = Path(options.peers).resolve() / path
    if not found.exists():
        raise Missing("it is not installed (see bench/time_peers/setup)")
    return found


def fabula(options):
    """The stage alone; its speed from bare text, and that of the times in text with sentences."""
    build = Path(options.build).resolve()
    if not (build / "bench/times_bench").exists():
        raise Missing("times_bench is not built")
    version = output_of(build / "fabula", "--version").split()[1]
    command = [build / "bench/times_bench", "{texts}", "--answer", "{answer}"]

    def whole(log, answer):
        speed = re.search(r"sentences ([\d.]+) MB/s", log)[1]
        times = json.loads(answer.read_text(encoding="utf-8"))
        return {"speed": float(speed), "failed": 0, "unit": "byte", "times": times}

    def alone(log, _):
        return {"speed": float(re.search(r"([\d.]+) MB/s;", log)[1])}

    return [
        Program("Fabula", version, "words, sentences, times", command, whole),
        Program("Fabula", version, "the times alone", command, alone),
    ]


def heideltime(options):
    jar, config = installed(options, "heideltime.jar"), installed(options, "heideltime.props")
    for program in ("javac", "perl"):
        if not shutil.which(program):
            raise Missing(f"{program} is not installed")
    java = ["java", "-XX:+UseSerialGC", "-cp", jar.resolve(), HERE / "PeerHeidelTime.java"]
    settings = {"treetagger": "with TreeTagger", "no": "without a tagger"}
    return [
        Program("HeidelTime", "2.2.1", setting, [*java, "{texts}", "{answer}", config, tagger])
        for tagger, setting in settings.items()
    ]


def python(options, name, setting):
    program = installed(options, "venv/bin/python")
    ask = f"from importlib.metadata import version as v; print(v('{name}'))"
    command = [program, HERE / "peer_python.py", "{texts}", "{answer}", name]
    return [Program(name, output_of(program, "-c", ask), setting, command)]


def dateparser(options):
    return python(options, "dateparser", "search_dates")


def parsedatetime(options):
    return python(options, "parsedatetime", "nlp")


def node(options, package, word, setting):
    if not shutil.which("node"):
        raise Missing("node is not installed")
    modules = installed(options, "node_modules")
    about = installed(options, modules / package / "package.json")
    version = json.loads(about.read_text(encoding="utf-8"))["version"]
    command = ["node", HERE / "peer_node.mjs", "{texts}", "{answer}", modules.parent, word]
    return [Program(package.split("/")[-1], version, setting, command)]


def chrono(options):
    return node(options, "chrono-node", "chrono", "casual")


def recognizers(options):
    package = "@microsoft/recognizers-text-date-time"
    return node(options, package, "recognizers", "one reading each")


PROGRAMS = {
    "Fabula": fabula,
    "HeidelTime": heideltime,
    "Recognizers-Text": recognizers,
    "chrono-node": chrono,
    "dateparser": dateparser,
    "parsedatetime": parsedatetime,
}


def find_programs(options):
    found, skipped = [], []
    for name, find in PROGRAMS.items():
        try:
            found += find(options)
        except Missing as reason:
            skipped.append(f"{name} was skipped: {reason}.")
    return found, skipped


# --- runs ----------------------------------------------------------------------------------------


def write_texts(articles, folder):
    """DAY_LANGUAGE_NAME.txt, as all programs get them."""
    for each in articles:
        name = f"{each.day}_{each.language}_{each.name}.txt"
        Path(folder, name).write_text(each.text, encoding="utf-8", newline="")


def times_by_article(report, articles):
    """Article to its times, in code points."""
    text_of = {each.name: each.text for each in articles}
    found = {}
    for name, *places, value in report["times"]:
        name = name.split("_", 2)[2]
        text = text_of[name]
        if report["unit"] == "byte":
            places = [len(text.encode()[:at].decode()) for at in places]
        elif report["unit"] == "utf16":
            places = [len(text.encode("utf-16-le")[: 2 * at].decode("utf-16-le")) for at in places]
        found.setdefault(name, []).append((*places, value))
    return found


def run_once(program, articles, limit):
    """What one run used, with its answer; or a sentence that says why there is none."""
    with tempfile.TemporaryDirectory(prefix="time-peers-") as folder:
        texts, used, log, answer = (Path(folder, n) for n in ("texts", "used", "log", "answer"))
        texts.mkdir()
        write_texts(articles, texts)
        command = [str(part).format(texts=texts, answer=answer) for part in program.command]
        clock = [sys.executable, CLOCK, used, log, limit, *command]
        subprocess.run([*map(str, clock)], check=True, env=os.environ | PLAIN)
        result = json.loads(used.read_text(encoding="utf-8"))
        printed = log.read_text(encoding="utf-8", errors="replace").strip()
        if result["stopped"]:
            return f"over {limit} s"
        if result["exit"] != 0:
            return f"failed: {printed.splitlines()[-1] if printed else result['exit']}"
        if program.finish:
            result |= program.finish(printed, answer)
        else:
            result |= json.loads(answer.read_text(encoding="utf-8"))
        if "times" in result:
            result["times"] = times_by_article(result, articles)
        return result


def run_all(programs, articles, limit, rounds):
    """For each program its runs, or the sentence of the first that failed."""
    runs = [[] for _ in programs]
    for number in range(1, rounds + 1):
        for i, program in enumerate(programs):
            if isinstance(runs[i], str) or any(run["cpu"] > LONG for run in runs[i]):
                continue
            print(f"run {number}: {program.name} {program.setting}", file=sys.stderr)
            result = run_once(program, articles, limit)
            runs[i] = result if isinstance(result, str) else [*runs[i], result]
    return runs


# --- the tables ----------------------------------------------------------------------------------


def cell(value, digits):
    return "–" if value is None else f"{value:.{digits}f}"


def used_row(runs, n_bytes):
    if isinstance(runs, str):
        return [runs.split(":")[0], *["–"] * (len(USED) - 1)]
    speed = max(run.get("speed") or n_bytes / 1e6 / run["seconds"] for run in runs)
    row = [cell(speed, 1 if speed >= 1 else 4)]
    if "times" not in runs[0]:  # a part of a program whose answer stands in another row
        return [*row, *["–"] * (len(USED) - 1)]
    row += [cell(min(run[what] for run in runs), 2) for what in ("wall", "cpu")]
    row += [cell(max(run["peak"] for run in runs), 0), str(runs[0]["failed"])]
    row.append(str(sum(map(len, runs[0]["times"].values()))))
    is_same = all(run["times"] == runs[0]["times"] for run in runs)
    return [*row, "–" if len(runs) == 1 else "yes" if is_same else "**no**"]


def right_row(times, corpora):
    row, all_counts = [], Counts()
    for articles in corpora.values():
        halves = {"B": Counts(), "all": Counts()}
        for each in articles:
            found = times.get(each.name, [])
            for counts in (halves["all"], all_counts):
                counts.add(each.gold, found)
            if is_half_b(f"{each.name}.tml"):
                halves["B"].add(each.gold, found)
        for counts in halves.values():
            row += [cell(score, 3) for score in counts.scores()[:2]]
    return [*row, cell(all_counts.scores()[2], 3)]


def hard_row(runs, articles):
    if isinstance(runs, str):
        return ["–", "–"]
    right, n_right, clean, n_clean = score_hard(articles, runs[0]["times"])
    return [f"{right} of {n_right}", f"{clean} of {n_clean}"]


def print_table(head, rows):
    print("| " + " | ".join(head) + " |")
    print("|" + " --- |" * 2 + " ---: |" * (len(head) - 2))
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print()


def main():
    options = parse()
    corpora = {
        name: [read_tml(path) for path in sorted((options.folder / name).glob("*.tml"))]
        for name in CORPORA
    }
    articles = sum(corpora.values(), [])
    n_bytes = sum(len(each.text.encode()) for each in articles)
    programs, notes = find_programs(options)
    all_runs = run_all(programs, articles, options.limit, ROUNDS)
    print(f"{len(articles)} articles, {n_bytes / 1e6:.2f} MB of text.\n")
    rows = []
    for program, runs in zip(programs, all_runs):
        rows.append([f"{program.name} {program.version}", program.setting, *used_row(runs, n_bytes)])
        if isinstance(runs, str) and runs.startswith("failed"):
            notes.append(f"{program.name}, {program.setting}, {runs}")
    print_table(["program", "setting", *USED], rows)

    head = ["program", "setting"]
    for name in CORPORA:
        head += [f"{name} {half}: {what}" for half in ("B", "all") for what in ("span", "value")]
    head.append("dates")
    answered = [
        (program, runs[0]["times"])
        for program, runs in zip(programs, all_runs)
        if not isinstance(runs, str) and "times" in runs[0]
    ]
    rows = [
        [f"{program.name} {program.version}", program.setting, *right_row(times, corpora)]
        for program, times in answered
    ]
    if options.hard:
        hard = read_hard(options.hard)
        head += ["hard cases", "traps"]
        for row, (program, _) in zip(rows, answered):
            if program.name == "Fabula":
                program.command.append("--quoted")
            row += hard_row(run_all([program], hard, options.limit, 1)[0], hard)
    print_table(head, rows)
    print("".join(f"- {note}\n" for note in notes), end="", flush=True)


if __name__ == "__main__":
    main()
