"""A person at the window: keys and clicks, nothing else."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from PySide6.QtCore import QElapsedTimer, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QRadioButton, QWidget

from legjournal.journal import Journal
from legjournal.models.diary import Side
from legjournal.routine.boxes import SetToDo
from ui.diary.symptom_row import SymptomRow
from ui.main_window import MainWindow
from ui.sitting import Sitting
from ui.widgets.field import Field
from ui.widgets.score_row import ScoreRow

PASSPHRASE = "Amber kettle, wet gravel"  # of the locked journal
NOTE = " ".join(("quince", "marmalade", "at", "noon"))  # stands in it, and nowhere else, not even here
Dialog = TypeVar("Dialog", bound=QDialog)
BEAT = 1  # milliseconds from one look to the next; a thousand tests look a dozen times each
PATIENCE = 10_000  # milliseconds before a person would give up

# The night the journal was made for, as a person types it: 5 hours 45 minutes asleep, 67.6%.
NIGHT = {
    "got_into_bed": "10.30pm",
    "tried_to_sleep": "11pm",
    "minutes_to_fall_asleep": "45",
    "wakings": "3",
    "woken_by_legs": "2",
    "minutes_awake": "60",
    "final_waking": "6.30am",
    "got_out_of_bed": "7am",
}


class Person:
    """Drives one window. Each method waits until the window says that all is stored."""

    def __init__(self, qtbot: Any, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window
        window.activateWindow()
        self.until(window.isActiveWindow)

    @property
    def sitting(self) -> Sitting:
        """The sitting with the journal that is open."""
        assert self.window.sitting is not None
        return self.window.sitting

    @property
    def page(self) -> Any:
        """The page in sight."""
        return self.sitting.tabs.currentWidget()

    @property
    def journal(self) -> Journal:
        """The journal that is open."""
        return self.sitting.journal

    @property
    def night(self) -> dict[str, Field]:
        """The fields of last night."""
        fields: dict[str, Field] = self.page.night.fields
        return fields

    @property
    def focused(self) -> QWidget:
        """Where the keyboard is."""
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    def reads(self, inside: QWidget | None = None) -> list[str]:
        """Every line of words in sight, as it is shown."""
        labels = (inside or self.window).findChildren(QLabel)
        return [label.text() for label in labels if label.isVisible() and label.text()]

    def turns_to(self, tab: int) -> None:
        """Press Ctrl and the number of a tab, counted from 1."""
        QTest.keyClick(self.window, Qt.Key(Qt.Key.Key_0 + tab), Qt.KeyboardModifier.ControlModifier)
        self.until(lambda: self.window.header.current == tab - 1)

    def button(self, words: str, inside: QWidget | None = None) -> QPushButton | None:
        """The button in sight with these words, or these in place of words for a screen reader."""
        buttons = (inside or self.window).findChildren(QPushButton)
        found = [button for button in buttons if button.isVisible()]
        return next((button for button in found if words in (button.text(), button.accessibleName())), None)

    def presses(self, words: str, inside: QWidget | None = None) -> None:
        """Press the button with these words."""
        button = self.button(words, inside)
        assert button is not None, f"no button says {words!r}"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.waits()

    def chooses(self, words: str, inside: QWidget) -> None:
        """Press the round button with these words."""
        found = [radio for radio in inside.findChildren(QRadioButton) if radio.text() == words]
        assert found, f"no choice says {words!r}"
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton, pos=QPoint(12, found[0].height() // 2))
        assert found[0].isChecked()

    def types_night(self, **answers: str) -> None:
        """Fill the named fields of last night one after another, leaving each with Tab."""
        for name, words in answers.items():
            self.types_into(self.page.night.fields[name].entry, words)

    def types_into(self, entry: QWidget, words: str) -> None:
        """Click into a field, type over what is there, and leave with Tab."""
        self.brings_into_sight(entry)
        QTest.mouseClick(entry, Qt.MouseButton.LeftButton)
        QTest.keyClick(entry, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        if words:
            QTest.keyClicks(entry, words)
        else:
            QTest.keyClick(entry, Qt.Key.Key_Delete)
        QTest.keyClick(entry, Qt.Key.Key_Tab)
        self.waits()

    def keys(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys one after another where the keyboard is."""
        for key in keys:
            QTest.keyClick(self.focused, key, held)

    def types(self, words: str) -> None:
        """Type where the keyboard is, and stay there."""
        QTest.keyClicks(self.focused, words)

    def pastes(self, words: str) -> None:
        """Put words from another program over what is in the field with the keyboard, and stay there."""
        QApplication.clipboard().setText(words)
        self.keys(Qt.Key.Key_A, Qt.Key.Key_V, held=Qt.KeyboardModifier.ControlModifier)

    def clicks(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click on something, where it has to be scrolled to first if need be."""
        self.brings_into_sight(widget)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())

    def scores(self, row: ScoreRow, score: int) -> None:
        """Press a number of a 0 to 10 row."""
        button = next(button for button in row.findChildren(QPushButton) if button.text() == str(score))
        self.brings_into_sight(button)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.waits()

    def marks_place(self, side: Side, site: str, score: str) -> None:
        """Press a place on the body chart, then the number key."""
        chart = self.page.legs.chart
        self.brings_into_sight(chart)
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.region_centre(side, site).toPoint())
        self.until(lambda: self._is_on(side, site))
        self.types(score)
        self.waits()

    def ticks(self, box: SetToDo) -> None:
        """Put the keyboard on a box of the checklist and press Space."""
        tick = self.page.session.boxes[box]
        tick.setFocus()
        QTest.keyClick(tick, Qt.Key.Key_Space)
        self.waits()

    def goes_to(self, day: date) -> None:
        """Press Alt and an arrow until the day is there."""
        while self.window.day != day:
            key = Qt.Key.Key_Left if day < self.window.day else Qt.Key.Key_Right
            before = self.window.day
            QTest.keyClick(self.window, key, Qt.KeyboardModifier.AltModifier)
            assert self.window.day != before, "the day cannot be reached"
        self.waits()

    def chooses_in_menu(self, words: str) -> None:
        """Choose an entry of the menu bar."""
        actions = self.window.findChildren(QAction)
        [action] = [action for action in actions if action.text().replace("&", "") == words]
        assert action.isEnabled()
        action.trigger()

    def dialog(self, kind: type[Dialog]) -> Dialog:
        """The dialog of this kind that is open, once the keyboard is in it."""
        [dialog] = [dialog for dialog in self.window.findChildren(kind) if dialog.isVisible()]
        dialog.activateWindow()
        self.until(dialog.isActiveWindow)
        return dialog

    def returns(self) -> None:
        """Turn from a dialog that was closed to the window again."""
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)

    def unlocks(self, typed: str) -> None:
        """Type a passphrase where the keyboard is, and Enter."""
        self.returns()
        self.types(typed)
        self.keys(Qt.Key.Key_Return)
        self.until(lambda: self.window.sitting is not None)

    def closes(self) -> bool:
        """Close the window; whether it went."""
        return self.window.close()

    def until(self, is_so: Callable[[], object], patience: int = PATIENCE) -> None:
        """Let the window work until something is so, `patience` milliseconds at most."""
        waited = QElapsedTimer()
        waited.start()
        while not is_so():
            assert waited.elapsed() < patience, f"still not so after {patience} ms"
            loop = QEventLoop()
            QTimer.singleShot(BEAT, loop.quit)
            loop.exec()

    def brings_into_sight(self, widget: QWidget) -> None:
        """Scroll to a widget, once everything has found its place."""
        QApplication.processEvents()
        self.page.scroller.ensureWidgetVisible(widget)
        QApplication.processEvents()

    def waits(self) -> None:
        """Until the window is done with what was asked, or says that it could not be stored."""
        self.until(self._is_done)

    def _is_on(self, side: Side, site: str) -> bool:
        rows = [row for row in self.page.legs.findChildren(SymptomRow) if row.is_at(side, site)]
        return any(row.isAncestorOf(QApplication.focusWidget()) for row in rows)

    def _is_done(self) -> bool:
        banner = self.window.banner
        return (
            self.window.sitting is None
            or self.sitting.runner.idle
            or banner.retry.isVisible()
            or banner.take.isVisible()
        )
