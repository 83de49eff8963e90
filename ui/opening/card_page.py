"""A page with one card in the middle: all there is to say or to press while no journal is open."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.card import Card
from ui.widgets.measure import line_height
from ui.widgets.scroll import PageScroll

WIDEST = 34  # heights of the text


class CardPage(PageScroll):
    """Extends PageScroll: add to `card.body`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = Card()
        self.card.body.setContentsMargins(32, 28, 32, 28)
        self.card.body.setSpacing(14)
        self.card.setMaximumWidth(WIDEST * line_height())
        # Stretches, not an alignment: an aligned card would not grow with the lines of its words.
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.card, 30)
        row.addStretch(1)
        column = QVBoxLayout(self.content)
        column.setContentsMargins(20, 40, 20, 20)
        column.addLayout(row)
        column.addStretch()
