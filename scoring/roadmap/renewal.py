"""The short plan of a firm in step with its customers, or ahead of them."""

from scoring.roadmap.growth import Limits, add, as_set, grow
from scoring.roadmap.problem import Insisted, Problem, cheapest_of, insist


def choose_renewal(problem: Problem) -> tuple[tuple[int, ...], tuple[Insisted, ...]]:
    """Return the actions in the order they were chosen, and those that were insisted on.

    Starts with what people pinned and the standing actions, then one remedy per high warning, then whatever raises
    the index of today's destination most per person-week: a handful, within one quarter. What is added for the index
    never carries the firm beyond what its customers call for.
    """
    planning = problem.method.questionnaire.settings.planning
    limits = Limits(problem.means.capacity / problem.means.factor, planning.max_renewal_actions, problem.highest)
    order: list[int] = []
    insisted = [Insisted(action, "pinned") for action in problem.pinned]
    for pin in insisted:
        order = add(problem, order, pin.action)
    for one in insist(problem, "standing", planning.renewal_start):
        order, insisted = _if_it_fits(problem, order, insisted, one, limits)
    for warning, remedies in problem.warnings:
        if remedies:
            remedy = Insisted(cheapest_of(problem, remedies, as_set(problem, order)), "remedy", warning)
            order, insisted = _if_it_fits(problem, order, insisted, remedy, limits)
    return tuple(grow(problem, order, problem.now, limits)), tuple(insisted)


def _if_it_fits(
    problem: Problem, order: list[int], insisted: list[Insisted], one: Insisted, limits: Limits
) -> tuple[list[int], list[Insisted]]:
    longer = add(problem, order, one.action)
    return (longer, [*insisted, one]) if len(longer) <= limits.actions else (order, insisted)
