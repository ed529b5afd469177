"""Versions of a questionnaire in words: what they are called, who published them, who uses them."""

from datetime import datetime

from assessments.languages import date, say, say_counted
from assessments.wording.numbers import spelt


def version_name(title: str, version: str, organisation: str | None = None) -> str:
    """Name a published version, with the organisation that keeps it for itself."""
    name = say("{title}, version {version}", title=title, version=version)
    return f"{name} ({organisation})" if organisation else name


def published_line(author: str, at: datetime, firms: int) -> str:
    """Say who published a version and when, and how many assessments are on it."""
    about = {"author": author, "day": date(at.date())}
    if not firms:
        return say("Published by {author} on {day}, not used yet.", **about)
    return say_counted(
        "Published by {author} on {day}, used by {number} assessment.",
        "Published by {author} on {day}, used by {number} assessments.",
        firms,
        number=spelt(firms),
        **about,
    )


def offered_line(current: bool, archived: bool) -> str:
    """Say whether new assessments begin with a version."""
    if archived:
        return say("Archived: not offered for new assessments; those that have begun keep it.")
    return say("New assessments use this version.") if current else ""


def offer_line(title: str, version: str, publication: str | None) -> str:
    """Name a questionnaire that new assessments use, and where it comes from."""
    return beginning_name(title, version, installed=publication is None)


def beginning_name(title: str, version: str, *, installed: bool, organisation: str | None = None) -> str:
    """Name a questionnaire that came with the program or was published here, perhaps for an organisation alone."""
    name = version_name(title, version, organisation)
    return say("{version}, which came with Pathway", version=name) if installed else name
