"""Erasing an entry for good: what goes, what stays, and which backups still hold it."""

import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from looking_back import adopt_plan, only, revisions, titles

from legjournal.journal import Journal
from legjournal.models.medicines import Medicine
from legjournal.models.therapies import TherapyCourse, TherapySession
from legjournal.routine.boxes import SetToDo
from legjournal.storage.history import Changed
from legjournal.storage.keys import NewKey
from legjournal.storage.locking import lock
from legjournal.storage.second_place import SecondPlace
from legjournal.storage.thinning import Reason
from legjournal.versions import Holding

DAY = date(2026, 11, 22)
BRIDGE = SetToDo("glute-bridge", 1)
SECRET = "a sentence nobody else may ever read"


def test_erasing_leaves_nothing_in_the_file(journal: Journal, clock) -> None:
    """The row, its versions and its draft are gone from the bytes of the file; other entries are not."""
    journal.diary.record(DAY, note="stays")
    journal.nights.record(DAY, note=SECRET)
    clock.set(clock.now() + timedelta(hours=1))
    journal.nights.record(DAY, note="milder words", wakings=2)
    journal.drafts.keep(f"night/{DAY}/got_out_of_bed", SECRET)
    journal.drafts.keep(f"night/{DAY - timedelta(days=1)}/got_out_of_bed", "half pas")
    assert SECRET.encode() in journal.path.read_bytes()

    night, page = journal.versions.of_day(DAY)
    changed = journal.versions.erase(night)
    assert changed.days == {DAY}
    assert {"night", "draft"} <= changed.tables
    assert SECRET.encode() not in journal.path.read_bytes()
    assert b"milder words" not in journal.path.read_bytes()
    assert journal.nights.ending_on(DAY) is None
    assert journal.drafts.under("night/") == {"2026-11-21/got_out_of_bed": "half pas"}
    assert journal.versions.of_day(DAY) == [page]
    assert journal.problems() == []


def test_erasing_takes_all_that_was_ever_at_its_place(journal: Journal) -> None:
    """A night that was deleted and written anew goes with what was deleted."""
    journal.nights.record(DAY, note=SECRET)
    journal.nights.record(DAY, note=None)
    journal.nights.record(DAY, wakings=1)

    journal.versions.erase(only(journal.versions.of_day(DAY)))
    assert SECRET.encode() not in journal.path.read_bytes()
    assert journal.versions.of_day(DAY) == []
    assert revisions(journal) == 0


def test_erasing_takes_what_belongs_to_it_also_when_that_was_deleted(journal: Journal) -> None:
    """A course goes with its visits, a session with its sets, and the versions of all of them."""
    course = TherapyCourse(name="Shockwave")
    visits = [TherapySession(course_id=course.id, date=DAY, note=f"{SECRET} {n}") for n in range(2)]
    journal.store.add_all([course, *visits], undoable=True)
    with journal.store.change() as change:
        change.session.delete(change.session.get(TherapySession, visits[0].id))
    entry = only(journal.versions.elsewhere())

    changed = journal.versions.erase(entry)
    assert set(changed.rows) == {course.id, *(visit.id for visit in visits)}
    assert SECRET.encode() not in journal.path.read_bytes()
    assert journal.versions.of_day(DAY) == []
    assert revisions(journal) == 0
    assert journal.problems() == []


def test_what_refers_to_an_erased_entry_stays(journal: Journal) -> None:
    """Sessions outlive the plan they were made by; they only forget it."""
    adopt_plan(journal, DAY)
    journal.sessions.tick(DAY, BRIDGE)
    plan = journal.versions.elsewhere()[0]

    journal.versions.erase(plan)
    assert journal.versions.elsewhere() == []
    [session] = journal.sessions.on(DAY)
    assert session.plan_id is None
    assert list(journal.sessions.sets_done(DAY)) == [BRIDGE]
    assert journal.problems() == []


