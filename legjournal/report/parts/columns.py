"""What a spreadsheet has of each day: columns of values by date."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session as DatabaseSession
from sqlmodel import select

from legjournal.entries import felt, values
from legjournal.journal import Journal
from legjournal.models.diary import DiaryDay, Kind
from legjournal.models.nights import Nap, Night
from legjournal.models.routine import DayOff, Session
from legjournal.models.therapies import TherapyCourse, TherapySession
from legjournal.models.weekly import WeeklyCheck
from legjournal.report.parts.doses import doses_a_day
from legjournal.report.parts.loaded import Loaded, load
from legjournal.report.parts.notes import About, notes
from legjournal.sleep import figures, napping
from legjournal.spreadsheet import Cell
from legjournal.trends.dated_rows import rows
from legjournal.trends.figures import worst_by_day
from legjournal.trends.period import Period
from legjournal.words import text


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what stands over it, and its cells by date; a day without one has no answer."""

    head: str
    cells: Mapping[date, Cell]


def columns(journal: Journal, period: Period, picked: Collection[date]) -> list[Column]:
    """All there are, in the order of a day. Columns of notes only where days were picked, with those days."""
    loaded = load(journal, period)
    with journal.store.read() as session:
        return [
            _recorded(journal, loaded),
            *_felt(loaded),
            *_day(session, period, loaded),
            *_times_of_night(loaded),
            *_night(session, period, loaded),
            *_routine(session, period),
            *_medicines(journal, period),
            *_therapies(session, period),
            *_weekly(session, period),
            *_notes(journal, period, picked),
        ]


def _recorded(journal: Journal, loaded: Loaded) -> Column:
    first, day_of = loaded.first_typed.items(), journal.clock.day_of
    return Column(
        text("Recorded on the same day"),
        {day: values.yes_or_no(day_of(typed) == day) for day, typed in first},
    )


def _felt(loaded: Loaded) -> Iterator[Column]:
    yield Column(text("Pain left, worst"), loaded.pain_left)
    yield Column(text("Pain right, worst"), loaded.pain_right)
    for kind in Kind:
        head = text("{kind}, worst").format(kind=felt.kind(kind)).capitalize()
        yield Column(head, worst_by_day(loaded.symptoms, kind))


def _day(session: DatabaseSession, period: Period, loaded: Loaded) -> Iterator[Column]:
    days = rows(session, period, DiaryDay, DiaryDay.mood, DiaryDay.tiredness, DiaryDay.factors)
    yield Column(text("Effect on the day"), _answered(loaded.days, "effect"))
    yield Column(text("Mood"), _answered(days, "mood"))
    yield Column(text("Tiredness"), _answered(days, "tiredness"))
    factors = {day.date: values.listed(day.factors) for day in days if day.factors}
    yield Column(text("What may have mattered"), factors)
    bad = _answered(loaded.days, "bad_day_at")
    yield Column(text("Bad day"), dict.fromkeys(bad, text("yes")))


def _times_of_night(loaded: Loaded) -> Iterator[Column]:
    """As the person's clock showed them, in a form that every spreadsheet takes for a time."""
    heads = {
        "got_into_bed": text("Got into bed"),
        "tried_to_sleep": text("Tried to sleep"),
        "final_waking": text("Last woke"),
        "got_out_of_bed": text("Got up"),
    }
    for name, head in heads.items():
        times = _answered(loaded.nights, name)
        yield Column(head, {day: f"{at:%Y-%m-%d %H:%M}" for day, at in times.items()})


def _night(session: DatabaseSession, period: Period, loaded: Loaded) -> Iterator[Column]:
    heads = {
        "minutes_to_fall_asleep": text("Minutes to fall asleep"),
        "wakings": text("Woke up, times"),
        "woken_by_legs": text("Woken by the legs, times"),
        "minutes_awake": text("Minutes awake in the night"),
        "minutes_trying_to_sleep_again": text("Minutes trying to sleep again"),
    }
    for name, head in heads.items():
        yield Column(head, _answered(loaded.nights, name))
    in_bed = {night.date: figures(night).time_in_bed for night in loaded.nights}
    yield Column(text("Minutes in bed"), _known(in_bed))
    yield Column(text("Minutes asleep"), loaded.asleep)
    nights = rows(session, period, Night, Night.quality, Night.had_to_walk_about)
    yield Column(text("How the sleep was"), _answered(nights, "quality"))
    walked = _answered(nights, "had_to_walk_about")
    yield Column(text("Had to walk about"), {day: values.yes_or_no(so) for day, so in walked.items()})
    naps = _by_day(rows(session, period, Nap, Nap.minutes))
    yield Column(text("Minutes of naps"), _known({day: napping(of_day) for day, of_day in naps.items()}))


