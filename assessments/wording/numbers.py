"""Numbers and lists as people read them; rounding happens here and nowhere else."""

from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from scoring.result import FactorResult

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_HOLDS: dict[str, Callable[[float, float], bool]] = {
    "<": lambda value, limit: value < limit,
    "<=": lambda value, limit: value <= limit,
    ">": lambda value, limit: value > limit,
    ">=": lambda value, limit: value >= limit,
}


def rounded(value: float, places: int = 0) -> Decimal:
    """Round half away from zero to ``places`` decimals; noise beyond the ninth decimal is dropped first."""
    steady = Decimal(str(round(value, 9)))
    return steady.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP) + 0


def whole(value: float) -> str:
    """Write points, 0..100, as a whole number."""
    return str(rounded(value))


def factor_score(found: FactorResult) -> str:
    """Write a factor's score as a whole number, or why it has none."""
    if found.score is not None:
        return whole(found.score)
    return {"na": "does not apply", "not_asked": "not asked"}.get(found.status, "not known")


def percent(share: float) -> str:
    """Write a share, 0..1, as a whole percentage."""
    return f"{rounded(share * 100)}%"


def plain(value: float) -> str:
    """Write a threshold as it was set: 50, 37.5."""
    return f"{Decimal(str(round(value, 9))).normalize():f}"


def beside(value: float, test: str, limit: float) -> str:
    """Write a value next to its limit, with just enough decimals not to contradict ``value test limit``."""
    holds = _HOLDS[test]
    for places in (0, 1, 2):
        shown = rounded(value, places)
        if holds(float(shown), limit) == holds(value, limit):
            return str(shown)
    return plain(value)


def spelt(number: int) -> str:
    """Write a count as a word up to twelve, in figures beyond."""
    return _WORDS[number] if number < len(_WORDS) else f"{number:,}"


def counted(number: int, thing: str, things: str | None = None) -> str:
    """Write a count with its noun: one gate, three gates, 13 gates."""
    return f"{spelt(number)} {thing if number == 1 else things or thing + 's'}"


def person_weeks(effort: str) -> str:
    """Write an effort with its unit: 1 person-week, 10 person-weeks."""
    return f"{effort} {'person-week' if effort == '1' else 'person-weeks'}"


def listed(words: Sequence[str], last: str = "and") -> str:
    """Join words as in speech: a, b and c."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def begun(sentence: str) -> str:
    """Give a sentence its capital letter."""
    return sentence[:1].upper() + sentence[1:]


def within(label: str) -> str:
    """Write a label for use inside a sentence: 'Sales' becomes 'sales', 'IT' stays."""
    return label[:1].lower() + label[1:] if label[1:2].islower() or label[1:2] in (" ", "-") else label
