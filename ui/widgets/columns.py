"""A layout of equal cells that takes as many columns as there is room for."""

from typing import NamedTuple

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from shiboken6 import isValid

from ui.widgets.measure import line_height


class ColumnsLayout(QLayout):
    """Extends QLayout: equal columns, each at least `letters` wide, reflowing with the width.

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
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._measured: _Cells | None = None
        self._heights: dict[int, int] = {}
        self._letters = letters
        self._most = most
        self._stretch = stretch
        self.setSpacing(spacing)
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def invalidate(self) -> None:
        self._measured = None
        self._heights.clear()
        if isValid(self):  # Qt still asks while it takes the layout apart
            super().invalidate()

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

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
            shown = [item for item in self._items if not item.isEmpty()]
            sizes = [item.minimumSize() for item in shown]
            self._measured = _Cells(
                shown,
                max([round(self._letters * line_height()), *(size.width() for size in sizes)]),
                max((size.height() for size in sizes), default=0),
            )
        return self._measured

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Place the cells row by row (or only measure); the height they take."""
        cells, gap = self._cells(), self.spacing()
        if not cells.items:
            return 0
        columns = self._columns(len(cells.items), rect.width(), cells.least_width)
        wide = (rect.width() - gap * (columns - 1)) // columns if self._stretch else cells.least_width
        y = rect.y()
        for start in range(0, len(cells.items), columns):
            row = cells.items[start : start + columns]
            height = max(self._height(item, wide) for item in row)
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

    @staticmethod
    def _height(item: QLayoutItem, wide: int) -> int:
        return item.heightForWidth(wide) if item.hasHeightForWidth() else item.sizeHint().height()


class _Cells(NamedTuple):
    """The cells in sight, with the least width and the greatest least height among them, in pixels."""

    items: list[QLayoutItem]
    least_width: int
    tallest: int
