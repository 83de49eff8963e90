"""Choosing the usual times of going to bed and getting up."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.diary.night_fields import clock_fields
from ui.diary.night_words import Sayings
from ui.diary.reading import NightReader, Reading, written
from ui.widgets.buttons import button
from ui.widgets.columns import ColumnsLayout
from ui.widgets.field import Field
from ui.widgets.label import PlainLabel
from ui.widgets.scroll_dialog import ScrollDialog

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from ui.runner import Runner


class UsualTimesDialog(ScrollDialog):
    """Four times, each of which may be left out.

    Signals: `kept(dict)`, the times by the names of their answers, on their way into the journal.
    """

    kept = Signal(dict)

    def __init__(
        self, journal: "Journal", runner: "Runner", shown: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("My usual times"), parent)
        self._journal = journal
        self._runner = runner
        self._reader = NightReader(journal.nights, Sayings(self))
        self.fields = clock_fields()
        self.keep = button(self.tr("Keep these"), primary=True)
        self.cancel = button(self.tr("Cancel"))
        self._lay_out()
        for name, field in self.fields.items():
            field.entry.setObjectName(name)
            field.entry.setText(shown.get(name, ""))
            field.entry.left.connect(self._on_left)
            field.accepted.connect(self._on_accepted)
        self.keep.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)

    def accept(self) -> None:
        """Keep the times, or say beside the field what is not right."""
        readings = self._check(blame="")
        if any(reading.why for reading in readings.values()):
            return
        answers = {name: reading.value for name, reading in readings.items()}
        times = {name: value.time() for name, value in answers.items() if isinstance(value, datetime)}
        self._runner.run(partial(self._journal.usual_times.choose, times))
        self.kept.emit(times)
        super().accept()

    def _check(self, blame: str) -> dict[str, Reading]:
        typed = {name: field.entry.text().strip() for name, field in self.fields.items()}
        readings = self._reader.read(typed, [blame])
        for name, reading in readings.items():
            self.fields[name].explain(reading.why, reading.offers)
            if not reading.why:
                self.fields[name].entry.setText(written(reading.value))
        self.fit_soon()
        return readings

    def _on_left(self) -> None:
        self._check(self.sender().objectName())

    def _on_accepted(self, typed: str) -> None:
        entry = cast(Field, self.sender()).entry
        entry.setText(typed)
        self._check(entry.objectName())

    def _lay_out(self) -> None:
        words = self.tr(
            "One press fills these in on any day. They count as answers only when you say they are right."
        )
        self.body.addWidget(PlainLabel(words, wraps=True))
        grid = ColumnsLayout(letters=9.4, most=2, spacing=16)
        for field in self.fields.values():
            grid.addWidget(field)
        self.body.addLayout(grid)
        self.body.addStretch()
        self.buttons.addWidget(self.keep)
        self.buttons.addWidget(self.cancel)
