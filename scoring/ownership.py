"""Who drives customer relationship work, what it is for, what leaders want and which tools are in use."""

from collections.abc import Sequence

import numpy as np

from scoring.levels import Items, Tally
from scoring.method import Floats, Ints, Method
from scoring.model import TOLERANCE, Choice, Multi, Option, Tells
from scoring.result import Ownership
from scoring.sheet import Sheet
from scoring.voices import balanced_mean

CONTESTED_BELOW = 0.5
IN_USE_FROM = 0.5


def describe_ownership(method: Method, sheet: Sheet, counted: Tally, items: Items) -> Ownership:
    """Return the ownership findings of one firm; each is None where nobody answered its item."""
    driver, drivers = _driver(method, items)
    purpose, purposes = _purpose(method, sheet)
    ambition, known = _ambition(method, sheet, counted)
    tools = _tools(method, sheet)
    share = drivers.get(driver) if driver else None
    return Ownership(
        driver=driver,
        driver_share=share,
        contested=share is not None and share < CONTESTED_BELOW - TOLERANCE,
        shares=drivers,
        purpose_top=purpose,
        purpose_share=purposes.get(purpose) if purpose else None,
        purposes=purposes,
        ambition=ambition,
        ambition_known=known,
        tools=tuple(option.id for option in tools or ()),
        social_tools=None if tools is None else sum(option.social for option in tools),
    )


def _driver(method: Method, items: Items) -> tuple[str | None, dict[str, float]]:
    """Share of the voices per option, and the largest: ties go to the lower score, then to file order."""
    item = method.questionnaire.telling("driver")
    if not isinstance(item, Choice):
        return None, {}
    column = method.item_index[item.id]
    if not items.distribution[0, column].any():
        return None, {}
    shares = _by_option(item.options, items.distribution[0, column])
    order = sorted(item.options, key=lambda option: (-round(shares[option.id], 12), option.score or 0.0))
    return order[0].id, shares


def _by_option(options: Sequence[Option], shares: Floats) -> dict[str, float]:
    return {option.id: float(share) for option, share in zip(options, shares, strict=False)}


def _purpose(method: Method, sheet: Sheet) -> tuple[str | None, dict[str, float]]:
    shares = _picked_shares(method, sheet, "purpose")
    if not shares:
        return None, {}
    return max(shares, key=lambda option: round(shares[option], 12)), shares


def _tools(method: Method, sheet: Sheet) -> tuple[Option, ...] | None:
    item = method.questionnaire.telling("tools")
    shares = _picked_shares(method, sheet, "tools")
    if not isinstance(item, Multi) or not shares:
        return None
    return tuple(option for option in item.options if shares[option.id] >= IN_USE_FROM - TOLERANCE)


def _picked_shares(method: Method, sheet: Sheet, tells: Tells) -> dict[str, float]:
    """Role-balanced share of people who included each option; empty when nobody answered."""
    item = method.questionnaire.telling(tells)
    if not isinstance(item, Multi):
        return {}
    shares = balanced_mean(sheet, sheet.picks[item.id], len(method.roles))[0]
    return {} if np.isnan(shares).any() else _by_option(item.options, shares)


def _ambition(method: Method, sheet: Sheet, counted: Tally) -> tuple[int | None, float | None]:
    """Return the stage leaders name most (everybody, where no leader answered), and how many of all name it."""
    item = method.questionnaire.telling("ambition")
    if not isinstance(item, Choice):
        return None, None
    lines = counted.lines[0, :, method.item_index[item.id], : len(item.options)]
    top = method.questionnaire.settings.gaps.top
    leaders = np.array([role in top for role in method.roles])
    shares = _voices(lines, leaders * sheet.role_weights[0])
    if not shares.any():
        shares = _voices(lines, sheet.role_weights[0])
    if not shares.any():
        return None, None
    order = sorted(
        range(len(item.options)), key=lambda line: (-round(float(shares[line]), 12), _stage(method, item, line))
    )
    stage = _stage(method, item, order[0])
    known = float(lines[:, order[0]].sum() / lines.sum())
    return (None, None) if stage > len(method.stages) else (stage, known)


def _voices(lines: Ints, role_weights: Floats) -> Floats:
    """Return how much weight stands behind each line, every role dividing its own over what its people chose."""
    people = lines.sum(axis=1, keepdims=True)
    fractions = np.divide(lines, people, out=np.zeros(lines.shape), where=people > 0)
    return np.asarray(role_weights @ fractions)


def _stage(method: Method, item: Choice, line: int) -> int:
    """Return the number of the stage a line stands for; a line without one sorts after every stage."""
    stage = item.options[line].stage
    return len(method.stages) + 1 if stage is None else method.stage_index[stage] + 1
