"""What every page of the journal can be asked."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from legjournal.storage.history import Changed


class Page(QWidget):
    """A tab's page.

    Signals: `day_requested(date)`, a wish to turn to another day.
    """

    day_requested = Signal(object)

    def show_day(self, day: date) -> None:
        """Show everything as it is now, for `day`."""

    def refresh(self, changed: "Changed") -> None:
        """Show what an action changed, if it is on this page."""

    def flush(self) -> None:
        """Hand over what is being typed."""

    def take_focus(self) -> None:
        """Put the keyboard where a person begins."""
