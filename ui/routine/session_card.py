"""A session to tick off: the exercises of the plan, and what was added for the day."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legjournal.library.exercises import plan_item
from legjournal.models.diary import Side
from legjournal.models.routine import PlanItemFields
from legjournal.models.row import new_id
from legjournal.routine.boxes import SetToDo, is_done
from legjournal.routine.exercises import KnownExercise
from legjournal.routine.of_day import RoutineDay, SessionDone
from ui.routine.exercise_row import ExerciseRow
from ui.routine.session_bar import SessionBar
from ui.widgets.card import rule
from ui.widgets.label import PlainLabel
from ui.widgets.section import Section
from ui.widgets.tab_order import put_after, stops

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from ui.routine.tick_box import TickBox
    from ui.runner import Runner

Shown = tuple[PlanItemFields, ...]


class SessionCard(Section):
    """Extends Section: ticks are stored as they are made.

    Signals: `exercise_chosen(str)`, to read how it is done; `guide_requested(str)`, to be led through the
    session of this id; `session_turned()`, another session of the day is in sight.
    """

    exercise_chosen = Signal(str)
    guide_requested = Signal(str)
    session_turned = Signal()

    def __init__(self, journal: "Journal", runner: "Runner", parent: QWidget | None = None) -> None:
        super().__init__(journal, runner, self.tr("Today’s exercises"), " ", parent)
        self.session_id = new_id()
        self.rows: dict[str, ExerciseRow] = {}
        self._routine = RoutineDay(self.date)
        self._shown: tuple[Shown, tuple[KnownExercise, ...], Side, bool] | None = None
        self._added: list[str] = []  # exercises put on the day's list beside the plan
        self._with_pictures = True
        self.bar = SessionBar()
        self._standing = PlainLabel("", wraps=True)
        self._inside = QVBoxLayout()
        self._inside.setSpacing(12)
        self.body.addWidget(self.bar)
        self.body.addLayout(self._inside)
        self.body.addWidget(self._standing)
        self.bar.guide_requested.connect(self._on_guide)
        self.bar.session_chosen.connect(self._on_session_chosen)
        self.bar.another_requested.connect(self._on_another)

    @property
    def boxes(self) -> "dict[SetToDo, TickBox]":
        """The boxes in sight, in the order of the list."""
        return {box: tick for row in self.rows.values() for box, tick in row.boxes.items()}

    @property
    def session(self) -> SessionDone | None:
        """The session in sight, if anything was ticked in it."""
        return self._routine.session(self.session_id)

    @property
    def exercises(self) -> list[str]:
        """The exercises on the list."""
        return list(self.rows)

    def show_routine(self, routine: RoutineDay) -> None:
        """Show a day: the session that was in sight, or its last."""
        if routine.day != self._routine.day:
            self._added.clear()
            self._turn_to_last(routine)
        elif routine.session(self.session_id) is None and self._routine.session(self.session_id):
            self._turn_to_last(routine)  # the one in sight was taken back
        self._routine, self.date = routine, routine.day
        self._show()

    def add(self, exercise: str) -> None:
        """Put an exercise on the day's list beside the plan."""
        self._added.append(exercise)
        self._show()

    def show_pictures(self, shown: bool) -> None:
        """Show the small pictures, or have their room for the words."""
        self._with_pictures = shown
        for row in self.rows.values():
            row.picture.setVisible(shown)

    def flush(self) -> None:
        for row in self.rows.values():
            row.counts.flush()

    def _turn_to_last(self, routine: RoutineDay) -> None:
        self.session_id = routine.sessions[-1].row.id if routine.sessions else new_id()

    def _show(self) -> None:
        today = self.date == self.journal.clock.today()
        self.title.setText(self.tr("Today’s exercises") if today else self.tr("The day’s exercises"))
        sets = self.session.sets if self.session else {}
        items = (*self._routine.items, *self._beside_the_plan(sets))
        one = self._routine.plan is not None and self._routine.plan.sides_as_one
        self._build(items, self._routine.habits.first_side, sides_as_one=one)
        drafts = self._drafts()
        easier = self.session.easier if self.session else set()
        for key, row in self.rows.items():
            row.show_done(
                {box: done for box, done in sets.items() if box.exercise == key}, drafts.get(key, {}), easier
            )
        self.bar.show_sessions([done.row for done in self._routine.sessions], self.session_id, today=today)
        self._say_progress(sum(is_done(box, sets) for box in self.boxes))
        self.setVisible(bool(items))

    def _build(self, items: Shown, first_side: Side, *, sides_as_one: bool) -> None:
        """Make the rows anew where the list is another one; else boxes keep their focus."""
        known = tuple(self._routine.exercises[item.exercise] for item in items)
        if (items, known, first_side, sides_as_one) == self._shown:
            return
        self._shown = (items, known, first_side, sides_as_one)
        self.rows.clear()
        while (laid := self._inside.takeAt(0)) is not None:
            if (widget := laid.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        last = stops(self.bar)[-1]
        for place, item in enumerate(items):
            if place:
                self._inside.addWidget(rule())
            row = self._made(item, first_side, sides_as_one=sides_as_one)
            self._inside.addWidget(row)
            row.show()
            put_after(last, row)
            last = stops(row)[-1]

    def _made(self, item: PlanItemFields, first_side: Side, *, sides_as_one: bool) -> ExerciseRow:
        known = self._routine.exercises[item.exercise]
        row = ExerciseRow(item, known, first_side, sides_as_one=sides_as_one)
        row.picture.setVisible(self._with_pictures)
        row.ticked.connect(self._on_ticked)
        row.counted.connect(self._on_counted)
        row.drafted.connect(self._on_drafted)
        row.chosen.connect(self.exercise_chosen)
        self.rows[item.exercise] = row
        return row

    def _beside_the_plan(self, sets: Iterable[SetToDo]) -> list[PlanItemFields]:
        """What was done or put on the list beside the plan, at its starting dose."""
        in_plan = {item.exercise for item in self._routine.items}
        keys = dict.fromkeys([*(box.exercise for box in sets), *self._added])
        return [self._at_starting_dose(key) for key in keys if key not in in_plan]

    def _at_starting_dose(self, key: str) -> PlanItemFields:
        known = self._routine.exercises[key]
        if known.page is not None:
            return plan_item(key, known.page)
        return PlanItemFields(exercise=key, each_side=known.each_side)

    def _say_progress(self, done: int) -> None:
        total = len(self.boxes)
        if not done:
            self.aside.setText(self.tr("tick each set as you do it"))
            self._standing.setText("")
        elif done == total:
            self.aside.setText(self.tr("✓ all {n} sets done").format(n=total))
            self._standing.setText(self.tr("✓ That was the whole session."))
        else:
            self.aside.setText(self.tr("✓ {done} of {n} sets done").format(done=done, n=total))
            self._standing.setText(
                self.tr("✓ {done} of {n} sets. A part of a session counts as a session.").format(
                    done=done, n=total
                )
            )
        self._standing.setVisible(bool(done))

    def _drafts(self) -> dict[str, dict[SetToDo, str]]:
        """What was typed beside the boxes of the session and is no number, by exercise."""
        drafts: dict[str, dict[SetToDo, str]] = {}
        kept = self.journal.drafts.under(self._place())
        for box in self.boxes:
            if (typed := kept.get(_name(box))) is not None:
                drafts.setdefault(box.exercise, {})[box] = typed
        return drafts

    def _place(self) -> str:
        """Where drafts lie: by the number of the session on its day, for one not begun has no lasting id."""
        ids = [done.row.id for done in self._routine.sessions]
        number = ids.index(self.session_id) if self.session_id in ids else len(ids)
        return f"session/{self.date}/{number}/"

    def _on_ticked(self, box: SetToDo, done: bool) -> None:
        sessions = self.journal.sessions
        self.store(sessions.tick if done else sessions.untick, self.date, box, self.session_id)
        self.exercise_chosen.emit(box.exercise)

    def _on_counted(self, box: SetToDo, number: int | None) -> None:
        held = self.rows[box.exercise].held
        answer = {"seconds": number} if held else {"repetitions": number}
        self.store(self.journal.sessions.tick, self.date, box, self.session_id, **answer)

    def _on_drafted(self, box: SetToDo, typed: str | None) -> None:
        self.store(self.journal.drafts.keep, self._place() + _name(box), typed)

    def _on_session_chosen(self, session_id: str) -> None:
        self.session_id = session_id
        self._show()
        self.session_turned.emit()

    def _on_another(self) -> None:
        self._on_session_chosen(new_id())

    def _on_guide(self) -> None:
        self.guide_requested.emit(self.session_id)


def _name(box: SetToDo) -> str:
    """The place of a box among the drafts."""
    return "/".join((box.exercise, str(box.number), box.side or "both"))
