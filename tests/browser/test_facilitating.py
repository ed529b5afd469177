"""A facilitator prepares a workshop and runs it: what they see is what is asserted, not only what is stored."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from itertools import cycle, islice
from pathlib import Path
from threading import Event

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect
from playwright.sync_api import TimeoutError as NotYet

from assessments import answering, facilitating
from assessments.answering import Desk, NotAccepted
from scoring.model import Bars
from tests.browser.conftest import Open, settle
from tests.browser.leading import FacilitatorsPage
from tests.browser.room import Room, answer_all

HIDE_AND_SHOW = ("Hide the screen", "Show it on the screen again")
PRESSES = 12
TRIES = 10
BETWEEN_TAPS = 0.1  # seconds


@pytest.fixture
def room(desk: Desk) -> Room:
    """Return a workshop of an hour which ten people have joined, four of them leaders."""
    prepared = Room(desk)
    prepared.fill()
    return prepared


def desk_page(open_page: Open, token: str, **options: object) -> FacilitatorsPage:
    found = FacilitatorsPage(open_page(f"/workshop?desk={token}", **options))
    found.ready()
    return found


def test_preparing_leads_to_three_links_and_the_workshop(open_page: Open, desk: Desk) -> None:
    page = open_page("/")
    page.get_by_role("link", name="Prepare a workshop").click()
    page.locator("h1", has_text="Run a workshop").wait_for()
    page.get_by_role("button", name="Prepare the workshop").click()
    page.get_by_role("alert").filter(has_text="enter the name of the firm").wait_for()
    page.get_by_label("Name of the firm or business line").fill("Acme & Sons")
    page.get_by_text("180 minutes").click()
    page.locator(".time-line", has_text="150–175").wait_for()
    page.locator(".stCheckbox", has_text="IT and data").click()
    page.get_by_role("button", name="Prepare the workshop").click()
    page.locator("h1", has_text="Acme & Sons: 180 minutes").wait_for()
    settle(page)
    token = page.url.partition("desk=")[2]
    head = facilitating.board(desk, token).head
    assert "it" not in [role.id for role in head.roles]
    assert page.locator(".code").inner_text().replace(" ", "") == head.code
    assert token in page.locator(".st-key-link-desk code").inner_text()
    assert f"join={head.code}" in page.locator(".st-key-link-join code").inner_text()
    page.locator(".st-key-question-ctx_legacy").get_by_text("Several").click()
    page.locator(".outcome.saved").wait_for()
    page.get_by_role("button", name="Go to the workshop").click()
    page.locator(".st-key-now h1", has_text="Welcome").wait_for()


def test_an_hour_from_the_welcome_to_the_end(open_page: Open, desk: Desk, room: Room) -> None:
    here = desk_page(open_page, room.token)
    here.until(joined=10)
    here.go_on("Open the questions")
    for number, seat in enumerate(room.people[:8]):
        answer_all(desk, seat, 5 if number < 4 else 2)
    here.until(joined=10, done_answering=8)
    here.says("Two not finished, by role and seat: Front line ")
    here.go_on("Close the questions and show what customers do")
    here.says("The room sees what customers do")
    here.go_on("Start the discussion")
    first = here.heading
    topic = facilitating.board(desk, room.token).topics[0]
    here.go_on("Show the answers")
    here.says("Each role: what do you see that the others may not?")
    conclusion = here.page.get_by_label("Conclusion, printed in the report")
    conclusion.fill("Look at **last month** <i>together</i>")
    here.go_on("Next question")  # typing and going on at once keeps what was typed
    assert here.heading != first
    here.press("Back")
    here.shows(first)
    here.ready()
    expect(conclusion).to_have_value("Look at **last month** <i>together</i>")
    stored = facilitating.board(desk, room.token).topics
    assert stored[0].conclusion == "Look at **last month** <i>together</i>"
    for label in ("Next question", "Show the answers", "Next question", "Show the answers", "Open the second answers"):
        here.go_on(label)
    for seat in room.people[:3]:
        answer_all(desk, seat, 2)
    here.until(done_answering=3)
    here.go_on("Close the second answers and show what changed")
    here.go_on("Show the second answers")
    here.says("kept the first answer")
    here.page.locator(f".st-key-topic-{topic.item}", has_text="Disagreement was").wait_for()
    for label in ("Next question", "Show the second answers", "Next question", "Show the second answers"):
        here.go_on(label)
    here.go_on("Show where the firm stands")
    here.says("The room sees where the firm stands")
    here.go_on("End the workshop")
    assert "nobody can answer any more" in here.page.get_by_role("alert").inner_text()
    here.press("Yes, do it")
    here.page.get_by_role("link", name="See what came out").wait_for()
    assert facilitating.board(desk, room.token).head.phase == "ended"


def test_a_seat_is_set_idle_left_out_with_a_reason_and_counted_again(open_page: Open, desk: Desk, room: Room) -> None:
    room.press("next")
    for seat in room.people[1:]:
        answer_all(desk, seat, 3)
    name = next(one.name for one in facilitating.board(desk, room.token).people if not one.done)
    here = desk_page(open_page, room.token)
    here.until(joined=10, done_answering=9)

    def person() -> facilitating.Participant:
        return next(one for one in facilitating.board(desk, room.token).people if one.name == name)

    here.page.get_by_role("combobox", name="Change a seat").fill(name[1:])
    here.page.keyboard.press("Enter")
    here.press("Set idle: nobody waits for this seat")
    here.page.locator(".waiting", has_text="Everybody is done.").wait_for()
    assert person().state == "idle"
    here.press("Leave these answers out")
    here.page.locator(".outcome.not-saved", has_text="Not done.").wait_for()  # a reason is asked for
    here.page.get_by_label("Why should these answers not count?").fill("Sits in another firm")
    here.press("Leave these answers out")
    here.page.get_by_text("Not counted: Sits in another firm").wait_for()
    here.press("Count these answers again")
    here.page.get_by_role("button", name="Leave these answers out").wait_for()
    assert person().excluded is None
    here.page.get_by_text("Start over, or end now").click()
    here.press("Take back all answers and begin anew")
    here.page.get_by_role("alert").filter(has_text="takes back every answer").wait_for()
    here.press("No, leave it")
    here.page.get_by_role("alert").wait_for(state="detached")
    assert facilitating.board(desk, room.token).counts.given
    here.press("Take back all answers and begin anew")
    here.press("Yes, do it")
    here.shows("Welcome")
    assert facilitating.board(desk, room.token).counts.given == 0


def test_a_co_facilitator_goes_on_once_it_is_handed_over(open_page: Open, desk: Desk) -> None:
    token = facilitating.prepare(desk, "Acme", 60, name="Mara").token
    other = facilitating.invite_facilitator(desk, token, "Jo")
    mara, jo = desk_page(open_page, token), desk_page(open_page, other)
    jo.says("Mara is in charge.")
    assert jo.page.locator(".st-key-controls button").count() == 0
    mara.page.get_by_role("button", name="Hand over to Jo").click()
    mara.page.locator(".charge", has_text="Jo is in charge.").wait_for()
    jo.page.get_by_role("button", name="Open the questions").wait_for()  # the page changes by itself
    jo.go_on("Open the questions")
    assert facilitating.board(desk, token).head.phase == "alone"


def test_every_press_is_heard_while_answers_keep_waking_the_page(open_page: Open, desk: Desk, room: Room) -> None:
    """A run that the live wire asks for takes the place of one that begins, and with it of the press that began it."""
    room.press("next")
    here = desk_page(open_page, room.token)
    with taps_all_the_time(desk, room.people[0]):
        for label, other in islice(cycle([HIDE_AND_SHOW, HIDE_AND_SHOW[::-1]]), PRESSES):
            here.press(label)
            here.page.get_by_role("button", name=other).wait_for()


@contextmanager
def taps_all_the_time(desk: Desk, seat: str) -> Iterator[None]:
    """Let somebody change their mind again and again."""
    over = Event()
    question = next(one.question.id for one in answering.phone(desk, seat).open if isinstance(one.question, Bars))

    def tap() -> None:
        for line in cycle((1, 2, 3, 4, 5)):
            answering.answer(desk, seat, question, line)
            if over.wait(BETWEEN_TAPS):
                return

    with ThreadPoolExecutor(1) as pool:
        tapping = pool.submit(tap)
        try:
            yield
        finally:
            over.set()
        tapping.result()


def open_list(box: Locator) -> None:
    """Open a list with the keyboard; one that opens while the page is still being drawn closes again."""
    for _ in range(TRIES):
        box.focus()
        box.press("ArrowDown")
        with suppress(NotYet):
            box.page.get_by_role("option").first.wait_for(timeout=3_000)
            return
    raise AssertionError("the list does not open")


def test_the_agenda_is_reordered_and_added_to_by_keyboard(open_page: Open, desk: Desk, room: Room) -> None:
    room.press("next")
    room.everybody_answers()
    room.press("next", "next")
    before = [topic.item for topic in facilitating.board(desk, room.token).topics]
    here = desk_page(open_page, room.token)
    opener = here.page.locator(f".st-key-open-topic-{before[1]}").get_by_role("button")
    opener.focus()
    here.page.keyboard.press("Enter")
    here.page.locator(f".st-key-up-{before[1]}").get_by_role("button").focus()
    here.page.keyboard.press("Enter")
    here.page.locator(f".st-key-topic-{before[1]} h3", has_text="1. ").wait_for()
    here.ready()
    assert [topic.item for topic in facilitating.board(desk, room.token).topics][:2] == before[1::-1]
    open_list(here.page.get_by_role("combobox", name="Add a question"))
    here.page.keyboard.press("Enter")
    here.page.locator(".topic h3", has_text="4. ").wait_for()
    assert len(facilitating.board(desk, room.token).topics) == len(before) + 1


def checked(page: Page) -> None:
    """Find nothing that stands in the way of anybody, on a laptop, a tablet and a phone."""
    for width in (1280, 768, 320):
        page.set_viewport_size({"width": width, "height": 900})
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_stands_in_the_way_of_anybody(open_page: Open, desk: Desk, room: Room, scheme: str) -> None:
    page = open_page("/prepare", scheme=scheme)
    checked(page)
    here = desk_page(open_page, room.token, scheme=scheme)
    here.page.get_by_text("Start over, or end now").click()
    checked(here.page)
    here.go_on("Open the questions")
    room.everybody_answers()
    for label in ("Close the questions and show what customers do", "Start the discussion", "Show the answers"):
        here.go_on(label)
    settle(here.page)
    checked(here.page)


def to_the_end(desk: Desk, token: str, answer: Callable[[], None]) -> None:
    """Go on with the obvious thing until the workshop has ended, letting people answer whatever is open."""
    while (obvious := facilitating.board(desk, token).obvious) is not None:
        if facilitating.board(desk, token).standing.open_items:
            answer()
        control = obvious.control
        facilitating.press(desk, token, control.name, item=control.item, confirmed=True)


def test_what_came_out_is_taken_away_made_anonymous_run_again_and_deleted(
    open_page: Open, desk: Desk, room: Room, tmp_path: Path
) -> None:
    to_the_end(desk, room.token, room.everybody_answers)
    topic = facilitating.board(desk, room.token).topics[0]
    assert topic.open_question  # people still differ after they answered again
    facilitating.conclude(desk, room.token, topic.item, conclusion="We ask ten customers", owner="Jo")
    page = open_page(f"/after?desk={room.token}", scheme="dark")
    after = page.url
    talks = page.locator(".talks").first
    assert "We ask ten customers" in talks.inner_text()
    assert "An open question; Jo" in talks.inner_text()
    with page.expect_download() as download:
        page.get_by_role("button", name="Answers, one per row (csv)").click()
    download.value.save_as(tmp_path / "answers.csv")
    rounds = [row[-2:] for row in (tmp_path / "answers.csv").read_text(encoding="utf-8-sig").splitlines()]
    assert rounds.count(",1") > rounds.count(",2") > 0
    page.get_by_role("button", name="Open a link for customers").click()
    pulse = facilitating.board(desk, room.token).head.pulse_code
    page.locator(".st-key-pulse-offer code", has_text=f"/?pulse={pulse}").wait_for()
    settle(page)
    checked(page)
    page.get_by_text("Yes, make it anonymous.").click()
    page.locator(".st-key-anonymise button:enabled").click()
    page.locator(".farewell", has_text="The workshop is anonymous now.").wait_for()
    page.locator(".st-key-again").get_by_role("button").click()
    page.locator("h1", has_text="Hartwell Mutual: 60 minutes").wait_for()
    settle(page)
    checked(page)
    page.goto(after)
    page.locator("h2", has_text="Delete the workshop").wait_for()
    settle(page)
    page.get_by_text("Yes, delete this workshop").click()
    page.locator(".st-key-delete button:enabled").click()
    page.locator(".farewell", has_text="The workshop has been deleted here").wait_for()
    with pytest.raises(NotAccepted):
        facilitating.board(desk, room.token)


def test_moves_are_accepted_swapped_and_given_an_owner_in_the_room(open_page: Open, desk: Desk) -> None:
    prepared = facilitating.prepare(desk, "Plan", 180, name="Mara", roles=["exec", "service"])
    facilitating.answer_fact(desk, prepared.token, "ctx_size", "m")
    seats = [
        answering.join(desk, prepared.code, role, key=f"the key of {n} {role}").token
        for role in ("exec", "service")
        for n in range(3)
    ]

    def answer() -> None:
        for number, seat in enumerate(seats):
            answer_all(desk, seat, 3 if number < 3 else 2)

    while facilitating.board(desk, prepared.token).head.phase != "plan":
        if facilitating.board(desk, prepared.token).standing.open_items:
            answer()
        facilitating.press(desk, prepared.token, "next")
    here = desk_page(open_page, prepared.token)
    first = facilitating.plan(desk, prepared.token).plan.actions[0].id
    here.page.locator(f".st-key-accept-{first}").get_by_role("button").click()
    here.page.locator(f".st-key-decide-{first}", has_text="Accepted by the room").wait_for()
    here.page.locator(f".st-key-decide-{first}").get_by_label("Who does it?").fill("Maria <b>")
    here.page.keyboard.press("Enter")
    here.page.locator(".followed", has_text="Maria <b>").wait_for()
    here.page.get_by_label("Person-weeks there are in a quarter").fill("12")
    here.page.keyboard.press("Enter")
    here.page.locator(".st-key-wish--capacity").wait_for()
    edits = facilitating.plan(desk, prepared.token).edits
    assert (edits.capacity, edits.of(first).wanted, edits.of(first).person) == (12, "pinned", "Maria <b>")
    settle(here.page)
    checked(here.page)
