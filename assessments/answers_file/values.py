"""What a person may say to one item: a value of the right kind and range, or a named problem."""

from assessments.answers_file.choosing import choose, choose_several
from assessments.answers_file.node import Node
from assessments.languages import say_later
from assessments.problems import some
from scoring.answers import Unanswered, Value
from scoring.model import LEVELS, Allocation, Choice, Item, Multi, NumberItem, PulseItem

LEAST, MOST = 98, 102  # a split into hundred, give or take rounding; the engine rescales


def read_value(node: Node, item: Item) -> Value | None:
    """Return the answer ``node`` holds to ``item``; None when it is refused."""
    state = _unanswered(node)
    if state is not None:
        return _allowed(node, state, item.na_when is not None, item.id)
    if isinstance(item, Choice):
        return choose(node, [option.id for option in item.options], "A622", item=item.id)
    if isinstance(item, Multi):
        return _several(node, item)
    if isinstance(item, NumberItem):
        return _number(node, item)
    if isinstance(item, Allocation):
        return _split(node, item)
    return _line(node, item.id)


def read_pulse_value(node: Node, item: PulseItem) -> int | Unanswered | None:
    """Return a customer's answer; None when it is refused."""
    state = _unanswered(node)
    if state is not None:
        return _allowed(node, state, item.not_applicable is not None, item.id)
    return _line(node, item.id)


def _unanswered(node: Node) -> Unanswered | None:
    word = node.value.strip().lower() if isinstance(node.value, str) else None
    return next((state for state in Unanswered if state.value == word), None)


def _allowed(node: Node, state: Unanswered, may_be_na: bool, item: str) -> Unanswered | None:
    if state is Unanswered.NOT_APPLICABLE and not may_be_na:
        node.note("A629", item=item)
        return None
    return state


def _line(node: Node, item: str) -> int | None:
    line = node.whole()
    if line is not None and 1 <= line <= LEVELS:
        return line
    number = node.value.strip() if isinstance(node.value, str) else ""
    quoted = number in map(str, range(1, LEVELS + 1))
    hint = say_later("Write {number} without quotes.", number=number) if quoted else None
    node.note("A621", hint, item=item, found=node.shown())
    return None


def _several(node: Node, item: Multi) -> tuple[str, ...]:
    chosen = choose_several(node, [option.id for option in item.options], "A622", item=item.id)
    if len(chosen) > item.most:
        node.note("A623", item=item.id, most=item.most, chosen=len(chosen))
    return chosen


def _number(node: Node, item: NumberItem) -> int | None:
    number = node.whole()
    if number is not None and item.lowest <= number <= item.highest:
        return number
    node.note("A625", item=item.id, found=node.shown(), lowest=item.lowest, highest=item.highest)
    return None


def _split(node: Node, item: Allocation) -> dict[str, float] | None:
    """Return the share of every option; an option that is not named gets 0."""
    if not isinstance(node.value, dict):
        node.note("A628", item=item.id, found=node.shown())
        return None
    known = [option.id for option in item.options]
    shares = {entry.name: _share(entry, known, item.id) for entry in node.entries()}
    total = sum(share or 0 for share in shares.values())
    if None not in shares.values() and not LEAST <= total <= MOST:
        node.note("A626", item=item.id, total=round(total, 2))
    return {option: shares.get(option) or 0 for option in known}


def _share(node: Node, known: list[str], item: str) -> float | None:
    share = 0 if node.value is None else node.number()
    if not node.is_one_of(known, "A627", item=item, some=some(known)):
        return None
    if share is None or not 0 <= share <= 100:
        node.note("A628", item=item, found=node.shown())
        return None
    return share
