"""A workshop as the room and its phones see it: joining, answering alone, the reveal, answering again, the end."""

import re

import pytest

from assessments import answering
from assessments.answering import Desk
from tests.browser.conftest import Bring
from tests.browser.phones import Phone, brought_in, fits, screen_of
from tests.browser.room import Room, answer_all
from tests.browser.serving import Server
from tests.browser.standing import stands


@pytest.fixture
def room(desk: Desk) -> Room:
    return Room(desk)


def test_a_room_goes_through_a_workshop_together(desk: Desk, room: Room, somebody: Bring) -> None:
    screen = screen_of(somebody, room)
    screen.sees("Nobody has joined yet")
    assert screen.page.get_by_role("img", name=re.compile("A picture to scan")).count() == 1
    phone = brought_in(somebody, room)
    phone.sees("You are in.")
    screen.sees("One person has joined")

    room.fill()
    room.press("next")
    phone.sees("0 of 16 answered")
    screen.sees("0 of 11 are done")
    room.everybody_answers()
    screen.sees("10 of 11 are done")
    first = phone.place
    phone.choose(answering.phone(desk, phone.seat).open[0].question.id, 2)
    assert answering.phone(desk, phone.seat).answered == 1
    answer_all(desk, phone.seat, 2)
    screen.sees("11 of 11 are done")
    assert fits(screen.page)

    room.press("next")
    phone.sees("call for")
    screen.sees("call for")
    room.press("next")
    phone.sees("The room is talking about")
    assert phone.place != first
    room.press("reveal")
    screen.sees("line 5 for executives")
    assert fits(screen.page)
    phone.sees("Your answer:")
    phone.sees("line 5 for executives")

    room.press("hide")
    screen.page.locator(".st-key-room-body").wait_for(state="detached")
    room.press("reveal", "second_round")
    phone.sees("Your first answer:")
    phone.choose(room.topic, 3)
    room.everybody_answers(leaders=4, others=3)
    room.press("reveal")
    screen.sees("Closer together")
    phone.sees("Closer together")

    room.press("end", confirmed=True)
    phone.sees("Thank you for taking part")
    screen.sees("Thank you")


def test_a_seat_is_kept_through_reload_a_closed_tab_and_a_killed_server(
    desk: Desk, room: Room, somebody: Bring, running: Server
) -> None:
    phone = brought_in(somebody, room, "Sales")
    seat = phone.seat
    room.press("next")
    phone.sees("Page 1 of")
    phone.page.reload()
    phone.seated()
    assert phone.seat == seat

    context = phone.page.context
    phone.page.close()
    again = Phone(context.new_page())
    again.page.goto(f"{running.address}/?join={room.code}")  # the same picture, scanned once more
    again.seated()
    assert again.seat == seat
    assert len(room.board.people) == 1

    running.kill()
    room.press("close")
    running.start()
    again.sees("The questions are closed at the moment.")


def test_somebody_else_can_join_with_the_same_phone(room: Room, somebody: Bring) -> None:
    phone = brought_in(somebody, room, "Sales")
    first = phone.seat
    phone.page.get_by_text("About this workshop and my place in it").click()
    phone.page.get_by_role("link", name="Join as somebody else on this phone").click()
    phone.page.locator(".st-key-joining h1").wait_for()
    phone.sit("Marketing")
    assert phone.seat != first
    assert {person.role for person in room.board.people} == {"sales", "marketing"}


def test_a_wrong_code_is_answered_kindly_and_locks_nobody_out(room: Room, somebody: Bring) -> None:
    phone = Phone(somebody("/?join=NOT%20A%20CODE").page)
    for _ in range(4):
        phone.page.get_by_role("alert").wait_for()
        phone.page.get_by_label("The code on the screen").fill("WRONG")
        phone.page.get_by_role("button", name="Go on").click()
        stands(phone.page)
    phone.page.get_by_label("The code on the screen").fill(f" {room.code[:3].lower()} {room.code[3:]} ")
    phone.page.get_by_role("button", name="Go on").click()
    phone.page.get_by_role("heading", name="Workshop of Hartwell Mutual").wait_for()


def test_who_watches_answers_nothing_and_sees_what_the_room_sees(room: Room, somebody: Bring) -> None:
    phone = brought_in(somebody, room, "I only watch")
    room.fill()
    room.press("next")
    room.everybody_answers()
    phone.sees("You only watch")
    assert phone.page.locator("[class*=st-key-question-]").count() == 0
    room.press("next", "next", "reveal")
    phone.sees("line 5 for executives")


def test_who_is_set_aside_comes_back_and_who_is_taken_out_is_told_so(room: Room, somebody: Bring) -> None:
    phone = brought_in(somebody, room)
    [person] = room.board.people
    room.press("idle", person=person.name)
    phone.sees("You are marked as away")
    phone.page.get_by_role("button", name="I am back").click()
    phone.sees("You are in.")
    assert room.board.people[0].state == "here"
    room.press("remove", person=person.name, confirmed=True)
    phone.sees("This place is no longer here")


def test_customers_answer_questions_of_their_own(desk: Desk, room: Room, somebody: Bring) -> None:
    code = room.open_pulse()
    customer = Phone(somebody(f"/?pulse={code}").page)
    customer.page.get_by_role("button", name="Send").click()
    customer.page.get_by_role("alert").wait_for()
    customer.page.locator("[class*=st-key-question-] [data-testid=stRadioOption]").first.click()
    customer.page.get_by_role("button", name="Send").click()
    customer.page.get_by_role("heading", name="Thank you").wait_for()
    assert room.customers == 1


def test_a_workshop_can_be_joined_and_answered_with_the_keyboard(desk: Desk, room: Room, somebody: Bring) -> None:
    phone = Phone(somebody(f"/?join={room.code}", width=1280).page)
    phone.page.locator(".st-key-joining input[type=radio]").first.wait_for()
    phone.stands()
    tab_to(phone, "input[type=radio]")
    phone.page.keyboard.press("Space")
    tab_to(phone, "button")
    phone.page.keyboard.press("Enter")
    phone.seated()
    room.press("next")
    phone.sees("0 of 16 answered")
    phone.stands()
    tab_to(phone, "[class*=st-key-question-] input[type=radio]")
    phone.page.keyboard.press("Space")
    phone.saved()
    assert answering.phone(desk, phone.seat).answered == 1


def tab_to(phone: Phone, selector: str) -> None:
    """Press the tabulator key until something is reached."""
    for _ in range(20):
        phone.page.keyboard.press("Tab")
        if phone.page.evaluate(f"document.activeElement.matches({selector!r})"):
            return
    raise AssertionError(f"the keyboard does not reach {selector}")
