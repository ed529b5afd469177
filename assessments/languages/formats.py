"""Numbers, dates and times in the form of whoever reads them."""

from datetime import date as Date
from datetime import datetime as DateTime
from datetime import time as Time
from decimal import Decimal

from babel.dates import format_date, format_time
from babel.numbers import format_decimal, format_percent

from assessments.languages.spoken import language

_LOCALES = {"en": "en_GB", "de": "de_DE"}


def number(value: float | Decimal, *, places: int | None = None, grouped: bool = True) -> str:
    """Write a number with its thousands apart, unless not ``grouped``: 1,234.5 or 1.234,5.

    It has all its decimals, or exactly ``places`` of them.
    """
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    pattern = None if places is None else f"#,##0.{'0' * places}"
    return format_decimal(exact, pattern, _locale(), decimal_quantization=places is not None, group_separator=grouped)


def percent(share: float | Decimal) -> str:
    """Write a share, 0..1, that was rounded to a whole percentage before: 12%, or 12 % with a space that holds."""
    return format_percent(share, locale=_locale())


def date(day: Date) -> str:
    """Write a date in words: 22 November 2026 or 22. November 2026."""
    return format_date(day, "long", locale=_locale())


def time(moment: DateTime | Time) -> str:
    """Write hours and minutes as the moment itself gives them, in its own time zone: 14:05."""
    return format_time(moment.time() if isinstance(moment, DateTime) else moment, "short", locale=_locale())


def _locale() -> str:
    return _LOCALES[language()]
