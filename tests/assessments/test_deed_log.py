"""The log of deeds: every deed of a facilitator or an editor is written down once, with who did it, and no answers."""

import csv
import io

from assessments import editing, facilitating, sharing
from assessments.answering import Desk
from assessments.storage import Database
from assessments.storage.deed_log import Done, all_deeds
from assessments.wording.done import SENTENCES, done_line
from tests.assessments.conftest import only
from tests.assessments.facilitating.playing import MIXED, Play

SECRET = "What nobody may find in a log"


def everything(database: Database) -> list[Done]:
    with database.reading() as connection:
        return list(all_deeds(connection))


def led_to_the_end(desk: Desk) -> Play:
    """Play a workshop in which a facilitator does everything that is written down."""
    play = Play(desk, MIXED)
    facilitating.change_settings(desk, play.token, minimum=4)
    play.press("next")
    play.answer_all()
    facilitating.answer_fact(desk, play.token, "ctx_size", "l", key="once")
    facilitating.answer_fact(desk, play.token, "ctx_size", "l", key="once")
    facilitating.write_agenda(desk, play.token, ["cul_01"])
    facilitating.conclude(desk, play.token, "cul_01", conclusion=SECRET)
    facilitating.write_note(desk, play.token, "", SECRET)
    play.press("go:placed")
    facilitating.edit_plan(desk, play.token, "capacity", 30)
    bob = facilitating.invite_facilitator(desk, play.token, "Bob")
    facilitating.set_pulse(desk, bob, open_=True)
    facilitating.set_pulse(desk, bob, open_=False)
    sharing.share(desk, play.token, SECRET)
    sharing.revoke(desk, play.token, sharing.shares(desk, play.token)[0].number)
    facilitating.export(desk, play.token, "csv")
    facilitating.export(desk, bob, "json", exact_roles=True)
    facilitating.prepare_again(desk, play.token, name="Cy")
    play.press("end!")
    return play


def test_what_facilitators_do_is_written_down_once(desk: Desk, database: Database) -> None:
    play = led_to_the_end(desk)
    done = facilitating.log(desk, play.token)
    assert [(one.name, one.done, one.detail) for one in reversed(done)] == [
        ("Ann", "prepared", ""),
        ("Ann", "opened_screen", ""),
        ("Ann", "set_up", ""),
        ("Ann", "set_fact", "ctx_size"),
        ("Ann", "concluded", "cul_01"),
        ("Ann", "edited_plan", ""),
        ("Ann", "invited", ""),
        ("Bob", "opened_pulse", ""),
        ("Bob", "closed_pulse", ""),
        ("Ann", "shared", ""),
        ("Ann", "revoked", ""),
        ("Ann", "took_answers", "csv"),
        ("Bob", "took_exact_roles", "json"),
        ("Ann", "prepared_next", ""),
    ]
    assert SECRET not in str(everything(database))


@only("sqlite")
def test_the_whole_log_holds_the_presses_too_and_runs_nothing(desk: Desk) -> None:
    play = Play(desk, MIXED[:1])
    eve = facilitating.invite_facilitator(desk, play.token, "=HYPERLINK(1)")
    facilitating.open_screen(desk, eve)
    play.press("next")
    rows = list(csv.DictReader(io.StringIO(facilitating.export_log(desk, play.token).content.decode())))
    assert [row["done"] for row in rows] == ["prepared", "opened_screen", "invited", "opened_screen", "next"]
    assert rows[3]["name"] == "'=HYPERLINK(1)"
    assert rows == sorted(rows, key=lambda row: row["at"])


@only("sqlite")
def test_an_anonymous_workshop_has_no_names_in_its_log(desk: Desk) -> None:
    play = led_to_the_end(desk)
    facilitating.anonymise(desk, play.token, confirmed=True)
    done = facilitating.log(desk, play.token)
    assert done[0].done == "anonymised"
    assert {one.name for one in done} == {""}


def test_of_a_deleted_workshop_one_line_is_left(desk: Desk, database: Database) -> None:
    play = Play(desk, MIXED[:1])
    facilitating.delete(desk, play.token)
    assert [(one.name, one.done, one.about) for one in everything(database)] == [
        ("Ann", "deleted", play.prepared.workshop_id)
    ]


@only("sqlite")
def test_what_the_operator_takes_out_is_seen_by_the_facilitators(desk: Desk) -> None:
    play = Play(desk, MIXED[:1])
    facilitating.export_workshop(desk, play.prepared.workshop_id, "csv")
    last = facilitating.log(desk, play.token)[0]
    assert (last.who, last.done, last.detail) == ("operator", "took_exact_roles", "csv")


def test_what_editors_do_is_written_down_and_saves_stand_in_the_file(desk: Desk, database: Database) -> None:
    begun = editing.begin_draft(desk, "Ours", "Ada")
    bob = editing.invite(desk, begun.token, "Bob")
    editing.rename(desk, bob, SECRET)
    revisions = {name: file.revision for name, file in editing.open_draft(desk, bob).files.items()}
    text = editing.with_next_version(desk, editing.open_draft(desk, bob).texts)
    revisions["path.yaml"] = editing.save_file(desk, bob, "path.yaml", text, revisions["path.yaml"]).revision
    version = editing.publish(desk, bob, "Better words", revisions).id
    for steer in (editing.make_current, editing.archive, editing.unarchive):
        steer(desk, version)
    editing.use_installed(desk, "social_crm")
    assert [(one.name, one.done) for one in reversed(editing.log(desk, begun.token))] == [
        ("Ada", "began"),
        ("Ada", "invited"),
        ("Bob", "renamed"),
        ("Bob", "published"),
    ]
    kept = [(one.who, one.done, one.about) for one in reversed(everything(database)) if one.who == "keeper"]
    assert kept == [
        ("keeper", "chosen", version),
        ("keeper", "archived", version),
        ("keeper", "brought_back", version),
        ("keeper", "installed_chosen", "social_crm"),
    ]
    rows = editing.export_log(desk, begun.token).content.decode().splitlines()
    assert sum(",editor,Bob,saved," in row and row.endswith(",path.yaml,") for row in rows) == 1
    assert SECRET not in str(everything(database))
    editing.delete_draft(desk, begun.token)
    assert [one.done for one in everything(database) if one.about == begun.draft_id] == ["deleted"]


@only("sqlite")
def test_a_deed_that_is_refused_is_not_written_down(desk: Desk) -> None:
    play = Play(desk, MIXED[:1])
    before = facilitating.log(desk, play.token)
    for attempt in (
        lambda: facilitating.answer_fact(desk, play.token, "ctx_size", "huge"),
        lambda: facilitating.change_settings(desk, play.token, minimum=1),
        lambda: facilitating.conclude(desk, play.token, "nothing", conclusion="x"),
        lambda: facilitating.anonymise(desk, play.token, confirmed=True),
    ):
        try:
            attempt()
        except facilitating.NotAccepted:
            continue
        raise AssertionError("this should have been refused")
    assert facilitating.log(desk, play.token) == before


@only("sqlite")
def test_every_deed_is_said_in_a_sentence(desk: Desk, database: Database) -> None:
    led_to_the_end(desk)
    for one in everything(database):
        assert one.done in SENTENCES
        assert done_line(one).startswith(one.name)
    nameless = Done(desk.clock(), "keeper", "", "archived", "v1", "")
    assert done_line(nameless) == "Whoever keeps the studio archived a version."
