"""What a facilitator does when everybody has gone: look back, print, take away, go on next year, delete."""

from functools import partial

import streamlit as st
from markupsafe import Markup

from assessments import answering, facilitating
from assessments.facilitating import Outcome
from assessments.languages import marked, say
from assessments.pages.parts import log
from assessments.pages.parts.desk import desk, kindly
from assessments.pages.parts.facilitator import PREPARE, TOKEN, address, token
from assessments.pages.parts.owning import FAREWELL, HOME
from assessments.pages.parts.pieces import entries, heading, joined, listed, paragraph, show, table
from assessments.wording import session
from assessments.wording.session import Session, Talk
from scoring.model import Questionnaire

_DONE = "anonymised"
FILES = {
    "json": marked("Everything in one file (json)"),
    "yaml": marked("Everything in one file (yaml)"),
    "csv": marked("Answers, one per row (csv)"),
    "csv_wide": marked("Answers, one person per row (csv)"),
    "facts": marked("Facts about the firm (yaml)"),
    "tallies": marked("What the room saw (csv)"),
}


def session_of(came: Outcome) -> Session:
    """Return what the workshop adds to its result."""
    return Session(
        discussed=came.topics,
        blind_spots=came.blind_spots,
        counted=came.counted,
        everybody=came.everybody,
        reasons=came.left_out,
        role_weights=came.role_weights,
    )


def show_session(questionnaire: Questionnaire, held: Session) -> None:
    """Show what was talked about and concluded, what is to be found out, and who was left out."""
    found = session.fact_finding(questionnaire, held.blind_spots)
    show(
        heading(session.talk_title(held.discussed)),
        listed(map(_talk, session.talks(questionnaire, held.discussed)), "talks"),
        joined([heading(say("To be found out")), listed(map(_talk, found), "talks")]) if found else Markup(""),
        _left_out(questionnaire, held),
        paragraph(session.weights_line(questionnaire, held.role_weights), "muted"),
    )


def _talk(talk: Talk) -> Markup:
    lines = [(say("Answers"), talk.moved), (say("Concluded"), talk.conclusion), (say("To follow up"), talk.follow_up)]
    return Markup("<h3>{}</h3>{}").format(talk.question, entries(lines, "reasons"))


def _left_out(questionnaire: Questionnaire, held: Session) -> Markup:
    if held.everybody is None:
        return Markup("")
    rows = session.stands_rows(questionnaire, (held.counted, held.everybody))
    return joined(
        [
            heading(say("What was left out")),
            *(paragraph(line) for line in session.left_out_lines(held.reasons)),
            table(("", say("As counted"), say("With everybody")), rows, say("Without and with what was left out")),
        ]
    )


def offer_files() -> None:
    """Offer the answers of both rounds as files; small roles are pooled unless the facilitator asks otherwise."""
    show(
        heading(say("Take the answers with you")),
        paragraph(
            say("Both rounds are in every file. No file holds a name. Roles with few people are written as one.")
        ),
    )
    with kindly():
        name = facilitating.board(desk(), token()).head.workshop_id
    show(paragraph(say("On the command line of the server this workshop is called {name}.", name=name), "muted"))
    exact = st.checkbox(say("Write every role as it is, for my own use only"), key="exact-roles")
    with st.container(key="files", horizontal=True):
        for kind, label in FILES.items():
            ending, media_type = facilitating.KINDS[kind]
            st.download_button(
                say(label),
                data=partial(_content, desk(), token(), kind, exact),
                file_name=f"{name}{ending}",
                mime=media_type,
                on_click="ignore",
            )


def _content(desk_: answering.Desk, whose: str, kind: str, exact: bool) -> bytes:
    """Return a file when it is asked for, so that what is written down is what was taken."""
    return facilitating.export(desk_, whose, kind, exact_roles=exact).content


def show_log() -> None:
    """List what the facilitators of the workshop did."""
    with kindly():
        deeds = facilitating.log(desk(), token())
        name = facilitating.board(desk(), token()).head.workshop_id
    log.show_deeds(deeds, name, partial(facilitating.export_log, desk(), token()))


def offer_pulse() -> None:
    """Offer the six questions for customers, and say how many have answered; results only once enough have."""
    with kindly():
        pulse = facilitating.pulse(desk(), token())
    show(
        heading(say("Ask your customers")),
        paragraph(say("Six questions, two minutes. Their answers are compared with yours; they move no placement.")),
        paragraph(session.pulse_line(pulse.customers, pulse.needed)),
    )
    with st.container(key="pulse-offer"):
        if pulse.open:
            st.code(address(pulse=pulse.code), language=None, wrap_lines=True)
            st.button(say("Close the customers' link"), key="pulse-close", on_click=_set_pulse, args=(False,))
        else:
            st.button(say("Open a link for customers"), key="pulse-open", on_click=_set_pulse, args=(True,))


def _set_pulse(open_: bool) -> None:
    with kindly():
        facilitating.set_pulse(desk(), token(), open_=open_)


def offer_next() -> None:
    """Offer the next workshop of the same firm; facts, owners and the plan's status go with it."""
    show(
        heading(say("Run it again next year")),
        paragraph(
            say(
                "The next workshop takes over the facts about the firm and the plan with its owners, asks everyone "
                "afresh, and then shows what has moved. This one stays as it is."
            )
        ),
    )
    with st.container(key="again-offer"):
        if st.button(say("Prepare the next workshop"), key="again"):
            with kindly():
                prepared = facilitating.prepare_again(desk(), token())
            st.switch_page(PREPARE, query_params={TOKEN: prepared.token})


def offer_to_anonymise() -> None:
    """Offer to cut every tie between answers and people, after saying so once more."""
    show(
        heading(say("Make it anonymous for good")),
        paragraph(
            say(
                "Small roles become one, notes, names and links of people are deleted; answers, results and the "
                "plan stay."
            )
        ),
    )
    with st.container(key="anonymise-offer"):
        sure = st.checkbox(say("Yes, make it anonymous. This cannot be undone."), key="sure-anonymous")
        st.button(say("Make it anonymous"), key="anonymise", disabled=not sure, on_click=_anonymise)


def _anonymise() -> None:
    try:
        st.session_state[_DONE] = facilitating.anonymise(desk(), token(), confirmed=True)
    except answering.NotAccepted as refused:
        st.session_state[_DONE] = say("Not done. {refused}", refused=refused)


def say_what_was_done() -> None:
    """Tell, once, what became of the people of a workshop."""
    if said := st.session_state.pop(_DONE, ""):
        show(Markup('<p class="farewell" role="status">{}</p>').format(said))


def offer_to_delete() -> None:
    """Offer to delete the workshop, after saying so once more."""
    show(heading(say("Delete the workshop")))
    with st.container(key="delete-offer"):
        sure = st.checkbox(
            say("Yes, delete this workshop with all answers and notes. This cannot be undone."), key="sure"
        )
        if st.button(say("Delete the workshop"), key="delete", disabled=not sure):
            with kindly():
                st.session_state[FAREWELL] = facilitating.delete(desk(), token())
            st.switch_page(HOME)
