"""The plan in words: what it reaches, what it costs, when each move happens and what is left out on purpose."""

from dataclasses import dataclass
from datetime import date as Date
from datetime import timedelta

from assessments.languages import marked, say, say_counted
from assessments.wording.gates import as_a_whole
from assessments.wording.names import factor_name, pillar_name, role_names, spoken_stage
from assessments.wording.notes import spoken_date
from assessments.wording.numbers import begun, listed, percent, spelt, spelt_weeks, whole, within
from scoring.model import Questionnaire
from scoring.roadmap import Plan, first_monday_after
from scoring.roadmap.plan import LeftOut, OpenGate, PlannedAction, WhyNot

HORIZONS = {"now": marked("Now"), "next": marked("Next"), "later": marked("Later")}
SERVES = {"needs": marked("meeting needs"), "delight": marked("delighting"), "innovation": marked("finding new ways")}
_WEEKS_A_MONTH = 52 / 12
_MOST_HELPED = 3
_WHOLE = {"index": marked("the overall level"), "min_pillar": marked("the weakest pillar")}
LEFT_OUT: dict[WhyNot, str] = {
    "not_called_for": marked("customers do not call for it"),
    "not_needed": marked("the conditions are met without it"),
    "no_room": marked("others do more for their effort"),
    "good_enough": marked("the firm already does this well enough"),
    "not_known": marked("too little was answered to say"),
    "not_for_this_firm": marked("nothing in this firm's situation asks for it"),
    "not_scheduled": marked("nothing is scheduled from these answers"),
    "banned": marked("it was asked to be left out"),
    "needs_banned": marked("it waits for one that was asked to be left out"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One move of the plan as readers meet it."""

    id: str
    title: str
    do: str
    owner: str
    effort: str
    start: str  # a date
    finish: str
    weeks: str  # "weeks 1 to 6"
    horizon: str
    kpi: str
    risk: str
    after: str  # titles of the moves it waits for; empty when none
    why: str


def plan_title(questionnaire: Questionnaire, plan: Plan) -> str:
    """Say what the plan reaches, in how long and for how much."""
    if plan.kind == "quick":
        return say("A quick scan proposes first steps, not a plan")
    if plan.kind == "none":
        return say("No plan until it is known what customers call for")
    count, cost = len(plan.actions), _cost(plan)
    moves = say_counted("{number} move", "{number} moves", count, number=spelt(count))
    if plan.kind == "renewal":
        return begun(say("{moves} to stay strong: {cost}", moves=moves, cost=cost))
    if plan.feasible and plan.target is not None:
        stage = spoken_stage(questionnaire, plan.target)
        return begun(say("{moves} lead to {stage}: {cost}", moves=moves, stage=stage, cost=cost))
    return say("One plan does not lead all the way: {cost}", cost=cost)


def _cost(plan: Plan) -> str:
    lasts = months(plan.weeks)
    return say_counted(
        "{weeks} over one month",
        "{weeks} over {number} months",
        lasts,
        weeks=spelt_weeks(round(plan.effort_person_weeks)),
        number=spelt(lasts),
    )


def months(weeks: int) -> int:
    """Return how many months weeks are, at least one."""
    return max(1, round(weeks / _WEEKS_A_MONTH))


def proof_line(questionnaire: Questionnaire, plan: Plan) -> str | None:
    """Say what makes the plan more than a list, or why it falls short."""
    if plan.kind == "stages" and plan.feasible:
        return say(
            "No cheaper set of the actions on offer meets these conditions and answers the high warnings; a solver "
            "has shown it, and every quarter of the forecast was scored anew."
        )
    if plan.feasible is False:
        named = _open_gates(questionnaire, plan.cannot_reach)
        return say("With everything on offer done, these stay open: {conditions}.", conditions=named)
    return None


def _open_gates(questionnaire: Questionnaire, gates: tuple[OpenGate, ...]) -> str:
    named = [(condition_name(questionnaire, gate.id), gate) for gate in gates]
    return listed(
        [
            say("{name} ({value} of {minimum})", name=name, value=whole(gate.value), minimum=whole(gate.minimum))
            for name, gate in named
        ]
    )


def condition_name(questionnaire: Questionnaire, gate: str) -> str:
    """Return what a condition measures, for use inside a sentence."""
    metric = next(entry.metric for _, entry in questionnaire.gates if entry.id == gate)
    if metric in _WHOLE:
        return say(_WHOLE[metric])
    kind, dot, pillar = metric.partition(".")
    if dot:
        return as_a_whole(within(pillar_name(questionnaire, pillar)))
    return within(factor_name(questionnaire, kind))


def steps(questionnaire: Questionnaire, plan: Plan) -> tuple[Step, ...]:
    """Return the plan's moves in order of their start."""
    ordered = sorted(plan.actions, key=lambda action: (action.start_week, action.finish_week, action.id))
    chosen = {action.id for action in plan.actions}
    return tuple(_step(questionnaire, plan, action, chosen) for action in ordered)


def _step(questionnaire: Questionnaire, plan: Plan, action: PlannedAction, chosen: set[str]) -> Step:
    written = questionnaire.action_by_id[action.id]
    before = [questionnaire.action_by_id[id_].title for id_ in written.needs if id_ in chosen]
    return Step(
        id=action.id,
        title=written.title,
        do=written.do,
        owner="".join(role_names(questionnaire, {action.owner})),
        effort=whole(max(1, action.effort)),
        start=spoken_date(first_day_of(plan, action.start_week)),
        finish=spoken_date(last_day_of(plan, action.finish_week)),
        weeks=say("weeks {start} to {finish}", start=action.start_week, finish=action.finish_week),
        horizon=say(HORIZONS[action.horizon]),
        kpi=written.kpi,
        risk=written.risk,
        after=listed(before),
        why=_why(questionnaire, action),
    )


def first_day_of(plan: Plan, week: int) -> Date:
    """Return the day a week of the plan begins; week 1 begins on the plan's first day."""
    return plan.start + timedelta(weeks=week - 1)


def last_day_of(plan: Plan, week: int) -> Date:
    """Return the fifth day of a week of the plan, its last working day when the plan begins on a Monday."""
    return plan.start + timedelta(weeks=week, days=-3)


def _why(questionnaire: Questionnaire, action: PlannedAction) -> str:
    about = action.about or ""
    if action.reason == "remedy":
        return say("Answers the warning “{warning}”.", warning=questionnaire.warning_by_id[about].name)
    if action.reason == "needed" and about in questionnaire.action_by_id:
        return say("Comes before “{move}”.", move=questionnaire.action_by_id[about].title)
    helped = say("Raises {conditions}.", conditions=_helped(questionnaire, action)) if action.helps else ""
    return f"{say(_REASONS[action.reason]) if action.reason in _REASONS else ''} {helped}".strip()


_REASONS = {
    "pinned": marked("Asked for."),
    "standing": marked("A standing part of every plan."),
    "early_win": marked("Shows a result early."),
    "growth": marked("Adds most for its effort."),
}


def _helped(questionnaire: Questionnaire, action: PlannedAction) -> str:
    """Name the conditions an action moves: those of one factor first, since they tell actions apart."""
    names = list(dict.fromkeys(condition_name(questionnaire, gate) for gate in action.helps))
    apart = [name for name in names if name not in map(say, _WHOLE.values())] or names
    return listed(apart[:_MOST_HELPED])


def balance_line(questionnaire: Questionnaire, plan: Plan) -> str | None:
    """Say who carries the plan, and warn when one role carries more than half of it."""
    if not plan.owner_share:
        return None
    carried = sorted(plan.owner_share.items(), key=lambda pair: -pair[1])
    shares = [
        f"{name} {percent(share)}" for role, share in carried for name in role_names(questionnaire, {role}) if share
    ]
    line = say("Effort by owner: {shares}.", shares=listed(shares))
    if plan.carried_by is None:
        return line
    leader = "".join(role_names(questionnaire, {plan.carried_by}))
    more = say(
        "{leader} would carry more than half, and so give the work its own flavour again; share it out.", leader=leader
    )
    return f"{line} {more}"


def left_out(
    questionnaire: Questionnaire, plan: Plan, whys: tuple[WhyNot, ...] = ("not_called_for",)
) -> tuple[str, ...]:
    """Return what is deliberately not in the plan, grouped by why."""
    lines = []
    for why in whys:
        titles = [questionnaire.action_by_id[entry.id].title for entry in plan.not_in_plan if entry.why == why]
        if titles:
            lines.append(f"{begun(say(LEFT_OUT[why]))}: {'; '.join(titles)}.")
    return tuple(lines)


def not_granted_line(questionnaire: Questionnaire, entry: LeftOut) -> str:
    """Say why a move that was asked for could not be put in."""
    title = questionnaire.action_by_id[entry.id].title
    return say("“{move}” was asked for; {why}.", move=title, why=say(LEFT_OUT[entry.why]))


def forecast_title(questionnaire: Questionnaire, plan: Plan) -> str:
    """Say when the stage that the plan leads to is expected."""
    reached = next((outlook for outlook in plan.forecast if outlook.position == plan.reached), None)
    if not plan.feasible or reached is None:
        return say("The plan brings the firm nearer, quarter by quarter")
    stage = spoken_stage(questionnaire, plan.reached)
    title = say_counted(
        "{stage} is expected within one quarter",
        "{stage} is expected within {number} quarters",
        reached.quarter,
        stage=stage,
        number=spelt(reached.quarter),
    )
    return begun(title)


def forecast_line(questionnaire: Questionnaire, plan: Plan) -> str | None:
    """Say when the plan is expected to reach which stage, if it works as estimated, and in the cautious case."""
    if not plan.forecast:
        return None
    last = plan.forecast[-1]
    cautious = plan.cautious[-1]
    expected = say_counted(
        "If it works as estimated, the firm stands at {stage} after one quarter",
        "If it works as estimated, the firm stands at {stage} after {number} quarters",
        last.quarter,
        stage=spoken_stage(questionnaire, last.position),
        number=spelt(last.quarter),
    )
    if cautious.position == last.position:
        return say("{expected}; also in the cautious case.", expected=expected)
    careful = spoken_stage(questionnaire, cautious.position)
    return say("{expected}; in the cautious case at {stage}.", expected=expected, stage=careful)


def latest_start_line(plan: Plan, assessed: Date) -> str | None:
    """Say by when a plan that prepares for the future has to start, whenever somebody lets it begin."""
    if plan.latest_start_week is None:
        return None
    latest = first_monday_after(assessed) + timedelta(weeks=plan.latest_start_week)
    day = spoken_date(latest)
    if plan.start > latest:
        return say("To be ready a year before year five, it has to start by {day}; it begins too late.", day=day)
    if plan.latest_start_week == 0:
        return say("To be ready a year before year five, it would have to start now.")
    return say("To be ready a year before year five, it has to start by {day} at the latest.", day=day)


def second_horizon_line(questionnaire: Questionnaire, plan: Plan) -> str | None:
    """Say which conditions would remain for the stage customers will call for later."""
    if not plan.second_horizon:
        return None
    named = _open_gates(questionnaire, plan.second_horizon)
    return say("Still open after that, for what customers will call for: {conditions}.", conditions=named)


def first_moves_line(questionnaire: Questionnaire, plan: Plan) -> str | None:
    """Name the first three moves, as somebody would retell them."""
    first = steps(questionnaire, plan)[:3]
    return "; ".join(step.title for step in first) + "." if first else None
