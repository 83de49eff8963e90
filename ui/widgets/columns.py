"""A layout of equal cells that takes as many columns as there is room for."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

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
        self._letters = letters
        self._most = most
        self._stretch = stretch
        self.setSpacing(spacing)
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

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

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        items = self._shown()
        columns = min(self._most, max(1, len(items)))
        wide = columns * self._least_width() + (columns - 1) * self.spacing()
        return QSize(wide, self.heightForWidth(wide))

    def minimumSize(self) -> QSize:
        return QSize(self._least_width(), self._tallest(self._shown()))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _least_width(self) -> int:
        wanted = round(self._letters * line_height())
        return max([wanted, *(item.minimumSize().width() for item in self._shown())])

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Place the cells row by row (or only measure); the height they take."""
        items, gap = self._shown(), self.spacing()
        if not items:
            return 0
        least = self._least_width()
        columns = max(1, min(self._most, len(items), (rect.width() + gap) // (least + gap)))
        # A last row of one or two cells under a full row looks forgotten: even the rows out.
        rows = -(-len(items) // columns)
        columns = -(-len(items) // rows)
        wide = (rect.width() - gap * (columns - 1)) // columns if self._stretch else least
        y = rect.y()
        for start in range(0, len(items), columns):
            row = items[start : start + columns]
            height = max(self._height(item, wide) for item in row)
            if move:
                for place, item in enumerate(row):
                    corner = QPoint(rect.x() + place * (wide + gap), y)
                    item.setGeometry(QRect(corner, QSize(wide, height)))
            y += height + gap
        return y - gap - rect.y()

    @staticmethod
    def _height(item: QLayoutItem, wide: int) -> int:
        return item.heightForWidth(wide) if item.hasHeightForWidth() else item.sizeHint().height()

    @staticmethod
    def _tallest(items: list[QLayoutItem]) -> int:
        return max((item.minimumSize().height() for item in items), default=0)
