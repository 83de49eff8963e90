"""Fields for a passphrase: hidden unless the person wants to see it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from ui.widgets.field import Entry, Field

# A keyboard on the screen is to learn nothing from a passphrase, and to mend nothing in it.
_HINTS = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class PassphraseEntry(Entry):
    """Extends Entry: hides what is typed, and notices from the letters that Caps Lock is on.

    Signals: `capitals_noticed(bool)`.
    """

    capitals_noticed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_letters(False)

    def show_letters(self, shown: bool) -> None:
        """Show what is typed, or hide it."""
        self.setEchoMode(self.EchoMode.Normal if shown else self.EchoMode.Password)
        self.setInputMethodHints(_HINTS if shown else _HINTS | Qt.InputMethodHint.ImhHiddenText)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt does not tell whether Caps Lock is on; a large letter without Shift does.
        if event.text().isalpha():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.capitals_noticed.emit(event.text().isupper() != shift)
        super().keyPressEvent(event)


class PassphraseField(Field):
    """A labelled passphrase."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        self.letters = PassphraseEntry()
        super().__init__(label, self.letters, parent=parent)
        self.letters.capitals_noticed.connect(self._on_capitals)
        self._capitals = self.tr("Caps Lock seems to be on.")

    def rename(self, label: str) -> None:
        """Ask for something else."""
        self.label.setText(label)
        self.entry.setAccessibleName(label)

    def clear(self) -> None:
        """Forget what was typed."""
        self.entry.setText("")  # unlike clear(), with what could be undone
        self.explain("")

    def refuse(self, sentence: str) -> None:
        """Say what is not right; what was typed stays, selected, to be typed over or mended."""
        self.explain(sentence)
        self.entry.selectAll()
        self.entry.setFocus()

    def _on_capitals(self, noticed: bool) -> None:
        if noticed:
            self.explain(self._capitals)
        elif self.message.text() == self._capitals:
            self.explain("")


def forget_passphrases(dialog: QDialog) -> None:
    """Keep nothing of what was typed into a dialog that is being closed."""
    for field in dialog.findChildren(PassphraseField):
        field.clear()


class ShowBox(QCheckBox):
    """Extends QCheckBox: shows what is typed into some fields, for as long as it is ticked."""

    def __init__(self, *fields: PassphraseField) -> None:
        super().__init__()
        self.setText(self.tr("Show what I type"))
        for field in fields:
            self.toggled.connect(field.letters.show_letters)
