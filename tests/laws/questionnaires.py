"""Questionnaires of every shape: other pillars, factors, items, weights, roles, audiences, gates and rules."""

from collections.abc import Callable, Mapping

from scoring.answers import FactValue
from scoring.model import (
    Agree,
    Allocation,
    AnyItem,
    Bars,
    ChannelGroup,
    Choice,
    Contacts,
    ContactTerm,
    Coverage,
    Demand,
    DerivedFact,
    Fact,
    FactOption,
    Factor,
    FactorWeights,
    Floor,
    Gaps,
    Gate,
    Habit,
    Multi,
    Newest,
    NumberItem,
    Option,
    Pillar,
    Planning,
    PulseItem,
    Questionnaire,
    Role,
    Settings,
    ShareTerm,
    Stage,
)
from tests.laws.dice import Dice

STAGES = ("T", "M", "S")
ROLES = ("lead", "shop", "desk", "help")
LINES = ("one", "two", "three", "four", "five")
GROUPS = ("legacy", "digital", "social")
CONTACTS = ("contacts_now", "contacts_later")
SAID = {"why": "Because.", "source": "S1"}

# Rules about facts beside what they mean, so that a reference need not read the language of rules.
FactRule = Callable[[Mapping[str, FactValue]], bool]
DERIVED: Mapping[str, FactRule] = {
    "ctx_young == 'yes'": lambda facts: facts["ctx_young"] == "yes",
    "'board' in ctx_pressure": lambda facts: "board" in (facts["ctx_pressure"] or ()),  # type: ignore[operator]
}
FACT_RULES: Mapping[str, FactRule] = {
    "fresh": lambda facts: bool(facts["fresh"]),
    "not fresh": lambda facts: not facts["fresh"],
    "fresh or quick": lambda facts: bool(facts["fresh"] or facts["quick"]),
    "last_stage_needs_component": lambda facts: bool(facts["last_stage_needs_component"]),
    "legacy_contact_share <= 50": lambda facts: (
        facts["legacy_contact_share"] is not None and facts["legacy_contact_share"] <= 50  # type: ignore[operator]
    ),
}


def roll_questionnaire(dice: Dice) -> Questionnaire:
    """Return a questionnaire of three stages, every other part of it rolled."""
    roles = ROLES[: dice.between(1, len(ROLES))]
    pillars = _pillars(dice, roles)
    factors = tuple(factor.id for pillar in pillars for factor in pillar.factors)
    return Questionnaire(
        id="rolled",
        version="1",
        title="Rolled",
        last_stage_needs_component=dice.happens(50),
        stages=tuple(_stage(dice, stage, pillars, factors) for stage in STAGES),
        roles=tuple(Role(id=role, name=role, who=role) for role in roles),
        weights=_weights(dice, factors),
        settings=_settings(dice, roles, factors),
        pillars=pillars,
        customers=_customers(dice, roles),
        demand=_demand(dice),
        contacts=_contacts(dice, factors),
        facts=_facts(),
        derived=(DerivedFact(id="fresh", rule=dice.pick(tuple(DERIVED)), **SAID),),
        pulse=_pulse(dice, pillars),
        warnings=(),
        actions=(),
        sources=(),
    )


# ------------------------------------------------------------------ pillars


def _pillars(dice: Dice, roles: tuple[str, ...]) -> tuple[Pillar, ...]:
    pillars = [_pillar(dice, roles, number) for number in range(dice.between(1, 3))]
    findings = tuple(item for item in _tellers(dice) if dice.happens(80))
    pillars[0] = pillars[0].model_copy(update={"findings": findings})
    return tuple(pillars)


def _pillar(dice: Dice, roles: tuple[str, ...], number: int) -> Pillar:
    factors = tuple(_factor(dice, roles, f"p{number}f{factor}") for factor in range(dice.between(1, 3)))
    return Pillar(id=f"p{number}", name="Pillar", question="How?", factors=factors)


