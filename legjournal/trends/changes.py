"""The changes of medicine and therapy and the appointments, in a few words each, by day."""

from collections.abc import Iterable, Iterator
from datetime import date

from legjournal import phrases
from legjournal.journal import Journal
from legjournal.therapies import CourseLog
from legjournal.trends.medicine_changes import MedicineChange, What, medicine_changes
from legjournal.trends.period import Period
from legjournal.words import text

LONGEST = 40  # letters of a name in a picture

Words = dict[date, tuple[str, ...]]


def changes_by_day(journal: Journal) -> Words:
    """What was begun, changed or stopped on which day, up to today."""
    ever = Period(date.min, journal.clock.today())
    dated = [(change.date, _of_medicine(change)) for change in medicine_changes(journal, ever)]
    dated += [found for log in journal.therapies.logs() for found in _of_course(log)]
    return _by_day((day, words) for day, words in dated if day <= ever.last)


def appointments_by_day(journal: Journal) -> Words:
    """With whom there was an appointment on which day, up to today."""
    today = journal.clock.today()
    rows = ((row.at.date(), _cut(row.with_whom)) for row in journal.appointments.all())
    return _by_day((day, words) for day, words in rows if day <= today)


def _by_day(dated: Iterable[tuple[date, str]]) -> Words:
    found: Words = {}
    for day, words in dated:
        found[day] = (*found.get(day, ()), words)
    return found


def _of_medicine(change: MedicineChange) -> str:
    name, dose = _cut(change.name), _cut(change.dose or "")
    match change.what:
        case What.STARTED:
            return text("{name} started").format(name=f"{name} {dose}".strip())
        case What.CHANGED if dose:
            return text("{name} changed to {dose}").format(name=name, dose=dose)
        case What.CHANGED:
            return text("{name} changed").format(name=name)
        case What.STOPPED:
            return text("{name} stopped").format(name=name)


def _of_course(log: CourseLog) -> Iterator[tuple[date, str]]:
    name = _cut(log.course.name)
    first = min((visit.date for visit in log.visits), default=None)
    if begun := log.course.started or first:
        yield begun, text("{name} started").format(name=name)
    if log.course.stopped:
        yield log.course.stopped, text("{name} stopped").format(name=name)


def _cut(words: str) -> str:
    return phrases.cut(words, LONGEST)
