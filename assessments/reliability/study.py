"""Reads a table of ratings and measures every scale in every group."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assessments.problems import START, Problem, Refused, did_you_mean, some
from assessments.reliability.keys import Scale, read_keys, whole_table
from assessments.reliability.sheet import Sheet, name, number, read_sheet
from scoring.reliability import (
    Answers,
    AnswerScale,
    Floats,
    Reliability,
    Targets,
    measure_reliability,
    reverse,
    scale_of,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is wanted of a table: a keys file, a column that names groups, the answer scale, and what is rated."""

    keys: Path | None = None
    group: str | None = None
    scale: AnswerScale | None = None
    targets: Targets = "columns"


@dataclass(frozen=True, slots=True)
class Measured:
    """One scale in one group (None where no groups were asked for)."""

    scale: Scale
    group: str | None
    answer_scale: AnswerScale
    reliability: Reliability


@dataclass(frozen=True, slots=True)
class Study:
    """Every scale of a table, in the order of the keys file and, within, of the groups' first rows."""

    asked: Asked
    measured: tuple[Measured, ...]
    left_out: tuple[str, ...]  # columns that belong to no scale


def study(path: Path, asked: Asked) -> Study:
    """Measure a table of ratings; raise ``Refused`` with every problem of the table or of the keys file."""
    sheet = read_sheet(path)
    scales = read_keys(asked.keys, sheet) if asked.keys else (whole_table(sheet, asked.group),)
    items = dict.fromkeys(item for scale in scales for item in scale.items)
    problems = [*_group_problems(sheet, asked.group), *_cell_problems(sheet, items, asked.scale)]
    if problems:
        raise Refused(sorted(problems, key=lambda problem: problem.place))
    numbers = {item: np.array([number(cell) for cell in sheet.columns[item]], dtype=np.float64) for item in items}
    if any(np.isnan([numbers[item] for item in scale.items]).all() for scale in scales):
        raise Refused([sheet.file.problem("T907")])
    groups = _groups(sheet, asked.group)
    measured = (_measured(sheet, scale, numbers, asked, groups) for scale in scales)
    left_out = tuple(column for column in sheet.columns if column not in items and column != asked.group)
    return Study(asked, tuple(one for each in measured for one in each), left_out)


def _groups(sheet: Sheet, column: str | None) -> Mapping[str | None, list[int]]:
    """Return the rows of each group, groups in the order of their first rows."""
    if column is None:
        return {None: list(range(len(sheet.lines)))}
    groups: dict[str | None, list[int]] = {}
    for row, cell in enumerate(sheet.columns[column]):
        groups.setdefault(name(cell), []).append(row)
    return groups


def _measured(
    sheet: Sheet,
    scale: Scale,
    numbers: Mapping[str, Floats],
    asked: Asked,
    groups: Mapping[str | None, list[int]],
) -> Iterator[Measured]:
    table = np.column_stack([numbers[item] for item in scale.items])
    answer_scale = asked.scale or scale_of(table)
    turned = np.array(list(scale.items.values()))
    table = np.where(turned, reverse(table, answer_scale), table)
    for group, rows in groups.items():
        lines = tuple(f"line {sheet.lines[row]}" for row in rows)
        answers = Answers(lines, tuple(scale.items), table[rows], answer_scale, asked.targets)
        yield Measured(scale, group, answer_scale, measure_reliability(answers))


def _group_problems(sheet: Sheet, column: str | None) -> Iterator[Problem]:
    if column is None:
        return
    if column not in sheet.columns:
        hint = did_you_mean(column, sheet.columns)
        yield sheet.file.problem("T902", START, hint, word=column, some=some(sheet.columns))
        return
    empty = [cell for cell in sheet.columns[column] if not name(cell)]
    if empty:
        yield sheet.problem("T906", empty[0], column=column, count=len(empty))


def _cell_problems(sheet: Sheet, items: Mapping[str, None], scale: AnswerScale | None) -> Iterator[Problem]:
    """Yield, for each column, the first cell that is no number and the first that is outside the scale."""
    for item in items:
        values = [(cell, number(cell)) for cell in sheet.columns[item]]
        words = [cell for cell, value in values if value is None]
        if words:
            yield sheet.problem("T901", words[0], column=item, found=name(words[0]), count=len(words))
        outside = [cell for cell, value in values if value is not None and scale and not _within(value, scale)]
        if scale and outside:
            yield sheet.problem(
                "T905",
                outside[0],
                column=item,
                found=name(outside[0]),
                lowest=scale.lowest,
                highest=scale.highest,
                count=len(outside),
            )


def _within(value: float, scale: AnswerScale) -> bool:
    return not (value < scale.lowest or value > scale.highest)  # a missing answer is not outside
