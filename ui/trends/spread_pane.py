"""Spread of scores: how often each score was given, and when in the evening the urge to move came."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legjournal import phrases
from legjournal.charts import onsets, score_counts
from legjournal.charts.sentence_only import HEIGHT, sentence_only
from legjournal.trends.distribution import ONSET, SCORED, OnsetsOfMonth, onsets_by_month
from legjournal.trends.distribution import score_counts as counted
from legjournal.trends.facts import Outcome
from legjournal.trends.outcome_words import outcome_names
from legjournal.trends.period import Period
from ui.trends.chart_frame import ChartFrame
from ui.trends.pane import Pane
from ui.trends.picks import DaysPick, Pick, put_above
from ui.trends.reckoner import Reckoner
from ui.widgets.chart import Draw
from ui.widgets.scene_painter import LETTERS

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.storage.history import Changed
    from legjournal.trends.facts import Facts
    from legjournal.trends.numbers import Numbers
    from ui.runner import Runner
    from ui.settings import Settings

LONG = 34  # letters of a choice


@dataclass(frozen=True, slots=True)
class Counts:
    """On how many days each score was given."""

    outcome: Outcome
    days: Sequence[int]


@dataclass(frozen=True, slots=True)
class Looked:
    """What was asked for, and what there is of it."""

    what: str
    period: Period
    found: Counts | Sequence[OnsetsOfMonth]


class SpreadPane(Pane):
    """One score at a time, or the time of the evening."""

    key: ClassVar[str] = "spread"

    def __init__(
        self, journal: "Journal", runner: "Runner", settings: "Settings", parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, runner, settings, parent)
        self._numbers: Numbers | None = None
        self.frame = ChartFrame(self.key, self.title(), journal, runner, settings)
        self.what = Pick(self.tr("What is looked at"), LONG)
        self.what.offer([*self._scored().items(), (ONSET, self.tr("Time the urge to move came"))])
        self.what.choose(settings.picture_choice(f"{self.key}/what"))
        self.days = DaysPick(settings.picture_choice(f"{self.key}/days"))
        self._picture = Reckoner(self)
        put_above(self.frame, self.what, self.days)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self.what.picked.connect(self._ask)
        self.days.picked.connect(self._ask)
        self._picture.came.connect(self._on_looked)
        runner.when_still(self.frame.show_stored)

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("SpreadPane", "Spread of scores")

    @property
    def idle(self) -> bool:
        """Whether everything asked for is in sight."""
        return self._picture.idle

    def show_numbers(self, numbers: "Numbers") -> None:
        self._numbers = numbers
        self._ask()

    def follow(self, changed: "Changed") -> None:
        if "preference" in changed.tables:
            self.runner.when_still(self.frame.show_stored)

    def flush(self) -> None:
        self.frame.flush()
        self.settings.choose_of_picture(f"{self.key}/what", str(self.what.key))
        self.settings.choose_of_picture(f"{self.key}/days", self.days.key)

    def take_focus(self) -> None:
        self.frame.take_focus()

    def _scored(self) -> dict[Outcome, str]:
        return {outcome: name for outcome, name in outcome_names().items() if outcome in SCORED}

    def _ask(self) -> None:
        if self._numbers is not None:
            period = self.days.within(self._numbers.whole)
            self._picture.ask(partial(_look, self._numbers.facts, str(self.what.key), period))

    def _on_looked(self, looked: Looked) -> None:
        if isinstance(looked.found, Counts):
            title, draw, lines = self._counts(looked.found)
        else:
            title, draw, lines = self._onsets(looked.found)
        self.frame.show_picture(
            title,
            phrases.span(looked.period.first, looked.period.last),
            draw,
            lines,
            {"what": looked.what, "days": self.days.key},
            newest_first=looked.what == ONSET,
        )

    def _counts(self, counts: Counts) -> tuple[str, Draw, float]:
        draw = partial(score_counts.draw, counts.days, counts.outcome)
        return score_counts.title(counts.outcome), draw, LETTERS * score_counts.HEIGHT

    def _onsets(self, months: Sequence[OnsetsOfMonth]) -> tuple[str, Draw, float]:
        if months:
            return onsets.title(), partial(onsets.draw, months), LETTERS * onsets.HEIGHT
        words = self.tr(
            "In these days no urge to move has a time. Where you score it, you can also say when it began."
        )
        return onsets.title(), partial(sentence_only, self.tr("No time to draw yet."), words), HEIGHT


def _look(facts: "Facts", what: str, period: Period) -> Looked:
    if what == ONSET:
        return Looked(what, period, onsets_by_month(facts, period))
    outcome = Outcome(what)
    return Looked(what, period, Counts(outcome, counted(facts, outcome, period)))
