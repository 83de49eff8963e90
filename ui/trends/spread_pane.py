"""Spread of scores: how often each score was given, and when in the evening the urge to move came."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from legjournal import phrases
from legjournal.charts import onsets, score_counts
from legjournal.charts.sentence_only import HEIGHT, sentence_only
from legjournal.trends.distribution import ONSET, SCORED, OnsetsOfMonth, onsets_by_month
from legjournal.trends.distribution import score_counts as counted
from legjournal.trends.facts import Outcome
from legjournal.trends.outcome_words import outcome_names
from legjournal.trends.period import Period
from ui.trends.picks import DaysPick, Pick, put_above
from ui.trends.reckoned_pane import ReckonedPane
from ui.widgets.chart import Draw
from ui.widgets.scene_painter import LETTERS

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.trends.facts import Facts
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


class SpreadPane(ReckonedPane):
    """One score at a time, or the time of the evening."""

    key: ClassVar[str] = "spread"

    def __init__(
        self, journal: "Journal", runner: "Runner", settings: "Settings", parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, runner, settings, parent)
        self.what = Pick(self.tr("What is looked at"), LONG)
        self.what.offer([*self._scored().items(), (ONSET, self.tr("Time the urge to move came"))])
        self.what.choose(settings.picture_choice(f"{self.key}/what"))
        self.days = DaysPick(settings.picture_choice(f"{self.key}/days"))
        put_above(self.frame, self.what, self.days)
        self.what.picked.connect(self.ask)
        self.days.picked.connect(self.ask)

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("SpreadPane", "Spread of scores")

    def flush(self) -> None:
        super().flush()
        self.settings.choose_of_picture(f"{self.key}/what", str(self.what.key))
        self.settings.choose_of_picture(f"{self.key}/days", self.days.key)

    def _scored(self) -> dict[Outcome, str]:
        return {outcome: name for outcome, name in outcome_names().items() if outcome in SCORED}

    def ask(self) -> None:
        if self.numbers is not None:
            period = self.days.within(self.numbers.whole)
            self.reckoner.ask(partial(_look, self.numbers.facts, str(self.what.key), period))

    def show_found(self, looked: Looked) -> None:
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
