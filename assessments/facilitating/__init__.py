"""What a facilitator can do in a workshop; a page calls these functions and decides nothing itself.

Every function takes the ``Desk`` and a facilitator's token, ``room`` the token of a screen. What cannot be accepted
raises ``NotAccepted`` with a sentence and stores nothing; a database that cannot be used raises ``Unavailable``.
"""

from assessments.answering import (
    AskedFact,
    Desk,
    Export,
    Movement,
    NotAccepted,
    Planned,
    Saved,
    Unavailable,
    open_desk,
    plan_frontier,
    spaced_code,
)
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
from assessments.facilitating.changing import SetUp, change_settings, settings
from assessments.facilitating.concluding import conclude, write_note
from assessments.facilitating.counting import Counts, Participant
from assessments.facilitating.ending import anonymise, delete
from assessments.facilitating.exporting import KINDS, export, export_workshop
from assessments.facilitating.facts import answer_fact, clear_fact, facts
from assessments.facilitating.heads import Head
from assessments.facilitating.noting import export_log, log
from assessments.facilitating.outcomes import Outcome, Standpoint, Talked, outcome
from assessments.facilitating.planning import edit_plan, export_plan, plan
from assessments.facilitating.preparing import (
    Prepared,
    invite_facilitator,
    prepare,
    prepare_again,
    role_choices,
)
from assessments.facilitating.pressing import press
from assessments.facilitating.pulse import Pulse, pulse, set_pulse
from assessments.facilitating.screens import open_screen
from assessments.facilitating.setting_up import Settings
from assessments.storage.deed_log import Done
from assessments.storage.workshop_records import Logged, Topic

__all__ = [
    "KINDS",
    "AskedFact",
    "Board",
    "Counts",
    "Desk",
    "Done",
    "Export",
    "Facilitator",
    "Head",
    "Logged",
    "Movement",
    "NotAccepted",
    "Outcome",
    "Participant",
    "Planned",
    "Prepared",
    "Pulse",
    "Room",
    "Saved",
    "SetUp",
    "Settings",
    "Showing",
    "ShownPlace",
    "Standpoint",
    "Talked",
    "Topic",
    "Unavailable",
    "Version",
    "Watcher",
    "add_topic",
    "anonymise",
    "answer_fact",
    "board",
    "change_settings",
    "clear_fact",
    "conclude",
    "delete",
    "edit_plan",
    "export",
    "export_log",
    "export_plan",
    "export_workshop",
    "facts",
    "invite_facilitator",
    "log",
    "move_topic",
    "open_desk",
    "open_screen",
    "outcome",
    "plan",
    "plan_frontier",
    "prepare",
    "prepare_again",
    "press",
    "pulse",
    "remove_topic",
    "role_choices",
    "room",
    "seen",
    "set_minutes",
    "set_pulse",
    "settings",
    "spaced_code",
    "suggest_agenda",
    "topic_details",
    "versions",
    "watcher",
    "write_agenda",
    "write_note",
]
