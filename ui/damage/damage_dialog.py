"""Part of the journal is damaged: what that means, and what can be done."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from legjournal import phrases
from legjournal.words import plural
from ui.widgets.buttons import button
from ui.widgets.label import PlainLabel, Size
from ui.widgets.scroll_dialog import ScrollDialog

if TYPE_CHECKING:
    from legjournal.storage.backups import Backup


class DamageDialog(ScrollDialog):
    """Offers what can be done; to close it is to go on reading.

    problems: what was found, a sentence each. newest: the newest backup that can be read, if there is one.
    Signals, each a wish: `backup_requested(Path)`, `repair_requested()`, `read_only_requested()`,
    `another_requested()`. The dialog is gone then.
    """

    backup_requested = Signal(object)
    repair_requested = Signal()
    read_only_requested = Signal()
    another_requested = Signal()

    def __init__(
        self, problems: Sequence[str], newest: "Backup | None", parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Part of this journal is damaged"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._newest = newest
        self._problems = problems
        self._say_what_happened()
        self.back = self._offer(self.tr("Open the newest good backup"), self._words_of(newest))
        self.repair = self._offer(
            self.tr("Repair a copy"),
            self.tr("Saves all that can be read into a new file, and lists the days that are lost."),
        )
        self.read_only = self._offer(
            self.tr("Open to read only"), self.tr("You can look and print. Nothing can be changed.")
        )
        self.another = self._offer(self.tr("Choose another file"), "")
        self.body.addStretch()
        self.details = button(self.tr("Copy details for someone who helps"), quiet=True)
        self.buttons.addWidget(self.details)
        self.back.setEnabled(newest is not None)
        self.back.clicked.connect(self._on_back)
        self.repair.clicked.connect(self._on_repair)
        self.read_only.clicked.connect(self.reject)
        self.another.clicked.connect(self._on_another)
        self.details.clicked.connect(self._on_details)
        self.rejected.connect(self.read_only_requested)
        (self.back if newest is not None else self.repair).setFocus()

    def _say_what_happened(self) -> None:
        words = self.tr(
            "Part of this file is no longer as it was written. A disk or another program may have done "
            "that. So that nothing more is lost, nothing more is saved into it."
        )
        self.body.addWidget(PlainLabel(words, wraps=True))

    def _offer(self, words: str, explained: str) -> QPushButton:
        """One thing that can be done, with what comes of it."""
        offer = button(words)
        self.body.addWidget(offer)
        if explained:
            offer.setAccessibleDescription(explained)
            self.body.addWidget(PlainLabel(explained, Size.SMALL, muted=True, wraps=True))
        return offer

    def _words_of(self, newest: "Backup | None") -> str:
        if newest is None or newest.days is None:
            return self.tr("There is no backup that can be read.")
        days = plural("{n} day recorded", "{n} days recorded", newest.days).format(n=newest.days)
        return self.tr("From {day}, {time}: {days}. What is here now is kept too.").format(
            day=phrases.day(newest.made_at.date(), weekday=True),
            time=phrases.clock(newest.made_at),
            days=days,
        )

    def _on_back(self) -> None:
        assert self._newest is not None
        self.accept()
        self.backup_requested.emit(self._newest.path)

    def _on_repair(self) -> None:
        self.accept()
        self.repair_requested.emit()

    def _on_another(self) -> None:
        self.accept()
        self.another_requested.emit()

    def _on_details(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._problems))
        self.say(self.tr("Copied."))
