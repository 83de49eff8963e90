"""The table of therapies as a PDF, to print or to take along."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from legjournal.library.comparing import Comparison
from ui.widgets.label import PlainLabel
from ui.widgets.save_dialog import SaveDialog, Write, in_one_step

if TYPE_CHECKING:
    from ui.settings import Settings


class SaveComparisonDialog(SaveDialog):
    """Extends SaveDialog: makes a PDF of the table as it is on the screen."""

    def __init__(self, settings: "Settings", comparison: Comparison, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Save the table"), settings, self.tr("Save PDF…"), self.tr("Open to print"), parent
        )
        self._comparison = comparison
        intro = self.tr(
            "The whole table on A4, for {condition}, in the order you see it: with the dates of the prices "
            "and the day the pages were checked. Nothing from your journal is in it."
        )
        self.body.addWidget(PlainLabel(intro.format(condition=comparison.condition), wraps=True))
        self.body.addStretch()
        self.add_buttons()
        self.save.setFocus()

    def prepared(self) -> Write | None:
        """What writes the PDF."""
        from legjournal.report.comparison import save

        return in_one_step(partial(save, self._comparison))

    def file_name(self) -> str:
        """The name to suggest: what is compared, and for what."""
        name = self.tr("Things people try, {condition}").format(condition=self._comparison.condition)
        return f"{name}.pdf"

    def saved(self, path: Path, result: object) -> None:
        """Say what to do with the file."""
        self.say(self.tr("Saved as {path}. Open it and print it on A4.").format(path=path))
