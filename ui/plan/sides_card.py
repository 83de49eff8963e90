"""How the sides of an exercise are done and counted."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from legjournal.models.diary import Side
from ui.widgets.buttons import choice
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.label import PlainLabel, Size


class SidesCard(Card):
    """Asks which side comes first, and whether both count as one set.

    Signals: `changed()`.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Left and right"), "", parent)
        self.left, self.right = choice(self.tr("Left first")), choice(self.tr("Right first"))
        self.as_one = Chip(self.tr("Count left and right as one set"))
        sides = QWidget()
        flow = FlowLayout(sides)
        for made in (self.left, self.right):
            flow.addWidget(made)
            made.clicked.connect(self.changed)
        self.as_one.clicked.connect(self.changed)
        self.body.addWidget(sides)
        self.body.addWidget(self.as_one, alignment=Qt.AlignmentFlag.AlignLeft)
        words = self.tr("Which side comes first is remembered for every plan.")
        self.body.addWidget(PlainLabel(words, Size.SMALL, muted=True, wraps=True))

    @property
    def first_side(self) -> Side:
        """The side that comes first."""
        return Side.RIGHT if self.right.isChecked() else Side.LEFT

    def show_choices(self, as_one: bool, first_side: Side) -> None:
        """Show what is chosen without telling anybody."""
        self.as_one.setChecked(as_one)
        (self.right if first_side is Side.RIGHT else self.left).setChecked(True)
