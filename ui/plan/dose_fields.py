"""The four typed lines of an exercise in a plan: sets, repetitions, hold and rest."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legjournal import phrases
from legjournal.routine.draft import Fault, ItemDraft
from legjournal.routine.typed_doses import bounds, range_in_words, read_range, read_seconds
from ui.widgets.columns import ColumnsLayout
from ui.widgets.field import Entry, Field, Offer

LETTERS = 7.2  # heights of the text: the least width of a line


class DoseFields(QWidget):
    """Shows what is typed, and beside each line why it is no answer.

    Signals: `typed()`, after the draft was changed.
    """

    typed = Signal()

    def __init__(self, item: ItemDraft, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item = item
        self.fields = {
            "sets": Field(self.tr("Sets"), Entry(), self.tr("for example 3")),
            "repetitions": Field(self.tr("Repetitions"), Entry(), self.tr("10 to 15")),
            "hold": Field(self.tr("Hold"), Entry(), self.tr("none")),
            "rest": Field(self.tr("Rest between sets"), Entry(), self.tr("none")),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        grid = ColumnsLayout(letters=LETTERS, most=4, spacing=12)
        for place, field in self.fields.items():
            field.entry.setObjectName(place)
            field.entry.setText(getattr(item, place))
            field.entry.setAccessibleName(
                self.tr("{field}, {exercise}").format(field=field.label.text(), exercise=name)
            )
            field.entry.textEdited.connect(self._on_edited)
            field.entry.left.connect(self.show_faults)
            field.accepted.connect(self._on_accepted)
            grid.addWidget(field)
        column.addLayout(grid)

    def show_faults(self) -> Field | None:
        """Say beside each line what is not right, and show the others as they are understood.

        The first line with a fault, or None.
        """
        faults = self._item.faults()
        for place, field in self.fields.items():
            fault = faults.get(place)
            field.explain(self._why(place, fault) if fault else "", self._offers(fault))
            if fault is None:
                self._show(place, _understood(place, field.entry.text()))
        return next((self.fields[place] for place in self.fields if place in faults), None)

    def _show(self, place: str, words: str) -> None:
        if self.fields[place].entry.text() != words:
            self.fields[place].entry.setText(words)
            setattr(self._item, place, words)

    def _on_edited(self) -> None:
        entry = self.sender()
        assert isinstance(entry, Entry)
        setattr(self._item, entry.objectName(), entry.text())
        self.typed.emit()

    def _on_accepted(self, typed: str) -> None:
        self.fields["repetitions"].entry.setText(typed)
        self._item.repetitions = typed
        self.show_faults()
        self.typed.emit()

    def _offers(self, fault: Fault | None) -> list[Offer]:
        if fault is not Fault.BACKWARDS:
            return []
        few, many = read_range(self._item.repetitions) or (0, 0)
        words = range_in_words(many, few)
        return [Offer(words, words)]

    def _why(self, place: str, fault: Fault) -> str:
        if fault is Fault.TOO_MANY:
            return self._too_many(place)
        if fault is Fault.BACKWARDS:
            return self.tr("The smaller number comes first.")
        if place == "sets":
            few = self.tr("At least 1 set, please. To leave the exercise out, press Remove.")
            return few if fault is Fault.TOO_FEW else self.tr("Please write how many sets, for example 3.")
        if place == "repetitions":
            few = self.tr("At least 1, please.")
            return few if fault is Fault.TOO_FEW else self.tr("Please write 12, or 10 to 15.")
        return self.tr("Please write a time, for example 5 seconds, or nothing.")

    def _too_many(self, place: str) -> str:
        if place == "sets":
            return self.tr("At most {n} sets, please.").format(n=bounds("sets")[1])
        if place == "repetitions":
            return self.tr("At most {n}, please.").format(n=bounds("repetitions_to")[1])
        longest = phrases.seconds(bounds(f"{place}_seconds")[1])
        return self.tr("At most {time}, please.").format(time=longest)


def _understood(place: str, typed: str) -> str:
    """What was typed, as it was understood."""
    if place == "sets":
        return str(int(typed))
    if place == "repetitions":
        return range_in_words(*(read_range(typed) or (0, 0)))
    seconds = read_seconds(typed)
    return phrases.seconds(seconds) if seconds else ""
