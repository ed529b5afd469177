"""Every threshold of the method that is not a gate or a weight."""

from typing import Annotated

from pydantic import Field

from scoring.model.entry import Code, Count, Entry, Points, Positive, Share, Slug, Text, Weight


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
