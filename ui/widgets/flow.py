"""A layout of things one after another, line by line, each as wide as it wants to be."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget, QWidgetItem

from ui.widgets.reflow import ReflowLayout, height_at


class FlowLayout(ReflowLayout):
    """Extends ReflowLayout: what does not fit on the line begins the next; nothing is wider than the line."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 8) -> None:
        super().__init__(parent, spacing=spacing)

    def insert_widget(self, place: int, widget: QWidget) -> None:
        """Put `widget` in at `place`, counted from 0."""
        self.addChildWidget(widget)
        self.items.insert(place, QWidgetItem(widget))
        self.invalidate()
        widget.show()  # the layout itself would do so a little later

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self.items:
            size = size.expandedTo(item.minimumSize())
        return size

    def arrange(self, rect: QRect, *, move: bool) -> int:
        """Place the items line by line."""
        y = rect.y()
        for line in self._lines(rect.width()):
            tallest = max(size.height() for _, size in line)
            x = rect.x()
            for item, size in line:
                if move:
                    item.setGeometry(QRect(QPoint(x, y + (tallest - size.height()) // 2), size))
                x += size.width() + self.spacing()
            y += tallest + self.spacing()
        return max(0, y - self.spacing() - rect.y())

    def _lines(self, width: int) -> Iterator[list[tuple[QLayoutItem, QSize]]]:
        """The items with their sizes, as many on a line as fit."""
        line: list[tuple[QLayoutItem, QSize]] = []
        used = 0
        for item in self.items:
            if item.isEmpty():
                continue
            wide = min(item.sizeHint().width(), width)
            high = height_at(item, wide)
            if line and used + wide > width:
                yield line
                line, used = [], 0
            line.append((item, QSize(wide, high)))
            used += wide + self.spacing()
        if line:
            yield line
