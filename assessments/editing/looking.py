"""Says everything there is to say about the files of a questionnaire, with what would mend it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from assessments import catalog, examples
from assessments.answers_file.opening import LIMITS
from assessments.editing.files import BASE, Files
from assessments.editing.mending import Mend, mend
from assessments.positions import parse
from assessments.problems import Problem, Refused
from assessments.problems.sentence import Sentence
from assessments.problems.sentences import SENTENCES
from scoring import Method
from scoring.model import Questionnaire

EXAMPLES = "examples/"


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem or advice, the file it is about (empty for the whole), and what would mend it where that is certain."""

    problem: Problem
    file: str
    mend: Mend | None = None


@dataclass(frozen=True, slots=True)
class ExampleOutcome:
    """How a worked example came out: its differences, of which only the first few are told."""

    file: str
    firm: str
    differences: tuple[Problem, ...]

    @property
    def passed(self) -> bool:
        return not self.differences


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in the files; without problems there is a questionnaire, whose examples were tried."""

    problems: tuple[Finding, ...]
    advice: tuple[Finding, ...]
    questionnaire: Questionnaire | None
    examples: tuple[ExampleOutcome, ...] = ()

    @property
    def publishable(self) -> bool:
        """Whether there is nothing wrong, and every example comes out as it says."""
        return self.questionnaire is not None and all(example.passed for example in self.examples)

    def of(self, name: str) -> tuple[Finding, ...]:
        """Return what was found in one file, in its order; what an example gets wrong is among it."""
        told = [finding for finding in (*self.problems, *self.advice) if finding.file == name]
        told += [Finding(one, name) for example in self.examples if example.file == name for one in example.differences]
        return tuple(sorted(told, key=lambda finding: finding.problem.place))


def check_texts_only(files: Files) -> Looked:
    """Look at the files without trying the examples, quickly enough to be done while somebody types."""
    checked = catalog.check_texts(files)
    return Looked(_findings(files, checked.problems), _findings(files, checked.advice), checked.questionnaire)


def check_files(files: Files) -> Looked:
    """Look at the files and, where they are without problems, try their worked examples."""
    looked = check_texts_only(files)
    if looked.questionnaire is None:
        return looked
    tried = tuple(try_examples(files, Method(looked.questionnaire)))
    return Looked(looked.problems, looked.advice, looked.questionnaire, tried)


def try_examples(files: Files, method: Method) -> Iterator[ExampleOutcome]:
    """Yield how each worked example comes out under ``method``."""
    for name in example_names(files):
        yield ExampleOutcome(name, _firm(name, files[name]), examples.check_example(files[name], Path(name), method))


def example_names(files: Files) -> tuple[str, ...]:
    """Return the names of the files that are worked examples."""
    return tuple(name for name in sorted(files) if name.startswith(EXAMPLES) and name.endswith((".yaml", ".yml")))


def explain_code(code: str) -> Sentence:
    """Return what a code says, what to do about it and why; raises KeyError for an unknown one."""
    return SENTENCES[code]


def _findings(files: Files, problems: Iterable[Problem]) -> tuple[Finding, ...]:
    return tuple(_finding(files, problem) for problem in problems)


def _finding(files: Files, problem: Problem) -> Finding:
    text = files.get(problem.path)
    if text is None:
        return Finding(problem, "")
    is_fixed = problem.path.startswith(BASE)  # what an edition builds on is not edited
    return Finding(problem, problem.path, None if is_fixed else mend(text, problem))


def _firm(name: str, text: str) -> str:
    """Return whom an example is about, as far as it says so."""
    try:
        data = parse(text, Path(name), LIMITS).data
    except Refused:
        data = None
    firm = data.get("firm") if isinstance(data, dict) else None
    return firm if isinstance(firm, str) else Path(name).stem
