"""Looking through the pages of a report: scrolled, turned to, made larger."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.report.sheets import Sheets
from ui.widgets.measure import line_height

SIZES = (1.0, 1.25, 1.5, 2.0, 3.0)  # how wide a page is, in widths of the view


class PagesView(QScrollArea):
    """Extends QScrollArea: arrows and Page Down scroll, Home and End go to the ends, as in a PDF reader.

    Signals: `page_changed()`, another page is in sight, or another size.
    """

    page_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheets = Sheets()
        self._size = 0  # a place in SIZES
        self.setWidget(self.sheets)
        self.setProperty("reading", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else the width would swing
        self.setAccessibleName(self.tr("Picture of the pages"))
        self.verticalScrollBar().valueChanged.connect(self.page_changed)
        self.verticalScrollBar().setSingleStep(line_height() * 2)
        self.sheets.read.connect(self.page_changed)

    @property
    def page(self) -> int:
        """The page that has the middle of the view, counted from 0."""
        return self.sheets.page_at(self.verticalScrollBar().value() + self.viewport().height() // 2)

    @property
    def can_grow(self) -> bool:
        """Whether there is a larger size."""
        return self._size < len(SIZES) - 1

    @property
    def can_shrink(self) -> bool:
        """Whether there is a smaller one."""
        return self._size > 0

    def show_pdf(self, pdf: bytes) -> None:
        """Show other pages, scrolled to where those before were."""
        self.sheets.show_pdf(pdf)

    def go_to(self, page: int) -> None:
        """Scroll to where a page begins, counted from 0."""
        self.verticalScrollBar().setValue(self.sheets.top_of(page))

    def grow(self, by: int) -> None:
        """Show the pages so many sizes larger, or smaller; what is in sight stays in sight."""
        self._size = max(0, min(len(SIZES) - 1, self._size + by))
        bar = self.verticalScrollBar()
        share = bar.value() / max(1, self.sheets.height())
        self._fit()
        bar.setValue(round(share * self.sheets.height()))
        self.page_changed.emit()

    def fit_width(self) -> None:
        """Show each page in its whole width."""
        self.grow(-len(SIZES))

    def sizeHint(self) -> QSize:
        return QSize(26, 36) * line_height()

    def minimumSizeHint(self) -> QSize:
        return QSize(12, 12) * line_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = {
            Qt.Key.Key_Home: self.verticalScrollBar().minimum(),
            Qt.Key.Key_End: self.verticalScrollBar().maximum(),
        }
        if event.key() in ends:
            self.verticalScrollBar().setValue(ends[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        self.sheets.fit(round(self.viewport().width() * SIZES[self._size]))
