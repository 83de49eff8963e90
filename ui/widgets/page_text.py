"""The text of a page: bundled Markdown with lines no longer than is comfortable, and air between them."""

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QFont,
    QFontMetrics,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
)
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget

from ui.widgets.measure import line_height

LETTERS = 66  # in a line: what is comfortable to read
SENTENCE = "Most leg pain is not caused by anything serious, but someone should check."
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
        self.document().setIndentWidth(22)
        self.anchorClicked.connect(self._on_link)

    def show_markdown(self, name: str, markdown: str) -> None:
        """Show bundled text from its beginning; what a person types never comes near Markdown."""
        self.setAccessibleName(name)
        self.document().setDefaultFont(QApplication.font())
        self.document().setMarkdown(markdown, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        self._frame_quotations()
        self._space_out()
        self._keep_measure()
        self.moveCursor(QTextCursor.MoveOperation.Start)

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

    def _frame_quotations(self) -> None:
        """Put a frame around what Markdown quotes."""
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().intProperty(QTextBlockFormat.Property.BlockQuoteLevel):
                cursor = QTextCursor(block)
                cursor.setBlockFormat(QTextBlockFormat())
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                frame = cursor.insertFrame(self._frame())
                block = frame.lastCursorPosition().block()
            block = block.next()

    def _frame(self) -> QTextFrameFormat:
        form = QTextFrameFormat()
        form.setBorder(1)
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBorderBrush(self.palette().color(QPalette.ColorRole.Mid))
        form.setBackground(self.palette().color(QPalette.ColorRole.Shadow))
        form.setPadding(line_height() / 2)
        form.setTopMargin(line_height() / 2)
        form.setBottomMargin(line_height() / 2)
        return form

    def _space_out(self) -> None:
        """Give the lines the air that Qt's Markdown leaves out."""
        cursor, block = self.textCursor(), self.document().begin()
        while block.isValid():
            form = block.blockFormat()
            form.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            form.setTopMargin(14 if form.headingLevel() else 0)
            form.setBottomMargin(5)
            cursor.setPosition(block.position())
            cursor.setBlockFormat(form)
            if form.headingLevel():
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                cursor.mergeCharFormat(_heading())
            block = block.next()

    def _on_link(self, address: QUrl) -> None:
        if address.scheme() == OUR_PAGE:
            self.page_requested.emit(address.path())
        elif address.scheme() in OUTSIDE:
            QDesktopServices.openUrl(address)
        else:
            self.other_link_pressed.emit(address.toString())


def _heading() -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.DemiBold)
    form.setFontPointSize(1.1 * QApplication.font().pointSizeF())
    form.setProperty(QTextCharFormat.Property.FontSizeAdjustment, 0)  # else Markdown's own scale on top
    return form
