"""The page of all problem codes, ``docs/problems.md``, made from the table so that it cannot be wrong."""

from assessments.problems.sentences import SENTENCES

_SUBJECTS = {
    "Y": "The text of a file",
    "Q2": "Files and shape of a questionnaire",
    "Q3": "References of a questionnaire",
    "Q4": "Rules of the method",
    "R": "The rule language",
    "A": "Answers files",
    "E": "Worked examples",
    "T": "Tables of ratings",
    "B": "Backups",
    "Z": "Packed folders",
    "C": "Advice",
}

_HEAD = """# Problems and advice

Every message names the file, line and column, a code, what is wrong and what to do about it. A *problem* means that the
file cannot be used. *Advice* means that it can, but there is something to know. {Gaps} are filled with what was found.

This page is made from the program's own table; `make generated` writes it.
"""


def problems_page() -> str:
    """Return the page as Markdown."""
    return "\n".join([_HEAD, *(_section(begins, title) for begins, title in _SUBJECTS.items())])


def _section(begins: str, title: str) -> str:
    codes = [code for code in SENTENCES if code.startswith(begins)]
    return "\n".join(
        [f"## {title}", "", "| Code | What it says | What to do | Why |", "|---|---|---|---|", *map(_row, codes), ""]
    )


def _row(code: str) -> str:
    saying = SENTENCES[code]
    words = [saying.says, saying.remedy.replace("{{", "{").replace("}}", "}"), saying.why]
    mark = " (advice)" if saying.severity == "advice" and not code.startswith("C") else ""
    return (
        "| " + " | ".join([f"{code}{mark}", *(word.replace("|", "\\|").replace(":g}", "}") for word in words)]) + " |"
    )
