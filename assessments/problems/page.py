"""The page of all problem codes, ``docs/problems.md``, made from the table so that it cannot be wrong."""

import re

from assessments.problems.sentences import SENTENCES

_FORMAT = re.compile(r":\.?[0-9]*[gf%]\}")  # how a number in a gap is written
_SUBJECTS = {
    "Y": "The text of a file",
    "Q2": "Files and shape of a questionnaire",
    "Q3": "References of a questionnaire",
    "Q4": "Rules of the method",
    "Q5": "Languages of a questionnaire",
    "R": "The rule language",
    "A": "Answers files",
    "E": "Worked examples",
    "T": "Tables of ratings",
    "B": "Backups",
    "Z": "Packed folders",
    "C": "Advice",
    "S": "Advice from answers",
}

_HEAD = """# Problems and advice

Every message names the file, line and column, a code, what is wrong and what to do about it. A *problem* means that the
file cannot be used. *Advice* means that it can, but there is something to know. {Gaps} are filled with what was found.

An example of each stands in [problem-examples.md](problem-examples.md). This page is made from the program's own table;
`make generated` writes it.
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
    mark = " (advice)" if saying.severity == "advice" and code[0] not in "CS" else ""
    plain = (_FORMAT.sub("}", word.replace("|", "\\|")) for word in words)
    return "| " + " | ".join([f"{code}{mark}", *plain]) + " |"
