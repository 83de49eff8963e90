"""One of a few answers, or none: buttons in a row, the pressed one with a tick."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.widgets.buttons import button
from ui.widgets.columns import ColumnsLayout


class OneOf(QWidget):
    """A choice that may be left open.

    Signals: `answered(object)`, the answer or None, when the person gives or takes it back.
    Keys: arrows go from one to the next, Space or Enter presses, Backspace or Delete takes the answer back.
    """

    answered = Signal(object)

    def __init__(self, name: str, words: Mapping[Any, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = dict(words)
        self._answer: Any = None
        self._buttons: dict[object, QPushButton] = {}
        cells = ColumnsLayout(letters=0, most=len(words), spacing=8, stretch=False)
        for answer, text in words.items():
            self._buttons[answer] = self._make(f"{name}: {text}")
            cells.addWidget(self._buttons[answer])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(cells)
        self.setAccessibleName(name)
        self.setFocusProxy(next(iter(self._buttons.values())))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_answer(None)

    @property
    def answer(self) -> Any:
        """What is chosen, or None."""
        return self._answer

    def show_answer(self, answer: object | None) -> None:
        """Show an answer without telling anybody."""
        self._answer = answer
        for value, made in self._buttons.items():
            made.setChecked(value == answer)
            made.setText(f"✓ {self._words[value]}" if value == answer else self._words[value])
        chosen = self._buttons.get(answer)
        self.setAccessibleDescription(self.tr("not answered") if chosen is None else self._words[answer])

    def choose(self, answer: object | None) -> None:
        """Give an answer, as a press does; the one that is given already is taken back."""
        self.show_answer(None if answer == self._answer else answer)
        self.answered.emit(self._answer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.choose(self._answer)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def _make(self, name: str) -> QPushButton:
        made = button("", changes=True, name=name)
        made.setProperty("choice", True)
        made.setCheckable(True)
        made.clicked.connect(self._on_clicked)
        return made

    def _step(self, by: int) -> None:
        row = list(self._buttons.values())
        here = next((place for place, made in enumerate(row) if made.hasFocus()), 0)
        row[(here + by) % len(row)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_clicked(self) -> None:
        pressed = self.sender()
        self.choose(next(answer for answer, made in self._buttons.items() if made is pressed))
