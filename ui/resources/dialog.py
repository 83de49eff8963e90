"""The resource pages on their own, for when no journal is open: help must not wait for one."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.resources.page import ResourcesPage
from ui.widgets.measure import line_height


class ResourcesDialog(QDialog):
    """The Resources tab in a window of its own, open at one page."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Resources"))
        self.page = ResourcesPage()
        self.page.open_page(key)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)

    def sizeHint(self) -> QSize:
        return QSize(58 * line_height(), 36 * line_height())
