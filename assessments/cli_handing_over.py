"""The verb of the command line that hands over to an organisation: first it says what, then it does it."""

import argparse
import sys
from contextlib import closing
from typing import Any

from assessments import answering, handing_over, settings
from assessments.handing_over import Belonging, Found, Wish
from assessments.wording.numbers import counted, listed

FINE, WRONG_USAGE = 0, 2
KINDS = {
    "firm": ("firm", "firms"),
    "assessment": ("assessment or workshop", "assessments and workshops"),
    "draft": ("draft", "drafts"),
    "version": ("published version", "published versions"),
}


def add_verb(verbs: Any) -> None:
    """Add the verb to those of the command line."""
    verb = verbs.add_parser("hand-over", help="give to an organisation what belongs to nobody, or to another one")
    verb.add_argument("organisation", metavar="ORGANISATION", help="its name, as the claims spell it")
    verb.add_argument("names", nargs="*", metavar="NAME", help="of an assessment, workshop, draft or version")
    verb.add_argument("--everything", action="store_true", help="all that belongs to nobody; a firm goes as a whole")
    verb.add_argument("--of", metavar="ORGANISATION", help="what belongs to this one instead, such as after a renaming")
    verb.add_argument("--do", action="store_true", help="do it; without, nothing is changed")
    verb.set_defaults(run=_hand_over)


def _hand_over(options: argparse.Namespace) -> int:
    if bool(options.names) == options.everything:
        print("Name what to hand over, or type --everything.", file=sys.stderr)
        return WRONG_USAGE
    wish = Wish(options.organisation, frozenset(options.names), options.of)
    chosen = settings.read()
    desk = answering.open_desk(chosen.database, chosen.questionnaire)
    with closing(desk.database):
        found = handing_over.hand_over(desk, wish) if options.do else handing_over.find(desk, wish)
    _tell(wish, found, done=options.do)
    return FINE


def _tell(wish: Wish, found: Found, *, done: bool) -> None:
    for one in found.belongings:
        print(_line(one))
    counts = [counted(found.counts[kind], *words) for kind, words in KINDS.items() if found.counts[kind]]
    verb = "Handed over" if done else "To be handed over"
    print(f"{verb} to {wish.organisation}: {listed(counts) or 'nothing'}.")
    if not found.known:
        print(f"{wish.organisation} is new here: no member has made anything for it. Mind the spelling of the claims.")
    if not done:
        print("Nothing was changed. Make a backup, then type the same with --do.")


def _line(one: Belonging) -> str:
    return f"{KINDS[one.kind][0].capitalize()} “{one.title}”: {', '.join(one.names)}"
