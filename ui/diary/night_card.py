"""Last night: the facts of a sleep diary, checked as they are typed, with what they come to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from legjournal import phrases, sleep
from legjournal.clock import NoSuchTime
from legjournal.phrases import Likely
from ui.diary.night_bar import NightBar
from ui.diary.night_words import Sayings
from ui.diary.section import Section
from ui.widgets.columns import ColumnsLayout
from ui.widgets.field import ClockField, Field, NumberField
from ui.widgets.figures import Figures
from ui.widgets.label import PlainLabel, Size
from ui.widgets.score_row import ScoreRow

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.models.nights import Night
    from legjournal.storage.history import Changed
    from ui.runner import Runner

LIKELY = {
    "got_into_bed": Likely.EVENING,
    "tried_to_sleep": Likely.EVENING,
    "final_waking": Likely.MORNING,
    "got_out_of_bed": Likely.MORNING,
}
MOST = {"minutes_to_fall_asleep": 960, "wakings": 99, "woken_by_legs": 99, "minutes_awake": 960}


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands in one field: an answer, none, or words that are not an answer with the reason why."""

    value: datetime | int | None = None
    typed: str | None = None  # kept as a draft when it is not an answer
    why: str = ""


class NightCard(Section):
    """The night that ended on one morning.

    What is typed in a field and is not an answer is kept as a draft.
    """

    tables = frozenset({"night", "draft"})

    def __init__(self, journal: "Journal", runner: "Runner") -> None:
        super().__init__(journal, runner, self.tr("Last night"), " ")
        self._shown = self.date  # the day the fields are filled for
        self._say = Sayings(self)
        self._stored: dict[str, Any] = {}
        self._drafts: dict[str, str] = {}
        self.fields = self._make_fields()
        grid = ColumnsLayout(letters=9.4, most=4, spacing=16)
        for name, field in self.fields.items():
            grid.addWidget(field)
            field.entry.setObjectName(name)
            field.entry.paused.connect(self._on_paused)
            field.entry.left.connect(self._on_left)
        self.body.addLayout(grid)
        self.quality = ScoreRow(self.tr("How was the sleep?"), self.tr("very bad"), self.tr("very good"))
        self.body.addWidget(PlainLabel(self.tr("How was the sleep?"), Size.LABEL))
        self.body.addWidget(self.quality)
        self.bar = NightBar()
        self.figures = Figures(most=4)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.figures)
        self.quality.answered.connect(self._on_quality)

    def show_stored(self) -> None:
        """Show what is stored about the night, and what was typed but is not an answer.

        On the day in sight a field that is being typed in is left alone.
        """
        night = self.journal.nights.ending_on(self.date)
        typing = self._shown == self.date and any(field.entry.isModified() for field in self.fields.values())
        self._shown = self.date
        self._drafts = self.journal.drafts.under(self._draft_place)
        evening = phrases.weekdays()[(self.date - timedelta(days=1)).weekday()]
        self.aside.setText(self.tr("{evening} evening to this morning").format(evening=evening))
        for name, field in self.fields.items():
            value = getattr(night, name) if night else None
            self._stored[name] = value
            if typing and field.entry.isModified():
                continue
            shown = self._drafts.get(name, _written(value))
            if field.entry.text() != shown:
                field.entry.setText(shown)
            field.entry.setModified(False)
        self.quality.show_score(night.quality if night else None)
        self._show_result(blame=None, explain=not typing)

    def follow(self, changed: "Changed") -> None:
        """After undo the file says something else than the card; after typing they agree already."""
        night = "night" in changed.tables and self.date in changed.days
        if "draft" in changed.tables or (
            night and not self._agrees_with(self.journal.nights.ending_on(self.date))
        ):
            self.show_stored()

    def flush(self) -> None:
        """Hand over what is typed in the field one is in."""
        focused = next((name for name, field in self.fields.items() if field.entry.hasFocus()), None)
        if focused is not None and self.fields[focused].entry.isModified():
            self._commit(focused)

    @property
    def _draft_place(self) -> str:
        return f"night/{self.date}/"

    def _agrees_with(self, night: "Night | None") -> bool:
        """Whether the card shows what is stored, apart from what is just being typed."""
        if any(field.entry.isModified() for field in self.fields.values()):
            return True
        quality = night.quality if night else None
        stored = {name: getattr(night, name) if night else None for name in self.fields}
        return stored == self._stored and quality == self.quality.score

    def _make_fields(self) -> dict[str, Field]:
        bed, minutes = self.tr("for example 10.30pm"), self.tr("for example 45")
        return {
            "got_into_bed": ClockField(self.tr("Got into bed"), Likely.EVENING, bed),
            "tried_to_sleep": ClockField(
                self.tr("Tried to sleep"), Likely.EVENING, self.tr("for example 11pm")
            ),
            "minutes_to_fall_asleep": NumberField(self.tr("Minutes to fall asleep"), minutes),
            "wakings": NumberField(self.tr("Times awake")),
            "woken_by_legs": NumberField(self.tr("Times woken by the legs")),
            "minutes_awake": NumberField(self.tr("Minutes awake in the night")),
            "final_waking": ClockField(self.tr("Last woke"), Likely.MORNING, self.tr("for example 6.30am")),
            "got_out_of_bed": ClockField(self.tr("Got up"), Likely.MORNING, self.tr("for example 7am")),
        }

    def _on_paused(self) -> None:
        self._take(self.sender().objectName(), explain=False)

    def _on_left(self) -> None:
        self._commit(self.sender().objectName())

    def _on_quality(self, score: int | None) -> None:
        self._answer(quality=score)

    def _commit(self, name: str) -> None:
        entry = self.fields[name].entry
        if not entry.isModified():
            return
        entry.setModified(False)
        self._take(name, explain=True)

    def _take(self, edited: str, *, explain: bool) -> None:
        """Read every field, store what can be true, keep the rest as drafts."""
        readings = self._show_result(blame=edited, explain=explain)
        changes = {
            name: reading.value for name, reading in readings.items() if reading.value != self._stored[name]
        }
        for name, reading in readings.items():
            if reading.typed != self._drafts.get(name):
                self._keep_draft(name, reading.typed)
        if changes:
            self._stored.update(changes)
            self._answer(**changes)

    def _keep_draft(self, name: str, typed: str | None) -> None:
        if typed is None:
            self._drafts.pop(name, None)
        else:
            self._drafts[name] = typed
        self.store(self.journal.drafts.keep, self._draft_place + name, typed)

    def _answer(self, **answers: Any) -> None:
        self.store(self.journal.nights.record, self.date, **answers)

    def _show_result(self, blame: str | None, *, explain: bool) -> dict[str, Reading]:
        """Show each answer as it was understood, each fault beside its field, and the figures."""
        readings = self._without_contradictions(blame)
        for name, reading in readings.items():
            field = self.fields[name]
            if explain:
                field.explain(reading.why)
                if reading.typed is None and not (field.entry.hasFocus() and name != blame):
                    field.entry.setText(_written(reading.value))
        night = SimpleNamespace(**{name: reading.value for name, reading in readings.items()})
        night.minutes_trying_to_sleep_again = None
        known = cast(sleep.NightTimes, night)
        figures = self._say.figures(sleep.figures(known), known)
        self.figures.show_figures(figures, self._say.formula())
        self.bar.show_night(known, self.date, ", ".join(f"{number} {words}" for number, words in figures))
        return readings

    def _without_contradictions(self, blame: str | None) -> dict[str, Reading]:
        readings = {name: self._read(name) for name in self.fields}
        suspects = [*([blame] if blame else []), *self._drafts]
        while found := sleep.faults(_night_of(readings)):
            fault = found[0]
            guilty = next((name for name in suspects if name in fault.fields), fault.fields[-1])
            readings[guilty] = Reading(
                typed=self.fields[guilty].entry.text(),
                why=self._say.fault(fault, guilty, readings, self._meant(guilty, readings)),
            )
        return readings

    def _meant(self, guilty: str, readings: dict[str, Reading]) -> datetime | None:
        """The same clock time in the other half of the day, if that would put everything right."""
        value = readings[guilty].value
        if not isinstance(value, datetime):
            return None
        try:
            other = self.journal.nights.time_of_night(self.date, time((value.hour + 12) % 24, value.minute))
        except NoSuchTime:
            return None
        return None if sleep.faults(_night_of({**readings, guilty: Reading(other)})) else other

    def _read(self, name: str) -> Reading:
        typed = self.fields[name].entry.text().strip()
        if not typed:
            return Reading()
        if name in MOST:
            number = phrases.read_number(typed)
            if number is None or number > MOST[name]:
                return Reading(typed=typed, why=self._say.not_a_number(MOST[name]))
            return Reading(number)
        wall = phrases.read_clock(typed, LIKELY[name])
        if wall is None:
            return Reading(typed=typed, why=self._say.not_a_time())
        try:
            return Reading(self.journal.nights.time_of_night(self.date, wall))
        except NoSuchTime:
            return Reading(typed=typed, why=self._say.no_such_time())


def _night_of(readings: Mapping[str, Reading]) -> sleep.NightTimes:
    values = {name: reading.value for name, reading in readings.items()}
    return cast(sleep.NightTimes, SimpleNamespace(**values, minutes_trying_to_sleep_again=None))


def _written(value: datetime | int | None) -> str:
    if value is None:
        return ""
    return phrases.clock(value) if isinstance(value, datetime) else str(value)
