"""Reads JSON with the place of every key and value."""

import json
import math
import re
from bisect import bisect_right
from contextlib import suppress
from itertools import accumulate
from typing import Any

from assessments.positions.building import Builder
from assessments.problems import Place

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[][{}]|[^\s,:"\[\]{}]+')
_CONSTANTS = {"true": True, "false": False, "null": None}


def build_json(text: str, builder: Builder) -> None:
    """Feed the pieces of a JSON text to ``builder``."""
    starts = [0, *accumulate(len(line) for line in text.splitlines(keepends=True))][:-1]
    try:
        with suppress(RecursionError):  # too deep for Python; the builder below says so with a place
            json.loads(text, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        raise builder.stop("Y122", _place(starts, error.pos)) from None
    for token in _TOKEN.finditer(text):
        _feed(token.group(), _place(starts, token.start()), builder)


def _place(starts: list[int], position: int) -> Place:
    line = bisect_right(starts, position)
    return Place(line, position - starts[line - 1] + 1)


def _feed(token: str, place: Place, builder: Builder) -> None:
    if token == "{":
        builder.open({}, place)
    elif token == "[":
        builder.open([], place)
    elif token in "]}":
        builder.close()
    else:
        builder.scalar(_value(token, place, builder), place)


def _value(token: str, place: Place, builder: Builder) -> Any:
    if token.startswith('"'):
        return json.loads(token)
    if token in _CONSTANTS:
        return _CONSTANTS[token]
    if re.fullmatch(r"-?[0-9]{1,18}", token):
        return int(token)
    number = float(token)
    if not math.isfinite(number):
        builder.refuse("Y118", place, word=token)
    return number
