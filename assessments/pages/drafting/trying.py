"""What a draft would change: asked for as a job, how far that is, and what came out when it was worked out last."""

import streamlit as st
from markupsafe import Markup

from assessments import charts, working
from assessments.editing import Draft, Failing, NotAccepted, Shift, Unseen
from assessments.languages import say
from assessments.pages.drafting.workspace import token
from assessments.pages.parts.charts import show_chart
from assessments.pages.parts.desk import desk, kindly
from assessments.pages.parts.jobs import show_moving
from assessments.pages.parts.pieces import alert, heading, listed, paragraph, show
from assessments.pages.parts.saving import on_their_clock
from assessments.pages.parts.working import watch
from assessments.wording import effects as words
from assessments.wording import jobs, stage_name
from assessments.working import Job, Outcome, Tried
from scoring.model import Questionnaire


def show_effects(draft: Draft) -> None:
    """Show what the draft as saved would change, compared with what it began from."""
    with kindly():
        tried = working.tried(desk(), token())
    if tried.under_way is not None:
        watch("effects", _under_way, _stop)
    else:
        _offer(tried)
    if tried.found is not None:
        _show_outcome(tried.found, current=tried.current)


def _under_way() -> Job | None:
    return working.under_way(desk(), token())


def _stop() -> None:
    with kindly():
        working.stop_trying(desk(), token())


def _offer(tried: Tried) -> None:
    if tried.stopped:
        show(paragraph(say("It was stopped before it was done."), "standing"))
    kind = "secondary" if tried.current else "primary"
    if st.button(say("Try it on every firm"), key="run-effects", type=kind) and _begin():
        st.rerun()


def _begin() -> bool:
    """Ask for it; return whether that was accepted, and say why not."""
    with kindly():
        try:
            working.try_draft(desk(), token())
        except NotAccepted as refused:
            show(alert(str(refused)))
            return False
    return True


def _show_outcome(outcome: Outcome, *, current: bool) -> None:
    job, found = outcome.job, outcome.found
    show(paragraph(jobs.asked_line(job.asked_by, on_their_clock(job.made_at)), "muted"))
    if not current:
        show(paragraph(say("The draft has changed since this was worked out."), "standing"))
    if job.failed:
        reasons = (Markup("{}").format(reason) for reason in dict.fromkeys(reason for _, reason in job.failed))
        show(paragraph(jobs.failed_line(len(job.failed))), listed(reasons, "failing"))
    _show_examples(found.failing)
    show_moving(outcome)
    with kindly():
        questionnaire = working.tried_questionnaire(desk(), token(), job.id)
    if found.shift is not None:
        _show_random(found.shift, questionnaire)
    if found.unseen is not None:
        _show_unseen(found.unseen, questionnaire)


def _show_examples(failing: tuple[Failing, ...] | None) -> None:
    if failing is None:
        return
    differ = say("These worked examples come out differently")
    show(heading(differ if failing else say("Every worked example comes out as written")))
    show(listed((Markup("<strong>{}</strong> {}").format(one.firm, one.sentence) for one in failing), "failing"))


def _show_random(shift: Shift, questionnaire: Questionnaire) -> None:
    places = [stage_name(questionnaire, place) for place in range(len(shift.after))]
    show_chart(charts.shift_chart(places, shift.before, shift.after, (shift.moved_up, shift.moved_down)))
    names = {stage.id: stage.name for stage in questionnaire.stages}
    if shift.unreachable:
        show(paragraph(words.unreachable_line([names[stage] for stage in shift.unreachable]), "standing"))
    laws = listed((Markup("<strong>{}</strong> {}").format(law.law, law.seen) for law in shift.laws), "failing")
    broken = heading(say("Laws of the method that no longer hold"), 3)
    show(broken + laws if laws else paragraph(say(words.LAWS_HOLD), "muted"))


def _show_unseen(unseen: Unseen, questionnaire: Questionnaire) -> None:
    """Say what never came up, which may be a slip of the pen or meant for a rare case."""
    lines = words.unseen_lines(
        unseen.firms,
        not_passed=unseen.not_passed,
        not_asked=unseen.not_asked,
        warnings=[questionnaire.warning_by_id[id_].name for id_ in unseen.warnings],
        actions=[questionnaire.action_by_id[id_].title for id_ in unseen.actions],
    )
    if not lines:
        show(paragraph(words.all_seen_line(unseen.firms), "muted"))
        return
    show(
        heading(say("What never came up"), 3),
        listed(map(Markup("{}").format, lines), "failing"),
        paragraph(
            say("That may be a slip in a rule or a minimum, or meant for a rare case. Please look at each."), "muted"
        ),
    )
