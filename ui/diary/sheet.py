"""Fields that are read together: what can be an answer is handed over, other typing is kept as a draft."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from PySide6.QtCore import QObject, Signal

from ui.diary.reading import Reading, written
from ui.widgets.clock_field import ClockField
from ui.widgets.field import Entry, Field

Read = Callable[[Mapping[str, str], Sequence[str]], dict[str, Reading]]


class Sheet(QObject):
    """The fields of one entry by the names of their answers.

    Signals: `answered(dict)`, answers that changed; `drafted(str, object)`, the name of a field and what is
    typed there that is no answer, None for nothing any more; `read(dict)`, all readings, by name.
    """

    answered = Signal(dict)
    drafted = Signal(str, object)
    read = Signal(dict)

    def __init__(self, fields: Mapping[str, Field], reader: Read, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.fields = fields
        self._reader = reader
        self._stored: dict[str, Any] = dict.fromkeys(fields)
        self._drafts: dict[str, str] = {}
        for name, field in fields.items():
            field.entry.setObjectName(name)
            field.entry.paused.connect(self._on_paused)
            field.entry.left.connect(self._on_left)
            field.entry.returnPressed.connect(self._on_return)
            field.accepted.connect(self._on_accepted)

    @property
    def stored(self) -> dict[str, Any]:
        """The answers as they were last shown or handed over."""
        return dict(self._stored)

    def show(self, stored: Mapping[str, Any], drafts: Mapping[str, str], *, again: bool) -> None:
        """Show what is stored, and what was typed but is not an answer.

        again: it is the entry in sight already: a field that is being typed in, or holds a usual time that is
        not confirmed yet, is left alone.
        """
        typing = again and any(field.entry.isModified() for field in self.fields.values())
        self._stored = {name: stored.get(name) for name in self.fields}
        self._drafts = {name: drafts[name] for name in self.fields if name in drafts}
        for name, field in self.fields.items():
            shown = self._drafts.get(name, written(self._stored[name]))
            if again and (field.entry.isModified() or (_is_usual(field) and not shown)):
                continue
            self._put(field, shown)
        self._show_readings([], explain=not typing)

    def fill(self, words: Mapping[str, str]) -> None:
        """Answer several fields at once with what stands in `words`."""
        for name, typed in words.items():
            self._put(self.fields[name], typed)
        self.take(list(words))

    def take(self, edited: Sequence[str], *, explain: bool = True) -> None:
        """Read every field, hand over what can be true, keep the rest as drafts.

        edited: the fields that are asked about first where answers contradict each other.
        """
        readings = self._show_readings(edited, explain=explain)
        changes = {
            name: reading.value for name, reading in readings.items() if reading.value != self._stored[name]
        }
        for name, reading in readings.items():
            if reading.typed != self._drafts.get(name):
                self._keep_draft(name, reading.typed)
        if changes:
            self._stored.update(changes)
            self.answered.emit(changes)

    def flush(self) -> None:
        """Hand over what is typed in the field one is in."""
        for name, field in self.fields.items():
            if field.entry.hasFocus():
                self._commit(name)

    def _on_paused(self) -> None:
        self.take([self.sender().objectName()], explain=False)

    def _on_left(self) -> None:
        self._commit(self.sender().objectName())

    def _on_return(self) -> None:
        entry = cast(Entry, self.sender())
        if _is_usual(self.fields[entry.objectName()]):
            entry.setModified(True)  # Enter says that it is so
            self._commit(entry.objectName())

    def _on_accepted(self, typed: str) -> None:
        field = cast(Field, self.sender())
        self.fill({field.entry.objectName(): typed})

    def _commit(self, name: str) -> None:
        field = self.fields[name]
        if field.entry.isModified():
            field.entry.setModified(False)
            _end_usual(field)
            self.take([name])

    def _put(self, field: Field, words: str) -> None:
        _end_usual(field)
        if field.entry.text() != words:
            field.entry.setText(words)
        field.entry.setModified(False)

    def _keep_draft(self, name: str, typed: str | None) -> None:
        if typed is None:
            self._drafts.pop(name, None)
        else:
            self._drafts[name] = typed
        self.drafted.emit(name, typed)

    def _show_readings(self, edited: Sequence[str], *, explain: bool) -> dict[str, Reading]:
        """Show each answer as it was understood, and each fault beside its field."""
        typed = {
            name: "" if _is_usual(field) else field.entry.text().strip()
            for name, field in self.fields.items()
        }
        readings = self._reader(typed, [*edited, *self._drafts])
        for name, reading in readings.items():
            field = self.fields[name]
            if explain and not _is_usual(field):
                field.explain(reading.why, reading.offers)
                if reading.typed is None and not (field.entry.hasFocus() and name not in edited):
                    self._put(field, written(reading.value))
        self.read.emit(readings)
        return readings


def _is_usual(field: Field) -> bool:
    return isinstance(field, ClockField) and field.is_usual


def _end_usual(field: Field) -> None:
    if isinstance(field, ClockField):
        field.end_usual()
