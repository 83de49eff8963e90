"""The day: notes, scores, and the bad day."""

import time
from collections.abc import Callable
from datetime import date, datetime

import pytest
from hand_clock import HandClock
from person import Person
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from test_night_card import HOSTILE

from legjournal.models.diary import DiaryDay

DAY = date(2026, 11, 22)


@pytest.fixture
def page(person: Person) -> Person:
    """A person with the whole page in sight."""
    person.until(lambda: person.page.day.isVisible())
    return person


def stored(person: Person, day: date = DAY) -> DiaryDay:
    """The page of the day as it lies in the file."""
    return person.journal.diary.day(day) or DiaryDay(date=day)
