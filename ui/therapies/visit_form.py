"""The form of one visit: its day, what it cost, the legs before and after, a note."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from legjournal import phrases
from ui.therapies.sayings import short_name
from ui.widgets.buttons import compact
from ui.widgets.columns import ColumnsLayout
from ui.widgets.day_field import DayField
from ui.widgets.field import Entry, Field, NoteField
from ui.widgets.form import Form
from ui.widgets.label import Size, TypedLabel
from ui.widgets.question import Question
from ui.widgets.reading import Reading

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.models.therapies import TherapyCourse, TherapySession
    from legjournal.storage.history import Changed
    from ui.runner import Runner


class VisitForm(Form):
    """Extends Form: a visit of a course. visit: the one to change, or None for a new one."""

    def __init__(
        self,
        course: "TherapyCourse",
        visit: "TherapySession | None",
        journal: "Journal",
        runner: "Runner",
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("Change a visit") if visit else self.tr("Add a visit")
        # A new visit is of its course: two half-typed ones do not get into each other's way.
        place = f"therapy_session/{visit.id}/form/" if visit else f"therapy_course/{course.id}/visit/"
        super().__init__(title, journal, runner, place, parent)
        self._course = course
        self._visit = visit
        self.body.addWidget(TypedLabel(short_name(course), Size.STRONG))
        self._make_fields()
        fields: dict[str, QWidget] = {
            "date": self.date,
            "cost": self.cost,
            "before": self.before,
            "after": self.after,
            "note": self.note_field,
        }
        self.begin(fields, self.tr("Write it down"))
        self._show_scores()
        self.go_on_with_note("note", self.note_field, (visit.note or "") if visit else "")
        if visit is None:
            self._offer_price()
        else:
            day = phrases.day(visit.date)
            self.offer_to_remove(
                self.tr("Remove the visit of {day}").format(day=day),
                partial(journal.therapies.remove, visit.id, keeps_course=True),
                self.tr("The visit of {day} was removed.").format(day=day),
            )

    def read(self, reading: Reading) -> dict[str, Any]:
        return {
            "date": reading.day(self.date, self.tr("Please write the day, for example 3 March 2026.")),
            "cost_pence": reading.money(self.cost),
            "before": self.before.scores.score,
            "after": self.after.scores.score,
            "note": reading.note(self.note_field),
        }

    def action(self) -> "Callable[..., Changed]":
        therapies = self.journal.therapies
        if self._visit is None:
            return partial(therapies.add_visit, self._course.id)
        return partial(therapies.change, self._visit.id)

    def done_words(self, answers: dict[str, Any]) -> str:
        return self.tr("The visit of {day} is written down.").format(day=phrases.day(answers["date"]))

    def _make_fields(self) -> None:
        today, visit = self.journal.clock.today(), self._visit
        self.date = DayField(self.tr("Day"), today, self.tr("for example 3 March 2026"))
        self.date.show_day(visit.date if visit else today)
        self.cost = Field(self.tr("What it cost you"), Entry(), self.tr("for example £40; 0 if it was free"))
        if visit is not None and visit.cost_pence is not None:
            self.cost.entry.setText(phrases.money(visit.cost_pence))
        none, worst = self.tr("no trouble"), self.tr("worst I can imagine")
        self.before = Question(self.tr("Legs before"), none, worst)
        self.after = Question(self.tr("Legs after"), none, worst)
        self.note_field = NoteField(self.tr("Notes"), self.tr("not needed"))

    def _show_scores(self) -> None:
        for name, question in (("before", self.before), ("after", self.after)):
            stored = getattr(self._visit, name) if self._visit else None
            kept = self.kept(name)
            question.scores.show_score(stored if kept is None else int(kept) if kept else None)
            question.scores.answered.connect(partial(self._on_score, name, stored))

    def _on_score(self, name: str, stored: int | None, score: int | None) -> None:
        self.keep(name, None if score == stored else "" if score is None else str(score))

    def _offer_price(self) -> None:
        """The price of the course, to press instead of typing it."""
        if self._course.price_pence is None:
            return
        price = phrases.money(self._course.price_pence)
        words = self.tr("{money}, the price of a visit").format(money=price)
        offer = compact(words, changes=True)
        offer.clicked.connect(partial(self._on_price, price))
        line = ColumnsLayout(letters=0, most=1, stretch=False)
        line.addWidget(offer)
        self.body.insertLayout(self.body.indexOf(self.cost) + 1, line)
        QWidget.setTabOrder(self.cost.entry, offer)

    def _on_price(self, price: str) -> None:
        self.cost.entry.setText(price)
        self.cost.entry.left.emit()  # it is in the field as if it had been typed
