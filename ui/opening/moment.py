"""One moment: the page shown while the window has to wait, with how far it is and a way out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from ui.opening.card_page import CardPage
from ui.widgets.announce import announce
from ui.widgets.buttons import button
from ui.widgets.label import PlainLabel, Size


class MomentPage(CardPage):
    """Says what the window is waiting for.

    Signals, a wish: `give_up_requested()`.
    """

    give_up_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = PlainLabel("", wraps=True)
        self._share = QProgressBar()
        self.give_up = button("")
        for widget in (PlainLabel(self.tr("One moment…"), Size.TITLE, wraps=True), self._words, self._share):
            self.card.body.addWidget(widget)
        self.card.body.addWidget(self.give_up)
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
