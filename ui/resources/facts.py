"""What is known of a page's subject at a glance: evidence, effort, who pays, what it costs."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from legjournal.library.fact_words import cost, grade_words
from legjournal.library.pages import Evidence, Page
from ui.resources.grade_mark import GradeMark
from ui.widgets.columns import ColumnsLayout
from ui.widgets.label import PlainLabel, Size


class Facts(QFrame):
    """The facts of one page in cells; `count` says how many there are."""

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("facts", True)
        cells = ColumnsLayout(self, letters=9, most=4, spacing=18)
        for known in page.evidence:
            cells.addWidget(self._evidence(known))
        for heading, words in others_of(page):
            cells.addWidget(_cell(heading, PlainLabel(words, Size.BODY, wraps=True)))
        self.count = cells.count()

    def _evidence(self, known: Evidence) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(GradeMark(known.grade))
        line.addWidget(PlainLabel(grade_words(known.grade), Size.STRONG, wraps=True), 1)
        return _cell(_of_condition(known), row)


def facts_of(page: Page) -> list[tuple[str, str]]:
    """Heading and words of every fact, for where there are no marks."""
    return [(_of_condition(known), grade_words(known.grade)) for known in page.evidence] + others_of(page)


def others_of(page: Page) -> list[tuple[str, str]]:
    """Heading and words of what is not evidence."""
    facts = [
        (QCoreApplication.translate("Facts", "Effort"), page.effort),
        (QCoreApplication.translate("Facts", "Who pays"), page.who_pays),
        (QCoreApplication.translate("Facts", "Cost seen"), cost(page.cost_seen, page.cost_dated)),
    ]
    return [(heading, words) for heading, words in facts if words]


def _of_condition(known: Evidence) -> str:
    return QCoreApplication.translate("Facts", "Evidence, {condition}").format(condition=known.condition)


def _cell(heading: str, content: QWidget) -> QWidget:
    cell = QWidget()
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(PlainLabel(heading, Size.LABEL, wraps=True))
    column.addWidget(content)
    column.addStretch()
    return cell
