"""What is cleared away when a journal is locked, beside its pages."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.widgets.scroll_dialog import ScrollDialog


def close_dialogs(window: QWidget) -> None:
    """Close all that stands over the window; what was typed there is put by."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    for widget in QApplication.topLevelWidgets():
        if widget is not window and widget.isVisible():
            if isinstance(widget, ScrollDialog):
                widget.put_by()
            else:
                widget.close()


def delete_dialogs(window: QWidget) -> None:
    """Delete every dialog of the window, also those closed long ago. None may be waiting for its answer."""
    for dialog in window.findChildren(QDialog):
        dialog.deleteLater()


class Copied(QObject):
    """Knows which clipboards were filled from here: they changed while the keyboard was in the window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._filled: set[QClipboard.Mode] = set()
        QGuiApplication.clipboard().changed.connect(self._on_changed)

    def forget(self) -> None:
        """Empty them."""
        for mode in tuple(self._filled):
            QGuiApplication.clipboard().clear(mode)

    def _on_changed(self, mode: QClipboard.Mode) -> None:
        if QGuiApplication.focusWindow() is None:
            self._filled.discard(mode)
        else:
            self._filled.add(mode)
