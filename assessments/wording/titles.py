"""The sentences above charts, each saying the point its chart makes, and the path in words."""

from assessments.languages import marked, say
from assessments.wording.names import factor_name, spoken_stage
from assessments.wording.numbers import listed, whole, within
from scoring.model import Questionnaire
from scoring.result import Result


def path_title(result: Result) -> str:
    """Say how far the firm is from where customers call it."""
    return say(_PATH[result.fit.verdict])


_PATH = {
    None: marked("Where the firm stands; where its customers call it is open"),
    "behind": marked("Customers are ahead of the firm"),
    "in_step_behind_later": marked("The firm stands where customers call it today, not where they will"),
    "in_step": marked("The firm stands where its customers call it"),
    "ahead_behind_later": marked("The firm is ahead of its customers today, and will not stay so"),
    "ahead_in_step_later": marked("The firm is early: its customers are expected to follow"),
    "ahead": marked("The firm stands further on than its customers call it"),
}


def path_alt(questionnaire: Questionnaire, result: Result) -> str:
    """Describe the path chart in words."""
    places = (
        (marked("the firm stands in {stage}"), result.position),
        (marked("customers call for {stage} today"), result.demand.now.stage),
        (marked("customers are expected to call for {stage} in five years"), result.demand.five_years.stage),
        (marked("leaders want {stage}"), result.ownership.ambition),
    )
    marks = [say(said, stage=spoken_stage(questionnaire, stage)) for said, stage in places if stage is not None]
    return say("An open-ended path with an arrow at its right end. On it, {marks}.", marks=listed(marks))


def profile_title(questionnaire: Questionnaire, result: Result) -> str:
    """Say which factors are strongest and weakest; the weights per stage stand beside them."""
    known = {factor: found.score for factor, found in result.factors.items() if found.score is not None}
    if not known:
        return say("Too little was answered to show the factors")
    strongest, weakest = (pick(known, key=known.__getitem__) for pick in (max, min))
    names = [within(factor_name(questionnaire, factor)) for factor in (strongest, weakest)]
    return say(
        "Strongest in {strongest}, weakest in {weakest}; what changes from stage to stage are the weights",
        strongest=names[0],
        weakest=names[1],
    )


def channel_title(result: Result) -> str:
    """Say whether the channels customers use are the ones served well, today and in five years."""
    now, later = result.channel_fit.now, result.channel_fit.five_years
    if now is None or later is None:
        return say("Where contacts come in was not counted")
    said = _HOLD if whole(now) == whole(later) else _FALL if later < now else _RISE
    return say(said, now=whole(now), later=whole(later))


_HOLD = marked("Channels fit contacts at {now} of 100 today; with today's skills it would stay there in five years")
_FALL = marked(
    "Channels fit contacts at {now} of 100 today; with today's skills it would fall to {later} in five years"
)
_RISE = marked(
    "Channels fit contacts at {now} of 100 today; with today's skills it would rise to {later} in five years"
)
