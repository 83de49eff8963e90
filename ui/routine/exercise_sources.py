"""Where an exercise comes from: each source with its address, which opens in the person's own browser."""

from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from legjournal.library.files import Source
from ui.widgets.page_text import PageText


class ExerciseSources(PageText):
    """Extends PageText: as high as its text, so that the page scrolls and the list does not."""

    def __init__(self, sources: list[Source], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        lines = [f"- {self._title(source)}. [{source.address}]({source.address})" for source in sources]
        self.show_markdown(self.tr("Sources"), "\n".join(lines))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(ceil(self.document().size().height()) + 2 * self.frameWidth())

    def _title(self, source: Source) -> str:
        title = f"{source.title}, {source.date}" if source.date else source.title
        return f"**{title}.** {source.taken}"
