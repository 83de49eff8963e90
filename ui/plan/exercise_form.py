"""An exercise of the person's own; and beside a bundled one, a note and a picture."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from legjournal.errors import NameTaken
from legjournal.limits import DRAFT_LIMIT, NAME_LIMIT
from legjournal.models.routine import Area
from legjournal.routine.exercise_draft import ExerciseDraft
from legjournal.routine.exercises import key_for, refuse_taken
from ui.plan.kept_dialog import KeptDialog
from ui.plan.picture_field import PictureField
from ui.widgets.adder import one_line
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.field import Entry, Field, NoteField
from ui.widgets.label import PlainLabel, Size
from ui.widgets.one_of import OneOf
from ui.widgets.page import keep_from_changes

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.routine.exercises import KnownExercise
    from ui.runner import Runner


class ExerciseForm(KeptDialog):
    """Extends KeptDialog.

    Signals: `stored(str)`, the key of the exercise, on its way into the journal.
    """

    stored = Signal(str)

    def __init__(
        self,
        journal: "Journal",
        runner: "Runner",
        known: "Mapping[str, KnownExercise]",
        exercise: "KnownExercise | None",
        parent: QWidget | None = None,
    ) -> None:
        """known: every exercise there is. exercise: the one to change; None for a new one."""
        place = f"exercise/{exercise.key if exercise else 'new'}/"
        super().__init__(exercise.name if exercise else "", journal, runner, place, parent)
        if exercise is None:
            self.setWindowTitle(self.tr("An exercise of my own"))
        self._known = known
        self._exercise = exercise
        self._bundled = exercise is not None and not exercise.own
        self.name = Field(self.tr("What is it called?"), Entry(), self.tr("for example towel squeeze"))
        self.area = OneOf(self.tr("What is it for?"), self._areas())
        self.each_side = Chip(self.tr("Each side by itself"))
        self.steps = NoteField(self.tr("How it is done, a step on each line"), lines=4)
        self.own_note = NoteField(
            self.tr("A note, for example what your physio said"),
            self.tr("for example: red band, only to here, says the physio"),
            lines=2,
        )
        self.picture = PictureField()
        self.save = button(self.tr("Keep it"), primary=True, changes=True)
        self.hide_button = button(self.tr("Take it off my list"), changes=True)
        stored = ExerciseDraft.of(exercise)
        self._fill(stored)
        unchanged = self.state()
        self._fill(self._left_half_way() or stored)
        self._lay_out()
        self.begin(unchanged)
        self._connect_signals()

    def state(self) -> str:
        return self._answers().typed(DRAFT_LIMIT)

    def accept(self) -> None:
        """Keep it, or say beside the field what is not right."""
        answers, exercise = self._answers(), self._exercise
        if self._bundled:
            self._keep_marks(answers)
        elif self._is_named(answers.name):
            key = exercise.key if exercise else key_for(self._known, answers.name)
            exercises = self.journal.exercises
            store = partial(exercises.change, key) if exercise else exercises.add
            self.runner.run(partial(store, **answers.model_dump()))
            self._close(key)
        self.fit_soon()

    def _keep_marks(self, answers: ExerciseDraft) -> None:
        assert self._exercise is not None
        key, exercises = self._exercise.key, self.journal.exercises
        if answers.note != self._exercise.note:
            self.runner.run(partial(exercises.set_note, key, answers.note))
        if answers.picture != self._exercise.picture:
            self.runner.run(partial(exercises.set_picture, key, answers.picture))
        self._close(key)

    def _close(self, key: str) -> None:
        self.forget()
        super().accept()
        self.stored.emit(key)

    def _answers(self) -> ExerciseDraft:
        lines = self.steps.editor.toPlainText().splitlines()
        return ExerciseDraft(
            name=one_line(self.name.entry.text()).strip("\0 "),
            area=self.area.answer or Area.OTHER,
            each_side=self.each_side.isChecked(),
            steps=[line.strip() for line in lines if line.strip()],
            note=self.own_note.editor.toPlainText().strip() or None,
            picture=self.picture.picture,
        )

    def _left_half_way(self) -> ExerciseDraft | None:
        try:
            return ExerciseDraft.model_validate_json(self.kept or "")
        except ValueError:  # nothing, or brought in from a file that somebody else wrote
            return None

    def _fill(self, answers: ExerciseDraft) -> None:
        self.name.entry.setText(answers.name)
        self.area.show_answer(answers.area)
        self.each_side.setChecked(answers.each_side)
        self.steps.show_text("\n".join(answers.steps))
        self.own_note.show_text(answers.note or "")
        self.picture.show_picture(answers.picture)

    def _is_named(self, name: str) -> bool:
        """Whether the name can be kept; beside it stands why not."""
        why = "" if name else self.tr("Please write what it is called.")
        if len(name) > NAME_LIMIT:
            most = f"{NAME_LIMIT:,}"
            why = self.tr("This is too long to keep. Please use at most {most} letters.").format(most=most)
        try:
            refuse_taken(self._known, name, but=self._exercise.key if self._exercise else None)
        except NameTaken as taken:
            why = str(taken)
        self.name.explain(why)
        if why:
            self.name.setFocus()
        return not why

    def _lay_out(self) -> None:
        if self._bundled:
            assert self._exercise is not None
            self.body.addWidget(PlainLabel(self._exercise.name, Size.HEADING, wraps=True))
        else:
            self.body.addWidget(self.name)
            self.body.addWidget(PlainLabel(self.tr("What is it for?"), Size.LABEL))
            self.body.addWidget(self.area)
            self.body.addWidget(self.each_side, alignment=Qt.AlignmentFlag.AlignLeft)
            self.body.addWidget(self.steps)
        self.body.addWidget(self.own_note)
        self.body.addWidget(self.picture)
        self.body.addStretch(1)
        self.buttons.addWidget(self.save)
        self.buttons.addWidget(self.cancel)
        if self._exercise is not None and not self._exercise.hidden:
            self.buttons.addWidget(self.hide_button)
        if self.journal.read_only:
            keep_from_changes(self)

    def _connect_signals(self) -> None:
        self.name.entry.textEdited.connect(self.touch)
        self.steps.editor.textChanged.connect(self.touch)
        self.own_note.editor.textChanged.connect(self.touch)
        self.area.answered.connect(self.touch)
        self.each_side.clicked.connect(self.touch)
        self.picture.changed.connect(self.touch)
        self.save.clicked.connect(self.accept)
        self.hide_button.clicked.connect(self._on_hide)

    def _on_hide(self) -> None:
        assert self._exercise is not None
        if not self.is_changed or self.ask_to_give_up(self):
            self.runner.run(partial(self.journal.exercises.hide, self._exercise.key))
            self._close(self._exercise.key)

    def _areas(self) -> dict[Area, str]:
        return {
            Area.HIP: self.tr("Hips and buttocks"),
            Area.CORE: self.tr("Core"),
            Area.LEGS: self.tr("Legs"),
            Area.STRETCH: self.tr("Stretching"),
            Area.WALK: self.tr("Walking"),
            Area.OTHER: self.tr("Something else"),
        }
