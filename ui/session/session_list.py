"""Beside the guided session: today's exercises with a box for every set, and how long it has lasted."""

from itertools import groupby

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from legjournal.routine.boxes import SetToDo
from legjournal.routine.guide import Guide
from ui.session.sayings import Sayings
from ui.style import draw_box
from ui.widgets.flow import FlowLayout
from ui.widgets.label import PlainLabel, Size, TypedLabel
from ui.widgets.measure import line_height
from ui.widgets.scroll import PageScroll, bring_into_sight

WIDTH = 17  # heights of the text


class SessionList(QFrame):
    """Shows how far the session is; nothing in it is pressed."""

    def __init__(self, guide: Guide, sayings: Sayings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guide = guide
        self._sayings = sayings
        self.setProperty("beside", True)
        self.setProperty("edge", True)
        self.setAccessibleName(self.tr("Today’s session"))
        self.minutes = PlainLabel("", Size.SMALL, muted=True)
        self.rows = [
            ExerciseRow(guide, [*boxes], sayings)
            for _, boxes in groupby(guide.boxes, key=lambda box: box.exercise)
        ]
        self._shown: ExerciseRow | None = None
        self._lay_out()

    def show_state(self) -> None:
        """Show what is done, and which exercise is in hand."""
        self.minutes.setText(self._sayings.minutes(self._guide))
        for row in self.rows:
            row.show_state()
        here = next((row for row in self.rows if row.is_in_hand), None)
        if here is not None and here is not self._shown and self.isVisible():
            bring_into_sight(here)
        self._shown = here

    def follow_text_size(self) -> None:
        """Be as wide as the size of the text asks."""
        self.setFixedWidth(WIDTH * line_height())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(PlainLabel(self.tr("Today’s session"), Size.HEADING), 1)
        head.addWidget(self.minutes, 0, Qt.AlignmentFlag.AlignBottom)
        scroller = PageScroll()
        for ground in (scroller, scroller.content):
            ground.setObjectName("")  # not that of the page
            ground.setProperty("beside", True)
        rows = QVBoxLayout(scroller.content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        for row in self.rows:
            rows.addWidget(row)
        rows.addStretch()
        ache = self.tr("Some ache that settles within a day is usual. Your own physio’s rule comes first.")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 24, 20, 24)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(scroller, 1)
        column.addWidget(PlainLabel(ache, Size.SMALL, muted=True, wraps=True))


class ExerciseRow(QFrame):
    """One exercise of the session: its name, its dose and its boxes, on a soft ground while it is in hand."""

    def __init__(self, guide: Guide, boxes: list[SetToDo], sayings: Sayings) -> None:
        super().__init__()
        self._guide = guide
        self._sayings = sayings
        self._name = sayings.name(boxes[0])
        self.boxes = {box: SmallBox() for box in boxes}
        self.setProperty("inHand", False)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(6)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(TypedLabel(self._name, Size.STRONG))
        dose = sayings.dose(guide.item_of(boxes[0]))
        words.addWidget(PlainLabel(dose, Size.SMALL, muted=True, wraps=True))
        column.addLayout(words)
        flow = FlowLayout(spacing=5)
        for side, of_side in groupby(boxes, key=lambda box: box.side):
            if side is not None:
                flow.addWidget(PlainLabel(sayings.side(side), Size.SMALL, muted=True))
            for box in of_side:
                flow.addWidget(self.boxes[box])
        column.addLayout(flow)

    @property
    def is_in_hand(self) -> bool:
        """Whether one of its sets is the one in hand, or the next."""
        return self._guide.box in self.boxes

    def show_state(self) -> None:
        """Show what is done, for the eye and for a screen reader."""
        for box, widget in self.boxes.items():
            widget.show_state(done=box in self._guide.done, in_hand=box == self._guide.box)
        done = sum(box in self._guide.done for box in self.boxes)
        self.setAccessibleName(
            self.tr("{name}: {done} of {sets} sets done").format(
                name=self._name, done=done, sets=len(self.boxes)
            )
        )
        if self.property("inHand") != self.is_in_hand:
            self.setProperty("inHand", self.is_in_hand)
            self.style().polish(self)


class SmallBox(QWidget):
    """A box that is only looked at. Done shows by a tick, the set in hand by a heavy frame."""

    def __init__(self) -> None:
        super().__init__()
        self._done = self._in_hand = False

    def show_state(self, *, done: bool, in_hand: bool) -> None:
        """Show whether the set is done, and whether it is the one in hand."""
        if (done, in_hand) != (self._done, self._in_hand):
            self._done, self._in_hand = done, in_hand
            self.update()

    def sizeHint(self) -> QSize:
        side = round(1.25 * line_height())
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        draw_box(painter, rect, self.palette(), self._done)
        if self._in_hand:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 3))
            painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), 5, 5)
