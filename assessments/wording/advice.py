"""Warnings and candidate actions as readers meet them, and what not to do now."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assessments.wording.because import Reasons
from assessments.wording.names import role_names, spoken_stage
from assessments.wording.numbers import begun, listed, whole, within
from scoring.answers import Assessment
from scoring.model import Action, Questionnaire
from scoring.result import ActiveWarning, CandidateAction, Clause, Result

MOST_WARNINGS = 5
MOST_PER_PHASE = 4

PHASES = {1: "Know and own", 2: "Change habits", 3: "Extend", 4: "Join up and create"}
_RENEWAL = ("A46", "A22")  # the yearly look at customers and the quarterly look at ourselves
_BACKGROUND = {"target", "d_now", "d_5y", "DS_now", "DS_5y", "DM_now", "DM_5y", "clean_slate"}
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
    why: str  # a sentence; with what comes first, where something does


@dataclass(frozen=True, slots=True)
class Phase:
    """The leading candidate actions of one phase."""

    number: int
    name: str
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something not to do now, and why."""

    what: str
    why: str


def leading_warnings(questionnaire: Questionnaire, result: Result) -> tuple[Warned, ...]:
    """Return the warnings to print: high before medium; forcing comes first, followed by its consequence."""
    reasons = Reasons(questionnaire, result)
    forced = any(warning.id == _FIRST for warning in result.warnings)
    leading = _in_order(result)[:MOST_WARNINGS]
    return tuple(_warned(questionnaire, reasons, warning, forced) for warning in leading)


def further_warnings(questionnaire: Questionnaire, result: Result) -> str | None:
    """Name the warnings that are not among the leading ones; None when all are."""
    names = [questionnaire.warning_by_id[warning.id].name for warning in _in_order(result)[MOST_WARNINGS:]]
    return f"Also active: {listed([within(name) for name in names])}." if names else None


def _in_order(result: Result) -> list[ActiveWarning]:
    forced = any(warning.id == _FIRST for warning in result.warnings)
    place = {_FIRST: -2, _ITS_CONSEQUENCE: -1} if forced else {}
    return sorted(result.warnings, key=lambda warning: (place.get(warning.id, 0), warning.severity != "high"))


def _warned(questionnaire: Questionnaire, reasons: Reasons, warning: ActiveWarning, forced: bool) -> Warned:
    rule = questionnaire.warning_by_id[warning.id]
    because = begun(reasons.because(warning.because))
    follows = forced and warning.id == _ITS_CONSEQUENCE
    return Warned(rule.id, rule.name, warning.severity, rule.says, f"{because}." if because else "", follows)


def phases(questionnaire: Questionnaire, assessment: Assessment, result: Result) -> tuple[Phase, ...]:
    """Return the leading candidate actions by phase; a firm in step or ahead gets few, a quick scan early wins only."""
    kept = leading_actions(questionnaire, result)
    reasons = Reasons(questionnaire, result)
    found = []
    for number, name in PHASES.items():
        chosen = [entry for entry in kept if questionnaire.action_by_id[entry.id].phase == number]
        moves = tuple(_move(questionnaire, assessment, reasons, candidate) for candidate in chosen)
        if moves:
            found.append(Phase(number, name, moves))
    return tuple(found)


def leading_actions(questionnaire: Questionnaire, result: Result) -> tuple[CandidateAction, ...]:
    """Return the candidates worth an executive's time, best first."""
    proposed = [entry for entry in result.candidates if _belongs(questionnaire, result, entry)]
    ranked = sorted(proposed, key=_ranking(questionnaire, result))
    if result.fit.posture in ("stay_and_renew", "hold_back"):
        return tuple(ranked[: questionnaire.settings.planning.max_renewal_actions])
    taken: Counter[int] = Counter()
    kept = []
    for entry in ranked:
        phase = questionnaire.action_by_id[entry.id].phase
        taken[phase] += 1
        if taken[phase] <= MOST_PER_PHASE:
            kept.append(entry)
    return tuple(kept)


def _belongs(questionnaire: Questionnaire, result: Result, entry: CandidateAction) -> bool:
    return result.variant != "quick" or questionnaire.action_by_id[entry.id].early_win


def _ranking(questionnaire: Questionnaire, result: Result) -> Callable[[CandidateAction], tuple[float, ...]]:
    """Rank renewal and remedies of high warnings first, then what failed gates need, each by points per effort."""
    first = _remedies(questionnaire, result)
    if result.fit.posture in ("stay_and_renew", "hold_back"):
        first |= set(_RENEWAL)
    held = {gate.metric for gate in result.holding_back}

    def rank(entry: CandidateAction) -> tuple[float, ...]:
        action = questionnaire.action_by_id[entry.id]
        needed = sum(points for factor, points in action.lift.items() if factor in held)
        worth = (needed or sum(action.lift.values())) / max(action.effort, 1)
        return (entry.id not in first, not needed, -worth, action.effort)

    return rank


def _remedies(questionnaire: Questionnaire, result: Result) -> set[str]:
    """Return the cheapest candidate remedy of every high warning."""
    candidates = {entry.id for entry in result.candidates}
    found = set()
    for warning in result.warnings:
        remedies = [entry for entry in questionnaire.warning_by_id[warning.id].remedies if entry in candidates]
        if warning.severity == "high" and remedies:
            found.add(min(remedies, key=lambda entry: (questionnaire.action_by_id[entry].effort, entry)))
    return found


def _move(questionnaire: Questionnaire, assessment: Assessment, reasons: Reasons, candidate: CandidateAction) -> Move:
    action = questionnaire.action_by_id[candidate.id]
    return Move(
        id=action.id,
        title=action.title,
        owner="".join(role_names(questionnaire, {action.owner})),
        effort=whole(max(effort(questionnaire, assessment, action), 1)),
        weeks=str(action.lead),
        kpi=action.kpi,
        why=" ".join(_why(questionnaire, assessment, reasons, candidate)),
    )


def _why(
    questionnaire: Questionnaire, assessment: Assessment, reasons: Reasons, candidate: CandidateAction
) -> Iterator[str]:
    action = questionnaire.action_by_id[candidate.id]
    yield f"{begun(reasons.because(_telling(candidate)))}."
    if action.rules_first and assessment.context.get("ctx_regulated") in ("some", "strict"):
        yield "Agree the ground rules with compliance first."


def _telling(candidate: CandidateAction) -> tuple[Clause, ...]:
    """Return the comparisons that set an action apart; where customers call the firm is said on the first page."""
    apart = tuple(clause for clause in candidate.because if clause.name not in _BACKGROUND)
    return apart or candidate.because


def effort(questionnaire: Questionnaire, assessment: Assessment, action: Action) -> float:
    """Return an action's effort in person-weeks for a firm of this size."""
    size = assessment.context.get("ctx_size")
    factors = questionnaire.settings.planning.size_factor
    return action.effort * (factors.get(size, 1.0) if isinstance(size, str) else 1.0)


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
