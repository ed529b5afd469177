"""The first row of a CSV: which column says what, in the long and in the wide form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessments.answers_file.cells import Cell
from assessments.languages import Unspoken
from assessments.problems import Place, Problem, TextFile, did_you_mean, some
from scoring.model import Allocation, Item

NOTE = "note"
PERSON = ("respondent", "role", "seconds", "round")  # columns of both forms
LONG = (*PERSON, "item", "value", NOTE)
NEEDED = ("respondent", "role")
NEEDED_LONG = (*NEEDED, "item", "value")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a cell is about: ``item`` or ``segment:item``, with ``.option`` of a split or ``.note`` behind it."""

    item: str
    segment: str = ""
    part: str = ""

    def __str__(self) -> str:
        """Return it as it stands in a file."""
        return (f"{self.segment}:" if self.segment else "") + self.item + (f".{self.part}" if self.part else "")

    @classmethod
    def parse(cls, text: str) -> "Subject":
        """Read a subject; whether there is such an item is not looked at."""
        segment, _, rest = text.strip().lower().rpartition(":")
        item, _, part = rest.partition(".")
        return cls(item, segment, part)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where to find what in a row; in the long form no column is about a subject."""

    named: Mapping[str, int]
    subjects: Mapping[int, Subject]
    header: Sequence[Cell]

    @property
    def long(self) -> bool:
        """Whether each row holds one answer and names what it is about."""
        return "item" in self.named

    @property
    def complete(self) -> bool:
        """Whether every column that is needed is there."""
        return set(NEEDED_LONG if "item" in self.named or "value" in self.named else NEEDED) <= set(self.named)

    def cell(self, row: Sequence[Cell], name: str) -> Cell:
        """Return the cell below ``name``, an empty one where the row has none."""
        index = self.named.get(name, len(row))
        return row[index] if index < len(row) else Cell("", row[0].line, row[0].column)

    def is_nameless(self, index: int) -> bool:
        """Whether no name stands above the cell at ``index`` of a row."""
        return index >= len(self.header) or not self.header[index].text.strip()


class Naming:
    """Understands the cells of a CSV that name something, and notes those that name nothing."""

    def __init__(self, file: TextFile, items: Mapping[str, Item], problems: list[Problem]) -> None:
        self._file = file
        self._items = items
        self._problems = problems

    def columns(self, header: Sequence[Cell]) -> Columns:
        """Return what the columns hold, noting what is missing, doubled or unknown."""
        words = [cell.text.strip().lower() for cell in header]
        long = "item" in words or "value" in words
        for name in NEEDED_LONG if long else NEEDED:
            if name not in words:
                self.note("A650", header[0], did_you_mean(name, words), word=name)
        named = {word: index for index, word in enumerate(words) if word in (LONG if long else PERSON)}
        subjects: dict[int, Subject] = {}
        for index, cell in enumerate(header):
            word = words[index]
            if word and word in words[:index]:
                self.note("A651", cell, word=word)
            elif word and word not in named and long:
                self.note("A652", cell, did_you_mean(word, LONG), word=word, some=some(LONG, len(LONG)))
            elif word and word not in named and (subject := self.subject(cell)):
                subjects[index] = subject
        return Columns(named, subjects, header)

    def subject(self, cell: Cell) -> Subject | None:
        """Return what ``cell`` names, such as ``dem_01.phone``; None, with a problem noted, where it names nothing."""
        subject = Subject.parse(cell.text)
        if subject.item not in self._items:
            self.note("A620", cell, did_you_mean(subject.item, self._items), word=subject.item)
            return None
        item = self._items[subject.item]
        options = [option.id for option in item.options] if isinstance(item, Allocation) else []
        if subject.part in ("", NOTE, *options):
            return subject
        code = "A627" if options else "A653"
        self.note(code, cell, did_you_mean(subject.part, options), word=subject.part, item=item.id, some=some(options))
        return None

    def note(self, code: str, cell: Cell, hint: Unspoken | None = None, **words: object) -> None:
        """Note a problem of a cell."""
        self._problems.append(self._file.problem(code, Place(cell.line, cell.column), hint, **words))
