"""The least a PySide6 window can be, to measure ours against: three tabs, and `import sqlmodel` if asked."""

import json
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QTabWidget

from ui.timing import milliseconds_since_start


class BareWindow(QMainWindow):
    """Prints the same JSON line as `legjournal --timing`, and closes."""

    def __init__(self) -> None:
        super().__init__()
        self._painted: float | None = None
        tabs = QTabWidget()
        for name in ("One", "Two", "Three"):
            tabs.addTab(QLabel(name), name)
        self.setCentralWidget(tabs)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._painted is None:
            self._painted = milliseconds_since_start()
            QTimer.singleShot(0, self._finish)

    def _finish(self) -> None:
        if "--sqlmodel" in sys.argv:
            import sqlmodel  # noqa: F401 - its import is what is measured
        print(json.dumps({"first_paint_ms": self._painted, "ready_ms": milliseconds_since_start()}))
        self.close()


if __name__ == "__main__":
    application = QApplication([])
    window = BareWindow()
    window.resize(1180, 740)
    window.show()
    application.exec()
