"""Every problem and advice code is documented with an example that is what the program says, and told in German."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from assessments.languages import Unspoken, speaking
from assessments.languages.catalogue import together
from assessments.problems import Problem
from assessments.problems.sentences import SENTENCES
from tests.broken.page import examples_page, problems

ENGLISH = re.compile(r"\b(the|is|this|there|should|but|with|write|of|are|them|it|one|which|correct)\b", re.IGNORECASE)

german_of = cache(together)


def test_the_page_of_examples_is_current(root: Path) -> None:
    """A code without an example cannot be printed; one whose example has changed differs here."""
    assert (root / "docs" / "problem-examples.md").read_text(encoding="utf-8") == examples_page()


def ours(words: tuple[tuple[str, object], ...]) -> Iterator[str]:
    """Yield the words of ours among those that fill a sentence, however deep."""
    for _, word in words:
        if isinstance(word, Unspoken):
            yield word.sentence
            yield from ours(word.values)


def found(problem: Problem, sentence: str) -> Iterator[str]:
    """Yield what was found in the file and fills a sentence, as it is printed."""
    words = dict(problem.words)
    for _, name, form, _ in Formatter().parse(sentence):
        if name and not isinstance(words[name], Unspoken):
            yield format(words[name], form or "")


@pytest.mark.parametrize("code", SENTENCES)
def test_every_problem_is_told_in_german_with_all_that_was_found(code: str) -> None:
    problem, saying = problems()[code], SENTENCES[code]
    with speaking("de"):
        spoken = ((problem.sentence, saying.says), (problem.remedy, saying.remedy))
    for german, english in spoken:
        values = list(found(problem, english))
        assert not [value for value in values if value not in german]
        for value in values:
            german = german.replace(value, "")
        assert not ENGLISH.findall(german), german


@pytest.mark.parametrize("code", SENTENCES)
def test_words_of_ours_inside_a_sentence_are_told_in_german_too(code: str) -> None:
    problem, german = problems()[code], german_of("de")
    assert not [word for word in ours(problem.words) if word and not german[word].string]
    plain = [word for _, word in problem.words if isinstance(word, str)]
    several = [piece for word in plain for piece in word.split(", ") if re.search("[a-z] [a-z]", piece)]
    assert not [piece for piece in several if piece not in problem.snippet], "words of ours are kept unspoken"
