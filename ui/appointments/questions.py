"""The questions that the resource pages suggest, page by page, to pick from."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import compact
from ui.widgets.label import PlainLabel, Size
from ui.widgets.still import StillComboBox


class QuestionPicker(QWidget):
    """Shows the questions of one page at a time.

    Signals: `chosen(str)`, a question.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = StillComboBox()
        self.pages.setAccessibleName(self.tr("Questions from the page"))
        self.pages.setSizeAdjustPolicy(StillComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.pages.setMinimumContentsLength(12)
        self._asked: dict[str, list[str]] = {}  # by title
        self._rows: list[QWidget] = []
        name = PlainLabel(self.tr("Page"), Size.LABEL)
        name.setBuddy(self.pages)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(name)
        self._column.addWidget(self.pages)

    def fill(self) -> None:
        """Read the pages, the first time they are wanted."""
        if self._asked:
            return
        from legjournal.library.pages import pages

        every = pages().items.values()
        self._asked = {page.title: page.questions_to_ask for page in every if page.questions_to_ask}
        self.pages.addItems(list(self._asked))
        self.pages.currentTextChanged.connect(self._show_page)
        self._show_page(self.pages.currentText())

    def show_page(self, key: str) -> None:
        """Show the questions of one resource page, if it has any."""
        from legjournal.library.pages import pages

        self.fill()
        page = pages().items.get(key)
        if page is not None and page.questions_to_ask:
            self.pages.setCurrentText(page.title)

    def _show_page(self, title: str) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(question) for question in self._asked.get(title, ())]
        before: QWidget = self.pages
        for row in self._rows:
            self._column.addWidget(row)
            ask = row.findChildren(QWidget, "ask")[0]
            QWidget.setTabOrder(before, ask)
            before = ask

    def _row(self, question: str) -> QWidget:
        ask = compact(self.tr("Ask this"), self.tr("Ask: {question}").format(question=question), changes=True)
        ask.setObjectName("ask")
        ask.clicked.connect(partial(self.chosen.emit, question))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(PlainLabel(question, wraps=True), 1)
        line.addWidget(ask)
        return row
