"""A quiet button for what stays out of sight until it is asked for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget


class FoldButton(QPushButton):
    """Extends QPushButton: shows `content`, which has its own place beneath it, and hides it again."""

    def __init__(self, words: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._content = content
        self.setCheckable(True)
        self.setProperty("quiet", True)
        self.setProperty("compact", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setAccessibleName(words)
        content.hide()
        self._say_state()
        self.toggled.connect(self._on_toggled)

    def unfold(self, unfolded: bool) -> None:
        """Show the content, or hide it."""
        self.setChecked(unfolded)

    def _on_toggled(self, unfolded: bool) -> None:
        self._content.setVisible(unfolded)
        self._say_state()

    def _say_state(self) -> None:
        sign = "▾" if self.isChecked() else "▸"
        self.setText(f"{sign} {self._words}")
        unfolded, folded = self.tr("unfolded"), self.tr("folded")
        self.setAccessibleDescription(unfolded if self.isChecked() else folded)
