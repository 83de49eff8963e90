"""Where an exercise comes from: each source with its address, which opens in the person's own browser."""

from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legjournal.library.files import Source
from ui.widgets.page_text import PageText


class ExerciseSources(QWidget):
    """One under another; each takes the focus by itself, so that the page follows the Tab key."""

    def __init__(self, sources: list[Source], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.texts = [SourceText(source) for source in sources]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for shown in self.texts:
            column.addWidget(shown)


class SourceText(PageText):
    """Extends PageText: as high as its words; the wheel scrolls the page."""

    def __init__(self, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        title = f"{source.title}, {source.date}" if source.date else source.title
        self.show_markdown(title, f"**{title}.** {source.taken}. [{source.address}]({source.address})")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(ceil(self.document().size().height()) + 2 * self.frameWidth())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
