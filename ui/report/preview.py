"""The preview: the pages as they would be saved now, and the buttons that go through them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from legjournal import phrases
from ui.report.pages_view import PagesView
from ui.widgets.buttons import button, square
from ui.widgets.flow import FlowLayout
from ui.widgets.label import PlainLabel, Size

if TYPE_CHECKING:
    from legjournal.report.making import Made
    from ui.report.maker import Maker


class Preview(QWidget):
    """Shows what `maker` makes. shown: what was made last, None before the first.

    Signals: `reader_requested()`, a wish to see the report in the person's own PDF reader;
    `print_requested()`, one to have it on paper; `again_requested()`, one to have it made after it was
    given up.
    """

    reader_requested = Signal()
    print_requested = Signal()
    again_requested = Signal()

    def __init__(self, maker: "Maker", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: Made | None = None
        self.view = PagesView()
        self.place = PlainLabel("", Size.SMALL)
        self.earlier = square("‹", self.tr("Previous page"))
        self.later = square("›", self.tr("Next page"))
        self.smaller = square("−", self.tr("Smaller pages"))
        self.larger = square("+", self.tr("Larger pages"))
        self.whole = button(self.tr("Whole width"))
        self.words = PlainLabel("", Size.SMALL, wraps=True)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("Making the preview"))
        self.stop = button(self.tr("Stop"), name=self.tr("Stop making the preview"))
        self.again = button(self.tr("Show the preview"))
        self.reader = button(self.tr("Open in your PDF reader…"))
        self.print_it = button(self.tr("Print…"))
        self._lay_out()
        self._connect_signals(maker)
        self._on_page()

    def say(self, sentence: str) -> None:
        """Say beneath the pages why they are not, or not quite, what is chosen; "" when all is well."""
        self.words.setText(sentence)
        self.words.setVisible(bool(sentence))

    def keep_off(self, margin: int) -> None:
        """Keep so many pixels free above and on the right, and half of them on the left."""
        self._column.setContentsMargins(margin // 2, margin, margin, 0)

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addLayout(_row(self.earlier, self.place, self.later, self.smaller, self.larger, self.whole))
        column.addWidget(self.view, 1)
        column.addWidget(self.words)
        column.addLayout(_row(self.progress, self.stop, self.again))
        silent = self.tr("A screen reader can read the PDF, but not this picture of it.")
        column.addWidget(PlainLabel(silent, Size.SMALL, muted=True, wraps=True))
        column.addLayout(_row(self.reader, self.print_it))
        for widget in (self.words, self.progress, self.stop, self.again):
            widget.hide()

    def _connect_signals(self, maker: "Maker") -> None:
        self.earlier.clicked.connect(self._on_earlier)
        self.later.clicked.connect(self._on_later)
        self.smaller.clicked.connect(self._on_smaller)
        self.larger.clicked.connect(self._on_larger)
        self.whole.clicked.connect(self.view.fit_width)
        self.reader.clicked.connect(self.reader_requested)
        self.print_it.clicked.connect(self.print_requested)
        self.again.clicked.connect(self.again_requested)
        self.view.page_changed.connect(self._on_page)
        self.stop.clicked.connect(maker.stop)
        self.stop.clicked.connect(self._on_stop)
        maker.made.connect(self._on_made)
        maker.refused.connect(self.say)
        maker.lingering.connect(self._on_lingering)
        maker.progressed.connect(self._on_progress)
        maker.rested.connect(self._on_rested)

    def _on_page(self) -> None:
        page, count = self.view.page, self.view.sheets.count
        self.place.setText(
            self.tr("Page {page} of {count}").format(page=page + 1, count=count) if count else ""
        )
        self.earlier.setEnabled(page > 0)
        self.later.setEnabled(page < count - 1)
        self.larger.setEnabled(count > 0 and self.view.can_grow)
        self.smaller.setEnabled(self.view.can_shrink)
        self.whole.setEnabled(self.view.can_shrink)

    def _on_earlier(self) -> None:
        self.view.go_to(self.view.page - 1)

    def _on_later(self) -> None:
        self.view.go_to(self.view.page + 1)

    def _on_smaller(self) -> None:
        self.view.grow(-1)

    def _on_larger(self) -> None:
        self.view.grow(1)

    def _on_made(self, made: "Made") -> None:
        self.shown = made
        self.again.hide()
        self.view.show_pdf(made.pdf)
        period = made.report.period
        nothing = self.tr("Nothing was recorded from {span}, and the report says so.")
        span = phrases.span(period.first, period.last)
        self.say(nothing.format(span=span) if made.report.empty else "")

    def _on_lingering(self) -> None:
        self.progress.setValue(0)
        self.progress.show()
        self.stop.show()

    def _on_progress(self, share: float) -> None:
        self.progress.setValue(round(100 * share))

    def _on_stop(self) -> None:
        self.again.show()
        self.say(self.tr("Stopped. The pages here are not of your last choice."))

    def _on_rested(self) -> None:
        self.progress.hide()
        self.stop.hide()


def _row(*widgets: QWidget) -> FlowLayout:
    row = FlowLayout()
    for widget in widgets:
        row.addWidget(widget)
    return row
