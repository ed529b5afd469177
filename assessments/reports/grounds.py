"""What the statements rest on that belong to no single factor, condition, warning or move."""

from collections.abc import Iterator
from dataclasses import dataclass

from assessments.languages import say, say_counted
from assessments.reports.case import Case
from assessments.reports.references import References
from assessments.wording import percent, plain, spelt, stage_name, whole
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
    lifts = say(
        "lifts counted at {estimated}, in the cautious case at {cautious}",
        estimated=percent(planning.factor),
        cautious=percent(planning.cautious_factor),
    )
    return Grounds(
        verdict=_verdict(case, notes),
        posture=notes.note(say("Posture"), _posture(case), ""),
        evidence=notes.note(say("Evidence"), _evidence(case), ""),
        sureness=notes.note(say("How sure"), _draws(case), "L29"),
        ownership=notes.note(say("Owner"), _owner(case), ""),
        channels=notes.note(say("Channels"), "; ".join(_channels(case)), ""),
        plan=notes.note(say("Plan"), _plan(case), ""),
        forecast=notes.note(say("Forecast"), lifts, ""),
        tips=notes.note(
            say("What would tip"), say("sets of one, two, then three questions, one line each, placed anew"), ""
        ),
        frontier=notes.note(
            say("Other means"), say("the same plan at half and double capacity; the best for each budget"), ""
        ),
    )


def _verdict(case: Case, notes: References) -> int:
    chains = Chains(case.questionnaire, case.result)
    names = ["position", "d_now", *_HABITS["today"], "d_5y", *_HABITS["in five years"]]
    steps = [explain(case.method, case.result, name) for name in names]
    return notes.note(say("Verdict"), " ".join(chains.say(step) for step in steps), steps[1].source or "")


def _posture(case: Case) -> str:
    fit, demand, position = case.result.fit, case.result.demand, case.result.position
    places = (position, demand.now.stage, demand.five_years.stage, fit.target)
    named = [say("open") if place is None else stage_name(case.questionnaire, place) for place in places]
    return say(
        "firm {firm}; customers today {now}, in five years {later}; the plan aims at {target}",
        **dict(zip(("firm", "now", "later", "target"), named, strict=True)),
    )


def _evidence(case: Case) -> str:
    evidence = case.result.demand.evidence
    if evidence is None:
        return say("nobody said what the picture of customers is based on")
    return say("{points} of 100", points=whole(evidence))


def _draws(case: Case) -> str:
    shares = (
        f"{stage_name(case.questionnaire, place)} {percent(share)}" for place, share in case.confidence.position.items()
    )
    return say("draws seeded by “{seed}”: {shares}", seed=case.assessment.id, shares=", ".join(shares))


def _owner(case: Case) -> str:
    found = case.result.ownership
    driver = found.driver or say("not known")
    if found.driver_share is None:
        return say("driver {driver}", driver=driver)
    return say("driver {driver}, {share} of voices", driver=driver, share=percent(found.driver_share))


def _channels(case: Case) -> Iterator[str]:
    for channel in case.result.channel_fit.channels:
        skill = say("not known") if channel.capability is None else whole(channel.capability)
        share = say("not known") if channel.share_now is None else say("{number}%", number=plain(channel.share_now))
        yield say("{channel}: {share} of contacts, done at {skill}", channel=channel.id, share=share, skill=skill)


def _plan(case: Case) -> str:
    plan = case.plan
    if not plan.actions:
        return say("nothing is scheduled")
    stages = "; ".join(
        f"{stage_name(case.questionnaire, int(stage))}: {', '.join(ids)}" for stage, ids in plan.to_stage.items()
    )
    count = len(case.result.candidates)
    moves = stages or ", ".join(action.id for action in plan.actions)
    return say_counted(
        "{moves}; of {number} candidate", "{moves}; of {number} candidates", count, moves=moves, number=spelt(count)
    )
