"""Answers as columns: what many people said, ready to be counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import getitem

import numpy as np

from scoring.answers import Assessment, Submission, Value
from scoring.method import DONT_KNOW, SILENT, Bools, Codes, Floats, Ints, Method
from scoring.model import Allocation, Multi, NumberItem

SPLIT_TOLERANCE = 2.0  # an allocation within 98..102 is rescaled to 100


@dataclass(frozen=True, slots=True)
class Sheet:
    """Answers of N respondents in n firms.

    ``codes`` (N, I) holds the line or option chosen (0, 1, ...), or DONT_KNOW, NOT_APPLICABLE, SILENT; items that
    are not answered by one line hold 0 when answered. ``said`` holds the same before answers that were not theirs
    to give were left out. ``picks`` and ``splits`` (N, options) and ``numbers``
    (N,) hold those answers, NaN where there is none. ``role`` and ``firm`` (N,) are indices;
    ``role_weights`` is (n, R).
    """

    codes: Codes
    said: Codes
    role: Ints
    firm: Ints
    role_weights: Floats
    asked: Bools
    picks: Mapping[str, Floats]
    splits: Mapping[str, Floats]
    numbers: Mapping[str, Floats]

    @property
    def firms(self) -> int:
        """Number of firms."""
        return len(self.role_weights)


def read_sheet(method: Method, assessment: Assessment) -> Sheet:
    """Return the sheet of one firm; raises ValueError for a role, item or value the questionnaire does not have."""
    return lay_out(method, assessment, assessment.heard)


def lay_out(method: Method, assessment: Assessment, submissions: Sequence[Submission]) -> Sheet:
    """Return ``submissions`` as the sheet of one firm, leaving out what was not theirs to answer."""
    role = np.array([_role(method, submission.role) for submission in submissions], dtype=np.int64)
    asked = method.asked(assessment.variant)
    said = _codes(method, submissions)
    codes = said.copy()
    codes[:, ~asked] = SILENT
    if len(set(role.tolist())) > 1:  # a single role speaks for the whole firm
        codes[~method.audience[role]] = SILENT
    columns = _columns(method, submissions, codes)
    return Sheet(
        codes=codes,
        said=said,
        role=role,
        firm=np.zeros(len(submissions), dtype=np.int64),
        role_weights=np.array([[float(assessment.role_weights.get(role, 1.0)) for role in method.roles]]),
        asked=asked,
        **columns,
    )


def stack(sheets: Sequence[Sheet]) -> Sheet:
    """Return the firms of ``sheets``, all asked the same items, as one sheet."""
    first = np.cumsum([0, *(sheet.firms for sheet in sheets)])
    return Sheet(
        codes=np.concatenate([sheet.codes for sheet in sheets]),
        said=np.concatenate([sheet.said for sheet in sheets]),
        role=np.concatenate([sheet.role for sheet in sheets]),
        firm=np.concatenate([sheet.firm + start for sheet, start in zip(sheets, first, strict=False)]),
        role_weights=np.concatenate([sheet.role_weights for sheet in sheets]),
        asked=sheets[0].asked,
        picks={item: np.concatenate([sheet.picks[item] for sheet in sheets]) for item in sheets[0].picks},
        splits={item: np.concatenate([sheet.splits[item] for sheet in sheets]) for item in sheets[0].splits},
        numbers={item: np.concatenate([sheet.numbers[item] for sheet in sheets]) for item in sheets[0].numbers},
    )


def part(sheet: Sheet, firms: slice) -> Sheet:
    """Return ``firms`` of a sheet whose respondents are sorted by firm, without copying its answers."""
    rows = slice(*np.searchsorted(sheet.firm, (firms.start, firms.stop)).tolist())
    return Sheet(
        codes=sheet.codes[rows],
        said=sheet.said[rows],
        role=sheet.role[rows],
        firm=sheet.firm[rows] - firms.start,
        role_weights=sheet.role_weights[firms],
        asked=sheet.asked,
        picks={item: column[rows] for item, column in sheet.picks.items()},
        splits={item: column[rows] for item, column in sheet.splits.items()},
        numbers={item: column[rows] for item, column in sheet.numbers.items()},
    )


def _role(method: Method, role: str) -> int:
    if role not in method.role_index:
        raise ValueError(f'There is no role "{role}" in this questionnaire.')
    return method.role_index[role]


def _codes(method: Method, submissions: Sequence[Submission]) -> Codes:
    rows = [_row(method, submission.answers) for submission in submissions]
    return np.array(rows, dtype=np.int8).reshape(len(rows), len(method.items))


def _row(method: Method, answers: Mapping[str, Value]) -> list[int]:
    """Code what one person said about every item."""
    try:
        if answers.keys() <= method.coders.keys():
            return list(map(getitem, method.coders.values(), map(answers.get, method.items)))
    except (KeyError, TypeError):  # not on the list, or not even something that could be on one
        pass
    item = next(item for item, value in answers.items() if not _understood(method, item, value))
    raise ValueError(_no_answer(item, answers[item]) if item in method.coders else _no_item(item))


def _understood(method: Method, item: str, value: Value) -> bool:
    try:
        method.coders[item][value]
    except (KeyError, TypeError):
        return False
    return True


def _no_item(item: str) -> str:
    return f'There is no item "{item}" in this questionnaire.'


def _no_answer(item: str, value: object) -> str:
    return f'"{value}" is not an answer to item "{item}".'


def _columns(method: Method, submissions: Sequence[Submission], codes: Codes) -> dict[str, dict[str, Floats]]:
    """Collect the answers that are not one line; a split that does not add up becomes "don't know" in ``codes``."""
    columns: dict[str, dict[str, Floats]] = {"picks": {}, "splits": {}, "numbers": {}}
    for item in method.open_items:
        column = codes[:, method.item_index[item.id]]
        given = [
            submission.answers[item.id] if code >= 0 else None
            for submission, code in zip(submissions, column.tolist(), strict=True)
        ]
        if isinstance(item, Multi):
            columns["picks"][item.id] = _picks(item, given)
        elif isinstance(item, Allocation):
            columns["splits"][item.id] = splits = _splits(item, given)
            column[(column >= 0) & np.isnan(splits[:, 0])] = DONT_KNOW
        else:
            columns["numbers"][item.id] = np.array([_number(item, value) for value in given])
    return columns


def _picks(item: Multi, given: Sequence[Value | None]) -> Floats:
    """Return 1 for every option picked and 0 for the others (N, options)."""
    options = dict.fromkeys(option.id for option in item.options)
    rows: list[list[float]] = []
    for value in given:
        if value is None:
            rows.append([np.nan] * len(options))
        elif isinstance(value, tuple) and options.keys() >= set(value):
            rows.append([option in value for option in options])
        else:
            raise ValueError(_no_answer(item.id, value))
    return _table(rows, len(options))


def _splits(item: Allocation, given: Sequence[Value | None]) -> Floats:
    """Return percent per option (N, options), rescaled to 100; NaN where off by more than the tolerance."""
    options = dict.fromkeys(option.id for option in item.options)
    rows: list[list[float]] = []
    for value in given:
        if value is None:
            rows.append([np.nan] * len(options))
        elif isinstance(value, Mapping) and options.keys() >= value.keys():
            rows.append([value.get(option, 0.0) for option in options])
        else:
            raise ValueError(_no_answer(item.id, value))
    parts = _table(rows, len(options))
    total = parts.sum(axis=1, keepdims=True)
    valid = (np.abs(total - 100.0) <= SPLIT_TOLERANCE) & (parts >= 0).all(axis=1, keepdims=True)
    return np.asarray(np.divide(100.0 * parts, total, out=np.full(parts.shape, np.nan), where=valid))


def _table(rows: Sequence[Sequence[float]], width: int) -> Floats:
    return np.array(rows, dtype=np.float64).reshape(len(rows), width)


def _number(item: NumberItem, value: Value | None) -> float:
    if value is None:
        return np.nan
    if not isinstance(value, int | float) or not item.lowest <= value <= item.highest:
        raise ValueError(_no_answer(item.id, value))
    return float(value)
