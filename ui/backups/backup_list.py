"""The backups there are, newest first, each with its time, its days and where it lies."""

from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from legjournal import phrases
from legjournal.words import plural
from ui.widgets.measure import line_height

if TYPE_CHECKING:
    from collections.abc import Sequence

    from legjournal.storage.backups import Backup

PATH = Qt.ItemDataRole.UserRole


class BackupList(QListWidget):
    """Extends QListWidget: one that cannot be read is listed with the reason, and cannot be chosen.

    Signals: `chosen(bool)`, whether there is one to go back to.
    """

    chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Backups"))
        self.setMinimumHeight(9 * line_height())
        self.setWordWrap(True)
        self.currentItemChanged.connect(self._on_current)

    @property
    def path(self) -> Path | None:
        """The one chosen."""
        item = self.currentItem()
        path = item.data(PATH) if item is not None else None
        return path if isinstance(path, Path) else None

    def show_backups(self, here: "Sequence[Backup]", there: "Sequence[Backup]", today: date) -> None:
        """List those of the first place, and those of the second that the first does not have."""
        own = {(backup.made_at, backup.reason) for backup in here}
        only_there = [backup for backup in there if (backup.made_at, backup.reason) not in own]
        self.clear()
        for backup in chain(here, only_there):  # as they were made, whatever the clock said then
            place = self.tr("in the second place") if backup in only_there else ""
            when = phrases.moment(backup.made_at, today)
            self._add(backup, phrases.begun_large(when), place)
        self.setVisible(bool(here or only_there))

    def _add(self, backup: "Backup", when: str, place: str) -> None:
        if backup.asks:
            item = QListWidgetItem(
                "\n".join((when, ", ".join(filter(None, (self._asking(backup), self._why(backup), place)))))
            )
            item.setData(PATH, backup.path)
        elif backup.days is None:
            item = QListWidgetItem("\n".join(filter(None, (when, self._why(backup), backup.fault))))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        else:
            days = plural("{n} day recorded", "{n} days recorded", backup.days).format(n=backup.days)
            item = QListWidgetItem(
                "\n".join((when, ", ".join(filter(None, (days, self._why(backup), place)))))
            )
            item.setData(PATH, backup.path)
        self.addItem(item)

    def _asking(self, backup: "Backup") -> str:
        if backup.code_id:
            return self.tr("asks for its passphrase (recovery sheet {id})").format(id=backup.code_id)
        return self.tr("asks for its passphrase")

    def _why(self, backup: "Backup") -> str:
        """Why it was made; nothing for one made by itself in the course of a day."""
        from legjournal.storage.thinning import Reason

        return {
            Reason.ASKED: self.tr("made when you asked for it"),
            Reason.BEFORE_RESTORE: self.tr("kept before you went back to a backup"),
            Reason.BEFORE_RESTORE_DAMAGED: self.tr("the damaged file, kept before you went back to a backup"),
            Reason.BEFORE_IMPORT: self.tr("kept before entries were brought in"),
            Reason.BEFORE_MIGRATION: self.tr("kept before an update"),
            Reason.BEFORE_LOCK: self.tr("kept before the passphrase was changed"),
        }.get(backup.reason, "")

    def _on_current(self) -> None:
        self.chosen.emit(self.path is not None)
