"""What every page of the journal can be asked, and how it is kept from taking answers."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.widgets.field import Entry, NoteEditor

if TYPE_CHECKING:
    from legjournal.storage.history import Changed


class Page(QWidget):
    """A tab's page.

    Signals: `day_requested(date)`, a wish to turn to another day.
    """

    day_requested = Signal(object)
    _reads_only = False

    def show_day(self, day: date) -> None:
        """Show everything as it is now, for `day`."""

    def refresh(self, changed: "Changed") -> None:
        """Show what an action changed, if it is on this page."""

    def flush(self) -> None:
        """Hand over what is being typed."""

    def take_focus(self) -> None:
        """Put the keyboard where a person begins."""

    def set_read_only(self) -> None:
        """From here on nothing on this page can be changed, while all of it can still be read."""
        self._reads_only = True
        self._keep_from_changes()

    def _keep_from_changes(self) -> None:
        """Where the journal can only be read, have also what was just made on the page take no answers."""
        if self._reads_only:
            keep_from_changes(self)


def keep_from_changes(inside: QWidget) -> None:
    """Have nothing in a page or a dialog take an answer.

    Text can still be selected and scrolled; what has the property `changes` cannot be pressed.
    """
    why = QCoreApplication.translate("Page", "This journal is open to read only.")
    for widget in inside.findChildren(QWidget):
        if isinstance(widget, Entry | NoteEditor):
            _keep_from_typing(widget)
        elif widget.property("changes"):
            widget.setEnabled(False)
        else:
            continue
        widget.setToolTip(why)


def _keep_from_typing(editor: Entry | NoteEditor) -> None:
    editor.setReadOnly(True)
    editor.setPlaceholderText("")  # an example of what to type
    if isinstance(editor, QPlainTextEdit):  # which a keyboard, too, can still read through
        by_mouse = Qt.TextInteractionFlag.TextSelectableByMouse
        editor.setTextInteractionFlags(by_mouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
