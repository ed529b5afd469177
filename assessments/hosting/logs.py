"""The log: one line for each event, for people or as JSON, without what anybody wrote and without a link.

The words of an error may hold what somebody typed, so they are left out; its kind and the places it came through tell
where to look. Anything as long and as random as a link is blotted out, whoever put it there.
"""

import json
import logging
import re
import traceback
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

SECRET = re.compile(r"[A-Za-z0-9_-]{40,}")
BLOT = "…"
OURS = "assessments"
NEAREST = 12  # places of an error, from where it happened outwards


class Lines(logging.Formatter):
    """Writes an event as a line of JSON or, with the places of an error below it, as a sentence."""

    def __init__(self, *, as_json: bool) -> None:
        super().__init__()
        self._write = _json if as_json else _sentence

    def format(self, record: logging.LogRecord) -> str:
        """Return what is written."""
        return self._write(_event(record))


def write_log(*, as_json: bool) -> None:
    """Let everything this process logs be written in one form; called once its libraries have set up their own."""
    lines = Lines(as_json=as_json)
    loggers = [one for one in logging.root.manager.loggerDict.values() if isinstance(one, logging.Logger)]
    if not logging.root.handlers:
        logging.root.addHandler(logging.StreamHandler())
    for handler in {handler for one in (logging.root, *loggers) for handler in one.handlers}:
        if isinstance(handler, logging.StreamHandler):
            handler.setFormatter(lines)
    logging.getLogger(OURS).setLevel(logging.INFO)


def _event(record: logging.LogRecord) -> dict[str, Any]:
    at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
    event: dict[str, Any] = {
        "at": at,
        "level": record.levelname.lower(),
        "from": record.name,
        "says": SECRET.sub(BLOT, record.getMessage()),
    }
    if record.exc_info and record.exc_info[0]:
        event |= {"error": record.exc_info[0].__name__, "through": _places(record.exc_info[2])}
    return event


def _places(trace: TracebackType | None) -> list[str]:
    frames = traceback.extract_tb(trace)[-NEAREST:]
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in reversed(frames)]


def _json(event: dict[str, Any]) -> str:
    return json.dumps(event, ensure_ascii=False)


def _sentence(event: dict[str, Any]) -> str:
    first = "{at} {level} {from}: {says}".format_map(event)
    if "error" not in event:
        return first
    return "\n    ".join((f"{first} ({event['error']})", *event["through"]))
