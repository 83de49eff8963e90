"""A report on paper: its pages as pictures, through the computer's own printer dialog."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument

from legjournal.errors import CannotPrint

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from legjournal.progress import Progress

DOTS = 300  # an inch: what small letters need, also in grey
POINTS = 72


def new_printer() -> "QPrinter":
    """A printer to be asked for, with our A4 and our own margins."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DOTS)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    return printer


def print_pages(pdf: bytes, printer: "QPrinter", progress: "Progress") -> None:
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


def _pages(printer: "QPrinter", count: int) -> range:
    """Those the person asked for, counted from 0."""
    first, last = printer.fromPage() or 1, printer.toPage() or count
    return range(first - 1, min(last, count))


def _paint(painter: QPainter, document: QPdfDocument, page: int, printer: "QPrinter") -> None:
    points = document.pagePointSize(page)
    picture = document.render(page, (points * DOTS / POINTS).toSize())
    size = points * printer.resolution() / POINTS
    painter.drawImage(QRectF(0, 0, size.width(), size.height()), picture)
