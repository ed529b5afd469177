"""What is attacked with spoilt inputs, and what may come of each: it is used, or refused in words, and nothing else."""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from assessments import answers_file, catalog, editing
from assessments.answering import Desk, NotAccepted, open_assessment, start_from_file
from assessments.answers_file.printed import FIRST_LINE
from assessments.problems import Problem, Refused
from scoring import Method, assess
from scoring.names import advice_names
from scoring.rules import RuleError, parse
from tests.assessments.answers_file.test_printed import packed, plain
from tests.broken import hostile

ROOT = Path(__file__).resolve().parents[2]
SOCIAL_CRM = ROOT / "questionnaires" / "social_crm"
EXAMPLES = SOCIAL_CRM / "examples"
VALUES: Mapping[str, tuple[Any, ...]] = {  # what the names of a rule may stand for
    "number": (None, math.nan, 0, -1.5, 55, 1e9),
    "text": (None, "", "over_10"),
    "flag": (None, True, False),
    "list": (None, (), ("trend", "board")),
}
RULE = re.compile(r"^\s+(?:when|na_when|only_if): (.+)$", re.MULTILINE)
MOST_SAID = 201


@dataclass(frozen=True, slots=True)
class Target:
    """Something that takes inputs from people: good ones, how to try one, how many spoilt ones a short run tries."""

    good: Callable[[], tuple[bytes, ...]]
    attempt: Callable[[bytes, Desk], None]
    cases: int


@cache
def method() -> Method:
    return Method(catalog.load(SOCIAL_CRM))


def said_plainly(problems: tuple[Problem, ...]) -> None:
    """Check that a refusal names places and can be read."""
    assert 0 < len(problems) <= MOST_SAID
    for problem in problems:
        assert problem.line >= 1
        assert problem.column >= 1
        assert len(str(problem)) < 4000
        assert str(problem).replace("\n", "").isprintable()


# ------------------------------------------------------------------ rules


@cache
def rules() -> tuple[bytes, ...]:
    texts = (path.read_text(encoding="utf-8") for path in SOCIAL_CRM.glob("*.yaml"))
    return tuple({rule.strip().strip("'\"").encode() for text in texts for rule in RULE.findall(text)})


def attempt_rule(content: bytes, _desk: Desk) -> None:
    text, names = content.decode(errors="replace"), advice_names(method().questionnaire)
    try:
        rule = parse(text, names)
    except RuleError as refused:
        _within(text, refused)
        return
    dice = Random(content)
    for _ in range(3):
        values = {name: dice.choice(VALUES[names.plain.get(name, "number")]) for name in rule.names}
        known = {"ap": dice.choice(((), tuple(names.warnings))), "dk": dict.fromkeys(names.items, dice.random())}
        assert rule.holds({**values, **known}) in (True, False)
        rule.because({**values, **known})


def _within(text: str, refused: RuleError) -> None:
    assert 0 <= refused.start <= refused.end <= len(text)


# ------------------------------------------------------------------ the loader


@cache
def questionnaire_files() -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in sorted(SOCIAL_CRM.glob("*.yaml")))


@cache
def _good_texts() -> Mapping[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(SOCIAL_CRM.glob("*.yaml"))}


def attempt_questionnaire(content: bytes, _desk: Desk) -> None:
    texts = dict(_good_texts())
    name = Random(content).choice(sorted(texts))
    checked = catalog.check_texts({**texts, name: content.decode(errors="replace")})
    if checked.questionnaire is None:
        said_plainly(checked.problems)
    else:
        Method(checked.questionnaire)


# ------------------------------------------------------------------ answers


@cache
def answers() -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in sorted(EXAMPLES.glob("*.yaml")))


def attempt_answers(content: bytes, _desk: Desk) -> None:
    text = content.decode(errors="replace")
    checked = answers_file.check_text(text, Path("answers.yaml"), method().questionnaire)
    if checked.assessment is None:
        said_plainly(checked.problems)
    else:
        assess(method(), checked.assessment)


# ------------------------------------------------------------------ files that are brought back


@cache
def reports() -> tuple[bytes, ...]:
    """Return answers as they stand inside a team edition, packed and not, and as they are taken away in a file."""
    text = (EXAMPLES / "pebble.yaml").read_bytes()
    inside = f"{FIRST_LINE}\n".encode() + text
    return b"%PDF-1.7\n" + packed(inside), b"%PDF-1.7\n" + plain(inside), text


def attempt_report(content: bytes, desk: Desk) -> None:
    name = "report.pdf" if content[:1] == b"%" else "answers.yaml"
    try:
        brought = start_from_file(desk, name, content)
    except NotAccepted as refused:
        said = refused.sentence
    else:
        said = open_assessment(desk, brought.started.token).record.firm
    assert 0 < len(said) < 10_000


# ------------------------------------------------------------------ zips of the studio


def attempt_zip(content: bytes, _desk: Desk) -> None:
    try:
        editing.read_zip(content)
    except Refused as refused:
        said_plainly(refused.problems)


@cache
def zips() -> tuple[bytes, ...]:
    return (hostile.packed({name: text.encode() for name, text in _good_texts().items()}),)


TARGETS = {
    "rules": Target(rules, attempt_rule, 6000),
    "questionnaires": Target(questionnaire_files, attempt_questionnaire, 20),
    "answers": Target(answers, attempt_answers, 600),
    "reports": Target(reports, attempt_report, 250),
    "zips": Target(zips, attempt_zip, 1000),
}
