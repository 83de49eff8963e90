"""A line to type something new into, with the button that adds it."""

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import button
from ui.widgets.field import Entry, Field


class Adder(Field):
    """Extends Field: Enter or the button adds what was typed, and the line is empty again.

    Signals: `added(str)`; `drafted(object)`, what is typed and not added, or None when there is nothing.
    """

    added = Signal(str)
    drafted = Signal(object)

    def __init__(self, label: str, hint: str, most: int, parent: QWidget | None = None) -> None:
        """most: letters."""
        super().__init__(label, Entry(), hint, parent)
        self._most = most
        self._draft: str | None = None
        add = button(self.tr("Add"), changes=True, name=self.tr("Add: {what}").format(what=label))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.entry, 1)
        row.addWidget(add)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertLayout(1, row)
        add.clicked.connect(self._on_add)
        self.entry.returnPressed.connect(self._on_add)
        self.entry.paused.connect(self.flush)
        self.entry.left.connect(self.flush)

    def show_draft(self, typed: str | None) -> None:
        """Show what was typed and not added; what is being typed now is left alone."""
        if (self.entry.text() or None) == self._draft:
            self._draft = typed
            self.entry.setText(typed or "")
            self.explain(self._why_not(typed or ""))

    def flush(self) -> None:
        """Tell what is typed and not added, if that has changed."""
        self.explain(self._why_not(self.entry.text()))
        draft = self.entry.text() or None
        if draft != self._draft:
            self._draft = draft
            self.drafted.emit(draft)

    def _on_add(self) -> None:
        typed = one_line(self.entry.text())
        if typed and not self._why_not(typed):
            self.entry.clear()
            self.added.emit(typed)
        else:
            self.entry.setFocus()
        self.flush()

    def _why_not(self, typed: str) -> str:
        if len(one_line(typed)) <= self._most:
            return ""
        return self.tr("This is too long to add. Please use at most {most} letters.").format(most=self._most)


def one_line(typed: str) -> str:
    """What was typed or pasted into a line as the line shows it: without ends of lines, trimmed."""
    return re.sub(r"[\r\n\u2028\u2029]+", " ", typed).strip()
