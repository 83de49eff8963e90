"""A picture of the person's own beside an exercise."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from ui.plan.picture import read_picture
from ui.task import Task
from ui.widgets.announce import announce
from ui.widgets.buttons import button
from ui.widgets.drawing import DrawingView
from ui.widgets.flow import FlowLayout
from ui.widgets.label import PlainLabel, Size


class PictureField(QWidget):
    """Shows it, takes another from a file, or none.

    Signals: `changed()`.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture: bytes | None = None
        self._task: Task | None = None
        self._shown = DrawingView()
        self.choose = button(self.tr("Choose a picture…"), changes=True)
        self.remove = button(self.tr("Remove the picture"), changes=True)
        self.message = PlainLabel("", Size.SMALL, wraps=True)
        self.message.setForegroundRole(QPalette.ColorRole.BrightText)
        self.message.hide()
        row = QWidget()
        flow = FlowLayout(row)
        for widget in (self.choose, self.remove):
            flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(PlainLabel(self.tr("A picture of your own"), Size.LABEL))
        column.addWidget(self._shown)
        column.addWidget(row)
        column.addWidget(self.message)
        words = self.tr(
            "A small copy is kept in the journal, without the place and time a camera writes into its photos."
        )
        column.addWidget(PlainLabel(words, Size.SMALL, muted=True, wraps=True))
        self.choose.clicked.connect(self._on_choose)
        self.remove.clicked.connect(self._on_remove)
        self.show_picture(None)

    def show_picture(self, picture: bytes | None) -> None:
        """Show a picture without telling anybody."""
        self.picture = picture
        self._shown.show_exercise("", picture=picture)
        self._shown.setVisible(picture is not None)
        self.remove.setVisible(picture is not None)

    @classmethod
    def ask_picture(cls, parent: QWidget) -> Path | None:
        """Which file to take."""
        kinds = parent.tr("Pictures ({files})").format(files="*.jpg *.jpeg *.png *.gif *.bmp *.webp")
        name, _ = QFileDialog.getOpenFileName(parent, parent.tr("Choose a picture"), "", kinds)
        return Path(name) if name else None

    def _on_choose(self) -> None:
        path = self.ask_picture(self)
        if path is None:
            return
        self._explain("")
        self.choose.setEnabled(False)
        # No child of the form's: closed meanwhile, the form goes, and the task has to tell that it is done.
        self._task = Task(partial(read_picture, path))
        self._task.done.connect(self._on_read)
        self._task.refused.connect(self._explain)
        self._task.ended.connect(self._on_ended)
        self._task.start()

    def _on_read(self, picture: bytes) -> None:
        self.show_picture(picture)
        self.changed.emit()

    def _on_ended(self) -> None:
        self.choose.setEnabled(True)
        self.choose.setFocus()

    def _on_remove(self) -> None:
        self.show_picture(None)
        self.choose.setFocus()
        self.changed.emit()

    def _explain(self, sentence: str) -> None:
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)
