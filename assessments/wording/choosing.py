"""Which candidate actions are worth an executive's time, and in which order."""

from collections import Counter
from collections.abc import Callable

from scoring.model import Questionnaire
from scoring.result import CandidateAction, Result

MOST_PER_PHASE = 4

_RENEWAL = ("A46", "A22")  # the yearly look at customers and the quarterly look at ourselves


def leading_actions(questionnaire: Questionnaire, result: Result) -> tuple[CandidateAction, ...]:
    """Return the leading candidates, best first: few for a firm in step or ahead, early wins for a quick scan."""
    proposed = [entry for entry in result.candidates if _belongs(questionnaire, result, entry)]
    ranked = sorted(proposed, key=_ranking(questionnaire, result))
    if _in_step_or_ahead(result):
        return tuple(ranked[: questionnaire.settings.planning.max_renewal_actions])
    taken: Counter[int] = Counter()
    kept = []
    for entry in ranked:
        phase = questionnaire.action_by_id[entry.id].phase
        taken[phase] += 1
        if taken[phase] <= MOST_PER_PHASE:
            kept.append(entry)
    return tuple(kept)


def _in_step_or_ahead(result: Result) -> bool:
    return result.fit.posture in ("stay_and_renew", "hold_back")


def _belongs(questionnaire: Questionnaire, result: Result, entry: CandidateAction) -> bool:
    return result.variant != "quick" or questionnaire.action_by_id[entry.id].early_win


def _ranking(questionnaire: Questionnaire, result: Result) -> Callable[[CandidateAction], tuple[float, ...]]:
    """Rank renewal and remedies of high warnings first, then what failed gates need, each by points per effort."""
    first = _remedies(questionnaire, result) | (set(_RENEWAL) if _in_step_or_ahead(result) else set())
    held = {gate.metric for gate in result.holding_back}

    def rank(entry: CandidateAction) -> tuple[float, ...]:
        action = questionnaire.action_by_id[entry.id]
        needed = sum(points for factor, points in action.lift.items() if factor in held)
        worth = (needed or sum(action.lift.values())) / max(action.effort, 1)
        return (entry.id not in first, not needed, -worth, action.effort)

    return rank


def _remedies(questionnaire: Questionnaire, result: Result) -> set[str]:
    """Return the cheapest candidate remedy of every high warning, each with what has to come before it."""
    candidates = {entry.id for entry in result.candidates}
    found: set[str] = set()
    for warning in result.warnings:
        remedies = sorted(candidates & set(questionnaire.warning_by_id[warning.id].remedies))
        if warning.severity == "high" and remedies:
            ways = [_with_needs(questionnaire, remedy, candidates) for remedy in remedies]
            found |= min(
                ways, key=lambda way: sum(questionnaire.action_by_id[entry].effort for entry in sorted(way - found))
            )
    return found


def _with_needs(questionnaire: Questionnaire, action: str, candidates: set[str]) -> set[str]:
    """Return an action with the candidates that come before it."""
    needed = {action}
    waiting = [action]
    while waiting:
        before = set(questionnaire.action_by_id[waiting.pop()].needs) & candidates - needed
        needed |= before
        waiting += sorted(before)
    return needed
