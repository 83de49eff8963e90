"""The night: the window goes dim and asks one thing, until it is put away."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.appearance import Appearance
from ui.sitting import Sitting
from ui.widgets.measure import UNLIMITED

if TYPE_CHECKING:
    from ui.night.panel import NightPanel


class NightMode(QObject):
    """Shows the night's panel in place of everything else.

    Signals: `help_requested()`.
    """

    help_requested = Signal()

    def __init__(
        self, appearance: Appearance, pages: QStackedWidget, header: QWidget, menus: QWidget, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._pages = pages
        self._header = header
        self._menus = menus
        self.panel: NightPanel | None = None  # while it is in sight
        self._sitting: Sitting | None = None

    def begin(self, sitting: Sitting) -> None:
        """Dim the window and ask. A journal that can only be read is not asked about."""
        if self.panel is not None or sitting.journal.read_only:
            return
        from ui.night.panel import NightPanel

        self._sitting = sitting
        self.panel = NightPanel(sitting.journal.clock)
        self.panel.kept.connect(self._on_kept)
        self.panel.left.connect(self.end)
        self.panel.help_requested.connect(self._on_help)
        sitting.tabs.flush()
        sitting.runner.saved.connect(self._on_saved)
        self._header.hide()
        self._menus.setMaximumHeight(0)  # not hidden: the keys of its actions still work
        self._pages.addWidget(self.panel)
        self._appearance.wear_for_the_night()
        self._pages.setCurrentWidget(self.panel)
        self._on_saved()
        self.panel.begin()

    def end(self) -> None:
        """Put the panel away, if it is there."""
        if self.panel is None or self._sitting is None:
            return
        self._sitting.runner.saved.disconnect(self._on_saved)
        self._pages.removeWidget(self.panel)
        self.panel.deleteLater()
        self.panel = None
        self._menus.setMaximumHeight(UNLIMITED)
        self._header.show()
        self._appearance.apply()
        self._pages.setCurrentWidget(self._sitting.tabs)
        self._sitting.tabs.take_focus()
        self._sitting = None

    def _on_kept(self, answers: dict[str, Any]) -> None:
        assert self._sitting is not None
        self._sitting.runner.run(partial(self._sitting.journal.awakenings.note, **answers))

    def _on_saved(self) -> None:
        assert self._sitting is not None
        self._sitting.runner.when_still(self._show_night)

    def _show_night(self) -> None:
        if self.panel is not None and self._sitting is not None:
            awakenings = self._sitting.journal.awakenings
            morning = awakenings.night_of(self._sitting.journal.clock.now())
            self.panel.show_night(morning, awakenings.in_night(morning))

    def _on_help(self) -> None:
        self.end()
        self.help_requested.emit()
