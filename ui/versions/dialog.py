"""Earlier versions: the entries of a day, what each was before, and bringing that back."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QRadioButton, QVBoxLayout, QWidget

from legjournal import phrases
from legjournal.progress import Progress
from legjournal.storage.second_place import SecondPlace
from legjournal.versions import Entry, Holding, Standing, Version
from legjournal.words import plural
from ui.task import Task, Work
from ui.versions.erase_dialog import EraseDialog
from ui.versions.sayings import Sayings
from ui.versions.version_text import VersionText
from ui.widgets.buttons import button
from ui.widgets.columns import ColumnsLayout
from ui.widgets.label import PlainLabel, Size
from ui.widgets.measure import line_height
from ui.widgets.scroll_dialog import ScrollDialog
from ui.widgets.wrapping_list import WrappingList

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.storage.history import Changed
    from ui.backups.keeper import BackupKeeper
    from ui.runner import Runner

WIDE, NARROW = (
    46,
    36,
)  # heights of the text: what it likes to have; below it the lists stand one above the other


class VersionsDialog(ScrollDialog):
    """Shows what `day`, or what belongs to no day, has been. second: where backups lie besides.

    row: the id of an entry that belongs to no day, to be shown first.
    """

    def __init__(
        self,
        journal: "Journal",
        runner: "Runner",
        keeper: "BackupKeeper",
        day: date,
        second: SecondPlace | None = None,
        row: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Earlier versions"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._journal = journal
        self._runner = runner
        self._keeper = keeper
        self._day = day
        self._second = second
        self._row = row
        self._found: list[Entry] = []
        self._loading: Task | None = None
        self._done = ""  # what to say once the action on its way is stored
        self._to_clear: Entry | None = None  # its backups are to go, once it is erased
        self._sayings = Sayings(journal.clock, self)
        self.of_day = QRadioButton(phrases.day(day, weekday=True))
        self.elsewhere = QRadioButton(self.tr("Not tied to a day"))
        self.entries = WrappingList(self.tr("Entries"))
        self.versions = WrappingList(self.tr("Versions, the newest first"))
        self.text = VersionText(self.tr("What this version says"))
        self.bring_back = button(self.tr("Bring this version back"), primary=True)
        self.erase = button(self.tr("Erase this entry for good…"))
        self.close_button = button(self.tr("Close"))
        self._lay_out()
        (self.elsewhere if row else self.of_day).setChecked(True)
        self._connect_signals()
        self._on_choice()

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(WIDE * line_height(), 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW * line_height()
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(down if narrow else across)

    def _lay_out(self) -> None:
        self.entries.setMinimumHeight(9 * line_height())
        self.versions.setMinimumHeight(5 * line_height())
        choices = ColumnsLayout(letters=14, most=2, spacing=12)
        for radio in (self.of_day, self.elsewhere):
            choices.addWidget(radio)
        self._nothing = PlainLabel("", wraps=True)
        self._lists = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._lists)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(18)
        self._halves.addLayout(_labelled((self.tr("Entries"), self.entries)), 2)
        marked = self.tr("What this version says (→ where it changed)")
        versions = (self.tr("Versions, the newest first"), self.versions)
        self._halves.addLayout(_labelled(versions, (marked, self.text)), 3)
        self.body.addLayout(choices)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._lists, 1)
        for widget in (self.bring_back, self.erase, self.close_button):
            self.buttons.addWidget(widget)

    def _connect_signals(self) -> None:
        self.of_day.toggled.connect(self._on_choice)
        self.entries.currentRowChanged.connect(self._on_entry)
        self.versions.currentRowChanged.connect(self._on_version)
        self.bring_back.clicked.connect(self._on_bring_back)
        self.erase.clicked.connect(self._on_erase)
        self.close_button.clicked.connect(self.reject)
        self._runner.saved.connect(self._on_saved)
        self._runner.refused.connect(self._on_refused)

    @property
    def _entry(self) -> Entry | None:
        row = self.entries.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    @property
    def _version(self) -> Version | None:
        row = self.versions.currentRow()
        return self._entry.versions[row] if self._entry is not None and row >= 0 else None

    def _on_choice(self) -> None:
        self._lists.hide()
        for needs_an_entry in (self.bring_back, self.erase):
            needs_an_entry.setEnabled(False)
        self._nothing.setText(self.tr("One moment…"))
        self._nothing.show()
        self._load()

    def _load(self) -> None:
        versions = self._journal.versions
        read = partial(versions.of_day, self._day) if self.of_day.isChecked() else versions.elsewhere
        self._loading = self._start(partial(_without_progress, read), self._on_loaded)

    def _start(self, work: Work, done: Callable[..., None]) -> Task:
        """Begin work that may outlive the dialog, which then hears no more of it."""
        task = Task(work, self.parent())
        for ended, follow in ((task.done, done), (task.refused, self._on_refused)):
            ended.connect(follow)
            ended.connect(task.deleteLater)
        task.start()
        return task

    def _on_loaded(self, found: list[Entry]) -> None:
        if self.sender() is self._loading:  # not an older one that took longer
            self._show(found)

    def _show(self, found: list[Entry]) -> None:
        chosen = {*(self._entry.rows if self._entry is not None else (self._row,))}
        self._found = found
        self.entries.show_items([self._sayings.entry(entry) for entry in found])
        self._nothing.setText(
            self.tr("Nothing was ever written on this day.")
            if self.of_day.isChecked()
            else self.tr("Nothing was ever written here. Appointments and medicines will be listed.")
        )
        self._nothing.setVisible(not found)
        self._lists.setVisible(bool(found))
        again = (number for number, entry in enumerate(found) if chosen & {*entry.rows})
        self.entries.setCurrentRow(next(again, 0))
        self._on_entry()
        self.fit_soon()

    def _on_entry(self) -> None:
        entry = self._entry
        versions = entry.versions if entry is not None else ()
        self.versions.show_items([self._sayings.version(version) for version in versions])
        if entry is not None:
            self.versions.setCurrentRow(int(entry.is_deleted))  # of a deleted one, what it was last
        self._on_version()

    def _on_version(self) -> None:
        self._show_what_can_be_done()
        version = self._version
        if version is not None and version.standing is Standing.DELETED:
            self.text.say(self.tr("The entry was deleted here. Choose a version below to bring it back."))
        else:
            self.text.show_fields(version.fields if version is not None else ())

    def _show_what_can_be_done(self) -> None:
        may, version = not self._journal.read_only, self._version
        self.erase.setEnabled(may and self._entry is not None)
        self.bring_back.setEnabled(may and version is not None and version.standing is Standing.EARLIER)

    def _on_refused(self, sentence: str) -> None:
        self.say(sentence)
        self._show_what_can_be_done()

    def _on_bring_back(self) -> None:
        if (version := self._version) is not None:
            self._done = self.tr("This version is back. Undo takes it away again.")
            self._runner.run(partial(self._journal.versions.bring_back, version))

    def _on_erase(self) -> None:
        if (entry := self._entry) is not None:
            self.say(self.tr("Looking through the backups…"))
            self.erase.setEnabled(False)  # a second press asks no second time
            self._start(partial(_look_for, self._journal, entry, self._second), self._on_looked)

    def _on_looked(self, found: tuple[Entry, Holding]) -> None:
        self.say("")
        self._show_what_can_be_done()
        entry, holding = found
        question = EraseDialog(entry, holding, self._sayings, self)
        question.erase_requested.connect(partial(self._on_erase_requested, entry))
        question.open()

    def _on_erase_requested(self, entry: Entry, backups_too: bool) -> None:
        self._to_clear = entry if backups_too else None
        self._done = self.tr("“{title}” is erased for good.").format(title=entry.title)
        self._runner.run(partial(self._journal.versions.erase, entry))

    def _on_saved(self, changed: "Changed") -> None:
        if self._to_clear is not None and set(self._to_clear.rows) <= set(changed.rows):
            entry, self._to_clear = self._to_clear, None
            clearing = self._start(partial(_clear, self._journal, entry, self._second), self._on_cleared)
            clearing.ended.connect(self._keeper.renew)  # also when this dialog is closed by then
        if self._done and self._runner.idle:  # it was ours, not one before it in the queue
            self.say(self._done if changed else self.tr("The entry says this already."))
            self._done = ""
        if changed:
            self._load()

    def _on_cleared(self, counts: tuple[int, int]) -> None:
        gone, left = counts
        words = plural(
            "Erased for good, and {n} backup deleted.", "Erased for good, and {n} backups deleted.", gone
        )
        more = plural("{n} backup could not be deleted.", "{n} backups could not be deleted.", left)
        self.say(words.format(n=gone) + (" " + more.format(n=left) if left else ""))


def _labelled(*parts: tuple[str, QWidget]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    for share, (words, widget) in enumerate(parts, start=1):
        label = PlainLabel(words, Size.LABEL, wraps=True)
        label.setBuddy(widget)
        column.addWidget(label)
        column.addWidget(widget, share)
    return column


def _without_progress(read: Callable[[], list[Entry]], _progress: Progress) -> list[Entry]:
    return read()


def _look_for(
    journal: "Journal", entry: Entry, second: SecondPlace | None, _progress: Progress
) -> tuple[Entry, Holding]:
    return entry, journal.versions.backups_holding(entry, second)


def _clear(
    journal: "Journal", entry: Entry, second: SecondPlace | None, _progress: Progress
) -> tuple[int, int]:
    """Delete the backups that hold an entry: how many went, and how many could not."""
    paths = [backup.path for backup in journal.versions.backups_holding(entry, second).backups]
    left = len(journal.backups.remove(paths))
    return len(paths) - left, left
