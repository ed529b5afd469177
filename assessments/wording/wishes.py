"""What people want of a plan, what it costs and how far they are, in words."""

from collections.abc import Collection, Iterator, Sequence

from assessments.edits import ActionEdits, PlanEdits
from assessments.wording.names import role_names, spoken_stage
from assessments.wording.notes import spoken_date
from assessments.wording.numbers import begun, counted, listed, person_weeks, plain, spelt, within
from assessments.wording.roadmap import last_day_of, not_granted_line
from assessments.wording.sureness import in_ten
from scoring.model import Questionnaire
from scoring.roadmap import Difference, Frontier, Plan, compare_plans
from scoring.roadmap.frontier import AtCapacity
from scoring.roadmap.plan import LeftOut

STATUSES = {"planned": "Planned", "doing": "Under way", "done": "Done", "dropped": "Dropped"}
_STEADY = 0.9
_MOST_NAMED = 3
_MOST_ASKED = 4


def cost_line(questionnaire: Questionnaire, before: Plan, after: Plan) -> str:
    """Say what changes from one plan to another: stages, weeks, person-weeks, and which moves come or go."""
    difference = compare_plans(before, after)
    if difference.changes_nothing:
        return "The plan stays as it is."
    moves = [
        f"{verb} {_some(questionnaire, ids)}"
        for verb, ids in (("adds", difference.added), ("leaves out", difference.dropped))
        if ids
    ]
    line = begun("; ".join([part for part in (listed([*_amounts(difference)]), *moves) if part]) + ".")
    if after.kind != "fallback" or before.kind == "fallback":
        return line
    return f"{line} The next stage can no longer be reached this way, so the plan does what helps most meanwhile."


def _some(questionnaire: Questionnaire, ids: Sequence[str]) -> str:
    """Quote the titles of a few moves and count the others."""
    named = [f"“{_title(questionnaire, id_)}”" for id_ in ids[:_MOST_NAMED]]
    others = len(ids) - len(named)
    return listed([*named, counted(others, "other")] if others else named)


def _amounts(difference: Difference) -> Iterator[str]:
    if difference.reached:
        yield counted(abs(difference.reached), "stage") + (" further" if difference.reached > 0 else " less far")
    if difference.weeks:
        yield counted(abs(difference.weeks), "week") + (" longer" if difference.weeks > 0 else " shorter")
    effort = round(difference.effort_person_weeks, 1)
    if effort:
        number = plain(abs(effort)) if effort % 1 else spelt(int(abs(effort)))
        yield f"{number} person-week{'' if abs(effort) == 1 else 's'} {'more' if effort > 0 else 'less'}"


def together_line(questionnaire: Questionnaire, unedited: Plan, plan: Plan) -> str:
    """Say what all wishes together change."""
    return f"Beside the plan without any wish: {within(cost_line(questionnaire, unedited, plan))}"


def asked_lines(questionnaire: Questionnaire, edits: PlanEdits, most: int | None = None) -> tuple[str, ...]:
    """Return the wishes a plan follows as sentences, the first ``most`` of them and how many others there are."""
    asked = [f"{begun(sentence)}." for _, _, sentence in wish_lines(questionnaire, edits)]
    others = len(asked) - len(asked[:most])
    return (*asked[:most], *([f"{begun(counted(others, 'further wish', 'further wishes'))}."] if others else []))


def asked_line(questionnaire: Questionnaire, edits: PlanEdits, unedited: Plan, plan: Plan) -> str | None:
    """Say in one paragraph what people asked of a plan and what it costs; None where they asked nothing."""
    asked = asked_lines(questionnaire, edits, _MOST_ASKED)
    if not asked:
        return None
    return f"This plan follows wishes. {' '.join(asked)} {together_line(questionnaire, unedited, plan)}"


def wish_lines(questionnaire: Questionnaire, edits: PlanEdits) -> Iterator[tuple[str, str, str]]:
    """Yield every wish as action (empty for the plan as a whole), the name of the edit, and what it asks."""
    if edits.capacity is not None:
        yield "", "capacity", f"{person_weeks(plain(edits.capacity))} in a quarter"
    if edits.start is not None:
        yield "", "start", f"The plan begins on {spoken_date(edits.start)}"
    for action, said in sorted(edits.actions.items()):
        for name, asks in _wishes(questionnaire, said):
            yield action, name, f"“{_title(questionnaire, action)}” {asks}"


def _wishes(questionnaire: Questionnaire, said: ActionEdits) -> Iterator[tuple[str, str]]:
    if said.wanted is not None:
        yield "wanted", {"pinned": "has to be in", "banned": "is left out"}[said.wanted]
    if said.status == "dropped":
        yield "status", "was dropped"
    if said.effort is not None:
        yield "effort", f"takes {person_weeks(plain(said.effort))}"
    if said.role is not None:
        yield "role", f"is led by {''.join(role_names(questionnaire, {said.role}))}"
    if said.not_before is not None:
        yield "not_before", f"does not begin before {spoken_date(said.not_before)}"


