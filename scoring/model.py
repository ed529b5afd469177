"""What a questionnaire is: stages, gates, weights, items, facts, warnings and actions, as frozen data.

The same classes describe the YAML files (see ``assessments/catalog``) and the method in memory, so a
field is named and explained once. Nothing here computes; references between entries are checked by
the catalog, arithmetic is done by ``scoring.method`` and its neighbours.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

LEVELS = 5
TOLERANCE = 1e-9  # every comparison with a threshold is inclusive, and lenient by this much

Slug = Annotated[str, StringConstraints(strict=True, pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Code = Annotated[str, StringConstraints(strict=True, pattern=r"^[A-Z][A-Z0-9_]{0,39}$")]
Text = Annotated[str, StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=2000)]
Rule = Annotated[str, StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=500)]
Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Points = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=0, le=100)]
Share = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=0, le=1)]
Weight = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=0)]
Positive = Annotated[float, Field(strict=True, allow_inf_nan=False, gt=0)]
Flag = Annotated[bool, Field(strict=True)]
Count = Annotated[int, Field(strict=True, ge=0)]


class Entry(BaseModel):
    """Anything written in a questionnaire file: frozen, and no key but the ones described."""

    model_config = ConfigDict(frozen=True, extra="forbid")


# ------------------------------------------------------------------ the path


class Gate(Entry):
    """A necessary condition of a stage: a metric that must reach a minimum."""

    id: Code = Field(description="Stable id such as M2; a new id is a new gate.")
    metric: str = Field(
        description="What is measured: index, min_pillar, pillar.<id> or a factor's id.",
        pattern=r"^(index|min_pillar|pillar\.[a-z][a-z0-9_]*|[a-z][a-z0-9_]*)$",
        strict=True,
    )
    minimum: Points = Field(description="Lowest value, 0..100, that passes; the value itself passes.")
    only_if: Rule | None = Field(None, description="A rule over facts; the gate exists only while it is true.")
    part: Literal["component", "driver"] | None = Field(
        None, description="Marks the gates that answer 'is the component in place' and 'is the driver in place'."
    )
    why: Text = Field(description="The reason, in one plain sentence.")
    source: Text = Field(description="Claims (S1..), literature (L1..) or a free reference.")


class Stage(Entry):
    """A place on the path; its gates are cumulative with those of the stages before it."""

    id: Code = Field(description="Short id: T, M, S.")
    name: Text = Field(description="The stage's name as readers see it.")
    forming: Text | None = Field(None, description="First stage only: the name shown while its gates are not passed.")
    customers: Text = Field(description="What customers of this stage are like, in one sentence.")
    gates: tuple[Gate, ...] = Field(min_length=1, description="All of these must pass.")


class Role(Entry):
    """A group of respondents that counts as one voice."""

    id: Slug = Field(description="Stable id.")
    name: Text = Field(description="Short name for lists and charts.")
    who: Text = Field(description="Who belongs here, in words a participant understands.")


class FactorWeights(Entry):
    """What one factor weighs at each stage."""

    points: dict[Code, Weight] = Field(description="Points per stage; normalised so that each stage adds up to 100.")
    why: Text = Field(description="Why the points change, or do not, from stage to stage.")
    source: Text = Field(description="Claims, literature or a free reference.")


class Coverage(Entry):
    """How much must be answered before a number is shown."""

    factor: Share = Field(0.5, description="Share of a factor's applicable items that need a valid answer.")
    pillar: Share = Field(0.6, description="Share of a pillar's points that known factors must carry.")
    blind_spot: Share = Field(0.4, description="Share of don't-know answers that makes an item a blind spot.")


class Agreement(Entry):
    """When people are said to disagree."""

    discuss: Points = Field(20, description="Average deviation, in points, from which an item is worth discussing.")
    role_divide: Share = Field(0.5, description="Share of the spread that lies between roles for a role divide.")
    near_gate: Points = Field(15, description="Gate margin, in points, within which an item counts double.")
    demand_weight: Weight = Field(10, description="Weight of a customer item in the order of discussion.")


class Gaps(Entry):
    """Whose views are compared with whose, and from where on a difference is a finding."""

    top: tuple[Slug, ...] = Field(description="Roles that speak for the leaders.")
    near: tuple[Slug, ...] = Field(description="Roles that deal with customers every day.")
    factors: tuple[Slug, ...] = Field(description="Factors compared between the two.")
    measured: Slug | None = Field(None, description="The fact that holds what customers were measured to say.")
    factors_when_last_stage: tuple[Slug, ...] = Field((), description="Added when customers call for the last stage.")
    pulse_answers: Count = Field(20, description="Fewest customer answers before the pulse is used.")


class Quality(Entry):
    """What makes a submission worth a second look; never excludes it."""

    straight_line_share: Share = Field(0.9, description="Share of answers on one line.")
    straight_line_items: Count = Field(20, description="Fewest line answers before this is tested.")
    agrees_with: tuple[Slug, ...] = Field((), description="Statements that contradict each other when both are agreed.")
    while_at_top: Slug | None = Field(None, description="Item whose highest line completes the contradiction.")
    fastest_seconds: Count = Field(240, description="A full set answered faster than this is flagged.")
    unknown_share: Share = Field(0.5, description="Share of don't-know answers above which a submission is flagged.")


class Privacy(Entry):
    """The smallest group whose answers may be shown."""

    min_group: Annotated[int, Field(strict=True, ge=2)] = Field(3, description="Fewest people; never below 2.")


class NoiseStep(Entry):
    """How shaky answers about customers are while the evidence behind them is thin."""

    evidence_below: Points = Field(description="Holds while the evidence score is below this.")
    chance: Share = Field(description="Chance that an answer belongs one line lower, and the same for higher.")


class Confidence(Entry):
    """How doubt is carried into the placement."""

    replicates: Annotated[int, Field(strict=True, ge=100, le=10000)] = Field(1000, description="Results drawn.")
    readiness: Share = Field(0.10, description="Chance that a readiness answer is one line too high; same for too low.")
    customers: tuple[NoiseStep, ...] = Field(
        (
            NoiseStep(evidence_below=25, chance=0.20),
            NoiseStep(evidence_below=50, chance=0.15),
            NoiseStep(evidence_below=75, chance=0.10),
        ),
        description="The same for answers about customers, by evidence.",
    )
    customers_otherwise: Share = Field(0.05, description="The same where the evidence is good.")
    with_evidence: Share = Field(0.5, description="Multiplies the chance where a note or evidence is attached.")
    clear: Share = Field(0.8, description="Share of results from which a placement is called clear.")
    likely: Share = Field(0.6, description="Share of results from which a placement is called likely.")
    roles: Count = Field(3, description="With fewer roles heard a placement is at most likely.")


class Planning(Entry):
    """How much an action is expected to deliver, and what a firm can carry."""

    factor: Share = Field(0.8, description="Share of the textbook effect a plan promises.")
    cautious_factor: Share = Field(0.5, description="The same in the cautious case.")
    ceiling: Points = Field(90, description="No plan lifts a factor above this.")
    max_renewal_actions: Count = Field(6, description="Most actions for a firm in step or ahead.")
    always: tuple[Code, ...] = Field((), description="Actions in every plan that leads to a stage, where they apply.")
    renewal_start: tuple[Code, ...] = Field((), description="Actions a renewal plan starts with, where they apply.")
    fallback_quarters: Count = Field(4, description="Quarters of work planned when no plan reaches the next stage.")
    ready_by_week: Count = Field(208, description="Week by which a firm preparing for year five should be finished.")
    size_fact: Slug | None = Field(None, description="The fact that says how large the firm is.")
    size_factor: dict[Slug, Positive] = Field(description="Effort multiplier per answer to the size question.")
    capacity: dict[Slug, Positive] = Field(description="Person-weeks a quarter per answer to the size question.")
    capacity_fact: Slug | None = Field(None, description="The fact that holds the firm's own person-weeks a quarter.")
    rules_fact: Slug | None = Field(None, description="The fact that says how far rules limit public talk.")
    rules_lead: dict[Slug, Count] = Field(description="Extra weeks where rules limit public talk, per answer.")


class Settings(Entry):
    """Every threshold of the method that is not a gate or a weight."""

    coverage: Coverage = Field(default_factory=Coverage, description="When a number is known.")
    agreement: Agreement = Field(default_factory=Agreement, description="When people disagree.")
    gaps: Gaps = Field(description="Perception gaps.")
    quality: Quality = Field(default_factory=Quality, description="Response quality.")
    confidence: Confidence = Field(default_factory=Confidence, description="How sure the placement is.")
    privacy: Privacy = Field(default_factory=Privacy, description="Display privacy.")
    planning: Planning = Field(description="Planning.")
    open_end: Slug | None = Field(None, description="Factor that carries the path on beyond the last stage.")
    why: Text = Field(description="Where these values come from.")
    source: Text = Field(description="Claims, literature or a free reference.")


# ------------------------------------------------------------------ items


class Flavour(Entry):
    """What it means for customer relationship work to be driven from one place."""

    generation: Text = Field(description="The CRM generation this owner stands for.")
    good_at: Text = Field(description="What this owner does well.")
    bends: Text = Field(description="What this owner bends.")
    bring_in: Text = Field(description="Whom to bring in next.")


class Option(Entry):
    """One thing that can be chosen."""

    id: Slug = Field(description="Stable id; answers refer to it.")
    label: Text = Field(description="What people read.")
    score: Points | None = Field(None, description="Scored choice: 0..100.")
    stage: Code | None = Field(None, description="Ambition: the stage this line stands for.")
    group: Slug | None = Field(None, description="Contact channel: its channel group.")
    social: Flag = Field(False, description="Tools: counts as a social tool.")
    flavour: Flavour | None = Field(None, description="Driver: what this owner is like.")


Tells = Literal["driver", "purpose", "ambition", "tools", "estimate"]


class Item(Entry):
    """A question, as the method sees it."""

    id: Slug = Field(description="Stable id; a renamed id is a new item.")
    text: Text = Field(description="The question people read.")
    help: Text | None = Field(None, description="A hint under the question.")
    evidence: Text | None = Field(None, description="What would prove the answer.")
    quick: Flag = Field(False, description="Asked in the quick scan.")
    audience: Literal["all"] | tuple[Slug, ...] = Field("all", description="Roles that see it; 'all' for everybody.")
    na_when: Rule | None = Field(None, description="Not applicable may be answered only while this rule is true.")
    pair_of: Slug | None = Field(None, description="Shown as the second answer of this item.")
    tells: Tells | None = Field(None, description="The finding this item feeds besides, or instead of, a score.")

    @property
    def scored(self) -> bool:
        """Whether answers have a score of 0..100."""
        return False


class Lined(Item):
    """An item answered by choosing one of five lines."""

    level_scores: tuple[Points, Points, Points, Points, Points] = Field(
        (0, 25, 50, 75, 100), description="Score of each line; never falling."
    )

    @property
    def scored(self) -> bool:
        return True

    @property
    def scores(self) -> tuple[float, ...]:
        """Score per line as used, after any reversal."""
        return self.level_scores


class Bars(Lined):
    """Five anchored lines, each an observable practice."""

    type: Literal["bars"]
    levels: tuple[Text, Text, Text, Text, Text] = Field(description="The five lines, from weakest to strongest.")


class Agree(Lined):
    """A statement of belief with five degrees of agreement."""

    type: Literal["agree"]
    reverse: Flag = Field(False, description="Agreement counts against the factor.")
    levels: tuple[Text, Text, Text, Text, Text] = Field(
        ("Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"), description="Degrees of agreement."
    )

    @property
    def scores(self) -> tuple[float, ...]:
        return tuple(100 - score for score in self.level_scores) if self.reverse else self.level_scores


class Choice(Item):
    """One option out of several."""

    type: Literal["choice"]
    options: tuple[Option, ...] = Field(min_length=2, description="What can be chosen.")

    @property
    def scored(self) -> bool:
        return all(option.score is not None for option in self.options)

    @property
    def scores(self) -> tuple[float, ...]:
        """Score per option; only asked of a scored item, where every option has one."""
        return tuple(option.score or 0.0 for option in self.options)


class Multi(Item):
    """Several options at once."""

    type: Literal["multi"]
    options: tuple[Option, ...] = Field(min_length=2, description="What can be chosen.")
    most: Annotated[int, Field(strict=True, ge=1)] = Field(description="How many may be chosen.")


class NumberItem(Item):
    """A whole number in a range."""

    type: Literal["number"]
    lowest: Annotated[int, Field(strict=True)] = Field(0, description="Smallest answer.")
    highest: Annotated[int, Field(strict=True)] = Field(100, description="Largest answer.")


class Allocation(Item):
    """Whole numbers over the options that add up to 100."""

    type: Literal["allocation"]
    options: tuple[Option, ...] = Field(min_length=2, description="What the hundred are divided over.")


AnyItem = Annotated[Bars | Agree | Choice | Multi | NumberItem | Allocation, Field(discriminator="type")]


class Factor(Entry):
    """One thing a firm can be better or worse at."""

    id: Slug = Field(description="Stable id.")
    name: Text = Field(description="Name as readers see it.")
    definition: Text = Field(description="What it is.")
    why: Text = Field(description="Why it counts.")
    source: Text = Field(description="Claims, literature or a free reference.")
    items: tuple[AnyItem, ...] = Field(min_length=1, description="The items whose plain mean is its score.")


class Pillar(Entry):
    """A group of factors: one file, one subject."""

    id: Slug = Field(description="Stable id.")
    name: Text = Field(description="Name as readers see it.")
    question: Text = Field(description="The question this pillar answers.")
    factors: tuple[Factor, ...] = Field(min_length=1, description="Its factors.")
    findings: tuple[AnyItem, ...] = Field((), description="Items of this subject that inform but never score.")


# ------------------------------------------------------------------ customers


class ShareTerm(Entry):
    """A term of a habit: the score of one item."""

    item: Slug = Field(description="The item whose score counts.")
    otherwise: Slug | None = Field(None, description="Used when the item is not asked.")
    weight: Weight = Field(description="Weight; rescaled when other terms are missing.")
    required: Flag = Field(False, description="Without this term the habit is unknown.")


class ContactTerm(Entry):
    """A term of a habit: the share of contacts through some channel groups."""

    contacts: Slug = Field(description="The allocation item.")
    groups: tuple[Slug, ...] = Field(min_length=1, description="Channel groups that count.")
    full_at: Annotated[float, Field(strict=True, gt=0, le=100)] = Field(
        description="Share of contacts that scores 100."
    )
    weight: Weight = Field(description="Weight; rescaled when other terms are missing.")


class Habit(Entry):
    """How customers' habits add up to one score of 0..100."""

    today: tuple[ShareTerm | ContactTerm, ...] = Field(min_length=1, description="Terms for today.")
    five_years: tuple[ShareTerm | ContactTerm, ...] = Field(min_length=1, description="Terms for five years from now.")
    threshold: Points = Field(description="From here on customers call for it.")


