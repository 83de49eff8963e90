"""Reading a form field by field: what was typed, or why it cannot be kept, said beside its field."""

from datetime import date
from typing import Protocol

from PySide6.QtCore import QObject

from legjournal import phrases
from legjournal.limits import NAME_LIMIT, NOTE_LIMIT
from ui.widgets.adder import one_line
from ui.widgets.amounts import Amounts
from ui.widgets.day_field import DayField
from ui.widgets.field import Field, NoteField, NumberField


class Explains(Protocol):
    """A field of a form."""

    def explain(self, sentence: str) -> None:
        """Say beside the field what is not right; an empty sentence takes it away."""

    def setFocus(self) -> None:
        """Take the keyboard."""


class Reading(QObject):
    """One reading of a form. faulty: the fields with a fault, in the order in which they were read."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self.faulty: list[Explains | NoteField] = []

    def words(self, field: Field, missing: str = "") -> str | None:
        """What stands in a field, None for nothing; missing: why there must be something."""
        typed = one_line(field.entry.text()).strip("\0 ")
        too_long = self.tr("This is too long to keep. Please use at most {most} letters.")
        fault = too_long.format(most=f"{NAME_LIMIT:,}") if len(typed) > NAME_LIMIT else ""
        self._note(field, fault or ("" if typed else missing))
        return typed or None

    def day(self, field: DayField, missing: str = "") -> date | None:
        """The day in a field that may not be one to come; missing: why there must be one."""
        typed, day = field.entry.text().strip(), field.day
        if day is not None and day > self._today:
            self._note(field, self.tr("{day} has not come yet.").format(day=phrases.day(day)))
        elif day is not None:
            self._note(field, "")
        elif typed:
            words = self.tr("Please write the day, the month and the year, for example 3 March 2026.")
            unknown = self.tr("Leave it empty if you do not know.")
            self._note(field, words if missing else f"{words} {unknown}")
        else:
            self._note(field, missing)
        return day

    def number(self, field: Field, missing: str) -> float | None:
        """The number in a field."""
        typed = field.entry.text().strip()
        value = phrases.read_decimal(typed)
        if value is None and typed:
            self._note(field, self._no_number(typed))
        else:
            self._note(field, "" if typed else missing)
        return value

    def money(self, field: Field) -> int | None:
        """The amount in a field, in pence."""
        pence, fault = Amounts(self).read(field.entry.text())
        self._note(field, fault)
        return pence

    def count(self, field: NumberField, most: int) -> int | None:
        """The whole number in a field, at most `most`."""
        number = field.number
        wrong = number > most if number is not None else bool(field.entry.text().strip())
        words = self.tr("Please write a whole number up to {most:,}, or leave it empty.")
        self._note(field, words.format(most=most) if wrong else "")
        return None if wrong else number

    def note(self, field: NoteField) -> str | None:
        """The free text in a field; one that is too long says so by itself."""
        words = field.editor.toPlainText()
        if len(words) > NOTE_LIMIT:
            field.flush()
            self.faulty.append(field)
        return words.strip() or None

    def blame(self, field: Explains, sentence: str) -> None:
        """Say of a field that was read what is not right with it beside the others."""
        if field not in self.faulty:
            self._note(field, sentence)

    def _note(self, field: Explains, fault: str) -> None:
        field.explain(fault)
        if fault:
            self.faulty.append(field)

    def _no_number(self, typed: str) -> str:
        if typed[0] in "<>≤≥":
            return self.tr(
                "Only a plain number can be kept here. You could write “{typed}” in the notes of that day."
            ).format(typed=phrases.cut(typed, 20))
        if "," in typed:
            return self.tr("Please write it without a comma, for example 1250 or 45.2.")
        return self.tr("This is not a plain number. Try 45.2, and write the unit in its own field.")
