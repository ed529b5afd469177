"""The method word by word, from what people said to an item's score and how far they agree."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from scoring.answers import Assessment, Submission, Unanswered, Value
from scoring.model import Agree, Allocation, Choice, Item, Lined, Questionnaire

NEARLY = 1e-9
Answers = dict[str, list[Value]]  # role to everything said in it


@dataclass
class Heard:
    """What the roles said to one item, once it is settled what counts."""

    valid: Answers
    na: bool
    dk_share: float | None


@dataclass
class Scored:
    score: float | None
    ad: float | None = None
    di: float | None = None
    eta2: float | None = None
    range: float | None = None


def people(assessment: Assessment) -> list[Submission]:
    """One submission per respondent id: a later one replaces an earlier one."""
    latest: dict[str, Submission] = {}
    for submission in assessment.submissions:
        latest[submission.respondent] = submission
    return list(latest.values())


def weight_of(assessment: Assessment, role: str) -> float:
    return assessment.role_weights.get(role, 1.0)


def is_asked(assessment: Assessment, item: Item) -> bool:
    return item.quick if assessment.variant == "quick" else True


def gather(assessment: Assessment, item: Item, said: Callable[[Submission], Mapping[str, Value]]) -> Answers:
    """Everything said to ``item`` by the roles it is meant for; a single role speaks for the whole firm."""
    solo = len({person.role for person in people(assessment)}) == 1
    gathered: Answers = {}
    for person in people(assessment):
        meant = solo or item.audience == "all" or person.role in item.audience
        if is_asked(assessment, item) and meant and item.id in said(person):
            gathered.setdefault(person.role, []).append(_settled(item, said(person)[item.id]))
    return gathered


def _settled(item: Item, value: Value) -> Value:
    """An allocation between 98 and 102 is rescaled to 100; any other that is not 100 is don't know."""
    if not isinstance(item, Allocation) or isinstance(value, Unanswered):
        return value
    assert isinstance(value, Mapping)
    total = sum(value.values())
    if not 98 <= total <= 102:
        return Unanswered.DONT_KNOW
    return {option.id: value.get(option.id, 0.0) * 100 / total for option in item.options}


def balanced(assessment: Assessment, by_role: Mapping[str, float]) -> float | None:
    """The mean over roles, each with its weight; None where no role has weight."""
    weights = sum(weight_of(assessment, role) for role in by_role)
    if weights == 0:
        return None
    return sum(weight_of(assessment, role) * value for role, value in by_role.items()) / weights


def hear(assessment: Assessment, answers: Answers, na_allowed: bool) -> Heard:
    """Tell not applicable, don't know and valid answers apart."""
    na = na_allowed and _mostly_na(assessment, answers)
    if na:
        return Heard({}, na=True, dk_share=None)
    unknown = {role: sum(isinstance(value, Unanswered) for value in given) for role, given in answers.items()}
    share = balanced(assessment, {role: unknown[role] / len(given) for role, given in answers.items() if given})
    return Heard(_valid(answers), na=False, dk_share=share)


def _valid(answers: Answers) -> Answers:
    """The answers that are values, for every role that has any."""
    valid: Answers = {
        role: [value for value in given if not isinstance(value, Unanswered)] for role, given in answers.items()
    }
    return {role: given for role, given in valid.items() if given}


def _mostly_na(assessment: Assessment, answers: Answers) -> bool:
    shares = {}
    for role, given in answers.items():
        known = [value for value in given if value is not Unanswered.DONT_KNOW]
        if known:
            shares[role] = sum(value is Unanswered.NOT_APPLICABLE for value in known) / len(known)
    share = balanced(assessment, shares)
    return share is not None and share > 0.5 + NEARLY


def points(item: Item, value: Value) -> float:
    """The score of one answer."""
    if isinstance(item, Lined):
        assert isinstance(value, int)
        score = item.level_scores[value - 1]
        return 100 - score if isinstance(item, Agree) and item.reverse else score
    assert isinstance(item, Choice)
    return next(option.score or 0.0 for option in item.options if option.id == value)


def score(assessment: Assessment, item: Item, heard: Heard) -> Scored:
    """The role-balanced score and how far people are from it."""
    if not item.scored:
        return Scored(None)
    scores = {role: [points(item, value) for value in given] for role, given in heard.valid.items()}
    means = {role: sum(given) / len(given) for role, given in scores.items()}
    middle = balanced(assessment, means)
    if middle is None:
        return Scored(None)
    whole = sum(weight_of(assessment, role) for role in scores)
    each = [
        (weight_of(assessment, role) / (whole * len(given)), value) for role, given in scores.items() for value in given
    ]
    deviation = sum(weight * abs(value - middle) for weight, value in each)
    spread = sum(weight * (value - middle) ** 2 for weight, value in each)
    between = sum(weight_of(assessment, role) / whole * (mean - middle) ** 2 for role, mean in means.items())
    return Scored(
        score=middle,
        ad=deviation,
        di=min(100.0, 2 * deviation),
        eta2=between / spread if spread > NEARLY else 0.0,
        range=max(means.values()) - min(means.values()),
    )


def mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


def weighted(values: Sequence[tuple[float, float | None]]) -> float | None:
    """The mean of the known among (weight, value)."""
    known = [(weight, value) for weight, value in values if value is not None]
    total = sum(weight for weight, _ in known)
    return sum(weight * value for weight, value in known) / total if total > 0 else None


def items_of(questionnaire: Questionnaire) -> list[Item]:
    return [
        *questionnaire.customers,
        *(item for pillar in questionnaire.pillars for factor in pillar.factors for item in factor.items),
        *(item for pillar in questionnaire.pillars for item in pillar.findings),
    ]
