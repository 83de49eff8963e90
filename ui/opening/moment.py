"""One moment: the page shown while the window has to wait, with how far it is and a way out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.field import announce
from ui.widgets.label import PlainLabel, Size
from ui.widgets.measure import line_height
from ui.widgets.scroll import PageScroll


class MomentPage(PageScroll):
    """Says what the window is waiting for.

    Signals, a wish: `give_up_requested()`.
    """

    give_up_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = Card()
        card.body.setContentsMargins(32, 28, 32, 28)
        card.body.setSpacing(14)
        self._words = PlainLabel("", wraps=True)
        self._share = QProgressBar()
        self.give_up = button("")
        for widget in (PlainLabel(self.tr("One moment…"), Size.TITLE, wraps=True), self._words, self._share):
            card.body.addWidget(widget)
        card.body.addWidget(self.give_up)
        card.setMaximumWidth(34 * line_height())
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 30)
        row.addStretch(1)
        column = QVBoxLayout(self.content)
        column.setContentsMargins(20, 40, 20, 20)
        column.addLayout(row)
        column.addStretch()
        self.give_up.clicked.connect(self._on_give_up)

    def begin(self, words: str, way_out: str) -> None:
        """Say what is being done, and on the button how not to wait for it."""
        self._words.setText(words)
        self._share.setAccessibleName(words)
        self._share.setValue(0)
        self.give_up.setText(way_out)
        self.give_up.setEnabled(True)
        self.give_up.setFocus()
        announce(self, words)

    def show_share(self, share: float) -> None:
        """How much is done, 0 to 1."""
        self._share.setValue(round(100 * share))

    def _on_give_up(self) -> None:
        self.give_up.setEnabled(False)
        self.give_up_requested.emit()
