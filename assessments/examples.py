"""Worked examples: answers files that also say what must come out, compared with what does.

The rules of comparison are those of the questionnaire's README: only what is named is compared, numbers to the
digits written, lists in order, entries of lists by their id.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from assessments import answers_file
from assessments.answers_file.opening import LIMITS
from assessments.languages import Unspoken, say_later
from assessments.positions import Document, Keys, parse, read
from assessments.problems import Problem, did_you_mean
from assessments.result_json import as_entries
from scoring import Method, assess
from scoring.answers import Assessment
from scoring.model import Questionnaire
from scoring.result import Result

FOLDER = "examples"
MOST = 10  # differences told per example
MOST_DIGITS = 6  # behind the point, of a number that nobody has written yet
_DIGITS = re.compile(r"-?[0-9]+(?:\.([0-9]+))?")

# A single value may stand for an entry: a number for its first key of these, a word for its first of those.
_NUMBERS = ("score", "value")
_WORDS = ("status", "result", "finding", "severity")


TAKEN_OUT = object()  # what would make an expectation right that can only be left out


class Difference(NamedTuple):
    """A place of an example that expects something else than comes out, and what it would have to say."""

    problem: Problem
    path: Keys
    found: Any


def check_examples(folder: Path, method: Method) -> tuple[Problem, ...]:
    """Score every example of the questionnaire in ``folder`` and return where it differs from what it expects."""
    files = sorted(file for file in (folder / FOLDER).glob("*") if file.suffix in (".yaml", ".yml", ".json"))
    return tuple(problem for file in files for problem in islice(_check_file(file, method), MOST))


def check_example(text: str, path: Path, method: Method) -> tuple[Problem, ...]:
    """Score the example with this ``text``, which stands at ``path``, and return where it differs, as above."""
    checked = answers_file.check_text(text, path, method.questionnaire)
    return tuple(islice(_check(checked, lambda: parse(text, path, LIMITS), method), MOST))


def _check_file(file: Path, method: Method) -> Iterator[Problem]:
    return _check(answers_file.check(file, method.questionnaire), lambda: read(file, LIMITS), method)


def _check(checked: answers_file.Checked, opened: Callable[[], Document], method: Method) -> Iterator[Problem]:
    yield from checked.problems
    if checked.assessment is None:
        return
    document = opened()
    if "expect" not in document.data:
        return
    if not isinstance(document.data["expect"], dict):
        yield document.problem("E705", ("expect",))
        return
    yield from compare(document, ("expect",), method, checked.assessment)


def compare(document: Document, path: Keys, method: Method, assessment: Assessment) -> Iterator[Problem]:
    """Score ``assessment`` and yield where what the document expects at ``path`` differs from what comes out."""
    for difference in _differences(document, path, method, assessment):
        yield difference.problem


def differences(text: str, path: Path, method: Method) -> Iterator[Difference]:
    """Yield where the example with this ``text`` differs, with what would make it right; nothing of a broken one."""
    assessment = answers_file.check_text(text, path, method.questionnaire).assessment
    document = parse(text, path, LIMITS)
    if assessment is not None and isinstance(document.data.get("expect"), dict):
        yield from _differences(document, ("expect",), method, assessment)


def _differences(document: Document, path: Keys, method: Method, assessment: Assessment) -> Iterator[Difference]:
    questionnaire, result = method.questionnaire, assess(method, assessment)
    found = as_entries(questionnaire, assessment, result)
    found["gates_not_passed"] = _not_passed(questionnaire, result)
    yield from _Comparison(document, path).differences(path, found)


def _not_passed(questionnaire: Questionnaire, result: Result) -> dict[str, list[str]]:
    return {
        stage.id: [gate.id for gate in result.gates if gate.stage == stage.id and gate.holds_back]
        for stage in questionnaire.stages
    }


class _Comparison:
    """Compares what stands at a place of an example with what came out."""

    def __init__(self, document: Document, top: Keys) -> None:
        self._document = document
        self._top = len(top)

    def differences(self, path: Keys, found: Any) -> Iterator[Difference]:
        """Yield where the expectation at ``path`` differs from ``found``."""
        expected = self._expected(path)
        if isinstance(expected, dict):
            yield from self._group(path, expected, found)
        elif isinstance(expected, list) and isinstance(found, list):
            yield from self._list(path, expected, found)
        elif not self._same(path, expected, _short(expected, found)):
            came = _short(expected, found)
            yield self._differs("E701", path, self._rounded(path, came), expected=_shown(expected), found=_shown(came))

    def _differs(
        self, code: str, path: Keys, instead: Any, hint: Unspoken | None = None, **words: object
    ) -> Difference:
        problem = self._document.problem(code, path, hint, key=code == "E702", **{"name": self._name(path), **words})
        return Difference(problem, path, instead)

    def _name(self, path: Keys) -> Unspoken:
        return say_later('"{word}"', word=".".join(map(str, path[self._top :])))

    def _expected(self, path: Keys) -> Any:
        value = self._document.data
        for step in path:
            value = value[step]
        return value

    def _group(self, path: Keys, expected: Mapping[str, Any], found: Any) -> Iterator[Difference]:
        if isinstance(found, list):
            if set(expected) <= {"includes", "excludes"}:
                yield from self._members(path, expected, _ids(found))
                return
            found = {id_: one for id_, one in zip(_ids(found), found, strict=True) if isinstance(id_, str)}
        if not isinstance(found, dict):
            yield self._differs("E701", path, found, expected=_shown(expected), found=_shown(found))
            return
        for key in expected:
            if key in found:
                yield from self.differences((*path, key), found[key])
            else:
                yield self._differs("E702", (*path, key), TAKEN_OUT, did_you_mean(key, found))

    def _members(self, path: Keys, expected: Mapping[str, Any], found: Sequence[Any]) -> Iterator[Difference]:
        for key, wanted in (("includes", say_later("be")), ("excludes", say_later("not be"))):
            for index, id_ in enumerate(_listed(expected.get(key, []))):
                if (id_ in found) != (key == "includes"):
                    words = {"id": id_, "wanted": wanted, "name": self._name(path), "found": _shown(found)}
                    yield self._differs("E704", (*path, key, index), TAKEN_OUT, **words)

    def _list(self, path: Keys, expected: Sequence[Any], found: Sequence[Any]) -> Iterator[Difference]:
        found = _ids(found)
        same = len(found) == len(expected) and not any(
            True for index, one in enumerate(found) for _ in self.differences((*path, index), one)
        )
        if not same:
            yield self._differs("E703", path, found, expected=_shown(expected), found=_shown(found))

    def _same(self, path: Keys, expected: Any, found: Any) -> bool:
        numbers = [
            value for value in (expected, found) if isinstance(value, int | float) and not isinstance(value, bool)
        ]
        if len(numbers) < 2:
            return type(expected) is type(found) and bool(expected == found)
        return bool(abs(expected - found) <= self._half_unit(path) + 1e-9)

    def _half_unit(self, path: Keys) -> float:
        """Return half a unit of the last digit written."""
        digits = self._digits(path)
        return 0.0 if digits is None else 0.5 * 10.0**-digits

    def _digits(self, path: Keys) -> int | None:
        """Return how many digits are written behind the point, None where no number is."""
        line, column = self._document.place(path)
        written = _DIGITS.match(self._document.file.lines[line - 1], column - 1)
        return len(written.group(1) or "") if written else None

    def _rounded(self, path: Keys, found: Any) -> Any:
        """Return a number to as many digits as the expectation has; to many where it has none."""
        if not isinstance(found, float):
            return found
        digits = self._digits(path)
        return round(found, MOST_DIGITS if digits is None else digits)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _short(expected: Any, found: Any) -> Any:
    """Return the value of an entry that a single expected value is about."""
    if not isinstance(found, dict):
        return found
    keys = _WORDS if isinstance(expected, str) else _NUMBERS
    return next((found[key] for key in keys if key in found), found)


def _ids(found: Sequence[Any]) -> list[Any]:
    """Return the entries of a list, by their ids where they have one."""
    return [one.get("id", one.get("item", one)) if isinstance(one, dict) else one for one in found]


def _shown(value: Any) -> str:
    return f"{value:.10g}" if isinstance(value, float) else json.dumps(value, ensure_ascii=False)
