"""What the engine says about one firm: plain frozen data, unrounded, with None where nothing can be said.

Scores are points 0..100, shares 0..1, positions 0..3, destinations 1..3. Ids are the questionnaire's.
Sentences are not made here; ``assessments.wording`` turns these values into words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

FactorStatus = Literal["ok", "unknown", "na", "not_asked"]
GateOutcome = Literal["pass", "fail", "unknown", "waived", "not_tested"]
ForCustomers = Literal["yes_today", "within_five_years", "no"]
SocialCrm = Literal["yes_today", "by_year_five", "no_traditional", "no_shift"]
Finding = Literal["role_divide", "mixed_picture"]
Posture = Literal["catch_up", "prepare", "stay_and_renew", "hold_back"]
Verdict = Literal["behind", "in_step_behind_later", "in_step", "ahead_behind_later", "ahead_in_step_later", "ahead"]
Cap = Literal["single_respondent", "quick_scan", "few_roles", "no_leaders", "nobody_near_customers"]
QualityFlag = Literal["straight_lining", "contradiction", "speed", "mostly_unknown"]


@dataclass(frozen=True, slots=True)
class ItemResult:
    """One item over all respondents; ``score`` to ``range`` are None when nobody gave a valid answer."""

    score: float | None
    answers: int  # valid answers, all roles
    dk_share: float | None  # role-balanced; None when nobody answered or the item does not apply
    na: bool  # does not apply to this firm
    ad: float | None  # average deviation, points
    di: float | None  # disagreement index, 0..100
    eta2: float | None  # share of the spread that lies between roles
    range: float | None  # widest difference between role means, points
    finding: Finding | None
    by_role: Mapping[str, float]  # mean score per role with a valid answer; NOT for display below the minimum group
    counts: Mapping[str, tuple[int, ...]]  # valid answers per role and line (or option), in file order

    @property
    def totals(self) -> tuple[int, ...]:
        """Valid answers per line (or option) over all roles, in file order; empty where nobody gave one."""
        return tuple(sum(role) for role in zip(*self.counts.values(), strict=True))


@dataclass(frozen=True, slots=True)
class FactorResult:
    score: float | None
    status: FactorStatus


@dataclass(frozen=True, slots=True)
class GateResult:
    """A gate that exists for this firm (``only_if`` gates are left out when their fact is false)."""

    id: str
    stage: str
    metric: str
    value: float | None
    minimum: float
    result: GateOutcome

    @property
    def margin(self) -> float | None:
        """Points above (or below) the minimum."""
        return None if self.value is None else self.value - self.minimum

    @property
    def holds_back(self) -> bool:
        """Whether this gate keeps its stage from being reached."""
        return self.result in ("fail", "unknown")


@dataclass(frozen=True, slots=True)
class DestinationResult:
    """Where customers call the firm at one date; scores and stage are None when unknown."""

    mobile: float | None
    social: float | None
    social_share: float | None
    stage: int | None
    borderline: bool


@dataclass(frozen=True, slots=True)
class SegmentResult:
    id: str
    name: str
    value: float
    now: DestinationResult
    five_years: DestinationResult


@dataclass(frozen=True, slots=True)
class DemandResult:
    now: DestinationResult
    five_years: DestinationResult
    evidence: float | None
    segments: tuple[SegmentResult, ...]


@dataclass(frozen=True, slots=True)
class ThreeAnswers:
    """Codes of the three answers that every report gives; words are made elsewhere."""

    social_media_for_customers: ForCustomers | None
    social_media_for_social_crm: Literal["component", "not_strictly"]
    component_in_place: bool | None
    driver_in_place: bool | None
    social_crm_to_succeed: SocialCrm | None


@dataclass(frozen=True, slots=True)
class Fit:
    verdict: Verdict | None
    posture: Posture | None
    delta_now: int | None
    delta_five_years: int | None
    target: int | None


@dataclass(frozen=True, slots=True)
class Ownership:
    """Who drives customer relationship work, as the respondents see it."""

    driver: str | None
    driver_share: float | None
    contested: bool
    shares: Mapping[str, float]
    purpose_top: str | None
    purpose_share: float | None
    purposes: Mapping[str, float]
    ambition: int | None
    ambition_known: float | None
    tools: tuple[str, ...]
    social_tools: int | None


@dataclass(frozen=True, slots=True)
class Clause:
    """One comparison that made a rule true."""

    name: str  # as written in the rule, e.g. "F.cul_shift"
    value: float | str | bool | None
    test: str  # the comparison as written, e.g. "F.cul_shift < 50"


@dataclass(frozen=True, slots=True)
class ActiveWarning:
    id: str
    severity: Literal["high", "medium"]
    because: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class CandidateAction:
    id: str
    because: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class AgendaItem:
    item: str
    score: float
    finding: Finding | None


@dataclass(frozen=True, slots=True)
class Gaps:
    """Perception gaps in points; ``firm`` says whether both sides are large enough to print."""

    executives_vs_near: float | None
    executives_vs_near_firm: bool
    by_factor: Mapping[str, tuple[float, float]]  # leaders' mean, near-customer mean
    estimate: float | None
    measured: float | None
    estimate_vs_measured: float | None
    pulse: float | None
    pulse_items: Mapping[str, float]  # item minus customers' mean


@dataclass(frozen=True, slots=True)
class Sturdiness:
    """What missing answers and the thresholds themselves could change."""

    bounds: tuple[int, int]
    minima_minus_5: int
    minima_plus_5: int

    @property
    def sturdy(self) -> bool:
        return self.minima_minus_5 == self.minima_plus_5


@dataclass(frozen=True, slots=True)
class Tip:
    """A smallest set of answers whose move by one line would change the placement or a destination."""

    changes: Literal["position", "destination_now", "destination_5y"]
    becomes: int
    items: tuple[str, ...]
    direction: Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure a placement is; shares of replicates, keyed by position 0..3 or destination 1..3 (0 unknown)."""

    position: Mapping[int, float]
    now: Mapping[int, float]
    five_years: Mapping[int, float]
    index_80: Mapping[str, tuple[float, float] | None]  # 10th and 90th percentile per stage
    coordinate_80: tuple[float, float]
    label: Literal["clear", "likely", "between"]
    runner_up: int | None  # second most probable position, where there is one
    capped_by: tuple[Cap, ...]  # why "clear" was not allowed, although the share would have been enough
    tips: tuple[Tip, ...]
    would_settle: str | None  # the unanswered item that matters most


