"""Things people try, side by side: what is known of each for one condition, what it costs, how to get it."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legjournal.library.compared_words import how_many, how_ordered, order_name, what_it_is, where
from legjournal.library.comparing import FIRST, Comparison, Order, compare, conditions
from legjournal.library.nations import Nation
from legjournal.library.pages import pages
from ui.resources.compare.table import ComparisonTable
from ui.widgets.announce import announce
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.label import PlainLabel, Size
from ui.widgets.measure import line_height
from ui.widgets.still import StillComboBox

LEAST_LINES = 12  # of the table in sight: below that, the whole page scrolls


class ComparePane(Card):
    """The table with its questions.

    Signals: `page_requested(str)`, the key of a page; `condition_chosen(str)`, by the person.
    """

    page_requested = Signal(str)
    condition_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.body.setContentsMargins(28, 14, 28, 12)
        self.condition = StillComboBox()
        for name in conditions(pages().items):
            self.condition.addItem(name, name)
        self.order = StillComboBox()
        for order in Order:
            self.order.addItem(order_name(order), order)
        self.table = ComparisonTable(self._asked(None))
        self.said = PlainLabel("", Size.SMALL, muted=True, wraps=True)
        self._lay_out()
        self._say()
        self.condition.activated.connect(self._on_condition)
        self.order.activated.connect(self._show)
        self.table.page_requested.connect(self.page_requested)
        self.table.order_requested.connect(self.sort_by)

    @property
    def comparison(self) -> Comparison:
        """What is on the screen."""
        return self.table.comparison.comparison

    def show_nation(self, nation: Nation | None) -> None:
        """Show the ways to get it of a nation."""
        if nation is not self.comparison.nation:
            self.table.show_comparison(self._asked(nation))
            self._say()

    def show_condition(self, condition: object) -> None:
        """Show the grades for a condition; for the first there is where it is none of them."""
        place = max(0, self.condition.findData(condition))
        if place != self.condition.currentIndex():
            self.condition.setCurrentIndex(place)
            self._show()

    def sort_by(self, order: Order) -> None:
        """Put the rows in an order."""
        self.order.setCurrentIndex(self.order.findData(order))
        self._show()

    def event(self, event: QEvent) -> bool:
        """Have the page scroll rather than the head and the table share what is too little for both."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.table.setMinimumHeight(LEAST_LINES * line_height())
            self.setMinimumHeight(self.body.totalMinimumHeightForWidth(self.width()))
        return super().event(event)

    def _lay_out(self) -> None:
        questions = FlowLayout(spacing=18)
        questions.addWidget(_labelled(self.tr("For"), self.condition))
        questions.addWidget(_labelled(self.tr("Sort by"), self.order))
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(PlainLabel(self.tr("Things people try, side by side"), Size.TITLE, wraps=True))
        intro = self.tr("{words} Choose a name to read its page.").format(words=what_it_is())
        head.addWidget(PlainLabel(intro, Size.SMALL, muted=True, wraps=True))
        self.body.addLayout(head)
        self.body.addLayout(questions)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.said)

    def _asked(self, nation: Nation | None) -> Comparison:
        condition = self.condition.currentData() or FIRST
        return compare(pages().items, condition, nation, Order(self.order.currentData()))

    def _on_condition(self) -> None:
        self._show()
        self.condition_chosen.emit(self.condition.currentData())

    def _show(self) -> None:
        self.table.show_comparison(self._asked(self.comparison.nation))
        self._say()
        announce(self.table, self.said.text())

    def _say(self) -> None:
        said = (how_many(self.comparison), how_ordered(self.comparison), where(self.comparison))
        self.said.setText(" ".join(filter(None, said)))


def _labelled(words: str, box: StillComboBox) -> QWidget:
    """A box below its words."""
    box.setAccessibleName(words)
    pair = QWidget()
    column = QVBoxLayout(pair)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(PlainLabel(words, Size.LABEL))
    column.addWidget(box)
    return pair
