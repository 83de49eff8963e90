"""Courses: the two weeks before a therapy, a medicine or a plan, the time of it, and the two weeks after."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from legjournal.charts import around as chart
from legjournal.charts.sentence_only import HEIGHT, sentence_only
from legjournal.trends.course_words import name_of, when_of
from legjournal.trends.courses import Course
from legjournal.trends.facts import Outcome
from legjournal.trends.one_course import Around, key_of, look_around
from legjournal.trends.outcome_words import outcome_names
from ui.trends.picks import Pick, put_above
from ui.trends.reckoned_pane import ReckonedPane
from ui.widgets.scene_painter import LETTERS

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from ui.runner import Runner
    from ui.settings import Settings

LONG = 46  # letters of a choice


class CoursesPane(ReckonedPane):
    """One course and one outcome at a time; the table has them all."""

    key: ClassVar[str] = "courses"

    def __init__(
        self, journal: "Journal", runner: "Runner", settings: "Settings", parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, runner, settings, parent)
        self._course = settings.picture_choice(f"{self.key}/course")
        self.course = Pick(self.tr("Before, during and after"), LONG)
        self.outcome = Pick(self.tr("What is looked at"))
        self.outcome.offer(outcome_names().items())
        self.outcome.choose(settings.picture_choice(f"{self.key}/outcome"))
        put_above(self.frame, self.course, self.outcome)
        self._connect_signals()

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("CoursesPane", "Courses")

    def flush(self) -> None:
        """Remember what was chosen: kind and days, and no word that a person wrote."""
        super().flush()
        self.settings.choose_of_picture(f"{self.key}/course", self._course)
        self.settings.choose_of_picture(f"{self.key}/outcome", str(self.outcome.key))

    def _connect_signals(self) -> None:
        self.course.picked.connect(self._on_course)
        self.outcome.picked.connect(self.ask)

    def _on_course(self) -> None:
        self._course = self.course.key
        self.ask()

    def ask(self) -> None:
        if self.numbers is not None:
            outcome = Outcome(self.outcome.key)
            self.reckoner.ask(partial(look_around, self.numbers.facts, self._course, outcome))

    def show_found(self, around: Around | None) -> None:
        if around is None:
            self._show_nothing()
        else:
            self._show(around)

    def _show(self, around: Around) -> None:
        self.course.offer((key_of(one), self._choice(one)) for one in around.courses)
        self._course = key_of(around.course)
        self.course.choose(self._course)
        self.frame.show_picture(
            chart.title(around),
            when_of(around.course),
            partial(chart.draw, around),
            LETTERS * chart.height(around),
            {"course": self._course, "outcome": around.outcome.value},
            newest_first=False,
        )

    def _choice(self, course: Course) -> str:
        return self.tr("{course}, {when}").format(course=name_of(course), when=when_of(course))

    def _show_nothing(self) -> None:
        words = self.tr(
            "A treatment, a medicine or a plan of exercises with the day it began is shown here, with the "
            "two weeks before it and after it."
        )
        nothing = partial(sentence_only, self.tr("No course has a beginning yet."), words)
        self.frame.show_picture(self.title(), "", nothing, HEIGHT)