def test_undo_goes_on_around_what_was_erased(journal: Journal) -> None:
    """Each other action can still be taken back and done again; the erased entry never returns."""
    adopt_plan(journal, DAY)
    journal.diary.record(DAY, mood=3)
    journal.sessions.tick(DAY, BRIDGE)
    journal.nights.record(DAY, note=SECRET)
    journal.diary.record(DAY, mood=7)
    journal.versions.erase(journal.versions.elsewhere()[0])
    journal.versions.erase(journal.versions.of_day(DAY)[0])

    steps = 0
    while journal.history.undo():
        steps += 1
        assert journal.problems() == []
    assert journal.diary.day(DAY) is None
    assert journal.sessions.on(DAY) == []
    while journal.history.redo():
        steps -= 1
    assert steps == 0
    page = journal.diary.day(DAY)
    assert page is not None
    assert page.mood == 7
    assert list(journal.sessions.sets_done(DAY)) == [BRIDGE]
    assert (journal.nights.ending_on(DAY), journal.versions.elsewhere()) == (None, [])
    assert journal.problems() == []


def test_what_belonged_to_an_erased_entry_does_not_come_back(journal: Journal) -> None:
    """An old deletion of a set cannot be undone once its session is erased, and does not stand in the way."""
    journal.diary.record(DAY, mood=3)
    journal.sessions.tick(DAY, BRIDGE)
    journal.sessions.tick(DAY, replace(BRIDGE, number=2))
    journal.sessions.untick(DAY, BRIDGE)
    journal.versions.erase(next(entry for entry in journal.versions.of_day(DAY) if entry.table == "session"))

    assert journal.history.undo().tables == {"diary_day"}
    assert journal.sessions.on(DAY) == []


def test_an_action_of_which_nothing_is_left_is_passed_over_for_good(journal: Journal) -> None:
    """Undo steps over it to the action before, and does not come back to it later."""
    old, new = Medicine(name="Old"), Medicine(name="New")
    journal.store.add_all([old], undoable=True)
    journal.store.add_all([new], undoable=True)
    with journal.store.change() as change:
        row = change.session.get(Medicine, new.id)
        assert row is not None
        row.replaces = old.id
    journal.versions.erase(next(entry for entry in journal.versions.elsewhere() if entry.rows == (old.id,)))

    assert journal.history.undo().rows == (new.id,)
    assert titles(journal.versions.elsewhere()) == ["(Medicine: New)"]
    assert not journal.history.undo()
    assert journal.history.redo().rows == (new.id,)
    assert titles(journal.versions.elsewhere()) == ["Medicine: New"]
    assert not journal.history.redo()
    assert journal.problems() == []


def test_versions_read_before_an_erasure_bring_nothing_back(journal: Journal) -> None:
    """A set whose session was erased since stays away; the file stays sound."""
    journal.sessions.tick(DAY, BRIDGE)
    session, ticked = journal.versions.of_day(DAY)
    journal.versions.erase(session)

    assert journal.versions.bring_back(ticked.versions[0]) == Changed()
    assert journal.problems() == []


def test_the_backups_that_hold_an_entry(journal: Journal, clock) -> None:
    """Also those that have only a version of it; the unreadable are counted, for they may."""
    made: list[Path] = []

    def back_up() -> None:
        clock.set(clock.now() + timedelta(minutes=1))
        made.append(journal.backups.make(Reason.ASKED).path)

    journal.diary.record(DAY, mood=3)
    back_up()
    calf = journal.symptoms.add(DAY, kind="pain", side="left", site="calf", note=SECRET)
    back_up()
    journal.symptoms.remove(calf.rows[0])
    back_up()
    journal.diary.record(DAY, mood=4)
    back_up()
    made[-1].write_bytes(b"no journal")
    entry = next(entry for entry in journal.versions.of_day(DAY) if entry.is_deleted)
    before = [path.read_bytes() for path in made]

    holding = journal.versions.backups_holding(entry)
    assert [backup.path for backup in holding.backups] == [made[2], made[1]]
    assert holding.unreadable == 1
    assert [path.read_bytes() for path in made] == before

    journal.versions.erase(entry)
    back_up()
    assert journal.versions.backups_holding(entry) == holding
    assert SECRET.encode() not in made[-1].read_bytes()


