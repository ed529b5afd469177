"""The scripts of the pages: one file that comes with the frame, and the calls by which a page lets a part of it run.

A page is run for every press, and what it sends is sent again each time; so it sends the call and never the script.
"""

from pathlib import Path

from markupsafe import Markup

HERE = Path(__file__).parent
FILES = ("arrival.js", "language.js", "timing.js")
CALLS = ("arrive", "speak", "startClocks")  # what those files add to `pathway`


def script_file() -> str:
    """Return the scripts of all pages."""
    return "\n".join(("window.pathway = {};", *((HERE / name).read_text(encoding="utf-8") for name in FILES)))


def call(name: str) -> Markup:
    """Return the call of one of ``CALLS``; a content policy lets in nothing else, and knows each by its hash."""
    return Markup("<script>pathway.{}()</script>").format(name)
