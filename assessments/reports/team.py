"""Everything the team edition says, in words and figures, before any layout."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Date

from markupsafe import Markup

from assessments import wording
from assessments.charts import channel_fit_chart, gantt_chart, profile_chart
from assessments.languages import marked, say
from assessments.reports.bars import small_bars
from assessments.reports.case import Case
from assessments.reports.edition import Edition, in_both
from assessments.reports.figures import Figure, draw, figure
from assessments.reports.further import Further, further
from assessments.reports.grounds import Grounds, grounds
from assessments.reports.planned import Aside, Move, Planned, aside, planned
from assessments.reports.references import Reference, References
from assessments.reports.workshop import Workshop, workshop_of
from assessments.wording import method_note, roles, wishes
from assessments.wording.asked import Asked, asked
from assessments.wording.numbers import beside
from assessments.wording.warnings import all_warnings
from scoring.model import Factor, Item, Questionnaire, Source
from scoring.result import GateResult, Result
from scoring.roadmap.plan import WhyNot


@dataclass(frozen=True, slots=True)
class Question:
    """A question and how its answers spread."""

    asked: Asked
    bars: Markup | None


@dataclass(frozen=True, slots=True)
class FactorPart:
    name: str
    definition: str
    score: str
    weights: tuple[str, ...]  # at each stage, points of 100
    questions: tuple[Question, ...]
    note: int


@dataclass(frozen=True, slots=True)
class Chapter:
    """A pillar, or the customers: its question and its parts."""

    name: str
    question: str
    levels: tuple[str, ...]  # of the pillar under each stage's weights
    factors: tuple[FactorPart, ...]


@dataclass(frozen=True, slots=True)
class Channels:
    """How well the channels fit customers' contacts; in words alone where nobody has counted these."""

    title: str
    said: str
    svg: Markup | None


@dataclass(frozen=True, slots=True)
class GateRow:
    """A condition with its margin."""

    id: str
    stage: str
    name: str
    value: str
    needs: str
    margin: str
    outcome: str
    held: bool
    note: int


@dataclass(frozen=True, slots=True)
class Warned:
    warning: wording.Warned
    note: int


@dataclass(frozen=True, slots=True)
class Card:
    """One move of the roadmap in full."""

    move: Move
    note: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamReport(Edition):
    """The whole of one team edition; templates read these fields and nothing else."""

    stages: tuple[str, ...]
    overall: tuple[str, ...]
    profile: Figure
    customers: tuple[Question, ...]
    chapters: tuple[Chapter, ...]
    channels: Channels
    gates: tuple[GateRow, ...]
    warnings: tuple[Warned, ...]
    plan: Planned
    gantt: Figure | None
    cards: tuple[Card, ...]
    gains: tuple[roles.Gain, ...]
    aside: Aside
    workshop: Workshop | None  # of a workshop
    further: Further
    method: tuple[str, ...]
    grounds: Grounds
    references: tuple[Reference, ...]
    sources: tuple[Source, ...]


_EVERY_WHY: tuple[WhyNot, ...] = (
    *("not_called_for", "not_needed", "no_room", "good_enough", "not_known", "not_for_this_firm", "not_scheduled"),
    *("banned", "needs_banned"),
)
_OUTCOMES = {
    "pass": marked("met"),
    "fail": marked("not met"),
    "unknown": marked("not known"),
    "waived": marked("does not apply"),
    "not_tested": marked("not tested"),
}


def team_report(case: Case, date: Date) -> TeamReport:
    """Put one case into the words and figures of the team edition dated ``date``."""
    questionnaire, result = case.questionnaire, case.result
    notes, plan = References(questionnaire), planned(case)
    ground = grounds(case, notes)
    return TeamReport(
        **in_both(case, date),
        stages=tuple(stage.name for stage in questionnaire.stages),
        overall=tuple(_points(result.index[stage.id]) for stage in questionnaire.stages),
        profile=draw(profile_chart(questionnaire, result)),
        customers=_questions(case, questionnaire.customers),
        chapters=_chapters(case, notes),
        channels=_channels(questionnaire, result),
        gates=tuple(_gate(case, notes, gate) for gate in result.gates),
        warnings=_warnings(case, notes),
        plan=plan,
        gantt=draw(gantt_chart(questionnaire, case.plan)) if case.plan.actions else None,
        cards=_cards(case, plan.moves, notes),
        gains=roles.gains(questionnaire, case.plan),
        aside=aside(case, _EVERY_WHY),
        workshop=workshop_of(case),
        further=further(case),
        method=_method(case),
        grounds=ground,
        references=notes.notes,
        sources=notes.sources,
    )


