"""Facts about the firm and what follows from them: which gates exist, where "not applicable" may be answered."""

import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from scoring.answers import Assessment
from scoring.demand import contact_share
from scoring.method import Bools, Floats, Method

LEGACY = "legacy"  # the option group of contact channels that traditional CRM serves

Facts = Mapping[str, Any]


def establish_facts(method: Method, assessment: Assessment, contacts: Mapping[str, Floats]) -> dict[str, Any]:
    """Return every name that rules about the firm may use; None where the firm has not said."""
    questionnaire = method.questionnaire
    facts: dict[str, Any] = {fact.id: assessment.context.get(fact.id) for fact in questionnaire.facts}
    legacy = float(contact_share(method, contacts, questionnaire.contacts.today, (LEGACY,))[0])
    facts["legacy_contact_share"] = None if math.isnan(legacy) else legacy
    facts["quick"] = assessment.variant == "quick"
    facts["last_stage_needs_component"] = questionnaire.last_stage_needs_component
    for name, rule in method.derived.items():
        facts[name] = rule.holds(facts)
    return facts


def conclusions(method: Method, facts: Facts) -> dict[str, bool | float | None]:
    """Return the facts that were derived rather than given."""
    return {name: facts[name] for name in (*method.derived, "legacy_contact_share")}


def not_applicable_items(method: Method, facts: Facts) -> Bools:
    """Return, per item (1, I), whether "not applicable" may be answered by this firm."""
    allowed = np.zeros((1, len(method.items)), dtype=bool)
    for item, rule in method.na_when.items():
        allowed[0, method.item_index[item]] = rule.holds(facts)
    return allowed


def existing_gates(method: Method, facts: Facts) -> Bools:
    """Return which gates (1, G) exist for this firm."""
    return np.array([[rule is None or rule.holds(facts) for rule in method.gates.only_if]])
