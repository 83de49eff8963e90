"""Merging another journal into this one: what was found, what to choose, and one button."""

from collections.abc import Mapping
from datetime import tzinfo
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QProgressBar, QWidget

from legjournal.exchange.comparison import Difference, Plan, Version
from legjournal.words import plural
from ui.lock.passphrase import PassphraseField, ShowBox
from ui.merge.two_versions import TwoVersions, heading
from ui.widgets.buttons import button, compact
from ui.widgets.columns import ColumnsLayout
from ui.widgets.label import PlainLabel
from ui.widgets.measure import line_height
from ui.widgets.scroll_dialog import ScrollDialog

Names = Mapping[str, str]
MOST_SEEN = 3  # entries of the list at a time: the versions below it are what is looked at


class MergeDialog(ScrollDialog):
    """Waits for the comparison, shows what it found, and asks what has to be asked.

    Signals: `passphrase_typed(str)`, or a recovery code; `merge_requested(Plan, dict)`, with the version
    chosen for each differing entry by its id.
    """

    passphrase_typed = Signal(str)
    merge_requested = Signal(object, object)

    def __init__(self, other: Path, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Merge another journal"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._plan: Plan | None = None
        self._names: Names = {}
        self._secret = False  # whether a passphrase is being tried
        self.choices: dict[str, Version] = {}
        self.summary = PlainLabel(self._comparing(other), wraps=True)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("How far it is"))
        self.field = PassphraseField(self.tr("Its passphrase or recovery code"))
        self.show_box = ShowBox(self.field)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Entries that differ"))
        self.for_all = QWidget()
        self.versions = TwoVersions(zone)
        self.unlock = button(self.tr("Unlock"), primary=True)
        self.merge = button(self.tr("Bring together"), primary=True)
        self.cancel = button(self.tr("Cancel"))
        locked = (self.field, self.show_box)
        for widget in (self.summary, self.progress, *locked, self.list, self.for_all, self.versions):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self._fill_for_all()
        for widget in (self.unlock, self.merge, self.cancel):
            self.buttons.addWidget(widget)
        for widget in (*locked, self.unlock, self.list, self.for_all, self.versions):
            widget.hide()
        self.merge.setEnabled(False)
        self.list.currentRowChanged.connect(self._on_current)
        self.versions.chosen.connect(self._on_chosen)
        self.unlock.clicked.connect(self._on_unlock)
        self.field.entry.returnPressed.connect(self._on_unlock)
        self.merge.clicked.connect(self._on_merge)
        self.cancel.clicked.connect(self.reject)

    def show_progress(self, share: float) -> None:
        """How much of the comparison is done, 0 to 1."""
        self.progress.setValue(round(100 * share))

    def show_found(self, found: tuple[Plan, Names] | None) -> None:
        """Say what was found: the plan, and how other entries are called; None: it is locked."""
        if found is None:
            self._show_locked(True)
            self.summary.setText(self.tr("The other journal is locked."))
            return
        plan, names = found
        self._show_locked(False)
        self.progress.hide()
        if not plan:
            self.summary.setText(self.tr("Everything in the other journal is in this one already."))
            self._only_close()
            return
        self._plan, self._names = plan, names
        self.choices = {each.id: each.later for each in plan.differing}
        self.summary.setText(self._found(plan))
        for each in plan.differing:
            self.list.addItem(QListWidgetItem(self._item_words(each)))
        self.versions.setVisible(bool(plan.differing))
        for widget in (self.list, self.for_all):
            widget.setVisible(len(plan.differing) > 1)
        self.list.setFixedHeight(3 * min(len(plan.differing), MOST_SEEN) * line_height())
        self.merge.setEnabled(True)
        self.list.setCurrentRow(0)
        (self.list if self.list.isVisibleTo(self) else self.merge).setFocus()
        self.fit_soon()

    def refuse(self, sentence: str) -> None:
        """Say why it cannot be done, or that what was typed does not unlock it."""
        if self._secret:
            self._show_locked(True)
            self.field.refuse(sentence)
            return
        self.progress.hide()
        self.say(sentence)
        self._only_close()

    def _show_locked(self, locked: bool) -> None:
        self._secret = False
        for widget in (self.field, self.show_box, self.unlock):
            widget.setVisible(locked)
            widget.setEnabled(locked)
        self.merge.setVisible(not locked)
        self.progress.setVisible(not locked)
        if locked:
            self.field.setFocus()
        else:
            self.field.clear()
        self.fit_soon()

    def _on_unlock(self) -> None:
        if self._secret:
            return
        if not self.field.entry.text().strip():
            self.field.refuse(self.tr("Please type it first."))
            return
        self._secret = True
        self.field.explain("")
        self.unlock.setEnabled(False)
        self.passphrase_typed.emit(self.field.entry.text())

    def _comparing(self, other: Path) -> str:
        return self.tr("Comparing this journal with {name}. Nothing is changed yet.").format(name=other.name)

    def _found(self, plan: Plan) -> str:
        counts = (
            ("{n} entry is only in the other one.", "{n} entries are only in the other one.", len(plan.new)),
            (
                "{n} entry has newer answers there.",
                "{n} entries have more or newer answers there.",
                len(plan.newer),
            ),
            ("{n} entry differs.", "{n} entries differ.", len(plan.differing)),
        )
        found = " ".join(plural(one, many, n).format(n=n) for one, many, n in counts if n)
        nothing_goes = self.tr("Nothing in this journal is removed.")
        if not plan.differing:
            return f"{found} {nothing_goes}"
        choose = self.tr(
            "Where they differ, the one written later is chosen already. The other one is kept too: you find "
            "it under the earlier versions of the entry."
        )
        return f"{found} {nothing_goes}\n{choose}"

    def _fill_for_all(self) -> None:
        row = ColumnsLayout(self.for_all, letters=0, most=3, spacing=8, stretch=False)
        for version, words in (
            (None, self.tr("The later of each")),
            (Version.MINE, self.tr("All from this journal")),
            (Version.THEIRS, self.tr("All from the other")),
        ):
            choose = compact(words)
            choose.clicked.connect(partial(self._on_for_all, version))
            row.addWidget(choose)

    def _item_words(self, found: Difference) -> str:
        mine = self.choices[found.id] is Version.MINE
        chosen = self.tr("Chosen: this journal") if mine else self.tr("Chosen: the other journal")
        return f"{heading(found, self._names)}\n{chosen}"

    def _only_close(self) -> None:
        self.merge.hide()
        self.cancel.setEnabled(True)
        self.cancel.setText(self.tr("Close"))
        self.cancel.setFocus()
        self.fit_soon()

    def _on_current(self, row: int) -> None:
        if self._plan is not None and row >= 0:
            found = self._plan.differing[row]
            self.versions.show_difference(found, self.choices[found.id], self._names)
            self.fit_soon()

    def _on_chosen(self, version: Version) -> None:
        self._choose(self.list.currentRow(), version)

    def _on_for_all(self, version: Version | None) -> None:
        assert self._plan is not None
        for row, found in enumerate(self._plan.differing):
            self._choose(row, version or found.later)
        self._on_current(self.list.currentRow())

    def _choose(self, row: int, version: Version) -> None:
        assert self._plan is not None
        found = self._plan.differing[row]
        self.choices[found.id] = version
        self.list.item(row).setText(self._item_words(found))

    def _on_merge(self) -> None:
        for widget in (self.merge, self.cancel, self.list, self.for_all, self.versions):
            widget.setEnabled(False)
        self.say(self.tr("One moment…"))
        self.merge_requested.emit(self._plan, self.choices)
