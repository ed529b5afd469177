"""Numbers, dates and times in the form of whoever reads them."""

from datetime import date as Date
from datetime import datetime as DateTime
from datetime import time as Time
from decimal import Decimal

from babel.dates import format_date, format_time
from babel.numbers import format_decimal, format_percent

from assessments.languages.spoken import language

_LOCALES = {"en": "en_GB", "de": "de_DE"}


def number(value: float | Decimal, *, grouped: bool = True) -> str:
    """Write a number with all its decimals and, unless not ``grouped``, its thousands apart: 1,234.5 or 1.234,5."""
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    return format_decimal(exact, locale=_locale(), decimal_quantization=False, group_separator=grouped)


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
