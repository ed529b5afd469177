"""The table of who may do what: everything that can be done, what it is about, and by whom."""

from enum import Enum

from assessments.rights.who import Who

EVERYBODY = tuple(Who)
ALONE = (Who.RESPONDENT,)
SEATED = (Who.PARTICIPANT, Who.SPECTATOR)
LEADING = (Who.FACILITATOR, Who.IN_CHARGE)
FACILITATES = (Who.OWNER, Who.LEADER)
MEMBERS = (Who.OWNER, Who.LEADER, Who.AUTHOR, Who.VIEWER)
READING = (Who.READER, *FACILITATES, Who.VIEWER)
EDITS = (Who.OWNER, Who.AUTHOR)
STARTS_JOBS = (Who.OWNER, Who.LEADER, Who.AUTHOR)


class Subject(Enum):
    """What a deed is about."""

    PRODUCT = "The product"
    ASSESSMENT = "An assessment answered alone, and samples"
    SHARED = "A result that is shared"
    ROOM = "A workshop, in the room"
    WORKSHOP = "A workshop, as its facilitators see it"
    DRAFT = "A draft of a questionnaire"
    VERSION = "Published versions"
    ORGANISATION = "What is an organisation's"
    JOB = "Jobs about all assessments of an organisation or, for the studio's keeper, about those of nobody"
    DATABASE = "The whole database"


