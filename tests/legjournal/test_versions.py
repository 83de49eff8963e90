"""Earlier versions: read, brought back, erased for good."""

import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, time, timedelta
from pathlib import Path

import pytest
from sqlmodel import func, select

from legjournal.entries.versions import OF_A_DAY, OF_NO_DAY
from legjournal.journal import Journal
from legjournal.library.exercises import plans, to_adopt
from legjournal.models.drafts import Draft
from legjournal.models.medicines import Dose, Medicine
from legjournal.models.preferences import PageMark, Preference
from legjournal.models.record import RECORD
from legjournal.models.revision import Revision
from legjournal.models.therapies import TherapyCourse, TherapySession
from legjournal.routine import SetToDo
from legjournal.storage.history import Changed
from legjournal.storage.keys import NewKey
from legjournal.storage.locking import lock
from legjournal.storage.second_place import SecondPlace
from legjournal.storage.tables import table_of
from legjournal.storage.thinning import Reason
from legjournal.versions import Entry, Holding, Standing

DAY = date(2026, 11, 22)
BRIDGE = SetToDo("glute-bridge", 1)
SECRET = "a sentence nobody else may ever read"


def only(entries: list[Entry]) -> Entry:
    """The one entry there is."""
    [entry] = entries
    return entry


def titles(entries: list[Entry]) -> list[str]:
    """What the entries are called, deleted ones in brackets."""
    return [f"({entry.title})" if entry.is_deleted else entry.title for entry in entries]


def said(entry: Entry) -> list[dict[str, str | None]]:
    """What each version said, the newest first."""
    return [{pair.label: pair.other for pair in version.fields} for version in entry.versions]


def adopt_plan(journal: Journal, day: date = DAY) -> None:
    """Begin the first plan of the shelf."""
    plan, items = to_adopt(plans().items["hip-glute-and-core"], day)
    journal.routine.adopt(plan, items[:2])


def revisions(journal: Journal) -> int:
    """How many revisions the file has."""
    with journal.store.read() as session:
        return session.exec(select(func.count()).select_from(Revision)).one()


def test_every_table_of_the_record_is_looked_through() -> None:
    """Whatever a person writes has its versions: of a day, or of none."""
    written = {table_of(model).name for model in RECORD if model not in (Draft, Preference)}
    assert sorted(OF_A_DAY + OF_NO_DAY) == sorted(written)


def test_the_versions_of_a_night(journal: Journal, clock) -> None:
    """The newest first, each with its time, what it said, and what is other than before."""
    first = clock.now()
    journal.nights.record(DAY, wakings=3, note="hot")
    clock.set(first + timedelta(hours=1))
    journal.nights.record(DAY, wakings=2, quality=0, note=None)

    entry = only(journal.versions.of_day(DAY))
    assert entry.title == "Last night"
    assert [version.standing for version in entry.versions] == [Standing.NOW, Standing.EARLIER]
    assert [version.at for version in entry.versions] == [first + timedelta(hours=1), first]
    newest, oldest = entry.versions
    assert [(pair.label, pair.one, pair.other) for pair in newest.fields] == [
        ("Times awake", "3", "2"),
        ("How the sleep was", None, "0 out of 10"),
        ("Notes", "hot", None),
    ]
    assert [pair.label for pair in oldest.fields] == ["Times awake", "Notes"]
    assert not any(pair.differs for pair in oldest.fields)


def test_a_day_has_its_entries_in_the_order_of_its_page(journal: Journal) -> None:
    """All of the day's tables, deleted entries too, sets below their session; nothing of another day."""
    adopt_plan(journal)
    journal.routine.tick(DAY, BRIDGE)
    journal.routine.tick(DAY, replace(BRIDGE, number=2))
    journal.routine.untick(DAY, BRIDGE)
    journal.diary.record(DAY, mood=3)
    calf = journal.diary.add_symptom(DAY, kind="pain", side="left", site="calf", score=6).rows[0]
    journal.diary.record_urge(DAY, 7)
    journal.diary.remove_symptom(calf)
    journal.nights.record(DAY, wakings=3)
    journal.weekly.record(DAY, average_pain=4)
    medicine = Medicine(name="Paracetamol")
    late, next_day = journal.clock.at(DAY + timedelta(days=1), time(1)), journal.clock.at(DAY, time(1))
    journal.store.add_all(
        [medicine, *(Dose(medicine_id=medicine.id, taken_at=taken) for taken in (late, next_day))]
    )
    journal.diary.record(DAY - timedelta(days=1), mood=4)

    assert titles(journal.versions.of_day(DAY)) == [
        "Last night",
        "(Left calf, pain)",
        "Urge to move, both legs",
        "The day",
        "Session at 9.14pm",
        "(Glute bridge, set 1)",
        "Glute bridge, set 2",
        "Weekly check",
        "Dose of Paracetamol at 1am",
    ]
    assert titles(journal.versions.of_day(DAY - timedelta(days=1))) == [
        "The day",
        "Dose of Paracetamol at 1am",
    ]
    assert journal.versions.of_day(DAY - timedelta(days=2)) == []


