"""A journal is brought to the newest format wholly or not at all."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from faults.small_disk import small_disk
from hand_clock import EVENING, HandClock
from sqlalchemy import event

from legjournal import errors
from legjournal.journal import Journal
from legjournal.models.medicines import Dose, Medicine
from legjournal.storage import migrate
from legjournal.storage.engine import open_engine
from legjournal.storage.opening import FORMAT
from legjournal.storage.thinning import Reason

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


def _older(journal: Journal, note: str = "kept") -> Path:
    """A journal as an older version of the program left it."""
    journal.diary.record(TODAY, note=note)
    journal.close()
    with closing(sqlite3.connect(journal.path)) as connection:
        connection.execute("PRAGMA user_version = 0")
    return journal.path


def _note(path: Path) -> object:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT note FROM diary_day").fetchone()[0]


def test_before_an_older_journal_is_touched_there_is_a_backup(journal: Journal, clock: HandClock) -> None:
    """It holds the older journal as it was, and says what it was made before; the next opening makes none."""
    path = _older(journal)
    Journal.open(path, clock).close()
    with Journal.open(path, clock) as again:
        [backup] = again.backups.list()
    assert backup.reason is Reason.BEFORE_MIGRATION
    assert (backup.days, backup.fault) == (1, "")
    with closing(sqlite3.connect(backup.path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (0,)
    assert _note(backup.path) == "kept"


def test_without_a_backup_an_older_journal_is_left_as_it_is(
    journal: Journal, clock: HandClock, home: Path
) -> None:
    """Where none can be made, one sentence says so and the file keeps its bytes."""
    path = _older(journal)
    before = path.read_bytes()
    home.mkdir(exist_ok=True)
    (home / "xdg_state_home").touch()
    with pytest.raises(errors.NotUpToDate, match=r"from an older version .* could not be written"):
        Journal.open(path, clock)
    assert path.read_bytes() == before


LATER = """
from alembic import op

revision = "{revision:04}"
down_revision = "{before:04}"


def upgrade():
    op.execute("ALTER TABLE diary_day ADD COLUMN weather TEXT")
    op.execute("CREATE TABLE sky (id TEXT PRIMARY KEY) STRICT")
    op.execute("INSERT INTO sky SELECT id FROM diary_day")
    {more}
"""
# Ten columns make a row's digest; a migration that adds one has to write it anew.
REDIGEST = """
    import json
    from legjournal.storage.digest import digest
    bind = op.get_bind()
    for row in bind.exec_driver_sql("SELECT * FROM diary_day").mappings().all():
        bind.exec_driver_sql("UPDATE diary_day SET digest = ? WHERE id = ?", (digest(row), row["id"]))
"""


def _later(folder: Path, more: str) -> Path:
    """Our migrations and one that a later version of the program might bring."""
    migrations = folder / "migrations"
    shutil.copytree(migrate.MIGRATIONS, migrations, ignore=shutil.ignore_patterns("__pycache__"))
    later = LATER.format(more=more, revision=FORMAT + 1, before=FORMAT)
    (migrations / "versions" / "later.py").write_text(later)
    return migrations


def test_a_later_format_comes_with_its_number(journal: Journal, tmp_path: Path) -> None:
    """Tables, rows and the number of the format change together, and the rows are sound."""
    journal.diary.record(TODAY, note="kept")
    migrations = _later(tmp_path, REDIGEST)
    migrate.upgrade(journal.store.engine, FORMAT + 1, migrations)
    journal.close()
    with closing(sqlite3.connect(journal.path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (FORMAT + 1,)
        assert connection.execute("SELECT count(*) FROM sky").fetchone() == (1,)
    assert _note(journal.path) == "kept"


BAD_MIGRATIONS = {
    "loses a row": REDIGEST + '    op.execute("DELETE FROM symptom")',
    "leaves the old digests": "",
    "changes an entry": REDIGEST + "    op.execute(\"UPDATE diary_day SET note = 'lost'\")",
    "breaks a reference": REDIGEST
    + '    op.execute("PRAGMA defer_foreign_keys = ON")\n    op.execute("DELETE FROM medicine")',
}


@pytest.mark.parametrize("more", BAD_MIGRATIONS.values(), ids=BAD_MIGRATIONS)
def test_a_migration_that_harms_the_entries_is_taken_back(
    journal: Journal, tmp_path: Path, more: str
) -> None:
    """What comes out is looked at before it is committed: the file is byte for byte as it was."""
    journal.diary.record(TODAY, note="kept")
    journal.symptoms.add(TODAY, kind="pain", score=3)
    with journal.store.change() as change:
        medicine = Medicine(name="Iron", started=TODAY)
        change.session.add(medicine)
        change.session.flush()
        change.session.add(Dose(medicine_id=medicine.id, taken_at=EVENING, date=TODAY))
    journal.close()
    before = journal.path.read_bytes()
    engine = open_engine(journal.path)
    with pytest.raises(errors.NotUpToDate, match="left as it was"):
        migrate.upgrade(engine, FORMAT + 1, _later(tmp_path, more))
    engine.dispose()
    assert journal.path.read_bytes() == before


def test_a_migration_that_does_not_fit_on_the_disk_is_taken_back(journal: Journal, tmp_path: Path) -> None:
    """The older journal is as it was, and says that the disk is full."""
    journal.diary.record(TODAY, note="kept" * 5000)
    journal.close()
    with small_disk(tmp_path / "full", f"{journal.path.stat().st_size + 8192}") as folder:
        path = Path(shutil.copy(journal.path, folder))
        engine = open_engine(path)
        with pytest.raises(errors.DiskFull):
            migrate.upgrade(engine, FORMAT + 1, _later(tmp_path, REDIGEST))
        engine.dispose()
        with Journal.open(path) as again:
            assert again.diary.day(TODAY).note == "kept" * 5000
            assert again.problems() == []


KILLED_LATER = (
    KILLED.replace("child(Path(sys", "later(Path(sys")
    .replace("1, 500", "1, 500, 5")
    .replace(
        "for last in",
        """
def later(path, last):
    import shutil
    shutil.copyfile(sys.argv[2], path)
    engine = open_engine(path)
    ran = []

    @event.listens_for(engine, "before_cursor_execute")
    def count(*_):
        ran.append(None)
        if len(ran) == last:
            os.kill(os.getpid(), signal.SIGKILL)

    migrate.upgrade(engine, int(sys.argv[4]), Path(sys.argv[3]))
    engine.dispose()
    os._exit(0)

for last in""",
        1,
    )
)


@pytest.mark.skipif(sys.platform == "win32", reason="fork and SIGKILL")
def test_an_older_journal_killed_while_it_is_brought_up_to_date_is_the_older_one(
    journal: Journal, tmp_path: Path
) -> None:
    """Killed before any one of the statements, it opens in the program it was made with, entries and all."""
    journal.diary.record(TODAY, note="kept")
    journal.close()
    folder = tmp_path / "killed"
    folder.mkdir()
    command = [
        sys.executable,
        "-c",
        KILLED_LATER,
        str(folder),
        str(journal.path),
        str(_later(tmp_path, REDIGEST)),
        str(FORMAT + 1),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    finished = int(done.stdout)
    assert finished > 30
    for last in range(1, finished, 5):
        with Journal.open(folder / f"{last}.legjournal") as again:
            assert again.diary.day(TODAY).note == "kept"
            assert again.problems() == []
    with pytest.raises(errors.NewerJournal):
        Journal.open(folder / f"{finished}.legjournal")
