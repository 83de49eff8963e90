"""What another program did to the journal's file, and what can be done about it."""

from enum import StrEnum
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from legjournal import phrases
from legjournal.storage.backups import Backup
from legjournal.storage.guard import Difference
from ui.widgets.buttons import button
from ui.widgets.label import PlainLabel, Size
from ui.widgets.measure import line_height
from ui.widgets.scroll_dialog import ScrollDialog


def moment_of(backup: Backup) -> str:
    """9.14pm, 22 November 2026."""
    return f"{phrases.clock(backup.made_at)}, {phrases.day(backup.made_at.date())}"


class Way(StrEnum):
    """What a person can choose."""

    USE = "use the file as it is now"
    KEEP = "keep mine as a separate journal"
    BOTH = "put both together"
    AGAIN = "write it there again"
    ELSEWHERE = "keep it elsewhere"
    OTHER = "open another journal"


class OutsideDialog(ScrollDialog):
    """Says what happened and offers the ways on.

    Signals: `chosen(Way)`. The dialog stays until it is accepted; Not now leaves all as it is.
    """

    chosen = Signal(object)

    def __init__(
        self,
        difference: Difference,
        path: Path,
        kept: Path,
        backup: Backup | None,
        parent: QWidget | None = None,
    ) -> None:
        gone = difference is Difference.GONE
        title = self.tr("Your journal's file is gone") if gone else self.tr("Your journal's file was changed")
        super().__init__(title, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._busy = False
        self.ways: dict[Way, QPushButton] = {}
        self.body.addWidget(PlainLabel(self._story(difference, path), wraps=True))
        if gone:
            self._offer_for_lost(path)
        else:
            self._offer_for_changed(kept.name, difference, backup)
        self.body.addStretch(1)
        self.not_now = button(self.tr("Not now"))
        self.buttons.addWidget(self.not_now)
        self.not_now.clicked.connect(self.reject)

    def wait(self) -> None:
        """What was chosen is being done."""
        self._set_busy(True)
        self.say(self.tr("One moment…"))

    def refuse(self, sentence: str) -> None:
        """Say why what was chosen cannot be done; another way can be chosen."""
        self._set_busy(False)
        self.say(sentence)

    def reject(self) -> None:
        """Extends QDialog: stays while something is being done."""
        if not self._busy:
            super().reject()

    def _story(self, difference: Difference, path: Path) -> str:
        if difference is Difference.GONE:
            return self.tr(
                "{path} is not there any more. It was moved, renamed or deleted, or its disk was taken out. "
                "If it is on a USB stick, put the stick back in, choose Not now, and then Try again. "
                "What you typed is kept meanwhile."
            ).format(path=path)
        return self.tr(
            "Another program changed {path} while it was open here. Often that is a program that copies "
            "files between computers, such as Dropbox or OneDrive, or a second window of Leg Journal. "
            "Nothing was written over it, and what you typed is kept."
        ).format(path=path)

    def _offer_for_lost(self, path: Path) -> None:
        self._offer(
            Way.AGAIN,
            self.tr("Write it there again"),
            self.tr("Puts your journal back where it was, with everything in it."),
        )
        self._offer(
            Way.ELSEWHERE,
            self.tr("Keep it elsewhere…"),
            self.tr("You choose where. Your journal goes on there, with everything in it."),
        )
        self._offer(
            Way.OTHER,
            self.tr("Open another journal…"),
            self.tr("If you moved or renamed it yourself, open it by its new name."),
        )
        self.ways[Way.AGAIN].setEnabled(path.parent.is_dir())

    def _offer_for_changed(self, name: str, difference: Difference, backup: Backup | None) -> None:
        replaced = difference is Difference.REPLACED
        if replaced or backup is not None:
            words = self.tr(
                "Uses the file as it is now and brings your own entries into it. Where a day differs you "
                "choose. Your own is kept as {name} too."
            )
            self._offer(Way.BOTH, self.tr("Put both together…"), words.format(name=name))
        self._offer(
            Way.USE, self.tr("Use the file as it is now"), self._meaning_of_use(name, replaced, backup)
        )
        if replaced:
            words = self.tr("Your journal goes on in {name}, beside the other file, which is left alone.")
            self._offer(Way.KEEP, self.tr("Keep mine as a separate journal"), words.format(name=name))
        elif backup is not None:
            words = self.tr(
                "The file was written over where it lies, so the nearest to what you had is the backup of "
                "{when}. It becomes a journal of its own, {name}, and you go on there."
            )
            words = words.format(when=moment_of(backup), name=name)
            self._offer(Way.KEEP, self.tr("Go on from the newest backup"), words)

    def _meaning_of_use(self, name: str, replaced: bool, backup: Backup | None) -> str:
        missing = self.tr("Entries you wrote here may be missing from it.")
        if replaced:
            kept = self.tr("If any are, your own journal is kept as {name} first.").format(name=name)
        elif backup is not None:
            kept = self.tr("The nearest to what you had is the backup of {when}, which stays.").format(
                when=moment_of(backup)
            )
        else:
            kept = self.tr("There is no backup of what you had.")
        typed = self.tr(
            "What you just typed is saved into the file. If that was answered there too, your answer stands "
            "and the other one is kept among the earlier versions."
        )
        return f"{missing} {kept} {typed}"

    def _offer(self, way: Way, words: str, meaning: str) -> None:
        first = not self.ways
        offered = self.ways[way] = button(words, primary=first)
        offered.setDefault(first)
        offered.setAccessibleDescription(meaning)
        offered.clicked.connect(partial(self._on_clicked, way))
        explained = PlainLabel(meaning, Size.SMALL, muted=True, wraps=True)
        explained.setContentsMargins(0, 0, 0, line_height() // 2)
        self.body.addWidget(offered)
        self.body.addWidget(explained)

    def _on_clicked(self, way: Way, _checked: bool = False) -> None:
        self.chosen.emit(way)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        for offered in (*self.ways.values(), self.not_now):
            offered.setEnabled(not busy)