def test_entries_without_a_day(journal: Journal, clock) -> None:
    """Appointments, medicines and plans with their exercises, also deleted ones."""
    journal.appointments.add(at=clock.now(), with_whom="Dr Shah")
    adopt_plan(journal)
    journal.store.add_all([Medicine(name="Iron")], undoable=True)
    journal.history.undo()

    assert titles(journal.versions.elsewhere()) == [
        "Appointment with Dr Shah",
        "(Medicine: Iron)",
        "Plan: Hip, glute and core",
        "In the plan: Glute bridge",
        "In the plan: Clamshell",
    ]


def test_what_was_brought_in_without_revisions_has_one_version(journal: Journal, clock) -> None:
    """Such a row is its own only version; its first change makes it the earlier one."""
    course = TherapyCourse(name="Shockwave")
    then = clock.now()
    journal.store.add_all([course])
    assert [version.standing for version in only(journal.versions.elsewhere()).versions] == [Standing.NOW]

    clock.set(then + timedelta(days=1))
    with journal.store.change() as change:
        row = change.session.get(TherapyCourse, course.id)
        assert row is not None
        row.place = "Riverside"
    entry = only(journal.versions.elsewhere())
    assert said(entry) == [
        {"Therapy": "Shockwave", "Where": "Riverside"},
        {"Therapy": "Shockwave"},
    ]
    assert entry.versions[1].at == then.astimezone(UTC)


def test_a_version_comes_back_and_undo_takes_it_away(journal: Journal) -> None:
    """One action, one undo; what was there before is an earlier version now."""
    journal.diary.record(DAY, mood=3, note="first")
    journal.diary.record(DAY, mood=8, note="second", effect=1)
    first = only(journal.versions.of_day(DAY)).versions[-1]

    assert journal.versions.bring_back(first).days == {DAY}
    page = journal.diary.day(DAY)
    assert page is not None
    assert (page.mood, page.note, page.effect) == (3, "first", None)
    assert len(only(journal.versions.of_day(DAY)).versions) == 3

    journal.history.undo()
    page = journal.diary.day(DAY)
    assert page is not None
    assert (page.mood, page.note, page.effect) == (8, "second", 1)
    assert journal.problems() == []


def test_the_version_of_now_changes_nothing(journal: Journal) -> None:
    """Nor does a deletion: there is nothing in it to bring back."""
    calf = journal.diary.add_symptom(DAY, kind="pain", side="left", site="calf").rows[0]
    assert journal.versions.bring_back(only(journal.versions.of_day(DAY)).versions[0]) == Changed()
    journal.diary.remove_symptom(calf)
    before = revisions(journal)

    assert journal.versions.bring_back(only(journal.versions.of_day(DAY)).versions[0]) == Changed()
    assert revisions(journal) == before


def test_a_deleted_entry_comes_back(journal: Journal) -> None:
    """With its id and the time of its first writing; it had said when it was deleted."""
    calf = journal.diary.add_symptom(DAY, kind="pain", side="left", site="calf", score=6)
    written = journal.diary.symptoms(DAY)[0].recorded_at
    journal.diary.remove_symptom(calf.rows[0])
    entry = only(journal.versions.of_day(DAY))
    assert [version.standing for version in entry.versions] == [Standing.DELETED, Standing.EARLIER]
    assert entry.versions[0].fields == ()

    journal.versions.bring_back(entry.versions[1])
    [back] = journal.diary.symptoms(DAY)
    assert (back.id, back.score, back.recorded_at) == (calf.rows[0], 6, written)
    entry = only(journal.versions.of_day(DAY))
    assert [version.standing for version in entry.versions] == [
        Standing.NOW,
        Standing.DELETED,
        Standing.EARLIER,
    ]


def test_a_night_written_anew_is_one_entry_with_the_deleted_one(journal: Journal) -> None:
    """Its earlier answers go into the night that is there, which undo gives its own back."""
    journal.nights.record(DAY, wakings=3)
    journal.nights.record(DAY, wakings=None)
    journal.nights.record(DAY, wakings=1, quality=5)
    entry = only(journal.versions.of_day(DAY))
    assert len(entry.rows) == 2
    assert [version.standing.value for version in entry.versions] == ["now", "deleted", "earlier"]

    journal.versions.bring_back(entry.versions[-1])
    night = journal.nights.ending_on(DAY)
    assert night is not None
    assert (night.wakings, night.quality) == (3, None)
    journal.history.undo()
    night = journal.nights.ending_on(DAY)
    assert night is not None
    assert (night.wakings, night.quality) == (1, 5)
    assert journal.problems() == []


