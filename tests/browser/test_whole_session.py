"""A whole hour with nine phones, a room's screen and two facilitators, and everything that goes wrong in one.

What the facilitators, the room and the phones see is what is asserted; everybody has a browser of their own.
"""

import re
from urllib.parse import urlsplit

from assessments.answering import Desk
from tests.browser.conftest import Bring, Open, settle
from tests.browser.hour import Hour
from tests.browser.leading import FacilitatorsPage
from tests.browser.phones import Phone, fits
from tests.browser.room import Room
from tests.browser.serving import Server
from tests.browser.wiretap import Wiretap

SEATS = {
    "Gia": "Service",
    "Ada": "Executives",
    "Ben": "Executives",
    "Cleo": "Executives",
    "Dan": "Service",
    "Eve": "Service",
    "Finn": "Service",
    "Hugo": "Front line",
}
DIVIDE = "line 5 for executives"
CONCLUSION = "We ask ten customers before the summer"


def test_a_whole_hour(desk: Desk, open_page: Open, somebody: Bring, running: Server) -> None:
    hour = prepared(desk, open_page, somebody)
    tap = people_join(hour)
    jo = a_co_facilitator_is_invited(hour)
    people_answer_alone(hour)
    the_server_is_killed_while_people_answer(hour, running)
    two_are_not_done_when_the_room_goes_on(hour)
    nobody_has_heard_of_anybody(hour, tap)
    the_first_answers_are_revealed(hour)
    a_question_is_asked_anew(hour)
    the_co_facilitator_takes_over(hour, jo)
    one_skips_the_second_round(hour)
    the_firm_is_placed_and_the_workshop_ends(hour)
    the_report_is_taken_home(hour)


def prepared(desk: Desk, open_page: Open, somebody: Bring) -> Hour:
    """Prepare a workshop, and put up the room's screen by the link the facilitator was given."""
    page = open_page("/prepare")
    page.get_by_label("Name of the firm or business line").fill("Hartwell Mutual")
    page.get_by_label("Your own name").fill("Mara")
    page.get_by_role("button", name="Prepare the workshop").click()
    page.locator("h1", has_text="Hartwell Mutual: 60 minutes").wait_for()
    room = Room(desk, token=page.url.partition("desk=")[2])
    mara = FacilitatorsPage(open_page(f"/workshop?desk={room.token}"))
    mara.ready()
    mara.press("Open the room's screen")
    link = urlsplit(mara.page.locator(".st-key-screen-first code", has_text="screen=").inner_text())
    screen = Phone(somebody(f"{link.path}?{link.query}", width=1920).page)
    screen.page.set_viewport_size({"width": 1920, "height": 1080})
    screen.sees("Nobody has joined yet")
    mara.until(joined=0, connected=0)
    return Hour(desk, open_page, somebody, room, mara, screen)


def people_join(hour: Hour) -> Wiretap:
    """Let eight people take their seats; everything that the first of them is sent is recorded."""
    (first, role), *others = SEATS.items()
    tap = hour.join_recorded(first, role)
    hour.screen.sees("One person has joined")
    for name, role in others:
        hour.join(name, role)
    hour.screen.sees("Eight people have joined")
    hour.lead.until(joined=8, connected=8)
    hour.all_see("You are in.")
    assert fits(hour.screen.page)
    return tap


def a_co_facilitator_is_invited(hour: Hour) -> FacilitatorsPage:
    """Let the facilitator invite somebody, who sees everything and controls nothing."""
    page = hour.lead.page
    page.get_by_text("Invite a co-facilitator").click()
    page.get_by_label("Name of a co-facilitator").fill("Jo")
    page.keyboard.press("Enter")
    hour.lead.press("Make a link for them")
    link = urlsplit(page.locator(".st-key-helpers code", has_text="desk=").inner_text())
    jo = FacilitatorsPage(hour.open_page(f"{link.path}?{link.query}"))
    jo.ready()
    jo.says("Mara is in charge. You see everything")
    assert jo.page.locator(".st-key-controls button").count() == 0
    return jo


def people_answer_alone(hour: Hour) -> None:
    """Open the questions; one phone is reloaded in the middle, and one is switched off for good."""
    hour.lead.go_on("Open the questions")
    hour.all_see("Page 1 of")
    hour.counted(0)
    ada, hugo = hour.phones["Ada"], hour.phones["Hugo"]
    item = ada.asked
    ada.choose(item, 5)
    hour.counted(1)
    ada.page.reload()
    ada.seated()
    ada.sees(f"1 of {hour.wanted('Ada')} answered")
    assert len(ada.chosen(item)) == 1
    hugo.choose(item, 2)
    hour.counted(2)
    hour.close_for_good("Hugo")
    hour.lead.until(joined=8, connected=7)


def the_server_is_killed_while_people_answer(hour: Hour, running: Server) -> None:
    """Kill the server after a tap that was called saved; everything comes back by itself, and people go on."""
    ben = hour.phones["Ben"]
    item = ben.asked
    ben.choose(item, 5)
    hour.counted(3)
    running.kill()
    ben.page.get_by_role("heading", name="No connection at the moment").wait_for()
    running.start()
    ben.page.locator(".outcome", has_text=re.compile("^$")).wait_for(state="attached")  # it has been shown again
    assert len(ben.chosen(item)) == 1
    ben.press("Next")
    ben.choose(ben.asked, 5)
    hour.counted(4)
    hour.lead.until(joined=8, connected=7)


