"""A column in the middle of a page, no wider than is comfortable."""

from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui.widgets.measure import line_height


def put_in_the_middle(page: QWidget, column: QLayout, widest: int) -> None:
    """Lay `column` out on an empty `page`, a little above its middle. widest: in heights of the text."""
    middle = QWidget()
    middle.setMaximumWidth(widest * line_height())
    middle.setLayout(column)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(middle, 30)
    row.addStretch(1)
    whole = QVBoxLayout(page)
    whole.setContentsMargins(24, 24, 24, 24)
    whole.addStretch(1)
    whole.addLayout(row)
    whole.addStretch(2)
