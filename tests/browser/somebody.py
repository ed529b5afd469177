"""Somebody who answers in a browser: what they tap, and what the database holds at that moment."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page

from assessments import answering, answers_file
from assessments.answering import AskedFact, AskedItem, Desk, Started
from scoring.answers import Assessment
from tests.browser.standing import stands

SOCIAL_CRM = Path(__file__).resolve().parents[2] / "questionnaires" / "social_crm"

FILLED = "document.querySelector('.arrival')?.dataset.place"
ELSEWHERE = f"place => ![undefined, place].includes({FILLED})"


class Somebody:
    """A person in front of a page of their assessment."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def token(self) -> str:
        """What their personal link holds."""
        return parse_qs(urlsplit(self.page.url).query)["resume"][0]

    @property
    def place(self) -> str:
        """The question, or the page, they are at."""
        return str(self.page.evaluate(FILLED))

    def question(self, id_: str) -> Locator:
        """Return where a question stands on the page."""
        return self.page.locator(f".st-key-question-{id_}")

    def choose(self, id_: str, number: int) -> None:
        """Tap the line or option with this number, from 1, and wait until it is called saved."""
        self.question(id_).locator("[data-testid=stRadioOption]").nth(number - 1).click()
        self.saved()

    def tick(self, id_: str, label: str) -> None:
        """Tap a box, and wait until it is called saved."""
        self.question(id_).locator("[data-testid=stCheckbox] label", has_text=label).click()
        self.saved()

    def chosen(self, id_: str) -> list[str]:
        """Return what is marked as chosen."""
        self.question(id_).locator(":is([data-testid=stRadioOption], [data-testid=stCheckbox])").first.wait_for()
        marked = self.question(id_).locator(":is([data-testid=stRadioOption], [data-testid=stCheckbox]):has(:checked)")
        return marked.all_inner_texts()

    def saved(self) -> str:
        """Wait for the line that says so, and return it."""
        line = self.page.locator(".outcome.saved")
        line.wait_for()
        return line.inner_text()

    def press(self, button: str, *, exact: bool = True) -> None:
        """Press a button that leads somewhere else, and wait until they are there."""
        self.stands()
        before = self.place
        self.page.get_by_role("button", name=button, exact=exact).click()
        self.arrived(ELSEWHERE, before)

    def go_to(self, server: str, page: str, **query: str) -> None:
        """Open an address."""
        asked = "&".join(f"{name}={value}" for name, value in query.items())
        self.page.goto(f"{server}/{page}?{asked}")
        self.arrived(f"() => {FILLED} !== undefined")

    def arrived(self, there: str, before: str = "") -> None:
        """Wait until a page stands."""
        self.page.wait_for_function(there, arg=before)
        self.stands()

    def stands(self) -> None:
        """Wait until the page stands."""
        stands(self.page)


def asked(desk: Desk, token: str, id_: str) -> AskedFact | AskedItem:
    """Return a question with what the database holds for it."""
    journey = answering.sections(desk, token)
    return next(one for section in journey.sections for one in section.asked if one.question.id == id_)


def hartwell(desk: Desk) -> Assessment:
    """Return the answers of a sample firm."""
    return answers_file.read(SOCIAL_CRM / "examples" / "hartwell.yaml", desk.edition().method.questionnaire)


def answered(desk: Desk, firm: str = "Hartwell again", *, but: tuple[str, ...] = ()) -> Started:
    """Return a full assessment that is answered, apart from the questions named."""
    started, sample = answering.start(desk, firm, "full"), hartwell(desk)
    for fact, value in sample.context.items():
        if fact not in but:
            answering.answer_fact(desk, started.token, fact, value)
    said = {item: value for submission in sample.submissions for item, value in submission.answers.items()}
    for item, value in said.items():
        if item not in but:
            answering.answer(desk, started.token, item, value)
    return started
