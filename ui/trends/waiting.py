"""What stands above a picture while the years before it are being read: how far it is, and Cancel."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from ui.widgets.announce import announce
from ui.widgets.buttons import button
from ui.widgets.flow import FlowLayout
from ui.widgets.label import PlainLabel, Size


class Waiting(QWidget):
    """Is out of sight until something takes long, or could not be read.

    Signals, wishes: `given_up()`, not to wait; `wanted()`, to read the rest after all.
    """

    given_up = Signal()
    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = PlainLabel("", Size.SMALL, wraps=True)
        self._share = QProgressBar()
        self.give_up = button(self.tr("Cancel"))
        self.go_on = button(self.tr("Read the earlier days"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        flow = FlowLayout()
        for widget in (self.give_up, self.go_on):
            flow.addWidget(widget)
        column.addWidget(self._words)
        column.addWidget(self._share)
        column.addLayout(flow)
        self.give_up.clicked.connect(self.given_up)
        self.go_on.clicked.connect(self._on_go_on)
        self.hide()

    def begin(self) -> None:
        """It takes long."""
        words = self.tr("Your earlier days are being read. The last weeks are drawn already.")
        self._share.setAccessibleName(words)
        self._say(words, waits=True)

    def show_share(self, share: float) -> None:
        """How much is read, 0 to 1."""
        self._share.setValue(round(100 * share))

    def offer(self) -> None:
        """It was not waited for: the last weeks are there, and the rest can still be read."""
        self._say(self.tr("Only your last weeks are drawn here."), waits=False)

    def refuse(self, sentence: str) -> None:
        """It cannot be read."""
        self._say(sentence, waits=False)

    def _say(self, words: str, *, waits: bool) -> None:
        self._words.setText(words)
        self._share.setVisible(waits)
        self.give_up.setVisible(waits)
        self.go_on.setVisible(not waits)
        self.show()
        announce(self, words)

    def _on_go_on(self) -> None:
        self.hide()
        self.wanted.emit()
