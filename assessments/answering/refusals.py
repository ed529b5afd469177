"""What is not accepted, and the kind sentence that says so; each refusal is logged, never with what was answered."""

import logging

from assessments.languages import marked, say
from assessments.problems import clip
from assessments.workshop import OF_THE_ROOM, NotNow

_log = logging.getLogger(__name__)

SENTENCES = {
    "link": (
        marked(
            "This link does not open an assessment here. Please check that it is complete. "
            "An assessment that was deleted cannot be opened again."
        )
    ),
    "sample": marked("This is a sample firm. Its answers can be looked at and played with, but not changed."),
    "finished": marked("This assessment is finished. Open it again to change an answer."),
    "question": marked("This question is not part of this assessment."),
    "fact": marked("This fact about the firm is not part of this assessment."),
    "line": marked('Please choose one of the five lines, or "don\'t know".'),
    "option": marked("Please choose one of the answers shown."),
    "picks": marked("Please choose at least one answer and at most {most}."),
    "number": marked("Please enter a whole number from {lowest} to {highest}."),
    "fact_number": marked("Please enter a number from {lowest} to {highest}, or leave it blank."),
    "split": marked("Please give every channel a whole number from 0 to 100."),
    "split_total": marked("The numbers add up to {total}. They have to add up to 100."),
    "not_applicable": marked(
        '"Not applicable" is not open here, given what we know of the firm. Please choose another line.'
    ),
    "text": marked("Please enter text."),
    "text_long": marked("This text is longer than {most} characters. Please shorten it."),
    "text_sign": marked(
        "This text contains a sign that cannot be stored. Please remove anything that is not plain text."
    ),
    "firm": marked("Please enter the name of the firm."),
    "variant": marked("Please choose the quick scan or the full assessment."),
    "key": marked("This message was sent twice with different contents. Please answer again."),
    "place": marked("There is no such page in this assessment."),
    "factor": marked("There is no such factor in this questionnaire."),
    "factor_score": marked("A factor stands between 0 and 100."),
    "edit": marked("This cannot be changed about a plan."),
    "action": marked("There is no such move in this questionnaire."),
    "capacity": marked("Please enter how many person-weeks there are in a quarter, from {least} to {most}."),
    "effort": marked("Please enter the person-weeks this move takes, from {least} to {most}."),
    "day": marked("Please choose a day from {first} to {last}."),
    "wanted": marked("A move can be asked for, or asked to be left out."),
    "status": marked("A move is planned, being done, done or dropped."),
    "role": marked("There is no such role in this questionnaire."),
    "plan_file": marked("The plan can be taken away as csv, xlsx or ics."),
    "export": marked("The answers can be taken away as csv, json or yaml."),
    "file_kind": marked(
        "Please choose the team edition of a report (PDF), or the file with all your answers (yaml or json)."
    ),
    "file_size": marked("This file is larger than {most} megabytes. Please choose the file as it was downloaded here."),
    "file_long": marked("There are more answers in this file than can be taken in at once."),
    "file_names": marked("Two people in this file have the same id. Please give each of them one of their own."),
    "file": marked("This file cannot be used, and nothing was stored. {problems}"),
    "questionnaire_choice": marked("This questionnaire is not offered any more. Please choose another one."),
    "questionnaire": marked(
        "The questionnaire is being edited and cannot be used at the moment. Please try again later."
    ),
    "share": marked("This link does not show a result here. Please check that it is complete, or ask whoever sent it."),
    "share_expired": marked("This link has expired. Please ask whoever sent it to you for a new one."),
    "share_revoked": marked(
        "This link has been revoked and shows nothing any more. Please ask whoever sent it to you."
    ),
    "share_days": marked("A link can be used for 1 to {most} days."),
    "share_many": marked("There are {most} links to this result already."),
    "share_none": marked("There is no such link to this result."),
    "not_finished": marked("Whoever answers this has not finished yet. Its result can be seen then."),
    "sign_in": marked(
        "Please sign in first. This is open to members of an organisation here, and to nobody by a link alone."
    ),
    "not_yours": marked(
        "Your account may not do this here. Please ask whoever gives out accounts in your organisation."
    ),
    **OF_THE_ROOM,
}


class NotAccepted(Exception):  # noqa: N818  (it is what happened to the message, not an error of the program)
    """Something that was sent cannot be accepted; nothing was stored. ``str()`` is what people are told."""

    def __init__(self, code: str, sentence: str) -> None:
        self.code = code
        self.sentence = sentence
        super().__init__(sentence)


def not_now(reason: NotNow, about: object = "") -> NotAccepted:
    """Return what people are told when a workshop's state does not allow something, and log it."""
    _log.warning("Not accepted: %s %s", reason.code, clip(about))
    return NotAccepted(reason.code, reason.sentence)


def refusal(code: str, about: object = "", **words: object) -> NotAccepted:
    """Return the refusal called ``code`` and log it; ``about`` names what it was about, such as the item."""
    _log.warning("Not accepted: %s %s", code, clip(about))
    return NotAccepted(code, say(SENTENCES[code], **words))
