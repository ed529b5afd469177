"""Deleting what is an organisation's, whoever led or answered it."""

from assessments.answering.belonging import closed, ours
from assessments.answering.desk import Desk
from assessments.answering.writing_down import write_down
from assessments.rights import Deed
from assessments.storage import retried
from assessments.storage.assessments import delete_assessment
from assessments.storage.deed_log import forget_deeds
from assessments.storage.locks import lock_people
from assessments.storage.workshops import read_workshop


@retried
def delete(desk: Desk, id_: str) -> None:
    """Delete an assessment or a workshop, with its firm when that has no other; raises NotAccepted.

    What was deleted is overwritten on the disk, not only forgotten.
    """
    with desk.database.writing() as connection:
        record = ours(desk, connection, id_, Deed.DELETE_OURS)
        if record is None:
            raise closed(desk, "not_yours")
        if read_workshop(connection, record.id, lock="alone") is None:
            lock_people(connection, record.id)
        delete_assessment(connection, record.id)
        forget_deeds(connection, id_)
        write_down(desk, connection, "owner", "deleted", id_)
    desk.database.wipe_leftovers()
