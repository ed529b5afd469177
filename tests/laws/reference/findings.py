"""The method word by word: who drives, what for, what leaders want, perception gaps, fit."""

from collections.abc import Mapping, Sequence

from scoring.answers import Assessment, Unanswered, Value
from scoring.model import Choice, Multi, Questionnaire
from tests.laws.reference.hearing import Answers, balanced, mean, people, points, weight_of

Shares = dict[str, float]


def share_of_answers(assessment: Assessment, options: Sequence[str], valid: Answers) -> Shares:
    """Per option, the mean over roles of the part of a role's valid answers that name or include it."""
    shares = {}
    for option in options:
        by_role = {
            role: sum(_names(value, option) for value in given) / len(given) for role, given in valid.items() if given
        }
        share = balanced(assessment, by_role)
        if share is not None:
            shares[option] = share
    return shares


def _names(value: Value, option: str) -> bool:
    return option in value if isinstance(value, tuple) else value == option


def driver(item: Choice, shares: Shares) -> str | None:
    """The option with the largest share; ties go to the lower score, then to the order of the file."""
    best = None
    for option in item.options:
        if option.id not in shares:
            return None
        if best is None or _ahead(shares, option.id, option.score or 0, best.id, best.score or 0):
            best = option
    return best.id if best else None


def _ahead(shares: Shares, one: str, one_score: float, other: str, other_score: float) -> bool:
    if abs(shares[one] - shares[other]) > 1e-9:
        return shares[one] > shares[other]
    return one_score < other_score


def purpose(item: Multi, shares: Shares) -> str | None:
    best = None
    for option in item.options:
        if option.id in shares and (best is None or shares[option.id] > shares[best] + 1e-9):
            best = option.id
    return best


def ambition(
    questionnaire: Questionnaire, assessment: Assessment, item: Choice, valid: Answers
) -> tuple[int | None, float | None]:
    """The stage most leaders name (everybody, when no leader answered); None when "unclear" wins."""
    top = questionnaire.settings.gaps.top
    leaders = {role: given for role, given in valid.items() if role in top and weight_of(assessment, role) > 0}
    shares = share_of_answers(assessment, [option.id for option in item.options], leaders or valid)
    if not shares:
        return None, None
    stages = [stage.id for stage in questionnaire.stages]
    by_stage = sorted(item.options, key=lambda option: stages.index(option.stage) if option.stage else len(stages))
    best = by_stage[0]
    for option in by_stage[1:]:
        if shares[option.id] > shares[best.id] + 1e-9:
            best = option
    if best.stage is None:
        return None, None
    everybody = [value for given in valid.values() for value in given]
    return stages.index(best.stage) + 1, everybody.count(best.id) / len(everybody)


def gap_by_factor(
    questionnaire: Questionnaire, valid: Mapping[str, Answers], d_now: int | None
) -> dict[str, tuple[float, float]]:
    """Leaders' and near roles' view of the factors both of them answered."""
    rule = questionnaire.settings.gaps
    added = rule.factors_when_last_stage if d_now == 3 else ()
    found = {}
    for id_ in (*rule.factors, *added):
        top = _view(questionnaire, valid, id_, rule.top)
        near = _view(questionnaire, valid, id_, rule.near)
        if top is not None and near is not None:
            found[id_] = (top, near)
    return found


def _view(
    questionnaire: Questionnaire, valid: Mapping[str, Answers], factor: str, roles: Sequence[str]
) -> float | None:
    views = []
    for role in roles:
        means = []
        for item in questionnaire.factor_by_id[factor].items:
            given = [points(item, value) for value in valid[item.id].get(role, [])]
            if given:
                means.append(sum(given) / len(given))
        if means:
            views.append(sum(means) / len(means))
    return mean(views)


def estimate(questionnaire: Questionnaire, valid: Answers) -> float | None:
    """The mean over the people in the leading roles."""
    top = questionnaire.settings.gaps.top
    return mean([_number(value) for role, given in valid.items() if role in top for value in given])


def _number(value: Value) -> float:
    assert isinstance(value, int | float)
    return float(value)


def pulse_gaps(
    questionnaire: Questionnaire, assessment: Assessment, scores: Mapping[str, float | None]
) -> dict[str, float]:
    gaps = {}
    for item in questionnaire.pulse:
        levels = [answers.get(item.id) for answers in assessment.pulse]
        theirs = [25.0 * (level - 1) for level in levels if level is not None and not isinstance(level, Unanswered)]
        ours = scores[item.mirrors]
        if len(theirs) >= questionnaire.settings.gaps.pulse_answers and ours is not None:
            gaps[item.id] = ours - sum(theirs) / len(theirs)
    return gaps


def large_enough(questionnaire: Questionnaire, assessment: Assessment) -> bool:
    """Whether both sides are large enough to print their gap as firm."""
    rule, fewest = questionnaire.settings.gaps, questionnaire.settings.privacy.min_group
    return all(sum(person.role in side for person in people(assessment)) >= fewest for side in (rule.top, rule.near))


# The table of verdicts, one line per row.
def judge(p: int, d_now: int, d_5y: int) -> tuple[str, str, int]:
    """Verdict, posture and target."""
    now, later = p - d_now, p - d_5y
    if now < 0:
        return "behind", "catch_up", d_now
    if now == 0 and later < 0:
        return "in_step_behind_later", "prepare", d_5y
    if now == 0:
        return "in_step", "stay_and_renew", max(d_now, d_5y)
    if later < 0:
        return "ahead_behind_later", "prepare", d_5y
    if later == 0:
        return "ahead_in_step_later", "stay_and_renew", max(d_now, d_5y)
    return "ahead", "hold_back", max(d_now, d_5y)
