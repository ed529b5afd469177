"""Advice from the answers people gave: which questions tell little, are topped out on, not known, misunderstood."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from assessments import catalog
from assessments.answering.desk import Desk
from assessments.catalog import Spot
from assessments.editing.entries import questionnaire_of
from assessments.editing.files import Files
from assessments.editing.looking import Finding
from assessments.editing.rights import belongs_here
from assessments.editing.stored import fitting, stored_assessments
from assessments.problems import Problem
from scoring import Method, model
from scoring.levels import score_answers
from scoring.method import DONT_KNOW, Codes, Floats, Ints
from scoring.reliability.scales import complete_rows, item_covariances, item_rest_correlation
from scoring.sheet import lay_out

FEW, MANY = 10, 30  # people from which don't know and disagreement, and correlations and ceilings, say something
WEAK_CORRELATION = 0.2
CEILING = 0.8  # share of answers on the highest line
UNKNOWN = 0.4  # share of "don't know"
A_GROUP = 3  # people of one role in one firm whose answers are compared


@dataclass(frozen=True, slots=True)
class Heard:
    """What N people said to each item (N, I), and who of them belong together: one role of one firm."""

    codes: Codes
    scores: Floats
    group: Ints


def advice_from_answers(desk: Desk, files: Files, *, organisation: str | None = None) -> tuple[Finding, ...]:
    """Return advice on the questions of a questionnaire from what was answered to any of its versions.

    Only answers given for an ``organisation`` or, without one, for nobody count, and no samples. Empty while there are
    problems, or too few answers. Raises NotAccepted.
    """
    belongs_here(desk, organisation)
    questionnaire = questionnaire_of(files)
    if questionnaire is None:
        return ()
    method = Method(questionnaire)
    heard = _hear(desk, method, organisation)
    if len(heard.codes) < FEW:
        return ()
    spots = {spot.entry.id: spot for spot in catalog.draft_of(files).of(model.Item)}
    told = (problem for id_, spot in spots.items() for problem in _advice(method, heard, id_, spot))
    return tuple(Finding(problem, problem.path) for problem in told)


def _hear(desk: Desk, method: Method, organisation: str | None) -> Heard:
    codes, groups, first = [np.empty((0, len(method.items)), dtype=np.int8)], [np.empty(0, dtype=np.int64)], 0
    for stored in stored_assessments(desk, {method.questionnaire.id}, organisation):
        if not stored.sample:
            assessment = fitting(method, stored.assessment)
            sheet = lay_out(method, assessment, assessment.heard)
            codes.append(sheet.codes)
            groups.append(sheet.role + first)
            first += len(method.roles)
    everything = np.concatenate(codes)
    return Heard(everything, score_answers(method, everything), np.concatenate(groups))


def _advice(method: Method, heard: Heard, id_: str, spot: Spot[model.Item]) -> Iterator[Problem]:
    column = method.item_index[id_]
    said, scores = heard.codes[:, column], heard.scores[:, column]
    valid = ~np.isnan(scores) if spot.entry.scored else said >= 0
    people = int((valid | (said == DONT_KNOW)).sum())
    if people >= FEW and (share := float((said == DONT_KNOW).sum() / people)) >= UNKNOWN:
        yield spot.problem("S803", "text", share=share, people=people)
    if spot.entry.scored:
        yield from _about_scores(method, heard, id_, spot, scores[valid])
        yield from _about_groups(method, heard, spot, column)


def _about_scores(method: Method, heard: Heard, id_: str, spot: Spot[model.Item], scores: Floats) -> Iterator[Problem]:
    if len(scores) < MANY:
        return
    highest = np.nanmax(method.line_scores[method.item_index[id_]])
    if (share := float((scores == highest).mean())) >= CEILING:
        yield spot.problem("S802", "text", share=share, people=len(scores))
    factor = next((one for one in method.questionnaire.factors if id_ in {item.id for item in one.items}), None)
    ids = [item.id for item in factor.items] if factor is not None else []
    if factor is not None and len(ids) > 1:
        rows = complete_rows(heard.scores[:, [method.item_index[one] for one in ids]])
        value = item_rest_correlation(item_covariances(rows), ids.index(id_)).value if len(rows) >= MANY else None
        if value is not None and value < WEAK_CORRELATION:
            yield spot.problem("S801", "text", people=len(rows), factor=factor.id, value=value)


def _about_groups(method: Method, heard: Heard, spot: Spot[model.Item], column: int) -> Iterator[Problem]:
    """Yield that people who see the same answer differently, where enough groups of them do."""
    apart, people = [], 0
    for group in np.unique(heard.group):
        scores = heard.scores[heard.group == group, column]
        scores = scores[~np.isnan(scores)]
        if len(scores) >= A_GROUP:
            apart.append(float(np.abs(scores - scores.mean()).mean()))
            people += len(scores)
    value = sum(apart) / len(apart) if apart else 0.0
    if people >= FEW and value >= method.questionnaire.settings.agreement.discuss:
        yield spot.problem("S804", "text", value=value, groups=len(apart))
