"""How much a person has to do for an entry, counted while the real window is driven: `effort.py FOLDER`.

Time by the keystroke-level model (Card, Moran and Newell, Commun ACM 1980;23:396): K 0.28 s for a key or a
press of the button, P 1.1 s to point, H 0.4 s from keyboard to mouse, M 1.35 s to think of each answer.
"""

import json
import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from legjournal.clock import Clock
from legjournal.journal import Journal
from legjournal.models.diary import Side
from ui.app import make_application
from ui.appearance import Appearance
from ui.main_window import MainWindow
from ui.settings import Settings

K, P, H, M = 0.28, 1.1, 0.4, 1.35  # seconds
NO_KEY = Qt.KeyboardModifier.NoModifier


@dataclass
class Hand:
    """Presses and counts. The hand begins at the keyboard."""

    keys: int = 0
    clicks: int = 0
    answers: int = 0
    moves: int = 0  # from the keyboard to the mouse, or back
    turns: int = 0  # of the wheel
    _at_mouse: bool = field(default=False, repr=False)

    @property
    def actions(self) -> int:
        """Keys, presses of the button and turns of the wheel."""
        return self.keys + self.clicks + self.turns

    @property
    def seconds(self) -> float:
        """How long that takes, by the model; a turn of the wheel is taken for a key."""
        return K * self.actions + P * self.clicks + H * self.moves + M * self.answers

    def thinks(self) -> None:
        """Of the next answer."""
        self.answers += 1

    def types(self, words: str) -> None:
        """Key by key, where the keyboard is."""
        self._reach(mouse=False)
        for letter in words:
            self.keys += 1
            QTest.keyClicks(_focused(), letter)

    def presses(self, key: Qt.Key, held: Qt.KeyboardModifier = NO_KEY) -> None:
        """One key, or one chord."""
        self._reach(mouse=False)
        self.keys += 1
        QTest.keyClick(_focused(), key, held)

    def clicks_on(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Point and press what is in sight."""
        assert not widget.visibleRegion().isEmpty(), f"{widget} is not in sight"
        self._reach(mouse=True)
        self.clicks += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NO_KEY, at or widget.rect().center())

    def scrolls(self, page: QWidget, to: QWidget) -> None:
        """Turn the wheel until something stands at the top of the page."""
        self._reach(mouse=True)
        self.turns += 1
        QApplication.processEvents()
        bar = page.scroller.verticalScrollBar()  # type: ignore[attr-defined]
        bar.setValue(to.mapTo(page.scroller.content, QPoint()).y())  # type: ignore[attr-defined]
        QApplication.processEvents()

    def _reach(self, *, mouse: bool) -> None:
        self.moves += mouse != self._at_mouse
        self._at_mouse = mouse


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def open_window(application: QApplication, folder: Path, now: datetime) -> MainWindow:
    """The window on a new journal at some time, with its whole page made."""
    path = folder / f"{now:%H%M}.legjournal"
    Journal.create(path, Clock(lambda: now)).close()
    settings = Settings(folder / "window.ini")
    window = MainWindow(settings, Appearance(application, settings), path, Clock(lambda: now))
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    window.open_journal()
    settle(window)
    return window


def settle(window: MainWindow) -> None:
    """Let the window catch up with the hand."""
    for _ in range(20):
        QApplication.processEvents()
    assert window.sitting is not None and window.sitting.runner.finish()
    for _ in range(5):
        QApplication.processEvents()


def morning(window: MainWindow) -> Hand:
    """Every answer about last night, from the field the window opens in."""
    hand = Hand()
    answers = ["1030", "11", "45", "3", "2", "60", "630", "15", "7", "6", "y"]
    for number, answer in enumerate(answers):
        if number:
            hand.presses(Qt.Key.Key_Tab)
        hand.thinks()
        hand.types(answer)
    settle(window)
    night = window.sitting.journal.nights.ending_on(window.day)  # type: ignore[union-attr]
    fields = (
        "got_into_bed",
        "minutes_awake",
        "minutes_trying_to_sleep_again",
        "quality",
        "had_to_walk_about",
    )
    assert night is not None and None not in [getattr(night, name) for name in fields]
    return hand


def evening(window: MainWindow) -> Hand:
    """Two places with their scores, the urge to move and when it began, three scores of the day, a factor."""
    hand = Hand()
    page = window.sitting.tabs.currentWidget()  # type: ignore[union-attr]
    hand.scrolls(page, page.legs)
    for side, site, score in ((Side.LEFT, "calf", "6"), (Side.RIGHT, "outer-hip", "3")):
        hand.thinks()
        hand.clicks_on(page.legs.chart, page.legs.chart.region_centre(side, site).toPoint())
        hand.thinks()
        hand.types(score)
    hand.thinks()
    hand.clicks_on(number(page.legs.urge.scores, 7))
    hand.presses(Qt.Key.Key_Tab)
    hand.thinks()
    hand.types("9")
    settle(window)
    hand.scrolls(page, page.day)
    for name, score in (("effect", 4), ("mood", 6), ("tiredness", 5)):
        hand.thinks()
        hand.clicks_on(number(page.day.rows[name], score))
    settle(window)
    journal, day = window.sitting.journal, window.day  # type: ignore[union-attr]
    felt = journal.symptoms.on(day)
    assert sorted(row.score for row in felt) == [3, 6, 7]
    assert [row.occurred_at.hour for row in felt if row.occurred_at] == [21]
    written = journal.diary.day(day)
    assert written is not None and (written.effect, written.mood, written.tiredness) == (4, 6, 5)
    return hand


def bad_day(window: MainWindow) -> Hand:
    """One chord."""
    hand = Hand()
    hand.thinks()
    hand.presses(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    settle(window)
    written = window.sitting.journal.diary.day(window.day)  # type: ignore[union-attr]
    assert written is not None and written.bad_day_at is not None
    return hand


def night(window: MainWindow) -> Hand:
    """Legs now, what, where; the panel is there when the journal is opened."""
    hand = Hand()
    for answer in "7ub":
        hand.thinks()
        hand.types(answer)
    hand.presses(Qt.Key.Key_Return)
    settle(window)
    awakenings = window.sitting.journal.awakenings  # type: ignore[union-attr]
    assert len(awakenings.in_night(window.day + timedelta(days=1))) == 1
    return hand


def number(row: QWidget, score: int) -> QPushButton:
    """A button of a 0 to 10 row."""
    return next(made for made in row.findChildren(QPushButton) if made.text() == str(score))


def main(folder: Path) -> None:
    """Print one JSON line: presses and seconds of each kind of entry."""
    application = make_application(sys.argv[:1])
    found = {}
    for name, entry, now in (
        ("morning", morning, datetime(2026, 11, 22, 8, 0, tzinfo=UTC)),
        ("evening", evening, datetime(2026, 11, 22, 21, 14, tzinfo=UTC)),
        ("bad day", bad_day, datetime(2026, 11, 22, 21, 15, tzinfo=UTC)),
        ("night", night, datetime(2026, 11, 23, 3, 10, tzinfo=UTC)),
    ):
        window = open_window(application, folder, now)
        if name == "night":  # a journal with nothing in it opens on its page; this one has a day behind it
            window.menus.night_requested.emit()
            settle(window)
        hand = entry(window)
        found[name] = {"presses": hand.actions, "seconds": round(hand.seconds, 1)}
        window.close()
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
