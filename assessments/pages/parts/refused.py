"""What stands in place of a page when the questionnaire or a sample firm cannot be used, or the program fails."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from assessments.languages import marked, say
from assessments.pages.parts.desk import PageEnds
from assessments.pages.parts.pieces import heading, paragraph, show
from assessments.problems import Refused

_log = logging.getLogger(__name__)


@contextmanager
def in_words() -> Iterator[None]:
    """Let a page, or a part that runs by itself, end where it ends, and say what went wrong in place of the rest."""
    try:
        yield
    except PageEnds:
        pass
    except Refused as reasons:
        show_problems(reasons)
    except Exception as failure:
        show_failure(failure)


def show_problems(
    refused: Refused,
    title: str = marked("The questionnaire cannot be used"),
    advice: str = marked("Mend these places, then load the page again."),
    level: int = 1,
) -> None:
    """Show every problem with its place, sentence and remedy, as the command line prints them."""
    show(heading(say(title), level), paragraph(say(advice)))
    for problem in refused.problems:
        st.code(str(problem), language=None, wrap_lines=True)


def show_failure(failure: Exception) -> None:
    """Log a mistake of the program, and tell the person what it means for them."""
    _log.error("A page failed.", exc_info=failure)
    show(
        heading(say("Something went wrong on our side"), level=2),
        paragraph(
            say("What was saved is safe. Please load the page again; if that does not help, tell whoever runs this.")
        ),
    )
