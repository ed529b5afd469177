"""What if a factor stood elsewhere: the result of a firm with some factors moved, everything else as answered."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from scoring.answers import Assessment
from scoring.engine import Reading, conclude, read, stand
from scoring.method import Method
from scoring.result import Result


def suppose(method: Method, assessment: Assessment, factors: Mapping[str, float]) -> Result:
    """Return the result if each of ``factors`` had the given score (0..100); raises KeyError for an unknown factor.

    A moved factor counts as known, even where nobody answered or it does not apply. Customers stay as they are, so
    a destination never moves.
    """
    reading = _moved(method, read(method, assessment), factors)
    return conclude(method, assessment, reading, stand(method, assessment, reading))


def _moved(method: Method, reading: Reading, factors: Mapping[str, float]) -> Reading:
    """Give every item of a moved factor the factor's score, so that whatever is computed from items agrees with it."""
    columns = [
        (method.item_index[item.id], points)
        for factor, points in factors.items()
        for item in method.questionnaire.factor_by_id[factor].items
    ]
    score, na, asked = reading.items.score.copy(), reading.items.na.copy(), reading.sheet.asked.copy()
    for column, points in columns:
        score[:, column], na[:, column], asked[column] = points, False, True
    items = replace(reading.items, score=np.asarray(score), na=na)
    return replace(reading, items=items, sheet=replace(reading.sheet, asked=asked))
