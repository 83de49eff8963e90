"""How long the Routine tab takes, in a real window: `routine.py JOURNAL FOLDER` prints one JSON line.

first_ms: from the key to the tab on the screen, when it is made. turn_ms: from the key to another day on it,
every card of it. parts_ms: what of that is reading the day, its week, and the twelve weeks behind it.
"""

import json
import sys
from datetime import timedelta
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from turning import ALT, TURNS, evening, milliseconds, open_window

from legjournal.journal import Journal
from legjournal.routine.adherence import monday_of
from legjournal.routine.of_day import routine_of
from ui.app import make_application

CONTROL = Qt.KeyboardModifier.ControlModifier


def main(journal: Path, folder: Path) -> None:
    """Turn to the tab, then back day by day."""
    application = make_application(sys.argv[:1])
    window = open_window(application, journal, folder)
    assert window.sitting is not None

    def press(key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        QTest.keyClick(window, key, held)
        application.processEvents()

    first = milliseconds(partial(press, Qt.Key.Key_2, CONTROL))
    press(Qt.Key.Key_Left, ALT)  # the first turn makes the style of what is new
    turns = [milliseconds(partial(press, Qt.Key.Key_Left, ALT)) for _ in range(TURNS)]
    assert (evening().date() - window.day).days == TURNS + 1
    parts = reading(window.sitting.journal)
    print(json.dumps({"first_ms": first, "turn_ms": turns, "parts_ms": parts}))
    window.close()


def reading(journal: Journal) -> dict[str, float]:
    """Medians of what is read for a day of the tab."""
    today = evening().date()
    days = [today - timedelta(days=n) for n in range(TURNS)]
    parts = {
        "the day": lambda day: routine_of(journal, day),
        "the week": lambda day: journal.weeks.week(monday_of(day)),
        "twelve weeks": lambda day: journal.weeks.between(day - timedelta(weeks=11), day),
    }
    return {name: median(milliseconds(partial(read, day)) for day in days) for name, read in parts.items()}


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
