"""One exercise of the catalogue: a picture, its name and a sentence."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from legjournal.routine.exercises import KnownExercise
from ui.routine.beside_picture import BesidePicture
from ui.widgets.buttons import button, compact
from ui.widgets.flow import FlowLayout
from ui.widgets.label import Size, TypedLabel


class CatalogueEntry(QFrame):
    """Offers it for the plan, or says that it is in it.

    Signals: `add_requested(str)`, `change_requested(str)`, `show_requested(str)`, each with its key.
    """

    add_requested = Signal(str)
    change_requested = Signal(str)
    show_requested = Signal(str)

    def __init__(self, known: KnownExercise, in_plan: bool | None, parent: QWidget | None = None) -> None:
        """in_plan: None where there is no plan it could be added to."""
        super().__init__(parent)
        self.setProperty("card", True)
        self.known = known
        name = known.name
        self.add = button(self.tr("Add"), changes=True, name=self.tr("Add {name}").format(name=name))
        self.show_again = button(
            self.tr("Bring back"), changes=True, name=self.tr("Bring back {name}").format(name=name)
        )
        words = self.tr("Change…") if known.own else self.tr("My note…")
        self.change = compact(words, f"{words} {name}")
        self.add.setVisible(False)
        self._lay_out()
        self.add.setVisible(in_plan is not None)
        self.show_again.setVisible(known.hidden)
        if in_plan:
            self.show_in_plan()
        self.add.clicked.connect(self._on_add)
        self.change.clicked.connect(self._on_change)
        self.show_again.clicked.connect(self._on_show)

    def show_in_plan(self) -> None:
        """Say that the plan has it."""
        had_focus = self.add.hasFocus()
        self.add.setText(self.tr("✓ In your plan"))
        self.add.setEnabled(False)
        if had_focus:
            self.change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        head = BesidePicture(self.known)
        words = head.words
        words.addWidget(TypedLabel(self.known.name, Size.STRONG))
        for sentence in (self._sentence(), self.known.note or ""):
            if sentence:
                words.addWidget(TypedLabel(sentence, Size.SMALL))
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for made in (self.add, self.show_again, self.change):
            flow.addWidget(made)
        words.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.addWidget(head)

    def _sentence(self) -> str:
        """What it is, in a sentence: of an own one, its first step."""
        page, steps = self.known.page, self.known.steps
        return page.summary if page else (steps[0] if steps else "")

    def _on_add(self) -> None:
        self.add_requested.emit(self.known.key)

    def _on_change(self) -> None:
        self.change_requested.emit(self.known.key)

    def _on_show(self) -> None:
        self.show_requested.emit(self.known.key)
