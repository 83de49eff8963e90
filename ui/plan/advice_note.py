"""An advice on the plan that is being made: who gives it and why, and that the decision is the person's."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from legjournal.routine.advice import Advice, advice_words
from ui.widgets.buttons import button
from ui.widgets.fold import FoldButton
from ui.widgets.label import PlainLabel, Size


class AdviceNote(QFrame):
    """Says one advice; hidden where there is none to give.

    Signals: `accepted()`, the person leaves the plan as it is.
    """

    accepted = Signal()

    def __init__(self, advice: Advice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.advice = advice
        words = advice_words(advice)
        self.setProperty("note", True)
        self.setAccessibleName(words.said)
        sources = PlainLabel("\n".join(f"•  {source}" for source in words.sources), Size.SMALL, wraps=True)
        self.sources = FoldButton(self.tr("Who says so"), sources)
        self.leave = button(self.tr("Leave it as it is"), name=self.tr("Leave the plan as it is"))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.addWidget(PlainLabel(words.said, Size.STRONG, wraps=True))
        column.addWidget(PlainLabel(words.why, Size.SMALL, wraps=True))
        column.addWidget(self.sources)
        column.addWidget(sources)
        column.addWidget(self.leave, alignment=Qt.AlignmentFlag.AlignLeft)
        self.leave.clicked.connect(self.accepted)
