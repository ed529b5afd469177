"""Every use case that is reached with a link, a code or a key: how it is called, and what it does by the table."""

from collections.abc import Callable
from dataclasses import dataclass

from assessments import answering, editing, facilitating, organisations, sharing, working
from assessments.answering import Desk, NotAccepted
from assessments.rights import Deed, Who
from tests.assessments.rights.everybody import THEIRS, Somebody
from tests.assessments.rights.members import ACME

ANSWERS = frozenset(
    {Who.GUEST, Who.RESPONDENT, Who.PARTICIPANT, Who.SPECTATOR, Who.INVITED, Who.CUSTOMER}
)  # whose links the use cases of whoever answers take
LEADS = frozenset({Who.FACILITATOR, Who.IN_CHARGE, Who.SCREEN})
SHARES = frozenset({Who.READER, Who.RESPONDENT, Who.FACILITATOR, Who.IN_CHARGE})
EDITS = frozenset({Who.EDITOR, Who.KEEPER})
MEMBERS = frozenset({Who.OWNER, Who.LEADER, Who.AUTHOR, Who.VIEWER})  # who come with a sign-in, and know names
BEGINS = MEMBERS | {Who.VISITOR}
DEVICE = "the device of somebody"
TEXTS = {"path.yaml": "a\n"}
FILES = {"path.yaml": ("b\n", 1)}

Call = Callable[[Desk, Somebody], object]


@dataclass(frozen=True, slots=True)
class UseCase:
    """How a use case is called, what it does, and whose links it takes."""

    call: Call
    deed: Deed
    takes: frozenset[Who]

    def open_to(self, one: Somebody) -> bool:
        return one.may(self.deed) and bool(one.who & self.takes)


def _watch(desk: Desk, one: Somebody) -> None:
    if answering.watcher(desk, one.token) is None:
        raise NotAccepted("link", "This link listens to nothing.")


def _use_installed(desk: Desk, one: Somebody) -> None:
    whose = ACME if one.version == THEIRS else None
    editing.use_installed(desk, "social_crm", secret=one.secret, organisation=whose)


def _publish(desk: Desk, one: Somebody) -> None:
    token = one.token or (organisations.open_draft(desk, one.draft) if one.draft else "")
    editing.publish(desk, token, "A version", {"path.yaml": 1}, secret=one.secret)