def _factor(dice: Dice, roles: tuple[str, ...], id_: str) -> Factor:
    items = tuple(_item(dice, roles, f"{id_}i{item}") for item in range(dice.between(1, 4)))
    return Factor(id=id_, name="Factor", definition="What it is.", items=items, **SAID)


def _item(dice: Dice, roles: tuple[str, ...], id_: str) -> AnyItem:
    shared = {
        "id": id_,
        "text": "How?",
        "quick": dice.happens(40),
        "audience": dice.some(roles, fewest=1) if dice.happens(30) else "all",
        "na_when": dice.pick(tuple(FACT_RULES)) if dice.happens(30) else None,
    }
    lines = {"level_scores": (0, 10, 10, 60, 95)} if dice.happens(20) else {}
    match dice.roll(5):
        case 3:
            return Agree(type="agree", reverse=dice.happens(50), **shared, **lines)
        case 4:
            tells = "driver" if id_ == "p0f0i0" else None
            return Choice(type="choice", tells=tells, options=_scored_options(dice), **shared)
        case _:
            return Bars(type="bars", levels=LINES, **shared, **lines)


def _scored_options(dice: Dice) -> tuple[Option, ...]:
    scores = (0, 25, 25, 60, 100)[: dice.between(2, 5)]
    return tuple(Option(id=f"o{number}", label="Option", score=score) for number, score in enumerate(scores))


def _tellers(dice: Dice) -> tuple[AnyItem, ...]:
    """Items that inform and never score."""
    plain = tuple(Option(id=f"o{number}", label="Option", social=dice.happens(50)) for number in range(3))
    stages = tuple(Option(id=stage.lower(), label="Stage", stage=stage) for stage in STAGES)
    unclear = Option(id="unclear", label="Unclear")
    return (
        Multi(type="multi", id="purpose", text="What for?", options=plain, most=2, tells="purpose"),
        Multi(type="multi", id="tools", text="With what?", options=plain, most=3, tells="tools"),
        Choice(type="choice", id="ambition", text="Where to?", options=(unclear, *stages), tells="ambition"),
        NumberItem(type="number", id="estimate", text="How many?", tells="estimate"),
    )


# ------------------------------------------------------------------ path, weights, settings


def _stage(dice: Dice, stage: str, pillars: tuple[Pillar, ...], factors: tuple[str, ...]) -> Stage:
    metrics = ("index", "min_pillar", *(f"pillar.{pillar.id}" for pillar in pillars), *factors)
    gates = tuple(_gate(dice, f"{stage}{number}", metrics) for number in range(dice.between(1, 4)))
    return Stage(id=stage, name=stage, customers="Customers.", gates=gates)


def _gate(dice: Dice, id_: str, metrics: tuple[str, ...]) -> Gate:
    return Gate(
        id=id_,
        metric=dice.pick(metrics),
        minimum=2.5 * dice.roll(27),
        only_if=dice.pick(tuple(FACT_RULES)) if dice.happens(20) else None,
        part=dice.pick((None, "component", "driver")),
        **SAID,
    )


def _weights(dice: Dice, factors: tuple[str, ...]) -> dict[str, FactorWeights]:
    """Points per factor and stage; some are 0, one in each stage never is."""
    return {
        factor: FactorWeights(
            points={stage: float(max(dice.between(0, 9), number == 0)) for stage in STAGES},
            **SAID,
        )
        for number, factor in enumerate(factors)
    }


def _settings(dice: Dice, roles: tuple[str, ...], factors: tuple[str, ...]) -> Settings:
    return Settings(
        coverage=Coverage(factor=dice.pick((0.5, 0.0, 0.34, 1.0)), pillar=dice.pick((0.6, 0.0, 0.3, 1.0))),
        gaps=Gaps(
            top=roles[:1],
            near=roles[1:],
            factors=dice.some(factors),
            factors_when_last_stage=factors[-1:],
            measured="ctx_measured",
            pulse_answers=dice.pick((1, 2)),
        ),
        planning=Planning(size_factor={}, capacity={}, rules_lead={}),
        open_end=dice.pick((None, *factors)),
        **SAID,
    )


