"""What a job that places assessments anew has found so far: who would stand elsewhere, in words and as two files."""

import csv
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from io import StringIO
from typing import Any

from assessments.answering.desk import Desk
from assessments.answers_file.cells import safe
from assessments.editing.trying import Shift
from assessments.languages import say
from assessments.storage import Connection
from assessments.storage.job_list import JobRecord, find_job, findings
from assessments.wording.effects import moving_line, shift_title
from assessments.working.effects import FINDERS, Found, read
from assessments.working.jobs import Job, job_of

FILES = ("placements.csv", "placements.json")
COLUMNS = ("assessment", "name", "before", "after", "coordinate_before", "coordinate_after", "why")


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an assessment stands: position 0..3 and path coordinate 0..4 before and after, and why it moves."""

    assessment: str
    name: str  # under which an editor may hear of it
    before: int
    after: int
    coordinate_before: float
    coordinate_after: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a job found; ``stages`` are the names of the positions, from 0."""

    job: Job
    tried: str
    instead_of: str
    sha256: str  # of the questionnaire that was tried
    stages: tuple[str, ...]
    placements: tuple[Placement, ...]
    found: Found  # besides placements, by a job of effects

    @property
    def moving(self) -> tuple[Placement, ...]:
        """Those that would stand elsewhere."""
        return tuple(one for one in self.placements if one.before != one.after)

    def stage(self, position: int) -> str:
        """Return the name of a position; what is tried may have fewer stages than what it is compared with."""
        return self.stages[position] if position < len(self.stages) else say("position {number}", number=position)


def outcome(desk: Desk, id_: str) -> Outcome | None:
    """Return what a job has found so far; None where there is no job of this name that places assessments."""
    with desk.database.reading() as connection:
        record = find_job(connection, id_)
        return None if record is None or record.kind == "reports" else outcome_of(connection, record)


def outcome_of(connection: Connection, record: JobRecord) -> Outcome:
    """Return what a stored job that places assessments has found so far."""
    parts = dict(findings(connection, record.id))
    besides = {name: parts.pop(name) for name in FINDERS if name in parts}
    placements = tuple(Placement(name, **{**one, "why": tuple(one["why"])}) for name, one in parts.items())
    wish = record.wish
    return Outcome(
        job_of(connection, record),
        wish["tried"],
        wish["instead_of"],
        wish["sha256"],
        tuple(wish["stages"]),
        placements,
        read(besides),
    )


def in_words(found: Outcome) -> str:
    """Return the outcome as a few lines of text: how many would move, and from where to where."""
    lines = [f"With {found.tried} instead of {found.instead_of}:"]
    lines.append(f"{moving_line(len(found.moving), len(found.placements))}.")
    for (before, after), count in sorted(_moves(found).items()):
        lines.append(f"{count:>6}  {found.stage(before)} → {found.stage(after)}")
    lines += _besides(found.found)
    if not found.job.over:
        lines.append(f"The job is under way: {found.job.done} of {found.job.total} are looked at.")
    return "\n".join(lines)


def _besides(found: Found) -> Iterator[str]:
    """Yield what is worth a line about worked examples and firms drawn at random."""
    for example in found.failing or ():
        yield f"The worked example {example.firm} comes out differently: {example.sentence}"
    if found.shift is not None:
        yield f"{shift_title(found.shift.moved_up, found.shift.moved_down)}."
        yield from (f"A law of the method no longer holds: {law.law} {law.seen}" for law in found.shift.laws)


def as_csv(found: Outcome, *, named: bool = True) -> bytes:
    """Return a row for each assessment, safe for spreadsheets; who may not know their names gets dates and sizes."""
    columns = COLUMNS if named else COLUMNS[1:]
    written = StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(columns)
    for one in found.placements:
        row = {**asdict(one), "why": " ".join(one.why)}
        writer.writerow(safe(value) if isinstance(value, str) else value for value in map(row.get, columns))
    return written.getvalue().encode("utf-8")


def as_json(found: Outcome) -> bytes:
    """Return the summary and every placement."""
    return (json.dumps(_document(found), ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _document(found: Outcome) -> Mapping[str, Any]:
    besides = found.found
    moves = [{"before": before, "after": after, "count": n} for (before, after), n in sorted(_moves(found).items())]
    summary = {
        "assessments": len(found.placements),
        "moving": len(found.moving),
        "up": sum(one.after > one.before for one in found.moving),
        "down": sum(one.after < one.before for one in found.moving),
        "moves": moves,
        "failed": [{"assessment": name, "reason": reason} for name, reason in found.job.failed],
        "complete": found.job.over and not found.job.cancelled,
    }
    return {
        "job": found.job.id,
        "tried": found.tried,
        "questionnaire_sha256": found.sha256,
        "instead_of": found.instead_of,
        "positions": list(found.stages),
        "summary": summary,
        "worked_examples": None if besides.failing is None else [asdict(one) for one in besides.failing],
        "firms_by_chance": None if besides.shift is None else _shifted(besides.shift),
        "never_came_up": None if besides.unseen is None else asdict(besides.unseen),
        "placements": [asdict(one) for one in found.placements],
    }


def _shifted(shift: Shift) -> Mapping[str, Any]:
    return {**asdict(shift), "laws": [{"law": str(one.law), "seen": str(one.seen)} for one in shift.laws]}


def _moves(found: Outcome) -> Counter[tuple[int, int]]:
    return Counter((one.before, one.after) for one in found.moving)
