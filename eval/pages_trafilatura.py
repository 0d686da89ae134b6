#!/usr/bin/env python3
"""The rival on the same pages: trafilatura, scored as pages_eval scores Fabula.

    python3 -m venv VENV && VENV/bin/pip install trafilatura==2.3.1 lxml_html_clean
    VENV/bin/python eval/pages_trafilatura.py FOLDER

FOLDER holds html/NNNN.html.gz and truth/NNNN.json. Prints one row for the pages with an odd number,
one for the even ones and one for all, with the columns of pages_eval, and the speed on one core:
bytes of HTML by the time spent in trafilatura.
"""

import gzip
import json
import re
import sys
import time
from collections import Counter
from pathlib import Path

WORD = re.compile(r"\w+")


def words_in(text):
    return WORD.findall((text or "").lower())


def joined(words):
    return " " + " ".join(words) + " "


def score_page(html, truth):
    import trafilatura

    begin = time.process_time()
    found = trafilatura.bare_extraction(html, with_metadata=True)
    seconds = time.process_time() - begin
    fields = found.as_dict() if found is not None else {}
    words, gold = words_in(fields.get("text")), words_in(truth["main_content"])
    shared = sum((Counter(words) & Counter(gold)).values())
    text = joined(words)
    snippets = {
        key: (len(truth[key]), sum(joined(words_in(s)) in text for s in truth[key]))
        for key in ("with", "without")
    }
    day, author = truth.get("publish_date") or "", words_in(truth.get("author"))
    return {
        "f1": 2 * shared / (len(words) + len(gold)) if shared else 0.0,
        "precision": shared / len(words) if words else 0.0,
        "recall": shared / len(gold),
        **snippets,
        "title": words_in(fields.get("title")) == words_in(truth["title"]),
        "day": (fields.get("date") == day) if len(day) == 10 else None,
        "author": (author[0] in words_in(fields.get("author"))) if author else None,
        "seconds": seconds,
        "bytes": len(html.encode()),
    }


def mean(values):
    values = [value for value in values if value is not None]
    return sum(values) / len(values) if values else 0.0


def print_row(name, scores):
    columns = [mean(score[key] for score in scores) for key in ("f1", "precision", "recall")]
    for key in ("with", "without"):
        columns.append(sum(s[key][1] for s in scores) / max(1, sum(s[key][0] for s in scores)))
    columns += [mean(score[key] for score in scores) for key in ("title", "day", "author")]
    numbers = "".join(f" {c:8.4f}" for c in columns[:3]) + "".join(f" {c:8.3f}" for c in columns[3:])
    print(f"{name:<12} {len(scores):5}{numbers}")


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: pages_trafilatura.py FOLDER")
    folder = Path(sys.argv[1])
    scores = {}
    for path in sorted((folder / "truth").glob("*.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        if not words_in(truth.get("main_content")):
            continue
        packed = (folder / "html" / f"{path.stem}.html.gz").read_bytes()
        html = gzip.decompress(packed).decode("utf-8", errors="replace")
        scores[path.stem] = score_page(html, truth)
    if not scores:
        print(f"skipped: no pages in '{folder}'")
        return
    heads = "word F1,prec.,recall,with,without,title,day,author".split(",")
    print(f"{'trafilatura':<12} {'n':>5}" + "".join(f" {head:>8}" for head in heads))
    print_row("odd", [s for n, s in scores.items() if int(n[-1]) % 2 == 1])
    print_row("even", [s for n, s in scores.items() if int(n[-1]) % 2 == 0])
    print_row("all", list(scores.values()))
    seconds = sum(score["seconds"] for score in scores.values())
    size = sum(score["bytes"] for score in scores.values())
    print(f"speed: {size / seconds / 1e6:.1f} MB/s on one core")


if __name__ == "__main__":
    main()
