"""Which questions apply to a firm: where "not applicable" may be answered, given what is known at the moment."""

from collections.abc import Mapping
from typing import Any

from scoring import Method
from scoring.answers import Assessment
from scoring.engine import read


def facts_of_firm(method: Method, assessment: Assessment) -> Mapping[str, Any]:
    """Return what rules about the firm may speak of: facts, what follows from them, and the mix of contacts."""
    return read(method, assessment).facts


def may_be_na(method: Method, facts: Mapping[str, Any], item: str) -> bool:
    """Return whether "not applicable" is open for an item."""
    rule = method.na_when.get(item)
    return rule is not None and rule.holds(facts)
