"""datasketch: MinHash of 128 permutations over runs of five words, LSH, pairs, components.

One thread. The setting is a threshold of the Jaccard similarity, or "contained" and a threshold of
how much of the smaller set lies in the larger (LSH Ensemble, its index for texts of unlike length).
Candidates of the index count when their estimated similarity reaches the threshold.
"""

import sys
import time

from answer import components, read_texts, shingles, write
from datasketch import MinHash, MinHashLSH, MinHashLSHEnsemble

PERMUTATIONS = 128


def similar_pairs(sketches, threshold):
    index = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
    with index.insertion_session() as session:
        for article, sketch in enumerate(sketches):
            session.insert(article, sketch)
    for article, sketch in enumerate(sketches):
        for other in index.query(sketch):
            if other < article and sketch.jaccard(sketches[other]) >= threshold:
                yield other, article


def contained_pairs(sketches, sizes, threshold):
    index = MinHashLSHEnsemble(threshold=threshold, num_perm=PERMUTATIONS, num_part=16)
    index.index((article, sketch, sizes[article]) for article, sketch in enumerate(sketches))
    for article, sketch in enumerate(sketches):
        size = sizes[article]
        for other in index.query(sketch, size):
            if other == article or sizes[other] < size:
                continue
            similarity = sketch.jaccard(sketches[other])
            if similarity * (size + sizes[other]) / (1 + similarity) >= threshold * size:
                yield other, article


def find_groups(texts, setting):
    *kind, threshold = setting.split()
    sets = [shingles(text) for text in texts]
    encoded = ([run.encode() for run in runs] for runs in sets)
    sketches = MinHash.bulk(encoded, num_perm=PERMUTATIONS, seed=1)
    if kind:
        pairs = contained_pairs(sketches, list(map(len, sets)), float(threshold))
    else:
        pairs = similar_pairs(sketches, float(threshold))
    return components(len(texts), pairs)


def main():
    pile, answer, _, setting = sys.argv[1:]
    texts = read_texts(pile)
    begin = time.perf_counter()
    groups = find_groups(texts, setting)
    write(answer, time.perf_counter() - begin, groups=groups)


main()
