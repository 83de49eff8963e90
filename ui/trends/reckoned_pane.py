"""What the pictures have in common that are worked out off the window's thread from what was chosen above."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from ui.trends.pane import Pane
from ui.trends.reckoner import Reckoner

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.trends.numbers import Numbers
    from ui.runner import Runner
    from ui.settings import Settings


class ReckonedPane(Pane):
    """Extends Pane. A subclass asks its `reckoner` (`ask`), and shows what comes of it (`show_found`)."""

    def __init__(
        self, journal: "Journal", runner: "Runner", settings: "Settings", parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, runner, settings, parent)
        self.numbers: Numbers | None = None
        self.reckoner = Reckoner(self)
        self.reckoner.came.connect(self.show_found)
        self.reckoner.refused.connect(self.frame.say)

    def ask(self) -> None:
        """Have worked out what is chosen, if there are numbers."""
        raise NotImplementedError

    def show_found(self, found: Any, /) -> None:
        """Draw what was worked out."""
        raise NotImplementedError

    @property
    def idle(self) -> bool:
        """Whether everything asked for is in sight."""
        return self.reckoner.idle

    def show_numbers(self, numbers: "Numbers") -> None:
        self.numbers = numbers
        self.ask()
