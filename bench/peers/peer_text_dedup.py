"""text-dedup: MinHash of 128 permutations over runs of five words, LSH, components, verified pairs.

Two processes. Pairs of a component are verified by exact Jaccard similarity, its own option; a
component that lost pairs stays one group, as it stays in its output.
"""

import json
import os
import pickle
import sys
import time
from pathlib import Path

pile, answer, folder, threshold = sys.argv[1:5]
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["HF_DATASETS_CACHE"] = f"{folder}/cache"  # nothing is kept from round to round

from answer import by_cluster, write
from text_dedup.config.base import load_config_from_toml
from text_dedup.minhash import main as find_duplicates

SETTINGS = f"""
[input]
input_type = "local_files"
file_type = "json"
read_arguments = {{ path = "json", data_files = {json.dumps(pile)}, split = "train" }}
[algorithm]
algorithm_name = "minhash"
text_column = "text"
num_perm = 128
ngram_size = 5
threshold = {float(threshold)}
check_false_positive = true
num_proc = 2
[output]
output_dir = {json.dumps(folder + "/out")}
skip_filtering = true
save_clusters = true
keep_index_column = true
[debug]
"""


def main():
    begin = time.perf_counter()
    settings = Path(folder, "settings.toml")
    settings.write_text(SETTINGS, encoding="utf-8")
    find_duplicates(load_config_from_toml(settings))
    with open(f"{folder}/out/clusters.pickle", "rb") as file:
        clusters = pickle.load(file)
    write(answer, time.perf_counter() - begin, groups=by_cluster(clusters))


if __name__ == "__main__":
    main()
