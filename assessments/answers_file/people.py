"""What each respondent of an answers file says."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from assessments.answers_file.firm import Firm
from assessments.answers_file.node import Node
from assessments.answers_file.uncounted import note_uncounted
from assessments.answers_file.values import read_value
from scoring.answers import Submission, Value
from scoring.model import Item, Questionnaire

KEYS = ("id", "role", "answers", "notes", "segments", "seconds", "round")


def read_people(node: Node, questionnaire: Questionnaire, firm: Firm) -> tuple[Submission, ...]:
    """Return what the respondents listed in ``node`` say, one submission each."""
    if node.value in (None, []):
        node.note("A616")
    nodes = list(node.groups(KEYS))
    said = [_submission(member, questionnaire, firm) for member in nodes]
    rounds = [_round(member.child("round")) for member in nodes]
    _note_doubles(nodes, said, rounds)
    people = _merged(said, rounds)
    if people and all(firm.role_weights.get(person.role, 1.0) == 0 for person in people):
        node.note("A613")
    note_uncounted(nodes, said, questionnaire, firm)
    return people


def _submission(node: Node, questionnaire: Questionnaire, firm: Firm) -> Submission:
    items = questionnaire.item_by_id
    return Submission(
        respondent=_respondent(node, questionnaire),
        role=_role(node, questionnaire),
        answers=_answers(node.child("answers"), items),
        notes=_notes(node.child("notes"), items),
        segments=_segments(node.child("segments"), questionnaire, firm),
        seconds=_seconds(node.child("seconds")),
    )


def _respondent(node: Node, questionnaire: Questionnaire) -> str:
    if node.child("id").value is None:
        node.child("id").note("A606", what="id", some=_roles(questionnaire))
    return node.child("id").title() or ""


def _role(node: Node, questionnaire: Questionnaire) -> str:
    role, known = node.child("role"), [role.id for role in questionnaire.roles]
    if role.value is None:
        role.note("A606", what="role", some=_roles(questionnaire))
    elif role.value not in known:
        role.note_unknown("A610", known, some=_roles(questionnaire))
    return str(role.value)


def _roles(questionnaire: Questionnaire) -> str:
    return ", ".join(role.id for role in questionnaire.roles)


def _answers(node: Node, items: Mapping[str, Item]) -> dict[str, Value]:
    known = [entry for entry in node.entries() if entry.is_one_of(items, "A620") and entry.value is not None]
    answers = {entry.name: read_value(entry, items[entry.name]) for entry in known}
    return {item: value for item, value in answers.items() if value is not None}


def _notes(node: Node, items: Mapping[str, Item]) -> dict[str, str]:
    known = [entry for entry in node.entries() if entry.is_one_of(items, "A620")]
    return {entry.name: text for entry in known if (text := entry.text()) is not None}


def _segments(node: Node, questionnaire: Questionnaire, firm: Firm) -> dict[str, Mapping[str, Value]]:
    known = [segment.id for segment in firm.segments]
    answers: dict[str, Mapping[str, Value]] = {}
    for segment in node.entries():
        _note_what_is_not_about_customers(segment, questionnaire)
        given = _answers(segment, questionnaire.item_by_id)
        if segment.is_one_of(known, "A640") and given:
            answers[segment.name] = given
    return answers


def _note_what_is_not_about_customers(segment: Node, questionnaire: Questionnaire) -> None:
    elsewhere = set(questionnaire.item_by_id) - {item.id for item in questionnaire.customers}
    for entry in segment.entries():
        if entry.name in elsewhere:
            entry.note("A645", key=True, word=entry.name)


def _seconds(node: Node) -> int | None:
    seconds = node.whole()
    if node.value is not None and (seconds is None or seconds < 0):
        node.note("A614", found=node.shown())
    return seconds


def _round(node: Node) -> int:
    number = node.whole()
    if node.value is not None and (number is None or number < 1):
        node.note("A615", found=node.shown())
    return number or 1


def _note_doubles(nodes: Iterable[Node], said: Iterable[Submission], rounds: Iterable[int]) -> None:
    """Note who appears twice in one round, or in two roles."""
    firsts: dict[str, tuple[Node, str]] = {}
    seen: set[tuple[str, int]] = set()
    for node, person, number in zip(nodes, said, rounds, strict=True):
        if not person.respondent or node.child("role").value is None:
            continue
        first, role = firsts.setdefault(person.respondent, (node, person.role))
        if (person.respondent, number) in seen or person.role != role:
            node.child("id").note("A611", word=person.respondent, first=first.line, role=role)
        seen.add((person.respondent, number))


def _merged(said: list[Submission], rounds: list[int]) -> tuple[Submission, ...]:
    """Return one submission per person, item by item what they said last."""
    people = {person.respondent: Submission(person.respondent, person.role, {}) for person in said}
    for person, _ in sorted(zip(said, rounds, strict=True), key=lambda pair: pair[1]):
        people[person.respondent] = _later(people[person.respondent], person)
    return tuple(people.values())


def _later(before: Submission, now: Submission) -> Submission:
    segments = {
        segment: {**before.segments.get(segment, {}), **now.segments.get(segment, {})}
        for segment in {**before.segments, **now.segments}
    }
    return replace(
        now,
        answers={**before.answers, **now.answers},
        notes={**before.notes, **now.notes},
        segments=segments,
        seconds=before.seconds if now.seconds is None else now.seconds,
    )
