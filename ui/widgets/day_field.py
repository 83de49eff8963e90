"""A field for a day, typed as a Briton writes it and shown as it was understood."""

from datetime import date

from PySide6.QtWidgets import QWidget

from legjournal import phrases
from legjournal.typed_days import read_day
from ui.widgets.field import Entry, Field


class DayField(Field):
    """Extends Field: 3/3/26 becomes 3 March 2026 on leaving. It may stay empty."""

    def __init__(self, label: str, today: date, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, Entry(), hint, parent)
        self._today = today
        self.entry.left.connect(self._on_left)

    @property
    def day(self) -> date | None:
        """The day typed, or None if there is none."""
        return read_day(self.entry.text(), self._today)

    def show_day(self, day: date | None) -> None:
        """Show a day, or none."""
        self.entry.setText("" if day is None else phrases.day(day))

    def _on_left(self) -> None:
        if (day := self.day) is not None:
            self.show_day(day)
