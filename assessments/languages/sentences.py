"""Marked sentences, spoken in the language of whoever reads them."""

import re
from dataclasses import dataclass
from functools import cache

from assessments.languages.catalogue import catalogue
from assessments.languages.spoken import ENGLISH, LANGUAGES, language, speaking


def marked(sentence: str) -> str:
    """Mark a sentence for translation where it is written; it is spoken where it is shown, with ``say``."""
    return sentence


def say(sentence: str, /, **values: object) -> str:
    """Return a sentence in the language that is spoken; ``{names}`` in it stand for ``values``.

    Without values, braces stay as they are, so that the sentence can be filled in later, as ``Markup`` does.
    """
    spoken = catalogue(language()).gettext(sentence) if sentence and language() != ENGLISH else sentence
    return spoken.format(**values) if values else spoken


def say_counted(one: str, many: str, count: int, /, **values: object) -> str:
    """Return the sentence for a count, in the language that is spoken; ``{count}`` in it stands for the count."""
    if language() == ENGLISH:
        spoken = one if count == 1 else many
    else:
        spoken = catalogue(language()).ngettext(one, many, count)
    return spoken.format(**{"count": count, **values})


@dataclass(frozen=True, slots=True)
class Unspoken:
    """A marked sentence with its values: each time it is shown, it is spoken in the language of whoever reads then."""

    sentence: str
    values: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        return say(self.sentence, **dict(self.values))


def say_later(sentence: str, /, **values: object) -> Unspoken:
    """Return a sentence, or words inside one, for what is kept and read by others; a value may be unspoken in turn."""
    return Unspoken(sentence, tuple(values.items()))


def say_again(stored: str, *sentences: str) -> str:
    """Return text that was written with one of the marked ``sentences``, in whichever language, in the one spoken now.

    Any other text stays as it is: somebody wrote it.
    """
    for code in LANGUAGES:
        for sentence in sentences:
            with speaking(code):
                written = say(sentence)
            if found := _pattern(written).fullmatch(stored):
                return say(sentence, **found.groupdict())
    return stored


@cache
def _pattern(sentence: str) -> re.Pattern[str]:
    """Return what a sentence looks like once it is filled in."""
    return re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)", re.escape(sentence)), re.DOTALL)
