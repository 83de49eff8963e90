"""One exercise of the plan that is being made."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from legjournal.routine.dose import dose_words
from legjournal.routine.draft import ItemDraft
from legjournal.routine.exercises import KnownExercise
from ui.plan.dose_fields import DoseFields
from ui.routine.beside_picture import BesidePicture
from ui.widgets.buttons import compact, square
from ui.widgets.chip import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.fold import FoldButton
from ui.widgets.label import PlainLabel, Size, TypedLabel


class ItemRow(QFrame):
    """Its name and dose, and unfolded all that can be changed of it.

    Signals: `changed()`, after the draft was; `move_requested(str, int)`, the exercise and by how many
    places; `remove_requested(str)`.
    """

    changed = Signal()
    move_requested = Signal(str, int)
    remove_requested = Signal(str)

    def __init__(self, item: ItemDraft, known: KnownExercise, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.item = item
        self.known = known
        self.setAccessibleName(known.name)
        self._head = BesidePicture(known)
        self.dose = PlainLabel("", Size.SMALL, muted=True, wraps=True)
        self.up = square("↑", self.tr("Move up: {name}").format(name=known.name))
        self.down = square("↓", self.tr("Move down: {name}").format(name=known.name))
        self.remove = compact(self.tr("Remove"), self.tr("Remove {name}").format(name=known.name))
        self.inside = QWidget()
        self.change = FoldButton(self.tr("Change"), self.inside)
        self.change.setAccessibleName(self.tr("Change {name}").format(name=known.name))
        self.doses = DoseFields(item, known.name)
        self.each_side = Chip(*self._named(self.tr("Each side by itself")))
        self.easier = Chip(*self._named(self.tr("The easier version")))
        self.each_side.setChecked(item.each_side)
        self.easier.setChecked(item.easier)
        self.easier.setVisible(known.page is None or bool(known.page.easier))
        self._lay_out()
        self._connect_signals()
        self._show_dose()

    def show_place(self, place: int, of: int) -> None:
        """Say where in the plan it stands, counted from 0."""
        self.up.setEnabled(place > 0)
        self.down.setEnabled(place < of - 1)
        self.setAccessibleDescription(self.tr("{n} of {all}").format(n=place + 1, all=of))

    def take_focus(self) -> None:
        """Put the keyboard on it."""
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_faults(self) -> bool:
        """Say what is not right, unfolded and with the keyboard there; whether there was anything."""
        field = self.doses.show_faults()
        if field is not None:
            self.change.unfold(True)
            field.setFocus()
        return field is not None

    def _lay_out(self) -> None:
        words = self._head.words
        words.addWidget(TypedLabel(self.known.name, Size.STRONG))
        words.addWidget(self.dose)
        if self.known.note:
            words.addWidget(TypedLabel(self.known.note, Size.SMALL))
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=4)
        for made in (self.change, self.up, self.down, self.remove):
            flow.addWidget(made)
        words.addWidget(buttons)
        chips = QWidget()
        pressed = FlowLayout(chips)
        pressed.addWidget(self.each_side)
        pressed.addWidget(self.easier)
        inside = QVBoxLayout(self.inside)
        inside.setContentsMargins(0, 6, 0, 0)
        inside.addWidget(self.doses)
        inside.addWidget(chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.addWidget(self._head)
        column.addWidget(self.inside)

    def _named(self, words: str) -> tuple[str, str]:
        """Words, and with the exercise's name for a screen reader."""
        return words, self.tr("{words}, {name}").format(words=words, name=self.known.name)

    def _connect_signals(self) -> None:
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
            moved = QShortcut(QKeySequence(keys), self, context=context)
            moved.activated.connect(self._on_up if by < 0 else self._on_down)
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.remove.clicked.connect(self._on_remove)
        self.each_side.clicked.connect(self._on_chip)
        self.easier.clicked.connect(self._on_chip)
        self.doses.typed.connect(self._on_typed)

    def _show_dose(self) -> None:
        read = self.item.read()
        words = self.tr("Something here needs another look.") if read is None else dose_words(read)
        if read is not None and read.easier:
            words = self.tr("{dose}, the easier version").format(dose=words)
        self.dose.setText(words)
        self._head.picture.show_exercise(self.known.key, easier=self.item.easier, picture=self.known.picture)

    def _on_up(self) -> None:
        self.move_requested.emit(self.item.exercise, -1)

    def _on_down(self) -> None:
        self.move_requested.emit(self.item.exercise, 1)

    def _on_remove(self) -> None:
        self.remove_requested.emit(self.item.exercise)

    def _on_chip(self) -> None:
        self.item.each_side = self.each_side.isChecked()
        self.item.easier = self.easier.isChecked()
        self._on_typed()

    def _on_typed(self) -> None:
        self._show_dose()
        self.changed.emit()
