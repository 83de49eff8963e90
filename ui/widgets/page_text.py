"""The text of a page: bundled Markdown with lines no longer than is comfortable, and air between them."""

from typing import NamedTuple

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QDesktopServices,
    QFont,
    QFontMetrics,
    QPalette,
    QPixmap,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
)
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget

LETTERS = 66  # in a line: what is comfortable to read
SENTENCE = "Most leg pain is not caused by anything serious, but someone should check."
TITLE = 2  # steps of Qt's own by which a title is larger than the text
OUTSIDE = ("http", "https", "mailto", "tel")
OUR_PAGE = "page"  # the scheme of a link to another resource page: page:iron


class PageText(QTextBrowser):
    """Extends QTextBrowser: keeps the measure, and opens links outside, only when they are pressed.

    Signals: `page_requested(str)`, the key of another of our pages, pressed as a link;
    `other_link_pressed(str)`, an address that is for whoever shows the text.
    """

    page_requested = Signal(str)
    other_link_pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(self._on_link)

    def show_markdown(self, name: str, markdown: str) -> None:
        """Show bundled text from its beginning; what a person types never comes near Markdown."""
        self.setAccessibleName(name)
        colour = self.palette().color
        look = Look(QApplication.font(), colour(QPalette.ColorRole.Mid), colour(QPalette.ColorRole.Shadow))
        lay_out_markdown(self.document(), markdown, look)
        self._keep_measure()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tell also of a link that Tab has reached, as Qt does of one under the mouse (`highlighted`)."""
        stays = super().focusNextPrevChild(forward)
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.setPosition(cursor.selectionEnd())
            self.highlighted.emit(QUrl(cursor.charFormat().anchorHref()))
        return stays

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._keep_measure()
        super().resizeEvent(event)

    def _keep_measure(self) -> None:
        """Leave the room beside the text empty, so that the scroll bar stays at the edge."""
        form = self.document().rootFrame().frameFormat()
        form.setMargin(0)
        form.setRightMargin(max(12, self.viewport().width() - self._measure()))
        self.document().rootFrame().setFrameFormat(form)

    def _measure(self) -> int:
        """Pixels that LETTERS take, in the mixture of a usual sentence."""
        metrics = QFontMetrics(self.document().defaultFont())
        return LETTERS * metrics.horizontalAdvance(SENTENCE) // len(SENTENCE)

    def _on_link(self, address: QUrl) -> None:
        if address.scheme() == OUR_PAGE:
            self.page_requested.emit(address.path())
        elif address.scheme() in OUTSIDE:
            QDesktopServices.openUrl(address)
        else:
            self.other_link_pressed.emit(address.toString())


class Look(NamedTuple):
    """The font of a text, and the edge and ground of the frames in it."""

    font: QFont
    edge: QColor
    ground: QColor


def lay_out_markdown(document: QTextDocument, markdown: str, look: Look) -> None:
    """Fill a document: with frames around what Markdown quotes, and the air that Qt's Markdown leaves out."""
    document.setDefaultFont(look.font)
    document.setIndentWidth(22)
    document.setMarkdown(markdown, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
    _frame_quotations(document, look)
    _space_out(document)


def _frame_quotations(document: QTextDocument, look: Look) -> None:
    block = document.begin()
    while block.isValid():
        if block.blockFormat().intProperty(QTextBlockFormat.Property.BlockQuoteLevel):
            cursor = QTextCursor(block)
            cursor.setBlockFormat(QTextBlockFormat())
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            block = cursor.insertFrame(_frame(document, look)).lastCursorPosition().block()
        block = block.next()


def _frame(document: QTextDocument, look: Look) -> QTextFrameFormat:
    half = QFontMetrics(look.font, document.documentLayout().paintDevice() or QPixmap(1, 1)).height() / 2
    form = QTextFrameFormat()
    form.setBorder(max(1, half / 10))
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(look.edge)
    form.setBackground(look.ground)
    form.setPadding(half)
    form.setTopMargin(half)
    form.setBottomMargin(half)
    return form


def _space_out(document: QTextDocument) -> None:
    cursor, block = QTextCursor(document), document.begin()
    while block.isValid():
        form = block.blockFormat()
        form.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        form.setTopMargin(14 if form.headingLevel() else 0)
        form.setBottomMargin(5)
        cursor.setPosition(block.position())
        cursor.setBlockFormat(form if block.text() else _closed_up())
        if form.headingLevel():
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.mergeCharFormat(_heading(form.headingLevel()))
        block = block.next()


def _heading(level: int) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.DemiBold)
    form.setProperty(QTextCharFormat.Property.FontSizeAdjustment, TITLE if level == 1 else 0)
    return form


def _closed_up() -> QTextBlockFormat:
    """For the empty lines that Qt leaves around a frame."""
    form = QTextBlockFormat()
    form.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return form
