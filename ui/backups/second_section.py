"""The part of the backups that is about the second place: chosen or not, connected or not."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.buttons import button
from ui.widgets.columns import ColumnsLayout
from ui.widgets.label import PlainLabel, Size


class SecondSection(QWidget):
    """Says how things stand there.

    Signals, each a wish: `choose_requested()`, `stop_requested()`.
    """

    choose_requested = Signal()
    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = PlainLabel("", wraps=True)
        self.choose = button(self.tr("Choose…"), name=self.tr("Choose a second place for backups"))
        self.stop = button(self.tr("Stop using it"), name=self.tr("Stop using the second place"))
        buttons = ColumnsLayout(letters=0, most=2, spacing=8, stretch=False)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(PlainLabel(self.tr("A second place"), Size.STRONG))
        column.addWidget(self.words)
        column.addLayout(buttons)
        self.choose.clicked.connect(self.choose_requested)
        self.stop.clicked.connect(self.stop_requested)

    def show_place(self, place: Path | None, *, connected: bool | None, last: str) -> None:
        """`connected`: None while that is not known. `last`: when it last got a backup; empty for never."""
        self.stop.setVisible(place is not None)
        if place is None:
            self.words.setText(
                self.tr(
                    "A USB stick or another disk with a copy of each backup keeps your journal safe even if "
                    "this computer is lost. You have not chosen one yet."
                )
            )
            return
        lines = [str(place)]
        if connected is not None:
            lines.append(self.tr("Connected now.") if connected else self.tr("Not connected just now."))
        lines.append(
            self.tr("Last backup there: {when}.").format(when=last)
            if last
            else self.tr("No backup is there yet.")
        )
        self.words.setText("\n".join(lines))
