"""Do people agree on one thing: rwg, rwg(j) and the average deviation, which need no other things to compare it with.

Answers are the numbers people gave, NaN where somebody said nothing. Everybody giving the same answer is full
agreement here and not a lack of variance: rwg is then 1 and the average deviation 0.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from scoring.reliability.estimate import ONE_ITEM, Estimate, Floats, known, unknown

RWG_CUT_OFF = 0.70  # from here on people are commonly said to agree; LeBreton and Senter (2008) grade it further
FEW_PEOPLE = "Fewer than two people have answered this."
FEW_PEOPLE_SOMEWHERE = "Fewer than two people have answered one of the items."
NO_SCALE = "All answers are the same, so they do not show what else could have been answered; give the answer scale."


@dataclass(frozen=True, slots=True)
class AnswerScale:
    """The lowest and highest possible answer, one step apart from the next."""

    lowest: float
    highest: float

    @property
    def options(self) -> float:
        """How many answers there are to choose from, A."""
        return self.highest - self.lowest + 1

    @property
    def chance_variance(self) -> float:
        """Return the variance of answers given at random, each option as often as the next: (A^2 - 1) / 12."""
        return (self.options**2 - 1) / 12

    @property
    def deviation_cut_off(self) -> float:
        """Return the average deviation up to which people are said to agree: A / 6.

        Reference: Burke and Dunlap (2002), Organizational Research Methods 5, 159-172.
        """
        return self.options / 6


def rwg(answers: Floats, scale: AnswerScale) -> Estimate:
    """Return how far people agree on one item, from 0 (as at random or worse) to 1 (all the same).

    Formula: rwg = 1 - s^2 / v, and 0 where that is negative.
    Symbols: s^2 the variance of the answers (n - 1), v = (A^2 - 1) / 12 that of random answers, A options.
    Edge cases: needs two people, and a scale with more than one answer.
    Reference: James, Demaree and Wolf (1984), Journal of Applied Psychology 69, 85-98; truncation as they advise.
    Checked: tests/published/test_consensus.py.
    """
    given = answers[~np.isnan(answers)]
    if len(given) < 2:
        return unknown(FEW_PEOPLE)
    if scale.chance_variance <= 0:
        return unknown(NO_SCALE)
    return known(max(0.0, 1 - _variance(given) / scale.chance_variance))


def rwg_j(items: Sequence[Floats], scale: AnswerScale) -> Estimate:
    """Return how far people agree on a set of items that mean the same, from 0 to 1.

    Formula: rwg(j) = J q / (J q + 1 - q) with q = 1 - m / v, and 0 where q is negative.
    Symbols: J items, m the mean of the items' variances (n - 1), v as in ``rwg``.
    Edge cases: needs two items, each answered by two people. Grows with the number of items.
    Reference: James, Demaree and Wolf (1984), equation 2.
    Checked: tests/published/test_consensus.py.
    """
    given = [answers[~np.isnan(answers)] for answers in items]
    if len(given) < 2:
        return unknown(ONE_ITEM)
    if min(map(len, given)) < 2:
        return unknown(FEW_PEOPLE_SOMEWHERE)
    if scale.chance_variance <= 0:
        return unknown(NO_SCALE)
    agreed = max(0.0, 1 - float(np.mean([_variance(answers) for answers in given])) / scale.chance_variance)
    return known(len(given) * agreed / (len(given) * agreed + 1 - agreed))


def ad_mean(answers: Floats) -> Estimate:
    """Return how far answers are from their mean, on average, in steps of the scale; 0 where all are the same.

    Formula: AD = sum over people of |x - mean| / n.
    Symbols: x an answer, n people.
    Edge cases: needs two people.
    Reference: Burke, Finkelstein and Dusig (1999), Organizational Research Methods 2, 49-68.
    Checked: tests/published/test_consensus.py.
    """
    given = answers[~np.isnan(answers)]
    return known(np.abs(given - given.mean()).mean()) if len(given) >= 2 else unknown(FEW_PEOPLE)


def ad_median(answers: Floats) -> Estimate:
    """Return how far answers are from their median, on average, in steps of the scale; 0 where all are the same.

    Formula: AD = sum over people of |x - median| / n.
    Symbols, edge cases and reference: as for ``ad_mean``; a lone different answer counts less.
    Checked: tests/published/test_consensus.py.
    """
    given = answers[~np.isnan(answers)]
    return known(np.abs(given - np.median(given)).mean()) if len(given) >= 2 else unknown(FEW_PEOPLE)


def ad_j(deviations: Sequence[Estimate]) -> Estimate:
    """Return the average deviation over the items of a scale: the mean of its items' average deviations.

    Edge cases: needs two items, each with an average deviation.
    Reference: Burke, Finkelstein and Dusig (1999), equation 3.
    """
    values = [deviation.value for deviation in deviations if deviation.value is not None]
    if len(deviations) < 2:
        return unknown(ONE_ITEM)
    return known(sum(values) / len(values)) if len(values) == len(deviations) else unknown(FEW_PEOPLE_SOMEWHERE)


def _variance(given: Floats) -> float:
    return float(np.var(given - given[0], ddof=1))
