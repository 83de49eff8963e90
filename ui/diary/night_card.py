"""Last night: the facts of a sleep diary, checked as they are typed, with what they come to."""

from datetime import time, timedelta
from functools import cached_property
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from legjournal import phrases, sleep
from ui.diary.night_bar import NightBar
from ui.diary.night_fields import clock_fields, night_fields
from ui.diary.night_words import Sayings
from ui.diary.noted import NotedInNight
from ui.diary.reading import LIKELY, NightReader, Reading, as_night
from ui.diary.sheet import Sheet
from ui.diary.usual_bar import UsualBar
from ui.widgets.columns import ColumnsLayout
from ui.widgets.figures import Figures
from ui.widgets.label import PlainLabel, Size
from ui.widgets.measure import line_height
from ui.widgets.question import Question
from ui.widgets.section import Section
from ui.widgets.tab_order import put_after, stops
from ui.widgets.yes_no import YesNoRow

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.storage.history import Changed
    from ui.diary.night_rest import NightRest
    from ui.diary.usual_dialog import UsualTimesDialog
    from ui.runner import Runner

NARROW = 46  # heights of the text: below it what stands side by side stands one above the other
NOT_FIELDS = ("quality", "had_to_walk_about", "note")  # answers that are not typed into a field
AFTER_SLEEP = (
    "wakings",
    "woken_by_legs",
    "minutes_awake",
    "final_waking",
    "minutes_trying_to_sleep_again",
)  # what a night without sleep does not have


