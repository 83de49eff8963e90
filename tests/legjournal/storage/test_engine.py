"""The connection policy, read back from live connections."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from hand_clock import EVENING, HandClock
from sqlalchemy.exc import IntegrityError
from sqlcipher3 import dbapi2

from legjournal.errors import DiskFull, MovedAway, OpenToReadOnly, SaveBusy
from legjournal.exchange import whole
from legjournal.journal import Journal
from legjournal.storage.engine import PRAGMAS, connect
from legjournal.storage.opening import FORMAT

TODAY = EVENING.date()
# What each setting reads back as, by https://www.sqlite.org/pragma.html
READ_BACK: dict[str, object] = {
    "journal_mode": "delete",
    "synchronous": 3,  # EXTRA
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "secure_delete": 1,
    "temp_store": 2,  # MEMORY
    "mmap_size": 0,
    "fullfsync": 1,
    "busy_timeout": 2000,
}


def test_every_setting_of_the_policy_has_its_reading() -> None:
    """No setting is added to the policy, or taken from it, without saying here what it reads back as."""
    assert PRAGMAS.keys() == READ_BACK.keys()


@pytest.mark.parametrize(("name", "value"), READ_BACK.items(), ids=READ_BACK)
def test_a_live_connection_has_the_policy(journal: Journal, name: str, value: object) -> None:
    """Each setting, read back from a connection that the journal itself uses, is what was decided."""
    with journal.store.engine.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {name}").scalar() == value


def test_locking_is_never_exclusive(journal: Journal) -> None:
    """With locking_mode NORMAL a file swapped away under the program is noticed."""
    with journal.store.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA locking_mode").scalar() == "normal"


def test_the_library_is_past_the_write_ahead_bug() -> None:
    """SQLite 3.51.3 mended a corruption; nothing older is spoken to."""
    with closing(dbapi2.connect(":memory:")) as connection:
        [version] = connection.execute("SELECT sqlite_version()").fetchone()
    assert tuple(map(int, version.split("."))) >= (3, 51, 3)


def test_connecting_never_makes_a_file(tmp_path: Path) -> None:
    """Only a new journal creates; opening what is missing fails and leaves nothing."""
    with pytest.raises(dbapi2.OperationalError):
        connect(tmp_path / "missing.legjournal")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name", ["50% off.legjournal", "what?.legjournal", "a#b.legjournal", "Noël ŵ.legjournal"]
)
def test_any_name_is_that_file_and_no_other(tmp_path: Path, name: str) -> None:
    """Signs with a meaning in addresses are plain letters of a file's name."""
    Journal.create(tmp_path / name).close()
    assert [entry.name for entry in tmp_path.iterdir()] == [name]
    Journal.open(tmp_path / name).close()


def test_a_key_locks_the_file(tmp_path: Path) -> None:
    """What is written under a key is neither readable without it nor there to be seen."""
    path = tmp_path / "locked"
    path.touch()
    with closing(connect(path, bytes(range(32)))) as connection:
        connection.execute("CREATE TABLE t (note TEXT) STRICT")
        connection.execute("INSERT INTO t VALUES ('a canary in a mine')")
    assert b"canary" not in path.read_bytes()
    for key in (None, bytes(32)):
        with pytest.raises(dbapi2.DatabaseError):
            connect(path, key)


def test_a_plain_journal_opens_in_any_sqlite(journal: Journal) -> None:
    """The plain file belongs to the person: the standard library reads it without this program."""
    journal.diary.record(TODAY, note="mine")
    with closing(sqlite3.connect(journal.path)) as reader:
        assert reader.execute("SELECT note FROM diary_day").fetchall() == [("mine",)]


