"""Plays a workshop with real use cases: a facilitator, a screen, and phones that answer what is open for them."""

import datetime
from collections.abc import Callable, Sequence
from random import Random

from assessments import answering, facilitating
from assessments.answering import Desk, NotAccepted, Phone
from assessments.facilitating import Board, Room
from scoring.answers import Value
from scoring.model import Allocation, Choice, Item, Lined, Multi

ROLES = ("exec", "exec", "exec", "service", "service", "service", "frontline", "frontline", "frontline")
MIXED = ("exec", "exec", "service", "service", "service", "frontline", "frontline", "frontline", "sales")


def some_answer(item: Item, dice: Random) -> Value:
    """Return an answer that fits a question."""
    if isinstance(item, Lined):
        return dice.randint(1, 5)
    if isinstance(item, Choice):
        return dice.choice(item.options).id
    if isinstance(item, Multi):
        return (dice.choice(item.options).id,)
    if isinstance(item, Allocation):
        return {item.options[0].id: 60, item.options[1].id: 40}
    return 20


class Play:
    """One workshop with everybody in it; phones are known by number."""

    def __init__(self, desk: Desk, people: Sequence[str | None] = ROLES, minutes: int = 60, **settings: object) -> None:
        self.desk = desk
        self.prepared = facilitating.prepare(desk, "Acme", minutes, name="Ann", **settings)  # type: ignore[arg-type]
        self.token = self.prepared.token
        self.screen = facilitating.open_screen(desk, self.token)
        self.phones: list[str] = []
        for role in people:
            self.join(role)

    def join(self, role: str | None) -> int:
        """Let somebody join and return the number of their phone."""
        key = f"device-{len(self.phones)}-of-somebody"
        self.phones.append(answering.join(self.desk, self.prepared.code, role, key=key).token)
        return len(self.phones) - 1

    def press(self, *controls: str, token: str | None = None) -> int:
        """Press controls, each written as name or name:item; with ! it is confirmed. Return the last version."""
        version = 0
        for control in controls:
            name, _, item = control.rstrip("!").partition(":")
            version = facilitating.press(
                self.desk, token or self.token, name, item=item, confirmed=control.endswith("!")
            )
        return version

    def on(self, phone: int, control: str, reason: str = "") -> int:
        """Press a control that is about one person."""
        return facilitating.press(self.desk, self.token, control, person=self.name(phone), reason=reason)

    def name(self, phone: int) -> str:
        return self.phone(phone).head.name or ""

    def phone(self, phone: int) -> Phone:
        return answering.phone(self.desk, self.phones[phone])

    def answer(self, phone: int, item: str, value: object, key: str | None = None) -> None:
        answering.answer(self.desk, self.phones[phone], item, value, key=key)

    def answer_all(self, *phones: int, seed: int = 1) -> None:
        """Let phones, or everybody, answer everything that is open for them."""
        for number in phones or range(len(self.phones)):
            dice = Random(f"{seed}-{number}")
            for asked in self.phone(number).open:
                self.answer(number, asked.question.id, some_answer(asked.question, dice))

    def answer_line(self, item: str, lines: Sequence[int | str]) -> None:
        """Let the first phones answer one question, each with its line."""
        for number, line in enumerate(lines):
            self.answer(number, item, line)

    def talk_about(self, *items: str) -> None:
        """Answer alone, then come to the talk about these questions."""
        self.press("next")
        self.answer_all()
        facilitating.write_agenda(self.desk, self.token, items)
        self.press("go:talk")

    def board(self, token: str | None = None) -> Board:
        return facilitating.board(self.desk, token or self.token)

    def room(self) -> Room:
        return facilitating.room(self.desk, self.screen)

    def see_everybody(self) -> None:
        """Let every screen say that it is there, as the live wire does every few seconds."""
        found = [answering.watcher(self.desk, token) for token in (self.token, self.screen, *self.phones)]
        answering.seen(self.desk, [one for one in found if one is not None])

    def wait(self, seconds: float) -> None:
        """Let time go by."""
        self.desk.clock.now += datetime.timedelta(seconds=seconds)  # type: ignore[attr-defined]


def code_of(use_case: Callable[..., object], *args: object, **named: object) -> str:
    """Return with which code a use case refuses, "accepted" when it does not."""
    try:
        use_case(*args, **named)
    except NotAccepted as refused:
        return refused.code
    return "accepted"