class NightCard(Section):
    """The night that ended on one morning, and the naps of the day.

    What is typed in a field and is not an answer is kept as a draft.
    """

    tables = frozenset({"night", "awakening", "nap", "draft"})

    def __init__(self, journal: "Journal", runner: "Runner") -> None:
        super().__init__(journal, runner, self.tr("Last night"), " ")
        self._shown = self.date  # the day the fields are filled for
        self._answers: dict[str, Any] = dict.fromkeys(NOT_FIELDS)  # as they were last shown or given
        self._say = Sayings(self)
        self._reader = NightReader(journal.nights, self._say)
        clocks = clock_fields()
        self.fields = night_fields(clocks)
        self.sheet = Sheet(self.fields, self._reader.read, self)
        self.usual = UsualBar(clocks)
        self._asked = Question(self.tr("How was the sleep?"), self.tr("very bad"), self.tr("very good"))
        self.quality = self._asked.scores
        self.walked = YesNoRow(self.tr("Had to walk about?"))
        self.bar = NightBar(journal.clock)
        self.figures = Figures(most=4)
        self.noted = NotedInNight()
        self._lay_out()
        self._connect_signals()

    def show_stored(self) -> None:
        """Show what is stored about the night, and what was typed but is not an answer.

        On the day in sight a field that is being typed in is left alone.
        """
        again, self._shown = self._shown == self.date, self.date
        night = self._stored()
        self._reader.day = self.date
        self.aside.setText(self._from_evening_to_morning())
        self.sheet.show(night, self.journal.drafts.under(self._draft_place), again=again)
        self._answers = {name: night[name] for name in NOT_FIELDS}
        self.quality.show_score(night["quality"])
        self.walked.show_answer(night["had_to_walk_about"])
        self._show_noted()
        if "rest" in self.__dict__:
            self._show_rest(self.rest, again=again)

    def follow(self, changed: "Changed") -> None:
        """After undo the file says something else than the card; after typing they agree already."""
        night = "night" in changed.tables and self.date in changed.days
        if "draft" in changed.tables or (night and self._stored() != {**self.sheet.stored, **self._answers}):
            self.show_stored()
        elif changed.tables & {"nap", "awakening"} and self.date in changed.days:
            self.rest.naps.show_day(self.date)
            self._show_noted()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if "rest" not in self.__dict__:
            # At the start the night can be typed while what lies below its figures is still being made.
            QTimer.singleShot(0, self, self._on_first_shown)

    def flush(self) -> None:
        """Hand over what is being typed."""
        self.sheet.flush()
        if "rest" in self.__dict__:
            self.rest.flush()

    def arrange(self, width: int) -> None:
        """Put side by side, or one above the other, what belongs together."""
        narrow = width < NARROW * line_height()
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self.head.setDirection(down if narrow else across)
        self._questions.setDirection(down if narrow else across)

    @cached_property
    def rest(self) -> "NightRest":
        """What stands below the figures."""
        from ui.diary.night_rest import NightRest

        rest = NightRest(self.journal, self.store, self._say)
        self.body.addWidget(rest)
        put_after(stops(self.walked)[-1], rest)
        rest.note.written.connect(self._on_note)
        rest.no_sleep.clicked.connect(self._on_no_sleep)
        self._show_rest(rest, again=False)
        return rest

    @property
    def _draft_place(self) -> str:
        return f"night/{self.date}/"

    def _show_noted(self) -> None:
        notes = self.journal.awakenings.in_night(self.date)
        self.noted.show_notes(notes)
        put_after(stops(self.walked)[-1], self.noted)
        self.bar.show_awakenings([(note.awake_since or note.noted_at, note.noted_at) for note in notes])

    def _stored(self) -> dict[str, Any]:
        night = self.journal.nights.ending_on(self.date)
        return {name: getattr(night, name, None) for name in (*self.fields, *NOT_FIELDS)}

    def _from_evening_to_morning(self) -> str:
        before = self.date - timedelta(days=1)
        words = self.tr("{evening} evening to this morning").format(
            evening=phrases.weekdays()[before.weekday()]
        )
        evening, midday = self.journal.clock.at(before, time(18)), self.journal.clock.at(self.date, time(12))
        hours = (midday - evening) // timedelta(hours=1)
        if hours == 18:
            return words
        went = self.tr("the clocks went back") if hours > 18 else self.tr("the clocks went forward")
        return f"{words}, {went}"

    def _connect_signals(self) -> None:
        self.sheet.answered.connect(self._on_answered)
        self.sheet.drafted.connect(self._on_drafted)
        self.sheet.read.connect(self._on_read)
        self.quality.answered.connect(self._on_quality)
        self.walked.answered.connect(self._on_walked)
        self.noted.removed.connect(self._on_note_removed)
        self.usual.fill_requested.connect(self._on_fill)
        self.usual.choose_requested.connect(self._on_choose)
        self.usual.confirmed.connect(self._on_confirmed)

    def _on_first_shown(self) -> None:
        if self.isVisible():  # else the journal was closed or locked meanwhile
            self.rest.show()

    def _show_rest(self, rest: "NightRest", *, again: bool) -> None:
        rest.show_note(self._answers["note"] or "", again=again)
        rest.naps.show_day(self.date)

    def _on_answered(self, answers: dict[str, Any]) -> None:
        self.store(self.journal.nights.record, self.date, **answers)

    def _on_drafted(self, name: str, typed: str | None) -> None:
        self.store(self.journal.drafts.keep, self._draft_place + name, typed)

    def _on_read(self, readings: dict[str, Reading]) -> None:
        night = as_night(readings)
        figures = self._say.figures(sleep.figures(night), night)
        self.figures.show_figures(figures, self._say.formula())
        self.figures.setVisible(bool(figures))
        self.bar.show_night(night, self.date, ", ".join(f"{number} {words}" for number, words in figures))
        self.usual.follow()

    def _on_quality(self, score: int | None) -> None:
        self._answer("quality", score)

    def _on_walked(self, walked: bool | None) -> None:
        self._answer("had_to_walk_about", walked)

    def _on_note(self, words: str) -> None:
        self._answer("note", words or None)

    def _on_note_removed(self, awakening_id: str) -> None:
        self.store(self.journal.awakenings.remove, awakening_id)

    def _answer(self, name: str, value: Any) -> None:
        self._answers[name] = value
        self.store(self.journal.nights.record, self.date, **{name: value})

    def _on_no_sleep(self) -> None:
        """All the time from trying to getting up was time to fall asleep (`sleep` says why)."""
        for name in ("tried_to_sleep", "got_out_of_bed"):
            if self.sheet.stored[name] is None:
                self.fields[name].explain(self._say.needed_first())
                self.fields[name].setFocus()
                return
        awake = sleep.all_awake(cast("sleep.NightTimes", SimpleNamespace(**self.sheet.stored)))
        self.sheet.fill({"minutes_to_fall_asleep": str(awake), **dict.fromkeys(AFTER_SLEEP, "")})

    def _on_fill(self) -> None:
        self.runner.when_still(self._fill_usual)

    def _on_choose(self) -> None:
        self.runner.when_still(self._choose_usual)

    def _fill_usual(self) -> None:
        if not self.usual.fill(self.journal.usual_times.chosen()):
            self._choose_usual().kept.connect(self.usual.fill)

    def _choose_usual(self) -> "UsualTimesDialog":
        from ui.diary.usual_dialog import UsualTimesDialog

        chosen = self.journal.usual_times.chosen()
        tonight = {
            name: value.time() for name, value in self.sheet.stored.items() if name in LIKELY and value
        }
        shown = {name: phrases.clock(wall) for name, wall in (tonight | chosen).items()}
        dialog = UsualTimesDialog(self.journal, self.runner, shown, self.window())
        dialog.open()
        return dialog

    def _on_confirmed(self, names: list[str]) -> None:
        self.sheet.take(names)
        empty = [field for field in self.fields.values() if not field.entry.text()]
        (empty[0] if empty else self.quality).setFocus()

    def _lay_out(self) -> None:
        self.head.addWidget(self.usual)
        grid = ColumnsLayout(letters=9.4, most=4, spacing=16)
        for field in self.fields.values():
            grid.addWidget(field)
        self.body.addLayout(grid)
        self._questions = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._questions.setSpacing(24)
        walked = QVBoxLayout()
        walked.setSpacing(4)
        walked.addWidget(PlainLabel(self.tr("Had to walk about?"), Size.LABEL))
        walked.addWidget(self.walked)
        walked.addStretch()
        self._questions.addWidget(self._asked)
        self._questions.addLayout(walked, 1)
        self.body.addLayout(self._questions)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.figures)
        self.body.addWidget(self.noted)
