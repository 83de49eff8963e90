"""The pages of a PDF under each other, painted from memory."""

from PySide6.QtCore import QBuffer, QIODevice, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QWidget

GAP = 14  # pixels between two pages and around them
KEPT = 6  # pictures of pages at a time: some are in sight, the others are likely to be next


class Sheets(QWidget):
    """As wide as it is told to be, as high as its pages need. All pages have the size of the first."""

    read = Signal()  # another document is shown

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: QPdfDocument | None = None
        self._pictures: dict[int, QImage] = {}

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._document.pageCount() if self._document else 0

    def show_pdf(self, pdf: bytes) -> None:
        """Show another document in the place of the one before."""
        document = QPdfDocument(self)
        buffer = QBuffer(document)
        buffer.setData(pdf)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(buffer)
        before, self._document = self._document, document
        if before is not None:
            before.close()
            before.deleteLater()
        self._pictures.clear()
        self.fit(self.width())
        self.update()
        self.read.emit()

    def fit(self, width: int) -> None:
        """Be so wide, in pixels."""
        high = GAP + self.count * (self._page_height(width) + GAP)
        if self.size() != QSize(width, high):
            self._pictures.clear()
            self.setFixedSize(width, high)

    def top_of(self, page: int) -> int:
        """Where a page begins, with the gap above it. page: counted from 0."""
        return page * (self._page_height(self.width()) + GAP)

    def page_at(self, y: int) -> int:
        """The page that is at a height, counted from 0."""
        return max(0, min(self.count - 1, y // (self._page_height(self.width()) + GAP)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self.count:
            return
        first, last = self.page_at(event.rect().top()), self.page_at(event.rect().bottom())
        for page in range(first, last + 1):
            self._paint(painter, page)

    def _paint(self, painter: QPainter, page: int) -> None:
        place = self._place(page)
        painter.drawImage(place, self._picture(page, place.size()))
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
        painter.drawRect(place)

    def _place(self, page: int) -> QRect:
        width = self.width() - 2 * GAP
        return QRect(GAP, self.top_of(page) + GAP, width, self._page_height(self.width()))

    def _page_height(self, width: int) -> int:
        if self._document is None or not self.count:
            return 0
        size = self._document.pagePointSize(0)
        return round((width - 2 * GAP) * size.height() / size.width())

    def _picture(self, page: int, size: QSize) -> QImage:
        if page not in self._pictures:
            while len(self._pictures) >= KEPT:
                del self._pictures[next(iter(self._pictures))]
            self._pictures[page] = self._render(page, size)
        return self._pictures[page]

    def _render(self, page: int, size: QSize) -> QImage:
        assert self._document is not None
        drawn = self._document.render(page, size * self.devicePixelRatio())
        picture = QImage(drawn.size(), QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        painter.drawImage(0, 0, drawn)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(picture.rect(), self._paper())
        painter.end()
        return picture

    def _paper(self) -> QColor:
        """White, but on a dark screen no brighter than its words: paper would light up the room."""
        base, text = (
            self.palette().color(role) for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Text)
        )
        return text if base.lightness() < text.lightness() else QColor(Qt.GlobalColor.white)
