"""Which notes are printed: those the person ticks, and no other."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from legjournal import phrases
from ui.widgets.label import PlainLabel, Size
from ui.widgets.measure import line_height

BEGINNING = 80  # letters of a note: enough to know which one it is
MOST = 300  # days to pick from
LINES = 9  # of them in sight
DAY = Qt.ItemDataRole.UserRole


class NoteList(QWidget):
    """The days with a note, each with a box.

    Signals: `changed()`, the person ticked one or took a tick away.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.none = PlainLabel(self.tr("None of these days has a note."), Size.SMALL, muted=True, wraps=True)
        more = self.tr("These are the latest {most}. For earlier notes, choose other days above.")
        self.more = PlainLabel(more.format(most=MOST), Size.SMALL, muted=True, wraps=True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Days with a note"))
        self.list.setFixedHeight(LINES * line_height())
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        words = self.tr("No note is printed unless you tick it here. Space ticks the day the keyboard is on.")
        column.addWidget(PlainLabel(words, Size.SMALL, muted=True, wraps=True))
        column.addWidget(self.none)
        column.addWidget(self.list)
        column.addWidget(self.more)
        for widget in (self.none, self.list, self.more):
            widget.hide()
        self.list.itemChanged.connect(self._on_changed)

    @property
    def picked(self) -> frozenset[date]:
        """The days ticked."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return frozenset(
            date.fromisoformat(item.data(DAY)) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def show_days(self, noted: Sequence[tuple[date, str]]) -> None:
        """Show the days of another period, each with its note; what was ticked stays ticked."""
        picked = self.picked
        self.list.blockSignals(True)
        self.list.clear()
        for day, note in noted[:MOST]:
            self.list.addItem(_item(day, note, ticked=day in picked))
        self.list.blockSignals(False)
        self.list.setVisible(bool(noted))
        self.none.setVisible(not noted)
        self.more.setVisible(len(noted) > MOST)

    def _on_changed(self) -> None:
        self.changed.emit()


def _item(day: date, note: str, *, ticked: bool) -> QListWidgetItem:
    item = QListWidgetItem(f"{phrases.day(day)}: {phrases.cut(' '.join(note.split()), BEGINNING)}")
    item.setData(DAY, day.isoformat())
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
    return item
