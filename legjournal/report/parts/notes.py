"""The notes of the days a person picked, word for word; without that, none leaves the journal."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlmodel import Session, col, select

from legjournal.journal import Journal
from legjournal.models.diary import DiaryDay, Kind, Side, Symptom
from legjournal.models.nights import Night
from legjournal.trends.period import Period


class About(StrEnum):
    """What a note was written about."""

    MANAGED = "managed"
    DAY = "day"
    NIGHT = "night"
    SYMPTOM = "symptom"


@dataclass(frozen=True, slots=True)
class Note:
    """One note as typed. kind, side, site: of the symptom it is about, else None."""

    date: date
    about: About
    words: str
    kind: Kind | None = None
    side: Side | None = None
    site: str | None = None


def notes(journal: Journal, period: Period, picked: Collection[date]) -> tuple[Note, ...]:
    """Those of the picked days of the period, by day: what was managed, the day, its night, its symptoms."""
    days = sorted(day for day in picked if day in period)
    with journal.store.read() as session:
        found = [*_of_days(session, days), *_of_nights(session, days), *_of_symptoms(session, days)]
    return tuple(sorted((note for note in found if note.words.strip()), key=_place))


def _place(note: Note) -> tuple[date, int]:
    return note.date, [*About].index(note.about)


def _of_days(session: Session, days: list[date]) -> list[Note]:
    columns = ((About.MANAGED, col(DiaryDay.managed)), (About.DAY, col(DiaryDay.note)))
    return [
        Note(day, about, words)
        for about, column in columns
        for day, words in _written(session, DiaryDay, days, column)
    ]


def _of_nights(session: Session, days: list[date]) -> list[Note]:
    return [Note(day, About.NIGHT, words) for day, words in _written(session, Night, days, col(Night.note))]


def _of_symptoms(session: Session, days: list[date]) -> list[Note]:
    columns = (col(Symptom.note), Symptom.kind, Symptom.side, Symptom.site)
    return [
        Note(day, About.SYMPTOM, words, *felt)
        for day, words, *felt in _written(session, Symptom, days, *columns)
    ]


def _written(session: Session, table: Any, days: list[date], note: Any, *more: Any) -> list[Any]:
    """The rows of `days` that have words in `note`."""
    found = select(table.date, note, *more).where(col(table.date).in_(days), note.is_not(None))
    return list(session.exec(found.order_by(table.date, table.recorded_at, table.id)))
