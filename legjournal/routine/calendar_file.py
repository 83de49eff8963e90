"""The plan as a file for the person's own calendar: weekly, at an hour that stays when the clocks change.

The form is iCalendar (RFC 5545). The time zone is written as the UK's rule, not as a list of dates that ends.
"""

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from legjournal.clock import LONDON
from legjournal.models.routine import Plan
from legjournal.models.row import new_id
from legjournal.phrases import cut
from legjournal.routine.adherence import DAY
from legjournal.routine.dose import dose_words
from legjournal.storage.files import write_bytes
from legjournal.storage.history import Changed
from legjournal.words import text

if TYPE_CHECKING:
    from icalendar import Alarm, Event, Timezone

    from legjournal.journal import Journal

LENGTH = timedelta(minutes=30)  # of an event: a calendar wants one; how long a session takes nobody knows
LONGEST_TITLE = 200  # letters
_SPREAD = ((), (0,), (0, 3), (0, 2, 4), (0, 2, 4, 6), (0, 1, 3, 4, 5), (0, 1, 2, 3, 4, 5), tuple(range(7)))
_UNSEEN = frozenset({"Cc", "Cs"})
_ID = "calendar_id"  # the preference that every file of this journal has in its event
_NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Entry:
    """What the calendar is told: one event that comes again each week.

    uid: the same in every file of one journal, so that a newer file takes the place of an older one.
    days: 0 Monday to 6 Sunday. begins: on one of them. at: on the wall clock; None: all day.
    until: the plan's last day. alarm: whether the calendar calls at that time.
    """

    uid: str
    title: str
    description: str
    days: frozenset[int]
    begins: date
    at: time | None = None
    until: date | None = None
    alarm: bool = False


def suggested_days(times_a_week: int) -> tuple[int, ...]:
    """Days that leave a rest day between sessions as long as there are enough of them."""
    return _SPREAD[times_a_week]


def first_day(plan: Plan, days: Collection[int], today: date) -> date | None:
    """The first of `days` from today on that the plan is in force; None where it ends before."""
    begins = max(plan.started, today)
    soonest = min(begins + (weekday - begins.weekday()) % 7 * DAY for weekday in days)
    return None if plan.stopped is not None and soonest > plan.stopped else soonest


def calendar_id(journal: "Journal") -> str:
    """What the event of every calendar file of this journal is called by; a new one until it is kept."""
    kept = journal.preferences.get(_ID)
    return kept if isinstance(kept, str) else new_id()


def keep_choice(journal: "Journal", uid: str, **habits: Any) -> Changed:
    """Remember what a file was made with: its id, and `session_time` or `calendar_days` of the habits."""
    return journal.preferences.choose(_ID, uid) | journal.habits.choose(**habits)


def entry_of(
    journal: "Journal",
    plan: Plan,
    uid: str,
    days: Collection[int],
    begins: date,
    at: time | None = None,
    *,
    alarm: bool = False,
) -> Entry:
    """The entry for a plan of a journal. uid: from `calendar_id`. begins: from `first_day`."""
    known = journal.exercises.all()
    lines = [f"{known[item.exercise].name}: {dose_words(item)}" for item in journal.plans.planned(plan)]
    lines.append(text("If a physio gave you other numbers, theirs come first."))
    return Entry(
        uid=uid,
        title=cut(plan.name, LONGEST_TITLE),
        description="\n".join(lines),
        days=frozenset(days),
        begins=begins,
        at=at,
        until=plan.stopped,
        alarm=alarm,
    )


def draw(entry: Entry, made: datetime) -> bytes:
    """The calendar file. made: now; a calendar goes by it to tell the newer of two files."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Leg Journal//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    if entry.at is not None:
        calendar.add_component(_london())
    calendar.add_component(_event(entry, made))
    drawn: bytes = calendar.to_ical()
    return drawn


def save(entry: Entry, made: datetime, path: Path) -> None:
    """Write the file to `path`, readable by its owner only. Raises IsAJournal, CannotWrite."""
    write_bytes(path, draw(entry, made))


def _event(entry: Entry, made: datetime) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", made.astimezone(UTC))
    event.add("sequence", int(made.timestamp()) // 60)
    event.add("summary", _plain(entry.title))
    event.add("description", _plain(entry.description))
    event.add("class", "PRIVATE")  # in a calendar shared with others only the hour is seen
    event.add("rrule", _rule(entry))
    if entry.at is None:
        event.add("dtstart", entry.begins)
        event.add("transp", "TRANSPARENT")  # a whole day is not taken up by it
    else:
        event.add("dtstart", datetime.combine(entry.begins, entry.at, LONDON))
        event.add("duration", LENGTH)
        if entry.alarm:
            event.add_component(_alarm(entry))
    return event


def _rule(entry: Entry) -> dict[str, Any]:
    rule: dict[str, Any] = {"freq": "weekly", "byday": [_NAMES[day] for day in sorted(entry.days)]}
    if entry.until is not None and entry.at is not None:
        rule["until"] = datetime.combine(entry.until, entry.at, LONDON).astimezone(UTC)
    elif entry.until is not None:
        rule["until"] = entry.until
    return rule


def _alarm(entry: Entry) -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta())
    alarm.add("description", _plain(entry.title))
    return alarm


def _london() -> "Timezone":
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone = Timezone()
    zone.add("tzid", LONDON.key)
    for part, name, begun, month, change in (
        (TimezoneDaylight(), "BST", datetime(1996, 3, 31, 1), 3, (0, 1)),
        (TimezoneStandard(), "GMT", datetime(1996, 10, 27, 2), 10, (1, 0)),
    ):
        part.add("tzname", name)
        part.add("dtstart", begun)  # since then the UK has changed its clocks as the whole of Europe does
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1SU"})
        part.add("tzoffsetfrom", timedelta(hours=change[0]))
        part.add("tzoffsetto", timedelta(hours=change[1]))
        zone.add_component(part)
    return zone


def _plain(words: str) -> str:
    """Without control characters, which no calendar file may hold; ends of lines are kept."""
    return "".join(each for each in words if each == "\n" or unicodedata.category(each) not in _UNSEEN)
