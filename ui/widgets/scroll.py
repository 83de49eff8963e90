"""A page that scrolls up and down only."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


class PageScroll(QScrollArea):
    """Extends QScrollArea: never sideways; `content` is what scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = QWidget()
        self.content.setObjectName("page")
        self.setWidget(self.content)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
