"""datatrove: MinHash over runs of five words; signatures, buckets, clusters. Two workers.

The setting is buckets x hashes in each: 14 x 8 is its own, for a similarity of 0.72; 32 x 3 is
for 0.32.
Its own normalising and its own English word splitter. The pile is cut into two files, since a file
is what one worker reads.
"""

import os
import struct
import sys
import time
from pathlib import Path

os.environ["HF_HUB_OFFLINE"] = "1"

from answer import by_cluster, digest, write
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.dedup import MinhashDedupBuckets, MinhashDedupCluster, MinhashDedupSignature
from datatrove.pipeline.dedup.minhash import MinhashConfig
from datatrove.pipeline.readers import JsonlReader

WORKERS = 2


def cut(pile, folder):
    """The pile in WORKERS files of whole lines; returns the number of the first line of each."""
    lines = pile.read_bytes().splitlines(keepends=True)
    firsts = [len(lines) * i // WORKERS for i in range(WORKERS + 1)]
    for i in range(WORKERS):
        Path(folder, f"{i}.jsonl").write_bytes(b"".join(lines[firsts[i] : firsts[i + 1]]))
    return firsts[:-1]


def run(step, folder, name, tasks):
    LocalPipelineExecutor(
        pipeline=step, tasks=tasks, workers=WORKERS, logging_dir=f"{folder}/logs/{name}"
    ).run()


def find_clusters(pile, folder, setting):
    buckets, hashes = map(int, setting.split(" x "))
    config = MinhashConfig(n_grams=5, num_buckets=buckets, hashes_per_bucket=hashes)
    texts, signatures, pairs, clusters = (Path(folder, name) for name in "tspc")
    texts.mkdir()
    firsts = cut(pile, texts)
    reader = JsonlReader(str(texts))
    run([reader, MinhashDedupSignature(str(signatures), config)], folder, "signatures", WORKERS)
    run([MinhashDedupBuckets(str(signatures), str(pairs), config=config)], folder, "pairs", buckets)
    last = MinhashDedupCluster(str(pairs), str(clusters), config, save_cluster_id=True)
    run([last], folder, "clusters", 1)
    cluster_of = {}
    for i, first in enumerate(firsts):
        file = clusters / f"{i:06d}.clusters"
        data = file.read_bytes() if file.exists() else b""
        for article, cluster in struct.iter_unpack("<2I", data):
            cluster_of[first + article] = cluster
    return cluster_of, digest([signatures, pairs, clusters])


def main():
    pile, answer, folder, setting = sys.argv[1:]
    begin = time.perf_counter()
    cluster_of, output = find_clusters(Path(pile), folder, setting)
    write(answer, time.perf_counter() - begin, groups=by_cluster(cluster_of), output=output)


if __name__ == "__main__":
    main()