class Deed(Enum):
    """Something that can be done; ``by`` are those who may."""

    LOOK_AROUND = Subject.PRODUCT, "see the first page, the sample firms and what new assessments use", *EVERYBODY
    START = Subject.PRODUCT, "start an assessment, also from a file that was taken away", *EVERYBODY
    PREPARE = Subject.PRODUCT, "prepare a workshop", Who.VISITOR, *FACILITATES
    BEGIN_DRAFT = Subject.PRODUCT, "begin a draft", Who.VISITOR, *EDITS

    SEE_RESULT = Subject.ASSESSMENT, "see the result and the plan, with both reports", Who.GUEST, *ALONE
    SEE_ANSWERS = Subject.ASSESSMENT, "see every answer, and what would be if it were another", Who.GUEST, *ALONE
    TAKE_ANSWERS = Subject.ASSESSMENT, "take the answers away as a file", Who.GUEST, *ALONE
    GO_THROUGH = Subject.ASSESSMENT, "go through the questions and be led back to the last one", *ALONE
    ANSWER = Subject.ASSESSMENT, "answer a question, take it back, write a note", *ALONE, Who.PARTICIPANT
    ANSWER_FACT = Subject.ASSESSMENT, "answer a fact about the firm", *ALONE, *LEADING
    FINISH = Subject.ASSESSMENT, "finish it and open it again", *ALONE
    EDIT_PLAN = Subject.ASSESSMENT, "edit the plan", *ALONE, *LEADING
    START_AGAIN = Subject.ASSESSMENT, "start the next assessment of the firm", *ALONE
    DELETE_FIRM = Subject.ASSESSMENT, "delete the firm with everything about it", *ALONE

    SEE_SHARED = Subject.SHARED, "see the result and the plan without names, with the executive report", *READING
    SHARE = Subject.SHARED, "make links to the result, see when each was used, revoke them", *ALONE, *LEADING, Who.OWNER

    JOIN = Subject.ROOM, "read what a workshop is about and take a seat", Who.INVITED
    SEE_PHONE = Subject.ROOM, "see what is open, the own answers, and what the room is shown", *SEATED
    COME_AND_GO = Subject.ROOM, "leave the seat and come back", *SEATED
    SEE_ROOM = Subject.ROOM, "see what the room is shown, large", Who.SCREEN
    LISTEN = Subject.ROOM, "be told that something has moved", *SEATED, Who.SCREEN, *LEADING
    ANSWER_PULSE = Subject.ROOM, "read and answer the six questions for customers", Who.CUSTOMER

    SEE_BOARD = Subject.WORKSHOP, "see who is there and done, the agenda, the settings, the log", *LEADING
    SEE_LOG = Subject.WORKSHOP, "see what facilitators did, and take it away", *LEADING
    SEE_OUTCOME = Subject.WORKSHOP, "see what came out and the plan, with both reports", *LEADING
    TAKE_AWAY = Subject.WORKSHOP, "take away the answers of both rounds and what the room saw", *LEADING
    WRITE_DOWN = Subject.WORKSHOP, "write private notes, and down what was concluded", *LEADING
    OPEN_LINKS = Subject.WORKSHOP, "open a screen, invite a facilitator, open and close the customers' link", *LEADING
    PREPARE_NEXT = Subject.WORKSHOP, "prepare the next workshop of the firm", *LEADING
    TAKE_OVER = Subject.WORKSHOP, "take over from somebody in charge who is gone", Who.FACILITATOR
    CONTROL = Subject.WORKSHOP, "press any other control: go on, open, show, leave somebody out, end", Who.IN_CHARGE
    SET_UP = Subject.WORKSHOP, "change the agenda and the settings", Who.IN_CHARGE
    ANONYMISE = Subject.WORKSHOP, "make it anonymous for good", Who.IN_CHARGE
    DELETE_WORKSHOP = Subject.WORKSHOP, "delete it", Who.IN_CHARGE

    READ_DRAFT = Subject.DRAFT, "read the draft with its history, and take it away", Who.EDITOR
    TRY_DRAFT = Subject.DRAFT, "see what it would change for stored assessments, by date and size", Who.EDITOR
    SEE_DRAFT_LOG = Subject.DRAFT, "see what editors did, and take it away", Who.EDITOR
    CHANGE_DRAFT = Subject.DRAFT, "save a file, go back to an earlier text, rename the draft", Who.EDITOR
    INVITE_EDITOR = Subject.DRAFT, "make a link for another editor", Who.EDITOR
    DELETE_DRAFT = Subject.DRAFT, "delete the draft with its history", Who.EDITOR

    READ_VERSIONS = Subject.VERSION, "read versions that are everybody's, compare and take them away", *EVERYBODY
    READ_OUR_VERSIONS = Subject.VERSION, "read those an organisation published for itself", *MEMBERS
    PUBLISH = Subject.VERSION, "make a version of a draft one holds a link to", Who.KEEPER, *EDITS
    STEER = Subject.VERSION, "archive versions, and choose what new assessments use", Who.KEEPER, *EDITS

    SEE_OURS = Subject.ORGANISATION, "see the list of what is its own", *MEMBERS
    OPEN_WORKSHOP = Subject.ORGANISATION, "open a workshop without a link; open any link that leads one", *FACILITATES
    OPEN_DRAFT = Subject.ORGANISATION, "open a draft without a link; open any link to one", *EDITS
    DELETE_OURS = Subject.ORGANISATION, "delete any assessment or workshop", Who.OWNER

    SEE_JOBS = Subject.JOB, "see those they may begin: how far each is, who asked, when", Who.KEEPER, *STARTS_JOBS
    PRINT_OURS = Subject.JOB, "print every report without names, stop that, take the reports away", *FACILITATES
    PLACE_OURS = (
        Subject.JOB,
        "place all by another version, stop that, see what moves by date and size",
        Who.KEEPER,
        *EDITS,
    )

    IMPORT = Subject.DATABASE, "take in answers of several people from a file of the server", Who.OPERATOR
    EXPORT = Subject.DATABASE, "take out any assessment or workshop by its name, with exact roles", Who.OPERATOR
    PRINT_ALL = Subject.DATABASE, "print every report; see how far any long work is, cancel it", Who.OPERATOR
    PLACE_ALL = (
        Subject.DATABASE,
        "place every assessment by a draft or a version, see what moves",
        Who.OPERATOR,
    )
    HAND_OVER = Subject.DATABASE, "give to an organisation what belongs to nobody or to another one", Who.OPERATOR
    TIDY = Subject.DATABASE, "delete what has been kept long enough, by the terms that were set", Who.OPERATOR
    BACK_UP = Subject.DATABASE, "back everything up, restore it, move it to another database", Who.OPERATOR

    def __init__(self, subject: Subject, says: str, *by: Who) -> None:
        self.subject = subject
        self.says = says
        self.by = frozenset(by)


def may(who: Who, deed: Deed) -> bool:
    """Return whether somebody may do something; what the table does not say nobody may."""
    return who in deed.by
