"""The method as it is first written down in pandas: apply along rows, groupby and apply within firms."""

import numpy as np
import pandas as pd

from benchmarks.peers import good_pandas
from benchmarks.peers.outcome import Outcome, Places
from scoring.method import Method
from scoring.model import Stage
from scoring.sheet import Sheet


def run(method: Method, sheet: Sheet) -> Outcome:
    """Place respondents and firms, and measure agreement."""
    scores = good_pandas.look_up(method, sheet)
    people = scores.apply(lambda row: _place(method, row), axis=1)
    voices = scores.assign(firm=sheet.firm, role=sheet.role)
    agreed = voices.groupby("firm").apply(lambda firm: _agree(method, firm))
    firms = agreed.xs("score", level=1).apply(lambda row: _place(method, row), axis=1)
    tables = (
        agreed.xs(name, level=1).reindex(columns=list(method.items)).to_numpy() for name in ("score", "ad", "eta2")
    )
    return Outcome(_places(method, people), *tables, firms[list(method.factors)].to_numpy(), _places(method, firms))


def _places(method: Method, placed: pd.DataFrame) -> Places:
    index = placed[list(method.stages)].to_numpy()
    return Places(index, placed["position"].to_numpy(dtype=np.int64), placed["coordinate"].to_numpy())


def _place(method: Method, scores: pd.Series) -> pd.Series:
    """Return one respondent's, or one firm's, factors, indices and position."""
    found = {}
    for factor in method.questionnaire.factors:
        answers = scores[[item.id for item in factor.items]]
        found[factor.id] = answers.mean() if answers.notna().mean() >= 0.5 else np.nan
    position, ahead = 0, None
    for stage in method.questionnaire.stages:
        pillars, found[stage.id] = _weigh(method, found, stage.id)
        values = {**found, **pillars, "index": found[stage.id] if pillars["min_pillar"] >= 0 else np.nan}
        if ahead is None and all(values[gate.metric] >= gate.minimum - 1e-9 for gate in stage.gates):
            position += 1
        elif ahead is None:
            ahead = _progress(stage, values)
    if ahead is None:
        renewal = found[method.questionnaire.settings.open_end]
        ahead = (found[method.stages[-1]] if np.isnan(renewal) else renewal) / 100
    return pd.Series({**found, "position": position, "coordinate": position + 0.99 * ahead})


def _progress(stage: Stage, values: dict[str, float]) -> float:
    """Return how far the gates of a stage have come, each from half its minimum on."""
    known = [gate for gate in stage.gates if not np.isnan(values[gate.metric])]
    made = [min(1.0, max(0.0, values[gate.metric] / (gate.minimum / 2) - 1)) for gate in known]
    return sum(made) / len(made) if made else 0.0


def _weigh(method: Method, factors: dict[str, float], stage: str) -> tuple[dict[str, float], float]:
    pillars, total, known_total = {}, 0.0, 0.0
    for pillar in method.questionnaire.pillars:
        weights = {factor.id: method.questionnaire.weights[factor.id].points[stage] for factor in pillar.factors}
        known = {factor: points for factor, points in weights.items() if not np.isnan(factors[factor])}
        points = sum(known.values())
        weighed = sum(points * factors[factor] for factor, points in known.items())
        enough = points >= 0.6 * sum(weights.values()) - 1e-9
        pillars[f"pillar.{pillar.id}"] = weighed / points if enough and points else np.nan
        total, known_total = total + weighed, known_total + points
    pillars["min_pillar"] = np.min(list(pillars.values()))  # NaN while one is unknown
    return pillars, total / known_total if known_total else np.nan


def _agree(method: Method, firm: pd.DataFrame) -> pd.DataFrame:
    """Return score, average deviation and share of the variance between roles for every item of one firm."""
    found = {}
    for item in firm.columns.drop("role", errors="ignore").intersection(list(method.items)):
        by_role = firm.groupby("role")[item]
        score = by_role.mean().mean()
        ad = by_role.apply(lambda answers, score=score: (answers - score).abs().mean()).mean()
        total = by_role.apply(lambda answers, score=score: ((answers - score) ** 2).mean()).mean()
        between = ((by_role.mean() - score) ** 2).mean()
        eta2 = np.nan if np.isnan(score) else min(1.0, between / total) if total > 1e-9 else 0.0
        found[item] = {"score": score, "ad": ad, "eta2": eta2}
    return pd.DataFrame(found)