def _points(value: float | None) -> str:
    return "–" if value is None else wording.whole(value)


def _questions(case: Case, items: tuple[Item, ...]) -> tuple[Question, ...]:
    entries = [asked(case.questionnaire, case.assessment, case.result, item) for item in items if item.scored]
    return tuple(Question(entry, small_bars(entry.counts, entry.spread) if entry.counts else None) for entry in entries)


def _chapters(case: Case, notes: References) -> tuple[Chapter, ...]:
    stages = [stage.id for stage in case.questionnaire.stages]
    return tuple(
        Chapter(
            pillar.name,
            pillar.question,
            tuple(_points(case.result.pillars[stage][pillar.id]) for stage in stages),
            tuple(_factor(case, notes, factor) for factor in pillar.factors),
        )
        for pillar in case.questionnaire.pillars
    )


def _factor(case: Case, notes: References, factor: Factor) -> FactorPart:
    weights = [wording.stage_weights(case.questionnaire, stage.id)[factor.id] for stage in case.questionnaire.stages]
    found = case.result.factors[factor.id]
    scores = [(item.id, case.result.items[item.id].score) for item in factor.items]
    asked_for = ", ".join(f"{id_} {_points(score)}" for id_, score in scores)
    return FactorPart(
        name=factor.name,
        definition=factor.definition,
        score=say("n/a") if found.status == "na" else _points(found.score),
        weights=tuple(wording.whole(weight) for weight in weights),
        questions=_questions(case, factor.items),
        note=notes.note(factor.name, say("mean of {questions}", questions=asked_for), factor.source),
    )


def _channels(questionnaire: Questionnaire, result: Result) -> Channels:
    chart = channel_fit_chart(questionnaire, result)
    return Channels(chart.title, chart.alt, figure(chart) if chart.to_see else None)


def _gate(case: Case, notes: References, gate: GateResult) -> GateRow:
    stage, written = next(pair for pair in case.questionnaire.gates if pair[1].id == gate.id)
    return GateRow(
        id=gate.id,
        stage=stage.name,
        name=wording.metric_name(case.questionnaire, case.result, gate),
        value="–" if gate.value is None else beside(gate.value, ">=", gate.minimum),
        needs=wording.plain(gate.minimum),
        margin="" if gate.margin is None else f"{gate.margin:+.0f}".replace("-", "−"),
        outcome=say(_OUTCOMES[gate.result]),
        held=gate.holds_back,
        note=notes.note(
            say("Condition {id}", id=gate.id), f"{gate.metric} >= {wording.plain(gate.minimum)}", written.source
        ),
    )


def _warnings(case: Case, notes: References) -> tuple[Warned, ...]:
    written = case.questionnaire.warning_by_id
    return tuple(
        Warned(entry, notes.note(say("Warning {id}", id=entry.id), written[entry.id].when, written[entry.id].source))
        for entry in all_warnings(case.questionnaire, case.result)
    )


def _cards(case: Case, moves: Iterable[Move], notes: References) -> tuple[Card, ...]:
    written = case.questionnaire.action_by_id
    rules = ((move, written[move.step.id]) for move in moves)
    return tuple(Card(move, notes.note(say("Move {id}", id=rule.id), rule.when, rule.source)) for move, rule in rules)


def _method(case: Case) -> tuple[str, ...]:
    means = method_note.means_line(case.plan)
    edits = method_note.edits_line(wishes.asked_lines(case.questionnaire, case.edits, case.assessment.date))
    return (*method_note.method_lines(case.questionnaire), *((means,) if means else ()), edits)
