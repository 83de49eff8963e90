"""Entries in plain words."""

from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from legjournal import words as catalogue
from legjournal.entries.fields import fields_of
from legjournal.entries.words import Line, Pair, lines, names_of, side_by_side, title
from legjournal.journal import Journal
from legjournal.models.appointments import Appointment
from legjournal.models.contacts import Contact
from legjournal.models.diary import DiaryDay, Kind, Side, Symptom
from legjournal.models.drafts import Draft
from legjournal.models.medicines import Dose, Medicine, Regularity, TestResult
from legjournal.models.nights import Awakening, Nap, Night
from legjournal.models.preferences import PageMark, Preference
from legjournal.models.record import RECORD
from legjournal.models.routine import (
    Area,
    DayOff,
    DayOffKind,
    EasierVersion,
    Exercise,
    ExerciseMark,
    Pause,
    Plan,
    PlanItem,
    Session,
    SetDone,
    SkipReason,
)
from legjournal.models.row import KEPT_BY_JOURNAL, Row
from legjournal.models.therapies import TherapyCourse, TherapySession
from legjournal.models.weekly import Activity, ActivityScore, WeeklyCheck
from legjournal.storage.tables import stored_row, table_of

DAY = date(2026, 11, 22)
FILED_BY_DAY = {
    "diary_day",
    "symptom",
    "night",
    "nap",
    "awakening",
    "weekly_check",
    "activity_score",
    "session",
    "day_off",
}