def test_what_comes_back_does_not_stand_beside_its_like(journal: Journal) -> None:
    """A place on the body and a box of the checklist stay one, however often they were made anew."""
    calf = journal.diary.add_symptom(DAY, kind="pain", side="left", site="calf", score=6)
    journal.diary.remove_symptom(calf.rows[0])
    journal.diary.add_symptom(DAY, kind="pain", side="left", site="calf", score=2)
    journal.routine.tick(DAY, BRIDGE, repetitions=12)
    journal.routine.tick(DAY, replace(BRIDGE, number=2))
    journal.routine.untick(DAY, BRIDGE)
    journal.routine.tick(DAY, BRIDGE)

    for entry in journal.versions.of_day(DAY):
        if entry.is_deleted:
            journal.versions.bring_back(entry.versions[-1])
    assert [symptom.score for symptom in journal.diary.symptoms(DAY)] == [6]
    done = journal.routine.sets_done(DAY)
    assert {box.number: row.repetitions for box, row in done.items()} == {1: 12, 2: None}


def test_a_set_comes_back_with_its_session(journal: Journal) -> None:
    """What cannot be without its parent brings that along, in the same action."""
    adopt_plan(journal)
    journal.routine.tick(DAY, BRIDGE)
    journal.routine.untick(DAY, BRIDGE)
    session, ticked = journal.versions.of_day(DAY)
    assert titles([session, ticked]) == ["(Session at 9.14pm)", "(Glute bridge, set 1)"]

    journal.versions.bring_back(ticked.versions[-1])
    assert list(journal.routine.sets_done(DAY)) == [BRIDGE]
    assert journal.problems() == []
    journal.history.undo()
    assert journal.routine.sessions(DAY) == []


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
    adopt_plan(journal)
    journal.routine.tick(DAY, BRIDGE)
    plan = journal.versions.elsewhere()[0]

    journal.versions.erase(plan)
    assert journal.versions.elsewhere() == []
    [session] = journal.routine.sessions(DAY)
    assert session.plan_id is None
    assert list(journal.routine.sets_done(DAY)) == [BRIDGE]
    assert journal.problems() == []


def test_undo_goes_on_around_what_was_erased(journal: Journal) -> None:
    """Each other action can still be taken back and done again; the erased entry never returns."""
    adopt_plan(journal)
    journal.diary.record(DAY, mood=3)
    journal.routine.tick(DAY, BRIDGE)
    journal.nights.record(DAY, note=SECRET)
    journal.diary.record(DAY, mood=7)
    journal.versions.erase(journal.versions.elsewhere()[0])
    journal.versions.erase(journal.versions.of_day(DAY)[0])

    steps = 0
    while journal.history.undo():
        steps += 1
        assert journal.problems() == []
    assert journal.diary.day(DAY) is None
    assert journal.routine.sessions(DAY) == []
    while journal.history.redo():
        steps -= 1
    assert steps == 0
    page = journal.diary.day(DAY)
    assert page is not None
    assert page.mood == 7
    assert list(journal.routine.sets_done(DAY)) == [BRIDGE]
    assert (journal.nights.ending_on(DAY), journal.versions.elsewhere()) == (None, [])
    assert journal.problems() == []


def test_what_belonged_to_an_erased_entry_does_not_come_back(journal: Journal) -> None:
    """An old deletion of a set cannot be undone once its session is erased, and does not stand in the way."""
    journal.diary.record(DAY, mood=3)
    journal.routine.tick(DAY, BRIDGE)
    journal.routine.tick(DAY, replace(BRIDGE, number=2))
    journal.routine.untick(DAY, BRIDGE)
    journal.versions.erase(next(entry for entry in journal.versions.of_day(DAY) if entry.table == "session"))

    assert journal.history.undo().tables == {"diary_day"}
    assert journal.routine.sessions(DAY) == []


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
    journal.routine.tick(DAY, BRIDGE)
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
    calf = journal.diary.add_symptom(DAY, kind="pain", side="left", site="calf", note=SECRET)
    back_up()
    journal.diary.remove_symptom(calf.rows[0])
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


@pytest.mark.parametrize("table", ["page_mark"])
def test_a_page_marked_again_is_one_entry(journal: Journal, table: str) -> None:
    """What is unique by something else than its day is known by that."""
    for note in ("first", "second"):
        with journal.store.change() as change:
            change.session.add(PageMark(page="shockwave", note=note))
        if note == "first":
            journal.history.undo()

    entry = only(journal.versions.elsewhere())
    assert (entry.table, len(entry.rows)) == (table, 2)
    journal.versions.bring_back(entry.versions[-1])
    assert said(only(journal.versions.elsewhere()))[0]["Notes"] == "first"


def test_a_day_that_was_moved_is_shown_where_it_is(journal: Journal) -> None:
    """An entry whose date was changed stands on its new day, with what it was on the old one."""
    course = TherapyCourse(name="Shockwave")
    visit = TherapySession(course_id=course.id, date=DAY)
    journal.store.add_all([course, visit], undoable=True)
    journal.history.undo()
    journal.history.redo()
    with journal.store.change() as change:
        row = change.session.get(TherapySession, visit.id)
        assert row is not None
        row.date = DAY - timedelta(days=1)

    assert journal.versions.of_day(DAY) == []
    moved = only(journal.versions.of_day(DAY - timedelta(days=1)))
    assert [pair.differs for pair in moved.versions[0].fields] == [False, True]


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
