"""One symptom: its place, its score, and what else is said of it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from legjournal.models.diary import Kind, Side, Symptom
from ui.diary.symptom_times import SymptomTimes
from ui.diary.symptom_words import ends, name, summary, title
from ui.widgets.buttons import compact
from ui.widgets.card import rule
from ui.widgets.fold import FoldButton
from ui.widgets.label import LineLabel, Size
from ui.widgets.score_row import ScoreRow
from ui.widgets.tab_order import put_after

if TYPE_CHECKING:
    from legjournal.symptoms import Symptoms
    from ui.diary.symptom_details import SymptomDetails

WIDE = 30  # heights of the text: below it the buttons stand under the words


class SymptomRow(QWidget):
    """A symptom of the day.

    Signals: `answered(str, dict)`, the symptom's id and answers; `drafted(str, str, object)`, its id, the
    name of an answer, and typing that is none, or None; `more_requested()`, a wish to unfold the rest;
    `removed(str)`; `another_requested(Symptom)`, something else is felt in the same place.
    """

    answered = Signal(str, dict)
    drafted = Signal(str, str, object)
    more_requested = Signal()
    removed = Signal(str)
    another_requested = Signal(object)

    of_day = False  # whether this is the urge to move in no place in particular

    def __init__(self, symptoms: "Symptoms", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._symptoms = symptoms
        self.symptom: Symptom | None = None
        self._drafts: Mapping[str, str] = {}
        self.details: SymptomDetails | None = None  # made when it is first unfolded
        self.times: SymptomTimes | None = None
        self.name = LineLabel("", Size.STRONG)
        self.said = LineLabel("", Size.SMALL, muted=True)
        self.scores = ScoreRow("")
        self._rest = QWidget()
        self.more = FoldButton(self.tr("More"), self._rest)
        self.remove = compact(self.tr("Remove"), changes=True)
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.setSpacing(8)
        self._words.addWidget(self.name)
        self._words.addWidget(self.said, 1)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(8)
        self._inside = QVBoxLayout(self._rest)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._lay_out()
        self.scores.answered.connect(self._on_score)
        self.more.toggled.connect(self._on_more)
        self.remove.clicked.connect(self._on_remove)

    def show_symptom(self, symptom: Symptom, drafts: Mapping[str, str]) -> None:
        """Show a stored symptom with the typing that is no answer yet, by the names of the answers."""
        self.symptom, self._drafts = symptom, drafts
        called = name(symptom, of_day=self.of_day)
        self.name.setText(title(symptom, of_day=self.of_day))
        self.said.setText(summary(symptom, of_day=self.of_day))
        self.scores.rename(called, *ends(symptom.kind))
        self.scores.show_score(symptom.score)
        self.more.setAccessibleName(self.tr("More about {what}").format(what=called))
        self.remove.setAccessibleName(self.tr("Remove {what}").format(what=called))
        self._show_times()
        self._show_details()

    def unfold(self, words: Sequence[str]) -> "SymptomDetails":
        """Make the rest, if it was not there yet, with these words of before."""
        if self.details is None:
            from ui.diary.symptom_details import SymptomDetails

            self.times = self.times or self._make_times()
            self.details = SymptomDetails(self.times, words, of_day=self.of_day)
            self._inside.addWidget(self.details)
            self.details.show()
            put_after(self._before_details, self.details)
            self.details.answered.connect(self._on_answered)
            self.details.drafted.connect(self._on_drafted)
            self.details.another_requested.connect(self._on_another)
            self._show_times()
            self._show_details()
        return self.details

    def fold(self) -> None:
        """Put the rest out of sight."""
        self.more.unfold(False)

    def flush(self) -> None:
        """Hand over what is being typed."""
        for part in (self.times, self.details):
            if part is not None:
                part.flush()

    def take_focus(self) -> None:
        """Put the keyboard on the scores. As a focus proxy they would have Tab pass over the buttons."""
        self.scores.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_at(self, side: Side | None, site: str) -> bool:
        """Whether this is the row of that place."""
        here = self.symptom
        return here is not None and here.site == site and here.side in (side, Side.BOTH)

    def arrange(self, wide: bool) -> None:
        """Put the buttons beside the words or under them."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        for line in (self._head, self._words):
            line.setDirection(across if wide else down)

    @property
    def _before_details(self) -> QWidget:
        """The last stop of Tab before what More unfolds."""
        return self.scores

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(2)
        buttons.addWidget(self.more)
        buttons.addWidget(self.remove)
        buttons.addStretch()
        self._head.addLayout(self._words, 1)
        self._head.addLayout(buttons)
        self._column.addLayout(self._head)
        self._column.addWidget(self.scores)
        self._column.addWidget(self._rest)
        self._column.addSpacing(6)
        self._column.addWidget(rule())

    def _make_times(self) -> SymptomTimes:
        times = SymptomTimes(self._symptoms, self)
        times.answered.connect(self._on_time)
        times.drafted.connect(self._on_drafted)
        return times

    def _show_times(self) -> None:
        if self.times is not None and self.symptom is not None:
            when = {name: getattr(self.symptom, name) for name in ("occurred_at", "eased_at")}
            self.times.show_times(self.symptom.date, when, self._drafts)

    def _show_details(self) -> None:
        if self.details is not None and self.symptom is not None:
            self.details.show_symptom(self.symptom, self._drafts, self.scores.accessibleName())

    def _answer(self, **answers: Any) -> None:
        if self.symptom is not None:
            self.answered.emit(self.symptom.id, answers)

    def _on_score(self, score: int | None) -> None:
        self._answer(score=score)

    def _on_time(self, name: str, when: object) -> None:
        self._answer(**{name: when})

    def _on_answered(self, answers: dict[str, Any]) -> None:
        self._answer(**answers)

    def _on_drafted(self, name: str, typed: str | None) -> None:
        if self.symptom is not None:
            self.drafted.emit(self.symptom.id, name, typed)

    def _on_more(self, unfolded: bool) -> None:
        if unfolded and self.details is None:
            self.more_requested.emit()
        elif not unfolded:
            self.flush()

    def _on_remove(self) -> None:
        if self.symptom is not None:
            self.removed.emit(self.symptom.id)

    def _on_another(self) -> None:
        self.another_requested.emit(self.symptom)


class UrgeRow(SymptomRow):
    """Extends SymptomRow: the urge to move of a day, which has its row also before anything is said of it.

    When it began stands on the row itself: that it comes earlier in the evening than it did is what a
    clinician looks for.
    """

    of_day = True

    def show_urge(self, day: date, urge: Symptom | None, drafts: Mapping[str, str]) -> None:
        """Show the urge of `day`, or the empty row where there is none yet."""
        self.show_symptom(urge or Symptom(id="", date=day, kind=Kind.URGE, side=Side.BOTH), drafts)

    @property
    def _before_details(self) -> QWidget:
        return self.more

    def _lay_out(self) -> None:
        self.times = self._make_times()
        self.times.began.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._column.addLayout(self._words)
        self._column.addWidget(self.scores)
        self._column.addSpacing(4)
        self._column.addLayout(self._head)
        self._column.addWidget(self._rest)
        self._head.addWidget(self.times.began)
        self._head.addStretch()
        self._head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignBottom)