def followed_line(said: ActionEdits, *, named: bool = True) -> str:
    """Say who does a move, by when, and how far they are; empty when nothing was said.

    Not ``named``, it leaves out the person: a name somebody typed goes to the team alone.
    """
    status = "" if said.status == "planned" else STATUSES[said.status]
    if status and said.carried:
        status += " before this assessment"
    due = f"due {spoken_date(said.due)}" if said.due else ""
    return " · ".join(part for part in (status, said.person if named else "", due) if part)


def progress_line(plan: Plan, edits: PlanEdits) -> str | None:
    """Say how many moves of the plan are done and under way, and how much of the effort that is."""
    done, doing = (
        [
            one
            for one in plan.actions
            if (said := edits.of(one.id)).status == status and not (said.carried and done_only)
        ]
        for status, done_only in (("done", True), ("doing", False))
    )
    if not (done or doing):
        return None
    behind, total = (round(sum(one.effort for one in some)) for some in (done, plan.actions))
    counts = f"{_how_many(done)} done, {_how_many(doing)} under way"
    return f"Of {counted(len(plan.actions), 'move')}: {counts}. {behind} of {total} person-weeks are behind you."


def _how_many(some: Collection[object]) -> str:
    return spelt(len(some)) if some else "none"


def late_line(plan: Plan, edits: PlanEdits, action: str) -> str | None:
    """Say that a due date is not met by the plan, and when the move finishes instead."""
    due = edits.of(action).due
    finish = next((last_day_of(plan, one.finish_week) for one in plan.actions if one.id == action), None)
    if due is None or finish is None or due >= finish or edits.of(action).status == "done":
        return None
    return f"Due {spoken_date(due)}, but as planned it takes until {spoken_date(finish)}."


def earlier_lines(questionnaire: Questionnaire, plan: Plan, edits: PlanEdits) -> tuple[str, ...]:
    """Say what was begun or done before and is not in this plan, so that it is not lost from sight."""
    inside = {one.id for one in plan.actions}
    lines = []
    for status, says in (("done", "Done, and not in this plan"), ("doing", "Under way, and not in this plan")):
        titles = [
            _title(questionnaire, id_)
            for id_, said in sorted(edits.actions.items())
            if said.status == status and id_ not in inside
        ]
        if titles:
            lines.append(f"{says}: {'; '.join(titles)}.")
    return tuple(lines)


def capacity_title(frontier: Frontier) -> str | None:
    """Say what half and double the capacity would mean; None where nothing limits the plan."""
    if not frontier.capacities:
        return None
    half, usual, double = frontier.capacities
    if half.weeks == usual.weeks == double.weeks:
        return f"More people would not make it faster: {counted(usual.weeks, 'week')} either way"
    return (
        f"{begun(counted(usual.weeks, 'week'))} as planned, {spelt(half.weeks)} with half the people, "
        f"{spelt(double.weeks)} with twice as many"
    )


def capacity_rows(frontier: Frontier) -> tuple[tuple[str, str, str, str], ...]:
    """Return a row per capacity: its name, person-weeks a quarter, weeks to the next stage and to the end."""
    names = ("Half", "As planned", "Double")
    return tuple(_capacity_row(name, one) for name, one in zip(names, frontier.capacities, strict=True))


def _capacity_row(name: str, one: AtCapacity) -> tuple[str, str, str, str]:
    to_stage = "–" if one.next_stage_weeks is None else str(one.next_stage_weeks)
    return name, plain(round(one.capacity, 1)), to_stage, str(one.weeks)


def budget_title(questionnaire: Questionnaire, plan: Plan, frontier: Frontier) -> str | None:
    """Say what the least sufficient budget for the next stage is; None where the plan leads to no stage."""
    if not frontier.budgets:
        return None
    first = min(map(int, plan.to_stage))
    enough = next(one for one in frontier.budgets if one.position >= first)
    return f"About {round(enough.effort_person_weeks)} person-weeks lead to {spoken_stage(questionnaire, first)}"


def steadiness_title(shares: Collection[float]) -> str:
    """Say how many moves hardly depend on the doubt in the answers."""
    firm = sum(share >= _STEADY for share in shares)
    verb = "holds" if firm == 1 else "hold"
    return f"{begun(counted(firm, 'move'))} of {spelt(len(shares))} {verb} in at least 9 of 10 results"


def steadiness_note(results: int) -> str:
    """Say where the shares come from."""
    return f"The plan was solved again for {results} results that the same answers, with their doubt, could have given."


def stays(share: float) -> str:
    """Say in how many results a move is chosen again."""
    return "every result" if share == 1 else f"{in_ten(share)} results"


def refused_lines(questionnaire: Questionnaire, plan: Plan) -> tuple[str, ...]:
    """Say why moves that were asked for, or are under way, cannot be put in."""
    reasons = {entry.id: entry for entry in plan.not_in_plan}
    return tuple(_refused(questionnaire, reasons.get(entry.id, entry)) for entry in plan.not_granted)


def _refused(questionnaire: Questionnaire, entry: LeftOut) -> str:
    if entry.about is None:
        return not_granted_line(questionnaire, entry)
    awaited = _title(questionnaire, entry.about)
    return (
        f"“{_title(questionnaire, entry.id)}” was asked for; it waits for “{awaited}”, which was asked to be left out."
    )


def _title(questionnaire: Questionnaire, action: str) -> str:
    return questionnaire.action_by_id[action].title
