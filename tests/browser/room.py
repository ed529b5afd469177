"""A workshop in a room: prepared and led through the use cases, with people who answer without a browser."""

from dataclasses import dataclass, field

from assessments import answering, facilitating
from assessments.answering import AskedItem, Desk
from assessments.facilitating import Board
from scoring.model import Agree, Allocation, Bars, Choice, Multi, NumberItem

ROLES = (*4 * ["exec"], *3 * ["service"], *3 * ["frontline"])


@dataclass
class Room:
    """A workshop with a facilitator's link, a screen's link, and the people who have joined without a browser.

    It is prepared here, unless a facilitator has prepared it and their ``token`` is known.
    """

    desk: Desk
    minutes: int = 60
    token: str = ""
    people: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        if not self.token:
            self.token = facilitating.prepare(self.desk, "Hartwell Mutual", self.minutes, invited=False).token
        self.code = self.board.head.code
        self.screen = facilitating.open_screen(self.desk, self.token)

    def press(self, *controls: str, **about: object) -> None:
        """Press the facilitator's buttons, one after the other."""
        for control in controls:
            facilitating.press(self.desk, self.token, control, **about)  # type: ignore[arg-type]

    def fill(self, roles: tuple[str, ...] = ROLES) -> None:
        """Let people join."""
        for role in roles:
            key = f"the key of person number {len(self.people)}"
            self.people.append(answering.join(self.desk, self.code, role, key=key).token)

    def everybody_answers(self, *, leaders: int = 5, others: int = 2) -> None:
        """Let everybody without a browser answer what is open, each group with its line."""
        for number, person in enumerate(self.people):
            answer_all(self.desk, person, leaders if ROLES[number % len(ROLES)] == "exec" else others)

    @property
    def board(self) -> Board:
        """What the facilitator's screen shows."""
        return facilitating.board(self.desk, self.token)

    @property
    def topic(self) -> str:
        """The question that is talked about."""
        return self.board.current or ""

    def open_pulse(self) -> str:
        """Open the customers' questions and return their code."""
        facilitating.set_pulse(self.desk, self.token, open_=True)
        return facilitating.pulse(self.desk, self.token).code

    @property
    def customers(self) -> int:
        """How many customers have answered."""
        return facilitating.pulse(self.desk, self.token).customers


def answer_all(desk: Desk, seat: str, line: int) -> None:
    """Answer everything that is open for a seat, with the same line wherever there are lines."""
    for asked in answering.phone(desk, seat).open:
        answering.answer(desk, seat, asked.question.id, some_answer(asked, line))


def some_answer(asked: AskedItem, line: int) -> object:
    """Return an answer to a question: its ``line``, or whatever its kind takes instead."""
    match asked.question:
        case Bars() | Agree():
            return line
        case Choice(options=options):
            return options[line % len(options)].id
        case Multi(options=options):
            return [options[0].id]
        case NumberItem(lowest=lowest):
            return lowest
        case Allocation(options=options):
            return {option.id: 100 if option is options[0] else 0 for option in options}
        case other:
            raise AssertionError(other)
