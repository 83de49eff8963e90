"""A layout of equal cells that takes as many columns as there is room for."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from ui.widgets.measure import line_height
from ui.widgets.reflow import ReflowLayout, height_at


class ColumnsLayout(ReflowLayout):
    """Extends ReflowLayout: equal columns, each at least `letters` wide, reflowing with the width.

    letters: least width of a cell in heights of the text. most: how many columns at most.
    stretch: whether the columns fill the width, or keep their least width.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        letters: float,
        most: int,
        spacing: int = 12,
        stretch: bool = True,
    ) -> None:
        super().__init__(parent, spacing=spacing)
        self._measured: _Cells | None = None
        self._letters = letters
        self._most = most
        self._stretch = stretch

    def invalidate(self) -> None:
        self._measured = None
        super().invalidate()

    def sizeHint(self) -> QSize:
        cells = self._cells()
        columns = min(self._most, max(1, len(cells.items)))
        wide = columns * cells.least_width + (columns - 1) * self.spacing()
        return QSize(wide, self.heightForWidth(wide))

    def minimumSize(self) -> QSize:
        cells = self._cells()
        return QSize(cells.least_width, cells.tallest)

    def _cells(self) -> "_Cells":
        """What there is to place, measured once until something changes."""
        if self._measured is None:
            shown = [item for item in self.items if not item.isEmpty()]
            sizes = [item.minimumSize() for item in shown]
            self._measured = _Cells(
                shown,
                max([round(self._letters * line_height()), *(size.width() for size in sizes)]),
                max((size.height() for size in sizes), default=0),
            )
        return self._measured

    def arrange(self, rect: QRect, *, move: bool) -> int:
        """Place the cells row by row."""
        cells, gap = self._cells(), self.spacing()
        if not cells.items:
            return 0
        columns = self._columns(len(cells.items), rect.width(), cells.least_width)
        wide = (rect.width() - gap * (columns - 1)) // columns if self._stretch else cells.least_width
        y = rect.y()
        for start in range(0, len(cells.items), columns):
            row = cells.items[start : start + columns]
            height = max(height_at(item, wide) for item in row)
            if move:
                for place, item in enumerate(row):
                    item.setGeometry(QRect(rect.x() + place * (wide + gap), y, wide, height))
            y += height + gap
        return y - gap - rect.y()

    def _columns(self, count: int, width: int, least: int) -> int:
        gap = self.spacing()
        columns = max(1, min(self._most, count, (width + gap) // (least + gap)))
        # A last row of one or two cells under a full row looks forgotten: even the rows out.
        return -(-count // -(-count // columns))


class _Cells(NamedTuple):
    """The cells in sight, with the least width and the greatest least height among them, in pixels."""

    items: list[QLayoutItem]
    least_width: int
    tallest: int
