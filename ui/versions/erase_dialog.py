"""The one question before an entry is erased for good: what goes, and which backups still hold it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from legjournal.versions import Entry, Holding
from legjournal.words import plural
from ui.versions.sayings import Sayings
from ui.widgets.buttons import button
from ui.widgets.label import PlainLabel, Size
from ui.widgets.scroll_dialog import ScrollDialog


class EraseDialog(ScrollDialog):
    """Asks once.

    Signals: `erase_requested(bool)`, True to delete the backups that hold it as well.
    """

    erase_requested = Signal(bool)

    def __init__(
        self, entry: Entry, holding: Holding, sayings: Sayings, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Erase for good?"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.backups = QCheckBox(self._also_delete(len(holding.backups)))
        self.keep = button(self.tr("Keep it"), primary=True)
        self.erase = button(self.tr("Erase for good"))
        self.body.addWidget(PlainLabel(entry.title, Size.HEADING, wraps=True))
        for sentence in self._sentences(entry, holding, sayings):
            self.body.addWidget(PlainLabel(sentence, wraps=True))
        self.body.addWidget(self.backups)
        self.body.addStretch()
        self.buttons.addWidget(self.keep)
        self.buttons.addWidget(self.erase)
        self.backups.setVisible(bool(holding.backups))
        self.keep.setFocus()
        self.keep.clicked.connect(self.reject)
        self.erase.clicked.connect(self._on_erase)

    def _sentences(self, entry: Entry, holding: Holding, sayings: Sayings) -> list[str]:
        what = self.tr("This takes away the entry with {versions}, and all that belongs to it.")
        sentences = [
            what.format(versions=sayings.versions(entry)),
            self.tr("It cannot be undone."),
            sayings.holding(holding.backups),
        ]
        if holding.unreadable:
            unsure = plural(
                "{n} backup could not be read and may hold it.",
                "{n} backups could not be read and may hold it.",
                holding.unreadable,
            )
            sentences.append(unsure.format(n=holding.unreadable))
        if holding.unreached:
            sentences.append(
                self.tr("The second place for backups is not connected; some there may hold it.")
            )
        sentences.append(self.tr("Copies you made yourself, such as an export, are left as they are."))
        if holding.backups:
            sentences.append(
                self.tr("A backup also holds your other entries up to its day. They stay in the journal.")
            )
        return sentences

    @staticmethod
    def _also_delete(n: int) -> str:
        return plural("Also delete this backup", "Also delete these {n} backups", n).format(n=n)

    def _on_erase(self) -> None:
        self.erase_requested.emit(self.backups.isChecked())
        self.accept()
