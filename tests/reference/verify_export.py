#!/usr/bin/env python3
"""Checks an export of Fabula against the articles it was made from.

    fabula export STORE --to json --text full -o pile.json
    python3 verify_export.py pile.json

Shares nothing with the program but the files: it reads the export, and for plain text articles the
inputs themselves, and holds every statement against the words.

- the text of an article is that of its file (.txt in UTF-8) and has the SHA-256 it is named by
- every span lies inside its article, on whole characters, and holds the text it says
- every row of `reuse` is made of allowed values; its two spans hold at least as many words as it
  counts
- every edit script, walked through both articles: the text between two edits is equal, `was` stands
  at `a`, `now` stands at `b`, and both sides end together
- passages, copies, families, stories and news name records that exist, and parents make a tree

Prints what was checked and exits 0, or lists every fault with its place and exits 1; 2 when there is
no export to check. Needs Python 3.11, nothing else.
"""
import argparse
import hashlib
import json
import pathlib
import re
import sys
import unicodedata
from collections import Counter, defaultdict

CLASSES = {"agency", "release", "copy", "common-source", "quote", "self", "furniture", "credit", "chance"}
DIRECTIONS = {"a->b", "b->a", "unknown"}
OPS = {"cut", "insert", "replace", "case", "mark", "space", "ellipsis", "restored", "sic", "bracket", "unbracket",
       "censor", "uncensor", "spelling", "number", "attribution", "pronoun", "tense"}
STANDINGS = {"origin", "copy", "undecidable", "unknown"}
CHANGES = {"same", "cut", "altered", "whole"}
LABELS = {"new", "update", "correction", "repeat", "background", "comment"}
ID = re.compile(r"[a-z][0-9a-f]{16}\Z")
RULE = re.compile(r"[a-z]+(\.[a-z0-9-]+)+\Z")


class Unit:
    """Text as a sequence of what begin and end count."""

    SIZES = {"byte": ("utf-8", 1), "codepoint": ("utf-32-le", 4), "utf16": ("utf-16-le", 2)}

    def __init__(self, name):
        self.name = name
        self.encoding, self.size = self.SIZES[name]

    def encode(self, text):
        return text.encode(self.encoding)


class Article:
    def __init__(self, index, text, unit):
        self.index = index
        self.unit = unit
        self.units = unit.encode(text)
        self.length = len(self.units) // unit.size

    def between(self, begin, end):
        return self.units[begin * self.unit.size:end * self.unit.size]

    def on_character(self, at):
        if at == self.length or self.unit.name == "codepoint":
            return True
        first = self.between(at, at + 1)
        if self.unit.name == "byte":
            return first[0] & 0xC0 != 0x80
        return first[1] & 0xFC != 0xDC


def is_count(value):
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def count_words(text):
    """No fewer words than any sensible count gives: letters and digits in a row, ideographs alone."""
    n = 0
    in_word = False
    for c in unicodedata.normalize("NFKC", text):
        letter = c.isalnum() or unicodedata.category(c).startswith(("M", "L"))
        alone = letter and ord(c) >= 0x2E80
        n += letter and (alone or not in_word)
        in_word = letter and not alone
    return n


def letters_only(text):
    return "".join(c for c in unicodedata.normalize("NFKD", text).casefold() if c.isalnum())