def _routine(session: DatabaseSession, period: Period) -> Iterator[Column]:
    by_day = _by_day(rows(session, period, Session, Session.effort, Session.pain_during))
    yield Column(text("Sessions"), {day: len(done) for day, done in by_day.items()})
    yield Column(text("Effort of a session, highest"), _highest(by_day, "effort"))
    yield Column(text("Pain during a session, highest"), _highest(by_day, "pain_during"))
    off = rows(session, period, DayOff, DayOff.kind, DayOff.reason)
    yield Column(text("Rest or skipped"), {row.date: values.day_off(row.kind) for row in off})
    yield Column(text("Why skipped"), {row.date: values.reason(row.reason) for row in off if row.reason})


def _medicines(journal: Journal, period: Period) -> Iterator[Column]:
    """The doses of a day, counted and in words."""
    counts: dict[date, int] = {}
    words: dict[date, list[str]] = {}
    for row in doses_a_day(journal, period):
        day = date.fromisoformat(row.day)
        counts[day] = counts.get(day, 0) + row.doses
        what = f"{row.name} {row.amount}" if row.amount else row.name
        words.setdefault(day, []).append(f"{what}: {row.doses}")
    yield Column(text("Doses"), counts)
    yield Column(text("Doses of what"), {day: "; ".join(each) for day, each in words.items()})


def _therapies(session: DatabaseSession, period: Period) -> Iterator[Column]:
    names = dict(session.exec(select(TherapyCourse.id, TherapyCourse.name)).all())
    found = rows(session, period, TherapySession, TherapySession.course_id, TherapySession.cost_pence)
    visits = _by_day(found)
    of_what = {day: "; ".join(names[row.course_id] for row in of_day) for day, of_day in visits.items()}
    yield Column(text("Therapy visits"), of_what)
    paid = _by_day(row for row in found if row.cost_pence is not None)
    pounds = {day: sum(row.cost_pence for row in of_day) / 100 for day, of_day in paid.items()}
    yield Column(text("Cost of visits, pounds"), pounds)


def _weekly(session: DatabaseSession, period: Period) -> Iterator[Column]:
    heads = {
        "average_pain": text("Weekly check: pain in the legs, on average"),
        "enjoyment": text("Weekly check: got in the way of enjoying life"),
        "everyday_activities": text("Weekly check: got in the way of everyday things"),
    }
    checks = rows(session, period, WeeklyCheck, *(getattr(WeeklyCheck, name) for name in heads))
    for name, head in heads.items():
        yield Column(head, _answered(checks, name))


def _notes(journal: Journal, period: Period, picked: Collection[date]) -> Iterator[Column]:
    if not picked:
        return
    heads = {
        About.MANAGED: text("What I managed"),
        About.DAY: text("Note of the day"),
        About.NIGHT: text("Note of the night"),
        About.SYMPTOM: text("Notes of what was felt"),
    }
    written = notes(journal, period, picked)
    for about, head in heads.items():
        by_day = _by_day(note for note in written if note.about is about)
        yield Column(head, {day: "\n".join(note.words for note in found) for day, found in by_day.items()})


def _answered(dated: Iterable[Any], name: str) -> dict[date, Any]:
    return _known({row.date: getattr(row, name) for row in dated})


def _known(by_day: Mapping[date, Any]) -> dict[date, Any]:
    return {day: answer for day, answer in by_day.items() if answer is not None}


def _by_day(dated: Iterable[Any]) -> dict[date, list[Any]]:
    by_day: dict[date, list[Any]] = {}
    for row in dated:
        by_day.setdefault(row.date, []).append(row)
    return by_day


def _highest(by_day: Mapping[date, list[Any]], name: str) -> dict[date, int]:
    answers = {day: [getattr(row, name) for row in of_day] for day, of_day in by_day.items()}
    known = {day: [one for one in of_day if one is not None] for day, of_day in answers.items()}
    return {day: max(of_day) for day, of_day in known.items() if of_day}
