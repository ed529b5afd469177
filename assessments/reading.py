"""What a reader can ask for: the questionnaire, an answers file, its result, its report."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from assessments import answers_file, catalog, examples, positions, settings
from assessments.answers_file.opening import LIMITS
from assessments.edited_plan import plan_as_edited
from assessments.edits import NO_EDITS, PlanEdits
from assessments.languages import language, say
from assessments.problems import Problem, Refused
from assessments.result_json import as_entries
from assessments.wording.session import Session
from scoring import Method, assess
from scoring.answers import Assessment
from scoring.confidence import measure_confidence
from scoring.model import Questionnaire
from scoring.result import Confidence, Result
from scoring.roadmap import Plan

EXAMPLES = "examples"


@dataclass(frozen=True, slots=True)
class Reading:
    """One firm's answers, read against a questionnaire."""

    method: Method
    assessment: Assessment
    result: Result
    advice: tuple[Problem, ...] = ()
    edits: PlanEdits = NO_EDITS  # what people changed about the plan
    session: Session | None = None  # of a workshop
    passed_on: bool = False  # to somebody who sees the result and not the answers

    @property
    def questionnaire(self) -> Questionnaire:
        return self.method.questionnaire


class CannotPrintError(Exception):
    """The machine cannot make PDFs: WeasyPrint, Pango or a font is missing."""


@dataclass(frozen=True, slots=True)
class CheckedQuestionnaire:
    """What was found in a questionnaire's files or, where these can be used, in its worked examples."""

    problems: tuple[Problem, ...]
    advice: tuple[Problem, ...]
    questionnaire: Questionnaire | None
    examples: int = 0


@dataclass(frozen=True, slots=True)
class SampleFirm:
    """A worked example that is shown as a sample."""

    id: str
    name: str
    about: str


def open_method(folder: Path | None = None) -> Method:
    """Return the questionnaire in ``folder`` (default: the installed one), ready to score; raise ``Refused``.

    Its texts are in the language that is spoken. It is read again only after one of its files has changed.
    """
    place = folder or settings.read().questionnaire
    return _method(place, _changed(place)).in_language(language())


def _changed(folder: Path) -> tuple[tuple[str, int], ...]:
    files = catalog.questionnaire_files(folder) if folder.is_dir() else {}
    return tuple((name, file.stat().st_mtime_ns) for name, file in files.items())


@lru_cache(maxsize=8)
def _method(folder: Path, _changed: tuple[tuple[str, int], ...]) -> Method:
    return Method(catalog.load(folder))


def check_questionnaire(folder: Path | None = None) -> CheckedQuestionnaire:
    """Say everything that is wrong or noteworthy in a questionnaire; without problems, also in its worked examples."""
    place = folder or _as_typed(settings.read().questionnaire)
    checked = catalog.check(place)
    if checked.questionnaire is None:
        return CheckedQuestionnaire(checked.problems, checked.advice, None)
    files = tuple((place / EXAMPLES).glob("*.yaml"))
    differences = examples.check_examples(place, Method(checked.questionnaire))
    return CheckedQuestionnaire(differences, checked.advice, checked.questionnaire, len(files))


def origins(folder: Path) -> Iterator[tuple[str, catalog.Line]]:
    """Yield everything a questionnaire says, by file, with where it comes from; raises ``Refused``."""
    return catalog.lines_in(folder)


def _as_typed(folder: Path) -> Path:
    """Return a folder as somebody standing here would type it."""
    return folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder


def open_answers(
    path: Path, *, folder: Path | None = None, context: Path | None = None, today: Date | None = None
) -> Reading:
    """Read an answers file and score it; raise ``Refused`` with every problem of the file or the questionnaire."""
    method = open_method(folder)
    checked = answers_file.check(path, method.questionnaire, context=context, today=today)
    if checked.assessment is None:
        raise Refused(checked.problems)
    result = assess(method, checked.assessment)
    return Reading(method, checked.assessment, result, checked.advice, checked.edits)


