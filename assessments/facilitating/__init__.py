"""What a facilitator can do in a workshop; a page calls these functions and decides nothing itself.

Every function takes the ``Desk`` and a facilitator's token, ``room`` the token of a screen. What cannot be accepted
raises ``NotAccepted`` with a sentence and stores nothing; a database that cannot be used raises ``Unavailable``.
"""

from assessments.answering import Desk, NotAccepted, Saved, Unavailable, open_desk, spaced_code
from assessments.answering.showing import Showing, ShownPlace
from assessments.answering.watching import Version, Watcher, seen, versions, watcher
from assessments.facilitating.agenda import (
    add_topic,
    move_topic,
    remove_topic,
    set_minutes,
    suggest_agenda,
    write_agenda,
)
from assessments.facilitating.boards import Board, Facilitator, Room, board, room, topic_details
from assessments.facilitating.concluding import conclude, write_note
from assessments.facilitating.counting import Counts, Participant
from assessments.facilitating.heads import Head
from assessments.facilitating.preparing import (
    NOTICE,
    Prepared,
    invite_facilitator,
    prepare,
    prepare_again,
    role_choices,
)
from assessments.facilitating.pressing import press
from assessments.facilitating.screens import open_screen
from assessments.storage.workshop_records import Logged, Topic

__all__ = [
    "NOTICE",
    "Board",
    "Counts",
    "Desk",
    "Facilitator",
    "Head",
    "Logged",
    "NotAccepted",
    "Participant",
    "Prepared",
    "Room",
    "Saved",
    "Showing",
    "ShownPlace",
    "Topic",
    "Unavailable",
    "Version",
    "Watcher",
    "add_topic",
    "board",
    "conclude",
    "invite_facilitator",
    "move_topic",
    "open_desk",
    "open_screen",
    "prepare",
    "prepare_again",
    "press",
    "remove_topic",
    "role_choices",
    "room",
    "seen",
    "set_minutes",
    "spaced_code",
    "suggest_agenda",
    "topic_details",
    "versions",
    "watcher",
    "write_agenda",
    "write_note",
]
