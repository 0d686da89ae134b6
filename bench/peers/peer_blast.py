"""NCBI BLAST+ on text: letters written as amino acids, every article against every other.

The 20 most frequent letters of English stand for the 20 amino acids; the rest, blanks and marks are
left out. A place in the protein is a place in the text. Two threads.

Set for this pile, best of what was tried: seeds of six equal letters; PAM30, which of the matrices
of BLAST prices an unequal letter highest; a small X-drop. With the usual one the spans run on over
letters that are alike by chance: on 1 MB a precision of 0.28, not 0.88.
"""

import subprocess
import sys
import time

from answer import read_texts, write

LETTERS = "etaoinsrhldcumfpgwyb"
ACIDS = "ACDEFGHIKLMNPQRSTVWY"
CODE = dict(zip(LETTERS, ACIDS))
SEARCH = (
    "-matrix PAM30 -gapopen 9 -gapextend 1 -word_size 6 -threshold 400 -seg no -evalue 1e-20"
    " -xdrop_gap 8 -xdrop_gap_final 8 -comp_based_stats 0 -num_threads 2 -max_target_seqs 1000000"
).split()


def as_protein(text):
    """The protein, and of each acid the begin and end of its letter, in bytes of the text."""
    acids, places, at = [], [], 0
    for letter in text:
        size = len(letter.encode())
        acid = CODE.get(letter.lower())
        if acid:
            acids.append(acid)
            places.append((at, at + size))
        at += size
    return "".join(acids), places


def find_passages(texts, folder):
    places = []
    with open(f"{folder}/pile.fasta", "w", encoding="ascii") as fasta:
        for article, text in enumerate(texts):
            protein, of_text = as_protein(text)
            places.append(of_text)
            if protein:
                fasta.write(f">{article}\n{protein}\n")
    database = ["makeblastdb", "-dbtype", "prot", "-in", f"{folder}/pile.fasta"]
    subprocess.run([*database, "-out", f"{folder}/db"], check=True)
    search = ["blastp", "-db", f"{folder}/db", "-query", f"{folder}/pile.fasta", *SEARCH]
    fields = ["-outfmt", "6 qseqid sseqid qstart qend sstart send"]
    subprocess.run([*search, *fields, "-out", f"{folder}/hits"], check=True)
    passages = []
    with open(f"{folder}/hits", encoding="ascii") as hits:
        for line in hits:
            a, b, a_first, a_last, b_first, b_last = map(int, line.split())
            if a < b:
                in_a, in_b = places[a], places[b]
                spans = (in_a[a_first - 1][0], in_a[a_last - 1][1])
                passages.append([a, *spans, b, in_b[b_first - 1][0], in_b[b_last - 1][1]])
    return passages


def main():
    pile, answer, folder = sys.argv[1:]
    texts = read_texts(pile)
    begin = time.perf_counter()
    passages = find_passages(texts, folder)
    write(answer, time.perf_counter() - begin, passages=passages)


main()
