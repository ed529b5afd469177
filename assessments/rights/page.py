"""The tables of ``docs/security.md``, made from the one that decides, so that they cannot be wrong."""

from collections.abc import Iterator, Mapping

from assessments.rights.deeds import Deed, Subject
from assessments.rights.surfaces import PAGES, ROUTES, VERBS
from assessments.rights.who import Who

BEGIN, END = "<!-- made by python -m assessments.rights -->", "<!-- end of what is made -->"


def written_into(document: str) -> str:
    """Return a document with the tables between its two marks; raises ValueError where it has none."""
    before, begin, rest = document.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"The document lacks the marks {BEGIN} and {END}.")
    return f"{before}{BEGIN}\n\n{tables()}\n\n{END}{after}"


def tables() -> str:
    """Return all tables as Markdown."""
    return "\n\n".join([_people(), *map(_subject, Subject), _surfaces()])


def _people() -> str:
    rows = (f"| {who.title} | {who.shows} |" for who in Who)
    return "\n".join(["### Who", "", "| who | by what |", "|---|---|", *rows])


def _subject(subject: Subject) -> str:
    deeds = [deed for deed in Deed if deed.subject is subject]
    people = [who for who in Who if any(who in deed.by for deed in deeds)]
    if len(people) in (1, len(Who)):
        return "\n".join([f"### {subject.value}", "", "| may | who |", "|---|---|", *map(_plain_row, deeds)])
    head = [f"| may | {' | '.join(who.title for who in people)} |", "|---" * (len(people) + 1) + "|"]
    return "\n".join([f"### {subject.value}", "", *head, *(_row(deed, people) for deed in deeds)])


def _plain_row(deed: Deed) -> str:
    who = "everybody" if len(deed.by) == len(Who) else ", ".join(who.title for who in Who if who in deed.by)
    return f"| {deed.says} | {who} |"


def _row(deed: Deed, people: list[Who]) -> str:
    return f"| {deed.says} | {' | '.join('yes' if who in deed.by else '–' for who in people)} |"


def _surfaces() -> str:
    addresses = {f"`/{'' if name == 'home' else name}`": deed for name, deed in PAGES.items()}
    addresses |= {f"`{path}`": deed for path, deed in ROUTES.items()}
    verbs = {f"`{verb}`": deed for verb, deed in VERBS.items()}
    return "\n".join(
        [
            *("### Pages and routes", "", "| address | shown to whoever may |", "|---|---|", *_rows(addresses), ""),
            *("### Commands", "", "| verb | needs |", "|---|---|", *_rows(verbs)),
        ]
    )


def _rows(of: Mapping[str, Deed | None]) -> Iterator[str]:
    for name, deed in of.items():
        yield f"| {name} | {'nothing: it works on files alone' if deed is None else deed.says} |"
