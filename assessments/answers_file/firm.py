"""What an answers file says about the firm as a whole: name, date, facts, voices, customer segments and pulse."""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date as Date
from pathlib import Path
from typing import Any, get_args

from assessments.answers_file.facts import read_facts
from assessments.answers_file.node import Node
from assessments.answers_file.values import read_pulse_value
from assessments.problems import some
from scoring.answers import FactValue, Segment, Unanswered, Variant
from scoring.model import Questionnaire

# "about" and "expect" belong to worked examples: one sentence, and what must come out.
KEYS = (
    *("assessment", "firm", "variant", "date", "context", "respondents"),
    *("pulse", "role_weights", "segments", "plan", "about", "expect"),
)
ROUNDING = 0.01 + 1e-9  # three segments of 0.33 are all of the customers
LOUDEST = 1000  # what a role may weigh, beside 1
LAST_YEAR = 2199  # a plan looks years ahead of the date, and calendars end
DATE = re.compile(r"\d{4}-\d\d-\d\d")
SEGMENT_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")


@dataclass(frozen=True, slots=True)
class Firm:
    """Everything of an assessment but what its respondents say."""

    id: str
    name: str
    date: Date
    variant: Variant
    context: Mapping[str, FactValue]
    role_weights: Mapping[str, float]
    segments: tuple[Segment, ...]
    pulse: tuple[Mapping[str, int | Unanswered], ...]


def read_firm(top: Node, questionnaire: Questionnaire, today: Date) -> Firm:
    """Return what the file says about the firm; name and date it leaves out come from the file's name and today."""
    for entry in top.entries():
        entry.is_one_of(KEYS, "A605", some=some(KEYS))
    stem = Path(top.document.file.path).stem
    _note_defaults(top, {"assessment": stem, "firm": stem, "date": today.isoformat()})
    return Firm(
        id=top.child("assessment").title() or stem,
        name=top.child("firm").title() or stem,
        date=_date(top.child("date")) or today,
        variant=_variant(top.child("variant")),
        context=read_facts(top.child("context"), questionnaire),
        role_weights=_role_weights(top.child("role_weights"), questionnaire),
        segments=_segments(top.child("segments")),
        pulse=_pulse(top.child("pulse"), questionnaire),
    )


def _note_defaults(top: Node, defaults: Mapping[str, str]) -> None:
    """Say what stands for the entries that are missing."""
    missing = [key for key in defaults if top.child(key).value is None]
    if missing:
        used = dict.fromkeys(defaults[key] for key in missing)
        top.note("A690", missing=", ".join(missing), used=", ".join(used))


def _date(node: Node) -> Date | None:
    text = str(node.value)
    with suppress(ValueError):
        if DATE.fullmatch(text) and (date := Date.fromisoformat(text)).year <= LAST_YEAR:
            return date
    if node.value is not None:
        node.note("A607", found=text)
    return None


def _variant(node: Node) -> Variant:
    variants: tuple[Variant, ...] = get_args(Variant)
    if node.value is not None and node.value not in variants:
        node.note_unknown("A608", variants)
    return next((variant for variant in variants if variant == node.value), "full")


def _role_weights(node: Node, questionnaire: Questionnaire) -> dict[str, float]:
    roles = [role.id for role in questionnaire.roles]
    weights = {}
    for entry in node.entries():
        weight = entry.number()
        if not entry.is_one_of(roles, "A610", some=some(roles, len(roles))):
            continue
        if weight is None or not 0 <= weight <= LOUDEST:
            entry.note("A612", role=entry.name, found=entry.shown(), most=LOUDEST)
        else:
            weights[entry.name] = weight
    return weights


def _segments(node: Node) -> tuple[Segment, ...]:
    members = list(node.groups(("id", "name", "value")))
    ids = [_segment_id(member.child("id")) for member in members]
    values = [_segment_value(member.child("value")) for member in members]
    for index, member in enumerate(members):
        if ids[index] and ids[index] in ids[:index]:
            member.note("A641", word=ids[index], first=members[ids.index(ids[index])].line)
    total = sum(value or 0.0 for value in values)
    if members and None not in values and abs(total - 1) > ROUNDING:
        node.note("A643", total=round(total, 4))
    names = [member.child("name").title() for member in members]
    return tuple(Segment(key, name or key, value or 0.0) for key, name, value in zip(ids, names, values, strict=True))


def _segment_id(node: Node) -> str:
    if isinstance(node.value, str) and SEGMENT_ID.fullmatch(node.value):
        return node.value
    node.note("A644")
    return ""


def _segment_value(node: Node) -> float | None:
    value = node.number()
    if value is not None and 0 <= value <= 1:
        return value
    node.note("A642", found=node.shown())
    return None


def _pulse(node: Node, questionnaire: Questionnaire) -> tuple[Mapping[str, int | Unanswered], ...]:
    known = {item.id: item for item in questionnaire.pulse}
    answers: list[dict[str, Any]] = []
    for member in node.groups(known):
        given = [entry for entry in member.entries() if entry.value is not None and entry.name in known]
        answers.append({entry.name: read_pulse_value(entry, known[entry.name]) for entry in given})
    return tuple(answers)