ANSWERING: dict[str, tuple[Deed, Call]] = {
    "resume": (Deed.SEE_ANSWERS, lambda d, s: answering.resume(d, s.token)),
    "open_assessment": (Deed.SEE_ANSWERS, lambda d, s: answering.open_assessment(d, s.token)),
    "what_if": (Deed.SEE_ANSWERS, lambda d, s: answering.what_if(d, s.token, {}, {})),
    "what_if_items": (Deed.SEE_ANSWERS, lambda d, s: answering.what_if_items(d, s.token, {})),
    "result": (Deed.SEE_RESULT, lambda d, s: answering.result(d, s.token)),
    "plan_of": (Deed.SEE_RESULT, lambda d, s: answering.plan_of(d, s.token)),
    "movement": (Deed.SEE_RESULT, lambda d, s: answering.movement(d, s.token)),
    "export": (Deed.TAKE_ANSWERS, lambda d, s: answering.export(d, s.token, "csv")),
    "sections": (Deed.GO_THROUGH, lambda d, s: answering.sections(d, s.token)),
    "remember": (Deed.GO_THROUGH, lambda d, s: answering.remember(d, s.token, "firm")),
    "answer": (Deed.ANSWER, lambda d, s: answering.answer(d, s.token, "cul_01", 3)),
    "clear": (Deed.ANSWER, lambda d, s: answering.clear(d, s.token, "cul_01")),
    "write_note": (Deed.ANSWER, lambda d, s: answering.write_note(d, s.token, "cul_01", "so it is")),
    "answer_fact": (Deed.ANSWER_FACT, lambda d, s: answering.answer_fact(d, s.token, "ctx_size", "l")),
    "clear_fact": (Deed.ANSWER_FACT, lambda d, s: answering.clear_fact(d, s.token, "ctx_size")),
    "edit_plan": (Deed.EDIT_PLAN, lambda d, s: answering.edit_plan(d, s.token, "capacity", 30)),
    "finish": (Deed.FINISH, lambda d, s: answering.finish(d, s.token)),
    "reopen": (Deed.FINISH, lambda d, s: answering.reopen(d, s.token)),
    "start_again": (Deed.START_AGAIN, lambda d, s: answering.start_again(d, s.token)),
    "find_workshop": (Deed.JOIN, lambda d, s: answering.find_workshop(d, s.token)),
    "join": (Deed.JOIN, lambda d, s: answering.join(d, s.token, "exec", key=DEVICE)),
    "phone": (Deed.SEE_PHONE, lambda d, s: answering.phone(d, s.token)),
    "leave": (Deed.COME_AND_GO, lambda d, s: answering.leave(d, s.token)),
    "come_back": (Deed.COME_AND_GO, lambda d, s: answering.come_back(d, s.token)),
    "find_pulse": (Deed.ANSWER_PULSE, lambda d, s: answering.find_pulse(d, s.token)),
    "answer_pulse": (Deed.ANSWER_PULSE, lambda d, s: answering.answer_pulse(d, s.token, {"pul_1": 3}, key=DEVICE)),
    "delete_everything": (Deed.DELETE_FIRM, lambda d, s: answering.delete_everything(d, s.token)),
}
FACILITATING: dict[str, tuple[Deed, Call]] = {
    "room": (Deed.SEE_ROOM, lambda d, s: facilitating.room(d, s.token)),
    "board": (Deed.SEE_BOARD, lambda d, s: facilitating.board(d, s.token)),
    "topic_details": (Deed.SEE_BOARD, lambda d, s: facilitating.topic_details(d, s.token, "cul_01")),
    "suggest_agenda": (Deed.SEE_BOARD, lambda d, s: facilitating.suggest_agenda(d, s.token)),
    "settings": (Deed.SEE_BOARD, lambda d, s: facilitating.settings(d, s.token)),
    "facts": (Deed.SEE_BOARD, lambda d, s: facilitating.facts(d, s.token)),
    "pulse": (Deed.SEE_BOARD, lambda d, s: facilitating.pulse(d, s.token)),
    "log": (Deed.SEE_LOG, lambda d, s: facilitating.log(d, s.token)),
    "export_log": (Deed.SEE_LOG, lambda d, s: facilitating.export_log(d, s.token)),
    "outcome": (Deed.SEE_OUTCOME, lambda d, s: facilitating.outcome(d, s.token)),
    "plan": (Deed.SEE_OUTCOME, lambda d, s: facilitating.plan(d, s.token)),
    "export_plan": (Deed.SEE_OUTCOME, lambda d, s: facilitating.export_plan(d, s.token, "csv")),
    "export": (Deed.TAKE_AWAY, lambda d, s: facilitating.export(d, s.token, "csv")),
    "answer_fact": (Deed.ANSWER_FACT, lambda d, s: facilitating.answer_fact(d, s.token, "ctx_size", "l")),
    "clear_fact": (Deed.ANSWER_FACT, lambda d, s: facilitating.clear_fact(d, s.token, "ctx_size")),
    "edit_plan": (Deed.EDIT_PLAN, lambda d, s: facilitating.edit_plan(d, s.token, "capacity", 30)),
    "write_note": (Deed.WRITE_DOWN, lambda d, s: facilitating.write_note(d, s.token, "", "so it was")),
    "conclude": (Deed.WRITE_DOWN, lambda d, s: facilitating.conclude(d, s.token, "cul_01", conclusion="so be it")),
    "open_screen": (Deed.OPEN_LINKS, lambda d, s: facilitating.open_screen(d, s.token)),
    "invite_facilitator": (Deed.OPEN_LINKS, lambda d, s: facilitating.invite_facilitator(d, s.token, "Cy")),
    "set_pulse": (Deed.OPEN_LINKS, lambda d, s: facilitating.set_pulse(d, s.token, open_=True)),
    "prepare_again": (Deed.PREPARE_NEXT, lambda d, s: facilitating.prepare_again(d, s.token)),
    "press to take over": (Deed.TAKE_OVER, lambda d, s: facilitating.press(d, s.token, "take_over")),
    "change_settings": (Deed.SET_UP, lambda d, s: facilitating.change_settings(d, s.token, minimum=4)),
    "write_agenda": (Deed.SET_UP, lambda d, s: facilitating.write_agenda(d, s.token, ["cul_01"])),
    "add_topic": (Deed.SET_UP, lambda d, s: facilitating.add_topic(d, s.token, "cul_01")),
    "move_topic": (Deed.SET_UP, lambda d, s: facilitating.move_topic(d, s.token, "cul_01", 0)),
    "set_minutes": (Deed.SET_UP, lambda d, s: facilitating.set_minutes(d, s.token, "cul_01", 5)),
    "remove_topic": (Deed.SET_UP, lambda d, s: facilitating.remove_topic(d, s.token, "cul_01")),
    "press": (Deed.CONTROL, lambda d, s: facilitating.press(d, s.token, "next")),
    "anonymise": (Deed.ANONYMISE, lambda d, s: facilitating.anonymise(d, s.token)),
    "delete": (Deed.DELETE_WORKSHOP, lambda d, s: facilitating.delete(d, s.token)),
}
EDITING: dict[str, tuple[Deed, Call]] = {
    "open_draft": (Deed.READ_DRAFT, lambda d, s: editing.open_draft(d, s.token)),
    "open_to_try": (Deed.TRY_DRAFT, lambda d, s: editing.open_to_try(d, s.token)),
    "editors": (Deed.READ_DRAFT, lambda d, s: editing.editors(d, s.token)),
    "history": (Deed.READ_DRAFT, lambda d, s: editing.history(d, s.token, "path.yaml")),
    "text_at": (Deed.READ_DRAFT, lambda d, s: editing.text_at(d, s.token, "path.yaml", 1)),
    "log": (Deed.SEE_DRAFT_LOG, lambda d, s: editing.log(d, s.token)),
    "export_log": (Deed.SEE_DRAFT_LOG, lambda d, s: editing.export_log(d, s.token)),
    "rename": (Deed.CHANGE_DRAFT, lambda d, s: editing.rename(d, s.token, "Ours, again")),
    "save_file": (Deed.CHANGE_DRAFT, lambda d, s: editing.save_file(d, s.token, "path.yaml", "b\n", 1)),
    "save_files": (Deed.CHANGE_DRAFT, lambda d, s: editing.save_files(d, s.token, FILES)),
    "accept_seen": (Deed.CHANGE_DRAFT, lambda d, s: editing.accept_seen(d, s.token, ["path.yaml"], {"path.yaml": 1})),
    "remove_file": (Deed.CHANGE_DRAFT, lambda d, s: editing.remove_file(d, s.token, "path.yaml", 2)),
    "invite": (Deed.INVITE_EDITOR, lambda d, s: editing.invite(d, s.token, "Cy")),
    "delete_draft": (Deed.DELETE_DRAFT, lambda d, s: editing.delete_draft(d, s.token)),
}
WORKING: dict[str, tuple[Deed, Call]] = {
    "try_draft": (Deed.TRY_DRAFT, lambda d, s: working.try_draft(d, s.token)),
    "tried": (Deed.TRY_DRAFT, lambda d, s: working.tried(d, s.token)),
    "tried_questionnaire": (Deed.TRY_DRAFT, lambda d, s: working.tried_questionnaire(d, s.token, "j0")),
    "under_way": (Deed.TRY_DRAFT, lambda d, s: working.under_way(d, s.token)),
    "stop_trying": (Deed.TRY_DRAFT, lambda d, s: working.stop_trying(d, s.token)),
}
JOBS: dict[str, tuple[Deed, Call]] = {
    "our_jobs": (Deed.SEE_JOBS, lambda d, s: working.our_jobs(d, s.secret)),
    "rescore_ours": (Deed.PLACE_OURS, lambda d, s: working.rescore_ours(d, None, s.secret)),
    "placements": (Deed.PLACE_OURS, lambda d, s: working.placements(d, s.placing, s.secret)),
    "stop": (Deed.PLACE_OURS, lambda d, s: working.stop(d, s.placing, s.secret)),
}
PRINTING: dict[str, tuple[Deed, Call]] = {
    "print_ours": (Deed.PRINT_OURS, lambda d, _: working.print_ours(d)),
    "take_reports": (Deed.PRINT_OURS, lambda d, s: working.take_reports(d, s.reports)),
    "stop reports": (Deed.PRINT_OURS, lambda d, s: working.stop(d, s.reports, s.secret)),
}
SHARING: dict[str, tuple[Deed, Call]] = {
    "share": (Deed.SHARE, lambda d, s: sharing.share(d, s.token)),
    "shares": (Deed.SHARE, lambda d, s: sharing.shares(d, s.token)),
    "revoke": (Deed.SHARE, lambda d, s: sharing.revoke(d, s.token, 0)),
}
STEERING: dict[str, tuple[Deed, Call]] = {
    "archive": (Deed.STEER, lambda d, s: editing.archive(d, s.version, secret=s.secret)),
    "unarchive": (Deed.STEER, lambda d, s: editing.unarchive(d, s.version, secret=s.secret)),
    "make_current": (Deed.STEER, lambda d, s: editing.make_current(d, s.version, secret=s.secret)),
    "use_installed": (Deed.STEER, _use_installed),
}
BEGINNING: dict[str, tuple[Deed, Call]] = {
    "answering begun_for": (Deed.PREPARE, lambda d, _: answering.begun_for(d, Deed.PREPARE)),
    "facilitating prepare": (Deed.PREPARE, lambda d, _: facilitating.prepare(d, "Acme", 60)),
    "editing begin_draft": (Deed.BEGIN_DRAFT, lambda d, _: editing.begin_draft(d, "Ours", "Ada", files=TEXTS)),
}
OWNERS: dict[str, tuple[Deed, Call]] = {
    "sharing share by name": (Deed.SHARE, lambda d, s: sharing.share(d, s.assessment)),
    "sharing shares by name": (Deed.SHARE, lambda d, s: sharing.shares(d, s.assessment)),
    "sharing revoke by name": (Deed.SHARE, lambda d, s: sharing.revoke(d, s.assessment, 0)),
}
OWNING: dict[str, tuple[Deed, Call]] = {
    "sharing shared by name": (Deed.SEE_SHARED, lambda d, s: sharing.shared(d, s.assessment)),
    "editing publication of an organisation": (
        Deed.READ_OUR_VERSIONS,
        lambda d, s: editing.publication(d, s.version if s.visitor.signed_in else THEIRS),
    ),
    "organisations ours": (Deed.SEE_OURS, lambda d, _: organisations.ours(d)),
    "organisations open_workshop": (Deed.OPEN_WORKSHOP, lambda d, s: organisations.open_workshop(d, s.workshop)),
    "organisations open_draft": (Deed.OPEN_DRAFT, lambda d, s: organisations.open_draft(d, s.draft)),
    "organisations delete": (Deed.DELETE_OURS, lambda d, s: organisations.delete(d, s.assessment)),
}
USE_CASES: dict[str, UseCase] = {
    "sharing shared": UseCase(lambda d, s: sharing.shared(d, s.token), Deed.SEE_SHARED, frozenset({Who.READER})),
    **{f"sharing {name}": UseCase(call, deed, SHARES) for name, (deed, call) in SHARING.items()},
    **{name: UseCase(call, deed, frozenset({Who.OWNER})) for name, (deed, call) in OWNERS.items()},
    **{name: UseCase(call, deed, MEMBERS) for name, (deed, call) in OWNING.items()},
    **{f"answering {name}": UseCase(call, deed, ANSWERS) for name, (deed, call) in ANSWERING.items()},
    "answering watcher": UseCase(_watch, Deed.LISTEN, ANSWERS | LEADS),
    **{f"facilitating {name}": UseCase(call, deed, LEADS) for name, (deed, call) in FACILITATING.items()},
    **{f"working {name}": UseCase(call, deed, EDITS) for name, (deed, call) in WORKING.items()},
    **{f"working {name}": UseCase(call, deed, EDITS | MEMBERS) for name, (deed, call) in JOBS.items()},
    **{f"working {name}": UseCase(call, deed, MEMBERS) for name, (deed, call) in PRINTING.items()},
    "editing publish": UseCase(_publish, Deed.PUBLISH, EDITS | {Who.OWNER, Who.AUTHOR}),
    **{f"editing {name}": UseCase(call, deed, EDITS) for name, (deed, call) in EDITING.items()},
    **{f"editing {name}": UseCase(call, deed, EDITS | MEMBERS) for name, (deed, call) in STEERING.items()},
    **{name: UseCase(call, deed, BEGINS) for name, (deed, call) in BEGINNING.items()},
}

# What needs nothing to begin with, works on what its caller has read, or is the operator's.
WITHOUT_A_LINK = {
    *("samples", "offered", "question_counts", "role_choices", "start", "start_from_file"),
    *("begin_edition", "beginnings", "files_of", "installed", "can_keep", "publications", "publication_files"),
    *("end_sign_in", "ended_sign_ins"),
    *("seen", "versions", "sensitivity", "advice_from_answers", "with_next_version"),
    *("import_answers", "export_workshop", "still_current"),
}
THE_OPERATORS = {
    f"working {name}"
    for name in ("drafts", "begin_reports", "begin_effects", "begin_rescoring", "jobs", "cancel", "outcome")
}
