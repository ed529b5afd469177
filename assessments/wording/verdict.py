"""The verdict: where the firm stands, where its customers call it, and what that means."""

from assessments.wording.names import spoken_stage
from assessments.wording.numbers import begun, counted
from scoring.model import Questionnaire
from scoring.result import Result

POSTURES = {
    "catch_up": "Catch up",
    "prepare": "Prepare",
    "stay_and_renew": "Stay and renew",
    "hold_back": "Hold back",
}


def verdict(questionnaire: Questionnaire, firm: str, result: Result) -> str:
    """Say in two sentences what the firm practises, what its customers call for, and how the two compare."""
    return f"{_practice(questionnaire, firm, result)} {_comparison(result)}"


def _practice(questionnaire: Questionnaire, firm: str, result: Result) -> str:
    now, later = result.demand.now.stage, result.demand.five_years.stage
    doing = _doing(questionnaire, firm, result)
    if now is None or later is None:
        return f"{doing}; what its customers call for cannot be told yet."
    if now == result.position == later:
        return f"{doing}, and that is what its customers call for, today and in five years."
    today, then = spoken_stage(questionnaire, now), spoken_stage(questionnaire, later)
    if now == result.position:
        return f"{doing}, which is what its customers call for today; in five years they will call for {then}."
    if now == later:
        return f"{doing}; its customers call for {today}, today and in five years."
    return f"{doing}; its customers call for {today} today and for {then} in five years."


def _doing(questionnaire: Questionnaire, firm: str, result: Result) -> str:
    if result.position == 0:
        return f"{firm} is still forming the base of {questionnaire.stages[0].name}"
    return f"{firm} practises {spoken_stage(questionnaire, result.position)}{_unconfirmed(questionnaire, result)}"


def _unconfirmed(questionnaire: Questionnaire, result: Result) -> str:
    last = result.position == len(questionnaire.stages)
    return " (to be confirmed by the full assessment)" if last and result.variant == "quick" else ""


def _comparison(result: Result) -> str:
    fit = result.fit
    if fit.verdict is None or fit.delta_now is None:
        return "Whether it is in step with them is open until more is known about the customers."
    stages = counted(abs(fit.delta_now), "stage")
    forming = ", and the base is still forming" if result.position == 0 else ""
    return {
        "behind": f"It is {stages} behind its customers{forming}.",
        "in_step_behind_later": "It is in step today and will be behind in five years unless it moves.",
        "in_step": "It is in step with them.",
        "ahead_behind_later": "It is ahead of its customers today and will be behind in five years unless it moves.",
        "ahead_in_step_later": "It is early: ahead of its customers today, in step with them in five years.",
        "ahead": f"It is {stages} ahead of its customers.",
    }[fit.verdict]


def posture_name(result: Result) -> str | None:
    """Return the name of the posture, or None while it is open."""
    return None if result.fit.posture is None else POSTURES[result.fit.posture]


def posture_line(questionnaire: Questionnaire, result: Result) -> str:
    """Say in one sentence what the posture asks for."""
    fit = result.fit
    if fit.posture is None or fit.target is None:
        return "First find out what customers call for; the direction follows from that."
    target = spoken_stage(questionnaire, fit.target)
    return {
        "catch_up": f"Close the distance to what customers call for now. The road leads to {target}.",
        "prepare": f"Be ready for {target} before customers arrive there.",
        "stay_and_renew": "Keep what works strong, renew it steadily, and look again within a year.",
        "hold_back": "Harvest what exists, and add nothing that customers have not asked for.",
    }[fit.posture]


def sturdiness_line(questionnaire: Questionnaire, result: Result) -> str:
    """Say whether the placement would survive missing answers and slightly different minima."""
    lowest, highest = result.sturdiness.bounds
    missing = ""
    if lowest != highest:
        between = f"{spoken_stage(questionnaire, lowest)} and {spoken_stage(questionnaire, highest)}"
        missing = f" Depending on the answers that are missing, it lies between {between}."
    return f"{_minima(questionnaire, result)}{missing}"


def _minima(questionnaire: Questionnaire, result: Result) -> str:
    easier, harder = result.sturdiness.minima_minus_5, result.sturdiness.minima_plus_5
    if result.sturdiness.sturdy:
        return "The placement is sturdy: with every minimum five points lower or higher it stays the same."
    moved = [
        f"five points {way} it would be {spoken_stage(questionnaire, stage)}"
        for way, stage in (("lower", easier), ("higher", harder))
        if stage != result.position
    ]
    return begun(f"the placement is sensitive: with every minimum {' and '.join(moved)}.")