def test_backups_in_the_second_place_are_looked_through(journal: Journal, tmp_path: Path) -> None:
    """Those on a USB stick hold it too; a stick that is not there is said to be missing."""
    journal.diary.record(DAY, note=SECRET)
    entry = only(journal.versions.of_day(DAY))
    stick = SecondPlace(tmp_path / "stick")
    assert journal.versions.backups_holding(entry, stick) == Holding((), 0, unreached=True)

    stick.prepare()
    journal.backups.make(Reason.ASKED)
    there = stick.of(journal.backups).take(journal.backups.list()[0].path).path
    holding = journal.versions.backups_holding(entry, stick)
    assert there in [backup.path for backup in holding.backups]
    assert (len(holding.backups), holding.unreadable, holding.unreached) == (2, 0, False)
    assert journal.backups.remove([there]) == ()
    assert [backup.path for backup in journal.versions.backups_holding(entry, stick).backups] != [there]


def test_a_locked_journal_looks_through_its_locked_backups(tmp_path: Path, clock) -> None:
    """Backups that only the journal's key opens are read with it."""
    path = tmp_path / "locked.legjournal"
    with Journal.create(path, clock) as plain:
        plain.diary.record(DAY, note=SECRET)
    new = NewKey(bytes(range(32)), bytes(range(16)))
    lock(path, new)
    with Journal.open(path, clock, key=new.key) as journal:
        backup = journal.backups.make(Reason.ASKED).path
        entry = only(journal.versions.of_day(DAY))
        assert [found.path for found in journal.versions.backups_holding(entry).backups] == [backup]
        journal.versions.erase(entry)
        assert journal.versions.of_day(DAY) == []


def test_backups_are_removed_on_request(journal: Journal, tmp_path: Path, clock) -> None:
    """Only those named; one that cannot be removed is handed back, one that is gone already is not."""
    journal.diary.record(DAY, mood=3)
    one = journal.backups.make(Reason.ASKED).path
    journal.diary.record(DAY, mood=4)
    two = journal.backups.make(Reason.ASKED).path
    (folder := tmp_path / "a folder").mkdir()

    assert journal.backups.remove([one, folder, tmp_path / "gone"]) == (folder,)
    assert [backup.path for backup in journal.backups.list()] == [two]


ERASE = """
import sys
from datetime import date
from pathlib import Path
from legjournal.errors import JournalError
from legjournal.journal import Journal
with Journal.open(Path(sys.argv[1])) as journal:
    for attempt in range(2):
        [entry] = journal.versions.of_day(date(2026, 11, 22))
        try:
            print("erased", journal.versions.erase(entry).rows == entry.rows)
            break
        except JournalError as fault:
            print(type(fault).__name__, len(journal.versions.of_day(date(2026, 11, 22))))
    print(len(journal.versions.of_day(date(2026, 11, 22))))
"""


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace makes the disk fail")
@pytest.mark.parametrize("deleted", [False, True], ids=["there", "deleted"])
@pytest.mark.parametrize(
    ("watched", "said"),
    [("j.legjournal", ["DiskFault 1", "erased True", "0"]), (".", ["erased True", "0"])],
    ids=["before the end", "at the very end"],
)
def test_a_failing_disk_is_never_called_an_erasure(
    tmp_path: Path, watched: str, said: list[str], deleted: bool
) -> None:
    """What did not reach the disk is still there and can be erased again; what did is not erased twice."""
    path = tmp_path / "folder" / "j.legjournal"
    with Journal.create(path) as journal:
        journal.nights.record(DAY, note=SECRET)
        if deleted:
            journal.nights.record(DAY, note=None)
    when = 1 if watched != "." else 2  # the folder is synced once before the journal's own file
    strace = ["strace", "-f", "-qq", "--seccomp-bpf", "-o", "/dev/null", "-P", str(path.parent / watched)]
    command = [*strace, "-e", "trace=fsync", "-e", f"inject=fsync:error=EIO:when={when}"]
    done = subprocess.run(
        [*command, sys.executable, "-c", ERASE, str(path)], capture_output=True, text=True, check=True
    )

    assert done.stdout.splitlines() == said
    assert SECRET.encode() not in path.read_bytes()
