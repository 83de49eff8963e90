"""The field for a time of day: it shows how it reads what is typed, and the arrows move it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from legjournal.phrases import clock, clock_of_two
from legjournal.typed_times import Likely, read_clock, says_second
from ui.widgets.announce import announce
from ui.widgets.field import Entry, Field

STEP = 5  # minutes an arrow key moves a clock time
MARGIN = 12  # pixels between the reading and the edge of the field
SMALL = 0.86  # of the size of the text


class ClockEntry(Entry):
    """Extends Entry: shows at its right end how a time is read, until it is written so itself.

    Arrow up and down move a readable time by five minutes, and do nothing where there is none: an answer
    begins with the person.
    """

    def __init__(self, likely: Likely, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.likely = likely
        self.reading = ""  # what is shown, empty where it would only say the same again
        self.textChanged.connect(self._on_text)
        self.paused.connect(self._on_paused)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: STEP, Qt.Key.Key_Down: -STEP}.get(Qt.Key(event.key()))
        when = read_clock(self.text(), self.likely)
        if steps is None or when is None or self.isReadOnly():
            super().keyPressEvent(event)
            return
        minutes = (when.hour * 60 + when.minute + steps) % (24 * 60)
        moved, second = when.replace(hour=minutes // 60, minute=minutes % 60), says_second(self.text())
        self.setText(clock(moved) if second is None else clock_of_two(moved, second=second))
        self.setModified(True)  # setText() takes it for the program's own doing
        self.textEdited.emit(self.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.reading:
            return
        font = QFont(QApplication.font())
        font.setPointSizeF(SMALL * font.pointSizeF())
        room = self.width() - 3 * MARGIN - self.fontMetrics().horizontalAdvance(self.text())
        if QFontMetrics(font).horizontalAdvance(self.reading) > room:
            return
        painter = QPainter(self)
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        end = QRect(self.rect()).adjusted(0, 0, -MARGIN, 0)
        painter.drawText(end, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.reading)

    def _on_text(self, typed: str) -> None:
        when = read_clock(typed, self.likely)
        meant = "" if when is None or says_second(typed) is not None else clock(when)
        self.reading = "" if meant == typed.strip().lower() else meant
        if not self.property("fault"):
            self.setAccessibleDescription(self.reading)
        self.update()

    def _on_paused(self) -> None:
        if self.reading:
            announce(self, self.reading)


class ClockField(Field):
    """A time of day.

    A usual time can stand in it, which looks and reads as one and is no answer: is_usual, until the person
    types in the field or it is confirmed.
    """

    def __init__(self, label: str, likely: Likely, hint: str) -> None:
        super().__init__(label, ClockEntry(likely), hint)
        self.is_usual = False
        self.entry.textEdited.connect(self.end_usual)

    def show_usual(self, words: str) -> None:
        """Show a usual time, not confirmed yet."""
        self.entry.setText(words)
        self.entry.setModified(False)
        self._mark_usual(True)
        self._say(self.tr("usual, not confirmed yet"), QPalette.ColorRole.PlaceholderText)
        self.entry.setAccessibleDescription(self.message.text())

    def end_usual(self) -> None:
        """What stands here waits no longer: it is the person's own now, or goes."""
        if self.is_usual:
            self._mark_usual(False)
            self._say("", QPalette.ColorRole.BrightText)
            self.entry.setAccessibleDescription("")

    def _mark_usual(self, usual: bool) -> None:
        self.is_usual = usual
        self.entry.setProperty("usual", usual)
        self.entry.style().polish(self.entry)
