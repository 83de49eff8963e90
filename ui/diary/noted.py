"""What was noted in the night, read again in the morning."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import compact
from ui.widgets.label import PlainLabel, Size

if TYPE_CHECKING:
    from legjournal.models.nights import Awakening


class NotedInNight(QWidget):
    """A line for each note; not in sight where there is none.

    Signals: `removed(str)`, the id of a note to take away.
    """

    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(PlainLabel(self.tr("Noted in the night"), Size.LABEL))
        self.hide()

    def show_notes(self, notes: "Sequence[Awakening]") -> None:
        """Show these instead of those before."""
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._line(note) for note in notes]
        for line in self._lines:
            self._column.addWidget(line)
        self.setVisible(bool(notes))

    def _line(self, note: "Awakening") -> QWidget:
        from legjournal.entries.noted import in_words  # a start has a note to show on few mornings

        words = in_words(note)
        remove = compact(
            self.tr("Remove"), self.tr("Remove what was noted at {words}").format(words=words), changes=True
        )
        remove.clicked.connect(partial(self.removed.emit, note.id))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(PlainLabel(words, wraps=True), 1)
        row.addWidget(remove)
        return line
