"""The backups from before a journal was locked: anybody can read them, so they are shown and may go."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from legjournal import phrases
from legjournal.progress import Progress
from legjournal.words import plural
from ui.task import Task
from ui.widgets.announce import announce
from ui.widgets.buttons import button
from ui.widgets.label import PlainLabel, Size
from ui.widgets.measure import line_height

if TYPE_CHECKING:
    from legjournal.storage.backups import Backup
    from ui.lock.plain_backups import PlainBackups, Readable

MOST_LINES = 6  # of the list in sight at once


class OldBackups(QWidget):
    """Lists them and offers to delete them; nothing is chosen beforehand, and left alone they stay.

    Signals: `shown()`, there is more to see, or less.
    """

    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plain: PlainBackups | None = None
        self._backups: Sequence[Backup] = ()
        self._why = PlainLabel("", wraps=True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Backups without a passphrase"))
        self.delete = button("")
        self.said = PlainLabel("", Size.STRONG, wraps=True)
        self._others = PlainLabel("", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self._why, self.list, self.delete, self.said, self._others):
            column.addWidget(widget)
        self.said.hide()
        self.delete.clicked.connect(self._on_delete)
        self.hide()

    def look_for(self, plain: "PlainBackups") -> None:
        """Look for those of a journal, also in the second place; with none there is nothing to see."""
        self._plain = plain
        task = Task(partial(_look, plain), self)
        task.done.connect(self._on_found)
        task.start()

    def _on_found(self, found: "Readable") -> None:
        self._backups = found.backups
        self._list(found.backups)
        notes = self._notes(found)
        self._others.setText("\n".join(notes))
        self._others.setVisible(bool(notes))
        self.setVisible(bool(found.backups or notes))
        self.shown.emit()

    def _list(self, backups: "Sequence[Backup]") -> None:
        for widget in (self._why, self.list, self.delete):
            widget.setVisible(bool(backups))
        self.list.clear()
        for backup in backups:
            day = phrases.day(backup.made_at.date(), weekday=True)
            self.list.addItem(self.tr("{day}, {time}").format(day=day, time=phrases.clock(backup.made_at)))
        self.list.setFixedHeight(min(len(backups), MOST_LINES) * 2 * line_height() + 12)
        self._why.setText(
            plural(
                "{n} backup is from before the journal was locked: anybody who finds it can read it without "
                "the passphrase. Keep it as a way back, or delete it for good.",
                "{n} backups are from before the journal was locked: anybody who finds them can read them "
                "without the passphrase. Keep them as a way back, or delete them for good.",
                len(backups),
            ).format(n=len(backups))
        )
        self.delete.setText(
            plural("Delete {n} older backup", "Delete {n} older backups", len(backups)).format(n=len(backups))
        )

    def _notes(self, found: "Readable") -> list[str]:
        """What else can be read, and is not ours to delete from here."""
        notes = [
            self.tr("{name}, beside the journal, needs no passphrase either.").format(name=copy.name)
            for copy in found.copies
        ]
        if found.away:
            notes.append(
                self.tr(
                    "The second place for backups is not connected. Older backups there can be read without "
                    "the passphrase: when it is connected, look here again."
                )
            )
        return notes

    def _on_delete(self) -> None:
        if self._plain is not None:
            self.delete.setEnabled(False)
            task = Task(partial(_remove, self._plain, self._backups), self)
            task.done.connect(self._on_deleted)
            task.refused.connect(self._on_refused)
            task.start()

    def _on_deleted(self, _result: object) -> None:
        for widget in (self._why, self.list, self.delete):
            widget.hide()
        self._say(self.tr("The older backups are deleted."))

    def _on_refused(self, sentence: str) -> None:
        self.delete.setEnabled(True)
        self._say(sentence)

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.show()
        self.shown.emit()
        announce(self, sentence)


def _look(plain: "PlainBackups", progress: Progress) -> "Readable":
    progress(0.0)
    return plain.find()


def _remove(plain: "PlainBackups", backups: "Sequence[Backup]", progress: Progress) -> None:
    progress(0.0)
    plain.remove(backups)
