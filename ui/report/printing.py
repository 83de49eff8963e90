"""A report on paper: its pages as pictures, through the computer's own printer dialog.

Imported when something is printed: on Linux it needs the system's library of CUPS, which may not be there.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from legjournal.errors import CannotPrint

if TYPE_CHECKING:
    from legjournal.progress import Progress

DOTS = 300  # an inch: what small letters need, also in grey
POINTS = 72


class Printer(QPrinter):
    """Extends QPrinter: begins with A4 and no margins but those that are on the pages."""

    def __init__(self) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self.setResolution(DOTS)
        self.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        self.setPageOrientation(QPageLayout.Orientation.Portrait)
        self.setFullPage(True)


def chosen_printer(parent: QWidget) -> Printer | None:
    """The printer the person chooses, and for which pages; None if none."""
    printer = Printer()
    return printer if QPrintDialog(printer, parent).exec() else None


def print_pages(pdf: bytes, printer: Printer, progress: "Progress") -> None:
    """Send the pages asked for to the printer. `progress` may raise to give up. Raises CannotPrint."""
    document = QPdfDocument()
    buffer = QBuffer()
    buffer.setData(pdf)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    painter = QPainter()
    if not painter.begin(printer):
        raise CannotPrint
    try:
        pages = _pages(printer, document.pageCount())
        for number, page in enumerate(pages):
            progress(number / len(pages))
            if number:
                printer.newPage()
            _paint(painter, document, page, printer)
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
        document.close()


def _pages(printer: Printer, count: int) -> range:
    """Those the person asked for, counted from 0."""
    first, last = printer.fromPage() or 1, printer.toPage() or count
    return range(first - 1, min(last, count))


def _paint(painter: QPainter, document: QPdfDocument, page: int, printer: Printer) -> None:
    points = document.pagePointSize(page)
    picture = document.render(page, (points * DOTS / POINTS).toSize())
    size = points * printer.resolution() / POINTS
    painter.drawImage(QRectF(0, 0, size.width(), size.height()), picture)
