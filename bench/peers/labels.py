"""What is known of a generated pile (see eval/generate_news.cpp), for the scores."""

import json
import re
from bisect import bisect_left, bisect_right

TOKEN = re.compile(rb"\S+")
INSIDE = re.compile(r"\w.*\w|\w", re.DOTALL)
NOBODY = -1
WHOLE = ("original", "agency")  # kinds of articles that are nobody's copy


def read_lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


class Labels:
    """Articles by line of the pile, from 0."""

    def __init__(self, texts, lines):
        self.texts = [text.encode() for text in texts]
        self.lines = lines
        self.of_number = {line["number"]: i for i, line in enumerate(lines)}

    @staticmethod
    def read(pile, labels):
        return Labels([line["text"] for line in read_lines(pile)], read_lines(labels))

    def n_bytes(self):
        return sum(map(len, self.texts))

    def roots(self):
        """Of each article, the number of the one its chain of near copies begins with.

        None for those whose chain begins with an article that itself holds passages of others:
        whether such an article is a copy is a matter of taste, so they are not scored.
        """
        roots = []
        for line in self.lines:
            number, kind = line["number"], line["kind"]
            while kind == "near-copy":
                number = self.lines[self.of_number[number]]["parent"]
                if number in self.of_number:
                    kind = self.lines[self.of_number[number]]["kind"]
                else:
                    kind = WHOLE[0]  # an agency's story that is not in the pile
            roots.append(number if kind in WHOLE else None)
        return roots


class Words:
    """The words of the articles, one after the other: place, spelling, origin.

    begins, ends   bytes of the article's text
    spellings      equal numbers are equal words, folded to lower case without marks around them
    origins        equal numbers are the same word of the same article; NOBODY outside of the story
    firsts         firsts[i] to firsts[i + 1] are the words of article i
    n_unlike       runs of the labels whose number of words is another one here; 0 when all is well
    """

    def __init__(self, labels):
        self.begins, self.ends, self.spellings, self.firsts = [], [], [], [0]
        numbers = {}
        for text in labels.texts:
            for match in TOKEN.finditer(text):
                folded = fold(match[0])
                if folded is not None:
                    self.begins.append(match.start())
                    self.ends.append(match.end())
                    self.spellings.append(numbers.setdefault(folded, len(numbers)))
            self.firsts.append(len(self.begins))
        self.middles = [(begin + end) // 2 for begin, end in zip(self.begins, self.ends)]
        self.origins = [NOBODY] * len(self.begins)
        self.n_unlike = 0
        for article, line in enumerate(labels.lines):
            for run in line["runs"]:
                self.place_run(article, *run)

    def place_run(self, article, begin, end, origin, first_word, n):
        first, last = self.firsts[article], self.firsts[article + 1]
        low = bisect_right(self.ends, begin, first, last)
        high = bisect_left(self.begins, end, first, last)
        self.n_unlike += high - low != n
        for i in range(min(n, high - low)):
            self.origins[low + i] = (origin << 32) + first_word + i

    def inside(self, article, begin, end):
        """The words whose middle lies in [begin, end) of the article's text, as a range."""
        first, last = self.firsts[article], self.firsts[article + 1]
        low = bisect_left(self.middles, begin, first, last)
        return range(low, bisect_left(self.middles, end, low, last))


def fold(token):
    word = INSIDE.search(token.decode().lower().replace("’", "'"))
    return word[0] if word else None
