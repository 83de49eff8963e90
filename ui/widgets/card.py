"""Cards: the white sheets on the soft ground that every page is made of."""

from typing import ClassVar

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.label import LineLabel, PlainLabel, Size


class Card(QFrame):
    """A titled card; add to `body`. `aside` is the quiet line on the right of the title."""

    title_label: ClassVar[type[PlainLabel]] = PlainLabel

    def __init__(self, title: str = "", aside: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(20, 16, 20, 18)
        self.body.setSpacing(12)
        self.title = self.title_label(title, Size.HEADING, parent=self)
        self.aside = LineLabel(aside, Size.SMALL, muted=True, parent=self)
        self.head = QHBoxLayout()
        self.head.addWidget(self.title, 1)
        self.head.addWidget(self.aside)
        if title:
            self.setAccessibleName(title)
            self.body.addLayout(self.head)
        else:
            self.title.hide()
            self.aside.hide()


def rule() -> QFrame:
    """A thin line between the parts of a card."""
    line = QFrame()
    line.setProperty("rule", True)
    return line
