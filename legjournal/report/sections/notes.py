"""The notes of the days that were picked, word for word and whole."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from reportlab.platypus import Flowable

from legjournal import phrases
from legjournal.charts.body import place_name
from legjournal.entries import felt
from legjournal.models.diary import Kind
from legjournal.report.content import Report
from legjournal.report.parts.notes import About, Note
from legjournal.report.sections.pieces import heading, subheading
from legjournal.report.sections.prose import long_text
from legjournal.words import text


def notes(report: Report) -> list[Flowable]:
    """The section; nothing at all where no note was picked."""
    return [heading(text("Notes")), *_by_day(report)] if report.notes else []


def _by_day(report: Report) -> Iterator[Flowable]:
    for day, of_day in groupby(report.notes, attrgetter("date")):
        yield subheading(phrases.day(day, weekday=True))
        for note in of_day:
            yield from long_text(note.words, f"{_about(note)}:")


def _about(note: Note) -> str:
    match note.about:
        case About.MANAGED:
            return text("What I managed")
        case About.DAY:
            return text("The day")
        case About.NIGHT:
            return text("The night before")
        case About.SYMPTOM:
            kind = felt.kind(note.kind or Kind.OTHER)
            return text("{place}, {kind}").format(place=place_name(note.side, note.site), kind=kind)
