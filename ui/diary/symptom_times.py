"""When a symptom began and when it eased: two times that have to agree."""

from collections.abc import Mapping
from datetime import date, datetime, time
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from legjournal import phrases
from legjournal.clock import NoSuchTime
from legjournal.typed_times import Likely, read_clock
from ui.diary.night_words import Sayings
from ui.widgets.answer_field import AnswerField, Reading
from ui.widgets.clock_field import ClockEntry
from ui.widgets.field import Offer

if TYPE_CHECKING:
    from legjournal.symptoms import Symptoms

HALF_A_DAY = 12  # hours


class SymptomTimes(QObject):
    """Two fields, each made when it is first asked for.

    Of two times that contradict each other the one just typed is asked about.
    Signals: `answered(str, object)`, the answer's name and the instant or None; `drafted(str, object)`, as of
    AnswerField.
    """

    answered = Signal(str, object)
    drafted = Signal(str, object)

    def __init__(self, symptoms: "Symptoms", parent: QObject) -> None:
        super().__init__(parent)
        self._symptoms = symptoms
        self._say = Sayings(self)
        self._day = date(2000, 1, 1)
        self._when: dict[str, datetime | None] = {"occurred_at": None, "eased_at": None}
        self._drafts: Mapping[str, str] = {}
        self._fields: dict[str, AnswerField] = {}

    @cached_property
    def began(self) -> AnswerField:
        """The field for when it began."""
        return self._make("occurred_at", self.tr("Began at"), self.tr("for example 8pm"))

    @cached_property
    def eased(self) -> AnswerField:
        """The field for when it eased."""
        return self._make("eased_at", self.tr("Eased at"), self.tr("for example 9.30pm"))

    def show_times(self, day: date, when: Mapping[str, datetime | None], drafts: Mapping[str, str]) -> None:
        """Show what is stored of a symptom of `day`, and what was typed and is no time."""
        self._day, self._when, self._drafts = day, dict(when), drafts
        for name, field in self._fields.items():
            field.show_answer(when[name], drafts.get(name))

    def flush(self) -> None:
        """Hand over what is being typed."""
        for field in self._fields.values():
            field.flush()

    def _make(self, name: str, label: str, hint: str) -> AnswerField:
        read = partial(self._read, name)
        field = AnswerField(label, hint, read, phrases.clock, entry=ClockEntry(Likely.AFTERNOON))
        field.setObjectName(name)
        field.answered.connect(self._on_answered)
        field.drafted.connect(self._on_drafted)
        field.show_answer(self._when[name], self._drafts.get(name))
        self._fields[name] = field
        return field

    def _on_answered(self, when: datetime | None) -> None:
        name = self.sender().objectName()
        self._when[name] = when
        self.answered.emit(name, when)
        for other, field in self._fields.items():
            if other != name and (self._when[other] is None or not self._in_order()):
                field.read_again()  # what was wrong beside the old answer may be true beside the new one

    def _on_drafted(self, typed: str | None) -> None:
        self.drafted.emit(self.sender().objectName(), typed)

    def _read(self, name: str, typed: str) -> Reading:
        """The instant meant by `typed`, why it is none, and what may be meant instead."""
        if not typed.strip():
            return None, ""
        wall = read_clock(typed, Likely.AFTERNOON)
        if wall is None:
            return None, self._say.not_a_time()
        try:
            when = self._instant(name, wall)
            agrees = self._agrees(name, when)
        except NoSuchTime:
            return None, self._say.no_such_time()
        return (when, "") if agrees else (None, *self._contradiction(name, wall))

    def _instant(self, name: str, wall: time) -> datetime:
        if name == "occurred_at":
            return self._symptoms.began(self._day, wall)
        return self._symptoms.eased(self._day, wall, self._when["occurred_at"])

    def _in_order(self) -> bool:
        began, eased = self._when["occurred_at"], self._when["eased_at"]
        return began is None or eased is None or began <= eased

    def _agrees(self, name: str, when: datetime) -> bool:
        """Whether `when` can be true; a time of easing may turn out to be the next morning's."""
        eased = when if name == "eased_at" else self._when["eased_at"]
        began = when if name == "occurred_at" else self._when["occurred_at"]
        if began is None or eased is None or began <= eased:
            return True
        return self._symptoms.eased(self._day, eased.time(), began) >= began

    def _contradiction(self, name: str, wall: time) -> tuple[str, *tuple[Offer, ...]]:
        other = self._when["eased_at" if name == "occurred_at" else "occurred_at"]
        assert other is not None, "one time alone contradicts nothing"
        sentence = (
            self.tr("This is after it eased, at {time}.")
            if name == "occurred_at"
            else self.tr("This is before it began, at {time}.")
        ).format(time=phrases.clock(other))
        meant = wall.replace(hour=(wall.hour + HALF_A_DAY) % (2 * HALF_A_DAY))
        if self._might_be(name, meant):
            return sentence, self._say.did_you_mean(phrases.clock(meant))
        return (sentence,)

    def _might_be(self, name: str, wall: time) -> bool:
        try:
            return self._agrees(name, self._instant(name, wall))
        except NoSuchTime:
            return False
