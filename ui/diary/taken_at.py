"""A small field that asks when a medicine was taken, and the button that writes the dose down."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.diary.dose_times import DoseTimes
from ui.widgets.buttons import button
from ui.widgets.clock_field import ClockField


class TakenAt(ClockField):
    """Extends ClockField: for a day that is past, on which there is no “now”.

    Signals: `taken(datetime)`; `drafted(object)`, what is typed and not written down yet, or None.
    """

    taken = Signal(object)
    drafted = Signal(object)

    def __init__(self, label: str, times: DoseTimes) -> None:
        super().__init__(label, times.likely, self.tr("for example 9.30pm"))
        self._times = times
        self._draft: str | None = None
        self.add = button(self.tr("Add"), changes=True, name=self.tr("Add: {what}").format(what=label))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.entry, 1)
        row.addWidget(self.add)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertLayout(1, row)
        self.entry.paused.connect(self._on_paused)
        self.entry.left.connect(self.flush)
        self.entry.returnPressed.connect(self._on_add)
        self.accepted.connect(self._on_accepted)
        self.add.clicked.connect(self._on_add)

    def show_draft(self, typed: str | None) -> None:
        """Show what was typed before; what is being typed now is left alone."""
        if (self.entry.text() or None) == self._draft:
            self._draft = typed
            self.entry.setText(typed or "")
            self._explain()

    def flush(self) -> None:
        """Tell what is typed and not written down, and what is not right with it."""
        self._on_paused()
        self._explain()

    def _explain(self) -> None:
        typed = self.entry.text()
        reading = self._times.read(typed) if typed else None
        self.explain(reading.why if reading else "", reading.offers if reading else ())

    def _on_paused(self) -> None:
        draft = self.entry.text() or None
        if draft != self._draft:
            self._draft = draft
            self.drafted.emit(draft)

    def _on_accepted(self, typed: str) -> None:
        self.entry.setText(typed)
        self._on_add()

    def _on_add(self) -> None:
        reading = self._times.read(self.entry.text())
        if isinstance(reading.value, datetime):
            self.entry.clear()
            self.flush()
            self.taken.emit(reading.value)
        else:
            self.explain(reading.why, reading.offers)
            self.entry.setFocus()