# ------------------------------------------------------------------ customers and facts


def _customers(dice: Dice, roles: tuple[str, ...]) -> tuple[AnyItem, ...]:
    names = ("phone_now", "phone_later", "social_now", "social_later", "voice", "newest", "evidence")
    groups = (*GROUPS, dice.pick(GROUPS))
    options = tuple(Option(id=f"by{number}", label="Way", group=group) for number, group in enumerate(groups))
    contacts = tuple(
        Allocation(type="allocation", id=id_, text="How many?", options=options, quick=dice.happens(20))
        for id_ in CONTACTS
    )
    return (*contacts, *(_customer_item(dice, roles, id_) for id_ in names))


def _customer_item(dice: Dice, roles: tuple[str, ...], id_: str) -> Bars:
    audience = dice.some(roles, fewest=1) if dice.happens(20) else "all"
    return Bars(type="bars", id=id_, text="How many?", levels=LINES, quick=dice.happens(50), audience=audience)


def _demand(dice: Dice) -> Demand:
    now, later = CONTACTS
    return Demand(
        mobile=_habit(dice, (now, later), ("phone_now",), ("phone_later",), ("digital", "social")),
        social=_habit(dice, (now, later), ("social_now", "voice"), ("social_later", "voice"), ("social",)),
        newest=Newest(item="newest", adjust=dice.pick((10, 0, 30))),
        floor=Floor(today="social_now", five_years="social_later", minimum=dice.pick((37.5, 0, 50))),
        borderline=dice.pick((5, 0, 20)),
        segment_share=dice.pick((0.25, 0.5)),
        evidence="evidence",
        **SAID,
    )


def _habit(
    dice: Dice, contacts: tuple[str, str], today: tuple[str, ...], later: tuple[str, ...], groups: tuple[str, ...]
) -> Habit:
    def terms(items: tuple[str, ...], allocation: str) -> tuple[ShareTerm | ContactTerm, ...]:
        shares = [_share_term(dice, item) for item in items]
        full_at = dice.pick((20.0, 60.0, 100.0))
        return (*shares, ContactTerm(contacts=allocation, groups=groups, full_at=full_at, weight=dice.roll(4) / 4))

    return Habit(
        today=terms(today, contacts[0]), five_years=terms(later, contacts[1]), threshold=dice.pick((50, 25, 75))
    )


def _share_term(dice: Dice, item: str) -> ShareTerm:
    otherwise = item.replace("_later", "_now") if item.endswith("_later") and dice.happens(50) else None
    return ShareTerm(item=item, otherwise=otherwise, weight=dice.between(1, 4) / 4, required=dice.happens(60))


def _contacts(dice: Dice, factors: tuple[str, ...]) -> Contacts:
    channels = tuple(
        ChannelGroup(id=group, name=group, groups=(group,), capability=dice.pick(factors)) for group in GROUPS
    )
    return Contacts(today=CONTACTS[0], five_years=CONTACTS[1], channels=channels)


def _facts() -> tuple[Fact, ...]:
    yes_no = tuple(FactOption(id=id_, label=id_) for id_ in ("yes", "no"))
    pressure = tuple(FactOption(id=id_, label=id_) for id_ in ("board", "trend"))
    return (
        Fact(id="ctx_young", text="Young?", type="choice", options=yes_no, effect="Rules."),
        Fact(id="ctx_pressure", text="Why?", type="multi", options=pressure, effect="Rules."),
        Fact(id="ctx_measured", text="Measured?", type="number", effect="Gaps."),
    )


def _pulse(dice: Dice, pillars: tuple[Pillar, ...]) -> tuple[PulseItem, ...]:
    items = [item.id for pillar in pillars for factor in pillar.factors for item in factor.items]
    mirrored = items[: dice.roll(3)]
    return tuple(PulseItem(id=f"pul_{item}", mirrors=item, text="How?", levels=LINES) for item in mirrored)
