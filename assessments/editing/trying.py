"""What a change would do: to the worked examples, to firms by chance, and what the stored placements hang on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assessments.answering.desk import Desk
from assessments.editing.appearing import Appearing, Unseen
from assessments.editing.customer_laws import CUSTOMER_LAWS
from assessments.editing.entries import questionnaire_of
from assessments.editing.files import Files
from assessments.editing.laws import LawBroken, Trial, unreachable_stages
from assessments.editing.looking import try_examples
from assessments.editing.path_laws import PATH_LAWS
from assessments.editing.refusals import refusal
from assessments.editing.rights import belongs_here
from assessments.editing.stored import count_stored, fitting, stored_assessments
from assessments.languages import say
from scoring import Method
from scoring.engine import read, stand
from scoring.hanging import Crowd, GateHang, WeightHang, crowd_of, hang_on_gates, hang_on_weights
from scoring.method import Ints
from scoring.whole_firms import whole_firms

LAWS = (*PATH_LAWS, *CUSTOMER_LAWS)
RANDOM_FIRMS = 3000
WHOLE = 3  # one of so many is tried with facts and several people; in a thousand of those every installed rule holds
SEED = 20_100  # any number; the same firms are tried each time


@dataclass(frozen=True, slots=True)
class Progress:
    """How far something has come, and what it is doing."""

    done: int
    total: int
    says: str


@dataclass(frozen=True, slots=True)
class Failing:
    """A worked example that comes out otherwise than it says, and the first difference."""

    firm: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Shift:
    """Where firms by chance stand before and after: shares (0..1) by position, of those that moved, and what is odd."""

    firms: int
    before: tuple[float, ...]
    after: tuple[float, ...]
    moved_up: float
    moved_down: float
    unreachable: tuple[str, ...]
    laws: tuple[LawBroken, ...]


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """Which gates and weights the placements of ``firms`` hang on."""

    firms: int
    gates: tuple[GateHang, ...]
    weights: tuple[WeightHang, ...]


def failing_examples(files: Files, method: Method) -> tuple[Failing, ...]:
    """Return the worked examples among ``files`` that ``method`` contradicts."""
    failing = (one for one in try_examples(files, method) if not one.passed)
    return tuple(Failing(one.firm, one.differences[0].sentence) for one in failing)


def shift_by_chance(before: Method, after: Method, firms: int = RANDOM_FIRMS) -> Shift:
    """Return where so many firms drawn at random stand under both methods, and which laws ``after`` breaks."""
    then, now = Trial(before, firms, SEED), Trial(after, firms, SEED)
    return _shift(then, now, tuple(broken for law in LAWS for broken in law(now)))


def never_seen(method: Method, firms: int = RANDOM_FIRMS // WHOLE) -> Unseen:
    """Return what comes up for none of so many whole firms drawn at random."""
    appearing = Appearing(method)
    for firm in whole_firms(method.questionnaire, firms, SEED):
        appearing.add(firm)
    return appearing.unseen()


def sensitivity(desk: Desk, files: Files, *, organisation: str | None = None) -> Iterator[Progress | Sensitivity]:
    """Yield progress, then which gates and weights the placements stored for an organisation, or for nobody, hang on.

    Whoever stops listening has cancelled it. Raises NotAccepted.
    """
    belongs_here(desk, organisation)
    method = _method(files)
    questionnaires = {method.questionnaire.id}
    total = count_stored(desk, questionnaires, organisation)
    crowds_of: dict[bytes, list[Crowd]] = {}
    for seen, stored in enumerate(stored_assessments(desk, questionnaires, organisation), start=1):
        yield Progress(seen, total, say("Reading the stored assessments"))
        assessment = fitting(method, stored.assessment)
        standing = stand(method, assessment, read(method, assessment))
        crowd = crowd_of(method, [(standing.known, standing.exists)])
        crowds_of.setdefault(standing.known.asked.tobytes(), []).append(crowd)
    crowds = [crowd_of(method, [(one.profile, one.exists) for one in group]) for group in crowds_of.values()]
    yield Progress(total, total, say("Moving every gate and weight"))
    firms = sum(map(len, crowds))
    yield Sensitivity(firms, tuple(hang_on_gates(method, crowds)), tuple(hang_on_weights(method, crowds)))


def _method(files: Files) -> Method:
    questionnaire = questionnaire_of(files)
    if questionnaire is None:
        raise refusal("try_problems")
    return Method(questionnaire)


def _shift(old: Trial, new: Trial, broken: tuple[LawBroken, ...]) -> Shift:
    before, after = old.firms.position, new.firms.position
    stages = range(max(len(old.method.stages), len(new.method.stages)) + 1)
    return Shift(
        new.count,
        _shares(before, stages),
        _shares(after, stages),
        float((after > before).mean()),
        float((after < before).mean()),
        unreachable_stages(new),
        broken,
    )


def _shares(positions: Ints, stages: Sequence[int]) -> tuple[float, ...]:
    return tuple(float((positions == stage).mean()) for stage in stages)
