"""The exercises of the plan that is being made, in their order."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legjournal.routine.advice import Advice
from legjournal.routine.draft import ItemDraft
from ui.plan.advice_note import AdviceNote
from ui.plan.item_row import ItemRow
from ui.widgets.announce import announce
from ui.widgets.buttons import button
from ui.widgets.label import PlainLabel, Size
from ui.widgets.rows import drop_rows, put_row

if TYPE_CHECKING:
    from legjournal.routine.draft import PlanDraft
    from legjournal.routine.exercises import KnownExercise


class ItemList(QWidget):
    """A row for each, moved, removed and added to.

    Signals: `changed()`, after the draft was; `add_requested()`.
    """

    changed = Signal()
    add_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: PlanDraft | None = None
        self._known: Mapping[str, KnownExercise] = {}
        self.rows: dict[str, ItemRow] = {}
        self.message = PlainLabel("", Size.SMALL, wraps=True)
        self.message.setForegroundRole(QPalette.ColorRole.BrightText)
        self.message.hide()
        self.none = PlainLabel(self.tr("No exercises yet."), muted=True, wraps=True)
        self.add = button(self.tr("Add an exercise…"))
        self.advice = AdviceNote(Advice.NO_CORE)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(PlainLabel(self.tr("Exercises"), Size.HEADING))
        column.addWidget(self.none)
        column.addLayout(self._column)
        for widget in (self.message, self.add, self.advice):
            column.addWidget(widget)
        self.add.clicked.connect(self.add_requested)

    def show_draft(self, draft: "PlanDraft", known: "Mapping[str, KnownExercise]") -> None:
        """Show a draft, and from here on change it. known: every exercise of it."""
        self._draft = draft
        self._known = known
        drop_rows(self._column, self.rows, ())
        self._show()

    def add_exercise(self, known: "KnownExercise") -> None:
        """Put an exercise at the end, at its starting dose, unfolded; it is one of those known."""
        assert self._draft is not None
        if known.key not in self.rows:
            self._draft.items.append(ItemDraft.at_start(known))
            self._show()
            self._tell()

    def explain(self, sentence: str) -> None:
        """Say what is missing; an empty sentence takes it away."""
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    def show_faults(self) -> bool:
        """Say in each row what is not right, with the keyboard in the first; whether there was anything."""
        faulty = [row for row in reversed(self.rows.values()) if row.show_faults()]
        return bool(faulty)

    def _show(self) -> None:
        assert self._draft is not None
        keys = [item.exercise for item in self._draft.items]
        drop_rows(self._column, self.rows, keys)
        made = {item.exercise: item for item in self._draft.items if item.exercise not in self.rows}
        self.rows |= {key: self._made(item) for key, item in made.items()}
        self.rows = {key: self.rows[key] for key in keys}
        for place, row in enumerate(self.rows.values()):
            put_row(self._column, row, place, self.add)
            row.show_place(place, len(keys))
        self.none.setVisible(not keys)

    def _made(self, item: ItemDraft) -> ItemRow:
        row = ItemRow(item, self._known[item.exercise])
        row.changed.connect(self.changed)
        row.move_requested.connect(self._on_move)
        row.remove_requested.connect(self._on_remove)
        return row

    def _on_move(self, key: str, by: int) -> None:
        assert self._draft is not None
        place = list(self.rows).index(key)
        there = self._draft.move(place, by)
        if there != place:
            focused = self.focusWidget()
            self._show()
            if focused is not None and focused.isEnabled():
                focused.setFocus()
            else:
                self.rows[key].take_focus()
            moved = self.tr("{name} is now {n} of {all}.")
            announce(self, moved.format(name=self.rows[key].known.name, n=there + 1, all=len(self.rows)))
            self._tell()

    def _on_remove(self, key: str) -> None:
        assert self._draft is not None
        place = list(self.rows).index(key)
        del self._draft.items[place]
        self._show()
        left = list(self.rows.values())
        if left:
            left[min(place, len(left) - 1)].take_focus()
        else:
            self.add.setFocus()
        self._tell()

    def _tell(self) -> None:
        self.explain("")
        self.changed.emit()
