"""Warnings and candidate actions as readers meet them, and what not to do now."""

from dataclasses import dataclass

from assessments.wording.because import Reasons
from assessments.wording.names import role_names, spoken_stage
from assessments.wording.numbers import begun, plain
from scoring.answers import Assessment
from scoring.model import Action, Questionnaire
from scoring.result import ActiveWarning, CandidateAction, Clause, Result

MOST_WARNINGS = 5
MOST_PER_PHASE = 3

PHASES = {1: "Know and own", 2: "Change habits", 3: "Extend", 4: "Join up and create"}
_FIRST, _ITS_CONSEQUENCE = "AP_FORCING", "AP_TOOLS"


@dataclass(frozen=True, slots=True)
class Warned:
    """A warning with its reason."""

    id: str
    name: str
    severity: str
    says: str
    because: str
    follows: bool  # shown as a consequence of the warning before it


@dataclass(frozen=True, slots=True)
class Move:
    """A candidate action: who leads it, what it takes and why it is proposed."""

    id: str
    title: str
    owner: str
    effort: str
    weeks: str
    kpi: str
    why: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Phase:
    """The candidate actions of one phase; ``more`` counts those left out."""

    number: int
    name: str
    moves: tuple[Move, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something not to do now, and why."""

    what: str
    why: str


def leading_warnings(questionnaire: Questionnaire, result: Result, most: int = MOST_WARNINGS) -> tuple[Warned, ...]:
    """Return the warnings to print: high before medium; forcing comes first, followed by its consequence."""
    active = {warning.id for warning in result.warnings}
    place = {_FIRST: -2, _ITS_CONSEQUENCE: -1} if _FIRST in active else {}

    def order(warning: ActiveWarning) -> tuple[int, bool]:
        return place.get(warning.id, 0), warning.severity != "high"

    reasons = Reasons(questionnaire, result)
    leading = sorted(result.warnings, key=order)[:most]
    return tuple(_warned(questionnaire, reasons, warning, place) for warning in leading)


def _warned(questionnaire: Questionnaire, reasons: Reasons, warning: ActiveWarning, place: dict[str, int]) -> Warned:
    rule = questionnaire.warning_by_id[warning.id]
    because = begun(reasons.because(warning.because))
    follows = bool(place) and warning.id == _ITS_CONSEQUENCE
    return Warned(rule.id, rule.name, warning.severity, rule.says, f"{because}." if because else "", follows)


def phases(questionnaire: Questionnaire, assessment: Assessment, result: Result) -> tuple[Phase, ...]:
    """Return the leading candidate actions by phase; a firm in step or ahead gets few, a quick scan early wins only."""
    kept = leading_actions(questionnaire, result)
    reasons = Reasons(questionnaire, result)
    found = []
    for number, name in PHASES.items():
        candidates = [entry for entry in result.candidates if questionnaire.action_by_id[entry.id].phase == number]
        chosen = [entry for entry in kept if entry in candidates]
        moves = tuple(_move(questionnaire, assessment, reasons, candidate) for candidate in chosen)
        if moves:
            found.append(Phase(number, name, moves, len(candidates) - len(moves)))
    return tuple(found)


def leading_actions(questionnaire: Questionnaire, result: Result) -> tuple[CandidateAction, ...]:
    """Return the candidates worth an executive's time, best first."""
    proposed = [entry for entry in result.candidates if _belongs(questionnaire, result, entry)]
    ranked = sorted(proposed, key=lambda entry: _rank(questionnaire, result, entry))
    if result.fit.posture in ("stay_and_renew", "hold_back"):
        return tuple(ranked[: questionnaire.settings.planning.max_renewal_actions])
    taken: dict[int, int] = {}
    kept = []
    for entry in ranked:
        phase = questionnaire.action_by_id[entry.id].phase
        taken[phase] = taken.get(phase, 0) + 1
        if taken[phase] <= MOST_PER_PHASE:
            kept.append(entry)
    return tuple(kept)


def _belongs(questionnaire: Questionnaire, result: Result, entry: CandidateAction) -> bool:
    return result.variant != "quick" or questionnaire.action_by_id[entry.id].early_win


def _rank(questionnaire: Questionnaire, result: Result, entry: CandidateAction) -> tuple[float, ...]:
    """Rank what a high warning or a failed gate asks for first, then by points lifted per person-week."""
    action = questionnaire.action_by_id[entry.id]
    urgent = {
        remedy
        for warning in result.warnings
        if warning.severity == "high"
        for remedy in questionnaire.warning_by_id[warning.id].remedies
    }
    held = {gate.metric for gate in result.holding_back}
    lifted = sum(points for factor, points in action.lift.items() if factor in held)
    worth = (lifted or sum(action.lift.values())) / max(action.effort, 1)
    return (entry.id not in urgent and not lifted, -worth, action.effort)


def _move(questionnaire: Questionnaire, assessment: Assessment, reasons: Reasons, candidate: CandidateAction) -> Move:
    action = questionnaire.action_by_id[candidate.id]
    return Move(
        id=action.id,
        title=action.title,
        owner="".join(role_names(questionnaire, {action.owner})),
        effort=plain(effort(questionnaire, assessment, action)),
        weeks=str(action.lead),
        kpi=action.kpi,
        why=begun(reasons.because(_telling(candidate))),
        note=_rules_first(assessment, action),
    )


def _telling(candidate: CandidateAction) -> tuple[Clause, ...]:
    """Return the comparisons that set an action apart; that the road leads on is said once, above."""
    apart = tuple(clause for clause in candidate.because if clause.name not in ("target", "clean_slate"))
    return apart or candidate.because


def effort(questionnaire: Questionnaire, assessment: Assessment, action: Action) -> float:
    """Return an action's effort in person-weeks for a firm of this size."""
    size = assessment.context.get("ctx_size")
    factors = questionnaire.settings.planning.size_factor
    return action.effort * (factors.get(size, 1.0) if isinstance(size, str) else 1.0)


def _rules_first(assessment: Assessment, action: Action) -> str | None:
    if action.rules_first and assessment.context.get("ctx_regulated") in ("some", "strict"):
        return "Agree the ground rules with compliance first."
    return None


def not_now(questionnaire: Questionnaire, result: Result) -> tuple[Refusal, ...]:
    """Return what to leave alone for now, each with its reason."""
    checks = (_social, _beyond, _tools, _technology, _joining, _base_first)
    return tuple(refusal for check in checks if (refusal := check(questionnaire, result)) is not None)


def _social(questionnaire: Questionnaire, result: Result) -> Refusal | None:
    target, last = result.fit.target, len(questionnaire.stages)
    if target is None or target >= last:
        return None
    called = f"Customers call for {spoken_stage(questionnaire, target)} at most, today or in five years"
    why = f"{called}; the reason to go social is to match the customer."
    return Refusal("No new social channels, communities or social tools", why)


def _beyond(questionnaire: Questionnaire, result: Result) -> Refusal | None:
    target, wanted = result.fit.target, result.ownership.ambition
    if target is None or wanted is None or wanted <= target:
        return None
    return Refusal(
        f"No programme for {spoken_stage(questionnaire, wanted)}",
        "The leadership wants it and customers do not call for it; what a firm wants and should do are two questions.",
    )


def _tools(questionnaire: Questionnaire, result: Result) -> Refusal | None:
    if not any(warning.id == _ITS_CONSEQUENCE for warning in result.warnings):
        return None
    return Refusal("No further tools", "Those in use wait for a change of habits; another one would wait as well.")


def _technology(questionnaire: Questionnaire, result: Result) -> Refusal | None:
    if not any(warning.id == "AP_TECH_FIRST" for warning in result.warnings):
        return None
    return Refusal("No systems project ahead of the habits", "Systems already run ahead of how people work.")


def _joining(questionnaire: Questionnaire, result: Result) -> Refusal | None:
    if not result.facts.get("clean_slate"):
        return None
    return Refusal("No integration project", "With a clean slate there is nothing older to join up with.")


def _base_first(questionnaire: Questionnaire, result: Result) -> Refusal | None:
    if result.position > 0:
        return None
    return Refusal("Nothing that skips the base", "Every later stage stands on it.")
