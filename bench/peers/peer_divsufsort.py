"""libdivsufsort: exact repeats of the texts' bytes, by suffix array and common prefixes.

One thread. The setting is the shortest repeat, in bytes: 50 is about eight words of news. Of the
suffixes in order, two neighbours of different articles that begin alike are a passage, unless it
could begin one byte earlier: so every byte that is repeated lies in a passage with one other
holder, not with all.
"""

import sys
import time

import numpy as np
from answer import read_texts, write
from pydivsufsort import divsufsort, kasai


def find_passages(texts, shortest):
    pile = b"\xff".join(texts) + b"\xff"  # no byte of UTF-8
    letters = np.frombuffer(pile, dtype=np.uint8)
    ends = np.flatnonzero(letters == 0xFF)
    firsts = np.concatenate(([0], ends[:-1] + 1))
    places = divsufsort(pile)
    common = kasai(pile, places)  # of each suffix and the next in order
    near = np.flatnonzero(common[: len(places) - 1] >= shortest)
    a, b, size = (x.astype(np.int64) for x in (places[near], places[near + 1], common[near]))
    of_a, of_b = np.searchsorted(ends, a), np.searchsorted(ends, b)
    size = np.minimum(size, np.minimum(ends[of_a] - a, ends[of_b] - b))
    could_begin_earlier = (letters[a - 1] == letters[b - 1]) & (letters[a - 1] != 0xFF)
    keep = (of_a != of_b) & (size >= shortest) & ~could_begin_earlier
    a, b, of_a, of_b, size = (x[keep] for x in (a, b, of_a, of_b, size))
    a, b = a - firsts[of_a], b - firsts[of_b]
    return np.stack([of_a, a, a + size, of_b, b, b + size], axis=1).tolist()


def main():
    pile, answer, _, shortest = sys.argv[1:]
    texts = [text.encode() for text in read_texts(pile)]
    begin = time.perf_counter()
    passages = find_passages(texts, int(shortest))
    write(answer, time.perf_counter() - begin, passages=passages)


main()
