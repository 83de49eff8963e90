"""Which sections stand behind the first page, and in the person's own report in which order."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from legjournal.report.choices import Section
from legjournal.report.section_choice import SectionChoice
from legjournal.report.section_names import name_of_section
from ui.widgets.buttons import square


class SectionRow(QWidget):
    """A tick box, with two buttons that move the section among the others.

    Signals: `switched(bool)`; `move_requested(int)`, so many places down.
    """

    switched = Signal(bool)
    move_requested = Signal(int)

    def __init__(self, section: Section, *, movable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = name_of_section(section)
        self.box = QCheckBox(name)
        self.up = square("↑", self.tr("Move up: {name}").format(name=name))
        self.down = square("↓", self.tr("Move down: {name}").format(name=name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box, 1)
        for mover, by in ((self.up, -1), (self.down, 1)):
            row.addWidget(mover)
            mover.setVisible(movable)
            mover.clicked.connect(partial(self.move_requested.emit, by))
        self.box.toggled.connect(self.switched)


class SectionList(QWidget):
    """Shows a choice of sections.

    Signals: `changed()`, the person switched one or moved it; `choice` is what they chose.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[Section, SectionRow] = {}
        self._movable = False
        self.choice = SectionChoice(())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_choice(self, choice: SectionChoice, *, movable: bool) -> None:
        """Show another choice. movable: whether its order is the person's own."""
        self.choice, self._movable = choice, movable
        for row in self.rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {section: self._make_row(section) for section in choice.order}
        self._say_ends()

    def _make_row(self, section: Section) -> SectionRow:
        row = SectionRow(section, movable=self._movable)
        row.box.setChecked(section not in self.choice.off)
        row.switched.connect(partial(self._on_switched, section))
        row.move_requested.connect(partial(self._on_move, section))
        self._column.addWidget(row)
        return row

    def _say_ends(self) -> None:
        for place, section in enumerate(self.choice.order):
            self.rows[section].up.setEnabled(place > 0)
            self.rows[section].down.setEnabled(place < len(self.choice.order) - 1)

    def _on_switched(self, section: Section, on: bool) -> None:
        self.choice = self.choice.switched(section, on=on)
        self.changed.emit()

    def _on_move(self, section: Section, by: int) -> None:
        """Move the row, and with it the place of its stops among those of Tab."""
        self.choice = self.choice.moved(section, by)
        self._column.removeWidget(self.rows[section])
        self._column.insertWidget(self.choice.order.index(section), self.rows[section])
        self._order_stops()
        self._say_ends()
        self._keep_focus(self.rows[section], by)
        self.changed.emit()

    def _order_stops(self) -> None:
        rows = [self.rows[section] for section in self.choice.order]
        stops: list[QWidget] = [stop for row in rows for stop in (row.box, row.up, row.down)]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _keep_focus(self, row: SectionRow, by: int) -> None:
        """At the end of the list the button pressed goes out, and the keyboard stays in its row."""
        pressed: QPushButton = row.up if by < 0 else row.down
        other = row.down if by < 0 else row.up
        (pressed if pressed.isEnabled() else other).setFocus()
