"""What an answers file says about the firm as a whole: name, date, facts, voices, customer segments and pulse."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Date
from pathlib import Path
from typing import Any, get_args

from assessments.answers_file.facts import read_facts
from assessments.answers_file.node import Node, some
from assessments.answers_file.values import read_pulse_value
from scoring.answers import FactValue, Segment, Unanswered, Variant
from scoring.model import Questionnaire

# "about" and "expect" belong to worked examples: one sentence, and what must come out.
KEYS = (
    *("assessment", "firm", "variant", "date", "context", "respondents"),
    *("pulse", "role_weights", "segments", "about", "expect"),
)
ROUNDING = 0.01  # three segments of 0.33 are all of the customers
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
    return Firm(
        id=_or_default(top, "assessment", stem),
        name=_or_default(top, "firm", stem),
        date=_date(top, today),
        variant=_variant(top.child("variant")),
        context=read_facts(top.child("context"), questionnaire),
        role_weights=_role_weights(top.child("role_weights"), questionnaire),
        segments=_segments(top.child("segments")),
        pulse=_pulse(top.child("pulse"), questionnaire),
    )


def _or_default(top: Node, key: str, default: str) -> str:
    if top.child(key).value is None:
        top.note("A690", word=key, used=default)
    return top.child(key).title() or default


def _date(top: Node, today: Date) -> Date:
    node = top.child("date")
    if node.value is None:
        top.note("A690", word="date", used=today.isoformat())
    elif DATE.fullmatch(str(node.value)) is None or not _is_date(str(node.value)):
        node.note("A607", found=node.value)
    else:
        return Date.fromisoformat(str(node.value))
    return today


def _is_date(text: str) -> bool:
    try:
        Date.fromisoformat(text)
    except ValueError:
        return False
    return True


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
        if weight is None or weight < 0:
            entry.note("A612", role=entry.name, found=entry.shown())
        else:
            weights[entry.name] = weight
    return weights


def _segments(node: Node) -> tuple[Segment, ...]:
    lines: dict[str, int] = {}
    segments = []
    for member in node.groups(("id", "name", "value")):
        segment = _segment(member)
        if segment.id in lines:
            member.note("A641", word=segment.id, first=lines[segment.id])
        lines.setdefault(segment.id, member.line)
        segments.append(segment)
    total = sum(segment.value for segment in segments)
    if segments and abs(total - 1) > ROUNDING + 1e-9:
        node.note("A643", total=round(total, 4))
    return tuple(segments)


def _segment(node: Node) -> Segment:
    name, value = node.child("id").value, node.child("value").number()
    if not isinstance(name, str) or SEGMENT_ID.fullmatch(name) is None:
        node.child("id").note("A644")
    if value is None or not 0 <= value <= 1:
        node.child("value").note("A642", found=node.child("value").shown())
    return Segment(str(name), node.child("name").title() or str(name), value or 0.0)


def _pulse(node: Node, questionnaire: Questionnaire) -> tuple[Mapping[str, int | Unanswered], ...]:
    known = {item.id: item for item in questionnaire.pulse}
    answers: list[dict[str, Any]] = []
    for member in node.groups(known):
        given = [entry for entry in member.entries() if entry.value is not None and entry.name in known]
        answers.append({entry.name: read_pulse_value(entry, known[entry.name]) for entry in given})
    return tuple(answers)
