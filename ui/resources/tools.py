"""Above what is read: the way back and forward, and what can be done with a page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from legjournal.library.nations import Nation, name_of
from ui.widgets.buttons import compact
from ui.widgets.flow import FlowLayout


class Tools(QWidget):
    """A row of buttons; without a journal, only what needs none.

    Signals: `nation_requested()`, to say where one lives; `save_requested()`, the page as a PDF.
    """

    nation_requested = Signal()
    save_requested = Signal()

    def __init__(self, *, keeps: bool, parent: QWidget | None = None) -> None:
        """keeps: whether there is a journal."""
        super().__init__(parent)
        self.back = compact(self.tr("← Back"), self.tr("Back to the page before"))
        self.forward = compact(self.tr("Forward →"), self.tr("Forward to the next page"))
        self.find_words = compact(self.tr("Find in page"))
        self.compare = compact(self.tr("Compare with others"))
        self.save = compact(self.tr("Save as PDF…"))
        self.nation = compact("")
        self.back.setToolTip(self.tr("Ctrl+["))
        self.forward.setToolTip(self.tr("Ctrl+]"))
        self.find_words.setToolTip(self.tr("F3"))
        self._of_page = (self.find_words, self.save, self.nation) if keeps else (self.find_words,)
        self.compare.hide()
        row = FlowLayout(self, spacing=4)
        for made in (self.back, self.forward, self.compare, *self._of_page):
            row.addWidget(made)
        self.nation.clicked.connect(self.nation_requested)
        self.save.clicked.connect(self.save_requested)

    def show_way(self, *, back: bool, forward: bool) -> None:
        """Say which way there is to go."""
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)

    def show_nation(self, nation: Nation | None) -> None:
        """Say whose doors and routes are shown first."""
        known = self.tr("Where in the UK?") if nation is None else name_of(nation)
        self.nation.setText(self.tr("{nation} · change").format(nation=known))

    def show_for_page(self, shown: bool) -> None:
        """Offer what can be done with a page, or only the way back and forward."""
        for made in self._of_page:
            made.setVisible(shown)

    def show_for_table(self) -> None:
        """Offer what can be done with the table of therapies: all but to look for words in it."""
        self.show_for_page(True)
        self.find_words.hide()