class Newest(Entry):
    """The newest customers as a leading sign of the social habit in five years."""

    item: Slug = Field(description="The item comparing newest customers with the rest.")
    adjust: Points = Field(description="Points added or taken away at the extremes.")


class Floor(Entry):
    """The share of socially active customers below which the last stage is never called for."""

    today: Slug = Field(description="Item read for today.")
    five_years: Slug = Field(description="Item read for five years from now.")
    minimum: Points = Field(description="Lowest score that lifts the floor.")


class Demand(Entry):
    """From customers' habits to destinations; no readiness item may appear here."""

    mobile: Habit = Field(description="Mobile and digital habit.")
    social: Habit = Field(description="Social habit.")
    newest: Newest = Field(description="Leading sign.")
    floor: Floor = Field(description="No social customers, no Social CRM.")
    borderline: Points = Field(5, description="Distance to a threshold that is 'close to the line'.")
    segment_share: Share = Field(0.25, description="Value share of customers that carries a stage.")
    evidence: Slug = Field(description="Item that says what the answers rest on.")
    evidence_when_not_asked: Points = Field(25, description="Evidence assumed in the quick scan.")
    why: Text = Field(description="Why the rule is as it is.")
    source: Text = Field(description="Claims, literature or a free reference.")


class ChannelGroup(Entry):
    """Contact channels that rest on the same capability."""

    id: Slug = Field(description="Stable id.")
    name: Text = Field(description="Name as readers see it.")
    groups: tuple[Slug, ...] = Field(min_length=1, description="Option groups of the contact items it covers.")
    capability: Slug = Field(description="The factor that serves it.")


