"""Spoils good inputs in the ways that break programs: the same input for the same dice."""

from collections.abc import Callable, Sequence
from random import Random

NASTY = (
    *(b"", b"\0", b"\xff\xfe", b"\xed\xa0\xbd", "é\u202e\u0000\ud7ff".encode(), "🖤".encode(), b"\r", b"\n\n", b"\t"),
    *(b"-1", b"0", b"1e309", b"nan", b"9" * 400, b"0x10", b"1_000", b"12:30", b"-0.0", b"2026-02-30"),
    *(b"{", b"}", b"[", b"]", b"(" * 200, b"[" * 300, b"&a", b"*a", b"<<: *a", b"!!python/object:os.system", b"? :"),
    *(
        b"'",
        b'"',
        b"|",
        b">",
        b"#",
        b": ",
        b"- ",
        b",",
        b";",
        b"=cmd()",
        b"<script>",
        b"%s%n",
        b"{0.__class__}",
        b"../",
    ),
    *(b"null", b"true", b"~", b"dk", b"na", b"not ", b" and ", b" or ", b" in ", b"==", b"<", b"__import__('os')"),
)
MOST_BYTES = 200_000
LONGEST_PIECE = 60


def mangled(dice: Random, good: Sequence[bytes]) -> bytes:
    """Return one of some good inputs after a few spoilings."""
    content = dice.choice(good)
    for _ in range(dice.choice((1, 1, 1, 2, 3, 5))):
        content = dice.choice(SPOILINGS)(dice, content, good)
    return content[:MOST_BYTES]


def _place(dice: Random, content: bytes) -> tuple[int, int]:
    start = dice.randint(0, len(content))
    return start, min(len(content), start + dice.randint(0, LONGEST_PIECE))


def _cut(dice: Random, content: bytes, _good: Sequence[bytes]) -> bytes:
    start, end = _place(dice, content)
    return content[:start] + content[end:]


def _end(dice: Random, content: bytes, _good: Sequence[bytes]) -> bytes:
    return content[: dice.randint(0, len(content))]


def _repeat(dice: Random, content: bytes, _good: Sequence[bytes]) -> bytes:
    start, end = _place(dice, content)
    return content[:end] + content[start:end] * dice.choice((1, 2, 50)) + content[end:]


def _put_in(dice: Random, content: bytes, _good: Sequence[bytes]) -> bytes:
    start, _ = _place(dice, content)
    return content[:start] + dice.choice(NASTY) + content[start:]


def _replace(dice: Random, content: bytes, _good: Sequence[bytes]) -> bytes:
    start, end = _place(dice, content)
    return content[:start] + dice.choice(NASTY) + content[end:]


def _flip(dice: Random, content: bytes, _good: Sequence[bytes]) -> bytes:
    spoilt = bytearray(content)
    for _ in range(dice.choice((1, 3, 20)) if spoilt else 0):
        spoilt[dice.randrange(len(spoilt))] = dice.randrange(256)
    return bytes(spoilt)


def _swap_lines(dice: Random, content: bytes, _good: Sequence[bytes]) -> bytes:
    lines = content.split(b"\n")
    here, there = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[here], lines[there] = lines[there], lines[here]
    return b"\n".join(lines)


def _splice(dice: Random, content: bytes, good: Sequence[bytes]) -> bytes:
    other = dice.choice(good)
    return content[: dice.randint(0, len(content))] + other[dice.randint(0, len(other)) :]


SPOILINGS: tuple[Callable[[Random, bytes, Sequence[bytes]], bytes], ...] = (
    *(_cut, _end, _repeat, _put_in, _replace, _flip, _swap_lines, _splice),
)
