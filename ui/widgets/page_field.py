"""The resource page that an entry belongs to: chosen in a form, and called by its title."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.label import PlainLabel, Size
from ui.widgets.still import StillComboBox

if TYPE_CHECKING:
    from legjournal.library.pages import PageKind

FROM_PAGE = "from "  # begins the place of the drafts of an entry that is begun from a page


class PageField(QWidget):
    """A labelled choice among the resource pages of some kinds; `box` is the choice."""

    def __init__(self, kinds: "Sequence[PageKind]", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from legjournal.library.pages import pages

        words = self.tr("Page in the resources")
        self._shown = ""
        self.box = StillComboBox()
        self.box.setAccessibleName(words)
        self.box.setSizeAdjustPolicy(StillComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(12)
        self.box.addItem(self.tr("None"), "")
        for kind in kinds:
            for key, page in pages().items.items():
                if page.kind is kind:
                    self.box.addItem(page.title, key)
        label = PlainLabel(words, Size.LABEL)
        label.setBuddy(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label)
        column.addWidget(self.box)

    @property
    def key(self) -> str:
        """The page chosen; "" for none. One that was shown by an older key is kept so until another is."""
        from legjournal.library.pages import standing_key

        chosen = str(self.box.currentData())
        return self._shown if chosen == standing_key(self._shown) else chosen

    def show_key(self, key: str) -> None:
        """Show a page, by a key of an older version too; one that is not among them joins them."""
        standing, title = page_today(key)
        self._shown = key
        if self.box.findData(standing) < 0:
            self.box.addItem(title or standing, standing)
        self.box.setCurrentIndex(self.box.findData(standing))


def page_today(key: str | None) -> tuple[str, str]:
    """Key and title, as they are today, of the page an entry is about; no title for one that is not here."""
    if not key:
        return "", ""
    from legjournal.library.pages import page_of, standing_key

    page = page_of(key)
    return standing_key(key), page.title if page is not None else ""
