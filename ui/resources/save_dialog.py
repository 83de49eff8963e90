"""A resource page as a PDF, to print or to take along."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from legjournal.library.pages import Page
from legjournal.storage.files import written_out
from ui.resources.as_markdown import Wanted
from ui.widgets.label import PlainLabel
from ui.widgets.save_dialog import SaveDialog, Write, in_one_step

if TYPE_CHECKING:
    from ui.settings import Settings


class SavePageDialog(SaveDialog):
    """Extends SaveDialog: makes a PDF of one page, with all its sources."""

    def __init__(
        self, settings: "Settings", page: Page, wanted: Wanted, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("Save “{title}”").format(title=page.title),
            settings,
            self.tr("Save PDF…"),
            self.tr("Open to print"),
            parent,
        )
        self._page, self._wanted = page, wanted
        intro = self.tr(
            "The whole page on A4: to read on paper, or to take to a GP or physio. The address of every "
            "source is printed in full, and the day it was all checked. Nothing from your journal is in it."
        )
        self.body.addWidget(PlainLabel(intro, wraps=True))
        self.body.addStretch()
        self.add_buttons()
        self.save.setFocus()

    def prepared(self) -> Write | None:
        """What writes the PDF."""
        from ui.resources.paper import draw

        return in_one_step(partial(_write, draw(self._page, self._wanted)))

    def file_name(self) -> str:
        """The name to suggest: the title's own."""
        return f"{self._page.title}.pdf"

    def saved(self, path: Path, result: object) -> None:
        """Say what to do with the file."""
        self.say(self.tr("Saved as {path}. Open it and print it on A4.").format(path=path))


def _write(drawn: bytes, path: Path) -> None:
    """Raises IsAJournal or CannotWrite."""
    with written_out(path) as temporary:
        temporary.write_bytes(drawn)
