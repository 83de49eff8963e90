"""What else can be said of a symptom: what it is, on which side, when, what helped, in which words."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legjournal.models.diary import Kind, Side
from ui.diary.symptom_words import kind_names, side_names, usual_words
from ui.widgets.adder import Adder
from ui.widgets.answer_field import AnswerField
from ui.widgets.buttons import compact
from ui.widgets.chip import Chip, ChipSet
from ui.widgets.columns import ColumnsLayout
from ui.widgets.field import NoteField
from ui.widgets.label import PlainLabel, Size
from ui.widgets.measure import line_height
from ui.widgets.one_of import OneOf

if TYPE_CHECKING:
    from legjournal.models.diary import Symptom
    from ui.diary.symptom_times import SymptomTimes

translate = QCoreApplication.translate
HELPED, WORD = 2000, 60  # letters at most
OFFERED = 12  # words


class SymptomDetails(QWidget):
    """The part of a row that More unfolds.

    Signals: `answered(dict)`; `drafted(str, object)`, the name of an answer and typing that is none, or None;
    `another_requested()`, something else is felt in the same place.
    """

    answered = Signal(dict)
    drafted = Signal(str, object)
    another_requested = Signal()

    def __init__(
        self, times: "SymptomTimes", words: Sequence[str], *, of_day: bool, parent: QWidget | None = None
    ) -> None:
        """words: those of before, the latest first. of_day: whether this is the urge to move of a day."""
        super().__init__(parent)
        self._known = [*words[:OFFERED], *usual_words()]
        self._kind = Kind.URGE
        self.kind = None if of_day else OneOf(self.tr("What is it?"), kind_names())
        self.side = OneOf(self.tr("Side"), side_names())
        self.helped = AnswerField(self.tr("What helped"), self.tr("for example walking"), _read_helped)
        self.adder = Adder(self.tr("A word of your own"), self.tr("for example dull"), WORD)
        self.words = ChipSet(self.adder)
        self.note = NoteField(self.tr("Anything else about it"), lines=2)
        another = self.tr("Something else here too")
        self._another = compact(another, another, changes=True)
        self._lay_out(times)
        self._named = {
            widget: widget.accessibleName()
            for widget in self.findChildren(QWidget)
            if widget.accessibleName() and not isinstance(widget, Chip)
        }
        self._connect_signals()

    def show_symptom(self, symptom: "Symptom", drafts: Mapping[str, str], place: str) -> None:
        """Show what is stored. place: what the row is called, for a screen reader."""
        self._kind = symptom.kind
        if self.kind is not None:
            self.kind.show_answer(symptom.kind)
        self.side.show_answer(symptom.side)
        self.helped.show_answer(symptom.helped, drafts.get("helped"))
        self.adder.show_draft(drafts.get("words"))
        self.note.show_text(symptom.note or "")
        self._show_words(symptom.words or [])
        for widget, name in self._named.items():
            widget.setAccessibleName(self.tr("{what}, {place}").format(what=name, place=place))
        for chip in self.words.findChildren(Chip):
            chip.setAccessibleName(self.tr("{what}, {place}").format(what=chip.words, place=place))

    def flush(self) -> None:
        """Hand over what is being typed."""
        self.helped.flush()
        self.adder.flush()
        self.note.flush()

    def _lay_out(self, times: "SymptomTimes") -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 4)
        self._column.setSpacing(12)
        self.adder.setMinimumWidth(12 * line_height())
        if self.kind is not None:
            self._ask(self.tr("What is it?"), self.kind)
        self._ask(self.tr("Side"), self.side)
        fields = ColumnsLayout(letters=9.4, most=3, spacing=16)
        for field in (times.began, times.eased, self.helped):
            if self.kind is not None or field is not times.began:  # the urge has it on its row
                fields.addWidget(field)
        self._column.addLayout(fields)
        self._ask(self.tr("What it is like"), self.words)
        self._column.addWidget(self.note)
        if self.kind is not None:
            self._column.addWidget(self._another, 0, Qt.AlignmentFlag.AlignLeft)

    def _ask(self, question: str, answers: QWidget) -> None:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(PlainLabel(question, Size.LABEL))
        column.addWidget(answers)
        self._column.addLayout(column)

    def _connect_signals(self) -> None:
        if self.kind is not None:
            self.kind.answered.connect(self._on_kind)
        self.side.answered.connect(self._on_side)
        self.helped.answered.connect(self._on_helped)
        self.helped.drafted.connect(self._on_helped_drafted)
        self.words.pressed.connect(self._on_word)
        self.adder.added.connect(self._on_added)
        self.adder.drafted.connect(self._on_word_drafted)
        self.note.written.connect(self._on_note)
        self._another.clicked.connect(self.another_requested)

    def _show_words(self, chosen: list[str]) -> None:
        """Offer the words in the order they had when this was opened, with new ones before them."""
        self._known = list(
            dict.fromkeys([*(word for word in chosen if word not in self._known), *self._known])
        )
        offered = self._known[:OFFERED]
        self.words.show_words([*offered, *(word for word in chosen if word not in offered)])
        self.words.show_on(chosen)

    def _on_kind(self, kind: Kind | None) -> None:
        if kind is not None:
            self.answered.emit({"kind": kind})
        elif self.kind is not None:  # what it is can be changed, not taken back
            self.kind.show_answer(self._kind)

    def _on_side(self, side: Side | None) -> None:
        self.answered.emit({"side": side})

    def _on_helped(self, helped: str | None) -> None:
        self.answered.emit({"helped": helped})

    def _on_helped_drafted(self, typed: str | None) -> None:
        self.drafted.emit("helped", typed)

    def _on_word(self, _word: str) -> None:
        self.answered.emit({"words": self.words.on or None})

    def _on_added(self, word: str) -> None:
        known = next((each for each in self._known if each.casefold() == word.casefold()), word)
        self._show_words(list(dict.fromkeys([*self.words.on, known])))
        self.answered.emit({"words": self.words.on})

    def _on_word_drafted(self, typed: str | None) -> None:
        self.drafted.emit("words", typed)

    def _on_note(self, note: str) -> None:
        self.answered.emit({"note": note or None})


def _read_helped(typed: str) -> tuple[str | None, str]:
    words = typed.strip()
    if len(words) > HELPED:
        why = translate(
            "Symptom", "This is too long: at most {most} letters. The note below has room for more."
        )
        return None, why.format(most=HELPED)
    return words or None, ""
