"""The schema of worked examples: an answers file that knows the questions, options and roles of one questionnaire."""

from collections.abc import Iterable, Mapping
from typing import Any

from assessments.languages import marked
from scoring.model import Agree, Allocation, Bars, Choice, Fact, Item, Multi, NumberItem, Questionnaire

_UNSURE = ("dk", "na")  # don't know, not applicable

Schema = dict[str, Any]


def example_schema(questionnaire: Questionnaire) -> Schema:
    """Describe an answers file for this questionnaire, with what must come out of it."""
    context = {fact.id: {"description": fact.text, **_fact(fact)} for fact in questionnaire.facts}
    pulse = {item.id: {"description": item.text, **_level()} for item in questionnaire.pulse}
    roles = [role.id for role in questionnaire.roles]
    properties = {
        "assessment": {"type": "string", "description": marked("Id; seeds every random draw.")},
        "firm": {"type": "string", "description": marked("Name of the firm.")},
        "about": {"type": "string", "description": marked("The firm in one sentence.")},
        "variant": _one_of(("full", "quick")),
        "date": {"type": "string", "description": marked("Year, month and day with dashes.")},
        "context": _group(context),
        "role_weights": _group({role: {"type": "number", "minimum": 0} for role in roles}),
        "segments": {"type": "array", "items": {"type": "object"}},
        "respondents": {"type": "array", "items": _respondent(questionnaire, roles)},
        "pulse": {"type": "array", "items": _group(pulse)},
        "expect": {"type": "object", "description": marked("What must come out; see README.md.")},
    }
    return {"title": "Worked example", **_group(properties, ("assessment", "respondents"))}


def _respondent(questionnaire: Questionnaire, roles: list[str]) -> Schema:
    answers = {item.id: {"description": item.text, **_answer(item)} for item in questionnaire.items}
    properties = {
        "id": {"type": ["string", "integer"]},
        "role": _one_of(roles),
        "answers": _group(answers),
        "notes": _group({item: {"type": "string"} for item in answers}),
        "segments": {},
        "seconds": {"type": "number", "minimum": 0},
        "round": {"type": "integer", "minimum": 1},
    }
    return _group(properties, ("id", "role", "answers"))


def _answer(item: Item) -> Schema:
    """Describe what may be answered to an item."""
    if isinstance(item, Bars | Agree):
        return _level()
    if isinstance(item, Choice):
        return _one_of([*(option.id for option in item.options), *_UNSURE])
    if isinstance(item, NumberItem):
        return _or_unsure({"type": "integer", "minimum": item.lowest, "maximum": item.highest})
    if isinstance(item, Multi):
        return _or_unsure({"type": "array", "items": _one_of(option.id for option in item.options)})
    options = item.options if isinstance(item, Allocation) else ()
    return _or_unsure(_group({option.id: {"type": "integer", "minimum": 0, "maximum": 100} for option in options}))


def _fact(fact: Fact) -> Schema:
    words: Schema = _one_of([*(option.id for option in fact.options), None])
    kinds: Mapping[str, Schema] = {
        "choice": words,
        "multi": {"type": ["array", "null"], "items": words},
        "number": {"type": ["number", "null"]},
        "text": {"type": ["string", "null"]},
    }
    return kinds[fact.type]


def _level() -> Schema:
    return _or_unsure({"type": "integer", "minimum": 1, "maximum": 5})


def _or_unsure(schema: Schema) -> Schema:
    return {"anyOf": [schema, _one_of(_UNSURE)]}


def _one_of(words: Iterable[str | None]) -> Schema:
    return {"enum": list(words)}


def _group(properties: Schema, required: Iterable[str] = ()) -> Schema:
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}