class Contacts(Entry):
    """Which items hold the contact mix, and which capability serves which channel."""

    today: Slug = Field(description="Allocation item for today.")
    five_years: Slug = Field(description="Allocation item for five years from now.")
    channels: tuple[ChannelGroup, ...] = Field(min_length=1, description="Channel groups of the fit chart.")


class PulseItem(Entry):
    """A question for customers that mirrors one of ours."""

    id: Slug = Field(description="Stable id.")
    mirrors: Slug = Field(description="The item it is compared with.")
    text: Text = Field(description="The question customers read.")
    levels: tuple[Text, Text, Text, Text, Text] = Field(description="The five lines.")
    not_applicable: Text | None = Field(None, description="Wording of the answer that counts as not applicable.")


# ------------------------------------------------------------------ facts


class FactOption(Entry):
    """One answer to a fact."""

    id: Slug = Field(description="Stable id.")
    label: Text = Field(description="What people read.")
    reminder: Text | None = Field(None, description="A line that stands with the questions once this is chosen.")


class Fact(Entry):
    """A fact about the firm: set once, never rated, never averaged."""

    id: Slug = Field(description="Stable id.")
    text: Text = Field(description="The question people read.")
    type: Literal["choice", "multi", "number", "text"] = Field(description="How it is answered.")
    options: tuple[FactOption, ...] = Field((), description="Answers of a choice or multi fact.")
    lowest: Number | None = Field(None, description="Smallest number.")
    highest: Number | None = Field(None, description="Largest number.")
    quick: Flag = Field(True, description="Asked in the quick scan.")
    full: Flag = Field(True, description="Asked in the full assessment.")
    effect: Text = Field(description="The only effect this fact has.")


