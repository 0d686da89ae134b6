"""Time expressions of an answer against TimeML, by the rules of eval/times_eval; and the hard cases.

All places are code points, half-open; a time is (begin, end, value).
"""

import json
import re
from dataclasses import dataclass

PIECE = re.compile(r"(<[^>]*>|&[^;]{1,6};)")
ATTRIBUTE = re.compile(r' (\w+)="([^"]*)"')
DATE = re.compile(r"\d{4}(-\d\d){0,2}")
ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"'}


@dataclass
class Article:
    name: str
    day: str  # of publication, "1998-01-20"
    language: str
    text: str
    gold: list


def read_tml(path):
    """The text of <TEXT> without tags, with its times in the order in which they end."""
    xml = path.read_text(encoding="utf-8")
    created = re.search(r"<DCT>.*?<TIMEX3([^>]*)>", xml, re.DOTALL)[1]
    text, gold, begun = "", [], []
    for piece in PIECE.split(re.search(r"<TEXT>(.*?)</TEXT>", xml, re.DOTALL)[1]):
        if piece.startswith("<TIMEX3 "):
            begun.append((len(text), dict(ATTRIBUTE.findall(piece)).get("value", "")))
        elif piece.startswith("</TIMEX3") and begun:
            begin, value = begun.pop()
            gold.append((begin, len(text), value))
        elif PIECE.fullmatch(piece):
            text += "" if piece.startswith("<") else ENTITIES.get(piece, "'")
        else:
            text += piece
    day = dict(ATTRIBUTE.findall(created))["value"][:10]
    return Article(path.name.removesuffix(".tml"), day, "en-US", text, gold)


def is_half_b(name):
    """B reports; A is what Fabula's rules were developed on. FNV-1a of the file's name."""
    number = 0xCBF29CE484222325
    for byte in name.encode():
        number = (number ^ byte) * 0x100000001B3 % 2**64
    return (number >> 32) % 2 == 1


def overlap(one, other):
    return one[0] < other[1] and other[0] < one[1]


class Counts:
    """Of articles: each annotated time is paired with the first free one that overlaps it."""

    def __init__(self):
        self.gold = self.found = self.spans = self.values = 0
        self.dates = self.dates_right = 0

    def add(self, gold, found):
        self.gold += len(gold)
        self.found += len(found)
        free = sorted(found)
        for time in gold:
            match = next((each for each in free if overlap(each, time)), None)
            is_right = match is not None and match[2] == time[2]
            if match is not None:
                free.remove(match)
                self.spans += 1
            self.values += is_right
            if DATE.fullmatch(time[2]):
                self.dates += 1
                self.dates_right += is_right

    def scores(self):
        """F1 of the spans, F1 of spans with their values, share of the dates that are right."""
        both = self.gold + self.found
        spans, values = (2 * right / both if both else None for right in (self.spans, self.values))
        return spans, values, self.dates_right / self.dates if self.dates else None


# --- invented hard cases -------------------------------------------------------------------------


def read_hard(path):
    """Articles; gold is [(begin, end, right values, parts)] of the one time asked for, or [].

    parts: [(words, value), ...] that are as right as the one time, or [].
    """
    found = []
    for case in json.loads(path.read_text(encoding="utf-8"))["cases"]:
        text, gold = case["text"].encode(), []
        for time in case["expected"]:
            if time.get("target"):
                places = [len(text[: time[side]].decode()) for side in ("begin", "end")]
                others = {each["value"] for each in time.get("accept", [])}
                parts = [(each["text"], each["value"]) for each in time.get("accept_split", [])]
                gold.append((*places, {time["value"]} | others, parts))
        day = case["published"][:10]
        found.append(Article(case["id"], day, case["locale"], case["text"], gold))
    return found


def score_hard(articles, times):
    """[right, of, traps without any time, of]"""
    right = n_right = clean = n_clean = 0
    for article in articles:
        found = times.get(article.name, [])
        if article.gold:
            n_right += 1
            *place, values, parts = article.gold[0]
            here = [each for each in found if overlap(each, place)]
            split = [(article.text[begin:end], value) for begin, end, value in here]
            right += any(each[2] in values for each in here) or bool(parts) and split == parts
        else:
            n_clean += 1
            clean += not found
    return right, n_right, clean, n_clean
