"""The reader's language: which one is spoken, marked sentences in it, numbers, dates and times in its form.

English is the language of the code. A sentence is marked where it is written, and spoken where it is shown:

    say("{name} opens at {time}.", name=firm, time=time(opening))      # in the language of whoever reads
    say_counted("{count} answer", "{count} answers", 3)                # with its plural
    TITLES = {"open": marked("Open"), "closed": marked("Closed")}      # a table, spoken later: say(TITLES[state])
    say_later("number {number} of {list}", number=2, list=name)       # kept for whoever reads it, spoken by str()

What is stored is never a spoken sentence. ``python -m assessments.languages`` brings the files under ``translations``
up to date with the code; ``docs/languages.md`` tells translators how.
"""

from assessments.languages.formats import date, number, percent, time
from assessments.languages.sentences import Unspoken, marked, say, say_again, say_counted, say_later
from assessments.languages.spoken import ENGLISH, LANGUAGES, known, language, speak, speaking, unless_spoken

__all__ = [
    "ENGLISH",
    "LANGUAGES",
    "Unspoken",
    "date",
    "known",
    "language",
    "marked",
    "number",
    "percent",
    "say",
    "say_again",
    "say_counted",
    "say_later",
    "speak",
    "speaking",
    "time",
    "unless_spoken",
]
