"""Links that share a result: made, found by their token, listed, used, revoked."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from assessments.storage.people import token_hash
from assessments.storage.share_tables import share


@dataclass(frozen=True, slots=True)
class ShareRecord:
    """A link that shares a result, without its token."""

    id: int
    assessment_id: int
    label: str
    made_at: datetime
    expires_at: datetime
    revoked_at: datetime | None
    used_at: datetime | None


_SHARES = select(*(share.c[name] for name in ShareRecord.__slots__))


def add_share(
    connection: Connection, assessment_id: int, token: str, *, label: str, at: datetime, expires_at: datetime
) -> None:
    """Let whoever holds ``token`` see the result of an assessment until ``expires_at``."""
    row = {"assessment_id": assessment_id, "token_sha256": token_hash(token), "label": label}
    connection.execute(insert(share).values(**row, made_at=at, expires_at=expires_at))


def find_share(connection: Connection, token: str) -> ShareRecord | None:
    """Return the link a token belongs to, whether it can still be used or not."""
    row = connection.execute(_SHARES.where(share.c.token_sha256 == token_hash(token))).one_or_none()
    return None if row is None else _record(row)


def shares_of(connection: Connection, assessment_id: int) -> tuple[ShareRecord, ...]:
    """Return every link to the result of an assessment, the newest first."""
    rows = connection.execute(_SHARES.where(share.c.assessment_id == assessment_id).order_by(share.c.id.desc()))
    return tuple(map(_record, rows))


def revoke_share(connection: Connection, assessment_id: int, id_: int, at: datetime) -> bool:
    """Let a link be used no more; return whether the assessment has one of this number. The first time counts."""
    here = (share.c.assessment_id == assessment_id, share.c.id == id_)
    connection.execute(update(share).where(*here, share.c.revoked_at.is_(None)).values(revoked_at=at))
    return connection.scalar(select(share.c.id).where(*here)) is not None


def share_used(connection: Connection, id_: int, at: datetime) -> None:
    """Store when a link was used last."""
    connection.execute(update(share).where(share.c.id == id_).values(used_at=at))


def _record(row: Row[Any]) -> ShareRecord:
    return ShareRecord(**row._mapping)
