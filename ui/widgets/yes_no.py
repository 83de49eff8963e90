"""A question to be answered with yes or no, or not at all."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets.one_of import OneOf

translate = QCoreApplication.translate


class YesNoRow(OneOf):
    """Extends OneOf: the answers are True and False, and Y and N give them as well."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, {True: translate("YesNo", "Yes"), False: translate("YesNo", "No")}, parent)
        for made in self.findChildren(QPushButton):
            made.setProperty("target", True)  # what a shaky hand can press
        self.setToolTip(self.tr("Keys: Y or N; Backspace takes the answer back. Nothing is preselected."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        said = {Qt.Key.Key_Y: True, Qt.Key.Key_N: False}.get(Qt.Key(event.key()))
        if said is None or event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
        elif said is not self.answer:
            self.choose(said)
