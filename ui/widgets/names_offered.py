"""Names to take over while typing: a list below the line that never keeps anybody from typing on."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter

from ui.widgets.field import Entry


class NamesOffered(QCompleter):
    """Extends QCompleter: offers names that have in them what is typed into a line.

    Down and Enter, or a click, take one over; Esc, Tab and Enter by itself leave what was typed.
    """

    def __init__(self, names: Iterable[str], entry: Entry) -> None:
        super().__init__(list(dict.fromkeys(names)), entry)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        shown = self.popup()
        assert shown is not None  # it makes its own
        shown.setProperty("offered", True)
        shown.setAccessibleName(self.tr("Your contacts"))
        self.activated.connect(entry.left)  # it is in the line as if it had been typed
        entry.setCompleter(self)
