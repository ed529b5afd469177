"""Every rule can be read, speaks of things that exist and compares what can be compared."""

from collections.abc import Iterator
from dataclasses import replace

from assessments.catalog.draft import Draft, Spot
from assessments.languages import Unspoken
from assessments.positions import Keys
from assessments.problems import Place, Problem, Suggestion
from scoring import model
from scoring.model import Entry, Questionnaire
from scoring.names import advice_names, fact_names
from scoring.rule_words import Phrase
from scoring.rules import Names, RuleError, parse

_CODES = {
    "size": "R501",
    "text": "R502",
    "grammar": "R503",
    "name": "R504",
    "function": "R505",
    "kind": "R506",
    "option": "R507",
}


def check_rules(draft: Draft, questionnaire: Questionnaire) -> Iterator[Problem]:
    """Yield every rule that cannot be used; ``questionnaire`` may lack entries whose shape was wrong."""
    facts, advice = fact_names(questionnaire), advice_names(questionnaire)
    for gate in draft.of(model.Gate):
        yield from _rule(gate, "only_if", facts, draft.lost)
    for item in draft.of(model.Item):
        yield from _rule(item, "na_when", facts, draft.lost)
    yield from _derived(draft, facts)
    yield from _warnings(draft, advice)
    for action in draft.of(model.Action):
        yield from _rule(action, "when", advice, draft.lost)


def _derived(draft: Draft, facts: Names) -> Iterator[Problem]:
    """Let each derived fact use those above it, so that they cannot go in circles."""
    spots = list(draft.of(model.DerivedFact))
    later = {spot.entry.id for spot in spots}
    plain = {name: kind for name, kind in facts.plain.items() if name not in later}
    for spot in spots:
        yield from _rule(spot, "rule", replace(facts, plain=plain), draft.lost)
        plain[spot.entry.id] = "flag"


def _warnings(draft: Draft, advice: Names) -> Iterator[Problem]:
    """Let no warning ask for other warnings: they are shown together."""
    for spot in draft.of(model.WarningRule):
        yield from _rule(spot, "when", replace(advice, warnings=frozenset()), draft.lost)


def _rule(spot: Spot[Entry], key: str, names: Names, lost: frozenset[str]) -> Iterator[Problem]:
    text = getattr(spot.entry, key)
    try:
        if text is not None:
            parse(text, names)
    except RuleError as error:
        word = text[error.start : error.end].rpartition(".")[2].strip("'\"")
        if word not in lost:
            yield _told(spot, (*spot.path, key), text, error)


def _told(spot: Spot[Entry], path: Keys, text: str, error: RuleError) -> Problem:
    document = spot.document
    hint = Suggestion(error.suggestion) if error.suggestion else None
    file = document.file_of(path)
    place = _inside(file.lines, document.place(path), text, error.start)
    return file.problem(_CODES[error.reason], place, hint, sentence=_unspoken(error))


def _unspoken(error: RuleError) -> Unspoken:
    words = {name: Unspoken(word) if isinstance(word, Phrase) else word for name, word in error.words.items()}
    return Unspoken(error.says, tuple(words.items()))


def _inside(lines: tuple[str, ...], place: Place, text: str, start: int) -> Place:
    """Return the place of a character of a rule when the rule stands on the line as it is; else where it begins."""
    line = lines[place.line - 1]
    begins = line.find(text, place.column - 1)
    return Place(place.line, begins + start + 1) if begins in (place.column - 1, place.column) else place
