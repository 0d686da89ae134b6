"""Quotations of an answer against annotated ones (brat stand-off with Source, Cue, Content).

All places are code points, half-open. A gold content is direct when it begins and ends with a
quotation mark. Compared are stretches: a content or a quotation line by line, without marks,
punctuation and blanks at the edges. What an answer has inside a content that only holds marks
somewhere ("the plan was “a mess” and would fail") is neither right nor wrong: its words are right
for one reading and not for the other.
"""

import re

MARKS = "\"“”„«»"
SPAN = re.compile(r"^(T\d+)\t\S+ ([\d ;]+)\t")
RELATION = re.compile(r"^E\d+\t(.+)")


def read_gold(path):
    """Contents with their sources: [([(begin, end), ...], [(begin, end), ...]), ...]."""
    spans, relations = {}, []
    for line in path.read_text(encoding="utf-8", errors="replace").split("\n"):
        if found := SPAN.match(line):
            pairs = [piece.split(" ") for piece in found[2].split(";")]
            spans[found[1]] = sorted((int(begin), int(end)) for begin, end in pairs)
        elif found := RELATION.match(line):
            relations.append(found[1].split())
    gold = []
    for roles in relations:
        places = {"Content": [], "Source": []}
        for role, _, target in (each.partition(":") for each in roles):
            if role in places:
                places[role] += spans.get(target, [])
        if places["Content"]:
            gold.append((sorted(places["Content"]), sorted(places["Source"])))
    return gold


def trimmed(text, begin, end):
    while begin < end and not text[begin].isalnum():
        begin += 1
    while begin < end and not text[end - 1].isalnum():
        end -= 1
    return begin, end


def stretches(text, ranges):
    """The ranges line by line, without what is no letter and no digit at the edges."""
    found = []
    for begin, end in ranges:
        for line in text[begin:end].split("\n"):
            low, high = trimmed(text, begin, begin + len(line))
            if low < high:
                found.append((low, high))
            begin += len(line) + 1
    return found


def is_mark(text, at):
    """Two apostrophes stand for a double mark."""
    if text[at] in MARKS:
        return True
    return text[at] == "'" and "'" in (text[at - 1 : at], text[at + 1 : at + 2])


def overlap(ranges, begin, end):
    return any(low < end and begin < high for low, high in ranges)


class Counts:
    """Of all articles: what the columns of the table are made from."""

    def __init__(self):
        self.gold = self.found = self.right = 0
        self.n_sources = self.named = self.named_right = 0

    def add(self, text, gold, quotations):
        """quotations: [(begin, end, begin of the speaker or -1, its end), ...] of this article."""
        direct, mixed, wanted = [], [], set()
        for content, source in gold:
            first, last = content[0][0], content[-1][1] - 1
            if is_mark(text, first) and is_mark(text, last):
                direct.append((content, source))
                wanted.update(stretches(text, content))
            elif any(is_mark(text, at) for b, e in content for at in range(b, e)):
                mixed += content
        given = set(stretches(text, [q[:2] for q in quotations]))
        right = given & wanted
        left_out = {each for each in given - right if overlap(mixed, *each)}
        self.gold += len(wanted)
        self.found += len(given - left_out)
        self.right += len(right)
        for content, source in direct:
            if not source:
                continue
            self.n_sources += 1
            here = [q for q in quotations if overlap(content, q[0], q[1]) and q[2] >= 0]
            self.named += bool(here)
            self.named_right += any(overlap(source, q[2], q[3]) for q in here)

    def scores(self):
        def share(part, whole):
            return part / whole if whole else None

        precision, recall = share(self.right, self.found), share(self.right, self.gold)
        both = self.found + self.gold
        return {
            "precision": precision,
            "recall": recall,
            "F1": share(2 * self.right, both),
            "speaker": share(self.named_right, self.n_sources),
            "of named": share(self.named_right, self.named),
        }
