"""Firms that do not exist: answers by chance, the same for the same seed, to try a questionnaire with."""

from zlib import crc32

import numpy as np

from scoring.method import Bools, Codes, Floats, Method
from scoring.model import Allocation, Choice, Item, Lined, Multi, NumberItem
from scoring.sheet import Sheet

SPREAD = 0.22  # how far an answer strays from what the firm is like, as a share of all lines
GATES_THAT_APPLY = 0.3  # share of firms for which a gate with a condition exists


def roll_firms(method: Method, count: int, seed: int) -> Sheet:
    """Return ``count`` firms of one respondent each.

    An item's answers depend on the seed and its id alone, so that two versions of a questionnaire meet the same firms.
    """
    return firms_with(
        method, np.stack([_codes(item, _leanings(item.id, count, seed)) for item in _items(method)], axis=1)
    )


def uniform_firms(method: Method) -> Sheet:
    """Return two firms: one gives the worst answer to everything, the other the best."""
    ends = np.array([0.0, 1.0])
    return firms_with(method, np.stack([_codes(item, ends) for item in _items(method)], axis=1))


def chance_gates(method: Method, count: int, seed: int) -> Bools:
    """Return which gates (count, G) exist for firms by chance; gates with one condition exist together."""
    exists = np.ones((count, len(method.gates.ids)), dtype=bool)
    for number, (_, gate) in enumerate(method.questionnaire.gates):
        if gate.only_if is not None:
            exists[:, number] = _generator(gate.only_if, seed).random(count) < GATES_THAT_APPLY
    return exists


def better_by_one(method: Method, sheet: Sheet, seed: int, *, customers: bool = False) -> Sheet:
    """Return the same firms, each with one answer about the firm, or its customers, replaced by the next higher one."""
    codes = sheet.codes.copy()
    about = {item.id for item in method.questionnaire.customers}
    scored = [number for number, item in enumerate(_items(method)) if (item.id in about) == customers and item.scored]
    chosen = _generator("better", seed).choice(scored, len(codes))
    items = _items(method)
    for row, column in enumerate(chosen.tolist()):
        order = _order(items[column])
        codes[row, column] = order[min(order.index(int(codes[row, column])) + 1, len(order) - 1)]
    return firms_with(method, codes)


def _items(method: Method) -> tuple[Item, ...]:
    return method.questionnaire.items


def _generator(word: str, seed: int) -> np.random.Generator:
    return np.random.default_rng((seed, crc32(word.encode())))


def _leanings(item: str, count: int, seed: int) -> Floats:
    """Return where every firm's answer to an item lies, from 0 for the worst line to 1 for the best."""
    firms = _generator("", seed).random(count)
    return np.asarray(np.clip(firms + SPREAD * _generator(item, seed).standard_normal(count), 0.0, 1.0))


def _codes(item: Item, leanings: Floats) -> Codes:
    order = np.array(_order(item), dtype=np.int8)
    return np.asarray(order[np.minimum((leanings * len(order)).astype(int), len(order) - 1)])


def _order(item: Item) -> list[int]:
    """Return the codes of an item's answers from worst to best."""
    if isinstance(item, Lined | Choice) and item.scored:
        return sorted(range(len(item.scores)), key=lambda code: item.scores[code] or 0.0)
    return list(range(len(item.options))) if isinstance(item, Choice) else [0]


def firms_with(method: Method, codes: Codes) -> Sheet:
    """Return firms of one respondent each with these answers (n, I), and the plainest to items of other kinds."""
    count = len(codes)
    columns: dict[type, dict[str, Floats]] = {Multi: {}, Allocation: {}, NumberItem: {}}
    for item in method.open_items:
        columns[type(item)][item.id] = _open_answers(item, count)
    return Sheet(
        codes=codes,
        said=codes,
        role=np.zeros(count, dtype=np.int64),
        firm=np.arange(count),
        role_weights=np.ones((count, len(method.roles))),
        asked=method.asked("full"),
        picks=columns[Multi],
        splits=columns[Allocation],
        numbers=columns[NumberItem],
    )


def _open_answers(item: Item, count: int) -> Floats:
    """Return the plainest answer to an item that is not answered by one line: an even split, nothing, the lowest."""
    if isinstance(item, Allocation):
        return np.full((count, len(item.options)), 100.0 / len(item.options))
    if isinstance(item, Multi):
        return np.zeros((count, len(item.options)))
    return np.full(count, float(item.lowest) if isinstance(item, NumberItem) else np.nan)
