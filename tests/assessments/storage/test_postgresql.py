"""What only PostgreSQL can do to us: connections that are cut, others in the way, limits, rights."""

from threading import Barrier, Thread
from urllib.parse import quote

import pytest
from sqlalchemy import insert, select, text, update

from assessments.storage import Connection, Database, DoesNotFit, InTheWay, Unavailable, retried
from assessments.storage.tables import firm
from tests.assessments.conftest import NOON, only
from tests.assessments.postgresql import OTHERS_END, Databases

pytestmark = only("postgresql")


def with_options(url: str, **options: str) -> Database:
    """Open a database whose address asks for other settings than ours."""
    said = " ".join(f"-c {name}={value}" for name, value in options.items())
    return Database(f"{url}{'&' if '?' in url else '?'}options={quote(said)}")


def asked(database: Database, name: str) -> str:
    with database.reading() as connection:
        return str(connection.execute(text(f"SHOW {name}")).scalar_one())


@pytest.mark.parametrize(("given", "used"), [("off", "on"), ("on", "on"), ("remote_write", "remote_write")])
def test_a_commit_is_on_the_disk_before_it_is_acknowledged(database_url: str, given: str, used: str) -> None:
    """A server that only promises to store later is told not to; one that promises more keeps its word."""
    database = with_options(database_url, synchronous_commit=given)
    assert asked(database, "synchronous_commit") == used
    database.close()


def test_nobody_waits_for_ever(database: Database) -> None:
    names = ("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout")
    assert [asked(database, name) for name in names] == ["10s", "30s", "1min"]


def test_a_read_is_a_snapshot_that_cannot_write(database: Database) -> None:
    assert asked(database, "transaction_isolation") == "repeatable read"
    with pytest.raises(Unavailable), database.reading() as connection:
        connection.execute(insert(firm).values(name="Acme", made_at=NOON))


def test_a_statement_that_takes_too_long_is_given_up(database_url: str, caplog: pytest.LogCaptureFixture) -> None:
    database = with_options(database_url, statement_timeout="50ms")
    with pytest.raises(Unavailable, match="nothing was stored"), database.writing() as connection:
        connection.execute(text("SELECT pg_sleep(20)"))
    assert "statement timeout" in caplog.text
    database.close()


def test_a_writer_that_waits_too_long_for_another_one_is_told(database: Database, database_url: str) -> None:
    number = add_firm(database)
    hasty = with_options(database_url, lock_timeout="50ms")
    with database.writing() as connection:
        rename(connection, number, "First")
        with pytest.raises(Unavailable), hasty.writing() as other:
            rename(other, number, "Second")
    with hasty.writing() as other:
        rename(other, number, "Third")
    assert names(database) == ["Third"]
    hasty.close()


def test_of_two_that_wait_for_each_other_both_get_through(database: Database) -> None:
    one, two = add_firm(database), add_firm(database)
    both_hold_one = Barrier(2)
    tries: list[str] = []

    @retried
    def rename_both(first: int, second: int, name: str) -> None:
        tries.append(name)
        with database.writing() as connection:
            rename(connection, first, name)
            if len(tries) <= 2:
                both_hold_one.wait()
            rename(connection, second, name)

    threads = [Thread(target=rename_both, args=args) for args in ((one, two, "A"), (two, one, "B"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(tries) > 2  # one was undone, once or as often as they met again
    assert names(database) in (["A", "A"], ["B", "B"])


def test_who_never_gets_through_is_told(database: Database) -> None:
    tries = 0

    @retried
    def always_undone() -> None:
        nonlocal tries
        tries += 1
        with database.writing() as connection:
            connection.execute(text("DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = 'serialization_failure'; END $$"))

    with pytest.raises(InTheWay, match="nothing was stored"):
        always_undone()
    assert tries == 5


def test_a_connection_that_was_cut_is_made_again(database: Database, database_url: str, postgresql: Databases) -> None:
    add_firm(database)
    postgresql.ask(database_url, OTHERS_END)
    assert names(database) == ["Acme"]


def test_a_transaction_that_is_cut_off_stores_nothing(
    database: Database, database_url: str, postgresql: Databases
) -> None:
    def write_and_be_cut_off() -> None:
        with database.writing() as connection:
            connection.execute(insert(firm).values(name="Acme", made_at=NOON))
            postgresql.ask(database_url, OTHERS_END)

    with pytest.raises(Unavailable, match="nothing was stored"):
        write_and_be_cut_off()
    assert names(database) == []


def test_missing_rights_are_told_in_a_sentence(database: Database) -> None:
    with database.writing() as connection:
        connection.execute(text("DROP ROLE IF EXISTS guest"))
        connection.execute(text("CREATE ROLE guest LOGIN"))
    guest = Database(database.engine.url.set(username="guest").render_as_string(hide_password=False))
    with pytest.raises(Unavailable), guest.writing() as connection:
        connection.execute(insert(firm).values(name="Acme", made_at=NOON))
    guest.close()


def test_a_database_that_is_not_there_is_told_in_a_sentence(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    nowhere = Database(database.engine.url.set(database="nowhere").render_as_string(hide_password=False))
    with pytest.raises(Unavailable), nowhere.reading():
        pass
    assert 'database "nowhere" does not exist' in caplog.text


def test_what_people_wrote_reaches_neither_messages_nor_logs(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(DoesNotFit) as told, database.writing() as connection:
        connection.execute(insert(firm).values(name="A secret" * 100, made_at=NOON))
    assert "secret" not in f"{told.value}{caplog.text}"


def test_text_that_postgresql_cannot_keep_is_refused(database: Database) -> None:
    with pytest.raises(DoesNotFit), database.writing() as connection:
        connection.execute(insert(firm).values(name="a\0b", made_at=NOON))


def add_firm(database: Database) -> int:
    with database.writing() as connection:
        return int(connection.execute(insert(firm).values(name="Acme", made_at=NOON).returning(firm.c.id)).scalar_one())


def rename(connection: Connection, number: int, name: str) -> None:
    connection.execute(update(firm).where(firm.c.id == number).values(name=name))


def names(database: Database) -> list[str]:
    with database.reading() as connection:
        return list(connection.scalars(select(firm.c.name).order_by(firm.c.id)))
