"""A resource page on A4: the same text as on the screen, numbered, with every address in full."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPoint, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from legjournal import phrases
from legjournal.library.pages import Page
from legjournal.words import plural, text
from ui.appearance import FONT
from ui.resources.as_markdown import Wanted, as_markdown
from ui.resources.facts import facts_of
from ui.widgets.page_text import Look, lay_out_markdown

MARGIN = 20  # millimetres
FOOT = 12  # millimetres of them kept for the line at the foot
DOTS = 300  # an inch
POINTS = 11.0


def draw(page: Page, wanted: Wanted) -> bytes:
    """The PDF, with its fonts in it."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS)
    writer.setTitle(page.title)
    writer.setCreator("Leg Journal")
    writer.setPageLayout(_sheet())
    painter = QPainter(writer)
    _paint(painter, writer, page, _document(page, wanted, writer))
    painter.end()
    buffer.close()
    return bytes(data.data())


def _sheet() -> QPageLayout:
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        margins,
        QPageLayout.Unit.Millimeter,
    )


def _document(page: Page, wanted: Wanted, writer: QPdfWriter) -> QTextDocument:
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0)
    look = Look(QFont(FONT, round(POINTS)), QColor(Qt.GlobalColor.black), QColor(Qt.GlobalColor.white))
    lay_out_markdown(document, _words(page, wanted), look)
    _blacken_links(document)
    foot = FOOT / 25.4 * DOTS
    document.setPageSize(QSizeF(writer.width(), writer.height() - foot))
    return document


def _words(page: Page, wanted: Wanted) -> str:
    facts = [f"- **{heading}:** {words}" for heading, words in facts_of(page)]
    return "\n\n".join([f"# {page.title}", _checked(page), "\n".join(facts), as_markdown(page, wanted)])


def _checked(page: Page) -> str:
    count = len(page.sources)
    sources = plural("{n} source", "{n} sources", count).format(n=count)
    return text("Checked {day} · {sources}").format(day=phrases.day(page.checked), sources=sources)


def _paint(painter: QPainter, writer: QPdfWriter, page: Page, document: QTextDocument) -> None:
    pages = document.pageCount()
    high, wide = document.pageSize().height(), document.pageSize().width()
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette = _black()
    for number in range(pages):
        if number:
            writer.newPage()
        context.clip = QRectF(0, number * high, wide, high)
        painter.save()
        painter.translate(0, -number * high)
        painter.setClipRect(context.clip)
        document.documentLayout().draw(painter, context)
        painter.restore()
        _paint_foot(
            painter, writer, page, text("page {page} of {pages}").format(page=number + 1, pages=pages)
        )


def _paint_foot(painter: QPainter, writer: QPdfWriter, page: Page, number: str) -> None:
    painter.setFont(QFont(FONT, 9))
    painter.setPen(Qt.GlobalColor.black)
    painter.drawText(QPoint(0, writer.height()), f"{page.title} · {_checked(page)}")
    wide = painter.fontMetrics().horizontalAdvance(number)
    painter.drawText(QPoint(writer.width() - wide, writer.height()), number)


def _blacken_links(document: QTextDocument) -> None:
    """A link has the colour of the window's theme, which the night's paper could not show."""
    black = QTextCharFormat()
    black.setForeground(Qt.GlobalColor.black)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeCharFormat(black)


def _black() -> QPalette:
    """Black on white, whatever the window looks like."""
    palette = QPalette(QColor(Qt.GlobalColor.white))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.Link):
        palette.setColor(role, QColor(Qt.GlobalColor.black))
    return palette
