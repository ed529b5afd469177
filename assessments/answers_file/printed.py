"""Answers inside a report: the attachment of a PDF that this product has printed, found without reading the rest.

A PDF is a tree of objects that may lead anywhere. Nothing of it is followed: embedded files are found where they
stand, unpacked up to a limit, and taken for answers only when they begin as ours do.
"""

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from assessments.positions import Limits, decode
from assessments.problems import Refused, TextFile

START = b"%PDF"
FIRST_LINE = "# Answers as read back from this report. Whoever edits them edits what will be read."

_MEGABYTES = 64  # of a whole PDF
_MOST_FILES = 20  # embedded files that are looked at
_LONGEST_HEAD = 1000  # bytes before and after the word that marks an embedded file
_MARK = b"/EmbeddedFile"
_NAME_GOES_ON = re.compile(rb"[A-Za-z]")
_STREAM = re.compile(rb"stream\r?\n")
_LENGTH = re.compile(rb"/Length (\d{1,9})(?! \d+ R)")


def read_printed(path: Path, limits: Limits) -> str:
    """Return the answers file inside a PDF; raise ``Refused`` when it cannot be read or holds none."""
    file = TextFile(str(path))
    try:
        with path.open("rb") as stream:
            content = stream.read(_MEGABYTES * 1_000_000 + 1)
    except OSError:
        raise Refused([file.problem("Y101")]) from None
    if len(content) > _MEGABYTES * 1_000_000:
        raise Refused([file.problem("Y103", kilobytes=_MEGABYTES * 1000)])
    for data in _embedded(content, limits.kilobytes * 1000):
        if data.startswith(FIRST_LINE.encode()):
            return decode(data, file)
    raise Refused([file.problem("A617")])


def _embedded(content: bytes, most: int) -> Iterator[bytes]:
    """Yield the embedded files of a PDF, each unpacked to at most ``most`` bytes; larger ones are left out."""
    start = 0
    for _ in range(_MOST_FILES):
        start = content.find(_MARK, start) + len(_MARK)
        if start < len(_MARK):
            return
        if not _NAME_GOES_ON.match(content, start):
            data = _unpacked(content, start, most)
            if data is not None:
                yield data


def _unpacked(content: bytes, at: int, most: int) -> bytes | None:
    """Return the stream whose head speaks at ``at``, or None where there is none to be had."""
    body = _STREAM.search(content, at, at + _LONGEST_HEAD)
    if body is None:
        return None
    head = content[max(content.rfind(b" obj", 0, at), at - _LONGEST_HEAD) : body.start()]
    stated = _LENGTH.search(head)
    end = body.end() + int(stated[1]) if stated else content.find(b"endstream", body.end())
    packed = content[body.end() : end]
    if b"/FlateDecode" not in head:
        return packed if len(packed) <= most else None
    unpacking = zlib.decompressobj()
    try:
        data = unpacking.decompress(packed, most)
    except zlib.error:
        return None
    return None if unpacking.unconsumed_tail else data
