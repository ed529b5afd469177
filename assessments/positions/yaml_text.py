"""Reads YAML, keeping to what every program reads alike.

Only ``true`` and ``false`` are yes and no, only plain decimals are numbers, dates are text. Words that some
programs turn into something else have to be put in quotes.
"""

import re
from typing import Any

import yaml

from assessments.positions.building import Builder
from assessments.problems import START, Place, Refused

_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,17})\.[0-9]{1,30}")
_CONSTANTS = {"true": True, "false": False, "null": None, "~": None, "": None}
_WORDS = {"yes", "no", "on", "off", "true", "false", "null"}  # in any other spelling
_NUMBERS = re.compile(
    r"""[-+]? ( [0-9][0-9_]* (\.[0-9_]*)? (e[-+]?[0-9]+)?   # 010, +5, 3_10, 1., 1e3
              | \.[0-9][0-9_]* (e[-+]?[0-9]+)?             # .5
              | [0-9][0-9_]* (:[0-5]?[0-9])+ (\.[0-9_]*)?  # 1:30
              | 0x[0-9a-f_]+ | 0o[0-7_]+ | 0b[01_]+        # 0x1F
              | \.inf ) | \.nan""",
    re.VERBOSE | re.IGNORECASE,
)

# What the parser says, and what we say instead: code, and whether the place is where the trouble began.
_SYNTAX = (
    ("tab character", "Y106", False),
    ("cannot start any token", "Y107", False),
    ("are not allowed in this context", "Y108", False),
    ("unexpected end of stream", "Y109", True),
    ("unexpected document indicator", "Y109", True),
    ("',' or", "Y110", True),
    ("did not find expected key", "Y120", False),
    ("'-' indicator", "Y120", False),
    ("", "Y121", False),
)


def build_yaml(text: str, builder: Builder) -> None:
    """Feed the events of a YAML text to ``builder``."""
    try:
        documents = 0
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            documents += isinstance(event, yaml.DocumentStartEvent)
            if documents > 1:
                raise builder.stop("Y114", _place(event.start_mark))
            _feed(event, builder)
    except yaml.MarkedYAMLError as error:
        raise _syntax(error, builder) from None
    if not builder.values:
        raise builder.stop("Y105", START)


def _feed(event: yaml.Event, builder: Builder) -> None:
    place = _place(event.start_mark)
    if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
        raise builder.stop("Y112", place, sign="*" if isinstance(event, yaml.AliasEvent) else "&", name=event.anchor)
    if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag is not None:
        builder.refuse("Y113", place, tag=event.tag)
    if isinstance(event, yaml.ScalarEvent):
        builder.scalar(_value(event, place, builder), place)
    elif isinstance(event, yaml.MappingStartEvent):
        builder.open({}, place)
    elif isinstance(event, yaml.SequenceStartEvent):
        builder.open([], place)
    elif isinstance(event, yaml.CollectionEndEvent):
        builder.close()


def _value(event: yaml.ScalarEvent, place: Place, builder: Builder) -> str | int | float | bool | None:
    """Return what an unquoted word stands for; a quoted one is always text."""
    word: str = event.value
    if event.style is not None and event.style != "":
        return word
    if word in _CONSTANTS:
        return _CONSTANTS[word]
    if _WHOLE.fullmatch(word):
        return int(word)
    if _DECIMAL.fullmatch(word):
        return float(word)
    _refuse_traps(word, place, builder)
    return word


def _refuse_traps(word: str, place: Place, builder: Builder) -> None:
    if word == "<<":
        builder.refuse("Y112", place, sign="", name="<<")
    elif word.lower() in _WORDS:
        builder.refuse("Y117", place, word=word)
    elif _NUMBERS.fullmatch(word):
        builder.refuse("Y118", place, word=word)


def _syntax(error: yaml.MarkedYAMLError, builder: Builder) -> Refused:
    """Say in our words what the parser could not understand."""
    code, from_start = next((code, start) for said, code, start in _SYNTAX if said in str(error.problem))
    place = _place(error.context_mark if from_start else error.problem_mark)
    line = "".join(builder.file.lines[place.line - 1 : place.line])
    sign = line[place.column - 1 : place.column]
    return builder.stop("Y106" if sign == "\t" else code, place, sign=sign)


def _place(mark: Any) -> Place:
    return Place(mark.line + 1, mark.column + 1) if mark else START
