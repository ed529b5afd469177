"""The verdict: where the firm stands, where its customers call it, and what that means."""

from assessments.languages import marked, say, say_counted
from assessments.wording.names import spoken_stage
from assessments.wording.numbers import begun, listed, spelt
from scoring.model import Questionnaire
from scoring.result import Result

POSTURES = {
    "catch_up": marked("Catch up"),
    "prepare": marked("Prepare"),
    "stay_and_renew": marked("Stay and renew"),
    "hold_back": marked("Hold back"),
}


def stages_meant(questionnaire: Questionnaire, result: Result) -> tuple[tuple[str, str], ...]:
    """Return the stages the verdict speaks of, in their order, each with what its customers are like."""
    named = (result.position, result.demand.now.stage, result.demand.five_years.stage)
    numbers = sorted({max(number, 1) for number in named if number is not None})
    stages = [questionnaire.stages[number - 1] for number in numbers]
    return tuple((stage.name, stage.customers) for stage in stages)


def verdict(questionnaire: Questionnaire, firm: str, result: Result) -> str:
    """Say in two sentences what the firm practises, what its customers call for, and how the two compare."""
    return f"{_practice(questionnaire, firm, result)} {_comparison(result)}"


def _practice(questionnaire: Questionnaire, firm: str, result: Result) -> str:
    now, later = result.demand.now.stage, result.demand.five_years.stage
    doing = _doing(questionnaire, firm, result)
    if now is None or later is None:
        return say("{doing}; what its customers call for cannot be told yet.", doing=doing)
    if now == result.position == later:
        return say("{doing}, and that is what its customers call for, today and in five years.", doing=doing)
    today, then = spoken_stage(questionnaire, now), spoken_stage(questionnaire, later)
    if now == result.position:
        return say(
            "{doing}, which is what its customers call for today; in five years they will call for {then}.",
            doing=doing,
            then=then,
        )
    if now == later:
        return say("{doing}; its customers call for {today}, today and in five years.", doing=doing, today=today)
    return say(
        "{doing}; its customers call for {today} today and for {then} in five years.",
        doing=doing,
        today=today,
        then=then,
    )


def _doing(questionnaire: Questionnaire, firm: str, result: Result) -> str:
    if result.position == 0:
        base = questionnaire.stages[0].name
        return say("{firm} is still forming the base of {base}", firm=firm, base=base)
    practised = say("{firm} practises {stage}", firm=firm, stage=spoken_stage(questionnaire, result.position))
    return f"{practised}{_unconfirmed(questionnaire, result)}"


def _unconfirmed(questionnaire: Questionnaire, result: Result) -> str:
    last = result.position == len(questionnaire.stages)
    return say(" (to be confirmed by the full assessment)") if last and result.variant == "quick" else ""


def _comparison(result: Result) -> str:
    fit = result.fit
    if fit.verdict is None or fit.delta_now is None:
        return say("Whether it is in step with them is open until more is known about the customers.")
    if fit.verdict in _COMPARISONS:
        return say(_COMPARISONS[fit.verdict])
    stages = say_counted("{number} stage", "{number} stages", abs(fit.delta_now), number=spelt(abs(fit.delta_now)))
    if fit.verdict == "ahead":
        return say("It is {stages} ahead of its customers.", stages=stages)
    if result.position == 0:
        return say("It is {stages} behind its customers, and the base is still forming.", stages=stages)
    return say("It is {stages} behind its customers.", stages=stages)


_COMPARISONS = {
    "in_step_behind_later": marked("It is in step today and will be behind in five years unless it moves."),
    "in_step": marked("It is in step with them."),
    "ahead_behind_later": marked(
        "It is ahead of its customers today and will be behind in five years unless it moves."
    ),
    "ahead_in_step_later": marked("It is early: ahead of its customers today, in step with them in five years."),
}


def posture_name(result: Result) -> str | None:
    """Return the name of the posture, or None while it is open."""
    return None if result.fit.posture is None else say(POSTURES[result.fit.posture])


def posture_line(questionnaire: Questionnaire, result: Result) -> str:
    """Say in one sentence what the posture asks for."""
    fit = result.fit
    if fit.posture is None or fit.target is None:
        return say("First find out what customers call for; the direction follows from that.")
    return say(_ASKED[fit.posture], target=spoken_stage(questionnaire, fit.target))


_ASKED = {
    "catch_up": marked("Close the distance to what customers call for now. The road leads to {target}."),
    "prepare": marked("Be ready for {target} before customers arrive there."),
    "stay_and_renew": marked("Keep what works strong, renew it steadily, and look again within a year."),
    "hold_back": marked("Harvest what exists, and add nothing that customers have not asked for."),
}


def sturdiness_line(questionnaire: Questionnaire, result: Result) -> str:
    """Say whether the placement would survive missing answers and slightly different minima."""
    lowest, highest = result.sturdiness.bounds
    missing = ""
    if lowest != highest:
        missing = say(
            "Depending on the answers that are missing, it lies between {lowest} and {highest}.",
            lowest=spoken_stage(questionnaire, lowest),
            highest=spoken_stage(questionnaire, highest),
        )
    return f"{_minima(questionnaire, result)} {missing}".rstrip()


def _minima(questionnaire: Questionnaire, result: Result) -> str:
    easier, harder = result.sturdiness.minima_minus_5, result.sturdiness.minima_plus_5
    if result.sturdiness.sturdy:
        return say("The placement is sturdy: with every minimum five points lower or higher it stays the same.")
    moved = [
        say(way, stage=spoken_stage(questionnaire, stage))
        for way, stage in ((_LOWER, easier), (_HIGHER, harder))
        if stage != result.position
    ]
    return begun(say("the placement is sensitive: with every minimum {moved}.", moved=listed(moved)))


_LOWER = marked("five points lower it would be {stage}")
_HIGHER = marked("five points higher it would be {stage}")
