"""The verb of the command line that applies how long things are kept: first it says what would go, then it does it."""

import argparse
from contextlib import closing
from typing import Any

from assessments import answering, settings, tidying
from assessments.tidying import Overdue, Terms
from assessments.wording.numbers import begun, counted

FINE = 0
# Of each kind: what one and several are called, and what becomes of them.
KINDS = {
    "unfinished": ("unfinished assessment", "unfinished assessments", "deleted"),
    "finished": ("finished assessment", "finished assessments", "deleted"),
    "people": ("workshop that has ended", "workshops that have ended", "made anonymous"),
    "links": ("link to a result", "links to results", "deleted"),
    "jobs": ("job that is over", "jobs that are over", "deleted"),
    "log": ("line of the log of deeds", "lines of the log of deeds", "deleted"),
}


def add_verb(verbs: Any) -> None:
    """Add the verb to those of the command line."""
    tidy = verbs.add_parser("tidy", help="say what has been kept long enough, and with --do delete it")
    tidy.add_argument("--do", action="store_true", help="do it; without, nothing is changed")
    tidy.set_defaults(run=_tidy)


def _tidy(options: argparse.Namespace) -> int:
    chosen = settings.read()
    terms = tidying.terms_of(chosen)
    desk = answering.open_desk(chosen.database, chosen.questionnaire)
    with closing(desk.database):
        found = tidying.tidy(desk, terms) if options.do else tidying.overdue(desk, terms)
    for kind in KINDS:
        print(_line(kind, terms, found, done=options.do))
    if not options.do:
        print("Nothing was changed. Make a backup, then type the same with --do.")
    return FINE


def _line(kind: str, terms: Terms, found: Overdue, *, done: bool) -> str:
    setting, (one, several, becomes) = tidying.SETTINGS[kind], KINDS[kind]
    days, count = terms[kind], found.get(kind, 0)
    if days is None:
        return f"{begun(several)}: kept for ever ({setting} is not set)."
    what = begun(counted(count, one, several)) if count else f"No {one}"
    verb = ("was" if count <= 1 else "were") if done else "would be"
    return f"{what} {verb} {becomes} after {counted(days, 'day')} ({setting})."
