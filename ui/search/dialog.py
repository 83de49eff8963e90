"""Looking for words through the whole journal: one field, and what was found by date."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from legjournal.search import Found, Index, Result
from legjournal.words import plural
from ui.search.result_list import ResultList
from ui.task import Task
from ui.widgets.announce import announce
from ui.widgets.buttons import button
from ui.widgets.field import Entry, Field
from ui.widgets.label import PlainLabel, Size
from ui.widgets.measure import line_height
from ui.widgets.scroll_dialog import ScrollDialog

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.storage.history import Changed
    from ui.runner import Runner

WIDE, HIGH = 38, 30  # heights of the text: what it likes to have
LEAST = 7  # of the list


class SearchDialog(ScrollDialog):
    """Finds while the person types. The words are gathered anew each time it is opened.

    Signals: `result_requested(Result)`, to turn to where it stands.
    """

    result_requested = Signal(object)

    def __init__(self, journal: "Journal", runner: "Runner", parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Find"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._journal = journal
        self._index: Index | None = None  # None: not ready yet
        self._loading: Task | None = None
        self.entry = _FindEntry()
        self.entry.setClearButtonEnabled(True)
        self.said = PlainLabel("", Size.LABEL, wraps=True)
        self.list = ResultList(self.tr("What was found"))
        self.list.setMinimumHeight(LEAST * line_height())
        close = button(self.tr("Close"))
        self.body.addWidget(Field(self.tr("Words to find"), self.entry, self.tr("for example warm bath")))
        self.body.addWidget(self.said)
        self.body.addWidget(self.list, 100)  # all the room there is, while there is something to list
        self.body.addStretch(1)
        self.buttons.addWidget(close)
        self.entry.textChanged.connect(self._find)
        self.entry.returnPressed.connect(self.list.enter)
        self.entry.down_pressed.connect(self.list.enter)
        self.list.left.connect(self.entry.setFocus)
        self.list.chosen.connect(self._on_chosen)
        close.clicked.connect(self.reject)
        self.finished.connect(self._forget)
        runner.saved.connect(self._on_saved)
        self._load()

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(WIDE, HIGH) * line_height())

    def _load(self) -> None:
        """Gather the words; this may outlive the dialog, which then hears no more of it."""
        self._forget()
        self._loading = task = Task(self._journal.search.index, self.parent())
        task.done.connect(self._on_indexed)
        task.refused.connect(self._on_refused)
        task.ended.connect(task.deleteLater)
        task.start()
        self._find()

    def _forget(self) -> None:
        """Keep no words longer than they are wanted."""
        if self._loading is not None:
            self._loading.cancel()
        if self._index is not None:
            self._index.close()
        self._loading = self._index = None

    def _on_indexed(self, index: Index) -> None:
        if self.sender() is not self._loading:  # closed meanwhile, or asked for anew
            index.close()
            return
        self._loading, self._index = None, index
        self._find()

    def _on_refused(self, sentence: str) -> None:
        self._loading = None
        self._tell("")
        self.say(sentence)

    def _on_saved(self, changed: "Changed") -> None:
        if changed:
            self._load()

    def _find(self) -> None:
        typed = self.entry.text()
        found = self._index.find(typed) if self._index is not None else Found(())
        self.list.show_results(found.results)
        self.list.setVisible(bool(found.results))
        self._tell(self._sentence(typed, found))

    def _tell(self, sentence: str) -> None:
        if sentence != self.said.text():
            self.said.setText(sentence)
            announce(self.entry, sentence)

    def _sentence(self, typed: str, found: Found) -> str:
        n = len(found.results)
        if found.more:
            words = self.tr(
                "The newest {n} are shown, and {more} more were found. Another word narrows it down."
            )
            return words.format(n=n, more=f"{found.more:,}")
        if n:
            return plural("{n} entry found.", "{n} entries found, the newest first.", n).format(n=n)
        if not typed.strip():
            return self.tr("All that you wrote is looked through. Type a word, or the beginning of one.")
        if self._loading is not None:
            return self.tr("One moment…")
        return self.tr("Nothing was found. Try fewer words, or other ones.")

    def _on_chosen(self, result: Result) -> None:
        self.accept()
        self.result_requested.emit(result)


class _FindEntry(Entry):
    """Extends Entry: Down leads to what was found.

    Signals: `down_pressed()`.
    """

    down_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        else:
            super().keyPressEvent(event)
