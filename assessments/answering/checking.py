"""Is this an answer to that question? The one guard between what a browser sends and what is stored."""

from collections.abc import Mapping

from assessments.answering.refusals import refusal
from assessments.positions.building import CONTROL
from scoring.answers import FactValue, Unanswered, Value
from scoring.model import LEVELS, Allocation, Choice, Fact, FactOption, Item, Multi, NumberItem, Option

LONGEST_NOTE = 2000
LONGEST_LINE = 200
LONGEST_KEY = 80
LARGEST_NUMBER = 1e15  # about a firm

_TIDIED = str.maketrans({"\r": "\n", "\x0b": "\n", "\x0c": "\n", "\ufeff": None})  # what office programs paste


def check_answer(item: Item, value: object) -> Value:
    """Return ``value`` as an answer to ``item``; raises NotAccepted when it is none.

    Whether "not applicable" is open at the moment depends on the firm and is not checked here.
    """
    state = _unanswered(value)
    if state is Unanswered.NOT_APPLICABLE and item.na_when is None:
        raise refusal("not_applicable", item.id)
    if state is not None:
        return state
    match item:
        case Choice(options=options):
            return _chosen(options, value, item.id)
        case Multi(options=options, most=most):
            return _several(options, value, item.id, most)
        case NumberItem():
            return _whole_number(item, value)
        case Allocation(options=options):
            return _split(options, value, item.id)
        case _:
            return _line(value, item.id)


def check_fact(fact: Fact, value: object) -> FactValue:
    """Return ``value`` as an answer to ``fact``, None when it is left blank; raises NotAccepted when it is none."""
    if value is None:
        return None
    if fact.type == "choice":
        return _chosen(fact.options, value, fact.id)
    if fact.type == "multi":
        return _several(fact.options, value, fact.id, len(fact.options))
    if fact.type == "number":
        return _number(fact, value)
    return check_line(value, fact.id)


def check_note(value: object, about: str) -> str | None:
    """Return a note as it will be stored, None for an empty one; raises NotAccepted."""
    return None if value is None else _text(value, about, LONGEST_NOTE) or None


def check_line(value: object, about: str) -> str:
    """Return a text of one line, such as a name, as it will be stored; raises NotAccepted."""
    return " ".join(_text(value, about, LONGEST_LINE).split())


def check_key(key: object) -> None:
    """Accept a client's name for a message, or None; raises NotAccepted when it is no plain short word."""
    if key is None:
        return
    if not isinstance(key, str) or not 0 < len(key) <= LONGEST_KEY or not key.isascii() or not key.isprintable():
        raise refusal("key")


def _unanswered(value: object) -> Unanswered | None:
    if isinstance(value, Unanswered):
        return value
    return next((state for state in Unanswered if value == state.value), None)


def _line(value: object, about: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= LEVELS:
        raise refusal("line", about)
    return value


def _chosen(options: tuple[Option, ...] | tuple[FactOption, ...], value: object, about: str) -> str:
    if not isinstance(value, str) or value not in [option.id for option in options]:
        raise refusal("option", about)
    return value


def _several(
    options: tuple[Option, ...] | tuple[FactOption, ...], value: object, about: str, most: int
) -> tuple[str, ...]:
    """Return the options chosen, once each and in the order in which they are shown."""
    if not isinstance(value, list | tuple | set | frozenset) or len(value) > len(options):
        raise refusal("option", about)
    chosen = [_chosen(options, one, about) for one in value]
    if not 1 <= len(set(chosen)) <= most:
        raise refusal("picks", about, most=most)
    return tuple(option.id for option in options if option.id in chosen)


def _whole_number(item: NumberItem, value: object) -> int:
    number = _whole(value)
    if number is None or not item.lowest <= number <= item.highest:
        raise refusal("number", item.id, lowest=item.lowest, highest=item.highest)
    return number


def _split(options: tuple[Option, ...], value: object, about: str) -> dict[str, float]:
    """Return a whole number for every option; one that is not named gets 0."""
    known = [option.id for option in options]
    if not isinstance(value, Mapping) or not set(known).issuperset(value):
        raise refusal("split", about)
    shares = {option: _whole(value.get(option, 0)) for option in known}
    if any(share is None or not 0 <= share <= 100 for share in shares.values()):
        raise refusal("split", about)
    split = {option: share for option, share in shares.items() if share is not None}
    if sum(split.values()) != 100:
        raise refusal("split_total", about, total=sum(split.values()))
    return dict(split)


def _number(fact: Fact, value: object) -> float:
    lowest = -LARGEST_NUMBER if fact.lowest is None else fact.lowest
    highest = LARGEST_NUMBER if fact.highest is None else fact.highest
    if not isinstance(value, int | float) or isinstance(value, bool) or not lowest <= value <= highest:
        raise refusal("fact_number", fact.id, lowest=f"{lowest:g}", highest=f"{highest:g}")
    return value


def _whole(value: object) -> int | None:
    """Return ``value`` as a whole number if it is one; some inputs deliver 20 as 20.0."""
    if isinstance(value, float):
        return int(value) if value.is_integer() else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _text(value: object, about: str, most: int) -> str:
    if not isinstance(value, str):
        raise refusal("text", about)
    if len(value) > 2 * most:  # too long, whatever tidying would remove
        raise refusal("text_long", about, most=most)
    tidy = value.replace("\r\n", "\n").translate(_TIDIED).strip()
    if CONTROL.search(tidy):
        raise refusal("text_sign", about)
    if len(tidy) > most:
        raise refusal("text_long", about, most=most)
    return tidy
