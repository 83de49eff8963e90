"""What every picture of the trends is: a pane with one chart in its frame, that follows the journal."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.trends.chart_frame import ChartFrame

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.storage.history import Changed
    from legjournal.trends.numbers import Numbers
    from ui.runner import Runner
    from ui.settings import Settings


class Pane(QWidget):
    """One picture. It is made when first wanted, and told of the numbers only while it is in sight.

    A subclass says its `key` and its `title`, and shows numbers; it stores nothing but through the runner, so
    that it works as well on a journal that can only be read.

    Signals: `day_requested(date)`, a wish to read that day in the diary.
    """

    day_requested = Signal(object)
    key: ClassVar[str]  # by which it is remembered

    def __init__(
        self, journal: "Journal", runner: "Runner", settings: "Settings", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.journal = journal
        self.runner = runner
        self.settings = settings
        self.frame = ChartFrame(self.key, self.title(), journal, runner, settings)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        runner.when_still(self.frame.show_stored)

    @classmethod
    def title(cls) -> str:
        """The words of the choice that leads here."""
        raise NotImplementedError

    def show_numbers(self, numbers: "Numbers") -> None:
        """Draw these. They may be those of the last weeks only, with all of them to follow (`complete`)."""
        raise NotImplementedError

    def follow(self, changed: "Changed") -> None:
        """Show what an action changed beside the numbers, which are shown anew by themselves."""
        if "preference" in changed.tables:
            self.runner.when_still(self.frame.show_stored)

    def flush(self) -> None:
        """Remember what was chosen here; the page is being left."""
        self.frame.flush()

    def take_focus(self) -> None:
        """Put the keyboard where a person begins."""
        self.frame.take_focus()
