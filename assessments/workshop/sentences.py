"""What people in a workshop are told when something cannot be, in one sentence each."""

from assessments.languages import marked, say

SENTENCES = {
    "control": marked("There is no such control."),
    "ended": marked("The workshop has ended. What was said stays as it is."),
    "first": marked("This is the beginning."),
    "nowhere": marked("This workshop has no such step or question."),
    "no_question": marked("This question is not part of this workshop."),
    "not_talk": marked("Questions are talked about one by one only in the talk."),
    "open_already": marked("People are answering this question already."),
    "nothing_to_open": marked("There is no question left that could be opened."),
    "nothing_open": marked("No question is open."),
    "not_open": marked("This question is not open."),
    "shown_already": marked("Everybody has seen the answers to this question. Start a second round to ask it again."),
    "closed": marked("This question is closed."),
    "revealed": marked("This question is closed; its answers are on the screen."),
    "not_revealed": marked("The answers to this question are not on the screen."),
    "hidden_already": marked("The screen is hidden already."),
    "visible_already": marked("The screen is visible already."),
    "first_round": marked("Show the first answers before you ask again."),
    "second_already": marked("This question is in its second round already. There is no third."),
    "nothing_again": marked("No question has been talked about yet that could be asked again."),
    "confirm_reset_item": (
        marked("This takes back what everybody answered to this question, in both rounds. Conclusions stay.")
    ),
    "confirm_reset": marked("This takes back every answer of everybody and begins the workshop anew. People stay."),
    "confirm_end": marked("After the end nobody can answer any more, and nothing can be opened again."),
}

# What does not depend on where the workshop stands: links, people, settings, text.
OF_THE_ROOM = {
    "seat": marked("This link does not open a seat here. Please join again with the code on the screen."),
    "gone": marked("The facilitator has taken this seat away. Please join again with the code on the screen."),
    "spectator": marked("Spectators watch; they do not answer."),
    "code": marked("This code does not open a workshop. Please compare it with the screen, letter by letter."),
    "over": marked("This workshop has ended."),
    "full_room": marked("This room is full."),
    "room_role": marked("Please choose one of the roles shown."),
    "join_key": marked("This device could not be recognised. Please load the page again."),
    "desk": marked("This link does not lead a workshop here. Please check that it is complete."),
    "screen": marked(
        "This link does not open a screen here. Please open the screen from the facilitator's page again."
    ),
    "not_in_charge": marked("Another facilitator is in charge. Take over first."),
    "in_charge_here": marked("Whoever is in charge is here. Ask them to hand over to you."),
    "confirm_take_over": marked("Whoever is in charge seems to be gone. Taking over means that your controls count."),
    "in_charge": marked("You are in charge already."),
    "facilitator": marked("There is no such facilitator in this workshop."),
    "no_result": marked("There is no result yet. It is there once the placement has been shown."),
    "participant": marked("There is nobody of this name in this workshop."),
    "reason": marked("Please write down why these answers shall not count."),
    "excluded": marked("These answers are left out already."),
    "not_excluded": marked("These answers count already."),
    "removed": marked("This seat was taken away. Whoever sat there can join again with the code."),
    "minutes": marked("A workshop takes 60, 90 or 180 minutes."),
    "minimum": marked("Please show the answers of at least {least} people together, and at most {most}."),
    "weight": marked("The weight of a role is a number from 0 to {most}."),
    "no_weight": marked("At least one role in the room has to carry weight."),
    "people_came": marked("People have joined already. This cannot be changed any more."),
    "answers_shown": marked("Answers have been shown already. What a role weighs cannot be changed any more."),
    "minimum_lower": marked(
        "People were told that at least {minimum} of them are shown together. This can only be raised."
    ),
    "workshop": marked("There is no workshop of this name here."),
    "not_ended": marked("A workshop can be made anonymous once it has ended."),
    "topic": marked("This question is not on the agenda."),
    "topic_there": marked("This question is on the agenda already."),
    "topic_shape": marked("The answers to this question cannot be counted line by line, so it cannot be talked about."),
    "topic_minutes": marked("Please give a question from 1 to 240 minutes."),
    "date": marked("Please choose a day."),
    "anonymised": marked(
        "This workshop has been made anonymous. Its answers are counted, but nobody can be told apart."
    ),
    "confirm_anonymise": (
        marked("Notes, conclusions, names and links go, and it is forgotten who said what. There is no way back.")
    ),
    "pulse_code": marked("This address does not open questions here. Please check that it is complete."),
    "pulse_closed": marked("These questions are closed. Thank you for coming by."),
    "pulse_nothing": marked("Please answer at least one question."),
}


class NotNow(Exception):  # noqa: N818  (it is what the control is told)
    """A control, or an answer, that the workshop's state does not allow; ``str()`` is what people are told."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.sentence = say(SENTENCES[code])
        super().__init__(self.sentence)
