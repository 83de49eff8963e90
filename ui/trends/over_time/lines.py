"""What is drawn over time: a box to tick for each line and lane, and one for the averages."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from legjournal.charts.recorded import Series, names
from ui.widgets.flow import FlowLayout

USUAL = (Series.PAIN_LEFT, Series.PAIN_RIGHT, Series.URGE, Series.ASLEEP, Series.SESSIONS, Series.CHANGES)
SMOOTH = "smooth"  # beside the names of the lines, where they are kept


class Lines(QWidget):
    """Signals: `changed()`, when the person ticks one."""

    changed = Signal()

    def __init__(self, kept: str, parent: QWidget | None = None) -> None:
        """kept: what `in_words` once said; "" for the usual lines."""
        super().__init__(parent)
        chosen = kept.split() if kept else [series.value for series in USUAL]
        self.boxes = {series: QCheckBox(_begun_large(name)) for series, name in names().items()}
        self.smooth_box = QCheckBox(self.tr("7-day averages as lines"))
        flow = FlowLayout(spacing=14)
        for series, box in self.boxes.items():
            box.setChecked(series.value in chosen)
            flow.addWidget(box)
        self.smooth_box.setChecked(SMOOTH in chosen)
        self.smooth_box.setToolTip(
            self.tr("A line through the average of the last 7 days. It crosses no gap of over 3 days.")
        )
        flow.addWidget(self.smooth_box)
        for box in (*self.boxes.values(), self.smooth_box):
            box.toggled.connect(self._on_toggled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(flow)
        self.setAccessibleName(self.tr("What is drawn"))

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

    def _on_toggled(self) -> None:
        self.changed.emit()


def _begun_large(words: str) -> str:
    return words[:1].upper() + words[1:]
