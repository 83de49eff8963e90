"""Filling in the usual times of going to bed and getting up, and confirming them."""

from collections.abc import Mapping
from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from legjournal import phrases
from ui.widgets.announce import announce
from ui.widgets.buttons import compact
from ui.widgets.clock_field import ClockField
from ui.widgets.columns import ColumnsLayout


class UsualBar(QWidget):
    """The buttons. A usual time that is filled in is no answer until the person says so.

    Signals: `fill_requested()`, to have the usual times filled in; `choose_requested()`, to choose them;
    `confirmed(list)`, those filled in are right: the names of their answers.
    """

    fill_requested = Signal()
    choose_requested = Signal()
    confirmed = Signal(list)

    def __init__(self, fields: Mapping[str, ClockField], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = fields
        self.fill_in = compact(self.tr("Fill in my usual times"), changes=True)
        self.right = compact(self.tr("These are right"), self.tr("The usual times are right"), changes=True)
        self.right.setProperty("quiet", False)
        self.take_out = compact(self.tr("Take them out"), self.tr("Take the usual times out"), changes=True)
        self.choose = compact(self.tr("My usual times…"), changes=True)
        row = ColumnsLayout(self, letters=0, most=3, spacing=4, stretch=False)
        for made in (self.fill_in, self.right, self.take_out, self.choose):
            row.addWidget(made)
        self.follow()
        self.fill_in.clicked.connect(self.fill_requested)
        self.choose.clicked.connect(self.choose_requested)
        self.right.clicked.connect(self._on_right)
        self.take_out.clicked.connect(self._on_take_out)

    def fill(self, times: Mapping[str, time]) -> bool:
        """Put usual times into the fields that are empty; whether there was one to put in."""
        for name, wall in times.items():
            if not self._fields[name].entry.text():
                self._fields[name].show_usual(phrases.clock(wall))
        self.follow()
        filled = bool(self._waiting())
        if filled:
            self.right.setFocus()
            announce(self, self.tr("Filled in. If they are right, press “These are right”."))
        return filled

    def follow(self) -> None:
        """Show the buttons that have something to do."""
        waiting = bool(self._waiting())
        self.right.setVisible(waiting)
        self.take_out.setVisible(waiting)
        self.fill_in.setVisible(not waiting and any(not f.entry.text() for f in self._fields.values()))

    def _waiting(self) -> dict[str, ClockField]:
        return {name: field for name, field in self._fields.items() if field.is_usual}

    def _on_right(self) -> None:
        right = self._waiting()
        for field in right.values():
            field.end_usual()
        self.confirmed.emit(list(right))
        self.follow()

    def _on_take_out(self) -> None:
        for field in self._waiting().values():
            field.end_usual()
            field.entry.clear()
        self.follow()
        self.fill_in.setFocus()
