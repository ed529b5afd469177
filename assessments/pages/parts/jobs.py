"""The list of jobs with what can be done about each, the ways to begin one, and what one found."""

from collections import Counter
from functools import partial

import streamlit as st
from markupsafe import Markup

from assessments import editing, organisations, working
from assessments.answering import NotAccepted, Unavailable
from assessments.languages import number, say, say_counted
from assessments.pages.drafting.workspace import DRAFT, labels_of
from assessments.pages.parts.desk import desk, kindly
from assessments.pages.parts.pieces import as_label, bar, heading, listed, paragraph, show, table
from assessments.pages.parts.saving import on_their_clock
from assessments.wording import jobs as words
from assessments.wording.effects import moving_line
from assessments.working import IN_ONE_FILE, Job, Listed, OurJobs, Outcome

PAGE, EFFECTS = "assessments/pages/jobs.py", "assessments/pages/draft_effects.py"
JOB = "job"  # in the address
LOOK_SECONDS = 2.0
MOST_ROWS = 100
INSTALLED = ""  # a choice that is nothing would show none


def offer_to_begin(ours: OurJobs, secret: str | None) -> None:
    """Offer what may be begun here."""
    if ours.to_print is not None:
        _offer_reports(ours.to_print)
    if ours.places:
        _offer_rescoring(secret)


def _offer_reports(count: int) -> None:
    show(
        heading(say("All reports")),
        paragraph(
            say(
                "The executive report of every firm that answered by itself and has finished, without names and "
                "answers. Reports of workshops are taken from their own page."
            )
        ),
    )
    if not count:
        show(paragraph(say("No firm has finished yet."), "muted"))
        return
    label = say_counted("Print {count} report", "Print {count} reports", count)
    if st.button(label, key="print-ours", type="primary"):
        with kindly():
            working.print_ours(desk())
        st.rerun()


def _offer_rescoring(secret: str | None) -> None:
    show(
        heading(say("Another version")),
        paragraph(
            say(
                "Where every assessment would stand by another version of the questionnaire, beside the one it was "
                "answered to. Nothing about them is changed."
            )
        ),
    )
    with kindly():
        versions = labels_of(editing.beginnings(desk()))
    with st.form("rescore", border=False):
        named = {origin or INSTALLED: name for origin, name in versions.items()}
        origin = st.radio(say("Version"), list(named), format_func=lambda one: as_label(named[one]), key="rescore-by")
        begin = st.form_submit_button(say("Place them all"))
    if begin:
        with kindly():
            working.rescore_ours(desk(), None if origin == INSTALLED else origin, secret)
        st.rerun()


def show_jobs(ours: OurJobs, secret: str | None) -> None:
    """List the jobs, the newest first, again and again as long as one is under way."""
    show(heading(say("Begun so far")))
    if not ours.jobs:
        show(paragraph(say("None yet.")))
    going_on = any(not one.job.over for one in ours.jobs)
    st.fragment(_list, run_every=LOOK_SECONDS if going_on else None)(secret, going_on=going_on)


def _list(secret: str | None, *, going_on: bool) -> None:
    try:
        jobs = working.our_jobs(desk(), secret).jobs
    except Unavailable:
        show(paragraph(say("How far it is cannot be read at the moment; it is tried again."), "muted"))
        return
    except NotAccepted:  # the page says why
        st.rerun()
    if going_on and all(one.job.over for one in jobs):
        st.rerun()
    for one in jobs:
        with st.container(key=f"one-{one.job.id}"):
            _show_job(one, secret)


def _show_job(one: Listed, secret: str | None) -> None:
    job = one.job
    done = job.done + len(job.failed)
    state = words.state_line(done, job.total, over=job.over, cancelled=job.cancelled)
    show(
        heading(words.title_line(one.kind, one.title), level=3),
        paragraph(words.asked_line(job.asked_by, on_their_clock(job.made_at)), "muted"),
        paragraph(state),
        Markup("") if job.over else bar(100 * done / max(job.total, 1)),
    )
    _show_failed(job)
    with st.container(key=f"moves-{job.id}", horizontal=True):
        if not job.over:
            st.button(say("Stop"), key=f"stop-{job.id}", on_click=_stop, args=(job.id, secret))
        _offer_outcome(one)


def _show_failed(job: Job) -> None:
    if job.failed:
        reasons = Counter(reason for _, reason in job.failed)
        lines = (Markup("{} ({})").format(reason, number(count)) for reason, count in reasons.items())
        show(paragraph(words.failed_line(len(job.failed))), listed(lines, "failing"))


def _stop(id_: str, secret: str | None) -> None:
    with kindly():
        working.stop(desk(), id_, secret)


def _offer_outcome(one: Listed) -> None:
    """Offer what came out: reports as files, a placement anew as a page, effects where their draft is."""
    if one.kind == "rescoring":
        st.page_link(PAGE, label=say("What came out"), query_params={JOB: one.job.id})
    elif one.kind == "effects" and one.draft and st.button(say("Open the draft"), key=f"open-{one.job.id}"):
        with kindly():
            link = organisations.open_draft(desk(), one.draft)
        st.switch_page(EFFECTS, query_params={DRAFT: link})
    for first in range(0, one.reports, IN_ONE_FILE):
        last = min(first + IN_ONE_FILE, one.reports)
        st.download_button(
            words.files_label(first + 1, last, one.reports),
            data=partial(working.take_reports, desk(), one.job.id, first // IN_ONE_FILE),
            file_name=f"reports-{first + 1}-{last}.zip",
            mime="application/zip",
            on_click="ignore",
            key=f"take-{one.job.id}-{first}",
        )


def show_placements(found: Outcome) -> None:
    """Show who would stand elsewhere by a version, from where to where and why."""
    job = found.job
    show(
        heading(words.title_line("rescoring", found.tried), level=1),
        paragraph(words.asked_line(job.asked_by, on_their_clock(job.made_at)), "muted"),
        paragraph(words.state_line(job.done + len(job.failed), job.total, over=job.over, cancelled=job.cancelled)),
    )
    _show_failed(job)
    show_moving(found)


def show_moving(found: Outcome) -> None:
    """Show which stored assessments would stand elsewhere, and offer all placements as a file."""
    show(heading(moving_line(len(found.moving), len(found.placements))))
    rows = [
        (one.name, found.stage(one.before), found.stage(one.after), " ".join(one.why))
        for one in found.moving[:MOST_ROWS]
    ]
    if rows:
        columns = (say("Firm"), say("Before"), say("Afterwards"), say("Why"))
        show(table(columns, rows, say("Firms that would stand elsewhere")))
    if len(found.moving) > MOST_ROWS:
        show(paragraph(say("These are the first {count}; the file holds all of them.", count=MOST_ROWS), "muted"))
    if found.placements:
        label, rows_of_all = say("Download every placement (csv)"), working.as_csv(found, named=False)
        st.download_button(label, rows_of_all, file_name=working.FILES[0], mime="text/csv", on_click="ignore")
