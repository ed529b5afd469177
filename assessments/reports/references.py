"""Small numbers behind statements, which lead to the rules, answers and sources at the end of the report."""

import re
from dataclasses import dataclass

from scoring.model import Questionnaire, Source

_NAMED = re.compile(r"\b[SL]\d+\b")


@dataclass(frozen=True, slots=True)
class Reference:
    """One statement's ground: what it rests on, the rule as it is written, and the claims behind it."""

    number: int
    about: str
    rule: str
    sources: str


class References:
    """Hands out numbers in the order in which statements appear, and remembers every source named."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self._known = {source.id: source for source in questionnaire.sources}
        self._numbers: dict[tuple[str, str], Reference] = {}
        self._cited: dict[str, Source] = {}

    def note(self, about: str, rule: str, source: str) -> int:
        """Return the number of the note about a statement; the same ground has the same number."""
        named = [id_ for id_ in dict.fromkeys(_NAMED.findall(source)) if id_ in self._known]
        self._cited.update((id_, self._known[id_]) for id_ in named)
        number = len(self._numbers) + 1
        found = self._numbers.setdefault((about, rule), Reference(number, about, rule, " ".join(named)))
        return found.number

    @property
    def notes(self) -> tuple[Reference, ...]:
        return tuple(self._numbers.values())

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source named, once, in the questionnaire's order."""
        return tuple(source for id_, source in self._known.items() if id_ in self._cited)
