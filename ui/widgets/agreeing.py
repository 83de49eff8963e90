"""A question in a box of its own, for what cannot be taken back by pressing again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def agrees(parent: QWidget, question: str, more: str = "", *, yes: str, no: str) -> bool:
    """Ask, and wait for the answer; Enter and Esc are a no. more: said below the question."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(question)
    box.setInformativeText(more)
    refuse = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(refuse)
    box.setEscapeButton(refuse)
    box.exec()
    return box.clickedButton() is agree
