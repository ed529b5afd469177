"""What people want of a plan, what it costs and how far they are, in words."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date as Date

from assessments.edits import ActionEdits, PlanEdits
from assessments.languages import marked, say, say_counted
from assessments.wording.names import role_names, spoken_stage
from assessments.wording.notes import spoken_date
from assessments.wording.numbers import begun, listed, person_weeks, plain, spelt, within
from assessments.wording.roadmap import last_day_of, not_granted_line
from assessments.wording.sureness import in_ten
from scoring.model import Questionnaire
from scoring.roadmap import Difference, Frontier, Plan, compare_plans
from scoring.roadmap.frontier import AtCapacity
from scoring.roadmap.plan import LeftOut

STATUSES = {
    "planned": marked("Planned"),
    "doing": marked("Under way"),
    "done": marked("Done"),
    "dropped": marked("Dropped"),
}
_ADDS, _LEAVES_OUT = marked("adds {moves}"), marked("leaves out {moves}")
_WANTED = {"pinned": marked("{move} has to be in"), "banned": marked("{move} is left out")}
_WAITS = marked("{move} does not begin before {day}")
_WAITED = marked("{move} was to wait until {day}; this day has passed, so it begins as soon as it can")
_DONE_OUTSIDE = marked("Done, and not in this plan: {moves}.")
_DOING_OUTSIDE = marked("Under way, and not in this plan: {moves}.")
_STEADY = 0.9
_MOST_NAMED = 3
_MOST_ASKED = 4


def cost_line(questionnaire: Questionnaire, before: Plan, after: Plan) -> str:
    """Say what changes from one plan to another: stages, weeks, person-weeks, and which moves come or go."""
    difference = compare_plans(before, after)
    if difference.changes_nothing:
        return say("The plan stays as it is.")
    moves = [
        say(does, moves=_some(questionnaire, ids))
        for does, ids in ((_ADDS, difference.added), (_LEAVES_OUT, difference.dropped))
        if ids
    ]
    line = begun("; ".join([part for part in (listed([*_amounts(difference)]), *moves) if part]) + ".")
    if after.kind != "fallback" or before.kind == "fallback":
        return line
    lost = say("The next stage can no longer be reached this way, so the plan does what helps most meanwhile.")
    return f"{line} {lost}"


def _some(questionnaire: Questionnaire, ids: Sequence[str]) -> str:
    """Quote the titles of a few moves and count the others."""
    named = [_quoted(questionnaire, id_) for id_ in ids[:_MOST_NAMED]]
    others = len(ids) - len(named)
    if others:
        named.append(say_counted("{number} other", "{number} others", others, number=spelt(others)))
    return listed(named)


def _amounts(difference: Difference) -> Iterator[str]:
    stages, weeks = abs(difference.reached), abs(difference.weeks)
    if difference.reached > 0:
        yield say_counted("{number} stage further", "{number} stages further", stages, number=spelt(stages))
    elif difference.reached:
        yield say_counted("{number} stage less far", "{number} stages less far", stages, number=spelt(stages))
    if difference.weeks > 0:
        yield say_counted("{number} week longer", "{number} weeks longer", weeks, number=spelt(weeks))
    elif difference.weeks:
        yield say_counted("{number} week shorter", "{number} weeks shorter", weeks, number=spelt(weeks))
    yield from _effort(round(difference.effort_person_weeks, 1))


def _effort(change: float) -> Iterator[str]:
    number = plain(abs(change)) if change % 1 else spelt(int(abs(change)))
    one_or_many = 1 if abs(change) == 1 else 2
    if change > 0:
        yield say_counted("{number} person-week more", "{number} person-weeks more", one_or_many, number=number)
    elif change:
        yield say_counted("{number} person-week less", "{number} person-weeks less", one_or_many, number=number)


def together_line(questionnaire: Questionnaire, unedited: Plan, plan: Plan) -> str:
    """Say what all wishes together change."""
    return say("Beside the plan without any wish: {cost}", cost=within(cost_line(questionnaire, unedited, plan)))


def asked_lines(
    questionnaire: Questionnaire, edits: PlanEdits, assessed: Date, most: int | None = None
) -> tuple[str, ...]:
    """Return the wishes a plan follows as sentences, the first ``most`` of them and how many others there are."""
    asked = [f"{begun(sentence)}." for _, _, sentence in wish_lines(questionnaire, edits, assessed)]
    others = len(asked) - len(asked[:most])
    if not others:
        return tuple(asked)
    further = say_counted("{number} further wish.", "{number} further wishes.", others, number=spelt(others))
    return (*asked[:most], begun(further))


def asked_line(
    questionnaire: Questionnaire, edits: PlanEdits, assessed: Date, unedited: Plan, plan: Plan
) -> str | None:
    """Say in one paragraph what people asked of a plan and what it costs; None where they asked nothing."""
    asked = asked_lines(questionnaire, edits, assessed, _MOST_ASKED)
    if not asked:
        return None
    return " ".join([say("This plan follows wishes."), *asked, together_line(questionnaire, unedited, plan)])


def wish_lines(questionnaire: Questionnaire, edits: PlanEdits, assessed: Date) -> Iterator[tuple[str, str, str]]:
    """Yield every wish as action (empty for the plan as a whole), the name of the edit, and what it asks.

    What was asked for until the day the firm was ``assessed`` is named as passed.
    """
    if edits.capacity is not None:
        yield "", "capacity", say("{effort} in a quarter", effort=person_weeks(plain(edits.capacity)))
    if edits.start is not None:
        yield "", "start", say("The plan begins on {day}", day=spoken_date(edits.start))
    for action, said in sorted(edits.actions.items()):
        for name, asks in _wishes(questionnaire, _quoted(questionnaire, action), said, assessed):
            yield action, name, asks


def _wishes(questionnaire: Questionnaire, move: str, said: ActionEdits, assessed: Date) -> Iterator[tuple[str, str]]:
    if said.wanted is not None:
        yield "wanted", say(_WANTED[said.wanted], move=move)
    if said.status == "dropped":
        yield "status", say("{move} was dropped", move=move)
    if said.effort is not None:
        yield "effort", say("{move} takes {effort}", move=move, effort=person_weeks(plain(said.effort)))
    if said.role is not None:
        role = "".join(role_names(questionnaire, {said.role}))
        yield "role", say("{move} is led by {role}", move=move, role=role)
    if said.not_before is not None:
        waits = _WAITS if said.not_before > assessed else _WAITED
        yield "not_before", say(waits, move=move, day=spoken_date(said.not_before))


def followed_line(said: ActionEdits, *, named: bool = True) -> str:
    """Say who does a move, by when, and how far they are; empty when nothing was said.

    Not ``named``, it leaves out the person: a name somebody typed goes to the team alone.
    """
    status = "" if said.status == "planned" else say(STATUSES[said.status])
    if status and said.carried:
        status = say("{status} before this assessment", status=status)
    due = say("due {day}", day=spoken_date(said.due)) if said.due else ""
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
    moves = len(plan.actions)
    counts = say_counted(
        "Of {number} move: {done} done, {doing} under way.",
        "Of {number} moves: {done} done, {doing} under way.",
        moves,
        number=spelt(moves),
        done=_how_many(done),
        doing=_how_many(doing),
    )
    effort = say("{behind} of {total} person-weeks are behind you.", behind=behind, total=total)
    return f"{counts} {effort}"


def _how_many(some: Collection[object]) -> str:
    return spelt(len(some)) if some else say("none")


def late_line(plan: Plan, edits: PlanEdits, action: str) -> str | None:
    """Say that a due date is not met by the plan, and when the move finishes instead."""
    due = edits.of(action).due
    finish = next((last_day_of(plan, one.finish_week) for one in plan.actions if one.id == action), None)
    if due is None or finish is None or due >= finish or edits.of(action).status == "done":
        return None
    return say("Due {due}, but as planned it takes until {finish}.", due=spoken_date(due), finish=spoken_date(finish))


def earlier_lines(questionnaire: Questionnaire, plan: Plan, edits: PlanEdits) -> tuple[str, ...]:
    """Say what was begun or done before and is not in this plan, so that it is not lost from sight."""
    inside = {one.id for one in plan.actions}
    lines = []
    for status, says in (("done", _DONE_OUTSIDE), ("doing", _DOING_OUTSIDE)):
        titles = [
            _title(questionnaire, id_)
            for id_, said in sorted(edits.actions.items())
            if said.status == status and id_ not in inside
        ]
        if titles:
            lines.append(say(says, moves="; ".join(titles)))
    return tuple(lines)


def capacity_title(frontier: Frontier) -> str | None:
    """Say what half and double the capacity would mean; None where nothing limits the plan."""
    if not frontier.capacities:
        return None
    half, usual, double = frontier.capacities
    if half.weeks == usual.weeks == double.weeks:
        return say_counted(
            "More people would not make it faster: {usual} week either way",
            "More people would not make it faster: {usual} weeks either way",
            usual.weeks,
            usual=spelt(usual.weeks),
        )
    return say_counted(
        "{usual} week as planned, {half} with half the people, {double} with twice as many",
        "{usual} weeks as planned, {half} with half the people, {double} with twice as many",
        usual.weeks,
        usual=begun(spelt(usual.weeks)),
        half=spelt(half.weeks),
        double=spelt(double.weeks),
    )


def capacity_rows(frontier: Frontier) -> tuple[tuple[str, str, str, str], ...]:
    """Return a row per capacity: its name, person-weeks a quarter, weeks to the next stage and to the end."""
    names = (say("Half"), say("As planned"), say("Double"))
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
    return say(
        "About {number} person-weeks lead to {stage}",
        number=round(enough.effort_person_weeks),
        stage=spoken_stage(questionnaire, first),
    )


def steadiness_title(shares: Collection[float]) -> str:
    """Say how many moves hardly depend on the doubt in the answers."""
    firm = sum(share >= _STEADY for share in shares)
    return say_counted(
        "{number} move of {of} holds in at least 9 of 10 results",
        "{number} moves of {of} hold in at least 9 of 10 results",
        firm,
        number=begun(spelt(firm)),
        of=spelt(len(shares)),
    )


def steadiness_note(results: int) -> str:
    """Say where the shares come from."""
    return say(
        "The plan was solved again for {results} results that the same answers, with their doubt, could have given.",
        results=results,
    )


def stays(share: float) -> str:
    """Say in how many results a move is chosen again."""
    return say("every result") if share == 1 else say("{in_ten} results", in_ten=in_ten(share))


def refused_lines(questionnaire: Questionnaire, plan: Plan) -> tuple[str, ...]:
    """Say why moves that were asked for, or are under way, cannot be put in."""
    reasons = {entry.id: entry for entry in plan.not_in_plan}
    return tuple(_refused(questionnaire, reasons.get(entry.id, entry)) for entry in plan.not_granted)


def _refused(questionnaire: Questionnaire, entry: LeftOut) -> str:
    if entry.about is None:
        return not_granted_line(questionnaire, entry)
    return say(
        "{move} was asked for; it waits for {awaited}, which was asked to be left out.",
        move=_quoted(questionnaire, entry.id),
        awaited=_quoted(questionnaire, entry.about),
    )


def _quoted(questionnaire: Questionnaire, action: str) -> str:
    return say("“{text}”", text=_title(questionnaire, action))


def _title(questionnaire: Questionnaire, action: str) -> str:
    return questionnaire.action_by_id[action].title
