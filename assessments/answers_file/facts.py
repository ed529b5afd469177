"""The facts about a firm: chosen, counted or written, and None where nobody knows."""

from assessments.answers_file.choosing import choose, choose_several
from assessments.answers_file.node import Node
from assessments.languages import say_later
from scoring.answers import FactValue
from scoring.model import Fact, Questionnaire


def read_facts(node: Node, questionnaire: Questionnaire) -> dict[str, FactValue]:
    """Return the facts that are named, noting those the questionnaire does not know."""
    known = {fact.id: fact for fact in questionnaire.facts}
    return {
        entry.name: _read_fact(entry, known[entry.name]) for entry in node.entries() if entry.is_one_of(known, "A630")
    }


def _read_fact(node: Node, fact: Fact) -> FactValue:
    if node.value is None:
        return None
    if fact.type == "text":
        return node.text()
    if fact.type == "number":
        return _number(node, fact)
    options = [option.id for option in fact.options]
    if fact.type == "choice":
        return choose(node, options, "A631", fact=fact.id)
    return choose_several(node, options, "A631", fact=fact.id)


def _number(node: Node, fact: Fact) -> float | None:
    number = node.number()
    if number is None:
        node.note("A632", fact=fact.id, found=node.shown())
    elif fact.lowest is not None and number < fact.lowest:
        node.note("A633", fact=fact.id, found=node.shown(), side=say_later("below"), limit=f"{fact.lowest:g}")
    elif fact.highest is not None and number > fact.highest:
        node.note("A633", fact=fact.id, found=node.shown(), side=say_later("above"), limit=f"{fact.highest:g}")
    else:
        return number
    return None
