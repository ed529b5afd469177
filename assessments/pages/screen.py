"""The room's screen: what everybody in a workshop looks at together, from the code to join with to the plan."""

from urllib.parse import urlencode, urlsplit

import streamlit as st
from markupsafe import Markup

from assessments import charts, facilitating
from assessments.charts import Chart
from assessments.facilitating import Planned, Room, ShownPlace
from assessments.languages import say
from assessments.pages.parts import look, showing
from assessments.pages.parts import room as views
from assessments.pages.parts.arrival import Live, arrive
from assessments.pages.parts.charts import draw, numbers
from assessments.pages.parts.desk import JOIN, SCREEN, desk, kindly
from assessments.pages.parts.pieces import paragraph, show
from assessments.pages.parts.timing import start_clocks
from assessments.wording import firm_name, path_title
from assessments.wording import room as said
from assessments.wording import showing as shown_words
from assessments.wording.roadmap import plan_title
from assessments.workshop import ShownTopic

DRAWN = 350  # pixels; the style sheet scales the picture to the screen, and its words with it
PATH_DRAWN = 500


def lobby(room: Room) -> None:
    """Show how to join."""
    here = urlsplit(st.context.url or "")
    address = f"{here.scheme}://{here.netloc}/join?{urlencode({JOIN: room.head.code})}"
    show(views.frame(room, said.heading("lobby")))
    show(views.lobby(room, address, here.netloc))
    show(views.foot(room, said.cannot_reach_line(here.hostname or "")))


def fetch_ahead() -> None:
    """Let the browser fetch what draws charts before there is one: it is large, and a reveal should not wait for it."""
    with st.container(key="fetch-ahead"):
        draw(charts.blank_chart(), 1)


def picture(chart: Chart, width: int, beside: Markup) -> None:
    """Show a chart with its numbers for those who do not see it, and something beside it."""
    with st.container(key="room-body"):
        with st.container(key="room-picture"):
            draw(chart, width)
            show(Markup('<div class="seen-by-none">{}</div>').format(numbers(chart)))
        show(beside)


def topic(room: Room, shown: ShownTopic) -> None:
    """Show the answers to the question of now: their picture, the two most chosen, and the prompt."""
    if room.question is None:
        return
    chart = charts.spread_chart(room.question, shown, room.head.roles)
    count = said.topic_count(room.position, room.topics)
    show(views.frame(room, chart.title, count) + paragraph(room.question.text, "room-question"))
    if chart.rows:
        picture(chart, DRAWN, showing.beside_chart(room.question, shown))
    else:
        show(views.message(shown_words.withheld_line(shown)))
    if room.standing is not None and room.standing.state == "open":
        show(views.foot(room, said.once_more_line(room.counts.answered, room.counts.joined)))
    else:
        show(views.foot(room, f"{shown_words.people_line(shown)} {shown_words.legend(shown)}"))


def customers(room: Room, shown: ShownPlace) -> None:
    """Show where customers call the firm."""
    show(views.frame(room, said.destination_title(shown.opened.questionnaire, room.head.firm, shown.result)))
    show(showing.customers(shown))
    show(views.foot(room))


def place(room: Room, shown: ShownPlace) -> None:
    """Show where the firm stands on the path, what holds it back and what to beware of."""
    closing = room.head.phase == "close"
    show(views.frame(room, said.heading("close") if closing else path_title(shown.result)))
    picture(charts.path_chart(shown.opened.questionnaire, shown.result), PATH_DRAWN, showing.holding(shown))
    with st.container(key="room-places"):
        show(showing.place(shown), views.foot(room))


def plan(room: Room, planned: Planned) -> None:
    """Show the plan with who does what."""
    show(views.frame(room, plan_title(planned.opened.questionnaire, planned.plan)))
    show(showing.moves(planned))
    show(views.foot(room))


def quiet(room: Room, title: str, line: str) -> None:
    """Show a heading and one sentence."""
    show(views.frame(room, title))
    show(views.message(line))
    show(views.foot(room))


def waiting(room: Room) -> None:
    """Show what is going on while there is nothing to reveal: the question of now, or how many are done."""
    question, phase = room.question, room.head.phase
    if question is not None:
        show(views.frame(room, question.text, said.topic_count(room.position, room.topics)))
    else:
        show(views.frame(room, said.heading(phase)))
    open_now = phase in ("alone", "again") if room.standing is None else room.standing.state == "open"
    closed = say(said.LINES.get(phase, "") if question is None else said.CLOSED)
    show(views.progress(room) if open_now else views.message(closed))
    show(views.foot(room))


PLACES = {"customers": customers, "place": place}


def show_room(room: Room) -> None:
    """Show what the room may see now."""
    now = room.showing
    if now.curtain:
        quiet(room, say(said.HIDDEN), say(said.HIDDEN_LINE))
    elif room.head.phase == "lobby":
        lobby(room)
    elif now.kind == "topic" and now.topic is not None:
        topic(room, now.topic)
    elif now.withheld:
        quiet(room, said.heading(room.head.phase), now.withheld)
    elif room.planned is not None and room.planned.plan.actions:
        plan(room, room.planned)
    elif now.place is not None and now.kind in PLACES:
        PLACES[now.kind](room, now.place)
    else:
        waiting(room)


token = st.query_params.get(SCREEN, "")
with kindly():
    room = facilitating.room(desk(), token)
look.name_the_page(f"{said.heading(room.head.phase)}: {firm_name(room.head.firm)}")
with st.container(key="room"):
    show_room(room)
start_clocks()
fetch_ahead()
arrive(f"room-{room.head.phase}", live=Live(token, f"{room.head.version}.{room.head.activity}"))
