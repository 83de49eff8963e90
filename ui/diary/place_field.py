"""A place typed: the way to it without the drawing."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from legjournal.typed_places import LONGEST, Place, find_places, own_place
from ui.widgets.field import Entry, Field
from ui.widgets.wrapping_list import ALONG, WrappingList

ROWS = 5  # places in sight at a time


class PlaceField(QWidget):
    """Offers the places that fit what is typed. Enter takes the only one, or goes to the list of them.

    Signals: `chosen(Place)`; `pointed(object)`, the Place that would be taken, or None.
    """

    chosen = Signal(object)
    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: list[Place] = []
        self._own = ""  # typed, not in the list, and asked about
        self.field = Field(self.tr("Or type a place"), Entry(), self.tr("for example left calf"))
        self.list = WrappingList(self.tr("Places that fit"))
        self.list.setProperty("changes", True)
        self.list.hide()
        for part in (self, self.field):
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self.list)
        for watched in (self.field.entry, self.list):
            watched.installEventFilter(self)
        self.field.entry.textChanged.connect(self._on_typed)
        self.list.currentRowChanged.connect(self._on_row)
        self.list.itemClicked.connect(self._on_item)

    def clear(self) -> None:
        """Forget what was typed and not taken."""
        self.field.entry.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            in_list = watched is self.list
            return self._in_list(event) if in_list else self._in_entry(event)
        return super().eventFilter(watched, event)

    def _in_entry(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif key == Qt.Key.Key_Down and self._found:
            self._enter_list()
        elif key == Qt.Key.Key_Escape and self.field.entry.text():
            self.clear()
        else:
            return False
        return True

    def _in_list(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self._found[max(0, self.list.currentRow())])
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Up and self.list.currentRow() <= 0):
            self.field.entry.setFocus()
        else:
            return False
        return True

    def _take(self) -> None:
        typed = self.field.entry.text().strip()
        if len(self._found) == 1:
            self._choose(self._found[0])
        elif self._found:
            self._enter_list()
        elif typed:
            self._take_own(typed)

    def _take_own(self, typed: str) -> None:
        """A place that is not in the list is taken at the second Enter: the first may have been a slip."""
        place = own_place(typed)
        if place is None:
            self.field.explain(self.tr("Please name a place in up to {most} letters.").format(most=LONGEST))
        elif typed == self._own:
            self._choose(place)
        else:
            self._own = typed
            self.field.explain(
                self.tr("This is not in the list. Press Enter again to add it in your own words.")
            )

    def _enter_list(self) -> None:
        self.list.setCurrentRow(max(0, self.list.currentRow()))
        self.list.setFocus()

    def _choose(self, place: Place) -> None:
        self.clear()
        self.chosen.emit(place)

    def _on_typed(self, typed: str) -> None:
        self._found, self._own = find_places(typed), ""
        self.field.explain("")
        self.list.show_items([place.name for place in self._found])
        self._fit()
        self.list.setVisible(bool(self._found))
        self.pointed.emit(self._found[0] if len(self._found) == 1 else None)

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self.pointed.emit(self._found[row])

    def _on_item(self, item: QListWidgetItem) -> None:
        self._choose(self._found[self.list.row(item)])

    def _fit(self) -> None:
        line = self.list.fontMetrics().lineSpacing() + ALONG
        self.list.setFixedHeight(min(ROWS, len(self._found)) * line + 2 * self.list.frameWidth() + 6)
