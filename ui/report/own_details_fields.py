"""What of the person is printed: name, date of birth and number, each only if they want."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legjournal import phrases
from legjournal.report.choices import Person
from legjournal.report.health_number import name_of_number, read_health_number, why_no_number
from legjournal.report.own_details import OwnDetails, person, read_birthday
from ui.widgets.field import Entry, Field
from ui.widgets.label import PlainLabel, Size

if TYPE_CHECKING:
    from datetime import date

    from legjournal.library.nations import Nation

LONGEST = 100  # letters of a name


class OwnDetailsFields(QWidget):
    """Three fields that may stay empty.

    Signals: `changed()`, when it is time to store `details` and to print them.
    """

    changed = Signal()

    def __init__(
        self, typed: OwnDetails, nation: "Nation | None", today: "date", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._nation = nation
        self._today = today
        self._told = typed
        self.name = Field(self.tr("Your name"), Entry())
        self.born = Field(self.tr("Date of birth"), Entry(), self.tr("for example 14 March 1961"))
        self.number = Field(name_of_number(nation), Entry(), self.tr("10 digits"))
        self.name.entry.setMaxLength(LONGEST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        words = self.tr(
            "Each is printed only if you fill it in. It is kept in your journal and nowhere else."
        )
        column.addWidget(PlainLabel(words, Size.SMALL, muted=True, wraps=True))
        for field, text in ((self.name, typed.name), (self.born, typed.born), (self.number, typed.number)):
            field.entry.setText(text)
            field.entry.paused.connect(self._on_typed)
            field.entry.left.connect(self._on_left)
            column.addWidget(field)
        self._explain()

    @property
    def details(self) -> OwnDetails:
        """What stands in the fields."""
        return OwnDetails(self.name.entry.text(), self.born.entry.text(), self.number.entry.text())

    @property
    def person(self) -> Person:
        """What is printed of it."""
        return person(self.details, self._nation, self._today)

    def _on_typed(self) -> None:
        if self.details != self._told:
            self._told = self.details
            self.changed.emit()

    def _on_left(self) -> None:
        """Show what was typed as it was understood, or say why it was not."""
        if born := read_birthday(self.born.entry.text(), self._today):
            self.born.entry.setText(phrases.day(born))
        if number := read_health_number(self.number.entry.text(), self._nation):
            self.number.entry.setText(number)
        self._explain()
        self._on_typed()

    def _explain(self) -> None:
        typed = self.born.entry.text().strip()
        no_day = self.tr("This is not a day in the past. Try 14 March 1961. Until it is, it is not printed.")
        understood = not typed or read_birthday(typed, self._today) is not None
        self.born.explain("" if understood else no_day)
        self.number.explain(why_no_number(self.number.entry.text(), self._nation))
