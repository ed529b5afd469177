"""Answers as JSON and back; "dk" and "na" stand for the two answers that are not a value, as in answers files."""

from collections.abc import Mapping
from typing import Any

from scoring.answers import FactValue, Unanswered, Value

_UNANSWERED = {state.value: state for state in Unanswered}


def to_json(value: Value) -> Any:
    """Return an answer as plain JSON data."""
    if isinstance(value, Unanswered):
        return value.value
    if isinstance(value, Mapping):
        return dict(value)
    return list(value) if isinstance(value, tuple) else value


def from_json(stored: Any) -> Value:
    """Return the answer that ``to_json`` turned into ``stored``."""
    if isinstance(stored, str):
        return _UNANSWERED.get(stored, stored)
    if isinstance(stored, list):
        return tuple(stored)
    answer: Value = stored
    return answer


def fact_to_json(value: FactValue) -> Any:
    """Return a fact as plain JSON data; None means left blank."""
    return list(value) if isinstance(value, tuple) else value


def fact_from_json(stored: Any) -> FactValue:
    """Return the fact that ``fact_to_json`` turned into ``stored``."""
    fact: FactValue = tuple(stored) if isinstance(stored, list) else stored
    return fact
