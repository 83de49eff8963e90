"""What a repair saved, and the list of what it could not."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from legjournal import phrases
from legjournal.entries.counts import count_of
from legjournal.words import plural
from ui.widgets.buttons import button
from ui.widgets.label import PlainLabel
from ui.widgets.measure import line_height
from ui.widgets.scroll_dialog import ScrollDialog

if TYPE_CHECKING:
    from legjournal.storage.repair import Repaired


class RepairedDialog(ScrollDialog):
    """Shows the result once; the list can be copied and kept."""

    def __init__(self, result: "Repaired", parent: QWidget | None = None) -> None:
        super().__init__(self.tr("The copy is repaired"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        count = sum(result.saved.values())
        saved = plural("{n} entry was saved.", "{n} entries were saved.", count).format(n=f"{count:,}")
        lines = list(self._lines(result))
        self.text = QPlainTextEdit("\n".join(lines))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("What could not be saved"))
        self.text.setMinimumHeight(8 * line_height())
        self.text.setVisible(bool(lines))
        self.go_on = button(self.tr("Go on"), primary=True)
        self.copy = button(self.tr("Copy the list"))
        self.copy.setVisible(bool(lines))
        rest = self.tr("This could not be saved:") if lines else self.tr("No entry is known to be missing.")
        kept = self.tr("You are now in {path}. The damaged file was left as it is.").format(path=result.path)
        unknown = self.tr("What nothing in the damaged file tells of any more cannot be listed.")
        for sentence in (saved, kept, unknown, rest):
            self.body.addWidget(PlainLabel(sentence, wraps=True))
        self.body.addWidget(self.text, 1)
        self.buttons.addWidget(self.go_on)
        self.buttons.addWidget(self.copy)
        self.go_on.clicked.connect(self.accept)
        self.copy.clicked.connect(self._on_copy)
        self.go_on.setFocus()

    def _lines(self, result: "Repaired") -> Iterator[str]:
        """One line for each day, and for each kind of entry that has no day."""
        for day in result.days_lost:
            yield self.tr("{day}: something is missing").format(day=phrases.day(day, weekday=True))
        for day in result.days_earlier:
            yield self.tr("{day}: something is as it was before its last change").format(
                day=phrases.day(day, weekday=True)
            )
        for table, count in result.lost.items():
            yield self.tr("{count}: missing").format(count=count_of(table, count))
        for table, count in result.earlier.items():
            yield self.tr("{count}: as before the last change").format(count=count_of(table, count))
        for table, count in result.let_go.items():
            yield self.tr("{count}: no longer tied to what they belong to").format(
                count=count_of(table, count)
            )

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.say(self.tr("Copied."))
