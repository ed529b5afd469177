"""What has been revealed, as pieces for the room's screen and for phones: answers, customers, the place."""

from collections.abc import Iterator

from markupsafe import Markup

from assessments import wording
from assessments.answering import Planned, ShownPlace
from assessments.languages import say, say_counted
from assessments.pages.parts.pieces import bar, heading, joined, listed, paragraph, table
from assessments.pages.parts.road import places
from assessments.wording import roadmap, room
from assessments.wording import showing as said
from assessments.workshop import ShownTopic
from scoring.model import Item, Questionnaire
from scoring.result import Result

MOST_HOLDS, MOST_WARNINGS, MOST_WINS = 3, 2, 2
MOST_MOVES = 8
CUSTOMERS = "customers"  # among what is shown without points: customers' habits


def most_chosen(item: Item, shown: ShownTopic) -> Markup:
    """Return the texts of the two answers most people chose, with how many did."""
    latest = shown.after or shown.before
    if latest is None or not latest.groups:
        return Markup("")
    everybody = latest.groups[0]
    each = (
        Markup('<span class="number">{}</span><div><p>{}</p><p class="many">{}</p></div>').format(
            number,
            said.answer_text(item, number),
            say("{number} of {of}", number=everybody.counts[number - 1], of=everybody.people),
        )
        for number in latest.most
    )
    return listed(each, "room-lines")


def bars(item: Item, shown: ShownTopic) -> Markup:
    """Return every answer in full with how many chose it, and before the talk how many had."""
    latest = shown.after or shown.before
    if latest is None or not latest.groups:
        return Markup("")
    counts = latest.groups[0].counts
    before = shown.before.groups[0].counts if shown.after and shown.before and shown.before.groups else None
    most = max(*counts, 1)
    each = (
        Markup("<p>{}</p>{}<p class='many'>{}</p>").format(
            said.answer_text(item, number),
            bar(100 * count / most),
            say("{count}, before {before}", count=count, before=before[number - 1]) if before else count,
        )
        for number, count in enumerate(counts, start=1)
    )
    return listed(each, "bars")


def beside_chart(item: Item, shown: ShownTopic) -> Markup:
    """Return what stands beside the picture: most chosen answers, what has changed, and the question for the talk."""
    words = said.prompt(shown)
    return joined(
        [
            heading(say("Chosen most")),
            most_chosen(item, shown),
            paragraph(said.change_line(shown), "change"),
            paragraph(words, "room-prompt"),
        ]
    )


def customers(shown: ShownPlace) -> Markup:
    """Return where customers call the firm today and in five years, and the habits that say so."""
    questionnaire, result = shown.opened.questionnaire, shown.result
    pair = (
        _call(questionnaire, say("Today"), result.demand.now.stage),
        _call(questionnaire, say("In five years"), result.demand.five_years.stage),
    )
    habits = Markup("") if CUSTOMERS in shown.without_points else _habits(result)
    evidence = paragraph(wording.evidence_line(questionnaire, result), "muted")
    return Markup('<div class="room-middle"><div class="room-pair">{}</div>{}{}</div>').format(
        joined(pair), habits, evidence
    )


def _call(questionnaire: Questionnaire, when: str, stage: int | None) -> Markup:
    if stage is None:
        return Markup('<div class="room-card"><p class="muted">{}</p><p class="stage">{}</p></div>').format(
            when, say("Not known")
        )
    about = questionnaire.stages[max(stage, 1) - 1].customers
    return Markup('<div class="room-card"><p class="muted">{}</p><p class="stage">{}</p><p>{}</p></div>').format(
        when, wording.stage_name(questionnaire, stage), about
    )


def _habits(result: Result) -> Markup:
    now, later = result.demand.now, result.demand.five_years
    rows = (
        (say("Mobile habit today"), now.mobile),
        (say("Mobile in five years"), later.mobile),
        (say("Social habit today"), now.social),
        (say("Social in five years"), later.social),
    )
    known = (
        Markup("<span>{}</span>{}<span>{}</span>").format(
            name, bar(value, tone="customers"), say("{points} of 100", points=wording.whole(value))
        )
        for name, value in rows
        if value is not None
    )
    return Markup('<div class="room-habits">{}</div>').format(joined(known))


def place(shown: ShownPlace) -> Markup:
    """Return want, should and is in words."""
    return places(shown.opened.questionnaire, shown.result)


def holding(shown: ShownPlace) -> Markup:
    """Return what holds the firm back, the warnings and, after a quick scan, what to begin with; a few of each."""
    questionnaire, result = shown.opened.questionnaire, shown.result
    holds = [
        paragraph(hold.name if shown.without_points else hold.sentence)
        for hold in wording.holds_back(questionnaire, result)[:MOST_HOLDS]
    ]
    warned = [paragraph(warning.name) for warning in wording.leading_warnings(questionnaire, result)[:MOST_WARNINGS]]
    parts = [heading(wording.holding_title(questionnaire, result)), listed(holds, "room-list")]
    if warned:
        parts += [heading(say(room.WARNINGS)), listed(warned, "room-list")]
    return joined([*parts, *_wins(questionnaire, result)])


def _wins(questionnaire: Questionnaire, result: Result) -> Iterator[Markup]:
    """Yield the early wins of a quick scan, which no plan follows."""
    if result.variant == "quick" and (wins := wording.leading_actions(questionnaire, result)[:MOST_WINS]):
        titles = [paragraph(questionnaire.action_by_id[win.id].title) for win in wins]
        yield from (heading(say(room.WINS)), listed(titles, "room-list"))


def moves(planned: Planned) -> Markup:
    """Return the moves of the plan in the order they start: when, what and who."""
    steps = roadmap.steps(planned.opened.questionnaire, planned.plan)
    rows = [(step.start, step.title, planned.edits.of(step.id).person or step.owner) for step in steps[:MOST_MOVES]]
    more = len(steps) - len(rows)
    note = (
        paragraph(
            say_counted(
                "And {count} more move later.", "And {count} more moves later.", more, count=wording.spelt(more)
            ),
            "muted",
        )
        if more > 0
        else Markup("")
    )
    return Markup('<div class="room-moves">{}{}</div>').format(
        table((say("Begins"), say("What"), say("Who")), rows, say("The plan")), note
    )
