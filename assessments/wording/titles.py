"""The sentences above charts, each saying the point its chart makes, and the path in words."""

from assessments.wording.names import factor_name, spoken_stage
from assessments.wording.numbers import listed, whole, within
from scoring.model import Questionnaire
from scoring.result import Result


def path_title(result: Result) -> str:
    """Say how far the firm is from where customers call it."""
    return {
        None: "Where the firm stands; where its customers call it is open",
        "behind": "Customers are ahead of the firm",
        "in_step_behind_later": "The firm stands where customers call it today, not where they will",
        "in_step": "The firm stands where its customers call it",
        "ahead_behind_later": "The firm is ahead of its customers today, and will not stay so",
        "ahead_in_step_later": "The firm is early: its customers are expected to follow",
        "ahead": "The firm stands further on than its customers call it",
    }[result.fit.verdict]


def path_alt(questionnaire: Questionnaire, result: Result) -> str:
    """Describe the path chart in words."""
    marks = [f"the firm stands in {spoken_stage(questionnaire, result.position)}"]
    places = (
        ("customers call for {} today", result.demand.now.stage),
        ("customers are expected to call for {} in five years", result.demand.five_years.stage),
        ("leaders want {}", result.ownership.ambition),
    )
    marks += [said.format(spoken_stage(questionnaire, stage)) for said, stage in places if stage is not None]
    return f"An open-ended path with an arrow at its right end. On it, {listed(marks)}."


def profile_title(questionnaire: Questionnaire, result: Result) -> str:
    """Say which factors are strongest and weakest; the weights per stage stand beside them."""
    known = {factor: found.score for factor, found in result.factors.items() if found.score is not None}
    if not known:
        return "Too little was answered to show the factors"
    strongest, weakest = (pick(known, key=known.__getitem__) for pick in (max, min))
    names = [within(factor_name(questionnaire, factor)) for factor in (strongest, weakest)]
    return f"Strongest in {names[0]}, weakest in {names[1]}; what changes from stage to stage are the weights"


def channel_title(result: Result) -> str:
    """Say whether the channels customers use are the ones served well, today and in five years."""
    now, later = result.channel_fit.now, result.channel_fit.five_years
    if now is None or later is None:
        return "Where contacts come in was not counted"
    change = "hold" if whole(now) == whole(later) else "fall" if later < now else "rise"
    then = f"it would {change} to {whole(later)}" if change != "hold" else "it would stay there"
    return f"Channels fit contacts at {whole(now)} of 100 today; with today's skills {then} in five years"