def test_a_save_said_not_to_be_saved_is_not_written_later(journal: Journal) -> None:
    """When COMMIT fails because of a reader, the next save does not bring the failed one with it."""
    with journal.store.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 50")  # the test's own patience, not the person's
    with closing(connect(journal.path)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT name FROM sqlite_master").fetchone()
        with pytest.raises(SaveBusy, match="Try again in a moment"):
            journal.diary.record(TODAY, note="a ghost")
        reader.execute("ROLLBACK")
    journal.symptoms.add(TODAY, kind="pain", score=5)
    assert journal.diary.day(TODAY) is None
    assert "a ghost" not in whole.as_text(journal)
    assert journal.problems() == []
    journal.diary.record(TODAY, note="typed again")
    assert journal.diary.day(TODAY).note == "typed again"


def test_a_failed_session_of_the_usual_kind_is_undone_as_well(journal: Journal) -> None:
    """The pool's own guard: a connection given back inside a transaction is rolled back."""
    connection = journal.store.engine.raw_connection()
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE alembic_version SET version_num = 'ghost'")
    connection.close()
    with journal.store.engine.begin() as after:
        assert after.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == f"{FORMAT:04}"


def test_a_read_leaves_nothing_open(journal: Journal) -> None:
    """After a read no connection is taken, and another program may have the file to itself at once."""
    journal.diary.record(TODAY, note="x")
    journal.symptoms.on(TODAY)
    whole.as_text(journal)
    assert journal.store.engine.pool.checkedout() == 0
    with closing(connect(journal.path)) as other:
        other.execute("PRAGMA busy_timeout = 0")
        other.execute("BEGIN EXCLUSIVE")


def test_a_read_does_not_keep_another_reader_out(journal: Journal, clock: HandClock) -> None:
    """Two windows may look at the same journal at the same time."""
    with Journal.open(journal.path, clock) as other, journal.store.read(), other.store.read() as session:
        assert session.connection().exec_driver_sql("SELECT count(*) FROM diary_day").scalar() == 0


def test_a_change_that_raises_is_undone(journal: Journal) -> None:
    """An action is stored whole or not at all."""
    with pytest.raises(InterruptedError), journal.store.change() as change:
        change.session.connection().exec_driver_sql("UPDATE alembic_version SET version_num = 'half'")
        raise InterruptedError
    with journal.store.read() as session:
        assert (
            session.connection().exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
            == f"{FORMAT:04}"
        )


def test_a_file_moved_away_takes_no_save(journal: Journal) -> None:
    """When a sync program moves the open file away, the save is refused instead of lost."""
    journal.diary.record(TODAY, note="before")
    journal.path.rename(journal.path.with_name("moved"))
    with pytest.raises(MovedAway, match="moved"):
        journal.diary.record(TODAY, note="after")


def test_a_full_disk_says_so_and_keeps_what_was_there(journal: Journal) -> None:
    """SQLITE_FULL is the sentence of a full disk, and earlier entries are intact."""
    journal.diary.record(TODAY, note="before")
    with journal.store.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")  # no page more than there is
    with pytest.raises(DiskFull, match="disk is full"):
        journal.diary.record(TODAY, note="long " * 10_000)
    assert journal.diary.day(TODAY).note == "before"
    assert journal.problems() == []


def test_no_entry_reaches_the_text_of_an_error(journal: Journal) -> None:
    """A failing statement does not carry what the person wrote."""
    with pytest.raises(IntegrityError) as refused, journal.store.engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO preference (id, key) VALUES (?, ?)", ("secret", "private"))
    assert "secret" not in str(refused.value)
    assert "private" not in str(refused.value)


def test_files_are_for_the_person_alone(tmp_path: Path) -> None:
    """A journal is 0600 and the folder made for it 0700, whatever the process would make by itself."""
    path = tmp_path / "Leg Journal" / "j.legjournal"
    with Journal.create(path) as journal:
        journal.diary.record(journal.clock.today(), note="x")
        whole.export(journal, path.with_suffix(".json"))
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}
    assert len(list(path.parent.iterdir())) == 2


def test_journal_opened_to_read_only_reads_and_refuses(tmp_path: Path, clock: HandClock) -> None:
    """What is in it can be read; a save is refused in a sentence, and the file stays as it was."""
    path = tmp_path / "journal.legjournal"
    with Journal.create(path, clock) as journal:
        journal.diary.record(clock.today(), mood=4)
    before = path.read_bytes()
    with Journal.open(path, clock, read_only=True) as journal:
        day = journal.diary.day(clock.today())
        assert day is not None and day.mood == 4
        with pytest.raises(OpenToReadOnly):
            journal.diary.record(clock.today(), mood=5)
    assert path.read_bytes() == before
