"""What is drawn over time: a box to tick for each line and lane, and one for the averages."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from legjournal import phrases
from legjournal.charts.recorded import Series, names
from ui.widgets.flow import FlowLayout
from ui.widgets.fold import FoldButton
from ui.widgets.measure import line_height

USUAL = (Series.PAIN_LEFT, Series.PAIN_RIGHT, Series.URGE, Series.ASLEEP, Series.SESSIONS, Series.CHANGES)
SMOOTH = "smooth"  # beside the names of the lines, where they are kept
NARROW = 40  # heights of the text: below it the boxes are folded away, so that the picture is in sight


class Lines(QWidget):
    """Signals: `changed()`, when the person ticks one."""

    changed = Signal()

    def __init__(self, kept: str, parent: QWidget | None = None) -> None:
        """kept: what `in_words` once said; "" for the usual lines."""
        super().__init__(parent)
        chosen = kept.split() if kept else [series.value for series in USUAL]
        self.boxes = {series: QCheckBox(phrases.begun_large(name)) for series, name in names().items()}
        self.smooth_box = QCheckBox(self.tr("7-day averages as lines"))
        self._row = QWidget()
        self.fold = FoldButton(self.tr("Choose what is drawn"), self._row)
        self._lay_out()
        for series, box in self.boxes.items():
            box.setChecked(series.value in chosen)
        self.smooth_box.setChecked(SMOOTH in chosen)
        for box in (*self.boxes.values(), self.smooth_box):
            box.toggled.connect(self._on_toggled)

    @property
    def shown(self) -> frozenset[Series]:
        """The lines and lanes that are ticked."""
        return frozenset(series for series, box in self.boxes.items() if box.isChecked())

    @property
    def smooth(self) -> bool:
        """Whether averages are wanted."""
        return self.smooth_box.isChecked()

    @property
    def in_words(self) -> str:
        """What is ticked, to be kept; never empty."""
        shown = [series.value for series in Series if series in self.shown]
        return " ".join([*shown, SMOOTH] if self.smooth else shown) or "none"

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW * line_height()
        self.fold.setVisible(narrow)
        self._row.setVisible(not narrow or self.fold.isChecked())

    def _lay_out(self) -> None:
        self.setAccessibleName(self.tr("What is drawn"))
        self.smooth_box.setToolTip(
            self.tr("A line through the average of the last 7 days. It crosses no gap of over 3 days.")
        )
        flow = FlowLayout(self._row, spacing=14)
        for box in (*self.boxes.values(), self.smooth_box):
            flow.addWidget(box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fold)
        column.addWidget(self._row)
        self.fold.hide()  # where there is room, from the beginning: else all below would move once more
        self._row.show()

    def _on_toggled(self) -> None:
        self.changed.emit()
