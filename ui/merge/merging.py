"""Bringing another journal into the open one: from the choice of a file to the sentence at the end."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from legjournal.errors import JournalError, Locked, WrongPassphrase
from legjournal.progress import Progress
from legjournal.words import plural
from ui.opening.opener import JOURNALS
from ui.task import Task

if TYPE_CHECKING:
    from legjournal.exchange.comparison import Plan, Version
    from legjournal.journal import Journal
    from legjournal.storage.history import Changed
    from ui.merge.dialog import MergeDialog


class Merging(QObject):
    """Merges journals into the open one. Its dialogs lie over `window`.

    Signals: `told(str)`, a sentence to show; `offered(str, str, Callable)`, a sentence, the words of a
    button, and what that does; `action_requested(Action)`, to store something.
    """

    told = Signal(str)
    offered = Signal(str, str, object)
    action_requested = Signal(object)

    def __init__(self, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window

    def choose(self, journal: "Journal") -> None:
        """Ask which journal to merge into this one."""
        if (path := self.ask_path(self._window, journal.path.parent)) is not None:
            self.bring_in(journal, path)

    def bring_in(self, journal: "Journal", path: Path) -> None:
        """Compare the journal at `path` with the open one, and bring it in if the person agrees.

        One that is locked is tried with this journal's key, and if need be its passphrase is asked for.
        """
        from ui.merge.dialog import MergeDialog

        dialog = MergeDialog(path, journal.clock.zone, self._window)
        dialog.passphrase_typed.connect(partial(self._compare, journal, path, dialog))
        dialog.merge_requested.connect(partial(self._on_merge, journal, dialog))
        self._compare(journal, path, dialog)
        dialog.open()

    def look_for_copies(self, journal: "Journal") -> None:
        """See whether a sync program left a copy that holds something this journal has not."""
        task = Task(partial(_look, journal), self)
        task.done.connect(partial(self._on_looked, journal))
        task.ended.connect(task.deleteLater)
        task.start()

    def _compare(self, journal: "Journal", path: Path, dialog: "MergeDialog", secret: str = "") -> None:
        task = Task(partial(_compare, journal, path, secret), self)
        task.progressed.connect(dialog.show_progress)
        task.done.connect(dialog.show_found)
        task.refused.connect(dialog.refuse)
        task.ended.connect(task.deleteLater)
        dialog.rejected.connect(task.cancel)
        task.start()

    def _on_looked(self, journal: "Journal", plans: "list[Plan]") -> None:
        if not plans:
            return
        path = plans[0].other
        sentence = self.tr("A sync program left a copy of this journal that holds more than it: {name}.")
        take = partial(self.bring_in, journal, path)
        self.offered.emit(sentence.format(name=path.name), self.tr("Look at it"), take)

    def _on_merge(
        self, journal: "Journal", dialog: "MergeDialog", plan: "Plan", choices: "dict[str, Version]"
    ) -> None:
        bringing = _Bringing(journal, plan, choices, self)
        bringing.refused.connect(dialog.refuse)
        bringing.done.connect(dialog.accept)
        bringing.done.connect(partial(self._on_done, journal, plan))
        self.action_requested.emit(bringing)

    def _on_done(self, journal: "Journal", plan: "Plan") -> None:
        joined = len(plan.newer) + len(plan.differing)
        counts = (
            ("{n} entry was brought in.", "{n} entries were brought in.", len(plan.new)),
            ("{n} entry was brought together.", "{n} entries were brought together.", joined),
        )
        said = " ".join(plural(one, many, n).format(n=n) for one, many, n in counts if n)
        self.told.emit(self.tr("{what} Undo takes all of it back.").format(what=said))
        self.look_for_copies(journal)

    @classmethod
    def ask_path(cls, parent: QWidget, folder: Path) -> Path | None:
        """Which journal to merge into the open one."""
        title = parent.tr("Merge another journal into this one")
        name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), JOURNALS)
        return Path(name) if name else None


class _Bringing(QObject):
    """One merge on its way through the runner: called on its thread, answers on the window's.

    A refusal is told at once and not tried again: what was compared may not be true any more by then.
    Signals: `done()`, `refused(str)`.
    """

    done = Signal()
    refused = Signal(str)
    _ended = Signal(str)

    def __init__(
        self, journal: "Journal", plan: "Plan", choices: "dict[str, Version]", parent: QObject
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._plan = plan
        self._choices = choices
        self._fault = self.tr("A fault in the program kept this from being done. Nothing was changed.")
        self._ended.connect(self._on_ended)

    def __call__(self) -> "Changed":
        from legjournal.exchange.merge import merge
        from legjournal.storage.history import Changed
        from legjournal.storage.thinning import Reason

        refusal = self._fault
        try:
            self._journal.backups.make(Reason.BEFORE_IMPORT)
            changed = merge(self._journal, self._plan, self._choices)
            refusal = ""
        except JournalError as error:
            changed, refusal = Changed(), str(error)
        finally:
            self._ended.emit(refusal)
        return changed

    @Slot(str)
    def _on_ended(self, refusal: str) -> None:
        if refusal:
            self.refused.emit(refusal)
        else:
            self.done.emit()
        self.deleteLater()


def _compare(
    journal: "Journal", path: Path, secret: str, progress: Progress
) -> "tuple[Plan, dict[str, str]] | None":
    """The plan and the names of entries; None for a journal that needs its own passphrase, `secret`."""
    from legjournal.entries.words import names_of
    from legjournal.exchange.compare import compare

    key = journal.store.key
    if secret:
        from legjournal.storage.unlocking import key_for

        key = key_for(path, secret)
    try:
        plan = compare(journal, path, key, progress)
    except (Locked, WrongPassphrase):
        return None
    with journal.store.read() as session:
        return plan, names_of(session)


def _look(journal: "Journal", progress: Progress) -> "list[Plan]":
    from legjournal.storage.conflict_copies import conflict_copies

    if not conflict_copies(journal.path):
        return []  # as nearly always, and nothing more has to be imported
    from legjournal.exchange.found_copies import worth_looking_at

    return worth_looking_at(journal, progress)