def at(hour: int, minute: int = 0, day: date = DAY) -> datetime:
    """A local time in winter."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=timezone(timedelta(0)))


NAMES = {
    "a": "Walk to the shop",
    "p": "Hip and core",
    "m": "Paracetamol",
    "t": "Shockwave",
    "my-hop": "My hop",
}
ENTRIES: list[tuple[Row, str, list[str]]] = [
    (
        DiaryDay(
            date=DAY,
            managed="Made soup",
            effect=0,
            mood=3,
            tiredness=10,
            factors=["coffee", "long sitting"],
            note="<b>Rain</b>\nall day",
            bad_day_at=at(21, 14),
        ),
        "The day",
        [
            "Marked as a bad day: 9.14pm",
            "What I managed: Made soup",
            "How much the legs got in the way: 0 out of 10",
            "Mood: 3 out of 10",
            "How tired: 10 out of 10",
            "What may have mattered: coffee, long sitting",
            "Notes: <b>Rain</b>\nall day",
        ],
    ),
    (
        Awakening(
            date=DAY,
            noted_at=at(3, 10),
            awake_since=at(2, 40),
            kind=Kind.URGE,
            side=Side.BOTH,
            score=7,
            had_to_walk_about=True,
        ),
        "Noted in the night at 3.10am",
        [
            "Noted: 3.10am",
            "Awake since: 2.40am",
            "What: urge to move",
            "Side: both",
            "How strong: 7 out of 10",
            "Had to walk about: yes",
        ],
    ),
    (
        Symptom(
            date=DAY,
            kind=Kind.PAIN,
            side=Side.LEFT,
            site="outer-hip",
            score=6,
            occurred_at=at(20),
            eased_at=at(23, 30),
            helped="heat",
            words=["dull", "aching"],
            note="after the stairs",
        ),
        "Left outer hip, pain",
        [
            "What: pain",
            "Side: left",
            "Place: outer hip",
            "How strong: 6 out of 10",
            "Began: 8pm",
            "Eased: 11.30pm",
            "What helped: heat",
            "What it was like: dull, aching",
            "Notes: after the stairs",
        ],
    ),
    (
        Night(
            date=DAY,
            got_into_bed=at(22, 30),
            tried_to_sleep=at(23),
            minutes_to_fall_asleep=45,
            wakings=3,
            woken_by_legs=2,
            minutes_awake=60,
            final_waking=at(6, 30),
            minutes_trying_to_sleep_again=5,
            got_out_of_bed=at(7),
            quality=2,
            had_to_walk_about=False,
            note="hot",
        ),
        "Last night",
        [
            "Got into bed: 10.30pm",
            "Tried to sleep: 11pm",
            "Minutes to fall asleep: 45",
            "Times awake: 3",
            "Times woken by the legs: 2",
            "Minutes awake in the night: 60",
            "Last woke: 6.30am",
            "Minutes trying to sleep again: 5",
            "Got up: 7am",
            "How the sleep was: 2 out of 10",
            "Had to walk about: no",
            "Notes: hot",
        ],
    ),
    (Nap(date=DAY, started=at(14), minutes=90), "Nap at 2pm", ["Began: 2pm", "How long: 1 hour 30 minutes"]),
    (
        WeeklyCheck(date=DAY, average_pain=4, enjoyment=5, everyday_activities=6, skipped=False),
        "Weekly check",
        [
            "Average pain: 4 out of 10",
            "How much it got in the way of enjoying life: 5 out of 10",
            "How much it got in the way of everyday things: 6 out of 10",
            "Not this week: no",
        ],
    ),
    (
        Activity(name="Walk to the shop", started=DAY, stopped=DAY),
        "Activity: Walk to the shop",
        [
            "Activity: Walk to the shop",
            "From: Sunday 22 November 2026",
            "Until: Sunday 22 November 2026",
        ],
    ),
    (
        ActivityScore(date=DAY, activity_id="a", score=7),
        "Weekly check: Walk to the shop",
        ["Activity: Walk to the shop", "How well it went: 7 out of 10"],
    ),
    (
        Exercise(key="my-hop", name="My hop", each_side=True, steps=["Stand", "Hop"], note="gently"),
        "Own exercise: My hop",
        ["Exercise: My hop", "Kept under: my-hop", "Each side: yes", "Steps: Stand\nHop", "Notes: gently"],
    ),
    (
        ExerciseMark(exercise="my-hop", hidden=True, area=Area.CORE, picture="R0lG" * 1000, note="red band"),
        "On the exercise: My hop",
        [
            "Exercise: My hop",
            "No longer offered: yes",
            "For: core",
            "Picture: a picture of 3 kB",
            "Notes: red band",
        ],
    ),
    (
        Plan(
            name="Hip and core", started=DAY, stopped=DAY, times_a_week=3, weekdays=[0, 3], sides_as_one=True
        ),
        "Plan: Hip and core",
        [
            "Plan: Hip and core",
            "From: Sunday 22 November 2026",
            "Until: Sunday 22 November 2026",
            "Times a week: 3",
            "Days: Monday, Thursday",
            "Both sides ticked as one: yes",
        ],
    ),
    (
        PlanItem(
            plan_id="p",
            exercise="glute-bridge",
            position=0,
            sets=3,
            repetitions_from=10,
            repetitions_to=15,
            hold_seconds=1,
            rest_seconds=60,
            each_side=False,
            easier=True,
        ),
        "In the plan: Glute bridge",
        [
            "Plan: Hip and core",
            "Exercise: Glute bridge",
            "Place in the plan: 1",
            "Sets: 3",
            "Repetitions, at least: 10",
            "Repetitions, at most: 15",
            "Hold: 1 second",
            "Rest: 1 minute",
            "Each side: no",
            "Easier version: yes",
        ],
    ),
    (
        Session(
            date=DAY,
            plan_id="p",
            started_at=at(18, 10),
            finished_at=at(18, 40),
            effort=4,
            pain_during=1,
            note="fine",
        ),
        "Session at 6.10pm",
        [
            "Plan: Hip and core",
            "Began: 6.10pm",
            "Finished: 6.40pm",
            "Effort: 4 out of 10",
            "Pain during it: 1 out of 10",
            "Notes: fine",
        ],
    ),
    (
        SetDone(session_id="s", exercise="my-hop", number=2, side=Side.LEFT, repetitions=12, seconds=30),
        "My hop, left, set 2",
        ["Exercise: My hop", "Set: 2", "Side: left", "Repetitions: 12", "Time: 30 seconds"],
    ),
    (
        EasierVersion(session_id="s", exercise="my-hop"),
        "My hop, the easier version",
        ["Exercise: My hop"],
    ),
    (
        Pause(started=DAY, ended=DAY, reason=SkipReason.AWAY, note="by the sea"),
        "Pause from 22 November 2026",
        [
            "From: Sunday 22 November 2026",
            "Until: Sunday 22 November 2026",
            "Reason: away",
            "Notes: by the sea",
        ],
    ),
    (
        DayOff(date=DAY, kind=DayOffKind.SKIPPED, reason=SkipReason.FLARE, note="left hip"),
        "Skipped session",
        ["Day off: skipped", "Reason: a flare", "Notes: left hip"],
    ),
    (
        Medicine(
            name="Paracetamol",
            dose="1 g",
            regularity=Regularity.AS_NEEDED,
            started=DAY,
            stopped=DAY,
            why="pain",
            replaces="m",
        ),
        "Medicine: Paracetamol 1 g",
        [
            "Medicine: Paracetamol",
            "Dose: 1 g",
            "Taken: as needed",
            "From: Sunday 22 November 2026",
            "Until: Sunday 22 November 2026",
            "Why: pain",
            "Changed from: Paracetamol",
        ],
    ),
    (
        Dose(medicine_id="m", taken_at=at(22), amount="1 g"),
        "Dose of Paracetamol at 10pm",
        ["Medicine: Paracetamol", "Taken: Sunday 22 November 2026, 10pm", "Amount: 1 g"],
    ),
    (
        TestResult(name="Ferritin", number=24.0, unit="micrograms/L", date=DAY),
        "Test: Ferritin",
        ["Test: Ferritin", "Result: 24", "Unit: micrograms/L", "Date: Sunday 22 November 2026"],
    ),
    (
        TherapyCourse(
            name="Shockwave",
            place="Riverside",
            page="shockwave",
            price_pence=8050,
            planned_sessions=3,
            started=DAY,
            stopped=DAY,
            note="right hip",
        ),
        "Therapy: Shockwave",
        [
            "Therapy: Shockwave",
            "Where: Riverside",
            "Read about at: Shockwave therapy",
            "Price of a visit: £80.50",
            "Visits planned: 3",
            "From: Sunday 22 November 2026",
            "Until: Sunday 22 November 2026",
            "Notes: right hip",
        ],
    ),
    (
        TherapySession(course_id="t", date=DAY, cost_pence=8000, before=7, after=5, note="sore"),
        "Visit: Shockwave",
        [
            "Therapy: Shockwave",
            "Date: Sunday 22 November 2026",
            "Cost: £80",
            "Legs before: 7 out of 10",
            "Legs after: 5 out of 10",
            "Notes: sore",
        ],
    ),
    (
        Appointment(at=at(10, 20), with_whom="Dr Shah", questions=["Iron?", "Physio?"], agreed="blood test"),
        "Appointment with Dr Shah",
        [
            "With whom: Dr Shah",
            "When: Sunday 22 November 2026, 10.20am",
            "What I would like to ask: Iron?\nPhysio?",
            "What was agreed: blood test",
        ],
    ),
    (
        Contact(
            name="Castle Pool",
            what="warm pool",
            phone="01632 960840",
            address="Castle Street\nWells",
            page="hydrotherapy",
            note="warm on Fridays",
        ),
        "Contact: Castle Pool",
        [
            "Name: Castle Pool",
            "What they do: warm pool",
            "Phone: 01632 960840",
            "Address: Castle Street\nWells",
            "Page: Hydrotherapy",
            "Notes: warm on Fridays",
        ],
    ),
    (
        PageMark(page="shockwave", bookmarked=True, note="ask"),
        "Page: Shockwave therapy",
        ["Page: Shockwave therapy", "Bookmarked: yes", "Notes: ask"],
    ),
]


def said(row: Row, names: dict[str, str] = NAMES) -> list[str]:
    """The lines of a row as a person reads them."""
    return [f"{line.label}: {line.value}" for line in lines(table_of(row).name, stored_row(row), names)]


@pytest.mark.parametrize(
    ("row", "called", "expected"), ENTRIES, ids=[table_of(row).name for row, *_ in ENTRIES]
)
def test_an_entry_is_said_in_plain_words(row: Row, called: str, expected: list[str]) -> None:
    """Each table has its title and each of its fields its line, in the order in which they are asked."""
    assert title(table_of(row).name, stored_row(row), NAMES) == called
    assert said(row) == expected


def test_every_field_of_the_record_has_its_words() -> None:
    """No table and no field is left without words, nor without an example here."""
    assert {type(row) for row, *_ in ENTRIES} == set(RECORD) - {Draft, Preference}
    for row, *_ in ENTRIES:
        table = table_of(row)
        kept = KEPT_BY_JOURNAL | ({"date"} if table.name in FILED_BY_DAY else set()) | {"session_id"}
        asked = set(table.columns.keys()) - kept
        assert {field.column for field in fields_of(table.name)} == asked
        unanswered = [name for name in asked if getattr(row, name) is None]
        assert unanswered == [], table.name


def test_what_is_not_answered_is_left_out() -> None:
    """An empty field has no line; 0 and no have one."""
    assert said(Night(date=DAY, wakings=0, had_to_walk_about=False)) == [
        "Times awake: 0",
        "Had to walk about: no",
    ]


@pytest.mark.parametrize(
    ("row", "called"),
    [
        (Symptom(date=DAY, kind=Kind.URGE, side=Side.BOTH, score=7), "Urge to move, both legs"),
        (Symptom(date=DAY, kind=Kind.CRAMP, site="my own place"), "My own place, cramp"),
        (Nap(date=DAY), "Nap"),
        (Session(date=DAY), "Session"),
        (SetDone(session_id="s", exercise="gone-away", number=1), "Gone away, set 1"),
        (DayOff(date=DAY, kind=DayOffKind.REST), "Rest day"),
        (Dose(medicine_id="gone", taken_at=at(8)), "Dose at 8am"),
        (TherapySession(course_id="gone", date=DAY), "Visit"),
        (ActivityScore(date=DAY, activity_id="gone"), "Weekly check, an activity"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_titles_with_little_to_go_by(row: Row, called: str) -> None:
    """A title stays a title where little was written, or what it refers to is gone."""
    assert title(table_of(row).name, stored_row(row), NAMES) == called


def test_two_versions_side_by_side() -> None:
    """Field by field, with what only one of them has, and which fields differ."""
    one = stored_row(Night(date=DAY, got_into_bed=at(22, 30), wakings=3, quality=4))
    other = stored_row(Night(date=DAY, got_into_bed=at(22, 30), wakings=2, note="hot"))

    pairs = side_by_side("night", one, other)
    assert pairs == (
        Pair("Got into bed", "10.30pm", "10.30pm"),
        Pair("Times awake", "3", "2"),
        Pair("How the sleep was", "4 out of 10", None),
        Pair("Notes", None, "hot"),
    )
    assert [pair.differs for pair in pairs] == [False, True, True, True]
    assert side_by_side("night", None, other)[0] == Pair("Got into bed", None, "10.30pm")


def test_a_column_of_a_later_journal_is_passed_over() -> None:
    """A field this program does not know does not keep the others from being read."""
    stored: dict[str, Any] = {**stored_row(Nap(date=DAY, minutes=20)), "dreamt": 1}

    assert lines("nap", stored) == (Line("How long", "20 minutes"),)


def test_entries_are_called_by_their_names(journal: Journal) -> None:
    """What others refer to is said by its name in the journal, own exercises included."""
    medicine = Medicine(name="Iron")
    exercise = Exercise(key="my-hop", name="My hop")
    journal.store.add_all([medicine, exercise])

    with journal.store.read() as session:
        assert names_of(session) == {medicine.id: "Iron", "my-hop": "My hop"}


def test_words_come_from_the_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    """Labels, answers and titles are said in the language in use."""

    class Shouted:
        def gettext(self, message: str) -> str:
            return message.upper()

    monkeypatch.setattr(catalogue, "_catalogue", Shouted())
    row = Night(date=DAY, had_to_walk_about=True)
    assert (title("night", stored_row(row)), said(row)) == ("LAST NIGHT", ["HAD TO WALK ABOUT: YES"])
