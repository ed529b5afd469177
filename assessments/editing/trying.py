"""What a change would do: to the worked examples, to every stored assessment and to a few thousand firms by chance.

Everything here yields ``Progress`` on its way and the answer at last; whoever stops listening has cancelled it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assessments.answering.desk import Desk
from assessments.editing.appearing import Appearing, Unseen
from assessments.editing.customer_laws import CUSTOMER_LAWS
from assessments.editing.entries import questionnaire_of
from assessments.editing.files import Files
from assessments.editing.laws import LawBroken, Trial, unreachable_stages
from assessments.editing.looking import ExampleOutcome, try_examples
from assessments.editing.moving import Move, move_of
from assessments.editing.path_laws import PATH_LAWS
from assessments.editing.refusals import refusal
from assessments.editing.rights import belongs_here
from assessments.editing.stored import count_stored, fitting, stored_assessments
from assessments.languages import number, say
from scoring import Method
from scoring.engine import read, stand
from scoring.hanging import Crowd, GateHang, WeightHang, crowd_of, hang_on_gates, hang_on_weights
from scoring.method import Ints
from scoring.whole_firms import whole_firms

LAWS = (*PATH_LAWS, *CUSTOMER_LAWS)
RANDOM_FIRMS = 3000
WHOLE = 3  # one of so many is tried with facts and several people; in a thousand of those every installed rule holds
AT_ONCE = 50  # of them between two words of progress
SEED = 20_100  # any number; the same firms are tried each time


@dataclass(frozen=True, slots=True)
class Progress:
    """How far something has come, and what it is doing."""

    done: int
    total: int
    says: str


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
class Effects:
    """What a change does: examples as they come out, stored assessments that move, the shift of firms by chance.

    ``unseen`` is what came up for none of some whole firms by chance.
    """

    examples: tuple[ExampleOutcome, ...]
    stored: tuple[Move, ...]
    stored_total: int
    random: Shift
    unseen: Unseen


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """Which gates and weights the placements of ``firms`` hang on."""

    firms: int
    gates: tuple[GateHang, ...]
    weights: tuple[WeightHang, ...]


def what_would_change(
    desk: Desk, before: Files, after: Files, *, organisation: str | None = None, random_firms: int = RANDOM_FIRMS
) -> Iterator[Progress | Effects]:
    """Yield progress, then what it does to go from one set of files to the other; raises NotAccepted.

    Stored assessments are those of an ``organisation`` or, without one, of nobody.
    """
    belongs_here(desk, organisation)
    old, new = _method(before), _method(after)
    questionnaires = {old.questionnaire.id, new.questionnaire.id}
    total = count_stored(desk, questionnaires, organisation)
    yield Progress(0, total, say("Trying the worked examples"))
    examples = tuple(try_examples(after, new))
    moves: list[Move] = []
    seen = 0
    for seen, stored in enumerate(stored_assessments(desk, questionnaires, organisation), start=1):
        yield Progress(seen, total, say("Placing the stored assessments anew"))
        move = move_of(old, new, stored)
        moves += [move] if move is not None else []
    yield Progress(total, total, say("Placing {count} firms by chance", count=number(random_firms)))
    now, then = Trial(new, random_firms, SEED), Trial(old, random_firms, SEED)
    broken: list[LawBroken] = []
    for number_tried, law in enumerate(LAWS, start=1):
        yield Progress(number_tried, len(LAWS), say("Trying the laws of the method"))
        broken += law(now)
    appearing, whole = Appearing(new), random_firms // WHOLE
    for firm_number, firm in enumerate(whole_firms(new.questionnaire, whole, SEED)):
        if firm_number % AT_ONCE == 0:
            yield Progress(firm_number, whole, say("Looking for what never comes up"))
        appearing.add(firm)
    yield Effects(examples, tuple(moves), seen, _shift(then, now, tuple(broken)), appearing.unseen())


def sensitivity(desk: Desk, files: Files, *, organisation: str | None = None) -> Iterator[Progress | Sensitivity]:
    """Yield progress, then which gates and weights the placements stored for an organisation, or for nobody, hang on.

    Raises NotAccepted.
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
