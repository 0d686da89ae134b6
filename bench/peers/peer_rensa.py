"""rensa: R-MinHash of 128 permutations over runs of five words, LSH, pairs, components.

The batch calls, which work in Rust; the runs are cut in Python. Candidates count when
their estimated similarity reaches the threshold. Bands: the divisor of 128 whose own threshold is
nearest to the one asked for.
"""

import sys
import time

from answer import components, read_texts, shingles, write
from rensa import RMinHash, RMinHashLSH

PERMUTATIONS = 128


def bands_for(threshold):
    divisors = [b for b in range(1, PERMUTATIONS + 1) if PERMUTATIONS % b == 0]
    return min(divisors, key=lambda b: abs((1 / b) ** (b / PERMUTATIONS) - threshold))


def find_groups(texts, threshold):
    sets = [shingles(text) for text in texts]
    sketches = RMinHash.from_token_sets(sets, PERMUTATIONS, 42)
    index = RMinHashLSH(threshold, PERMUTATIONS, bands_for(threshold))
    index.insert_many(sketches)
    pairs = [
        (other, article)
        for article, others in enumerate(index.query_all(sketches))
        for other in others
        if other < article and sketches[article].jaccard(sketches[other]) >= threshold
    ]
    return components(len(texts), pairs)


def main():
    pile, answer, _, threshold = sys.argv[1:]
    texts = read_texts(pile)
    begin = time.perf_counter()
    groups = find_groups(texts, float(threshold))
    write(answer, time.perf_counter() - begin, groups=groups)


main()
