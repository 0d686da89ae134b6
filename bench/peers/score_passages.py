"""How much of the copying in a pile the reported passages hold, and how much of them is copying.

recall      of the words that another article printed before; found when they lie in a passage with
            a word of the same origin on its other side. Also by the number of words copied.
precision   of the words of the passages, both sides: those whose origin stands on the other side,
            or that lie in an equal run of eight words; up to eight words between two such belong
            to what is around them.

The rules are those of eval/copying_scores.cpp, but for the places that edit scripts give to words:
only Fabula has them.
"""

from bisect import bisect_left

from labels import NOBODY

RUN = 8
GAP = 8
LENGTHS = (12, 20, 50)
CLASSES = ("8-12", "13-20", "21-50", "51+")


def fill_gaps(good):
    last = None
    for i, is_good in enumerate(good):
        if is_good:
            if last is not None and 1 < i - last <= GAP + 1:
                good[last:i] = [True] * (i - last)
            last = i


def runs_of(words, side):
    return [tuple(words.spellings[at : at + RUN]) for at in side[: max(0, len(side) - RUN + 1)]]


def accounted(words, here, there, same):
    """How many words of one side of a passage the other side accounts for."""
    good = list(same)
    fill_gaps(good)
    if not all(good):
        runs = set(runs_of(words, there))
        for i, run in enumerate(runs_of(words, here)):
            if run in runs:
                good[i : i + RUN] = [True] * RUN
        fill_gaps(good)
    return sum(good)


def copied_words(labels, words):
    """Of words that another article printed before, the class of how many were copied; by word."""
    printed = {}
    for article, line in enumerate(labels.lines):
        for at in range(words.firsts[article], words.firsts[article + 1]):
            origin = words.origins[at]
            printed[origin] = min(line["number"], printed.get(origin, line["number"]))
    classes = {}
    for article, line in enumerate(labels.lines):
        for part in line["copied"]:
            for at in words.inside(article, part["begin"], part["end"]):
                origin = words.origins[at]
                if origin != NOBODY and printed[origin] < line["number"]:
                    classes[at] = bisect_left(LENGTHS, part["taken"])
    return classes


def score_passages(labels, words, passages):
    found = bytearray(len(words.origins))
    n_good = n_words = 0
    for a, a_begin, a_end, b, b_begin, b_end in passages:
        in_a, in_b = words.inside(a, a_begin, a_end), words.inside(b, b_begin, b_end)
        for here, there in ((in_a, in_b), (in_b, in_a)):
            origins = set(words.origins[there.start : there.stop]) - {NOBODY}
            same = [words.origins[at] in origins for at in here]
            for at, is_same in zip(here, same):
                found[at] |= is_same
            n_good += accounted(words, here, there, same)
            n_words += len(here)
    whole, part = [0] * len(CLASSES), [0] * len(CLASSES)
    for at, length in copied_words(labels, words).items():
        whole[length] += 1
        part[length] += found[at]
    recall = sum(part) / sum(whole) if any(whole) else 1.0
    precision = n_good / n_words if n_words else 1.0
    return {
        "precision": precision,
        "recall": recall,
        "F1": 2 * recall * precision / (recall + precision) if recall + precision else 0.0,
        **{name: p / w if w else None for name, p, w in zip(CLASSES, part, whole)},
        "passages": len(passages),
    }
