"""What people in a workshop are told when something cannot be, in one sentence each."""

SENTENCES = {
    "control": "There is no such control.",
    "ended": "The workshop has ended. What was said stays as it is.",
    "first": "This is the beginning.",
    "nowhere": "This workshop has no such step or question.",
    "no_question": "This question is not part of this workshop.",
    "not_talk": "Questions are talked about one by one only in the talk.",
    "open_already": "People are answering this question already.",
    "nothing_to_open": "There is no question left that could be opened.",
    "nothing_open": "No question is open.",
    "not_open": "This question is not open.",
    "shown_already": "Everybody has seen the answers to this question. Start a second round to ask it again.",
    "closed": "This question is closed.",
    "revealed": "This question is closed; its answers are on the screen.",
    "not_revealed": "The answers to this question are not on the screen.",
    "hidden_already": "The screen is hidden already.",
    "visible_already": "The screen is visible already.",
    "first_round": "Show the first answers before you ask again.",
    "second_already": "This question is in its second round already. There is no third.",
    "nothing_again": "No question has been talked about yet that could be asked again.",
    "confirm_reset_item": (
        "This takes back what everybody answered to this question, in both rounds. Conclusions stay."
    ),
    "confirm_reset": "This takes back every answer of everybody and begins the workshop anew. People stay.",
    "confirm_end": "After the end nobody can answer any more, and nothing can be opened again.",
}

# What does not depend on where the workshop stands: links, people, settings, text.
OF_THE_ROOM = {
    "seat": "This link does not open a seat here. Please join again with the code on the screen.",
    "gone": "The facilitator has taken this seat away. Please join again with the code on the screen.",
    "spectator": "Spectators watch; they do not answer.",
    "code": "This code does not open a workshop. Please compare it with the screen, letter by letter.",
    "over": "This workshop has ended.",
    "full_room": "This room is full.",
    "room_role": "Please choose one of the roles shown.",
    "join_key": "This device could not be recognised. Please load the page again.",
    "desk": "This link does not lead a workshop here. Please check that it is complete.",
    "screen": "This link does not open a screen here. Please open the screen from the facilitator's page again.",
    "not_in_charge": "Another facilitator is in charge. Take over first.",
    "in_charge_here": "Whoever is in charge is here. Ask them to hand over to you.",
    "confirm_take_over": "Whoever is in charge seems to be gone. Taking over means that your controls count.",
    "in_charge": "You are in charge already.",
    "facilitator": "There is no such facilitator in this workshop.",
    "no_result": "There is no result yet. It is there once the placement has been shown.",
    "participant": "There is nobody of this name in this workshop.",
    "reason": "Please write down why these answers shall not count.",
    "excluded": "These answers are left out already.",
    "not_excluded": "These answers count already.",
    "removed": "This seat was taken away. Whoever sat there can join again with the code.",
    "minutes": "A workshop takes 60, 90 or 180 minutes.",
    "minimum": "Please show the answers of at least {least} people together, and at most {most}.",
    "weight": "The weight of a role is a number from 0 to {most}.",
    "no_weight": "At least one role in the room has to carry weight.",
    "people_came": "People have joined already. This cannot be changed any more.",
    "answers_shown": "Answers have been shown already. What a role weighs cannot be changed any more.",
    "minimum_lower": "People were told that at least {minimum} of them are shown together. This can only be raised.",
    "workshop": "There is no workshop of this name here.",
    "not_ended": "A workshop can be made anonymous once it has ended.",
    "topic": "This question is not on the agenda.",
    "topic_there": "This question is on the agenda already.",
    "topic_shape": "The answers to this question cannot be counted line by line, so it cannot be talked about.",
    "topic_minutes": "Please give a question from 1 to 240 minutes.",
    "date": "Please choose a day.",
    "anonymised": "This workshop has been made anonymous. Its answers are counted, but nobody can be told apart.",
    "confirm_anonymise": (
        "Notes, conclusions, names and links go, and it is forgotten who said what. There is no way back."
    ),
    "pulse_code": "This address does not open questions here. Please check that it is complete.",
    "pulse_closed": "These questions are closed. Thank you for coming by.",
    "pulse_nothing": "Please answer at least one question.",
}


class NotNow(Exception):  # noqa: N818  (it is what the control is told)
    """A control, or an answer, that the workshop's state does not allow; ``str()`` is what people are told."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.sentence = SENTENCES[code]
        super().__init__(self.sentence)
