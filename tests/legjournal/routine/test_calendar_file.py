"""The calendar file, read back by a calendar's own reader and played through both changes of the clocks."""

import stat
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from hand_clock import EVENING, HandClock
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from legjournal.clock import LONDON
from legjournal.errors import IsAJournal
from legjournal.journal import Journal
from legjournal.models.routine import Plan, PlanFields, PlanItemFields
from legjournal.routine.calendar_file import (
    Entry,
    calendar_id,
    draw,
    entry_of,
    first_day,
    keep_choice,
    save,
    suggested_days,
)

DAY = timedelta(days=1)
MONDAY = date(2026, 11, 23)
SIX = time(18)
MON_WED_FRI = frozenset({0, 2, 4})


def _entry(**more: Any) -> Entry:
    wanted = {"title": "Hips", "description": "Bridge", "days": MON_WED_FRI, "begins": MONDAY, "at": SIX}
    return Entry(uid="routine@legjournal", **{**wanted, **more})


def _event(entry: Entry) -> Any:
    [event] = Calendar.from_ical(draw(entry, EVENING)).walk("VEVENT")
    return event


def _occurrences(entry: Entry, until: date) -> list[datetime]:
    """When the calendar shows the event, by the clock on the wall."""
    event = _event(entry)
    start = event.decoded("dtstart")
    wall = start.replace(tzinfo=None) if isinstance(start, datetime) else datetime.combine(start, time())
    rule = event["rrule"]
    limit = rule.pop("until", [None])[0]
    last = datetime.combine(until, time.max)
    if limit is not None:
        instant = limit.astimezone(LONDON).replace(tzinfo=None) if isinstance(limit, datetime) else limit
        last = min(last, instant if isinstance(instant, datetime) else datetime.combine(instant, time()))
    return list(rrulestr(rule.to_ical().decode(), dtstart=wall).between(wall, last, inc=True))


@pytest.mark.parametrize("change", [date(2026, 10, 25), date(2027, 3, 28)], ids=["October", "March"])
def test_six_stays_six_when_the_clocks_change(change: date) -> None:
    """Before and after, the event is at 6pm of the wall; in UTC it is an hour apart."""
    begins = change - 13 * DAY
    entry = _entry(begins=begins, days=frozenset({0, 6}))
    found = _occurrences(entry, change + 8 * DAY)
    assert {wall.time() for wall in found} == {SIX}
    assert {wall.date() for wall in found} >= {change - 7 * DAY, change, change + DAY, change + 8 * DAY}
    offsets = [wall.replace(tzinfo=LONDON).utcoffset() for wall in (found[0], found[-1])]
    assert abs(offsets[0] - offsets[1]) == timedelta(hours=1)
    assert _event(entry)["dtstart"].params["TZID"] == "Europe/London"


def test_the_zone_in_the_file_is_the_uks_own_rule() -> None:
    """Its two parts, played to 2060, give the offset that London has, at noon of every day."""
    [zone] = Calendar.from_ical(draw(_entry(), EVENING)).walk("VTIMEZONE")
    assert zone["tzid"] == "Europe/London"
    turns = []
    for part in zone.subcomponents:
        rule = rrulestr(part["rrule"].to_ical().decode(), dtstart=part.decoded("dtstart"))
        found = rule.between(datetime(2026, 1, 1), datetime(2060, 1, 1))
        turns += [(turn, part["tzoffsetto"].td) for turn in found]
    turns.sort()
    assert len(turns) == 2 * 34
    for (turn, offset), (following, _) in pairwise(turns):
        for noon in (turn.replace(hour=12), following.replace(hour=12) - DAY):
            assert noon.replace(tzinfo=LONDON).utcoffset() == offset


def test_a_plan_with_an_end_ends_in_the_calendar() -> None:
    """The last day is still in it, at a time and all day, in summer and in winter."""
    for until in (date(2026, 12, 4), date(2027, 6, 4)):  # Fridays
        for at in (SIX, time(0, 30), None):
            found = _occurrences(_entry(at=at, until=until), date(2028, 1, 1))
            assert (found[0].date(), found[-1].date()) == (MONDAY, until)
    assert "until" not in _event(_entry())["rrule"]


def test_all_day_has_no_hour_and_takes_up_no_time() -> None:
    """A date, free of zones; a calendar shows the person as free."""
    event = _event(_entry(at=None, alarm=True))
    assert event.decoded("dtstart") == MONDAY
    assert event["transp"] == "TRANSPARENT"
    assert event.walk("VALARM") == []
    assert b"VTIMEZONE" not in draw(_entry(at=None), EVENING)


