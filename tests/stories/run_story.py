#!/usr/bin/env python3
"""Runs one .story file: a tiny invented pile and the lines expected of it.

    # story: a quote is cut on the way
    article river.html  date=2024-03-11  outlet=River Post
      <p>Maria Silva said: "We warned them."</p>
    article agency.txt  date=2024-03-12
      "We warned them," Silva told the River Post.
    build
    query quotes --who Silva --columns article,text
    ----
    river.html | We warned them.
    agency.txt | We warned them,
    refuse show q999
    ----
    no line with id 'q999'

article NAME   its lines are indented by two spaces; date= and outlet= become what such a file states
query          a command of fabula with its options; --columns picks columns ("article" is the
               article's file name); rows come as "a | b", in the order of the command
query-any      the same, rows in any order
refuse         a command that must fail, with words that its error must hold
expect-fail:   a known gap, with its reason: the story must fail, and is reported when it passes

Every story is built three times: on one thread; on eight threads with the inputs shuffled; in two
steps with `add`. All three must export the same bytes, hold under `verify`, and fit the schema.
"""
import argparse
import json
import pathlib
import random
import re
import shlex
import subprocess
import sys
import tempfile

SCHEMA = pathlib.Path(__file__).resolve().parents[2] / "schema" / "fabula.schema.json"


class Failure(Exception):
    pass


def page(lines, date, outlet):
    head = '<meta charset="utf-8">'
    if date:
        head += f'<meta property="article:published_time" content="{date}">'
    if outlet:
        head += f'<meta property="og:site_name" content="{outlet}">'
    return f"<!DOCTYPE html><html><head>{head}</head><body><article>\n" + "\n".join(lines) + "\n</article></body></html>\n"


def plain(lines, date, outlet):
    if outlet:
        stated = f"date: {date}\n" if date else ""
        return f"---\n{stated}outlet: {outlet}\n---\n\n" + "\n".join(lines) + "\n"
    return (f" date {date}\n\n" if date else "") + "\n".join(lines) + "\n"


def parse(text):
    """Returns (articles {name: content}, checks [(kind, command, expected lines)], expected failure)."""
    articles, checks, expect_fail = {}, [], None
    lines = text.splitlines()
    i = 0
    while i < len(lines):
        line = lines[i]
        i += 1
        if line.startswith("expect-fail:"):
            expect_fail = line.split(":", 1)[1].strip()
        elif line.startswith("article "):
            name, _, rest = line[len("article "):].strip().partition(" ")
            facts = dict(re.findall(r"(\w+)=(.*?)(?=\s+\w+=|$)", rest.strip()))
            body = []
            while i < len(lines) and (lines[i].startswith("  ") or not lines[i].strip()):
                body.append(lines[i][2:])
                i += 1
            while body and not body[-1].strip():
                body.pop()
            make = page if name.endswith(".html") else plain
            if name.endswith((".jsonl", ".csv")):
                articles[name] = "\n".join(body) + "\n"
            else:
                articles[name] = make(body, facts.get("date"), facts.get("outlet"))
        elif line.startswith(("query ", "query-any ", "refuse ")):
            kind, _, command = line.partition(" ")
            if i >= len(lines) or lines[i] != "----":
                raise Failure(f"'{line}' is not followed by a line '----'")
            i += 1
            expected = []
            while i < len(lines) and lines[i].strip() and not lines[i].startswith("#"):
                expected.append(lines[i].strip())
                i += 1
            checks.append((kind, shlex.split(command), expected))
        elif line.strip() and line.strip() != "build" and not line.startswith("#"):
            raise Failure(f"line {i} is not understood: '{line}'")
    return articles, checks, expect_fail


def run(fabula, *arguments, cwd, ok=True):
    done = subprocess.run([fabula, *arguments], cwd=cwd, capture_output=True, text=True, timeout=120)
    if ok and done.returncode != 0:
        raise Failure(f"fabula {shlex.join(arguments)} ended with {done.returncode}: {done.stderr}")
    if done.returncode < 0 or done.returncode == 70:
        raise Failure(f"fabula {shlex.join(arguments)} broke down: {done.stderr}")
    return done


