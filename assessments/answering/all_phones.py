"""A workshop as all its phones have it in common: read once for all of them, and again when a control was pressed."""

from collections.abc import Callable
from threading import RLock
from typing import Any

from assessments.answering.desk import Desk
from assessments.storage import Connection
from assessments.storage.workshop_records import WorkshopRecord
from assessments.storage.workshops import Lock, mark_of, read_workshop

WORKSHOP = "workshop"


class AllPhones:
    """What was worked out for one phone between two controls of a workshop, and every other phone shows as well."""

    def __init__(self) -> None:
        self._made: dict[str, Any] = {}
        self._lock = RLock()  # a hundred phones ask at once: one works it out, the others wait

    def once(self, what: str, work_out: Callable[[], Any]) -> Any:
        """Return what ``work_out`` returned for ``what`` first; nothing in it may be one person's own."""
        with self._lock:
            if what not in self._made:
                self._made[what] = work_out()
            return self._made[what]

    @property
    def workshop(self) -> WorkshopRecord:
        """The workshop as it is but for its ``activity``, which people move: that is as the first phone found it."""
        workshop: WorkshopRecord = self._made[WORKSHOP]
        return workshop


def find_all_phones(desk: Desk, connection: Connection, id_: int, *, lock: Lock | None = None) -> AllPhones | None:
    """Return a workshop as it is, locked as by ``read_workshop``."""
    mark = mark_of(connection, id_, lock=lock)
    if mark is None:
        return None
    phones: AllPhones = desk.standing_still(("phones", mark.public_id), mark, AllPhones)
    return None if phones.once(WORKSHOP, lambda: read_workshop(connection, id_)) is None else phones