def test_the_calendar_calls_only_if_asked_to() -> None:
    """No alarm by default; with one it is at the time itself."""
    assert _event(_entry()).walk("VALARM") == []
    [alarm] = _event(_entry(alarm=True)).walk("VALARM")
    assert (alarm["action"], alarm.decoded("trigger")) == ("DISPLAY", timedelta())


def test_a_second_file_takes_the_place_of_the_first() -> None:
    """The same event with a higher number, whatever was changed; others see only busy."""
    first = _event(_entry())
    [second] = Calendar.from_ical(draw(_entry(at=None, title="New"), EVENING + DAY)).walk("VEVENT")
    assert first["uid"] == second["uid"]
    assert first["sequence"] < second["sequence"]
    assert second.decoded("dtstamp") == (EVENING + DAY).astimezone(UTC)
    assert first["class"] == "PRIVATE"


@given(st.text(max_size=300), st.text(max_size=300))
def test_words_come_back_as_they_were_typed(title: str, description: str) -> None:
    """Commas, backslashes and emoji do; control characters, which no calendar file may hold, do not."""
    event = _event(_entry(title=title, description=description))
    for typed, read in ((title, event["summary"]), (description, event["description"])):
        kept = "".join(each for each in typed if each == "\n" or not (each < " " or "\x7f" <= each < "\xa0"))
        assert str(read) == kept


def test_suggested_days_leave_a_rest_day_between() -> None:
    """As many as are asked for; up to three a week no two follow each other, the week's end included."""
    for times in range(1, 8):
        days = suggested_days(times)
        assert len(set(days)) == times
        if times <= 3:
            assert not any((day + 1) % 7 in days for day in days)
    assert (suggested_days(3), suggested_days(2)) == ((0, 2, 4), (0, 3))


@given(
    st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    st.none() | st.integers(0, 30),
    st.sets(st.integers(0, 6), min_size=1),
)
def test_the_first_day_is_the_soonest_that_is_wanted(
    started: date, today: date, lasts: int | None, days: set[int]
) -> None:
    """Not before the plan or today, on a wanted day, and none where the plan has ended by then."""
    plan = Plan(name="Mine", started=started, stopped=None if lasts is None else started + lasts * DAY)
    earliest = max(started, today)
    wanted = [earliest + n * DAY for n in range(7) if (earliest + n * DAY).weekday() in days]
    found = first_day(plan, days, today)
    assert found == (wanted[0] if plan.stopped is None or wanted[0] <= plan.stopped else None)


def test_a_plan_becomes_an_entry(journal: Journal) -> None:
    """Its name, its exercises with their doses and names of one's own, and its days."""
    journal.exercises.add("Stairs; slowly")
    items = [
        PlanItemFields(exercise="glute-bridge", rest_seconds=0),
        PlanItemFields(exercise="own-stairs-slowly", sets=2, each_side=True, rest_seconds=0),
        PlanItemFields(exercise="gone-by-now", rest_seconds=0),
    ]
    journal.plans.adopt(PlanFields(name="Hips", started=EVENING.date(), weekdays=[0, 3]), items)
    plan = journal.plans.on(EVENING.date())
    entry = entry_of(journal, plan, "an-id", plan.weekdays, MONDAY, SIX, alarm=True)
    assert (entry.title, entry.days, entry.until, entry.alarm) == ("Hips", {0, 3}, None, True)
    assert entry.description.split("\n") == [
        "Glute bridge: 3 × 10 to 15",
        "Stairs; slowly: 2 × 10 to 15 each side",
        "Gone by now: 3 × 10 to 15",
        "If a physio gave you other numbers, theirs come first.",
    ]


def test_the_id_and_the_choices_are_kept(journal: Journal) -> None:
    """Once kept, every file of this journal has the same id, whatever becomes of its plans."""
    uid = calendar_id(journal)
    assert uid != calendar_id(journal)
    changed = keep_choice(journal, uid, session_time=time(7, 30), calendar_days=[1, 5])
    assert changed.tables == {"preference"}
    assert calendar_id(journal) == uid
    assert journal.habits.chosen().session_time == time(7, 30)
    assert journal.habits.chosen().calendar_days == [1, 5]


def test_the_file_is_whole_and_private(journal: Journal, tmp_path: Path, clock: HandClock) -> None:
    """0600, nothing beside it, lines as calendars want them; a journal is never written over."""
    path = tmp_path / "calendar" / "sessions.ics"
    path.parent.mkdir()
    save(_entry(), clock.now(), path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]
    written = path.read_bytes()
    assert written.startswith(b"BEGIN:VCALENDAR\r\n")
    assert written.count(b"\n") == written.count(b"\r\n")
    assert max(map(len, written.split(b"\r\n"))) <= 75
    with pytest.raises(IsAJournal):
        save(_entry(), clock.now(), journal.path)
