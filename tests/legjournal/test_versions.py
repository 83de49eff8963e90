"""Earlier versions: read and brought back."""

from dataclasses import replace
from datetime import UTC, date, time, timedelta

from looking_back import adopt_plan, only, revisions, titles

from legjournal.entries.versions import OF_A_DAY, OF_NO_DAY
from legjournal.journal import Journal
from legjournal.models.drafts import Draft
from legjournal.models.medicines import Dose, Medicine
from legjournal.models.preferences import PageMark, Preference
from legjournal.models.record import RECORD
from legjournal.models.therapies import TherapyCourse, TherapySession
from legjournal.routine.boxes import SetToDo
from legjournal.storage.history import Changed
from legjournal.storage.tables import table_of
from legjournal.versions import Entry, Standing

DAY = date(2026, 11, 22)
BRIDGE = SetToDo("glute-bridge", 1)


def said(entry: Entry) -> list[dict[str, str | None]]:
    """What each version said, the newest first."""
    return [{pair.label: pair.other for pair in version.fields} for version in entry.versions]


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
    adopt_plan(journal, DAY)
    journal.sessions.tick(DAY, BRIDGE)
    journal.sessions.tick(DAY, replace(BRIDGE, number=2))
    journal.sessions.untick(DAY, BRIDGE)
    journal.diary.record(DAY, mood=3)
    calf = journal.symptoms.add(DAY, kind="pain", side="left", site="calf", score=6).rows[0]
    journal.symptoms.record_urge(DAY, score=7)
    journal.symptoms.remove(calf)
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
    adopt_plan(journal, DAY)
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
    calf = journal.symptoms.add(DAY, kind="pain", side="left", site="calf").rows[0]
    assert journal.versions.bring_back(only(journal.versions.of_day(DAY)).versions[0]) == Changed()
    journal.symptoms.remove(calf)
    before = revisions(journal)

    assert journal.versions.bring_back(only(journal.versions.of_day(DAY)).versions[0]) == Changed()
    assert revisions(journal) == before


def test_a_deleted_entry_comes_back(journal: Journal) -> None:
    """With its id and the time of its first writing; it had said when it was deleted."""
    calf = journal.symptoms.add(DAY, kind="pain", side="left", site="calf", score=6)
    written = journal.symptoms.on(DAY)[0].recorded_at
    journal.symptoms.remove(calf.rows[0])
    entry = only(journal.versions.of_day(DAY))
    assert [version.standing for version in entry.versions] == [Standing.DELETED, Standing.EARLIER]
    assert entry.versions[0].fields == ()

    journal.versions.bring_back(entry.versions[1])
    [back] = journal.symptoms.on(DAY)
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
    calf = journal.symptoms.add(DAY, kind="pain", side="left", site="calf", score=6)
    journal.symptoms.remove(calf.rows[0])
    journal.symptoms.add(DAY, kind="pain", side="left", site="calf", score=2)
    journal.sessions.tick(DAY, BRIDGE, repetitions=12)
    journal.sessions.tick(DAY, replace(BRIDGE, number=2))
    journal.sessions.untick(DAY, BRIDGE)
    journal.sessions.tick(DAY, BRIDGE)

    for entry in journal.versions.of_day(DAY):
        if entry.is_deleted:
            journal.versions.bring_back(entry.versions[-1])
    assert [symptom.score for symptom in journal.symptoms.on(DAY)] == [6]
    done = journal.sessions.sets_done(DAY)
    assert {box.number: row.repetitions for box, row in done.items()} == {1: 12, 2: None}


def test_a_set_comes_back_with_its_session(journal: Journal) -> None:
    """What cannot be without its parent brings that along, in the same action."""
    adopt_plan(journal, DAY)
    journal.sessions.tick(DAY, BRIDGE)
    journal.sessions.untick(DAY, BRIDGE)
    session, ticked = journal.versions.of_day(DAY)
    assert titles([session, ticked]) == ["(Session at 9.14pm)", "(Glute bridge, set 1)"]

    journal.versions.bring_back(ticked.versions[-1])
    assert list(journal.sessions.sets_done(DAY)) == [BRIDGE]
    assert journal.problems() == []
    journal.history.undo()
    assert journal.sessions.on(DAY) == []


def test_a_page_marked_again_is_one_entry(journal: Journal) -> None:
    """What is unique by something else than its day is known by that."""
    for note in ("first", "second"):
        with journal.store.change() as change:
            change.session.add(PageMark(page="shockwave", note=note))
        if note == "first":
            journal.history.undo()

    entry = only(journal.versions.elsewhere())
    assert (entry.table, len(entry.rows)) == ("page_mark", 2)
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
