"""What stands beside a period: nothing, the days just before it, or days of the person's own choice."""

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from legjournal.trends.period import DAY, Period
from ui.widgets.buttons import choice
from ui.widgets.flow import FlowLayout
from ui.widgets.label import PlainLabel, Size
from ui.widgets.still import StillDateEdit

ALONE, BEFORE, OWN = "alone", "before", "own"


class BesideChoice(QWidget):
    """Signals: `changed()`, when the person chooses."""

    changed = Signal()

    def __init__(self, today: QDate, kept: str, parent: QWidget | None = None) -> None:
        """kept: what `in_words` once said."""
        super().__init__(parent)
        words = {
            ALONE: self.tr("These days only"),
            BEFORE: self.tr("Beside the same time before"),
            OWN: self.tr("Beside other days"),
        }
        self.choices = {key: choice(said) for key, said in words.items()}
        self.first = StillDateEdit(self.tr("First of the other days"), today.addDays(-27))
        self.last = StillDateEdit(self.tr("Last of the other days"), today)
        self._between = PlainLabel(self.tr("to"), Size.LABEL)
        self._lay_out(today)
        chosen, _, days = kept.partition(" ")
        self.choices.get(chosen, self.choices[ALONE]).setChecked(True)
        self._show_days(days)
        self._connect_signals()

    @property
    def chosen(self) -> str:
        """Which of the three it is."""
        return next(key for key, made in self.choices.items() if made.isChecked())

    @property
    def in_words(self) -> str:
        """What is chosen, to be kept."""
        days = (edit.date().toString("yyyy-MM-dd") for edit in (self.first, self.last))
        return " ".join([self.chosen, *days])

    def other(self, period: Period) -> Period | None:
        """The days to draw beside `period`; None for none."""
        if self.chosen == BEFORE and period.first.toordinal() > len(period):
            return Period(period.first - len(period) * DAY, period.first - DAY)
        if self.chosen == OWN:
            first, last = sorted((_day(self.first), _day(self.last)))
            return Period(first, last)
        return None

    def _lay_out(self, today: QDate) -> None:
        flow, group = FlowLayout(), QButtonGroup(self)
        for made in self.choices.values():
            group.addButton(made)
            flow.addWidget(made)
        for widget in (self.first, self._between, self.last):
            flow.addWidget(widget)
        for edit in (self.first, self.last):
            edit.setMaximumDate(today)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(flow)
        self.setAccessibleName(self.tr("What is drawn beside it"))

    def _show_days(self, kept: str) -> None:
        for edit, words in zip((self.first, self.last), kept.split(), strict=False):
            day = QDate.fromString(words, "yyyy-MM-dd")
            if day.isValid():
                edit.setDate(day)
        self._show_edits()

    def _show_edits(self) -> None:
        for widget in (self.first, self._between, self.last):
            widget.setVisible(self.chosen == OWN)

    def _connect_signals(self) -> None:
        for made in self.choices.values():
            made.clicked.connect(self._on_chosen)
        for edit in (self.first, self.last):
            edit.dateChanged.connect(self._on_date)

    def _on_chosen(self) -> None:
        self._show_edits()
        self.changed.emit()

    def _on_date(self) -> None:
        self.changed.emit()


def _day(edit: StillDateEdit) -> date:
    chosen = edit.date()
    return date(chosen.year(), chosen.month(), chosen.day())
