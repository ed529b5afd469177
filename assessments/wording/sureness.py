"""How sure a placement is, what would tip it and what would settle it, as people say it."""

from collections.abc import Iterable

from assessments.languages import marked, say, say_counted
from assessments.wording.names import quoted, spoken_stage
from assessments.wording.numbers import listed, rounded, spelt
from scoring.model import Item, Questionnaire
from scoring.result import Confidence, Result, Tip

LABELS = {"clear": marked("clear"), "likely": marked("likely"), "between": marked("between two stages")}
CAPS = {
    "single_respondent": marked("one person answered alone"),
    "quick_scan": marked("this is a quick scan"),
    "few_roles": marked("few roles were heard"),
    "no_leaders": marked("no leader was heard"),
    "nobody_near_customers": marked("nobody who deals with customers every day was heard"),
}
BAND_NOTE = marked("The bracket holds eight in ten of the results that the answers give with their doubt.")
_MOST_TIPS = 3


def in_ten(share: float) -> str:
    """Write a share, 0..1, as a chance: '8 in 10'; what rounds to none or all is said as such."""
    tenths = int(rounded(share * 10))
    if tenths == 0:
        return say("fewer than 1 in 10")
    return say("nearly all") if tenths == 10 else say("{tenths} in 10", tenths=tenths)


def sureness_title(confidence: Confidence) -> str:
    """Say the label as the point of a section."""
    return say("The placement is {label}", label=say(LABELS[confidence.label]))


def sureness_line(questionnaire: Questionnaire, result: Result, confidence: Confidence) -> str:
    """Say how often the same answers, seen with their doubt, give this placement, and what they give otherwise."""
    here = spoken_stage(questionnaire, result.position)
    share = in_ten(confidence.position[result.position])
    if confidence.runner_up is None:
        return say("Drawn again and again with the doubt in the answers, the result is {stage} every time.", stage=here)
    other = spoken_stage(questionnaire, confidence.runner_up)
    rest = in_ten(confidence.position[confidence.runner_up])
    return say(
        "Drawn again and again with the doubt in the answers, {share} results are {stage}, {rest} {other}.",
        share=share,
        stage=here,
        rest=rest,
        other=other,
    )


def cap_line(confidence: Confidence) -> str | None:
    """Say why a placement that is stable is still not called clear."""
    if not confidence.capped_by:
        return None
    because = listed([say(CAPS[cap]) for cap in confidence.capped_by])
    return say("It is not called clear because {because}.", because=because)


def destination_sureness(questionnaire: Questionnaire, result: Result, confidence: Confidence) -> str | None:
    """Say how sure the destinations are."""
    now, later = result.demand.now.stage, result.demand.five_years.stage
    if now is None or later is None:
        return None
    return say(
        "That customers call for {now} today holds in {share} results, {later} in five years in {later_share}.",
        now=spoken_stage(questionnaire, now),
        share=in_ten(confidence.now[now]),
        later=spoken_stage(questionnaire, later),
        later_share=in_ten(confidence.five_years[later]),
    )


def tip_lines(questionnaire: Questionnaire, confidence: Confidence) -> tuple[str, ...]:
    """Return the smallest changes of answers that would tip the result, a few for each thing that could change."""
    kinds = dict.fromkeys((tip.changes, tip.becomes, tip.direction) for tip in confidence.tips)
    lines: list[str] = []
    for kind in kinds:
        same = [tip for tip in confidence.tips if (tip.changes, tip.becomes, tip.direction) == kind]
        lines += [_tip(questionnaire, tip) for tip in same[:_MOST_TIPS]]
        if len(same) > _MOST_TIPS:
            lines.append(_further_sets(len(same) - _MOST_TIPS, len(same[0].items)))
    return tuple(lines)


def _further_sets(count: int, size: int) -> str:
    return say_counted(
        "So would one other set of {size}.",
        "So would {number} other sets of {size}.",
        count,
        number=spelt(count),
        size=spelt(size),
    )


def _tip(questionnaire: Questionnaire, tip: Tip) -> str:
    step = say(_STEPS[tip.direction == "up", len(tip.items) > 1], questions=_quoted(questionnaire, tip.items))
    return say(_CHANGES[tip.changes], step=step, stage=spoken_stage(questionnaire, tip.becomes))


_STEPS = {  # whether up, and whether on several questions
    (True, False): marked("One line higher on {questions}"),
    (True, True): marked("One line higher each on {questions}"),
    (False, False): marked("One line lower on {questions}"),
    (False, True): marked("One line lower each on {questions}"),
}
_CHANGES = {
    "position": marked("{step} would place the firm at {stage}."),
    "destination_now": marked("{step} would mean that customers call for {stage} today."),
    "destination_5y": marked("{step} would mean that customers call for {stage} in five years."),
}


def _quoted(questionnaire: Questionnaire, items: Iterable[str]) -> str:
    return listed([_question(questionnaire, questionnaire.item_by_id[item]) for item in items])


def _question(questionnaire: Questionnaire, item: Item) -> str:
    """Quote a question so that it stands alone: the second answer of a pair names the first one's question."""
    if item.pair_of is None:
        return quoted(item.text)
    first = quoted(questionnaire.item_by_id[item.pair_of].text)
    return say("{question} (five years from now)", question=first)


def settle_line(questionnaire: Questionnaire, confidence: Confidence) -> str | None:
    """Name the unanswered question that matters most, if one does."""
    if confidence.would_settle is None:
        return None
    question = _quoted(questionnaire, [confidence.would_settle])
    return say("Of what is not answered, this would settle most: {question}.", question=question)
