"""Writes a single value or a new entry as people write them in a questionnaire."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from textwrap import wrap
from typing import Any

WIDTH = 120
_WORD = re.compile(r"(?!(?:yes|no|on|off|true|false|null|y|n)$)[A-Za-z][A-Za-z0-9_]*", re.IGNORECASE)
_LISTED = 60  # characters of a list that still stands on one line


def written(value: Any) -> str:
    """Return a value on one line: words plain, texts in double quotes, lists and groups in brackets."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return number(value)
    if isinstance(value, str):
        return value if _WORD.fullmatch(value) else quoted(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{written(key)}: {written(inner)}" for key, inner in value.items()) + "}"
    return "[" + ", ".join(map(written, value)) + "]"


def number(value: float) -> str:
    """Return a number in plain digits, 55 rather than 55.0."""
    plain = format(Decimal(repr(value)), "f") if isinstance(value, float) else str(value)
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def quoted(text: str) -> str:
    """Return a text between double quotes; signs that would end a line or cannot be seen are written as codes."""
    plain = json.dumps(text, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else _code(sign) for sign in plain)


def _code(sign: str) -> str:
    return f"\\u{ord(sign):04X}" if ord(sign) < 0x10000 else f"\\U{ord(sign):08X}"


def folded(words: str, indent: int) -> list[str]:
    """Return a text without breaks as the lines of a folded block, each indented."""
    return wrap(
        words,
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def folds(text: str) -> bool:
    """Return whether a text means the same when its lines are broken anywhere."""
    return bool(text) and text == " ".join(text.split(" ")) and not re.search(r"\s\s|^\s|\s$|[^\S ]", text)


def entry_lines(entry: Mapping[str, Any], indent: int) -> list[str]:
    """Return a group of keys line by line, the first line where ``indent`` is taken off by whoever puts it in."""
    lines: list[str] = []
    for key, value in entry.items():
        lines += _key_lines(key, value, indent)
    return lines


def _key_lines(key: str, value: Any, indent: int) -> Iterator[str]:
    head = " " * indent + f"{written(key)}:"
    line = f"{head} {written(value) if not _prose(key, value) else quoted(value)}"
    if isinstance(value, str) and len(line) > WIDTH and folds(value):
        yield f"{head} >-"
        yield from folded(value, indent + 2)
    elif isinstance(value, Sequence) and not isinstance(value, str) and _needs_lines(value):
        yield head
        for member in value:
            yield from item_lines(member, indent + 2)
    elif isinstance(value, Mapping) and (len(line) > WIDTH or _holds_groups(value)):
        yield head
        yield from entry_lines(value, indent + 2)
    else:
        yield line


def item_lines(member: Any, indent: int) -> list[str]:
    """Return a member of a list line by line, after its dash."""
    if not isinstance(member, Mapping):
        return [" " * indent + f"- {quoted(member) if isinstance(member, str) else written(member)}"]
    first, *others = entry_lines(member, indent + 2)
    return [" " * indent + f"- {first.lstrip()}", *others]


def _prose(key: str, value: Any) -> bool:
    """Return whether a text is read by people: only names of other things stand without quotes."""
    return isinstance(value, str) and key in (
        "text",
        "name",
        "title",
        "label",
        "why",
        "source",
        "evidence",
        "firm",
        "about",
    )


def _holds_groups(value: Mapping[str, Any]) -> bool:
    return any(isinstance(inner, Mapping) for inner in value.values())


def _needs_lines(values: Sequence[Any]) -> bool:
    return (
        any(isinstance(value, Mapping | str) and written(value) != value for value in values)
        or len(written(values)) > _LISTED
    )
