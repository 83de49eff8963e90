"""The list of what was found: when, what it is, and the words looked for where they stand."""

from collections.abc import Sequence

from PySide6.QtWidgets import QListWidgetItem, QWidget

from legjournal import phrases
from legjournal.search import Result
from ui.search.excerpt_list import RESULT, ExcerptList


class ResultList(ExcerptList):
    """Extends ExcerptList: a click chooses a result too."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.itemClicked.connect(self._on_clicked)

    def show_results(self, results: Sequence[Result]) -> None:
        """Show these instead of those before."""
        self.clear()
        for result in results:
            self.add(result, self._heading(result), result.excerpt, result.marks)
        self.scrollToTop()

    def _heading(self, result: Result) -> str:
        if result.day is None:
            return self.tr("{title} – not tied to a day").format(title=result.title)
        day = phrases.day(result.day, weekday=True)
        return self.tr("{day} – {title}").format(day=day, title=result.title)

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(RESULT))
