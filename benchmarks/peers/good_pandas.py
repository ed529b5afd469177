"""The method in good pandas: one wide table of scores, whole columns at a time, no apply and no loops over rows."""

import numpy as np
import pandas as pd

from benchmarks.peers.outcome import Outcome, Places
from scoring.method import STATES, Method
from scoring.sheet import Sheet


def run(method: Method, sheet: Sheet) -> Outcome:
    """Place respondents and firms, and measure agreement."""
    scores = look_up(method, sheet)
    people = place(method, factors(method, scores))
    score, ad, eta2 = agree(scores, sheet)
    firm_factors = factors(method, score)
    tables = (table.reindex(columns=list(method.items)).to_numpy() for table in (score, ad, eta2))
    return Outcome(people, *tables, firm_factors.to_numpy(), place(method, firm_factors))


def look_up(method: Method, sheet: Sheet) -> pd.DataFrame:
    """Return the score of every answer, one column per item."""
    lines = np.pad(method.line_scores, ((0, 0), (STATES, 0)), constant_values=np.nan)
    return pd.DataFrame(
        {
            item: lines[column][sheet.codes[:, column] + STATES]
            for column, item in enumerate(method.items)
            if method.scored[column]
        }
    )


def factors(method: Method, scores: pd.DataFrame) -> pd.DataFrame:
    """Return the mean of each factor's items, where at least half of them are answered."""
    columns = {}
    for factor in method.questionnaire.factors:
        answers = scores[[item.id for item in factor.items]]
        columns[factor.id] = answers.mean(axis=1).where(answers.notna().mean(axis=1) >= 0.5)
    return pd.DataFrame(columns)


def place(method: Method, table: pd.DataFrame) -> Places:
    """Return the index of every stage, and the position and path coordinate that the gates allow."""
    known = table.notna()
    weights = {stage: pd.Series(row, method.factors) for stage, row in zip(method.stages, method.weights, strict=True)}
    index = pd.DataFrame(
        {stage: (table * row).sum(axis=1) / (known * row).sum(axis=1) for stage, row in weights.items()}
    )
    passed, progress = pd.DataFrame(index=table.index), pd.DataFrame(index=table.index)
    for stage in method.questionnaire.stages:
        pillars = _pillars(method, table, known, weights[stage.id])
        values = pd.DataFrame({gate.id: _metric(gate.metric, table, pillars, index[stage.id]) for gate in stage.gates})
        minimum = pd.Series({gate.id: gate.minimum for gate in stage.gates})
        passed[stage.id] = (values >= minimum - 1e-9).all(axis=1)
        progress[stage.id] = (values / (minimum / 2) - 1).clip(0, 1).mean(axis=1)
    position = passed.cumprod(axis=1).sum(axis=1)
    ahead = _ahead(method, table, index, progress, position)
    return Places(index.to_numpy(), position.to_numpy(), (position + 0.99 * ahead).to_numpy())


def _ahead(
    method: Method, table: pd.DataFrame, index: pd.DataFrame, progress: pd.DataFrame, position: pd.Series
) -> pd.Series:
    """Return the progress towards the next stage's gates, beyond the last stage how well the firm renews itself."""
    progress["beyond"] = table[method.questionnaire.settings.open_end].fillna(index.iloc[:, -1]) / 100
    next_stage = pd.get_dummies(position).reindex(columns=range(progress.shape[1]), fill_value=False)
    return (progress.fillna(0) * next_stage.to_numpy()).sum(axis=1)


def _pillars(method: Method, table: pd.DataFrame, known: pd.DataFrame, weights: pd.Series) -> pd.DataFrame:
    """Return pillar scores under one stage's weights, where at least 60% of the points are known."""
    columns = {}
    for pillar in method.questionnaire.pillars:
        row = weights[[factor.id for factor in pillar.factors]]
        points = (known[row.index] * row).sum(axis=1)
        columns[pillar.id] = ((table[row.index] * row).sum(axis=1) / points).where(points >= 0.6 * row.sum() - 1e-9)
    return pd.DataFrame(columns)


def _metric(metric: str, table: pd.DataFrame, pillars: pd.DataFrame, index: pd.Series) -> pd.Series:
    if metric == "min_pillar":
        return pillars.min(axis=1, skipna=False)
    if metric == "index":
        return index.where(pillars.notna().all(axis=1))
    return pillars[metric.removeprefix("pillar.")] if metric.startswith("pillar.") else table[metric]


def agree(scores: pd.DataFrame, sheet: Sheet) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Return role-balanced score, average deviation, and the share of the variance between roles, by firm and item."""
    voices = [sheet.firm, sheet.role]
    role_means = scores.groupby(voices).mean()
    score = role_means.groupby(level=0).mean()
    from_score = scores - score.loc[sheet.firm].to_numpy()
    ad = from_score.abs().groupby(voices).mean().groupby(level=0).mean()
    total = (from_score**2).groupby(voices).mean().groupby(level=0).mean()
    between = ((role_means - score.reindex(role_means.index, level=0)) ** 2).groupby(level=0).mean()
    eta2 = (between / total).where(total > 1e-9, 0.0).clip(0.0, 1.0).where(score.notna())
    return score, ad, eta2
