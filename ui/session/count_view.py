"""The number that is read from the floor, with what it counts above and below."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.session.far_label import CentredLabel, NumberLabel

NUMBER, WORDS = 0.23, 0.042  # shares of the window's height; a digit is 0.73 of its line


class CountView(QWidget):
    """What to do, how long still, and of what."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.what = CentredLabel(WORDS, muted=True)
        self.number = NumberLabel(NUMBER, QFont.Weight.Bold)
        self.of_what = CentredLabel(WORDS, muted=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for label in (self.what, self.number, self.of_what):
            column.addWidget(label)

    def show_count(self, what: str, number: str, of_what: str) -> None:
        """Show the three lines."""
        for label, words in ((self.what, what), (self.number, number), (self.of_what, of_what)):
            if label.text() != words:
                label.setText(words)
