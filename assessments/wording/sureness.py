"""How sure a placement is, what would tip it and what would settle it, as people say it."""

from collections.abc import Iterable

from assessments.wording.names import spoken_stage
from assessments.wording.numbers import begun, counted, listed, rounded, spelt
from scoring.model import Item, Questionnaire
from scoring.result import Confidence, Result, Tip

LABELS = {"clear": "clear", "likely": "likely", "between": "between two stages"}
CAPS = {
    "single_respondent": "one person answered alone",
    "quick_scan": "this is a quick scan",
    "few_roles": "few roles were heard",
    "no_leaders": "no leader was heard",
    "nobody_near_customers": "nobody who deals with customers every day was heard",
}
BAND_NOTE = "The bracket holds eight in ten of the results that the answers give with their doubt."
_MOST_TIPS = 3


def in_ten(share: float) -> str:
    """Write a share, 0..1, as a chance: '8 in 10'; what rounds to none or all is said as such."""
    tenths = int(rounded(share * 10))
    if tenths == 0:
        return "fewer than 1 in 10"
    return "nearly all" if tenths == 10 else f"{tenths} in 10"


def sureness_title(confidence: Confidence) -> str:
    """Say the label as the point of a section."""
    return f"The placement is {LABELS[confidence.label]}"


def sureness_line(questionnaire: Questionnaire, result: Result, confidence: Confidence) -> str:
    """Say how often the same answers, seen with their doubt, give this placement, and what they give otherwise."""
    here = spoken_stage(questionnaire, result.position)
    share = in_ten(confidence.position[result.position])
    if confidence.runner_up is None:
        return f"Drawn again and again with the doubt in the answers, the result is {here} every time."
    other = spoken_stage(questionnaire, confidence.runner_up)
    rest = in_ten(confidence.position[confidence.runner_up])
    return f"Drawn again and again with the doubt in the answers, {share} results are {here}, {rest} {other}."


def cap_line(confidence: Confidence) -> str | None:
    """Say why a placement that is stable is still not called clear."""
    if not confidence.capped_by:
        return None
    return f"It is not called clear because {listed([CAPS[cap] for cap in confidence.capped_by])}."


def destination_sureness(questionnaire: Questionnaire, result: Result, confidence: Confidence) -> str | None:
    """Say how sure the destinations are."""
    now, later = result.demand.now.stage, result.demand.five_years.stage
    if now is None or later is None:
        return None
    return begun(
        f"that customers call for {spoken_stage(questionnaire, now)} today holds in {in_ten(confidence.now[now])} "
        f"results, {spoken_stage(questionnaire, later)} in five years in {in_ten(confidence.five_years[later])}."
    )


def tip_lines(questionnaire: Questionnaire, confidence: Confidence) -> tuple[str, ...]:
    """Return the smallest changes of answers that would tip the result, a few for each thing that could change."""
    kinds = dict.fromkeys((tip.changes, tip.becomes, tip.direction) for tip in confidence.tips)
    lines: list[str] = []
    for kind in kinds:
        same = [tip for tip in confidence.tips if (tip.changes, tip.becomes, tip.direction) == kind]
        lines += [_tip(questionnaire, tip) for tip in same[:_MOST_TIPS]]
        if len(same) > _MOST_TIPS:
            lines.append(f"So would {counted(len(same) - _MOST_TIPS, 'other set')} of {spelt(len(same[0].items))}.")
    return tuple(lines)


def _tip(questionnaire: Questionnaire, tip: Tip) -> str:
    step = "one line higher" if tip.direction == "up" else "one line lower"
    asked = _quoted(questionnaire, tip.items)
    stage = spoken_stage(questionnaire, tip.becomes)
    change = {
        "position": f"would place the firm at {stage}",
        "destination_now": f"would mean that customers call for {stage} today",
        "destination_5y": f"would mean that customers call for {stage} in five years",
    }[tip.changes]
    each = " each" if len(tip.items) > 1 else ""
    return f"{begun(step)}{each} on {asked} {change}."


def _quoted(questionnaire: Questionnaire, items: Iterable[str]) -> str:
    return listed([_question(questionnaire, questionnaire.item_by_id[item]) for item in items])


def _question(questionnaire: Questionnaire, item: Item) -> str:
    """Quote a question so that it stands alone: the second answer of a pair names the first one's question."""
    if item.pair_of is None:
        return f"“{item.text}”"
    return f"“{questionnaire.item_by_id[item.pair_of].text}” (five years from now)"


def settle_line(questionnaire: Questionnaire, confidence: Confidence) -> str | None:
    """Name the unanswered question that matters most, if one does."""
    if confidence.would_settle is None:
        return None
    return f"Of what is not answered, this would settle most: {_quoted(questionnaire, [confidence.would_settle])}."
