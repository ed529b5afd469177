"""What the statements rest on that belong to no single factor, condition, warning or move."""

from collections.abc import Iterator
from dataclasses import dataclass

from assessments.reports.case import Case
from assessments.reports.references import References
from assessments.wording import counted, percent, plain, stage_name, whole
from assessments.wording.chains import Chains
from scoring.explain import explain

_HABITS = {"today": ("DM_now", "DS_now"), "in five years": ("DM_5y", "DS_5y")}


@dataclass(frozen=True, slots=True)
class Grounds:
    """The number of the note behind each of these statements."""

    verdict: int
    posture: int
    evidence: int
    sureness: int
    ownership: int
    channels: int
    plan: int
    forecast: int
    tips: int
    frontier: int


def grounds(case: Case, notes: References) -> Grounds:
    """Hand out the numbers of these notes, in the order in which the statements stand."""
    planning = case.questionnaire.settings.planning
    estimated, cautious = percent(planning.factor), percent(planning.cautious_factor)
    return Grounds(
        verdict=_verdict(case, notes),
        posture=notes.note("Posture", _posture(case), ""),
        evidence=notes.note("Evidence", _evidence(case), ""),
        sureness=notes.note("How sure", _draws(case), "L29"),
        ownership=notes.note("Owner", _owner(case), ""),
        channels=notes.note("Channels", "; ".join(_channels(case)), ""),
        plan=notes.note("Plan", _plan(case), ""),
        forecast=notes.note("Forecast", f"lifts counted at {estimated}, in the cautious case at {cautious}", ""),
        tips=notes.note("What would tip", "sets of one, two, then three questions, one line each, placed anew", ""),
        frontier=notes.note("Other means", "the same plan at half and double capacity; the best for each budget", ""),
    )


def _verdict(case: Case, notes: References) -> int:
    chains = Chains(case.questionnaire, case.result)
    names = ["position", "d_now", *_HABITS["today"], "d_5y", *_HABITS["in five years"]]
    steps = [explain(case.method, case.result, name) for name in names]
    return notes.note("Verdict", " ".join(chains.say(step) for step in steps), steps[1].source or "")


def _posture(case: Case) -> str:
    fit, demand, position = case.result.fit, case.result.demand, case.result.position
    places = (position, demand.now.stage, demand.five_years.stage, fit.target)
    named = ["open" if place is None else stage_name(case.questionnaire, place) for place in places]
    return "firm {}; customers today {}, in five years {}; the plan aims at {}".format(*named)


def _evidence(case: Case) -> str:
    evidence = case.result.demand.evidence
    return "nobody said what the picture of customers is based on" if evidence is None else f"{whole(evidence)} of 100"


def _draws(case: Case) -> str:
    shares = (
        f"{stage_name(case.questionnaire, place)} {percent(share)}" for place, share in case.confidence.position.items()
    )
    return f"draws seeded by “{case.assessment.id}”: {', '.join(shares)}"


def _owner(case: Case) -> str:
    found = case.result.ownership
    share = "" if found.driver_share is None else f", {percent(found.driver_share)} of voices"
    return f"driver {found.driver or 'not known'}{share}"


def _channels(case: Case) -> Iterator[str]:
    for channel in case.result.channel_fit.channels:
        skill = "not known" if channel.capability is None else whole(channel.capability)
        share = "not known" if channel.share_now is None else f"{plain(channel.share_now)}%"
        yield f"{channel.id}: {share} of contacts, done at {skill}"


def _plan(case: Case) -> str:
    plan = case.plan
    if not plan.actions:
        return "nothing is scheduled"
    stages = "; ".join(
        f"{stage_name(case.questionnaire, int(stage))}: {', '.join(ids)}" for stage, ids in plan.to_stage.items()
    )
    offered = counted(len(case.result.candidates), "candidate")
    return f"{stages or ', '.join(action.id for action in plan.actions)}; of {offered}"
