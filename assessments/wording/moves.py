"""Candidate actions as readers meet them: the few that serve best, phase by phase, each with its reason."""

from collections.abc import Iterator
from dataclasses import dataclass

from assessments.languages import marked, say
from assessments.wording.because import Reasons
from assessments.wording.choosing import leading_actions
from assessments.wording.names import role_names
from assessments.wording.numbers import begun, whole
from scoring.answers import Assessment
from scoring.model import Action, Questionnaire
from scoring.result import Clause, Result

PHASES = {1: marked("Know and own"), 2: marked("Change habits"), 3: marked("Extend"), 4: marked("Join up and create")}

# Where customers call the firm is said on the first page; a reason names what sets an action apart.
_BACKGROUND = {"target", "d_now", "d_5y", "DS_now", "DS_5y", "DM_now", "DM_5y", "clean_slate"}


@dataclass(frozen=True, slots=True)
class Move:
    """A candidate action: who leads it, what it takes and why it is proposed."""

    id: str
    title: str
    owner: str
    effort: str  # person-weeks for this firm
    weeks: str
    kpi: str
    why: str


@dataclass(frozen=True, slots=True)
class Phase:
    """The leading candidate actions of one phase."""

    number: int
    name: str
    moves: tuple[Move, ...]


def phases(questionnaire: Questionnaire, assessment: Assessment, result: Result) -> tuple[Phase, ...]:
    """Return the leading candidate actions by phase, leaving out phases without any."""
    reasons = Reasons(questionnaire, result)
    moves: dict[int, list[Move]] = {number: [] for number in PHASES}
    for candidate in leading_actions(questionnaire, result):
        action = questionnaire.action_by_id[candidate.id]
        moves[action.phase].append(_move(questionnaire, assessment, reasons, action, candidate.because))
    return tuple(Phase(number, say(PHASES[number]), tuple(chosen)) for number, chosen in moves.items() if chosen)


def _move(
    questionnaire: Questionnaire,
    assessment: Assessment,
    reasons: Reasons,
    action: Action,
    because: tuple[Clause, ...],
) -> Move:
    return Move(
        id=action.id,
        title=action.title,
        owner="".join(role_names(questionnaire, {action.owner})),
        effort=whole(max(effort(questionnaire, assessment, action), 1)),
        weeks=str(action.lead),
        kpi=action.kpi,
        why=" ".join(_why(assessment, reasons, action, because)),
    )


def _why(assessment: Assessment, reasons: Reasons, action: Action, because: tuple[Clause, ...]) -> Iterator[str]:
    apart = [clause for clause in because if clause.name not in _BACKGROUND]
    yield f"{begun(reasons.because(apart or because))}."
    if action.rules_first and assessment.context.get("ctx_regulated") in ("some", "strict"):
        yield say("Agree the ground rules with compliance first.")


def effort(questionnaire: Questionnaire, assessment: Assessment, action: Action) -> float:
    """Return an action's effort in person-weeks for a firm of this size."""
    size = assessment.context.get("ctx_size")
    factors = questionnaire.settings.planning.size_factor
    return action.effort * (factors.get(size, 1.0) if isinstance(size, str) else 1.0)
