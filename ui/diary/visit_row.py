"""One treatment of a day: a line that says what was written, and opens to be changed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legjournal import phrases
from legjournal.therapies import Visit
from ui.widgets.amounts import Amounts
from ui.widgets.answer_field import AnswerField
from ui.widgets.buttons import compact
from ui.widgets.columns import ColumnsLayout
from ui.widgets.flow import FlowLayout
from ui.widgets.label import PlainLabel, Size, TypedLabel
from ui.widgets.question import Question


class VisitRow(QWidget):
    """A visit.

    Signals: `answered(str, dict)`, the visit's id and answers; `drafted(str, object)`, a cost that cannot be
    read, or None; `removed(str)`.
    """

    answered = Signal(str, dict)
    drafted = Signal(str, object)
    removed = Signal(str)

    def __init__(self, visit: Visit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = visit.id
        self._facts = PlainLabel("", Size.SMALL, muted=True, wraps=True)
        self._change = compact("", self.tr("Change {name}").format(name=visit.name), changes=True)
        self._change.setCheckable(True)
        self.remove = compact(
            self.tr("Remove"), self.tr("Remove {name}").format(name=visit.name), changes=True
        )
        self.form = self._make_form(visit.name)
        self._lay_out(visit)
        self._open(False)
        self._change.toggled.connect(self._open)
        self.remove.clicked.connect(self._on_removed)

    def show_visit(self, visit: Visit, draft: str | None) -> None:
        """Show what is stored, and what was typed as its cost but is none."""
        draft = draft if visit.cost_pence is None else None  # after undo
        self.cost.show_answer(visit.cost_pence, draft)
        self.before.scores.show_score(visit.before)
        self.after.scores.show_score(visit.after)
        self._facts.setText(self._said(visit))
        if draft is not None:
            self._change.setChecked(True)

    def begin(self) -> None:
        """Open, with the keyboard where its answers begin."""
        self._change.setChecked(True)
        self.cost.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Hand over what is being typed."""
        self.cost.flush()

    def _make_form(self, name: str) -> QWidget:
        self.cost = AnswerField(
            self.tr("What it cost you"), self.tr("for example £40"), Amounts(self).read, phrases.money
        )
        self.cost.entry.setAccessibleName(self.tr("{name}: what it cost you").format(name=name))
        none, worst = self.tr("no trouble"), self.tr("worst I can imagine")
        self.before = Question(
            self.tr("Legs before"), none, worst, name=self.tr("{name}: legs before").format(name=name)
        )
        self.after = Question(
            self.tr("Legs after"), none, worst, name=self.tr("{name}: legs after").format(name=name)
        )
        self.cost.answered.connect(self._on_cost)
        self.cost.drafted.connect(self._on_drafted)
        self.before.scores.answered.connect(self._on_before)
        self.after.scores.answered.connect(self._on_after)
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        narrow = ColumnsLayout(letters=12, most=1, stretch=False)
        narrow.addWidget(self.cost)
        column.addLayout(narrow)
        column.addWidget(self.before)
        column.addWidget(self.after)
        return form

    def _lay_out(self, visit: Visit) -> None:
        called = visit.name if visit.place is None else f"{visit.name}, {visit.place}"
        head = FlowLayout()
        for widget in (TypedLabel(called, Size.STRONG), self._change, self.remove):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._facts)
        column.addWidget(self.form)

    def _open(self, is_open: bool) -> None:
        self.form.setVisible(is_open)
        self._facts.setVisible(not is_open)
        self._change.setText(self.tr("Done") if is_open else self.tr("Change"))

    def _said(self, visit: Visit) -> str:
        facts = [] if visit.cost_pence is None else [phrases.money(visit.cost_pence)]
        if visit.before is not None:
            facts.append(self.tr("legs before {score}").format(score=visit.before))
        if visit.after is not None:
            facts.append(self.tr("legs after {score}").format(score=visit.after))
        return " · ".join(facts) or self.tr("Nothing more is written down.")

    def _on_cost(self, pence: int | None) -> None:
        self.answered.emit(self._id, {"cost_pence": pence})

    def _on_drafted(self, typed: str | None) -> None:
        self.drafted.emit(self._id, typed)

    def _on_before(self, score: int | None) -> None:
        self.answered.emit(self._id, {"before": score})

    def _on_after(self, score: int | None) -> None:
        self.answered.emit(self._id, {"after": score})

    def _on_removed(self) -> None:
        self.removed.emit(self._id)
