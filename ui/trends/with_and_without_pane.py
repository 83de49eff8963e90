"""With and without: days with something beside days without it, as dots, in numbers and in a sentence."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from legjournal import phrases
from legjournal.charts import with_and_without as chart
from legjournal.charts.sentence_only import HEIGHT, sentence_only
from legjournal.trends.facts import Outcome
from legjournal.trends.interval import interval
from legjournal.trends.known_days import FactorKind
from legjournal.trends.one_question import Asked, Looked, key_of, look
from legjournal.trends.outcome_words import factor_name, outcome_names, when_names
from legjournal.trends.sentences import sureness_in_words
from legjournal.trends.with_and_without import When, times_of
from ui.trends.picks import DaysPick, Pick, put_above
from ui.trends.reckoned_pane import ReckonedPane
from ui.trends.reckoner import Reckoner
from ui.widgets.announce import announce
from ui.widgets.fold import FoldButton
from ui.widgets.label import PlainLabel
from ui.widgets.scene_painter import LETTERS
from ui.widgets.tab_order import put_after

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from ui.runner import Runner
    from ui.settings import Settings

LONG = 28  # letters of a choice
_KEPT = ("factor", "outcome", "when", "days")


class WithAndWithoutPane(ReckonedPane):
    """One question at a time: what, looked at how, and when."""

    key: ClassVar[str] = "with-and-without"

    def __init__(
        self, journal: "Journal", runner: "Runner", settings: "Settings", parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, runner, settings, parent)
        self._looked: Looked | None = None
        factor, outcome, when, days = (settings.picture_choice(f"{self.key}/{name}") for name in _KEPT)
        self._factor = factor
        self.factor = Pick(self.tr("With and without"), LONG)
        self.outcome = Pick(self.tr("What is looked at"), LONG)
        self.when = Pick(self.tr("When"))
        self.days = DaysPick(days)
        self.sure = PlainLabel(" ", wraps=True)
        self.how_sure = FoldButton(self.tr("How sure is this?"), self.sure)
        self._sureness = Reckoner(self)
        self.outcome.offer(outcome_names().items())
        self.outcome.choose(outcome)
        self._offer_times()
        self.when.choose(when)
        self._lay_out()
        self._connect_signals()

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("WithAndWithoutPane", "With and without")

    @property
    def idle(self) -> bool:
        return super().idle and self._sureness.idle

    def flush(self) -> None:
        """Remember the question, but no word that a person wrote."""
        super().flush()
        word = self._looked is None or self._looked.comparison.question.factor.kind is FactorKind.WORD
        kept = ("" if word else self._factor, self.outcome.key, self.when.key, self.days.key)
        for name, chosen in zip(_KEPT, kept, strict=True):
            self.settings.choose_of_picture(f"{self.key}/{name}", str(chosen))

    def _lay_out(self) -> None:
        put_above(self.frame, self.factor, self.outcome, self.when, self.days)
        tools = self.frame.body.count() - 1
        self.frame.body.insertWidget(tools, self.how_sure)
        self.frame.body.insertWidget(tools + 1, self.sure)
        put_after(self.frame.table, self.how_sure)

    def _connect_signals(self) -> None:
        self.factor.picked.connect(self._on_factor)
        self.outcome.picked.connect(self._on_outcome)
        self.when.picked.connect(self.ask)
        self.days.picked.connect(self.ask)
        self.how_sure.toggled.connect(self._ask_how_sure)
        self._sureness.came.connect(self._on_sureness)

    def _offer_times(self) -> None:
        names = when_names()
        self.when.offer((when, names[when]) for when in times_of(Outcome(self.outcome.key)))

    def _on_factor(self) -> None:
        self._factor = self.factor.key
        self.ask()

    def _on_outcome(self) -> None:
        self._offer_times()
        self.ask()

    def ask(self) -> None:
        if self.numbers is None:
            return
        asked = Asked(
            factor=self._factor,
            outcome=Outcome(self.outcome.key),
            when=When(self.when.key),
            period=self.days.within(self.numbers.whole),
        )
        self.reckoner.ask(partial(look, self.numbers.facts, asked))

    def show_found(self, looked: Looked | None) -> None:
        self._looked = looked
        if looked is None:
            self._show_nothing()
        else:
            self._show(looked)

    def _show(self, looked: Looked) -> None:
        assert self.numbers is not None
        question = looked.comparison.question
        self.factor.offer((key_of(one), factor_name(one)) for one in looked.factors)
        self._factor = key_of(question.factor)
        self.factor.choose(self._factor)
        period = self.days.within(self.numbers.whole)
        self.frame.show_picture(
            chart.title(question),
            phrases.span(period.first, period.last),
            partial(chart.draw, looked.comparison, looked.answers),
            LETTERS * chart.height(looked.comparison, looked.answers),
            {
                "factor": self._factor,
                "outcome": question.outcome.value,
                "when": question.when.value,
                "days": self.days.key,
            },
            newest_first=False,
        )
        enough = looked.comparison.is_enough
        self.how_sure.setVisible(enough)
        self.sure.setVisible(enough and self.how_sure.isChecked())
        self._ask_how_sure()

    def _show_nothing(self) -> None:
        self.how_sure.hide()
        self.sure.hide()
        words = self.tr(
            "Nothing is recorded yet that was there on some days and not on others. What you press under "
            "“What may have mattered”, sessions, treatments and medicines can be compared here."
        )
        nothing = partial(sentence_only, self.tr("Nothing to compare yet."), words)
        self.frame.show_picture(self.title(), "", nothing, HEIGHT)

    def _ask_how_sure(self) -> None:
        looked = self._looked
        if looked is not None and looked.comparison.is_enough and self.how_sure.isChecked():
            self.sure.setText(self.tr("One moment."))
            self._sureness.ask(partial(_sureness, looked))

    def _on_sureness(self, found: tuple[Looked, str]) -> None:
        looked, words = found
        if looked is self._looked:
            self.sure.setText(words)
            announce(self.sure, words)


def _sureness(looked: Looked) -> tuple[Looked, str]:
    return looked, sureness_in_words(looked.comparison, interval(looked.answers))
