"""Backups where a journal is to be opened: whether there are any, and whether to go back to one."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtWidgets import QMessageBox, QWidget

from legjournal.places import backups_of
from legjournal.storage.thinning import Stamp


def is_backup(path: Path) -> bool:
    """Whether a file is a backup, by its name."""
    return Stamp.read(path.name) is not None


def has_backups(journal: Path) -> bool:
    """Whether the person's own folder has a backup of the journal at `journal`."""
    with suppress(OSError):
        return any(is_backup(path) for path in backups_of(journal).iterdir())
    return False


class BackupQuestion(QMessageBox):
    """Says that what was chosen is a backup, and asks whether to go back to it."""

    def __init__(self, backup: Path, journal: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(self.textFormat().PlainText)
        self.setText(self.tr("{name} is a backup. Go back to it?").format(name=backup.name))
        self.setInformativeText(
            self.tr(
                "Your journal at {journal} becomes what it was in this backup. What is there now is kept: "
                "you find it under Backups… in the File menu. The backup itself stays as it is."
            ).format(journal=journal)
        )
        self.yes = self.addButton(self.tr("Go back to it"), QMessageBox.ButtonRole.AcceptRole)
        no = self.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(no)

    @classmethod
    def ask_to_go_back(cls, parent: QWidget, backup: Path, journal: Path) -> bool:
        """Whether `backup` shall take the place of what lies at `journal`."""
        box = cls(backup, journal, parent)
        box.exec()
        return box.clickedButton() is box.yes
