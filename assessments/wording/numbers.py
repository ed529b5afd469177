"""Numbers and lists as people read them; rounding happens here and nowhere else."""

from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from assessments import languages
from assessments.languages import ENGLISH, language, marked, number, say, say_counted
from scoring.result import FactorResult

_WORDS = (
    *(marked("no"), marked("one"), marked("two"), marked("three"), marked("four"), marked("five"), marked("six")),
    *(marked("seven"), marked("eight"), marked("nine"), marked("ten"), marked("eleven"), marked("twelve")),
)
_NOT_KNOWN = marked("not known")
_NO_SCORE = {"na": marked("does not apply"), "not_asked": marked("not asked")}
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
    return say(_NO_SCORE.get(found.status, _NOT_KNOWN))


def percent(share: float) -> str:
    """Write a share, 0..1, as a whole percentage."""
    return languages.percent(rounded(share * 100) / 100)


def plain(value: float) -> str:
    """Write a threshold as it was set: 50, 37.5."""
    return number(Decimal(str(round(value, 9))).normalize(), grouped=False)


def beside(value: float, test: str, limit: float) -> str:
    """Write a value next to its limit, with just enough decimals not to contradict ``value test limit``."""
    holds = _HOLDS[test]
    for places in (0, 1, 2):
        shown = rounded(value, places)
        if holds(float(shown), limit) == holds(value, limit):
            return number(shown, grouped=False)
    return plain(value)


def spelt(count: int) -> str:
    """Write a count as a word up to twelve, in figures beyond."""
    return say(_WORDS[count]) if count < len(_WORDS) else number(count)


def counted(count: int, thing: str, things: str | None = None) -> str:
    """Write a count with its noun, in English: one gate, three gates, 13 gates."""
    return f"{spelt(count)} {thing if count == 1 else things or thing + 's'}"


def person_weeks(effort: str) -> str:
    """Write an effort with its unit: 1 person-week, 10 person-weeks."""
    return say_counted("{effort} person-week", "{effort} person-weeks", 1 if effort == "1" else 2, effort=effort)


def spelt_weeks(count: int) -> str:
    """Write an effort with its unit in a sentence: one person-week, ten person-weeks, 13 person-weeks."""
    return say_counted("{number} person-week", "{number} person-weeks", count, number=spelt(count))


def listed(words: Sequence[str], last: str = marked("and")) -> str:
    """Join words as in speech: a, b and c, or with another marked word before the last."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {say(last)} {words[-1]}"


def begun(sentence: str) -> str:
    """Give a sentence its capital letter."""
    return sentence[:1].upper() + sentence[1:]


def within(label: str) -> str:
    """Write a label for use inside a sentence: 'Sales' becomes 'sales', 'IT' stays, and in German all stay."""
    if language() != ENGLISH:
        return label
    return label[:1].lower() + label[1:] if label[1:2].islower() or label[1:2] in (" ", "-") else label
