"""Going back to a backup: the backups there are, and one button."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from legjournal import phrases
from legjournal.words import plural
from ui.widgets.buttons import button
from ui.widgets.label import PlainLabel
from ui.widgets.measure import line_height
from ui.widgets.scroll_dialog import ScrollDialog

if TYPE_CHECKING:
    from legjournal.storage.backups import Backup

PATH = Qt.ItemDataRole.UserRole


class RestoreDialog(ScrollDialog):
    """Shows the backups, newest first.

    Signals: `restore_requested(Path)`.
    """

    restore_requested = Signal(object)

    def __init__(self, backups: "Sequence[Backup]", parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Go back to a backup"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Backups"))
        self.list.setMinimumHeight(9 * line_height())
        for backup in backups:
            self._add(backup)
        self.restore = button(self.tr("Go back to this one"), primary=True)
        self.cancel = button(self.tr("Cancel"))
        words = self.tr("What the journal holds now is kept as a backup first, so you can come back to it.")
        nothing = self.tr("There is no backup yet. One is made on the first entry of each day.")
        self.body.addWidget(PlainLabel(words if backups else nothing, wraps=True))
        self.body.addWidget(self.list, 1)
        self.list.setVisible(bool(backups))
        self.buttons.addWidget(self.restore)
        self.buttons.addWidget(self.cancel)
        self.restore.setEnabled(False)
        self.list.currentItemChanged.connect(self._on_current)
        self.restore.clicked.connect(self._on_restore)
        self.cancel.clicked.connect(self.reject)

    def _add(self, backup: "Backup") -> None:
        day = phrases.day(backup.made_at.date(), weekday=True)
        when = self.tr("{day}, {time}").format(day=day, time=phrases.clock(backup.made_at))
        if backup.days is None:
            item = QListWidgetItem(f"{when}\n{backup.fault}")
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        else:
            days = plural("{n} day recorded", "{n} days recorded", backup.days).format(n=backup.days)
            item = QListWidgetItem(f"{when}\n{days}")
            item.setData(PATH, backup.path)
        self.list.addItem(item)

    def _on_current(self, item: QListWidgetItem | None) -> None:
        self.restore.setEnabled(item is not None and isinstance(item.data(PATH), Path))

    def _on_restore(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.restore_requested.emit(item.data(PATH))
            self.accept()
