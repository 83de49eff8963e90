"""The last step: the file is being written anew, and then how that went."""

from PySide6.QtWidgets import QProgressBar, QWidget

from ui.lock.old_backups import OldBackups
from ui.lock.steps import Step
from ui.widgets.label import PlainLabel


class LastStep(Step):
    """title: what is being done. doing: a sentence to read meanwhile."""

    def __init__(self, title: str, doing: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(title)
        self.words = PlainLabel(doing, wraps=True)
        self.old_backups = OldBackups()
        for widget in (self.words, self.progress, self.old_backups):
            self.body.addWidget(widget)

    def show_progress(self, share: float) -> None:
        """How far it is, 0 to 1."""
        self.progress.setValue(round(100 * share))

    def tell(self, sentence: str) -> None:
        """It has ended, this way."""
        self.progress.hide()
        self.words.setText(sentence)
        self.working_changed.emit(False)
