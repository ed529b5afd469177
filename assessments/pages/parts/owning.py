"""What only the person who answered can do with a result: compare, take away, start again, delete."""

import streamlit as st
from markupsafe import Markup

from assessments import answering, wording
from assessments.answering import Movement
from assessments.languages import marked, number, say, say_counted
from assessments.pages.parts.desk import LINK, desk, kindly, link
from assessments.pages.parts.pieces import heading, joined, paragraph, show, table
from scoring.model import Questionnaire

HOME, OVERVIEW = (f"assessments/pages/{name}.py" for name in ("home", "overview"))
FAREWELL = "farewell"
FILES = {
    "yaml": marked("Everything in one file (yaml)"),
    "json": marked("Everything in one file (json)"),
    "csv": marked("Answers, one per row (csv)"),
    "csv_wide": marked("Answers, one person per row (csv)"),
}


def show_movement() -> None:
    """Show what moved since the assessment before, on the questions both of them asked."""
    with kindly():
        moved = answering.movement(desk(), link())
        opened = answering.open_assessment(desk(), link())
    if moved is not None:
        show(movement_of(opened.questionnaire, moved))


def movement_of(questionnaire: Questionnaire, moved: Movement) -> Markup:
    """Return what moved since another assessment of the same firm."""
    trend = moved.trend
    rows = [
        (
            say("Position"),
            *(wording.stage_name(questionnaire, place) for place in (trend.position.then, trend.position.now)),
        ),
        (
            say("On the path"),
            *(number(place, places=2) for place in (trend.path_coordinate.then, trend.path_coordinate.now)),
        ),
        *(
            (wording.factor_name(questionnaire, factor), _points(pair.then), _points(pair.now))
            for factor, pair in trend.factors.items()
            if pair.moved
        ),
    ]
    since = wording.spoken_date(moved.since)
    common = len(trend.common)
    return joined(
        [
            heading(say("What moved since {since}", since=since)),
            paragraph(
                say_counted(
                    "Compared on the {count} question that both assessments asked; what is not listed stayed the same.",
                    "Compared on the {count} questions that both assessments asked; what is not listed stayed the "
                    "same.",
                    common,
                    count=wording.spelt(common),
                ),
                "muted",
            ),
            table(("", say("Then"), say("Now")), rows, say("What moved since {since}", since=since)),
        ]
    )


def _points(score: float | None) -> str:
    return say("not known") if score is None else wording.whole(score)


def offer_to_take_away() -> None:
    """Offer the answers as files that any program reads."""
    show(
        heading(say("Take your answers with you")),
        paragraph(say("One file holds everything and can be read back; the tables hold the answers alone.")),
    )
    with st.container(key="files", horizontal=True):
        for kind, label in FILES.items():
            with kindly():
                file = answering.export(desk(), link(), kind)
            st.download_button(
                say(label), data=file.content, file_name=file.name, mime=file.media_type, on_click="ignore"
            )


def offer_to_start_again(variant: str) -> None:
    """Offer the next assessment of the same firm, after a quick scan the full one too; this one stays as it is."""
    show(
        heading(say("Look again")),
        paragraph(
            say(
                "Start the next assessment of this firm. The facts about the firm are taken over, the answers are "
                "given afresh, and both assessments stay. You get a new personal link."
            )
        ),
    )
    with st.container(key="again-offer", horizontal=True):
        if variant == "quick":
            start_next(say("Start the full assessment"), "full", key="again-full")
            start_next(say("Take the quick scan again"), key="again")
        else:
            start_next(say("Start the next assessment"), key="again")


def start_next(label: str, variant: str | None = None, *, key: str) -> None:
    """Offer a button that starts the next assessment of the same firm, in the same variant unless told otherwise."""
    if st.button(label, key=key, type="primary" if variant else "secondary"):
        with kindly():
            started = answering.start_again(desk(), link(), variant)
        st.switch_page(OVERVIEW, query_params={LINK: started.token})


def offer_to_delete() -> None:
    """Offer to delete everything about the firm, after saying so once more."""
    show(
        heading(say("Delete everything")),
        paragraph(say("Every assessment of this firm goes, with its answers, notes and plan. This cannot be undone.")),
    )
    with st.container(key="delete-offer"):
        sure = st.checkbox(say("Yes, delete all assessments of this firm"), key="sure")
        if st.button(say("Delete everything"), key="delete", disabled=not sure):
            with kindly():
                st.session_state[FAREWELL] = answering.delete_everything(desk(), link())
            st.switch_page(HOME)


def say_farewell() -> None:
    """Tell, once, what became of a firm that was deleted."""
    if farewell := st.session_state.pop(FAREWELL, ""):
        show(Markup('<p class="farewell" role="status">{}</p>').format(farewell))
