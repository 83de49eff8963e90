"""One nap: when it began and how long it was."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legjournal.typed_times import Likely
from ui.diary.reading import Instants, Reading, read_count, read_time
from ui.diary.sheet import Sheet
from ui.widgets.buttons import compact
from ui.widgets.clock_field import ClockField
from ui.widgets.columns import ColumnsLayout
from ui.widgets.field import NumberField
from ui.widgets.label import PlainLabel, Size

if TYPE_CHECKING:
    from legjournal.models.nights import Nap
    from ui.diary.night_words import Sayings

LONGEST = 960  # minutes


class NapRow(QWidget):
    """A nap of the day. is_stored: whether the journal had it when it was last shown or answered.

    Signals: `answered(str, dict)`, its id and answers; `drafted(str, str, object)`, its id, a field, and what
    is typed there that is no answer; `removed(str)`.
    """

    answered = Signal(str, dict)
    drafted = Signal(str, str, object)
    removed = Signal(str)

    def __init__(
        self, nap_id: str, instants: Instants, say: "Sayings", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.is_stored = False
        self._id = nap_id
        self._instants = instants
        self._say = say
        self.started = ClockField("", Likely.DAYTIME, self.tr("for example 2pm"))
        self.minutes = NumberField(self.tr("Minutes asleep"), self.tr("for example 40"))
        fields = {"started": self.started, "minutes": self.minutes}
        self.sheet = Sheet(fields, self._read, self)
        self.remove = compact(self.tr("Remove"), changes=True)
        self._lay_out()
        self.sheet.answered.connect(self._on_answered)
        self.sheet.drafted.connect(self._on_drafted)
        self.remove.clicked.connect(self._on_remove)

    def show_nap(self, number: int, nap: "Nap | None", drafts: Mapping[str, str], *, again: bool) -> None:
        """Show what is stored of the nap, which is the day's first, second, …, counted from 1."""
        self.is_stored = nap is not None or bool(drafts)
        self.started.rename(self.tr("Nap {number} began").format(number=number))
        self.minutes.entry.setAccessibleName(self.tr("Nap {number}, minutes asleep").format(number=number))
        self.remove.setAccessibleName(self.tr("Remove nap {number}").format(number=number))
        self.sheet.show({"started": nap.started, "minutes": nap.minutes} if nap else {}, drafts, again=again)

    def _read(self, typed: Mapping[str, str], _suspects: object) -> dict[str, Reading]:
        return {
            "started": read_time(typed["started"], Likely.DAYTIME, self._instants, self._say),
            "minutes": read_count(typed["minutes"], LONGEST, self._say),
        }

    def _on_answered(self, answers: dict[str, datetime | int | None]) -> None:
        self.is_stored = True
        self.answered.emit(self._id, answers)

    def _on_drafted(self, field: str, typed: str | None) -> None:
        self.drafted.emit(self._id, field, typed)

    def _on_remove(self) -> None:
        self.removed.emit(self._id)

    def _lay_out(self) -> None:
        cell = QWidget()
        away = QVBoxLayout(cell)
        away.setContentsMargins(0, 0, 0, 0)
        away.setSpacing(4)
        away.addWidget(PlainLabel(" ", Size.LABEL))  # level with the fields beside it
        away.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        away.addStretch()
        cells = ColumnsLayout(self, letters=9.4, most=3, spacing=16)
        cells.addWidget(self.started)
        cells.addWidget(self.minutes)
        cells.addWidget(cell)
