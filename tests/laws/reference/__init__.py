"""The method in plain Python: slow, word by word after its text, and written without looking at the engine."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from scoring.answers import Assessment, FactValue, Submission, Value
from scoring.model import Allocation, Choice, Multi, Questionnaire
from tests.laws.questionnaires import DERIVED, FACT_RULES
from tests.laws.reference.customers import Called, Customers, Mix, call, group_share, merge, mix_of
from tests.laws.reference.findings import (
    Shares,
    ambition,
    driver,
    estimate,
    gap_by_factor,
    large_enough,
    pulse_gaps,
    purpose,
    share_of_answers,
)
from tests.laws.reference.hearing import Heard, Scored, gather, hear, is_asked, items_of, score, weighted
from tests.laws.reference.path import Path, is_issued, walk
from tests.laws.reference.talk import agenda, channel_fit, three_answers

Said = Callable[[Submission], Mapping[str, Value]]


@dataclass
class Ownership:
    drivers: Shares
    driver: str | None
    purposes: Shares
    purpose: str | None
    tools: list[str]
    ambition: tuple[int | None, float | None]


@dataclass
class Gaps:
    by_factor: dict[str, tuple[float, float]]
    firm: bool
    estimate: float | None
    pulse: dict[str, float]


@dataclass
class Expected:
    """Everything the reference works out."""

    facts: dict[str, FactValue]
    heard: dict[str, Heard]
    items: dict[str, Scored]
    path: Path
    bounds: tuple[int, int]
    minima: tuple[int, int]  # the position with every minimum 5 points lower, and higher
    now: Called
    later: Called
    segments: list[tuple[Called, Called]]
    evidence: float | None
    mixes: dict[str, Mix | None]
    ownership: Ownership
    gaps: Gaps
    agenda: dict[str, float]
    three_answers: tuple[object, ...]
    channel_fit: tuple[float | None, float | None]
    provisional: bool


class Reference:
    """Works out one assessment of one questionnaire."""

    def __init__(self, questionnaire: Questionnaire, assessment: Assessment) -> None:
        self.questionnaire = questionnaire
        self.assessment = assessment
        self.items = {item.id: item for item in items_of(questionnaire)}
        self.plain = self._customers(lambda person: person.answers)
        self.segments = [self._customers(_about(segment.id)) for segment in assessment.segments]
        self.mixes = {id_: self._whole_mix(id_) for id_ in self.plain.mixes}
        self.facts = self._facts()
        self.heard = {id_: self._hear(id_) for id_ in self.items}
        self.scored = {id_: self._score(id_) for id_ in self.items}
        self.scores = {id_: scored.score for id_, scored in self.scored.items()}

    def work_out(self) -> Expected:
        """Return what the method says."""
        path = self._walk(self.scores)
        each = [(self._call(segment, later=False), self._call(segment, later=True)) for segment in self.segments]
        now, later = self._destination(each, later=False), self._destination(each, later=True)
        return Expected(
            facts=self.facts,
            heard=self.heard,
            items=self.scored,
            path=path,
            bounds=self._bounds(path.position),
            minima=(self._walk(self.scores, -5).position, self._walk(self.scores, 5).position),
            now=now,
            later=later,
            segments=each,
            evidence=self._evidence(),
            mixes=self.mixes,
            ownership=self._ownership(),
            gaps=self._gaps(now.stage),
            agenda=self._agenda(path, now, later),
            three_answers=three_answers(self.questionnaire, path, now.stage, later.stage),
            channel_fit=self._channel_fit(path),
            provisional=not is_issued(self.questionnaire, path) or now.mobile is None or now.social is None,
        )

    # -------------------------------------------------------------- customers

    def _customers(self, said: Said) -> Customers:
        """What these answers say about customers."""
        scores: dict[str, float | None] = {}
        mixes: dict[str, Mix | None] = {}
        answered = set()
        for item in self.questionnaire.customers:
            heard = hear(self.assessment, gather(self.assessment, item, said), na_allowed=False)
            scores[item.id] = score(self.assessment, item, heard).score
            if isinstance(item, Allocation):
                mixes[item.id] = mix_of(self.assessment, item, heard.valid)
            if heard.valid:
                answered.add(item.id)
        return Customers(scores, mixes, answered)

    def _by_value(self, values: list[float | None]) -> float | None:
        return weighted(
            [(segment.value, value) for segment, value in zip(self.assessment.segments, values, strict=True)]
        )

    def _whole_mix(self, item: str) -> Mix | None:
        """The contact mix of all segments by their value; of the plain answers where no segment was answered for."""
        mixes = [segment.mixes[item] for segment in self.segments]
        blended = {
            option: self._by_value([mix[option] if mix else None for mix in mixes])
            for option in next((mix for mix in mixes if mix), {})
        }
        known = {option: share for option, share in blended.items() if share is not None}
        return known or self.plain.mixes[item]

    def _call(self, customers: Customers, *, later: bool) -> Called:
        return call(self.questionnaire, self.assessment, customers, later=later)

    def _destination(self, each: list[tuple[Called, Called]], *, later: bool) -> Called:
        if not each:
            return self._call(self.plain, later=later)
        values = [segment.value for segment in self.assessment.segments]
        return merge(self.questionnaire, [(value, called[later]) for value, called in zip(values, each, strict=True)])

    def _evidence(self) -> float | None:
        demand = self.questionnaire.demand
        if not is_asked(self.assessment, self.items[demand.evidence]):
            return demand.evidence_when_not_asked
        return self.scores[demand.evidence]

    # -------------------------------------------------------------- facts and items

    def _facts(self) -> dict[str, FactValue]:
        today = self.items[self.questionnaire.contacts.today]
        assert isinstance(today, Allocation)
        facts: dict[str, FactValue] = {
            fact.id: self.assessment.context.get(fact.id) for fact in self.questionnaire.facts
        }
        facts["legacy_contact_share"] = group_share(today, self.mixes[today.id], ("legacy",))
        facts["quick"] = self.assessment.variant == "quick"
        facts["last_stage_needs_component"] = self.questionnaire.last_stage_needs_component
        for derived in self.questionnaire.derived:
            facts[derived.id] = DERIVED[derived.rule](facts)
        return facts

    def _holds(self, rule: str) -> bool:
        return FACT_RULES[rule](self.facts)

    def _hear(self, id_: str) -> Heard:
        item = self.items[id_]
        answers = gather(self.assessment, item, lambda person: person.answers)
        return hear(self.assessment, answers, na_allowed=item.na_when is not None and self._holds(item.na_when))

    def _score(self, id_: str) -> Scored:
        worth = zip(self.assessment.segments, self.segments, strict=True)
        if any(segment.value > 0 and id_ in customers.answered for segment, customers in worth):
            return Scored(self._by_value([customers.scores[id_] for customers in self.segments]))
        return score(self.assessment, self.items[id_], self.heard[id_])

    # -------------------------------------------------------------- path

    def _walk(self, scores: Mapping[str, float | None], shift: float = 0.0) -> Path:
        exists = {gate.id: gate.only_if is None or self._holds(gate.only_if) for _, gate in self.questionnaire.gates}
        na = {id_: heard.na for id_, heard in self.heard.items()}
        return walk(self.questionnaire, self.assessment, scores, na, exists, shift)

    def _bounds(self, position: int) -> tuple[int, int]:
        """The positions with every missing answer at its worst and at its best, and the one without them."""
        worst, best = (
            self._walk({id_: value if score is None else score for id_, score in self.scores.items()}).position
            for value in (0.0, 100.0)
        )
        return min(position, worst), max(position, best)

    # -------------------------------------------------------------- findings

    def _ownership(self) -> Ownership:
        told = {item.tells: item for item in self.items.values() if item.tells}
        shares: dict[str, Shares] = {}
        for tells, item in told.items():
            if isinstance(item, Choice | Multi):
                options = [option.id for option in item.options]
                shares[tells] = share_of_answers(self.assessment, options, self.heard[item.id].valid)
        drivers, purposes = shares.get("driver", {}), shares.get("purpose", {})
        who, what, where = told.get("driver"), told.get("purpose"), told.get("ambition")
        return Ownership(
            drivers=drivers,
            driver=driver(who, drivers) if isinstance(who, Choice) else None,
            purposes=purposes,
            purpose=purpose(what, purposes) if isinstance(what, Multi) else None,
            tools=[option for option, share in shares.get("tools", {}).items() if share >= 0.5 - 1e-9],
            ambition=ambition(self.questionnaire, self.assessment, where, self.heard[where.id].valid)
            if isinstance(where, Choice)
            else (None, None),
        )

    def _gaps(self, d_now: int | None) -> Gaps:
        valid = {id_: heard.valid for id_, heard in self.heard.items()}
        return Gaps(
            by_factor=gap_by_factor(self.questionnaire, valid, d_now),
            firm=large_enough(self.questionnaire, self.assessment),
            estimate=estimate(self.questionnaire, valid.get("estimate", {})),
            pulse=pulse_gaps(self.questionnaire, self.assessment, self.scores),
        )

    # -------------------------------------------------------------- talk

    def _agenda(self, path: Path, now: Called, later: Called) -> dict[str, float]:
        prepares = now.stage is not None and later.stage is not None and now.stage <= path.position < later.stage
        return agenda(
            self.questionnaire,
            self.assessment,
            self.heard,
            self.scored,
            path,
            stage=later.stage if prepares else now.stage,
            borderline=now.borderline or later.borderline,
        )

    def _channel_fit(self, path: Path) -> tuple[float | None, float | None]:
        contacts = self.questionnaire.contacts
        now, later = self.items[contacts.today], self.items[contacts.five_years]
        assert isinstance(now, Allocation)
        assert isinstance(later, Allocation)
        return (
            channel_fit(self.questionnaire, path, now, self.mixes[now.id]),
            channel_fit(self.questionnaire, path, later, self.mixes[later.id]),
        )


def _about(segment: str) -> Said:
    return lambda person: person.segments.get(segment, {})