def build_three_ways(fabula, names, folder):
    """Builds the pile in three ways; returns the exports."""
    shuffled = names[:]
    random.Random(1).shuffle(shuffled)
    run(fabula, "build", "-q", "--threads", "1", *names, "-o", "one.fabula", cwd=folder)
    run(fabula, "build", "-q", "--threads", "8", *shuffled, "-o", "eight.fabula", cwd=folder)
    half = max(1, len(names) // 2)
    run(fabula, "build", "-q", *shuffled[:half], "-o", "steps.fabula", cwd=folder)
    if shuffled[half:]:
        run(fabula, "add", "-q", "steps.fabula", *shuffled[half:], cwd=folder)
    exports = {}
    for store in ("one", "eight", "steps"):
        run(fabula, "verify", f"{store}.fabula", cwd=folder)
        exports[store] = run(fabula, "export", f"{store}.fabula", "--to", "json", cwd=folder).stdout
    return exports


def check_schema(export):
    try:
        import jsonschema
    except ImportError:
        print("skipped: jsonschema is not installed, the export was not compared with its schema")
        return
    schema = json.loads(SCHEMA.read_text())
    errors = list(jsonschema.Draft202012Validator(schema).iter_errors(export))
    if errors:
        raise Failure("the export does not fit the schema: " + errors[0].json_path + ": " + errors[0].message[:300])


def rows_of(fabula, command, folder):
    columns = None
    if "--columns" in command:
        at = command.index("--columns")
        columns = command[at + 1].split(",")
        command = command[:at] + command[at + 2:]
    out = run(fabula, command[0], "one.fabula", *command[1:], "--format", "jsonl", cwd=folder).stdout
    rows = []
    for line in out.splitlines():
        record = json.loads(line)
        if "source" in record:
            record["article"] = pathlib.PurePath(record["source"]).name
        for side in ("a", "b"):
            if f"{side}_source" in record:
                record[f"{side}_article"] = pathlib.PurePath(record[f"{side}_source"]).name
        missing = [c for c in columns or [] if c not in record]
        if missing:
            raise Failure(f"'{command[0]}' has no column {missing[0]}; it has {', '.join(record)}")
        cells = [record[c] for c in columns] if columns else list(record.values())
        rows.append(" | ".join("" if c is None else str(c) for c in cells).strip())
    return rows


def run_checks(fabula, checks, folder):
    for kind, command, expected in checks:
        shown = shlex.join(command)
        if kind == "refuse":
            done = run(fabula, command[0], "one.fabula", *command[1:], cwd=folder, ok=False)
            if done.returncode == 0:
                raise Failure(f"'{shown}' did not fail")
            for words in expected:
                if words not in done.stderr:
                    raise Failure(f"the error of '{shown}' does not say '{words}': {done.stderr}")
            continue
        rows = rows_of(fabula, command, folder)
        same = sorted(rows) == sorted(expected) if kind == "query-any" else rows == expected
        if not same:
            raise Failure(f"'{shown}' gave\n    " + "\n    ".join(rows) + "\n  expected\n    " + "\n    ".join(expected))


def run_story(fabula, path):
    articles, checks, expect_fail = parse(path.read_text())
    if not checks:
        raise Failure("the story checks nothing")
    try:
        with tempfile.TemporaryDirectory() as folder:
            for name, content in articles.items():
                (pathlib.Path(folder) / name).write_text(content)
            exports = build_three_ways(fabula, sorted(articles), folder)
            for store in ("eight", "steps"):
                if exports[store] != exports["one"]:
                    raise Failure(f"the export of '{store}' differs from that of one thread")
            check_schema(json.loads(exports["one"]))
            run_checks(fabula, checks, folder)
    except Failure:
        if expect_fail:
            print(f"fails as expected: {expect_fail}")
            return
        raise
    if expect_fail:
        raise Failure(f"passes now; take out 'expect-fail: {expect_fail}'")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--fabula", required=True, help="the program")
    parser.add_argument("story", type=pathlib.Path)
    arguments = parser.parse_args()
    try:
        run_story(str(pathlib.Path(arguments.fabula).resolve()), arguments.story)
    except Failure as failure:
        print(f"{arguments.story.name}: {failure}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
