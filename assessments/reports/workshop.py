"""What a workshop adds to the team edition: discussions, both rounds, what is to be found out, who was left out."""

from dataclasses import dataclass

from assessments.reports.case import Case
from assessments.wording import session
from assessments.wording.comparing import compared_rows

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Workshop:
    """A workshop in words."""

    title: str
    talks: tuple[session.Talk, ...]
    found_out: tuple[session.Talk, ...]
    rounds: Rows  # per row: an aspect, after the first answers, after the latest
    left_out: tuple[str, ...]
    without: Rows  # per row: an aspect, as counted, with everybody; empty where nobody was left out
    weights: str


def workshop_of(case: Case) -> Workshop | None:
    """Return what a workshop adds to a result, None where there was none."""
    questionnaire, result, happened = case.questionnaire, case.result, case.session
    if happened is None:
        return None
    without = () if happened.everybody is None else compared_rows(questionnaire, (result, happened.everybody))
    return Workshop(
        title=session.talk_title(happened.discussed, questionnaire.settings.agreement.discuss),
        talks=session.talks(questionnaire, happened.discussed),
        found_out=session.fact_finding(questionnaire, happened.blind_spots),
        rounds=compared_rows(questionnaire, (happened.before, result)),
        left_out=tuple(session.left_out_lines(happened.reasons)),
        without=without,
        weights=session.weights_line(questionnaire, happened.role_weights),
    )
