"""Which language is spoken just now: each thread and each task has its own, never the whole process."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

ENGLISH = "en"
LANGUAGES = {ENGLISH: "English", "de": "Deutsch"}

_spoken: ContextVar[str | None] = ContextVar("spoken", default=None)
_otherwise: list[Callable[[], str]] = []


def language() -> str:
    """Return the code of the language that is spoken just now."""
    spoken = _spoken.get()
    if spoken is not None:
        return spoken
    return _otherwise[0]() if _otherwise else ENGLISH


def speak(code: str) -> None:
    """Speak a language from now on in this thread or task; raises KeyError for one that is not known."""
    _spoken.set(_checked(code))


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak a language for a while, then the one before; raises KeyError for one that is not known."""
    before = _spoken.set(_checked(code))
    try:
        yield
    finally:
        _spoken.reset(before)


def unless_spoken(choose: Callable[[], str]) -> None:
    """Ask ``choose`` for a language wherever none was set.

    Streamlit calls what a button does, and runs fragments, in threads in which the page itself has not run.
    """
    _otherwise[:] = [choose]


def known(wish: str | None) -> str | None:
    """Return the language a wish such as ``de-CH`` names, or None where it names none of ours."""
    code = (wish or "").replace("_", "-").partition("-")[0].strip().lower()
    return code if code in LANGUAGES else None


def _checked(code: str) -> str:
    if code not in LANGUAGES:
        raise KeyError(f"{code!r} is not one of {', '.join(LANGUAGES)}")
    return code
