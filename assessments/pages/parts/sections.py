"""The list of a long page's sections: it stays in sight where there is room for it, and every section leads back."""

from collections.abc import Mapping

from markupsafe import Markup

from assessments.languages import say
from assessments.pages.parts.pieces import listed

TOP = "sections"


def list_of_sections(names: Mapping[str, str]) -> Markup:
    """Return a link to each section, by id and name, in the order in which they stand on the page."""
    links = (Markup('<a href="#{}">{}</a>').format(_place(id_), name) for id_, name in names.items())
    return Markup('<nav id="{}" class="sections" tabindex="-1" aria-label="{}">{}</nav>').format(
        TOP, say("Sections of this page"), listed(links, "links")
    )


def beginning_of(id_: str) -> Markup:
    """Return the place a link of the list leads to; it stands before the heading of its section."""
    return Markup('<span id="{}" class="beginning" tabindex="-1"></span>').format(_place(id_))


def way_back() -> Markup:
    """Return the link to the list, which stays in sight on screens where the list does not."""
    return Markup('<a class="to-sections" href="#{}">{}</a>').format(TOP, say("Sections"))


def _place(id_: str) -> str:
    return f"section-{id_}"