def sample_firms(folder: Path | None = None) -> tuple[SampleFirm, ...]:
    """Return the questionnaire's worked examples that say what they are about, by file name."""
    return tuple(_sample_firms(folder or settings.read().questionnaire))


def _sample_firms(folder: Path) -> Iterator[SampleFirm]:
    for path in sorted((folder / EXAMPLES).glob("*.yaml")):
        data = positions.read(path, LIMITS).data
        if isinstance(data, dict) and data.get("about"):
            yield SampleFirm(path.stem, str(data.get("firm", path.stem)), say(str(data["about"])))


def open_sample(id_: str, folder: Path | None = None) -> Reading:
    """Return the sample firm ``id_`` with its result; raise LookupError when there is none of that id."""
    place = folder or settings.read().questionnaire
    if id_ not in {path.stem for path in (place / EXAMPLES).glob("*.yaml")}:
        raise LookupError(f'There is no sample firm "{id_}".')
    return open_answers(place / EXAMPLES / f"{id_}.yaml", folder=place)


def how_sure(reading: Reading) -> Confidence:
    """Return how sure the placement is, and what would tip it."""
    return measure_confidence(reading.method, reading.assessment)


def plan(reading: Reading) -> Plan:
    """Return the plan that follows from the result and from what people want of it."""
    return plan_as_edited(reading.method, reading.assessment, reading.result, reading.edits).plan


def result_json(reading: Reading) -> str:
    """Return the result, how sure it is and the plan as JSON text for other programs."""
    return _as_text(_entries(reading, how_sure(reading), plan(reading)))


def _entries(reading: Reading, confidence: Confidence, plan: Plan) -> dict[str, Any]:
    result = as_entries(reading.questionnaire, reading.assessment, reading.result, confidence, plan)
    return {**result, "plan": {**result["plan"], "edits": answers_file.edits_tree(reading.edits)}}


def _as_text(entries: dict[str, Any]) -> str:
    return json.dumps(entries, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def can_print() -> bool:
    """Return whether this machine can make PDFs."""
    try:
        _reports()
    except CannotPrintError:
        return False
    return True


def executive_report(reading: Reading, *, date: Date) -> bytes:
    """Return the executive report as a PDF, in the language that is spoken; the same input gives the same bytes.

    Raises ``CannotPrintError`` where the machine cannot make PDFs.
    """
    return _printed(reading, "executive", date)


def team_report(reading: Reading, *, date: Date) -> bytes:
    """Return the team edition as a PDF, as ``executive_report`` does."""
    return _printed(reading, "team", date)


def _printed(reading: Reading, edition: str, date: Date) -> bytes:
    reports = _reports()
    write = {"executive": reports.executive_pdf, "team": reports.team_pdf}[edition]
    spoken = Method(reading.questionnaire.in_language(language()))
    case = reports.work_out(spoken, reading.assessment, reading.result, edits=reading.edits, session=reading.session)
    attached = [] if reading.session or reading.passed_on else list(_attached(reports, reading, case, edition, date))
    try:
        return bytes(write(case, date=date, attached=attached))
    except reports.RenderingError as error:
        raise CannotPrintError(str(error)) from error


def _attached(reports: ModuleType, reading: Reading, case: Any, edition: str, date: Date) -> Iterator[Any]:
    """Yield the files inside a report; a workshop's, or one passed on, has none: exact numbers give answers away."""
    entries = _as_text(_entries(reading, case.confidence, case.plan))
    yield reports.Attached("result.json", "The result, for other programs", entries, date)
    if edition == "team":
        answers = answers_file.write_attachment(reading.assessment, reading.edits)
        yield reports.Attached("answers.yaml", "The answers, to be opened again", answers, date, source=True)


def _reports() -> ModuleType:
    """Return the reports, imported when first asked for: only who prints needs the PDF library, and may lack it."""
    try:
        return import_module("assessments.reports")
    except (ImportError, OSError) as error:
        raise CannotPrintError(str(error)) from error
