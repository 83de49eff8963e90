"""One activity of the person's own in the weekly check."""

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legjournal.limits import NAME_LIMIT
from ui.widgets.adder import one_line
from ui.widgets.answer_field import AnswerField
from ui.widgets.buttons import compact
from ui.widgets.flow import FlowLayout
from ui.widgets.label import PlainLabel, Size, TypedLabel
from ui.widgets.score_row import ScoreRow

if TYPE_CHECKING:
    from legjournal.weekly import Followed


class ActivityRow(QWidget):
    """An activity: its name, its score, and its end.

    Signals: `scored(str, object)` with the activity's id; `changed(str, dict)`, answers about it;
    `drafted(str, object)`, a name that cannot be stored, or None.
    """

    scored = Signal(str, object)
    changed = Signal(str, dict)
    drafted = Signal(str, object)

    def __init__(self, activity: "Followed", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id, self._stored = activity.id, activity
        self._day = date(2000, 1, 1)
        self._called = TypedLabel("", Size.LABEL)
        self.rename = compact("", changes=True)
        self.rename.setCheckable(True)
        self.end = compact("", changes=True)
        self._note = PlainLabel(
            self.tr("You have stopped following this. Its numbers are kept."),
            Size.SMALL,
            muted=True,
            wraps=True,
        )
        self.name = AnswerField(self.tr("Its name"), "", self._read_name)
        self.scores = ScoreRow(activity.name)
        self._lay_out()
        self._open(False)
        self.rename.toggled.connect(self._open)
        self.end.clicked.connect(self._on_end)
        self.name.answered.connect(self._on_name)
        self.name.drafted.connect(self._on_drafted)
        self.scores.answered.connect(self._on_score)

    def show_activity(self, activity: "Followed", day: date, draft: str | None) -> None:
        """Show what is stored of it on `day`, and a name that was typed but is none."""
        self._stored, self._day = activity, day
        self._called.setText(activity.name)
        self.name.show_answer(activity.name, draft)
        self.name.entry.setAccessibleName(self.tr("Name of {name}").format(name=activity.name))
        self.rename.setAccessibleName(self.tr("Rename {name}").format(name=activity.name))
        self.scores.rename(activity.name, self.tr("cannot do it"), self.tr("as well as before"))
        self.scores.show_score(activity.score)
        self.end.setText(self.tr("Follow again") if activity.ended else self.tr("Stop following"))
        self.end.setAccessibleName(f"{self.end.text()}: {activity.name}")
        self._note.setVisible(activity.ended)
        if draft is not None:
            self.rename.setChecked(True)

    def flush(self) -> None:
        """Hand over what is being typed."""
        self.name.flush()

    def _lay_out(self) -> None:
        head = FlowLayout()
        for part in (self._called, self.rename, self.end):
            head.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        for widget in (self._note, self.name, self.scores):
            column.addWidget(widget)

    def _open(self, is_open: bool) -> None:
        self.name.setVisible(is_open)
        self.rename.setText(self.tr("Done") if is_open else self.tr("Rename"))
        if is_open and self.rename.hasFocus():
            self.name.entry.setFocus()

    def _read_name(self, typed: str) -> tuple[Any, str]:
        name = one_line(typed)
        if not name:
            return self._stored.name, self.tr("Please give it a name, or stop following it.")
        if len(name) > NAME_LIMIT:
            return self._stored.name, self.tr("This is too long. Please use at most {most} letters.").format(
                most=NAME_LIMIT
            )
        return name, ""

    def _on_name(self, name: str) -> None:
        self.changed.emit(self._id, {"name": name})

    def _on_drafted(self, typed: str | None) -> None:
        self.drafted.emit(self._id, typed)

    def _on_score(self, score: int | None) -> None:
        self.scored.emit(self._id, score)

    def _on_end(self) -> None:
        self.changed.emit(self._id, {"stopped": None if self._stored.ended else self._day})