def two_are_not_done_when_the_room_goes_on(hour: Hour) -> None:
    """Close the questions while two phones are stuck; somebody who comes now is late."""
    hour.answer("Ada", "Ben", "Cleo", "Dan", "Eve", "Finn")
    hour.lead.until(done_answering=6)
    hour.screen.sees("6 of 8 are done")
    waiting = hour.lead.page.locator(".waiting").inner_text()
    assert re.match(r"Two not finished, by role and seat: (Service|Front line) \d+; (Service|Front line) \d+", waiting)
    hour.lead.go_on("Close the questions and show what customers do")
    hour.lead.says("The room sees what customers do")
    hour.screen.sees("Customers of Hartwell Mutual call for")
    hour.all_see("call for")
    hour.join("Ida", "Service")
    hour.lead.until(joined=9, connected=8)
    assert "1 late" in hour.lead.page.locator(".counts").inner_text()
    hour.lead.go_on("Start the discussion")
    hour.screen.sees("The answers appear here when the facilitator shows them.")
    hour.all_see("The room is talking about")


def nobody_has_heard_of_anybody(hour: Hour, tap: Wiretap) -> None:
    """Find nothing in what a phone was sent that tells who else is there, or what they said."""
    others = [person.name for person in hour.room.board.people]
    seats = [phone.seat for name, phone in hour.phones.items() if name != "Gia"]
    assert not [word for word in (*others, *seats, DIVIDE) if word.encode() in tap.sent]
    for phone in hour.phones.values():
        assert DIVIDE not in phone.text()


def the_first_answers_are_revealed(hour: Hour) -> None:
    """Show the answers to the first question, of which two people gave none, and write down what came of it."""
    hour.lead.go_on("Show the answers")
    hour.lead.says(DIVIDE)
    hour.screen.sees(DIVIDE)
    assert fits(hour.screen.page)
    hour.all_see(DIVIDE)
    hour.phones["Dan"].sees("Your answer:")
    assert "Your answer:" not in hour.phones["Gia"].text()
    hour.lead.page.get_by_label("Conclusion, printed in the report").fill(CONCLUSION)
    hour.lead.go_on("Next question")
    hour.screen.sees("Question 2 of 3")
    assert hour.room.board.topics[0].conclusion == CONCLUSION


def a_question_is_asked_anew(hour: Hour) -> None:
    """Take back all answers to a question that was misunderstood, and let people answer it again."""
    page, item = hour.lead.page, hour.room.topic
    page.get_by_text("Start over, or end now").click()
    hour.lead.press("Take back all answers to this question")
    page.get_by_role("alert").wait_for()
    hour.lead.press("Yes, do it")
    hour.lead.until(done_answering=0)
    hour.lead.press("Open it again")
    hour.screen.sees("0 of 9 are done")
    for phone in hour.phones.values():
        phone.question(item).wait_for()
        assert not phone.chosen(item)
    hour.phones["Dan"].choose(item, 2)
    hour.answer("Ada", "Ben", "Cleo", "Eve", "Finn", "Ida")
    hour.screen.sees("7 of 9 are done")
    hour.lead.until(done_answering=7)
    hour.lead.go_on("Show the answers")
    hour.screen.sees(DIVIDE)
    hour.all_see(DIVIDE)


def the_co_facilitator_takes_over(hour: Hour, jo: FacilitatorsPage) -> None:
    """Let the computer of the one in charge die; the other goes on from where the room is."""
    hour.lead.page.context.close()
    jo.page.get_by_text("Their page is not connected.").wait_for()
    jo.press("Take over")
    jo.page.get_by_role("alert").wait_for()
    jo.press("Yes, do it")
    jo.go_on("Next question")
    hour.lead = jo
    hour.screen.sees("Question 3 of 3")
    jo.go_on("Show the answers")
    hour.screen.sees(DIVIDE)


def one_skips_the_second_round(hour: Hour) -> None:
    """Ask what was talked about again; whoever skips it keeps the first answer, and everybody sees that."""
    hour.lead.go_on("Open the second answers")
    hour.all_see("0 of")
    hour.phones["Ada"].sees("Your first answer:")
    hour.answer("Ada", "Ben", "Cleo", line=4)
    hour.answer("Dan", "Eve", "Gia", "Ida", line=3)
    hour.screen.sees("7 of 9 are done")
    hour.lead.until(done_answering=7)
    hour.lead.go_on("Close the second answers and show what changed")
    hour.lead.go_on("Show the second answers")
    hour.lead.says("one kept the first answer")
    for screen in (hour.screen, hour.phones["Finn"], hour.phones["Ada"]):
        screen.sees("Closer together")
        screen.sees("kept the first answer")


def the_firm_is_placed_and_the_workshop_ends(hour: Hour) -> None:
    """Go through the other second answers to where the firm stands, and end."""
    for label in ("Next question", "Show the second answers") * 2:
        hour.lead.go_on(label)
    hour.lead.go_on("Show where the firm stands")
    hour.lead.says("The room sees where the firm stands")
    hour.screen.page.locator(".st-key-room-places").wait_for()
    assert fits(hour.screen.page)
    stands = hour.screen.page.locator("h1").inner_text()
    hour.phones["Ada"].sees(stands)
    hour.lead.go_on("End the workshop")
    hour.lead.press("Yes, do it")
    hour.screen.sees("Thank you")
    hour.all_see("Thank you for taking part")


def the_report_is_taken_home(hour: Hour) -> None:
    """Look at what came out, and download the report."""
    page = hour.lead.page
    page.get_by_role("link", name="See what came out").click()
    page.locator(".talks", has_text=CONCLUSION).wait_for()
    settle(page)
    page.get_by_role("heading", name="Moves to consider").wait_for()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the team edition (PDF)").click()
    assert download.value.path().read_bytes().startswith(b"%PDF-")
