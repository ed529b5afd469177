"""The log tells what happened and where, and never what anybody wrote."""

import io
import json
import logging
from secrets import token_urlsafe

import pytest

from assessments.hosting.logs import Lines, write_log

Log = tuple[logging.Logger, io.StringIO]
WRITTEN = "our board is hopeless"


@pytest.fixture
def log() -> Log:
    """Return a logger of the test's own, and what it has written."""
    logger, written = logging.Logger("assessments.answering"), io.StringIO()
    logger.addHandler(logging.StreamHandler(written))
    return logger, written


def answered() -> None:
    raise ValueError(WRITTEN)


def logged(log: Log, *, as_json: bool) -> str:
    logger, written = log
    logger.handlers[0].setFormatter(Lines(as_json=as_json))
    logger.warning("Not accepted: link %s", token_urlsafe(32))
    try:
        answered()
    except ValueError:
        logger.exception("A page failed.")
    return written.getvalue()


def test_an_event_is_a_line_of_json_with_the_places_of_an_error_but_not_its_words(log: Log) -> None:
    refused, failed = map(json.loads, logged(log, as_json=True).splitlines())
    assert refused["says"] == "Not accepted: link …"
    assert (failed["level"], failed["from"], failed["error"]) == ("error", "assessments.answering", "ValueError")
    assert failed["through"][0].endswith(" answered")
    assert WRITTEN not in json.dumps(failed)


def test_for_people_it_is_a_sentence_with_the_same_left_out(log: Log) -> None:
    text = logged(log, as_json=False)
    assert "warning assessments.answering: Not accepted: link …\n" in text
    assert "error assessments.answering: A page failed. (ValueError)\n    " in text
    assert WRITTEN not in text


def test_every_logger_of_the_process_writes_in_the_same_form(log: Log) -> None:
    other = logging.getLogger("some.library")
    handler = logging.StreamHandler(io.StringIO())
    other.addHandler(handler)
    ours = logging.getLogger("assessments")
    before = [(one, one.formatter) for one in logging.root.handlers]
    try:
        write_log(as_json=True)
        assert isinstance(handler.formatter, Lines)
        assert all(isinstance(one.formatter, Lines) for one in logging.root.handlers if type(one) is type(handler))
    finally:
        ours.setLevel(logging.NOTSET)
        other.removeHandler(handler)
        for one, formatter in before:
            one.setFormatter(formatter)
