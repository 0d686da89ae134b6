"""The peers that are written in Python: dateparser's search_dates, parsedatetime's nlp.

    peer_python.py FOLDER ANSWER dateparser|parsedatetime

Reads FOLDER/DAY_LANGUAGE_NAME.txt; each article is read as of its day, "03/04" in the order of its
language. The answers are made into values of TIMEX3 when the clock has stopped; "" is a time without
one.
"""

import datetime
import json
import sys
import time
from pathlib import Path

PASSES, SECONDS = 5, 20  # the quickest pass counts; after so many seconds none is begun
LENGTH = {"year": 4, "month": 7, "week": 8, "day": 10, "time": 16}  # of a value


def timex(moment, grain):
    form = "%G-W%V" if grain == "week" else "%Y-%m-%dT%H:%M"
    return moment.strftime(form)[: LENGTH.get(grain, 10)]


def dateparser():
    from dateparser.search import search_dates

    def find(text, day, language):
        settings = {
            "RELATIVE_BASE": day,
            "DATE_ORDER": "MDY" if language == "en-US" else "DMY",
            "RETURN_TIME_AS_PERIOD": True,
        }
        return search_dates(text, ["en"], settings, add_period=True) or []

    def times(text, day, found):
        at = 0  # it says which words it took, not where they stand
        for words, moment, grain in found:
            begin = text.find(words, at)
            if begin >= 0:
                at = begin + len(words)
                is_now = moment == day and grain == "time"
                yield begin, at, "PRESENT_REF" if is_now else timex(moment, grain)

    return find, times


def parsedatetime():
    import parsedatetime as library

    # As news writes: a weekday is the last one, or today; a month is of this year.
    def calendar(locale):
        constants = library.Constants(locale, usePyICU=False)
        constants.DOWParseStyle, constants.CurrentDOWParseStyle = -1, True
        constants.YearParseStyle = 0
        return library.Calendar(constants, version=library.VERSION_CONTEXT_STYLE)

    american, other = calendar("en_US"), calendar("en_AU")

    def find(text, day, language):
        return (american if language == "en-US" else other).nlp(text, day) or []

    def times(_, __, found):
        for moment, context, begin, end, _ in found:
            yield begin, end, value(moment, context)

    def value(moment, context):
        if context.accuracy & context.ACU_NOW:
            return "PRESENT_REF"
        if context.accuracy & (context.ACU_HOUR | context.ACU_MIN | context.ACU_SEC):
            return timex(moment, "time")
        for grain in ("day", "week", "month", "year"):
            if context.accuracy & getattr(context, f"ACU_{grain.upper()}"):
                return timex(moment, grain)
        return ""

    return find, times


def main():
    folder, answer, program = sys.argv[1:]
    find, times = {"dateparser": dateparser, "parsedatetime": parsedatetime}[program]()
    articles = []
    for path in sorted(Path(folder).glob("*.txt")):
        day, language, _ = path.stem.split("_", 2)
        text = path.read_text(encoding="utf-8")
        articles.append((path.stem, text, datetime.datetime.fromisoformat(day), language))
    find("It rained on 3 May 2020.", datetime.datetime(2020, 5, 4), "en-GB")  # loads its tables
    passes = []
    while len(passes) < PASSES and sum(passes) < SECONDS:
        found, failed = [], 0
        begin = time.process_time()
        for _, text, day, language in articles:
            try:
                found.append(find(text, day, language))
            except Exception:  # whatever it is, the other articles are read
                found.append([])
                failed += 1
        passes.append(time.process_time() - begin)
    result = [
        [name, *each]
        for (name, text, day, _), ours in zip(articles, found)
        for each in times(text, day, ours)
    ]
    report = {"seconds": min(passes), "failed": failed, "unit": "codepoint", "times": result}
    Path(answer).write_text(json.dumps(report), encoding="utf-8")


main()
