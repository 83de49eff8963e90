"""The plan maker: name, days, exercises with their doses, and the day from which the plan is in force."""

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QWidget

from legjournal import phrases
from legjournal.errors import BeforeLatestPlan
from legjournal.library.exercises import plans
from legjournal.limits import NAME_LIMIT
from legjournal.models.diary import Side
from legjournal.routine.advice import Advice, advice_on
from legjournal.routine.draft import Fault, PlanDraft
from legjournal.routine.exercises import KnownExercise
from ui.plan.catalogue import CatalogueDialog
from ui.plan.how_often import HowOften
from ui.plan.item_list import ItemList
from ui.plan.kept_dialog import KeptDialog
from ui.plan.sides_card import SidesCard
from ui.plan.start_from import OWN, PRESENT, StartFrom
from ui.widgets.agreeing import agrees
from ui.widgets.buttons import button
from ui.widgets.field import Entry, Field
from ui.widgets.label import PlainLabel, Size
from ui.widgets.page import keep_from_changes
from ui.widgets.still import StillDateEdit

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from ui.runner import Runner

DAY = timedelta(days=1)


class PlanDialog(KeptDialog):
    """Makes a plan, or changes the present one from a day on.

    Signals: `adopted(date)`, the plan is on its way into the journal, in force from that day.
    """

    adopted = Signal(object)

    def __init__(
        self,
        journal: "Journal",
        runner: "Runner",
        day: date,
        parent: QWidget | None = None,
        start: str = PRESENT,
    ) -> None:
        """day: from which it is in force, unless the person says otherwise.

        start: PRESENT, OWN or the key of a ready plan; without a present plan PRESENT is OWN.
        """
        self._latest = journal.plans.latest()
        latest = self._latest
        self._present = latest if latest and (latest.stopped is None or latest.stopped >= day) else None
        self._day = max(day, latest.started) if latest else day
        if start == PRESENT and self._present is None:
            start = OWN
        super().__init__("", journal, runner, f"plan/{start}/", parent)
        self.setWindowTitle(self.tr("Change the plan") if start == PRESENT else self.tr("Make a plan"))
        self._known = journal.exercises.all()
        self._first_side: Side = journal.habits.chosen().first_side  # as it was until now
        self.draft = self._begun_from(start)
        self.start_from = StartFrom(self._present is not None)
        self.name = Field(self.tr("What shall the plan be called?"), Entry(), self.tr("My physio’s plan"))
        self.how_often = HowOften()
        self.items = ItemList()
        self.sides = SidesCard()
        self.when = StillDateEdit(self.tr("Use this plan from"), QDate(self._day))
        self.when_words = PlainLabel("", Size.SMALL, wraps=True)
        self.use = button(self.tr("Use this plan"), primary=True, changes=True)
        self._lay_out()
        self._begin()
        self._connect_signals()
        if self.draft.name:  # with the keyboard in it, a stray key would take the place of the whole name
            self.how_often.take_focus()
        else:
            self.name.setFocus()

    def state(self) -> str:
        return self.draft.model_dump_json()

    def accept(self) -> None:
        """Have the plan in force from its day on, or say beside each answer what is not right."""
        if not self._explain():
            self.fit_soon()
            return
        read = self.draft.read()
        assert read is not None
        accepted = {*self.draft.accepted, *self._advice()}
        self.runner.run(partial(self.journal.plans.adopt, *read, accepted))
        if self.draft.first_side is not self._first_side:
            self.runner.run(partial(self.journal.habits.choose, first_side=self.draft.first_side))
        self.forget()
        super().accept()
        self.adopted.emit(read[0].started)

    @classmethod
    def ask_to_start_over(cls, parent: QWidget) -> bool:
        """Whether another plan shall take the place of what was changed."""
        question = parent.tr("Put the other plan in place of what you changed here?")
        yes, no = parent.tr("Take the other plan"), parent.tr("Go on with this one")
        return agrees(parent, question, yes=yes, no=no)

    def _begun_from(self, start: str) -> PlanDraft:
        draft = self._plan_from(start)
        draft.first_side = self._first_side
        return draft

    def _plan_from(self, start: str) -> PlanDraft:
        if start == PRESENT and self._present is not None:
            journal, plan = self.journal, self._present
            items, accepted = journal.plans.planned(plan), journal.plans.accepted(plan)
            return PlanDraft.of_plan(plan, items, self._day, accepted)
        page = plans().items.get(start)
        return PlanDraft.of_page(page, self._day) if page else PlanDraft(started=self._day)

    def _begin(self) -> None:
        """Go on with what was left half-way, if anything was."""
        unchanged = self.state()
        if self.kept is not None:
            try:
                self.draft = PlanDraft.model_validate_json(self.kept)
            except ValueError:  # brought in from a file that somebody else wrote
                self.kept = None
            self.draft.started = max(self.draft.started, self._day)
        self._show()
        self.begin(unchanged)

    def _show(self) -> None:
        """Show the whole draft."""
        self.name.entry.setText(self.draft.name)
        self.how_often.show_draft(self.draft)
        self.items.show_draft(self.draft, self._known)
        self.sides.show_choices(self.draft.sides_as_one, self.draft.first_side)
        self.when.setDate(QDate(self.draft.started))
        self._show_rest()
        if self.journal.read_only:
            keep_from_changes(self)

    def _show_rest(self) -> None:
        """Show what follows from the answers."""
        advice = self._advice()
        self.how_often.advice.setVisible(Advice.NO_REST in advice)
        self.items.advice.setVisible(Advice.NO_CORE in advice)
        self.sides.setVisible(any(item.each_side for item in self.draft.items))
        self.when_words.setText(self._words_of_day())
        self.when_words.setVisible(bool(self.when_words.text()))

    def _advice(self) -> list[Advice]:
        """What there is to say and was not decided yet."""
        areas = [self._known[item.exercise].area for item in self.draft.items]
        found = advice_on(self.draft.times_a_week, self.draft.weekdays, areas)
        return [advice for advice in found if advice not in self.draft.accepted]

    def _words_of_day(self) -> str:
        if self._latest is None:
            return ""
        started, before = self.draft.started, phrases.day(self._latest.started)
        if started < self._latest.started:
            return str(BeforeLatestPlan(before))
        if started == self._latest.started:
            return self.tr("It takes the place of the plan that begins on the same day.")
        if self._present is None:
            return ""
        last = phrases.day(started - DAY)
        return self.tr("Up to {day} your present plan stays as it is.").format(day=last)

    def _explain(self) -> bool:
        """Say beside each answer what is not right, with the keyboard at the first; whether all is right."""
        faults = self.draft.faults()
        wrong_items = self.items.show_faults()
        self.items.explain(self.tr("Please add at least one exercise.") if "items" in faults else "")
        self.how_often.explain(self.tr("Please press at least one.") if "often" in faults else "")
        self.name.explain(self._why_no_name(faults.get("name")))
        too_early = self._latest is not None and self.draft.started < self._latest.started
        first = next((name for name in ("name", "often", "items") if name in faults), "")
        if first == "name":
            self.name.setFocus()
        elif first == "often":
            self.how_often.take_focus()
        elif first == "items":
            self.items.add.setFocus()
        elif too_early and not wrong_items:
            self.when.setFocus()
        return not (faults or wrong_items or too_early)

    def _why_no_name(self, fault: Fault | None) -> str:
        if fault is Fault.TOO_MANY:
            most = f"{NAME_LIMIT:,}"
            return self.tr("This is too long to keep. Please use at most {most} letters.").format(most=most)
        return "" if fault is None else self.tr("Please give the plan a name.")

    def _lay_out(self) -> None:
        label = PlainLabel(self.tr("Use this plan from"), Size.LABEL)
        label.setBuddy(self.when)
        for widget in (self.start_from, self.name, self.how_often, self.items, self.sides, label, self.when):
            self.body.addWidget(widget)
        self.body.addWidget(self.when_words)
        self.body.addStretch(1)
        self.buttons.addWidget(self.use)
        self.buttons.addWidget(self.cancel)

    def _connect_signals(self) -> None:
        self.start_from.chosen.connect(self._on_start)
        self.name.entry.textEdited.connect(self._on_name)
        self.how_often.changed.connect(self._on_changed)
        self.how_often.advice.accepted.connect(self._on_accepted)
        self.items.changed.connect(self._on_changed)
        self.items.advice.accepted.connect(self._on_accepted)
        self.items.add_requested.connect(self._on_add)
        self.sides.changed.connect(self._on_sides)
        self.when.dateChanged.connect(self._on_day)
        self.use.clicked.connect(self.accept)

    def _on_start(self, start: str) -> None:
        if not self.is_changed or self.ask_to_start_over(self):
            self.runner.when_still(partial(self._start_over, start))

    def _start_over(self, start: str) -> None:
        self.draft = self._begun_from(start)
        self.say("")
        self._show()
        self._on_changed()

    def _on_name(self, typed: str) -> None:
        self.draft.name = typed
        self.name.explain("")
        self.touch()

    def _on_changed(self) -> None:
        self._show_rest()
        self.touch()
        self.fit_soon()

    def _on_accepted(self) -> None:
        for note in (self.how_often.advice, self.items.advice):
            if note is self.sender():
                self.draft.accepted.append(note.advice)
        self._on_changed()
        self.use.setFocus()

    def _on_sides(self) -> None:
        self.draft.sides_as_one = self.sides.as_one.isChecked()
        self.draft.first_side = self.sides.first_side
        self.touch()

    def _on_day(self, day: QDate) -> None:
        self.draft.started = cast(date, day.toPython())
        self._on_changed()

    def _on_add(self) -> None:
        self.runner.when_still(self._open_catalogue)

    def _open_catalogue(self) -> None:
        in_plan = {item.exercise for item in self.draft.items}
        dialog = CatalogueDialog(self.journal, self.runner, in_plan, self)
        dialog.chosen.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, known: object) -> None:
        assert isinstance(known, KnownExercise)
        self._known[known.key] = known
        self.items.add_exercise(known)
