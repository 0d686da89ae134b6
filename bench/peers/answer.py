"""What the peers' programs share: reading the pile, words, groups of pairs, the answer.

A program is called as  PROGRAM PILE.jsonl ANSWER.json FOLDER [SETTING]  and writes

    {"search": seconds from the texts in memory to the answer,
     "output": digest of the peer's own files, where it writes any,
     "groups": [[article, ...], ...]                      two or more; articles by line, from 0
     or "passages": [[article, begin, end, article, begin, end], ...]}       bytes of the texts

FOLDER is empty and its own.
"""

import hashlib
import json
import re
from pathlib import Path

WORD = re.compile(r"\w+")
SHINGLE = 5  # words


def read_texts(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line)["text"] for line in file]


def shingles(text):
    """The runs of five words of a text, in lower case, without marks; each once, in order."""
    words = WORD.findall(text.lower())
    runs = (" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)))
    return list(dict.fromkeys(runs))


def components(n, pairs):
    """Groups of two or more of n articles that the pairs connect."""
    leader = list(range(n))

    def find(x):
        while leader[x] != x:
            leader[x] = leader[leader[x]]
            x = leader[x]
        return x

    for x, y in pairs:
        x, y = find(x), find(y)
        leader[max(x, y)] = min(x, y)
    return by_cluster({x: find(x) for x in range(n)})


def by_cluster(cluster_of):
    """Groups of two or more from a mapping of articles to clusters."""
    groups = {}
    for article, cluster in sorted(cluster_of.items()):
        groups.setdefault(cluster, []).append(article)
    return [group for group in groups.values() if len(group) > 1]


def digest(paths):
    """Of the names and bytes of files and of all files in folders."""
    files = []
    for path in map(Path, paths):
        files += [path] if path.is_file() else (f for f in path.rglob("*") if f.is_file())
    total = hashlib.sha256()
    for file in sorted(files):
        with open(file, "rb") as data:
            total.update(file.name.encode() + b"\0" + hashlib.file_digest(data, "sha256").digest())
    return total.hexdigest()


def write(path, search, **answer):
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"search": search, **answer}, file)
