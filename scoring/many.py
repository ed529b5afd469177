"""Many firms, or everybody in them one by one, in blocks: memory stays near the size of the answers."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

import numpy as np

from scoring.agreement import measure_spread
from scoring.levels import profile, score_answers, score_items, tally
from scoring.method import NOT_APPLICABLE, Bools, Floats, Ints, Method
from scoring.placement import place
from scoring.sheet import Sheet, part

FIRMS_AT_ONCE, PEOPLE_AT_ONCE = 32, 512  # many enough for numpy, few enough for the processor's cache


@dataclass(frozen=True, slots=True)
class Firms:
    """Where n firms stand; NaN where unknown."""

    score: Floats  # (n, I)
    ad: Floats  # (n, I)
    eta2: Floats  # (n, I)
    factors: Floats  # (n, F)
    pillars: Floats  # (n, S, P)
    index: Floats  # (n, S)
    position: Ints  # (n,)
    coordinate: Floats  # (n,)


@dataclass(frozen=True, slots=True)
class People:
    """Where each of N respondents alone would place the firm; NaN where unknown."""

    index: Floats  # (N, S)
    position: Ints  # (N,)
    coordinate: Floats  # (N,)


def place_firms(method: Method, sheet: Sheet, na_allowed: Bools, exists: Bools) -> Firms:
    """Return where every firm of ``sheet`` stands; raises ValueError unless respondents are sorted by firm.

    ``na_allowed`` (n, I) says where "not applicable" may be answered, ``exists`` (n, G) which gates apply.
    """
    if (np.diff(sheet.firm) < 0).any():
        raise ValueError("Respondents must be sorted by firm.")
    blocks = [
        _place_block(method, part(sheet, firms), na_allowed[firms], exists[firms])
        for firms in _slices(sheet.firms, FIRMS_AT_ONCE)
    ]
    return Firms(*(np.concatenate([getattr(block, field.name) for block in blocks]) for field in fields(Firms)))


def _place_block(method: Method, sheet: Sheet, na_allowed: Bools, exists: Bools) -> Firms:
    items = score_items(method, tally(method, sheet), sheet.role_weights, na_allowed)
    spread = measure_spread(method, items)
    known = profile(method, items.score, items.na, sheet.asked)
    placement = place(method, known, exists)
    return Firms(
        score=items.score,
        ad=spread.ad,
        eta2=spread.eta2,
        factors=known.factors,
        pillars=known.pillars,
        index=known.index,
        position=placement.position,
        coordinate=placement.coordinate,
    )


def place_people(method: Method, sheet: Sheet, na_allowed: Bools, exists: Bools) -> People:
    """Return where every respondent of ``sheet`` alone would place the firm; arguments as for ``place_firms``."""
    count = len(sheet.codes)
    people = People(np.empty((count, len(method.stages))), np.empty(count, dtype=np.int64), np.empty(count))
    for rows in _slices(count, PEOPLE_AT_ONCE):
        codes, firm = sheet.codes[rows], sheet.firm[rows]
        na = (codes == NOT_APPLICABLE) & na_allowed[firm]
        known = profile(method, score_answers(method, codes), na if na.any() else na[:1], sheet.asked)
        placement = place(method, known, exists[firm])
        people.index[rows] = known.index
        people.position[rows] = placement.position
        people.coordinate[rows] = placement.coordinate
    return people


def _slices(count: int, size: int) -> Iterator[slice]:
    return (slice(start, min(start + size, count)) for start in range(0, count, size))
