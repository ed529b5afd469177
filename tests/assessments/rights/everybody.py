"""A world with one of everything that can be opened, and everybody who might try, with the right link or another."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from hashlib import sha256

from sqlalchemy import update

from assessments import answering, editing, facilitating, sharing, working
from assessments.answering import Desk
from assessments.answering.samples import _load
from assessments.rights import NOBODY_SIGNS_IN, NOT_SIGNED_IN, Deed, Visitor, Who, may
from assessments.storage.publications import add_publication, find_publication
from assessments.storage.share_tables import share
from tests.assessments.rights.members import ACME, BETA, NEWCOMER, member

KEY = "the studio's own key"
SAMPLE = "hartwell-2026"
EVERYBODYS, THEIRS = "v1", "v2"  # published versions
MEMBERS = (Who.OWNER, Who.LEADER, Who.AUTHOR, Who.VIEWER)


@dataclass(frozen=True, slots=True)
class Somebody:
    """What somebody comes with, and who that makes them."""

    who: frozenset[Who]
    token: str = ""
    secret: str | None = None
    visitor: Visitor = NOBODY_SIGNS_IN
    assessment: str = ""  # the names of things, by which members know them
    workshop: str = ""
    draft: str = ""
    version: str = EVERYBODYS
    reports: str = ""  # the names of jobs
    placing: str = ""

    def may(self, deed: Deed) -> bool:
        return any(may(who, deed) for who in self.who)


def some(*who: Who, token: str = "", secret: str | None = None, visitor: Visitor = NOBODY_SIGNS_IN) -> Somebody:
    return Somebody(frozenset({*who, visitor.who}), token, secret, visitor)


def everybody(desk: Desk) -> dict[str, Somebody]:
    """Return one of each who may do something, and strangers with links that open nothing."""
    _load(desk, desk.edition(), desk.folder / "examples" / "hartwell.yaml")
    own, draft, room = answering.start(desk, "Acme", "quick"), _draft(desk), _room(desk)
    return {
        "a guest": some(Who.GUEST, token=SAMPLE),
        "a respondent": some(Who.RESPONDENT, token=own.token),
        **_readers(desk, own.token),
        **room,
        "an editor": some(Who.EDITOR, token=draft),
        "the keeper": replace(
            some(Who.EDITOR, Who.KEEPER, token=draft, secret=KEY), placing=working.rescore_ours(desk, None, KEY)
        ),
        **_strangers(desk, own, draft),
        **_members(desk),
    }


def _readers(desk: Desk, own: str) -> dict[str, Somebody]:
    links = [sharing.share(desk, own, label) for label in ("the board", "the bank", "the press")]
    last, before, _ = sharing.shares(desk, own)
    sharing.revoke(desk, own, last.number)
    _let_expire(desk, before.number)
    return {
        "a reader": some(Who.READER, token=links[0]),
        "a reader whose link has expired": some(Who.STRANGER, token=links[1]),
        "a reader whose link was revoked": some(Who.STRANGER, token=links[2]),
    }


def _let_expire(desk: Desk, number: int) -> None:
    expired = {"made_at": desk.clock() - timedelta(days=2), "expires_at": desk.clock() - timedelta(days=1)}
    with desk.database.writing() as connection:
        connection.execute(update(share).where(share.c.id == number).values(**expired))


def _draft(desk: Desk) -> str:
    return editing.begin_draft(desk, "Ours", "Ada", files={"path.yaml": "a\n"}).token


def _room(desk: Desk) -> dict[str, Somebody]:
    prepared = facilitating.prepare(desk, "Acme", 60, name="Ann")
    facilitating.set_pulse(desk, prepared.token, open_=True)
    pulse = facilitating.pulse(desk, prepared.token).code
    seats = [
        answering.join(desk, prepared.code, role, key=f"the device of number {number}")
        for number, role in enumerate(["exec", None, "exec"])
    ]
    facilitating.press(desk, prepared.token, "remove", person=seats[2].name or "")
    return {
        "somebody invited": some(Who.INVITED, token=prepared.code),
        "a customer": some(Who.CUSTOMER, token=pulse),
        "a participant": some(Who.PARTICIPANT, token=seats[0].token),
        "a spectator": some(Who.SPECTATOR, token=seats[1].token),
        "somebody removed": some(Who.STRANGER, token=seats[2].token),
        "the screen": some(Who.SCREEN, token=facilitating.open_screen(desk, prepared.token)),
        "a facilitator": some(Who.FACILITATOR, token=facilitating.invite_facilitator(desk, prepared.token, "Bob")),
        "who is in charge": some(Who.IN_CHARGE, token=prepared.token),
        "a workshop's name": some(Who.STRANGER, token=prepared.workshop_id),
    }


def _members(desk: Desk) -> dict[str, Somebody]:
    """Return the members of an organisation, and others who got hold of their links and know their names."""
    _publish(desk, EVERYBODYS, None)
    owner, leader, author = (desk.serving(member(who)) for who in (Who.OWNER, Who.LEADER, Who.AUTHOR))
    room, draft, began = (
        facilitating.prepare(leader, "Acme", 60),
        _draft(author),
        answering.start(owner, "Acme", "quick"),
    )
    answering.finish(owner, began.token)
    _publish(desk, THEIRS, ACME)
    names = {"assessment": began.assessment_id, "workshop": room.workshop_id, "version": THEIRS}
    names |= {"reports": working.print_ours(owner), "placing": working.rescore_ours(owner, None)}
    names["draft"] = editing.open_draft(author, draft).id

    def one(*who: Who, token: str = "", visitor: Visitor) -> Somebody:
        return replace(some(*who, token=token, visitor=visitor), **names)

    members = {f"{who.title}, by name": one(who, visitor=member(who)) for who in MEMBERS}
    others = {
        "somebody signed out": NOT_SIGNED_IN,
        "a newcomer": NEWCOMER,
        "a viewer": member(Who.VIEWER),
        "an owner of another organisation": replace(member(Who.OWNER, BETA), organisation=None),
        "somebody where nobody signs in any more": NOBODY_SIGNS_IN,
    }
    leaked = {
        f"{name} with the link of {whose}": one(*_is(visitor), token=token, visitor=visitor)
        for name, visitor in others.items()
        for whose, token in {"a facilitator": room.token, "an editor": draft}.items()
    }
    return {
        **members,
        **leaked,
        "a member in charge": one(Who.IN_CHARGE, Who.LEADER, token=room.token, visitor=leader.visitor),
        "a member with a draft": one(Who.EDITOR, Who.AUTHOR, token=draft, visitor=author.visitor),
    }


def _is(visitor: Visitor) -> frozenset[Who]:
    return visitor.roles.get(ACME, frozenset())


def _publish(desk: Desk, id_: str, organisation: str | None) -> None:
    edition = desk.edition()
    with desk.database.writing() as connection:
        known = {"questionnaire": "social_crm", "version": id_, "title": "Ours", "author": "Ada", "note": "New"}
        text = {"path.yaml": "a\n"}
        at, sha256 = desk.clock(), desk.pin(connection, edition)
        if find_publication(connection, id_, [ACME]) is None:
            add_publication(connection, text, public_id=id_, sha256=sha256, at=at, organisation=organisation, **known)


def _strangers(desk: Desk, own: answering.Started, draft: str) -> Mapping[str, Somebody]:
    gone, thrown_away = answering.start(desk, "Gone", "quick").token, _draft(desk)
    answering.delete_everything(desk, gone)
    editing.delete_draft(desk, thrown_away)
    links = {
        "nothing": "",
        "a forged link": "x" * len(own.token),
        "a link of a deleted firm": gone,
        "a link of a deleted draft": thrown_away,
        "an assessment's name": own.assessment_id,
        "a draft's name": editing.open_draft(desk, draft).id,
        "what is stored of a link": sha256(own.token.encode()).hexdigest(),
        "signs no link has": "\ud800\x00' OR 1=1 --",
        "far too much": "x" * 100_000,
    }
    return {name: some(Who.STRANGER, token=link, secret=link) for name, link in links.items()}
