"""The method in pandas on one long table: a row for every answer, melted, merged and grouped."""

import numpy as np
import pandas as pd

from benchmarks.peers import good_pandas
from benchmarks.peers.outcome import Outcome
from scoring.method import Method
from scoring.sheet import Sheet


def run(method: Method, sheet: Sheet) -> Outcome:
    """Place respondents and firms, and measure agreement."""
    answers = _melt(method, sheet)
    people = range(len(sheet.codes))
    alone = good_pandas.place(method, _factors(method, answers, "person", people))
    score, ad, eta2 = _agree(answers)
    firm_factors = _factors(method, score.rename("score").reset_index(), "firm", range(sheet.firms))
    tables = (_wide(method, column) for column in (score, ad, eta2))
    return Outcome(alone, *tables, firm_factors.to_numpy(), good_pandas.place(method, firm_factors))


def _melt(method: Method, sheet: Sheet) -> pd.DataFrame:
    """Return a row per answered, scored item."""
    wide = pd.DataFrame(sheet.codes, columns=list(method.items)).assign(firm=sheet.firm, role=sheet.role)
    long = wide.reset_index(names="person").melt(id_vars=["person", "firm", "role"], var_name="item", value_name="code")
    lines = pd.DataFrame(method.line_scores, index=list(method.items)).stack().rename_axis(["item", "code"])
    return long.merge(lines.rename("score").reset_index().dropna(), on=["item", "code"])


def _factors(method: Method, answers: pd.DataFrame, whose: str, everybody: range) -> pd.DataFrame:
    """Return the mean of each factor's items, where at least half of them are answered."""
    factor_of = {item: factor.id for item, factor in method.questionnaire.factor_of.items()}
    items = pd.Series({factor.id: len(factor.items) for factor in method.questionnaire.factors})
    answers = answers.assign(factor=answers["item"].map(factor_of)).dropna(subset=["factor", "score"])
    grouped = answers.groupby([whose, "factor"])["score"].agg(["mean", "count"])
    enough = grouped["count"] >= 0.5 * grouped.index.get_level_values("factor").map(items)
    return grouped["mean"].where(enough).unstack().reindex(everybody, columns=list(method.factors))


def _agree(answers: pd.DataFrame) -> tuple[pd.Series, pd.Series, pd.Series]:
    """Return role-balanced score, average deviation, and the share of the variance between roles, by firm and item."""
    by_role = answers.groupby(["firm", "item", "role"])["score"].mean()
    score = by_role.groupby(level=["firm", "item"]).mean()
    answers = answers.merge(score.rename("overall").reset_index(), on=["firm", "item"])
    answers["far"] = (answers["score"] - answers["overall"]).abs()
    answers["square"] = answers["far"] ** 2
    spread = answers.groupby(["firm", "item", "role"])[["far", "square"]].mean().groupby(level=["firm", "item"]).mean()
    between = (
        ((by_role - score.reindex(by_role.index.droplevel("role")).to_numpy()) ** 2)
        .groupby(level=["firm", "item"])
        .mean()
    )
    eta2 = (between / spread["square"]).where(spread["square"] > 1e-9, 0.0).clip(0.0, 1.0)
    return score, spread["far"], eta2


def _wide(method: Method, column: pd.Series) -> np.ndarray:
    return column.unstack().reindex(columns=list(method.items)).to_numpy()
