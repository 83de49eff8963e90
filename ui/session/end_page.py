"""The end of a guided session: what was done counts, all or part of it, and one may say how it was."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legjournal.words import plural
from ui.routine.after_card import AfterCard
from ui.session.far_label import FarLabel, follow_window
from ui.widgets.announce import announce
from ui.widgets.buttons import button
from ui.widgets.centred import put_in_the_middle
from ui.widgets.flow import FlowLayout
from ui.widgets.scroll import PageScroll

WIDEST = 46  # heights of the text


class EndPage(PageScroll):
    """Shown when no set is left, and when the person stops before that.

    after: asks how it was, and stores that.
    Signals: `done()`, it is over; `back_requested()`, to the session again; `left()`, away from here, to go
    on with it later.
    """

    done = Signal()
    back_requested = Signal()
    left = Signal()

    def __init__(
        self,
        done: int,
        sets: int,
        minutes: int,
        after: AfterCard,
        *,
        over: bool,
        parent: QWidget | None = None,
    ) -> None:
        """over: whether no set is left to be done."""
        super().__init__(parent)
        self.words = FarLabel(0.062, 1.55, weight=FarLabel.BOLD)
        self.words.setText(self._words(done, sets))
        self.minutes = FarLabel(0.034, muted=True)
        self.minutes.setText(plural("{n} minute", "{n} minutes", minutes).format(n=minutes))
        self.after = after
        self.after.hide()  # until there is something to ask about
        self.finish = button(self.tr("Done (Space)"), primary=True)
        self.back = button(self.tr("Back to the last set (B)") if over else self.tr("Go on with it (B)"))
        self.later = button(self.tr("Go on later (Esc)"), quiet=True)
        self._lay_out()
        self.minutes.setVisible(minutes > 0)
        self.after.rule.fold.unfold(True)
        self.later.setVisible(not over)
        self.finish.clicked.connect(self._on_done)
        self.back.clicked.connect(self.back_requested)
        self.later.clicked.connect(self._on_left)

    def begin(self) -> None:
        """Tell it, and wait for Space."""
        self.finish.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.words.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Extends QScrollArea: Space closes, unless it is typed into something."""
        if event.isAutoRepeat():
            super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_Space:
                self._on_done()
            case Qt.Key.Key_B:
                self.back_requested.emit()
            case Qt.Key.Key_Escape:
                self._on_left()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        follow_window(self, self.window().height())

    def _lay_out(self) -> None:
        buttons = FlowLayout(spacing=12)
        for made in (self.finish, self.back, self.later):
            made.setProperty("far", True)
            buttons.addWidget(made)
        column = QVBoxLayout()
        column.setSpacing(18)
        for widget in (self.words, self.minutes):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addSpacing(8)
        column.addWidget(self.after)
        put_in_the_middle(self.content, column, WIDEST)

    def _words(self, done: int, sets: int) -> str:
        if not done:
            return self.tr("No set this time. That is fine too.")
        if done == sets:
            words = plural("✓ 1 set done. That counts.", "✓ All {n} sets done. That counts.", sets)
            return words.format(n=sets)
        return self.tr("✓ {done} of {sets} sets. That counts.").format(done=done, sets=sets)

    def _on_done(self) -> None:
        self.after.flush()
        self.done.emit()

    def _on_left(self) -> None:
        self.after.flush()
        self.left.emit()
