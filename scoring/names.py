"""What rules may speak of: the names of facts, and of everything the engine finds out."""

from collections.abc import Iterable

from scoring.model import Fact, Questionnaire
from scoring.rules import Kind, Names

_FACT_KINDS: dict[str, Kind] = {"choice": "text", "multi": "list", "number": "number", "text": "text"}

_GIVEN: dict[str, Kind] = {"legacy_contact_share": "number", "quick": "flag", "last_stage_needs_component": "flag"}

_FOUND: dict[str, Kind] = {
    "p": "number",
    "d_now": "number",
    "d_5y": "number",
    "target": "number",
    "DM_now": "number",
    "DM_5y": "number",
    "DS_now": "number",
    "DS_5y": "number",
    "E": "number",
    "driver": "text",
    "driver_share": "number",
    "purpose_top": "text",
    "purpose_top_share": "number",
    "ambition": "number",
    "social_tools": "number",
    "gap_ef": "number",
    "gap_est": "number",
    "gap_pulse": "number",
}


def fact_names(questionnaire: Questionnaire) -> Names:
    """Return the names for rules about the firm itself: ``na_when``, ``only_if`` and derived facts."""
    return Names(
        plain=_fact_kinds(questionnaire) | _GIVEN,
        choices={fact.id: frozenset(option.id for option in fact.options) for fact in _choosing(questionnaire.facts)},
    )


def advice_names(questionnaire: Questionnaire) -> Names:
    """Return the names for warnings and actions: facts and everything the engine finds out."""
    facts = fact_names(questionnaire)
    return Names(
        plain=dict(facts.plain) | _FOUND,
        prefixed={
            "F": frozenset(questionnaire.factor_by_id),
            "P": frozenset(pillar.id for pillar in questionnaire.pillars),
            "I": frozenset(item.id for item in questionnaire.items if item.scored),
        },
        warnings=frozenset(questionnaire.warning_by_id),
        items=frozenset(questionnaire.item_by_id),
        choices=dict(facts.choices) | _told(questionnaire),
    )


def _fact_kinds(questionnaire: Questionnaire) -> dict[str, Kind]:
    kinds = {fact.id: _FACT_KINDS[fact.type] for fact in questionnaire.facts}
    return kinds | {derived.id: "flag" for derived in questionnaire.derived}


def _choosing(facts: Iterable[Fact]) -> Iterable[Fact]:
    return (fact for fact in facts if fact.options)


def _told(questionnaire: Questionnaire) -> dict[str, frozenset[str]]:
    """Return the option ids that ``driver`` and ``purpose_top`` can take."""
    told = {"driver": questionnaire.telling("driver"), "purpose_top": questionnaire.telling("purpose")}
    return {
        name: frozenset(option.id for option in getattr(item, "options", ())) for name, item in told.items() if item
    }
