"""One symptom: its place, its score, when it began."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from legjournal.charts.body import place_name
from legjournal.models.diary import Kind, Side
from ui.widgets.buttons import compact
from ui.widgets.label import PlainLabel, Size
from ui.widgets.score_row import ScoreRow

if TYPE_CHECKING:
    from legjournal.models.diary import Symptom

translate = QCoreApplication.translate


class SymptomRow(QWidget):
    """A symptom of the day.

    Signals: `answered(str, dict)`, the symptom's id ("" while it is not stored) and answers; `removed(str)`.
    """

    answered = Signal(str, dict)
    removed = Signal(str)

    def __init__(
        self, kind: Kind, side: Side | None, site: str | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._id = ""
        self._kind, self._side, self._site = kind, side, site
        words = kind_names()[kind]
        place = place_name(side, site)
        name = f"{words}, {place.lower()}" if kind is Kind.URGE else place
        self.scores = ScoreRow(self.tr("{place}, {kind}").format(place=place, kind=words), *_ends(kind))
        self._remove = compact(self.tr("Remove"), self.tr("Remove {name}").format(name=name), changes=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(PlainLabel(name[:1].upper() + name[1:], Size.STRONG))
        if kind is not Kind.URGE:
            head.addWidget(PlainLabel(words, Size.SMALL, muted=True))
        head.addStretch()
        head.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.scores)
        self._remove.hide()
        self.scores.answered.connect(self._on_score)
        self._remove.clicked.connect(self._on_remove)

    def show_symptom(self, symptom: "Symptom | None") -> None:
        """Show a stored symptom, or the empty row where there is none yet."""
        self._id = symptom.id if symptom else ""
        self.scores.show_score(symptom.score if symptom else None)
        self._remove.setVisible(symptom is not None and self._site is not None)

    def take_focus(self) -> None:
        """Put the keyboard on the scores. As a focus proxy they would have Tab pass over Remove."""
        self.scores.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_at(self, side: Side, site: str) -> bool:
        """Whether this is the row of that place."""
        return self._site == site and self._side in (side, Side.BOTH)

    def _on_score(self, score: int | None) -> None:
        self.answered.emit(self._id, {"score": score})

    def _on_remove(self) -> None:
        self.removed.emit(self._id)


def kind_names() -> dict[Kind, str]:
    """What was felt, in plain words."""
    return {
        Kind.PAIN: translate("Symptom", "pain"),
        Kind.URGE: translate("Symptom", "urge to move"),
        Kind.CRAMP: translate("Symptom", "cramp"),
        Kind.TINGLING: translate("Symptom", "tingling"),
        Kind.NUMBNESS: translate("Symptom", "numbness"),
        Kind.OTHER: translate("Symptom", "other"),
    }


def _ends(kind: Kind) -> tuple[str, str]:
    if kind is Kind.PAIN:
        return translate("Symptom", "no pain"), translate("Symptom", "worst I can imagine")
    return translate("Symptom", "none"), translate("Symptom", "worst I can imagine")
