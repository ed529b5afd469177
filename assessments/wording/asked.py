"""One question as a team talks about it: its score, how the answers spread, today's line and the next, evidence."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessments.languages import marked, say, say_counted
from assessments.wording.names import firm_name
from assessments.wording.numbers import percent, spelt, whole
from assessments.wording.showing import answer_text, counted_answers
from scoring.answers import Assessment
from scoring.model import TOLERANCE, Choice, Item, Lined, Questionnaire
from scoring.result import ItemResult, Result

_MOST_QUOTES, _LONGEST_QUOTE = 2, 200  # of one question; characters
_MANY = 20  # questions with quotes; beyond, each has less room
_FEWER_QUOTES, _SHORTER_QUOTE = 1, 80
_FINDINGS = {
    "role_divide": marked("Roles see this differently (answers lie {points} points from the mean)"),
    "mixed_picture": marked("Views differ, within roles too (answers lie {points} points from the mean)"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and its answers; ``counts`` are answers per line, empty where there are no lines or nothing to show.

    Of a choice, whose options stand in no order, ``today`` says what people chose and ``next`` what scores most.
    """

    id: str
    text: str
    score: str
    counts: tuple[int, ...]
    spread: str  # the counts, in words
    today: str | None
    next: str | None
    silent: str | None  # why there is nothing to show
    finding: str | None
    quotes: tuple[str, ...]


def asked(questionnaire: Questionnaire, assessment: Assessment, result: Result, item: Item) -> Asked:
    """Return one question with its answers; nothing of groups too small to show, save of one person alone."""
    found = result.items[item.id]
    silent = _silence(questionnaire, result, item)
    shown = () if silent else found.totals
    counts = shown if isinstance(item, Lined) else ()
    today, following = _reached(item, found, shown)
    first = questionnaire.item_by_id[item.pair_of].text if item.pair_of else ""
    return Asked(
        id=item.id,
        text=f"{first} {item.text}".strip(),
        score=_score(found),
        counts=counts,
        spread="; ".join(_on_line(line, count) for line, count in enumerate(counts, 1) if count),
        today=today,
        next=following,
        silent=silent,
        finding=_finding(found) if shown else None,
        quotes=_quotes(assessment, item),
    )


def _on_line(line: int, count: int) -> str:
    return say_counted(
        "line {line}: {number} answer", "line {line}: {number} answers", count, line=line, number=spelt(count)
    )


def may_show(questionnaire: Questionnaire, result: Result, found: ItemResult) -> bool:
    """Return whether enough people answered to show how they did; one person alone may see their own answers."""
    return result.respondents == 1 or found.answers >= questionnaire.settings.privacy.min_group


def _silence(questionnaire: Questionnaire, result: Result, item: Item) -> str | None:
    """Say why nothing of a question can be shown; None where something can."""
    found = result.items[item.id]
    if found.na:
        return say("Does not apply to this firm.")
    if result.variant == "quick" and not item.quick:
        return say("Asked in the full assessment only.")
    if not found.answers:
        return say("Nobody could tell.") if found.dk_share else say("Nobody has answered yet.")
    return None if may_show(questionnaire, result, found) else say("Too few people answered to show how.")


def blind_spot_lines(questionnaire: Questionnaire, result: Result) -> tuple[str, ...]:
    """Return the questions so many could not answer that the firm cannot see there."""
    return tuple(
        say(
            "“{question}” ({share} do not know)",
            question=questionnaire.item_by_id[item].text,
            share=percent(result.items[item].dk_share or 0.0),
        )
        for item in result.blind_spots
    )


def _score(found: ItemResult) -> str:
    if found.score is not None:
        return whole(found.score)
    return say("n/a") if found.na else "–"


def _reached(item: Item, found: ItemResult, shown: Sequence[int]) -> tuple[str | None, str | None]:
    """Return where answers that may be shown have brought a firm, and what lies beyond."""
    if not shown or found.score is None:
        return None, None
    if isinstance(item, Choice):
        return _chosen(item, shown), _best(item, found.score)
    return _lines(item, found.score) if isinstance(item, Lined) else (None, None)


def _chosen(item: Choice, shown: Sequence[int]) -> str:
    """Name the options people chose, with how many did; of one person alone, the option."""
    if sum(shown) == 1:
        return answer_text(item, 1 + list(shown).index(1))
    return "; ".join(counted_answers(item, shown))


def _best(item: Choice, score: float) -> str | None:
    """Name the option that scores most, unless everybody chose it."""
    most = max(item.options, key=lambda option: option.score or 0.0)
    return say("Scores most: {option}", option=most.label) if score < (most.score or 0.0) - TOLERANCE else None


def _lines(item: Lined, score: float) -> tuple[str | None, str | None]:
    """Return the line that today's score has reached, and the next one up."""
    lines = ((points, answer_text(item, line)) for line, points in enumerate(item.scores, start=1))
    ladder = sorted(lines, key=lambda pair: pair[0])
    reached = max((step for step, (points, _) in enumerate(ladder) if points <= score + TOLERANCE), default=0)
    following = ladder[reached + 1][1] if reached + 1 < len(ladder) else None
    return ladder[reached][1], following


def _finding(found: ItemResult) -> str | None:
    if found.finding is None or found.ad is None:
        return None
    return say(_FINDINGS[found.finding], points=whole(found.ad))


def _quotes(assessment: Assessment, item: Item) -> tuple[str, ...]:
    said = [person.notes.get(item.id, "").strip() for person in assessment.heard]
    quoted = {about for person in assessment.heard for about in person.notes}
    most, longest = (_MOST_QUOTES, _LONGEST_QUOTE) if len(quoted) <= _MANY else (_FEWER_QUOTES, _SHORTER_QUOTE)
    return tuple(firm_name(text, longest) for text in dict.fromkeys(said) if text)[:most]
