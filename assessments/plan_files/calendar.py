"""The plan as a calendar (RFC 5545): one all-day event for the start of every move and one for its finish."""

import re
from collections.abc import Iterator
from datetime import date as Date
from datetime import timedelta

from assessments.languages import say
from assessments.plan_files.moves import Move, PlanToWrite, moves

LONGEST_LINE = 75  # octets, without the line break
# What a text in a calendar may not contain: controls, and surrogates that stand for no sign.
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def write_ics(about: PlanToWrite) -> bytes:
    """Return the calendar; its events keep their names, so that a newer file takes the place of an older one."""
    lines = (
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Pathway//Plan//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"),
        *(line for move in moves(about) for line in _events(about, move)),
        "END:VCALENDAR",
    )
    return "".join(folded(line) for line in lines).encode("utf-8")


def _events(about: PlanToWrite, move: Move) -> Iterator[str]:
    yield from _event(about, move, "start", say("Start"), move.start)
    yield from _event(about, move, "finish", say("Finish"), move.finish)


def _event(about: PlanToWrite, move: Move, which: str, verb: str, day: Date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_word(about.assessment.id)}-{_word(move.id)}-{which}@pathway"
    yield f"DTSTAMP:{about.assessment.date:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"  # the day after: the end is not included
    yield f"SUMMARY:{escaped(f'{verb}: {move.title}')}"
    yield f"DESCRIPTION:{escaped(_description(move))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _description(move: Move) -> str:
    who = f"{move.person} ({move.role})" if move.person else move.role
    lines = [move.do, say("Led by {who}", who=who), move.status]
    if move.due:
        lines.append(say("Due {day}", day=move.due.isoformat()))
    return "\n".join(lines)


def escaped(text: str) -> str:
    """Return a text as a calendar quotes it; what no calendar can hold is left out."""
    clean = _NOT_TEXT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return re.sub(r"([\\;,])", r"\\\1", clean).replace("\n", "\\n")


def folded(line: str) -> str:
    """Return a line cut into pieces of at most 75 octets, never through a sign."""
    pieces, octets = [""], 0
    for sign in line:
        size = len(sign.encode("utf-8"))
        if octets + size > LONGEST_LINE:
            pieces.append(" ")
            octets = 1
        pieces[-1] += sign
        octets += size
    return "\r\n".join(pieces) + "\r\n"


def _word(id_: str) -> str:
    return re.sub(r"[^A-Za-z0-9._-]", "-", id_)
