"""The programs that are compared: what they need, how they are called, which version answers.

A program reads the pile and leaves an answer (see answer.py). Fabula's answer is taken from what it
exported, after the clock has stopped.
"""

import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from answer import digest

HERE = Path(__file__).resolve().parent


class Missing(Exception):
    """Why a program cannot be run here."""


@dataclass
class Program:
    name: str
    version: str
    setting: str
    command: list  # "{pile}", "{answer}" and "{folder}" are filled in
    finish: object = None  # finish(pile, answer, folder, log) makes the answer afterwards
    only_search: bool = False  # the process does more than once what it measures

    def arguments(self, **places):
        return [str(part).format(**places) for part in self.command]


def output_of(*command):
    try:
        done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError) as problem:
        raise Missing(f"{command[0]} does not run") from problem
    return done.stdout.strip()


# --- Fabula --------------------------------------------------------------------------------------


def built(options, path):
    program = Path(options.build).resolve() / path
    if not program.exists():
        raise Missing(f"{program.name} is not built")
    return program


def fabula(options, question):
    """The whole program, as it is used: a store, and everything in it as JSON lines."""
    program = built(options, "fabula")
    version = output_of(program, "--version").split()[1]
    build = f'"{program}" build -q "{{pile}}" -o "{{folder}}/pile.fabula"'
    build += f" --threads {options.threads} --not-after 2100-01-01"  # the pile's days lie ahead
    export = f'"{program}" export -q "{{folder}}/pile.fabula" --to jsonl -o "{{folder}}/pile.jsonl"'

    def finish(pile, answer, folder, _):
        n_articles = pile.read_bytes().count(b"\n")
        exported = Path(folder, "pile.jsonl")
        found = {question: read_export(exported, question, n_articles)}
        answer.write_text(json.dumps({"output": digest([exported]), **found}), encoding="utf-8")

    command = ["sh", "-c", f"{build} && {export}"]
    return [Program("Fabula", version, "build, export", command, finish)]


def read_export(path, question, n_articles):
    """Groups or passages from the lines of an export; articles as numbers of lines of the pile."""
    kind = {"groups": "copies", "passages": "reuse"}[question]
    line_of, found = {}, []
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.startswith('{"record":"article"'):
                article = json.loads(line)
                line_of[article["id"]] = int(article["source"].rsplit(":", 1)[1]) - 1
            elif line.startswith(f'{{"record":"{kind}"'):
                found.append(json.loads(line))
    if len(line_of) != n_articles:
        raise ValueError(f"{n_articles} articles in the pile, {len(line_of)} in the export")
    if question == "groups":
        return [[line_of[article] for article in group["articles"]] for group in found]
    sides = [(link["a"], link["b"]) for link in found]
    return [
        [x for side in two for x in (line_of[side["article"]], side["begin"], side["end"])]
        for two in sides
    ]


def fabula_search(options, _):
    """The search for shared passages and groups alone, as bench/reuse_bench prints it."""
    program = built(options, "bench/reuse_bench")
    version = output_of(built(options, "fabula"), "--version").split()[1]
    command = [program, "{pile}", "--sizes", "0", "--threads", options.threads]

    def finish(_, answer, __, log):
        printed = log.read_text(encoding="utf-8")
        seconds = float(re.search(r"MB\s+([\d.]+) s", printed)[1])
        answer.write_text(json.dumps({"search": seconds}), encoding="utf-8")

    return [Program("Fabula", version, "the search alone", command, finish, only_search=True)]


# --- the others ----------------------------------------------------------------------------------


def from_python(name, package, script, settings):
    def find(options, _):
        python = Path(options.peers).resolve() / "venv/bin/python"
        if not python.exists():
            raise Missing("it is not installed (see bench/peers/setup)")
        ask = f"from importlib.metadata import version; print(version('{package}'))"
        try:
            version = output_of(python, "-c", ask)
        except Missing as problem:
            raise Missing("it is not installed (see bench/peers/setup)") from problem
        command = [python, HERE / script, "{pile}", "{answer}", "{folder}"]
        return [Program(name, version, s, [*command, s.split(" ", 1)[1]]) for s in settings]

    return find


def blast(*_):
    for program in ("makeblastdb", "blastp"):
        if not shutil.which(program):
            raise Missing(f"{program} is not installed (Debian's ncbi-blast+)")
    version = output_of("blastp", "-version").split()[1].rstrip("+")
    command = [sys.executable, HERE / "peer_blast.py", "{pile}", "{answer}", "{folder}"]
    return [Program("NCBI BLAST+", version, "blastp, X-drop 8", command)]


def dolos(options, _):
    package = Path(options.peers).resolve() / "node_modules/@dodona/dolos-core/package.json"
    if not shutil.which("node"):
        raise Missing("node is not installed")
    if not package.exists():
        raise Missing("it is not installed (see bench/peers/setup)")
    version = json.loads(package.read_text(encoding="utf-8"))["version"]
    script = HERE / "peer_dolos.mjs"
    command = ["node", script, "{pile}", "{answer}", "{folder}", package.parents[3]]
    settings = {"winnowing, 1 hit": 1, "winnowing, 2 hits": 2}
    return [Program("dolos-core", version, s, [*command, n]) for s, n in settings.items()]


OURS = {"Fabula": fabula, "Fabula's search": fabula_search}
PEERS = {
    "passages": {
        "NCBI BLAST+": blast,
        "libdivsufsort": from_python(
            "libdivsufsort", "pydivsufsort", "peer_divsufsort.py", ["repeats 50"]
        ),
        "dolos-core": dolos,
    },
    "groups": {
        "datasketch": from_python(
            "datasketch",
            "datasketch",
            "peer_datasketch.py",
            ["Jaccard 0.7", "Jaccard 0.3", "Ensemble contained 0.6"],
        ),
        "rensa": from_python(
            "rensa", "rensa", "peer_rensa.py", ["Jaccard 0.7", "Jaccard 0.3"]
        ),
        "text-dedup": from_python(
            "text-dedup", "text-dedup", "peer_text_dedup.py", ["Jaccard 0.7", "Jaccard 0.3"]
        ),
        "datatrove": from_python(
            "datatrove", "datatrove", "peer_datatrove.py", ["buckets 14 x 8", "buckets 32 x 3"]
        ),
    },
}


def find_programs(options, question):
    """The programs that can be run here, and for each that cannot, its name and why."""
    found, skipped = [], []
    for name, find in {**OURS, **PEERS[question]}.items():
        try:
            found += find(options, question)
        except Missing as reason:
            skipped.append(f"{name} was skipped: {reason}.")
    return found, skipped
