"""The week on paper: which one, and where to."""

from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from legjournal import phrases
from legjournal.routine.adherence import monday_of
from ui.widgets.label import PlainLabel, Size
from ui.widgets.save_dialog import SaveDialog, Write, in_one_step

if TYPE_CHECKING:
    from datetime import date

    from legjournal.journal import Journal
    from legjournal.models.routine import Plan
    from ui.settings import Settings


class PrintDialog(SaveDialog):
    """Extends SaveDialog: makes the checklist of `plan` as a PDF, for this week, the next, or any."""

    def __init__(
        self, journal: "Journal", settings: "Settings", plan: "Plan", parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("Your week on paper"),
            settings,
            self.tr("Save checklist…"),
            self.tr("Open to print"),
            parent,
        )
        self._journal, self._plan = journal, plan
        self._this = monday_of(journal.clock.today())
        self.weeks = {
            self._this: QRadioButton(self.tr("This week")),
            self._this + timedelta(days=7): QRadioButton(self.tr("Next week")),
            None: QRadioButton(self.tr("Any week")),
        }
        self.days = PlainLabel("", Size.SMALL, muted=True, wraps=True)
        self._group = QButtonGroup(self)
        self._lay_out()
        self._group.buttonToggled.connect(self._on_week)
        # On a Sunday this week is nearly over: what is printed then is for the next.
        soon = journal.clock.today() + timedelta(days=1)
        self.weeks[monday_of(soon)].setChecked(True)
        self.weeks[monday_of(soon)].setFocus()

    @property
    def week(self) -> "date | None":
        """The Monday of the week chosen, or None for any."""
        return next(monday for monday, radio in self.weeks.items() if radio.isChecked())

    def prepared(self) -> Write | None:
        """What writes the PDF."""
        from legjournal.report import checklist

        return in_one_step(partial(checklist.save, checklist.build(self._journal, self._plan, self.week)))

    def file_name(self) -> str:
        """The name to suggest, with the week's Monday."""
        if self.week is None:
            return self.tr("Checklist.pdf")
        return self.tr("Checklist {monday}.pdf").format(monday=self.week.isoformat())

    def saved(self, path: Path, result: object) -> None:
        """Say what to do with the file."""
        self.say(self.tr("Saved as {path}. Open it and print it on A4.").format(path=path))

    def _lay_out(self) -> None:
        intro = self.tr(
            "A page to hang up or to take to your physio: your exercises with their pictures, and a box to "
            "tick with a pen for every set."
        )
        self.body.addWidget(PlainLabel(intro, wraps=True))
        self.body.addSpacing(6)
        self.body.addWidget(PlainLabel(self.tr("Which week?"), Size.HEADING))
        for monday, radio in self.weeks.items():
            self._group.addButton(radio)
            radio.setAccessibleDescription(self._said(monday))
            self.body.addWidget(radio)
        self.body.addWidget(self.days)
        self.body.addStretch()
        self.add_buttons()

    def _said(self, monday: "date | None") -> str:
        if monday is None:
            return self.tr("The date is left open, to write by hand.")
        return phrases.span(monday, monday + timedelta(days=6))

    def _on_week(self, _radio: QRadioButton, chosen: bool) -> None:
        if chosen:
            self.days.setText(self._said(self.week))
