"""Taking a workshop away: every answer of both rounds, or only what was shown to everybody."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from assessments.answering.desk import Desk
from assessments.answering.leaving import KINDS as ANSWER_KINDS
from assessments.answering.leaving import Export, answers_as
from assessments.answering.opening import Opened, load
from assessments.answering.refusals import refusal
from assessments.answering.showing import read_release
from assessments.facilitating.leading import led
from assessments.facilitating.noting import note
from assessments.file_names import file_stem
from assessments.rights import Deed
from assessments.storage import Connection, retried
from assessments.storage.assessments import find_assessment
from assessments.storage.deed_log import write_deed
from assessments.storage.plans import read_plan
from assessments.storage.releases import releases_of
from assessments.storage.whole import read_assessment
from assessments.storage.workshop_records import WorkshopRecord
from assessments.storage.workshops import find_by_public_id, read_workshop
from assessments.workshop import Release
from scoring.answers import Submission
from scoring.model import Choice, Item, Lined, Multi
from scoring.privacy import showable_groups

POOLED = "pooled"  # stands for every role of few people
TALLIES = "tallies"
KINDS = {**ANSWER_KINDS, TALLIES: ("-tallies.csv", "text/csv")}  # how the file name ends, what a browser is told
ROUNDS = (1, 2)


@retried
def export(desk: Desk, token: str, kind: str, *, exact_roles: bool = False) -> Export:
    """Return what was answered, excluded or not, as ``csv``, ``csv_wide``, ``json`` or ``yaml``; raises NotAccepted.

    Each answer stands once, under its round. Roles of few people are written as "pooled" unless ``exact_roles``;
    only with these can the file be read back. ``tallies`` are the counts that were shown to everybody, and may be
    passed on; ``facts`` is the file that goes with a csv. That it was taken away is written down.
    """
    with desk.database.writing() as connection:
        me, workshop = led(desk, connection, token, Deed.TAKE_AWAY)
        note(desk, connection, me, workshop, "took_exact_roles" if exact_roles else "took_answers", kind)
        return _export(desk, connection, workshop, kind, exact_roles)


@retried
def export_workshop(desk: Desk, workshop_id: str, kind: str) -> Export:
    """Return the same with exact roles, for whoever runs the server; raises NotAccepted.

    An assessment that was answered without a room is taken away alike.
    """
    with desk.database.writing() as connection:
        write_deed(connection, desk.clock(), who="operator", done="took_exact_roles", about=workshop_id, detail=kind)
        id_ = find_by_public_id(connection, workshop_id)
        workshop = None if id_ is None else read_workshop(connection, id_)
        if workshop is not None:
            return _export(desk, connection, workshop, kind, exact_roles=True)
        record = find_assessment(connection, workshop_id)
        if record is None:
            raise refusal("workshop", workshop_id)
        return answers_as(load(desk, connection, record), read_plan(connection, record.id), kind)


def _export(desk: Desk, connection: Connection, workshop: WorkshopRecord, kind: str, exact_roles: bool) -> Export:
    method = desk.method(connection, workshop.assessment.questionnaire_sha256)
    opened = Opened(workshop.assessment, None, method, read_assessment(connection, workshop.assessment))
    if kind == TALLIES:
        text = _tallies(connection, workshop, opened)
        name = f"{file_stem(opened.record.firm, opened.record.date)}-tallies.csv"
        return Export(name, "text/csv", text.encode("utf-8"))
    said = _said(connection, workshop)
    if not exact_roles:
        said = _pooled(said, workshop.minimum)
    apart = replace(opened, assessment=replace(opened.assessment, submissions=tuple(said)))
    return answers_as(apart, read_plan(connection, workshop.id), kind)


def _said(connection: Connection, workshop: WorkshopRecord) -> list[Submission]:
    """Return what everybody said, person by person and round by round, in an order that tells nothing."""
    rounds = [(round_, read_assessment(connection, workshop.assessment, round_=round_)) for round_ in ROUNDS]
    said = [
        replace(person, round=round_)
        for round_, assessment in rounds
        for person in assessment.submissions
        if person.answers or person.notes
    ]
    return sorted(said, key=lambda person: (person.respondent, person.round or 0))


def _pooled(said: list[Submission], minimum: int) -> list[Submission]:
    roles = {person.respondent: person.role for person in said}
    large = {roles[0] for roles in showable_groups(Counter(roles.values()), minimum) if len(roles) == 1}
    return [person if person.role in large else replace(person, role=POOLED) for person in said]


def _tallies(connection: Connection, workshop: WorkshopRecord, opened: Opened) -> str:
    """Return every count that was released, line by line."""
    stream = io.StringIO(newline="")
    rows = csv.writer(stream)
    rows.writerow(["item", "round", "group", "people", "answer", "count"])
    for record in releases_of(connection, workshop.id):
        item = opened.questionnaire.item_by_id.get(record.item)
        if item is not None:
            rows.writerows(_counts(item, read_release(record)))
    return stream.getvalue()


def _counts(item: Item, release: Release) -> Iterator[list[object]]:
    for group in release.groups:
        roles = "|".join(group.roles) or "everybody"
        for answer, people in zip(_answers(item), group.counts, strict=True):
            yield [item.id, release.round, roles, group.people, answer, people]


def _answers(item: Item) -> list[object]:
    if isinstance(item, Choice | Multi):
        return [option.id for option in item.options]
    return list(range(1, len(item.scores) + 1)) if isinstance(item, Lined) else []