@dataclass(frozen=True, slots=True)
class ChannelFit:
    id: str
    share_now: float | None  # percent of contacts
    share_five_years: float | None
    capability: float | None
    gap_now: float | None
    gap_five_years: float | None


@dataclass(frozen=True, slots=True)
class ChannelFits:
    now: float | None
    five_years: float | None
    channels: tuple[ChannelFit, ...]


@dataclass(frozen=True, slots=True)
class Flagged:
    respondent: str
    flag: QualityFlag


@dataclass(frozen=True, slots=True)
class Result:
    """Everything the engine says about one assessment."""

    variant: Literal["full", "quick"]
    respondents: int
    by_role: Mapping[str, int]
    facts: Mapping[str, bool | float | None]  # derived facts and legacy_contact_share (percent)
    provisional: bool
    settle: tuple[str, ...]
    blind_spots: tuple[str, ...]
    items: Mapping[str, ItemResult]
    factors: Mapping[str, FactorResult]
    pillars: Mapping[str, Mapping[str, float | None]]  # stage id -> pillar id -> score
    index: Mapping[str, float | None]  # stage id -> score
    gates: tuple[GateResult, ...]
    position: int
    path_coordinate: float
    demand: DemandResult
    fit: Fit
    three_answers: ThreeAnswers
    ownership: Ownership
    warnings: tuple[ActiveWarning, ...]
    candidates: tuple[CandidateAction, ...]
    agenda: tuple[AgendaItem, ...]
    gaps: Gaps
    sturdiness: Sturdiness
    contact_mix: Mapping[str, Mapping[str, float]]  # allocation item -> option -> percent
    channel_fit: ChannelFits
    flags: tuple[Flagged, ...]

    @property
    def holding_back(self) -> tuple[GateResult, ...]:
        """Gates not passed of the next stage, nearest first; unknown ones last."""
        following = tuple(self.index)[self.position : self.position + 1]
        failed = [gate for gate in self.gates if gate.stage in following and gate.holds_back]
        return tuple(sorted(failed, key=lambda gate: (gate.margin is None, -(gate.margin or 0.0))))
