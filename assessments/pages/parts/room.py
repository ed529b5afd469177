"""What the room's screen shows in each step of a workshop; large, few words, nothing of any single person."""

from markupsafe import Markup

from assessments.facilitating import Counts, Room
from assessments.languages import say
from assessments.pages.parts.pieces import bar, heading, joined, paragraph
from assessments.pages.parts.qr import qr_code
from assessments.pages.parts.timing import timer
from assessments.wording import firm_name
from assessments.wording import room as said
from assessments.workshop.codes import spaced_code

LONG = 80  # letters from which a heading is set smaller


def frame(room: Room, title: str, right: str = "") -> Markup:
    """Return the top of the screen: whose workshop, which step, and what it is about."""
    parts = (firm_name(room.head.firm), right, _clock(room))
    eyebrow = Markup('<div class="eyebrow"><p>{}</p><p>{}</p>{}</div>').format(*parts)
    return eyebrow + heading(title, level=1, kind="long" if len(title) > LONG else "")


def _clock(room: Room) -> Markup:
    """Return how much is left of the question or the step of now; people who join are not hurried."""
    head = room.head
    return (
        Markup("") if head.phase == "lobby" else timer(say(said.TIME_LEFT), head.since, head.planned_minutes, room.at)
    )


def foot(room: Room, left: str = "") -> Markup:
    """Return the bottom of the screen: a remark, and how those who come late get in."""
    if room.head.phase in ("lobby", "ended"):
        return Markup('<div class="room-foot"><span>{}</span></div>').format(left)
    return Markup('<div class="room-foot"><span>{}</span><span>{}</span></div>').format(
        left or said.joined_line(room.counts.joined, room.counts.spectators), _late(room)
    )


def _late(room: Room) -> Markup:
    code = Markup("<strong>{}</strong>").format(spaced_code(room.head.code))
    return Markup(say("Late? Join with {code}")).format(code=code)


def lobby(room: Room, address: str, short: str) -> Markup:
    """Return how to join, with the code to scan and how many have."""
    steps = (
        Markup("<div>{}<br><span class='room-address'>{}</span></div>").format(say("Scan the picture, or open"), short),
        Markup('<div>{}<p class="room-code">{}</p></div>').format(say("Enter the code"), spaced_code(room.head.code)),
        Markup("<div>{}</div>").format(say("Choose your role. Then answer alone: nobody sees what one person said.")),
    )
    left = Markup('<ol class="room-steps">{}</ol>{}').format(
        joined(Markup("<li>{}</li>").format(step) for step in steps), _joined(room.counts)
    )
    code = qr_code(address, say("A picture to scan, which opens {address}", address=address))
    return Markup('<div class="room-columns"><div class="room-middle">{}</div>{}</div>').format(left, code)


def _joined(counts: Counts) -> Markup:
    return Markup('<p class="joined">{}</p>').format(said.joined_line(counts.joined, counts.spectators))


def progress(room: Room) -> Markup:
    """Return how many are done with what is open, and nothing about who."""
    counts = room.counts
    share = 100 * counts.given / counts.wanted if counts.wanted else 0
    return Markup(
        '<div class="room-middle"><p class="big">{} <span class="muted">{}</span></p>{}<p>{}</p>{}</div>'
    ).format(
        counts.answered,
        said.done_line(counts.joined),
        bar(share),
        said.given_line(counts.given, counts.wanted),
        paragraph(say(said.LINES.get(room.head.phase, "")), "muted"),
    )


def message(line: str) -> Markup:
    """Return a quiet screen with one sentence, or none."""
    return Markup('<div class="room-middle">{}</div>').format(paragraph(line))
