"""What a job that places assessments anew has found so far: who would stand elsewhere, in words and as two files."""

import csv
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from io import StringIO
from typing import Any

from assessments.answering.desk import Desk
from assessments.answers_file.cells import safe
from assessments.storage.job_list import findings, read_jobs
from assessments.wording.effects import moving_line
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

    @property
    def moving(self) -> tuple[Placement, ...]:
        """Those that would stand elsewhere."""
        return tuple(one for one in self.placements if one.before != one.after)


def outcome(desk: Desk, id_: str) -> Outcome | None:
    """Return what a job has found so far; None where there is no job of this name that places assessments."""
    with desk.database.reading() as connection:
        record = next((one for one in read_jobs(connection) if one.public_id == id_ and one.kind != "reports"), None)
        if record is None:
            return None
        found = findings(connection, record.id)
        job = job_of(connection, record)
    placements = tuple(Placement(name, **{**one, "why": tuple(one["why"])}) for name, one in found)
    wish = record.wish
    return Outcome(job, wish["tried"], wish["instead_of"], wish["sha256"], tuple(wish["stages"]), placements)


def in_words(found: Outcome) -> str:
    """Return the outcome as a few lines of text: how many would move, and from where to where."""
    lines = [f"With {found.tried} instead of {found.instead_of}:"]
    lines.append(f"{moving_line(len(found.moving), len(found.placements))}.")
    for (before, after), count in sorted(_moves(found).items()):
        lines.append(f"{count:>6}  {_stage(found, before)} → {_stage(found, after)}")
    if not found.job.over:
        lines.append(f"The job is under way: {found.job.done} of {found.job.total} are looked at.")
    return "\n".join(lines)


def as_csv(found: Outcome) -> bytes:
    """Return a row for each assessment, safe for spreadsheets."""
    written = StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in found.placements:
        row = {**asdict(one), "why": " ".join(one.why)}
        writer.writerow(safe(value) if isinstance(value, str) else value for value in map(row.get, COLUMNS))
    return written.getvalue().encode("utf-8")


def as_json(found: Outcome) -> bytes:
    """Return the summary and every placement."""
    return (json.dumps(_document(found), ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _document(found: Outcome) -> Mapping[str, Any]:
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
        "placements": [asdict(one) for one in found.placements],
    }


def _moves(found: Outcome) -> Counter[tuple[int, int]]:
    return Counter((one.before, one.after) for one in found.moving)


def _stage(found: Outcome, position: int) -> str:
    """Return the name of a position; what is tried may have fewer stages than what it is compared with."""
    return found.stages[position] if position < len(found.stages) else f"position {position}"
