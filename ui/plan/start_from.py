"""What a plan is begun from: the present one, a ready one, or nothing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legjournal.library.exercises import plans
from ui.widgets.buttons import button
from ui.widgets.fold import FoldButton
from ui.widgets.label import PlainLabel, Size

PRESENT, OWN = "present", "own"  # beside the keys of the ready plans


class StartFrom(QWidget):
    """Folded away until it is wanted.

    Signals: `chosen(str)`, PRESENT, OWN or the key of a ready plan.
    """

    chosen = Signal(str)

    def __init__(self, has_present: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inside = QWidget()
        self.fold = FoldButton(self.tr("Start from another plan"), inside)
        self._choices = QVBoxLayout(inside)
        self._choices.setContentsMargins(0, 4, 0, 4)
        if has_present:
            self._add(PRESENT, self.tr("My present plan"), "")
        for key, page in plans().items.items():
            self._add(key, page.name, page.summary)
        self._add(
            OWN, self.tr("An empty plan"), self.tr("For the exercises your physio gave you, or your own.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fold)
        column.addWidget(inside)

    def _add(self, key: str, name: str, summary: str) -> None:
        made = button(name)
        made.setObjectName(key)
        made.setAccessibleDescription(summary)
        made.clicked.connect(self._on_clicked)
        self._choices.addWidget(made)
        if summary:
            self._choices.addWidget(PlainLabel(summary, Size.SMALL, muted=True, wraps=True))

    def _on_clicked(self) -> None:
        key = self.sender().objectName()
        self.fold.unfold(False)
        self.fold.setFocus()
        self.chosen.emit(key)
