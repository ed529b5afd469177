"""What things are called in front of readers: firms, stages, factors, pillars and roles."""

import unicodedata
from collections.abc import Iterable

from assessments.languages import ENGLISH, language, say
from assessments.wording.numbers import begun
from scoring.model import Choice, Item, Multi, Questionnaire

LONGEST_FIRM = 60  # characters

_LEFT_OUT = {"Cc", "Cf", "Cs", "Co", "Cn"}  # controls, direction marks, halves of characters, unassigned
_JOINER = "\u200d"  # holds emoji together
_RIGHT_TO_LEFT = {"R", "AL"}
_ISOLATED = "\u2068{}\u2069"


def firm_name(text: str, longest: int = LONGEST_FIRM) -> str:
    """Return a firm's name fit for print: one line, no control characters, cut to ``longest`` with an ellipsis."""
    name = " ".join("".join(_printable(letter) for letter in text[: longest * 4]).split())
    if len(name) > longest or len(text) > longest * 4:
        name = name[: longest - 1].rstrip() + "…"
    if any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in name):
        return _ISOLATED.format(name)
    return name or say("The firm")


def _printable(letter: str) -> str:
    return " " if unicodedata.category(letter) in _LEFT_OUT and letter != _JOINER else letter


def stage_name(questionnaire: Questionnaire, position: int) -> str:
    """Return the name of a position (0 is the first stage while its base is forming) or destination."""
    if position == 0:
        first = questionnaire.stages[0]
        return first.forming or first.name
    return questionnaire.stages[position - 1].name


def stage_label(questionnaire: Questionnaire, position: int) -> str:
    """Return a position's name for a place where the first stage's name stands next to it."""
    first = questionnaire.stages[0].name
    name = stage_name(questionnaire, position)
    return begun(name.removeprefix(first).lstrip(" ,")) if position == 0 and name != first else name


def spoken_stage(questionnaire: Questionnaire, position: int) -> str:
    """Return a stage's name for use inside a sentence: 'A + b' is read 'A with the b'.

    In other languages it is quoted, since a name would have to be bent to fit its sentence.
    """
    name = stage_name(questionnaire, position)
    return name.replace(" + ", " with the ") if language() == ENGLISH else quoted(name)


def quoted(text: str) -> str:
    """Put a text between the quotation marks of the language."""
    return say("“{text}”", text=text)


def factor_name(questionnaire: Questionnaire, factor: str) -> str:
    """Return a factor's name."""
    return questionnaire.factor_by_id[factor].name


def pillar_name(questionnaire: Questionnaire, pillar: str) -> str:
    """Return a pillar's name."""
    return next(entry.name for entry in questionnaire.pillars if entry.id == pillar)


def role_names(questionnaire: Questionnaire, roles: Iterable[str]) -> tuple[str, ...]:
    """Return the names of roles in the questionnaire's order."""
    wanted = set(roles)
    return tuple(role.name for role in questionnaire.roles if role.id in wanted)


def option_label(item: Item | None, option: str) -> str:
    """Return what people read when they choose an option."""
    options = item.options if isinstance(item, Choice | Multi) else ()
    return next((entry.label for entry in options if entry.id == option), option)
