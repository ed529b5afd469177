"""What a workshop adds to the team edition: discussions, both rounds, what is to be found out, who was left out."""

from dataclasses import dataclass

from markupsafe import Markup

from assessments.languages import say
from assessments.reports.bars import small_bars
from assessments.reports.case import Case
from assessments.wording import session
from assessments.wording.session import Discussed
from assessments.workshop import Release


@dataclass(frozen=True, slots=True)
class Discussion:
    """One discussion in words, with how the first and the second answers were spread."""

    talk: session.Talk
    first: Markup | None
    second: Markup | None


@dataclass(frozen=True, slots=True)
class Workshop:
    """A workshop in words."""

    title: str
    discussions: tuple[Discussion, ...]
    found_out: tuple[session.Talk, ...]
    left_out: tuple[str, ...]
    without: tuple[tuple[str, ...], ...]  # per row: an aspect, as counted, with everybody; empty without anybody
    weights: str


def workshop_of(case: Case) -> Workshop | None:
    """Return what a workshop adds to a result, None where there was none."""
    questionnaire, held = case.questionnaire, case.session
    if held is None:
        return None
    talks = session.talks(questionnaire, held.discussed)
    without = () if held.everybody is None else session.stands_rows(questionnaire, (held.counted, held.everybody))
    return Workshop(
        title=session.talk_title(held.discussed),
        discussions=tuple(map(_discussion, talks, held.discussed)),
        found_out=session.fact_finding(questionnaire, held.blind_spots),
        left_out=tuple(session.left_out_lines(held.reasons)),
        without=without,
        weights=session.weights_line(questionnaire, held.role_weights),
    )


def _discussion(talk: session.Talk, one: Discussed) -> Discussion:
    if one.shown is None:
        return Discussion(talk, None, None)
    first, second = say("First answers"), say("Second answers")
    return Discussion(talk, _bars(one.shown.before, first), _bars(one.shown.after, second))


def _bars(release: Release | None, what: str) -> Markup | None:
    if release is None or not release.groups:
        return None
    counts = release.groups[0].counts
    return small_bars(counts, f"{what}: {', '.join(map(str, counts))}")