class DerivedFact(Entry):
    """A yes-or-no conclusion from facts, for use in rules."""

    id: Slug = Field(description="The name rules use.")
    rule: Rule = Field(description="True when ...")
    why: Text = Field(description="What it stands for.")
    source: Text = Field(description="Claims, literature or a free reference.")


# ------------------------------------------------------------------ findings and advice


class WarningRule(Entry):
    """A known way of going wrong (anti-pattern)."""

    id: Code = Field(description="Stable id.")
    name: Text = Field(description="Short name.")
    severity: Literal["high", "medium"] = Field(description="High ones reach the executive page and force a remedy.")
    when: Rule = Field(description="True when the warning is active.")
    says: Text = Field(description="What readers are told.")
    source: Text = Field(description="Claims, literature or a free reference.")
    remedies: tuple[Code, ...] = Field(min_length=1, description="Actions that help.")


class Action(Entry):
    """Something a firm can do, what it costs and what it lifts."""

    id: Code = Field(description="Stable id.")
    title: Text = Field(description="Short title.")
    phase: Annotated[int, Field(strict=True, ge=1, le=4)] = Field(
        description="1 know and own, 2 change habits, 3 extend, 4 join up and create."
    )
    owner: Slug = Field(description="Role that leads it.")
    kind: Literal["know", "direction", "ownership", "culture", "channel", "data"] = Field(description="Subject.")
    early_win: Flag = Field(False, description="Shows a result fast.")
    effort: Weight = Field(description="Person-weeks in a firm of 250 to 999 staff.")
    lead: Annotated[int, Field(strict=True, ge=1)] = Field(description="Weeks from start to finish.")
    when: Rule = Field(description="True while the action is worth considering.")
    lift: dict[Slug, Points] = Field(min_length=1, description="Points added per factor when finished.")
    needs: tuple[Code, ...] = Field((), description="Actions that come first.")
    rules_first: Flag = Field(
        False, description="Where rules limit public talk, compliance agrees the ground rules first."
    )
    do: Text = Field(description="What to do.")
    kpi: Text = Field(description="How one sees that it worked.")
    risk: Text = Field(description="What happens if it is skipped.")
    serves: Literal["needs", "delight", "innovation"] = Field(description="What it serves.")
    source: Text = Field(description="Claims, literature or a free reference.")


