"""What only the person who answered can do with a result: compare, take away, start again, delete."""

import streamlit as st
from markupsafe import Markup

from assessments import answering, wording
from assessments.answering import Movement
from assessments.pages.parts.desk import LINK, desk, kindly, link
from assessments.pages.parts.pieces import heading, joined, paragraph, show, table
from scoring.model import Questionnaire

HOME, OVERVIEW = (f"assessments/pages/{name}.py" for name in ("home", "overview"))
FAREWELL = "farewell"
FILES = {
    "yaml": "Everything in one file (yaml)",
    "json": "Everything in one file (json)",
    "csv": "Answers, one per row (csv)",
    "csv_wide": "Answers, one person per row (csv)",
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
            "Position",
            *(wording.stage_name(questionnaire, place) for place in (trend.position.then, trend.position.now)),
        ),
        ("On the path", f"{trend.path_coordinate.then:.2f}", f"{trend.path_coordinate.now:.2f}"),
        *(
            (wording.factor_name(questionnaire, factor), _points(pair.then), _points(pair.now))
            for factor, pair in trend.factors.items()
            if pair.moved
        ),
    ]
    since = wording.spoken_date(moved.since)
    compared = wording.counted(len(trend.common), "question")
    return joined(
        [
            heading(f"What moved since {since}"),
            paragraph(
                f"Compared on the {compared} that both assessments asked; what is not listed stayed the same.", "muted"
            ),
            table(("", "Then", "Now"), rows, f"What moved since {since}"),
        ]
    )


def _points(score: float | None) -> str:
    return "not known" if score is None else wording.whole(score)


def offer_to_take_away() -> None:
    """Offer the answers as files that any program reads."""
    show(
        heading("Take your answers with you"),
        paragraph("One file holds everything and can be read back; the tables hold the answers alone."),
    )
    with st.container(key="files", horizontal=True):
        for kind, label in FILES.items():
            with kindly():
                file = answering.export(desk(), link(), kind)
            st.download_button(label, data=file.content, file_name=file.name, mime=file.media_type, on_click="ignore")


def offer_to_start_again() -> None:
    """Offer the next assessment of the same firm; this one stays as it is."""
    show(
        heading("Look again"),
        paragraph(
            "Start the next assessment of this firm. The facts about the firm are taken over, the answers are given "
            "afresh, and both assessments stay. You get a new personal link."
        ),
    )
    with st.container(key="again-offer"):
        if st.button("Start the next assessment", key="again"):
            with kindly():
                started = answering.start_again(desk(), link())
            st.switch_page(OVERVIEW, query_params={LINK: started.token})


def offer_to_delete() -> None:
    """Offer to delete everything about the firm, after saying so once more."""
    show(
        heading("Delete everything"),
        paragraph("Every assessment of this firm goes, with its answers, notes and plan. This cannot be undone."),
    )
    with st.container(key="delete-offer"):
        sure = st.checkbox("Yes, delete all assessments of this firm", key="sure")
        if st.button("Delete everything", key="delete", disabled=not sure):
            with kindly():
                st.session_state[FAREWELL] = answering.delete_everything(desk(), link())
            st.switch_page(HOME)


def say_farewell() -> None:
    """Tell, once, what became of a firm that was deleted."""
    if farewell := st.session_state.pop(FAREWELL, ""):
        show(Markup('<p class="farewell" role="status">{}</p>').format(farewell))
