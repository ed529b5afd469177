"""Answers that can be read but will not be counted: said once per role and file, as advice."""

from collections.abc import Sequence

from assessments.answers_file.firm import Firm
from assessments.answers_file.node import Node
from assessments.problems import some
from scoring.answers import Submission
from scoring.model import Item, Questionnaire


def note_uncounted(nodes: Sequence[Node], said: Sequence[Submission], questionnaire: Questionnaire, firm: Firm) -> None:
    """Note answers of roles that are not asked, and answers the variant does not ask for, where they first appear."""
    roles = dict.fromkeys(person.role for person in said)
    for role in roles if len(roles) > 1 else ():  # a role that is alone speaks for the firm and sees everything
        of_role = [pair for pair in zip(nodes, said, strict=True) if pair[1].role == role]
        not_theirs = [item for item in questionnaire.items if item.audience != "all" and role not in item.audience]
        _note("A691", of_role, not_theirs, role)
    if firm.variant == "quick":
        not_asked = [item for item in questionnaire.items if not item.quick]
        _note("A692", list(zip(nodes, said, strict=True)), not_asked)


def _note(code: str, people: Sequence[tuple[Node, Submission]], items: Sequence[Item], role: str = "") -> None:
    answered = [item.id for item in items if any(item.id in person.answers for _, person in people)]
    if answered:
        first = next(node for node, person in people if not person.answers.keys().isdisjoint(answered))
        first.note(code, some=some(answered), role=role)
