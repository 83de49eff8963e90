"""A part of a page about one day: it shows its part, and stores what is answered there."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QWidget

from ui.widgets.card import Card
from ui.widgets.label import PlainLabel, Size

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.storage.history import Changed
    from ui.runner import Runner


class Section(Card):
    """Extends Card: one subject of a day.

    tables: those whose entries it shows.
    """

    tables: ClassVar[frozenset[str]]

    def __init__(
        self,
        journal: "Journal",
        runner: "Runner",
        title: str = "",
        aside: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, aside, parent)
        self.journal = journal
        self.runner = runner
        self.date = date(2000, 1, 1)

    def show_day(self, day: date) -> None:
        """Show what is stored of `day`."""
        self.date = day
        self.show_stored()

    def show_stored(self) -> None:
        """Show what is stored of the day in sight; what is being typed is left alone."""

    def follow(self, changed: "Changed") -> None:
        """Show what an action changed, if it is in this section."""
        if changed.tables & self.tables and self.date in changed.days:
            self.show_stored()

    def flush(self) -> None:
        """Hand over what is being typed."""

    def arrange(self, width: int) -> None:
        """Fit into so many pixels."""

    def store(self, action: "Callable[..., Changed]", *about: object, **answers: Any) -> None:
        """Have an action of the journal done, one after another with all the others."""
        self.runner.run(partial(action, *about, **answers))


class InnerSection(Section):
    """Extends Section: one without a frame of its own, inside the card of another."""

    def __init__(
        self, journal: "Journal", runner: "Runner", title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, runner, parent=parent)
        self.setProperty("card", False)
        self.setAccessibleName(title)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(PlainLabel(title, Size.LABEL, wraps=True))
