"""What the diary asks: each part of a page can be left out, and brought back."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from legjournal.parts import hidden_parts, hide_parts, part_names
from ui.widgets.buttons import button
from ui.widgets.label import PlainLabel, Size
from ui.widgets.scroll_dialog import ScrollDialog

if TYPE_CHECKING:
    from legjournal.preferences import Preferences
    from ui.runner import Runner


class PartsDialog(ScrollDialog):
    """A box for each part; each press is stored at once."""

    def __init__(self, preferences: "Preferences", runner: "Runner", parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What the diary asks"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._preferences = preferences
        self._runner = runner
        hidden = hidden_parts(preferences)
        self.boxes = {part: QCheckBox(name) for part, name in part_names().items()}
        self.body.addWidget(PlainLabel(self.tr("Ask me about"), Size.HEADING))
        for part, box in self.boxes.items():
            box.setChecked(part not in hidden)
            box.setProperty("changes", True)
            self.body.addWidget(box)
            box.toggled.connect(self._on_toggled)
        words = self.tr(
            "What you leave out is never counted as missing. What you wrote there before stays in the "
            "journal, and comes back when you bring the part back."
        )
        self.body.addSpacing(4)
        self.body.addWidget(PlainLabel(words, muted=True, wraps=True))
        self.body.addStretch()
        close = button(self.tr("Done"), primary=True)
        self.buttons.addWidget(close)
        close.clicked.connect(self.accept)

    def set_read_only(self) -> None:
        """The journal can only be read: nothing can be chosen."""
        for box in self.boxes.values():
            box.setEnabled(False)

    def _on_toggled(self) -> None:
        hidden = [part for part, box in self.boxes.items() if not box.isChecked()]
        self._runner.run(partial(hide_parts, self._preferences, hidden))
