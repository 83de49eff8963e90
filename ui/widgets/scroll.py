"""A page that scrolls up and down only, and never leaves the keyboard out of sight."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget


class PageScroll(QScrollArea):
    """Extends QScrollArea: never sideways; `content` is what scrolls.

    Qt itself follows Tab only from one widget of the page to the next, not into the page from outside it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follows = False
        self.content = QWidget()
        self.content.setObjectName("page")
        self.setWidget(self.content)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        window = self.window().windowHandle()
        if window is not None and not self._follows:
            self._follows = True
            window.focusObjectChanged.connect(self._on_focus_moved)

    def _on_focus_moved(self, focused: QObject | None) -> None:
        # Not under a pressed mouse: what is being clicked must not move away.
        if (
            isinstance(focused, QWidget)
            and self.content.isAncestorOf(focused)
            and QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton
        ):
            self.ensureWidgetVisible(focused)


def bring_into_sight(widget: QWidget) -> None:
    """Scroll the page that `widget` is on so that all of it is seen, also where it was only just put there.

    Of what is higher than the window the beginning is shown.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # else it has no place yet
    page = widget.parentWidget()
    while page is not None and not isinstance(page, PageScroll):
        page = page.parentWidget()
    if page is None or not widget.isVisible():
        return
    if widget.height() > page.viewport().height():
        page.verticalScrollBar().setValue(widget.mapTo(page.content, QPoint()).y())
    else:
        page.ensureWidgetVisible(widget)
