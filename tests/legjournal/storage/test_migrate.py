"""A journal is brought to the newest format wholly or not at all."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hand_clock import EVENING, HandClock
from sqlalchemy import event

from legjournal import errors
from legjournal.journal import Journal
from legjournal.storage import migrate
from legjournal.storage.engine import open_engine
from legjournal.storage.opening import FORMAT

ROOT = Path(__file__).parents[3]
TODAY = EVENING.date()

# Migrates a new file again and again, each time in a child that kills itself before its Nth statement.
KILLED = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import event
from alembic import command  # before the forks, so that each child is quick
from legjournal.storage import migrate
from legjournal.storage.engine import open_engine

def child(path, last):
    path.touch(mode=0o600)
    engine = open_engine(path)
    ran = []

    @event.listens_for(engine, "before_cursor_execute")
    def count(*_):
        ran.append(None)
        if len(ran) == last:
            os.kill(os.getpid(), signal.SIGKILL)

    migrate.upgrade(engine)
    engine.dispose()
    os._exit(0)

for last in range(1, 500):
    pid = os.fork()
    if pid == 0:
        child(Path(sys.argv[1]) / f"{last}.legjournal", last)
    if os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0:
        print(last)
        break
"""


@pytest.mark.skipif(sys.platform == "win32", reason="fork and SIGKILL")
def test_a_migration_killed_anywhere_leaves_nothing_half_done(tmp_path: Path) -> None:
    """Killed before any one of its statements, a new journal is an empty file that is told to be one."""
    command = [sys.executable, "-c", KILLED, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    finished = int(done.stdout)
    assert finished > 30
    for last in range(1, finished):
        path = tmp_path / f"{last}.legjournal"
        with pytest.raises(errors.EmptyFile):
            Journal.open(path)
        assert path.stat().st_size == 0
    with Journal.open(tmp_path / f"{finished}.legjournal") as journal:
        assert journal.problems() == []


def test_a_migration_that_fails_half_way_can_be_run_again(tmp_path: Path) -> None:
    """After an error in the middle the file is as before, and the next try makes a whole journal."""
    path = tmp_path / "j.legjournal"
    path.touch(mode=0o600)
    engine = open_engine(path)
    ran: list[str] = []

    def fail_at_the_twentieth(_connection, _cursor, statement: str, *_: object) -> None:
        ran.append(statement)
        if len(ran) == 20:
            raise InterruptedError

    event.listen(engine, "before_cursor_execute", fail_at_the_twentieth)
    with pytest.raises(InterruptedError):
        migrate.upgrade(engine)
    assert any("CREATE TABLE" in statement for statement in ran)
    assert path.read_bytes() == b""
    migrate.upgrade(engine)
    engine.dispose()
    with Journal.open(path) as journal:
        assert journal.problems() == []


def test_a_second_opening_writes_nothing(journal: Journal, clock: HandClock) -> None:
    """A journal of the newest format is not migrated again."""
    journal.close()
    before = journal.path.stat().st_mtime_ns, journal.path.read_bytes()
    Journal.open(journal.path, clock).close()
    assert (journal.path.stat().st_mtime_ns, journal.path.read_bytes()) == before


def test_a_journal_that_lost_its_number_is_brought_up_to_date(journal: Journal, clock: HandClock) -> None:
    """An older format number is raised to the newest, and no entry is touched."""
    journal.diary.record(TODAY, note="kept")
    journal.close()
    with closing(sqlite3.connect(journal.path)) as connection:
        connection.execute("PRAGMA user_version = 0")
    with Journal.open(journal.path, clock) as again:
        assert again.diary.day(TODAY).note == "kept"
        assert again.problems() == []
    with closing(sqlite3.connect(journal.path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (FORMAT,)


def test_a_folder_with_odd_signs_in_its_name_is_migrated_in(tmp_path: Path) -> None:
    """A per cent sign means something to Alembic, and nothing in a path."""
    folder = tmp_path / "100% mine %(here)s"
    Journal.create(folder / "j.legjournal").close()
    assert [entry.name for entry in folder.iterdir()] == ["j.legjournal"]
