"""What the rules of a questionnaire may speak of, and of what kind each name is."""

from collections.abc import Mapping

from scoring.model import DerivedFact, Fact, Item, Questionnaire
from scoring.rules import Kind, Names

PLACEMENT: Mapping[str, Kind] = {
    **dict.fromkeys(("p", "d_now", "d_5y", "target", "ambition"), "number"),
    **dict.fromkeys(("DM_now", "DM_5y", "DS_now", "DS_5y", "E"), "number"),
    **dict.fromkeys(("gap_ef", "gap_est", "gap_pulse", "social_tools"), "number"),
    **dict.fromkeys(("driver_share", "purpose_top_share"), "number"),
    **dict.fromkeys(("driver", "purpose_top"), "text"),
}
SETTING: Mapping[str, Kind] = {"legacy_contact_share": "number", "quick": "flag", "last_stage_needs_component": "flag"}
_FLAG: Kind = "flag"
_FACT_KINDS: Mapping[str, Kind] = {"choice": "text", "multi": "list", "number": "number", "text": "text"}


def fact_names(facts: tuple[Fact, ...], derived: tuple[DerivedFact, ...]) -> Names:
    """Return what ``na_when``, ``only_if`` and derived facts may use: facts and nothing measured."""
    asked = {fact.id: _FACT_KINDS[fact.type] for fact in facts}
    plain = {**SETTING, **asked, **dict.fromkeys((fact.id for fact in derived), _FLAG)}
    choices = {fact.id: frozenset(option.id for option in fact.options) for fact in facts if fact.options}
    return Names(plain=plain, choices=choices)


def rule_names(questionnaire: Questionnaire) -> Names:
    """Return what warnings and actions may use: everything the engine knows about a firm."""
    facts = fact_names(questionnaire.facts, questionnaire.derived)
    items = frozenset(questionnaire.item_by_id)
    return Names(
        plain={**PLACEMENT, **facts.plain},
        prefixed={
            "F": frozenset(questionnaire.factor_by_id),
            "P": frozenset(pillar.id for pillar in questionnaire.pillars),
            "I": frozenset(item.id for item in questionnaire.items if item.scored),
        },
        warnings=frozenset(questionnaire.warning_by_id),
        items=items,
        choices={**facts.choices, **_told(questionnaire)},
    )


def _told(questionnaire: Questionnaire) -> dict[str, frozenset[str]]:
    """Return the options of the items that tell who drives and what it is for."""
    tellers = {"driver": questionnaire.telling("driver"), "purpose_top": questionnaire.telling("purpose")}
    return {name: _option_ids(item) for name, item in tellers.items() if item is not None}


def _option_ids(item: Item) -> frozenset[str]:
    return frozenset(option.id for option in getattr(item, "options", ()))
