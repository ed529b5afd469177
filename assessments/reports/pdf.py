"""From HTML to a tagged PDF whose bytes depend on its input alone."""

import logging
import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from weasyprint import CSS, DEFAULT_OPTIONS, HTML
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from assessments.design import PRINT, PRINT_SIZES, css_properties, css_sizes
from assessments.reports.archive import UNCLEAR_END, VARIANT, Attached, embedded, finish
from assessments.reports.folder import TEMPLATES

_TRIES = 9  # one in some hundred documents ends in an unclear way, and is written again with an object more
_SMALLER = ("snug", "tight")  # classes of the style sheet, for what needs more pages than it may
_SHEETS = ("executive.css", "team.css")  # the team edition adds to the executive one
_MISSING_LETTER = re.compile(r"\.notdef .*\(U\+([0-9A-F]+)\)")
_ONE_AT_A_TIME = threading.Lock()  # fonts are read once and shared, and their library is not made for threads
_RENDERER = logging.getLogger("weasyprint")


class RenderingError(RuntimeError):
    """The renderer met something it could not set as asked; ``complaints`` are its own words."""

    def __init__(self, complaints: list[str]) -> None:
        super().__init__("; ".join(complaints))
        self.complaints = complaints

    @property
    def missing_letters(self) -> frozenset[int]:
        """The code points no font has, when that is all there is to complain about."""
        found = [_MISSING_LETTER.search(complaint) for complaint in self.complaints]
        return frozenset(int(match[1], 16) for match in found if match) if all(found) else frozenset()


class OwnFilesOnly(URLFetcher):  # type: ignore[misc]  # the renderer has no types
    """Fetches data written into the page and files of the templates folder; refuses everything else."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("data", "file"), allow_redirects=False)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Return what ``url`` holds; stop the rendering when it is neither ours nor inline."""
        if not url.startswith("data:") and not _is_ours(url):
            raise FatalURLFetchingError(f"The report may not fetch {url[:80]}")
        return super().fetch(url, headers)


def _is_ours(url: str) -> bool:
    place = urlsplit(url)
    path = Path(url2pathname(place.path)).resolve()  # before any comparison: %2e%2e is a way out too
    return place.scheme == "file" and not place.netloc and path.is_relative_to(TEMPLATES)


def print_pdf(source: str, attached: Sequence[Attached] = (), *, most_pages: int | None = None) -> bytes:
    """Set HTML as a PDF/UA-1 and PDF/A-3a document; raise RenderingError for anything the renderer warns about.

    Letters that no font of this machine has are printed as question marks. What needs more than ``most_pages`` is set
    again in smaller type, until it fits or there is none smaller.
    """
    try:
        return _set(source, attached, most_pages)
    except RenderingError as error:
        missing = error.missing_letters
        if not missing:
            raise
        return _set(source.translate(dict.fromkeys(missing, "?")), attached, most_pages)


def _set(source: str, attached: Sequence[Attached], most_pages: int | None) -> bytes:
    with _ONE_AT_A_TIME, _warnings_are_errors():
        written = (_written(source, attached, most_pages, padding) for padding in range(_TRIES))
        return next(content for content in written if UNCLEAR_END not in content)


def _written(source: str, attached: Sequence[Attached], most_pages: int | None, padding: int) -> bytes:
    fonts, style = _house_style()
    attachments = [embedded(file) for file in attached]
    options = {**DEFAULT_OPTIONS, "stylesheets": [style], "pdf_variant": VARIANT, "attachments": attachments}
    for size in ("", *_SMALLER):
        document = _laid_out(source.replace("<html ", f'<html class="{size}" ', 1) if size else source, fonts, options)
        if most_pages is None or len(document.pages) <= most_pages:
            break
    return bytes(document.write_pdf(finisher=partial(finish, padding=padding), **options))


def _laid_out(source: str, fonts: FontConfiguration, options: dict[str, Any]) -> Document:
    page = HTML(string=source, base_url=f"{TEMPLATES.as_uri()}/", url_fetcher=OwnFilesOnly())
    return page.render(font_config=fonts, **options)


@lru_cache(maxsize=1)
def _house_style() -> tuple[FontConfiguration, CSS]:
    """Read style sheet and fonts once per process."""
    fonts = FontConfiguration()
    with _warnings_are_errors():
        style = CSS(
            string=style_sheet(), base_url=f"{TEMPLATES.as_uri()}/", url_fetcher=OwnFilesOnly(), font_config=fonts
        )
    return fonts, style


def style_sheet() -> str:
    """Return the style sheet of print, with the colours and sizes of the design."""
    tokens = f":root {{ {css_properties(PRINT)} {css_sizes(PRINT_SIZES, 'pt')} }}\n"
    return tokens + "\n".join((TEMPLATES / name).read_text(encoding="utf-8") for name in _SHEETS)


class _Complaints(logging.Handler):
    """Keeps what the renderer warns about in this thread."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []
        self._thread = threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread == self._thread:
            self.heard.append(record.getMessage())


@contextmanager
def _warnings_are_errors() -> Iterator[None]:
    complaints = _Complaints()
    _RENDERER.addHandler(complaints)
    try:
        yield
    finally:
        _RENDERER.removeHandler(complaints)
    if complaints.heard:
        raise RenderingError(complaints.heard)
