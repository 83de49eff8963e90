"""The days of a period that have notes, for the person to pick those that are printed."""

from datetime import date
from itertools import groupby
from operator import attrgetter

from legjournal.journal import Journal
from legjournal.report.parts.notes import notes
from legjournal.trends.period import Period


def noted_days(journal: Journal, period: Period) -> list[tuple[date, str]]:
    """Each day with all that would be printed of it, the latest first."""
    by_day = groupby(notes(journal, period, list(period)), key=attrgetter("date"))
    return [(day, " ".join(note.words for note in written)) for day, written in by_day][::-1]
