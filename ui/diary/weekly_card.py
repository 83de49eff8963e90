"""The weekly check: three questions about the last seven days, and what the person wants to be able to do."""

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout

from legjournal.limits import NAME_LIMIT
from legjournal.weekly import MOST_ACTIVITIES
from ui.diary.activity_row import ActivityRow
from ui.widgets.adder import Adder
from ui.widgets.buttons import compact
from ui.widgets.card import rule
from ui.widgets.label import PlainLabel, Size
from ui.widgets.question import Question
from ui.widgets.rows import drop_rows, put_row
from ui.widgets.section import Section

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.storage.history import Changed
    from legjournal.weekly import Followed
    from ui.runner import Runner

DRAFTS = "activity/"  # where typing about the activities is kept


class WeeklyCard(Section):
    """The check of one day; only there when it is due, when it was filled in, or when it is asked for.

    Our own words throughout: the published scales are licensed.
    """

    tables = frozenset({"weekly_check", "activity", "activity_score"})

    def __init__(self, journal: "Journal", runner: "Runner") -> None:
        super().__init__(journal, runner, self.tr("Weekly check"), " ")
        self._asked = False
        self._offered = True
        self.skip = compact(self.tr("Not this week"), changes=True)
        self.head.addWidget(self.skip)
        self.questions = self._make_questions()
        self.activities: dict[str, ActivityRow] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(14)
        self.adder = Adder(
            self.tr("Add one of your own, up to three"),
            self.tr("for example sit through a film"),
            NAME_LIMIT,
        )
        for name, question in self.questions.items():
            self.body.addWidget(question)
            question.scores.setObjectName(name)
            question.scores.answered.connect(self._on_score)
        self.body.addWidget(rule())
        self.body.addWidget(PlainLabel(self.tr("What you want to be able to do"), Size.STRONG, wraps=True))
        self.body.addLayout(self._list)
        self.body.addWidget(self.adder)
        self.skip.clicked.connect(self._on_skip)
        self.adder.added.connect(self._on_added)
        self.adder.drafted.connect(self._on_drafted)

    def show_day(self, day: date) -> None:
        self._asked = False
        super().show_day(day)

    def show_stored(self) -> None:
        """Show the check, or nothing where there is none to show."""
        weekly = self.journal.weekly
        sheet = weekly.sheet(self.date)
        due = self.date == self.journal.clock.today() and weekly.is_due(self.date)
        wanted = self._asked or (self._offered and (due or sheet.is_filled))
        self.setVisible(wanted)
        if not wanted:
            return
        self.skip.setVisible(due and not sheet.is_filled)
        self.aside.setText("" if self.skip.isVisibleTo(self) else self.tr("all of it optional"))
        for name, question in self.questions.items():
            question.scores.show_score(sheet.answers[name])
        self._show_activities(sheet.activities)
        self.adder.show_draft(self.journal.drafts.under(self._draft_place).get("activity"))

    def follow(self, changed: "Changed") -> None:
        """An activity belongs to no day."""
        super().follow(changed)
        if "activity" in changed.tables:
            self.show_stored()

    def flush(self) -> None:
        self.adder.flush()
        for row in self.activities.values():
            row.flush()

    def offer(self, *, offered: bool) -> None:
        """Whether it may be there without being asked for."""
        if offered != self._offered:
            self._offered = offered
            self.show_stored()

    def ask(self) -> None:
        """Be there, due or not, with the keyboard where the answers begin."""
        self._asked = True
        self.show_stored()
        self.questions["average_pain"].scores.setFocus()

    @property
    def _draft_place(self) -> str:
        return f"day/{self.date}/"

    def _make_questions(self) -> dict[str, Question]:
        return {
            "average_pain": Question(
                self.tr("The last 7 days, all in all: how strong was the pain in your legs?"),
                self.tr("no pain"),
                self.tr("worst I can imagine"),
            ),
            "enjoyment": Question(
                self.tr("How much did your legs spoil what you like doing?"),
                self.tr("not at all"),
                self.tr("completely"),
            ),
            "everyday_activities": Question(
                self.tr("How much did your legs hold up everyday jobs, such as shopping or housework?"),
                self.tr("not at all"),
                self.tr("could not do them"),
            ),
        }

    def _show_activities(self, activities: "tuple[Followed, ...]") -> None:
        drop_rows(self._list, self.activities, {activity.id for activity in activities})
        drafts = self.journal.drafts.under(DRAFTS)
        for place, activity in enumerate(activities):
            draft = drafts.get(f"{activity.id}/name")
            self._row(activity, place).show_activity(activity, self.date, draft)
        self.adder.setVisible(sum(not activity.ended for activity in activities) < MOST_ACTIVITIES)

    def _row(self, activity: "Followed", place: int) -> ActivityRow:
        if activity.id not in self.activities:
            row = ActivityRow(activity)
            row.scored.connect(self._on_activity_scored)
            row.changed.connect(self._on_activity_changed)
            row.drafted.connect(self._on_name_drafted)
            self.activities[activity.id] = row
            put_row(self._list, row, place, last=self.adder)
        return self.activities[activity.id]

    def _on_score(self, score: int | None) -> None:
        self.store(self.journal.weekly.record, self.date, **{self.sender().objectName(): score})

    def _on_skip(self) -> None:
        self.store(self.journal.weekly.skip, self.date)

    def _on_added(self, name: str) -> None:
        self.store(self.journal.weekly.follow, self.date, name)

    def _on_drafted(self, typed: str | None) -> None:
        self.store(self.journal.drafts.keep, self._draft_place + "activity", typed)

    def _on_activity_scored(self, activity_id: str, score: int | None) -> None:
        self.store(self.journal.weekly.score, self.date, activity_id, score)

    def _on_activity_changed(self, activity_id: str, answers: dict[str, Any]) -> None:
        self.store(self.journal.weekly.change_activity, activity_id, **answers)

    def _on_name_drafted(self, activity_id: str, typed: str | None) -> None:
        self.store(self.journal.drafts.keep, f"{DRAFTS}{activity_id}/name", typed)