class Verifier:
    def __init__(self, export, root):
        self.export = export
        self.root = root
        self.faults = []
        self.counts = Counter()
        self.articles = {}

    def fault(self, where, what):
        self.faults.append(f"{where}: {what}")

    def check(self, holds, where, what):
        if not holds:
            self.fault(where, what)
        return holds

    def run(self):
        self.unit = Unit(self.export["fabula"]["unit"])
        for index, record in enumerate(self.export["articles"]):
            self.read_article(index, record)
        for section in ("quotes", "times", "reuse", "events", "passages", "news", "articles"):
            for index, record in enumerate(self.export.get(section, [])):
                without_text = {**record, "text": None} if section == "articles" else record
                self.check_spans(f"{section}[{index}] {record.get('id', '')}".rstrip(), without_text)
        for section in ("articles", "people", "quotes", "families", "times", "reuse", "copies", "stories", "events",
                        "passages"):
            self.check_ids(section)
        self.check_reuse()
        self.check_passages()
        self.check_copies()
        self.check_families()
        for index, item in enumerate(self.export.get("news", [])):
            self.counts["news"] += 1
            self.check(item["label"] in LABELS, f"news[{index}]", f"label '{item['label']}'")
        return not self.faults

    # --- articles ------------------------------------------------------------------------------

    def read_article(self, index, record):
        where = f"articles[{index}] {record['id']}"
        text = record.get("text")
        from_file = self.text_of_file(where, record)
        if text is None:
            text = from_file
        if text is None:
            self.fault(where, "its text is neither in the export (export with --text full) nor in a file at hand")
            return
        if from_file is not None:
            self.counts["re-read"] += 1
            self.check(from_file == text, where, f"the text is not that of {record['source']}")
        digest = hashlib.sha256(text.encode()).hexdigest()
        self.check(digest == record["sha256"], where, "the text has another SHA-256")
        self.articles[record["id"]] = Article(index, text, self.unit)
        self.counts["articles"] += 1

    def text_of_file(self, where, record):
        """The decoded file of a plain text article; None for other kinds and other encodings."""
        path = self.root / record["source"]
        if path.suffix != ".txt" or not path.is_file():
            return None
        raw = path.read_bytes()
        if "capture_sha256" in record:
            self.check(hashlib.sha256(raw).hexdigest() == record["capture_sha256"], where,
                       f"{record['source']} is not the file that was read")
        try:
            return raw.decode("utf-8")  # with the mark at its start: offsets are offsets in the file
        except UnicodeDecodeError:
            return None

    # --- spans ---------------------------------------------------------------------------------

    def check_spans(self, where, value):
        if isinstance(value, dict):
            if {"article", "begin", "end", "text"} <= value.keys():
                self.check_span(where, value)
            for key, child in value.items():
                self.check_spans(f"{where}.{key}", child)
        elif isinstance(value, list):
            for index, child in enumerate(value):
                self.check_spans(f"{where}[{index}]", child)

    def check_span(self, where, span):
        self.counts["spans"] += 1
        article = self.articles.get(span["article"])
        if article is None:
            return self.fault(where, f"no article '{span['article']}'")
        begin, end = span["begin"], span["end"]
        if not (is_count(begin) and is_count(end) and begin < end <= article.length):
            return self.fault(where, f"[{begin}, {end}) is no stretch of {article.length} {self.unit.name}s")
        if not (article.on_character(begin) and article.on_character(end)):
            return self.fault(where, f"[{begin}, {end}) cuts a character")
        if article.between(begin, end) != self.unit.encode(span["text"]):
            self.fault(where, "the article has other words there")

    def check_ids(self, section):
        seen = set()
        for index, record in enumerate(self.export.get(section, [])):
            name = record.get("id", "")
            self.check(ID.match(name), f"{section}[{index}]", f"'{name}' is no id")
            self.check(name not in seen, f"{section}[{index}]", f"the id {name} is there twice")
            seen.add(name)

    def place(self, span):
        """Where a span stands in the order of the export; None when it stands nowhere."""
        article = self.articles.get(span["article"])
        return None if article is None else (article.index, span["begin"], span["end"])

    # --- reuse ---------------------------------------------------------------------------------

    def check_reuse(self):
        last = None
        of_pair = defaultdict(list)
        for index, row in enumerate(self.export["reuse"]):
            where = f"reuse[{index}] {row['id']}"
            n_before = len(self.faults)
            self.counts["reuse"] += 1
            self.check(row["class"] in CLASSES, where, f"class '{row['class']}'")
            self.check(row["direction"] in DIRECTIONS, where, f"direction '{row['direction']}'")
            self.check(bool(row["because"]), where, "no reason")
            self.check(RULE.match(row.get("rule", "")), where, f"rule '{row.get('rule')}'")
            a, b = row["a"], row["b"]
            self.check(a["article"] != b["article"], where, "both sides are in one article")
            self.check_amounts(where, row)
            places = (self.place(a), self.place(b))
            if None in places:
                continue  # told already
            self.check(last is None or last < places, where, "out of order")
            last = places
            of_pair[a["article"], b["article"]].append((b["begin"], b["end"]))
            self.check_script(where, row)
            if len(self.faults) == n_before:
                self.counts["rows that hold"] += 1
        for spans in of_pair.values():
            spans.sort()
            self.counts["rows that share words of b"] += sum(end > begin for (_, end), (begin, _) in zip(spans, spans[1:]))

    def check_amounts(self, where, row):
        words, similarity = row["words"], row["similarity"]
        least = min(count_words(row["a"]["text"]), count_words(row["b"]["text"]))
        if not (is_count(words) and words > 0):
            return self.fault(where, f"{words} words")
        self.check(words <= least, where, f"{words} equal words, but a side has only {least}")
        if not (isinstance(similarity, (int, float)) and 0 < similarity <= 1):
            return self.fault(where, f"similarity {similarity}")
        if row["a"]["text"] == row["b"]["text"]:
            self.check(similarity == 1, where, f"similarity {similarity} of equal texts")
        aligned = words / similarity  # as printed: cut to four decimals
        most = count_words(row["a"]["text"]) + count_words(row["b"]["text"])
        self.check(aligned <= most * 1.001 + 1, where, f"{aligned:.0f} aligned words of {most}")

    def check_script(self, where, row):
        """Walks through both sides; the edits are all that may differ."""
        a, b = self.articles[row["a"]["article"]], self.articles[row["b"]["article"]]
        at_a, at_b = row["a"]["begin"], row["b"]["begin"]
        end_a, end_b = row["a"]["end"], row["b"]["end"]
        for index, edit in enumerate(row["edits"]):
            here = f"{where}.edits[{index}]"
            self.counts["edits"] += 1
            if not (is_count(edit["a"]) and is_count(edit["b"]) and at_a <= edit["a"] and at_b <= edit["b"]):
                return self.fault(here, f"stands at {edit['a']}, {edit['b']}, before {at_a}, {at_b}")
            if a.between(at_a, edit["a"]) != b.between(at_b, edit["b"]):
                return self.fault(here, f"the texts before it differ, from {at_a} and {at_b} on")
            was, now = self.unit.encode(edit["was"]), self.unit.encode(edit["now"])
            at_a = edit["a"] + len(was) // self.unit.size
            at_b = edit["b"] + len(now) // self.unit.size
            if at_a > end_a or at_b > end_b:
                return self.fault(here, "reaches over the end of the passage")
            self.check(a.between(edit["a"], at_a) == was, here, f"'{edit['was']}' does not stand at {edit['a']}")
            self.check(b.between(edit["b"], at_b) == now, here, f"'{edit['now']}' does not stand at {edit['b']}")
            self.check_edit(here, edit)
        if a.between(at_a, end_a) != b.between(at_b, end_b):
            self.fault(where, f"the texts differ behind the last edit, from {at_a} and {at_b} on")

    def check_edit(self, where, edit):
        op, was, now = edit["op"], edit["was"], edit["now"]
        self.check(op in OPS, where, f"op '{op}'")
        self.check(was != now, where, "changes nothing")
        self.check(op != "cut" or not now, where, f"a cut puts '{now}' in")
        self.check(op not in ("insert", "sic") or not was, where, f"an insert takes '{was}' out")
        if op in ("case", "space"):
            self.check(letters_only(was) == letters_only(now), where, f"{op}, but the letters differ")
        if op == "mark":  # marks alone, or one word written with others
            self.check(letters_only(was) == letters_only(now), where, "mark, but the words differ")

    # --- records that name others --------------------------------------------------------------

    def check_passages(self):
        for index, passage in enumerate(self.export.get("passages", [])):
            where = f"passages[{index}] {passage['id']}"
            holders = passage["holders"]
            self.counts["passages"] += 1
            self.check(len(holders) >= 2, where, f"{len(holders)} holders")
            places = [self.place(holder) for holder in holders]
            if None in places:
                continue
            self.check(places == sorted(places), where, "holders out of order")
            self.check(len({place[0] for place in places}) == len(places), where, "an article holds it twice")
            for n, holder in enumerate(holders):
                self.check_holder(f"{where}.holders[{n}]", holders, n, holder)
            self.check_tree(where, holders)

    def check_holder(self, where, holders, n, holder):
        self.counts["holders"] += 1
        standing, parent, second = holder["standing"], holder["from"], holder["runner_up"]
        self.check(standing in STANDINGS, where, f"standing '{standing}'")
        for name, other in (("from", parent), ("runner_up", second)):
            if other is not None and not (is_count(other) and other < len(holders) and other != n):
                return self.fault(where, f"{name} {other} is no other holder")
        self.check((standing == "copy") == (parent is not None), where, f"{standing} from {parent}")
        self.check(second is None or second != parent, where, "from and runner_up are one")
        self.check(is_count(holder["margin"]), where, f"margin {holder['margin']}")
        self.check(all(isinstance(reason, str) and reason for reason in holder["because"]), where, "an empty reason")
        evidence = holder["evidence"]
        self.check(len(evidence) % 2 == 0, where, "evidence without its counterpart")
        if parent is not None:
            for k, span in enumerate(evidence):
                owner = holders[parent if k % 2 else n]["article"]
                self.check(span["article"] == owner, f"{where}.evidence[{k}]", "lies in another article")

    def check_tree(self, where, holders):
        for n in range(len(holders)):
            at, steps = n, 0
            while at is not None and steps <= len(holders):
                parent = holders[at]["from"]
                at = parent if is_count(parent) and parent < len(holders) else None
                steps += 1
            if steps > len(holders):
                return self.fault(where, f"holder {n} comes from itself")

    def check_copies(self):
        ids = {record["id"] for record in self.export["articles"]}
        grouped = Counter()
        for section in ("copies", "stories"):
            for index, group in enumerate(self.export[section]):
                where = f"{section}[{index}] {group['id']}"
                self.counts[section] += 1
                for article in group["articles"]:
                    self.check(article in ids, where, f"no article '{article}'")
                self.check(len(set(group["articles"])) == len(group["articles"]), where, "an article is in it twice")
                if section == "copies":
                    self.check(len(group["articles"]) >= 2, where, "a group of one")
                    grouped.update(group["articles"])
        for article, n in grouped.items():
            self.check(n == 1, f"copies of {article}", f"the article is in {n} groups")

    def check_families(self):
        quotes = {record["id"] for record in self.export["quotes"]}
        for index, family in enumerate(self.export["families"]):
            where = f"families[{index}] {family['id']}"
            self.counts["families"] += 1
            members = [member["quote"] for member in family["members"]]
            self.check(len(members) >= 2, where, f"{len(members)} members")
            self.check(family["first"] is None or family["first"] in members, where, "its first is no member")
            may_be = family["could_be_first"]
            self.check(may_be and set(may_be) <= set(members), where, "what could be first is no member")
            self.check(family["first"] is None or family["first"] in may_be, where, "its first could not be first")
            for testimony in family["speakers"] + family["channels"] + family["said"]:
                self.check(set(testimony["quotes"]) <= set(members), where, "a testimony of no member")
            for n, member in enumerate(family["members"]):
                here = f"{where}.members[{n}]"
                self.check(member["quote"] in quotes, here, f"no quote '{member['quote']}'")
                self.check(member["change"] in CHANGES, here, f"change '{member['change']}'")
                self.check(member["from"] is None or (member["from"] in members and member["from"] != member["quote"]),
                           here, "comes from no other member")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("export", type=pathlib.Path, help="what `fabula export STORE --to json` wrote")
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(),
                        help="the folder that the sources of the export are named from")
    options = parser.parse_args()
    try:
        export = json.loads(options.export.read_bytes())
        verifier = Verifier(export, options.root)
        holds = verifier.run()
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        print(f"{options.export}: no export to check ({type(error).__name__}: {error})", file=sys.stderr)
        return 2
    counts = ", ".join(f"{n} {name}" for name, n in sorted(verifier.counts.items()) if n)
    if holds:
        print(f"holds: {counts}")
        return 0
    for fault in verifier.faults:
        print(fault)
    print(f"{len(verifier.faults)} faults: {counts}")
    return 1


if __name__ == "__main__":
    sys.exit(main())