class Source(Entry):
    """A claim or a publication that rules refer to."""

    id: Code = Field(description="S1.. for claims of the source essays, L1.. for literature.")
    by: Text = Field(description="Who said it, where.")
    says: Text = Field(description="The claim in our own words.")


# ------------------------------------------------------------------ the whole


class Questionnaire(Entry):
    """A complete method: everything the engine needs, nothing about any firm."""

    id: Slug
    version: Text
    title: Text
    last_stage_needs_component: bool
    stages: tuple[Stage, ...]
    roles: tuple[Role, ...]
    weights: dict[str, FactorWeights]
    settings: Settings
    pillars: tuple[Pillar, ...]
    customers: tuple[AnyItem, ...]
    demand: Demand
    contacts: Contacts
    facts: tuple[Fact, ...]
    derived: tuple[DerivedFact, ...]
    pulse: tuple[PulseItem, ...]
    warnings: tuple[WarningRule, ...]
    actions: tuple[Action, ...]
    sources: tuple[Source, ...]
    sha256: str = ""

    @cached_property
    def factors(self) -> tuple[Factor, ...]:
        """All factors, pillar by pillar."""
        return tuple(factor for pillar in self.pillars for factor in pillar.factors)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All items in the order people see them: customers first, then pillar by pillar."""
        return tuple(self._items())

    def _items(self) -> Iterator[Item]:
        yield from self.customers
        for pillar in self.pillars:
            for factor in pillar.factors:
                yield from factor.items
            yield from pillar.findings

    @cached_property
    def item_by_id(self) -> dict[str, Item]:
        """Items by id."""
        return {item.id: item for item in self.items}

    @cached_property
    def factor_by_id(self) -> dict[str, Factor]:
        """Factors by id."""
        return {factor.id: factor for factor in self.factors}

    @cached_property
    def pillar_of(self) -> dict[str, Pillar]:
        """Pillar by factor id."""
        return {factor.id: pillar for pillar in self.pillars for factor in pillar.factors}

    @cached_property
    def factor_of(self) -> dict[str, Factor]:
        """Factor by the id of a scored readiness item."""
        return {item.id: factor for factor in self.factors for item in factor.items}

    @cached_property
    def gates(self) -> tuple[tuple[Stage, Gate], ...]:
        """Every gate with its stage, in path order."""
        return tuple((stage, gate) for stage in self.stages for gate in stage.gates)

    @cached_property
    def action_by_id(self) -> dict[str, Action]:
        """Actions by id."""
        return {action.id: action for action in self.actions}

    @cached_property
    def warning_by_id(self) -> dict[str, WarningRule]:
        """Warnings by id."""
        return {warning.id: warning for warning in self.warnings}

    def telling(self, what: Tells) -> Item | None:
        """Return the item that tells ``what``, or None when the questionnaire has none."""
        return next((item for item in self.items if item.tells == what), None)
