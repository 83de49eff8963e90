"""A dialog whose contents scroll, so that it fits a small screen at any text size; buttons stay in sight."""

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.announce import announce
from ui.widgets.columns import ColumnsLayout
from ui.widgets.label import PlainLabel
from ui.widgets.measure import line_height
from ui.widgets.scroll import PageScroll

WIDTH = 31  # heights of the text


class ScrollDialog(QDialog):
    """Extends QDialog: add to `body` what scrolls, to `beside` what is next to it, to `buttons` the rest."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._scroller = PageScroll()
        self._foot = QWidget()
        self.body = QVBoxLayout(self._scroller.content)
        self.body.setContentsMargins(24, 20, 24, 12)
        self.body.setSpacing(10)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(24, 8, 24, 20)
        self.note = PlainLabel("", wraps=True)  # what there is to say, beside the buttons and always in sight
        self.note.hide()
        foot.addWidget(self.note)
        self.buttons = ColumnsLayout(letters=0, most=5, spacing=8, stretch=False)
        foot.addLayout(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.beside = QHBoxLayout()
        self.beside.addWidget(self._scroller, 1)
        column.addLayout(self.beside, 1)
        column.addWidget(self._foot)

    def sizeHint(self) -> QSize:
        wide = WIDTH * line_height()
        # The least height is that of the least width: the scrolled page is never lower, so neither is this.
        least = self.body.totalMinimumSize().height()
        # High enough also beside a scroll bar: once there, it would stay for the lines it breaks itself.
        beside = wide - self._scroller.verticalScrollBar().sizeHint().width()
        high = max(self.body.totalHeightForWidth(beside), self.body.totalSizeHint().height(), least)
        return QSize(wide, high + self._foot.heightForWidth(wide) + 4)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()
        self.fit_soon()

    def put_by(self) -> None:
        """The journal is about to be locked: close without an answer; what is typed here is not given up."""
        self.reject()

    def fit_soon(self) -> None:
        """Fit once every child has taken its new size."""
        QTimer.singleShot(0, self, self.fit)

    def fit(self) -> None:
        """Take the room the contents need, as far as the screen and the window behind have it."""
        parent = self.parentWidget()
        behind = parent.window().size() if parent else QSize()
        room = self.screen().availableSize().expandedTo(behind)
        self.resize(self.sizeHint().expandedTo(self.size()).boundedTo(room))

    def say(self, sentence: str) -> None:
        """Say something above the buttons."""
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))
        self.fit_soon()
        announce(self, sentence)
