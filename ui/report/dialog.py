"""The report: for whom, over which time, and where to."""

from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QButtonGroup,
    QProgressBar,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from legjournal import phrases
from legjournal.progress import Progress
from legjournal.report import content
from legjournal.report.choices import Audience, preset
from legjournal.storage.files import written_out
from legjournal.trends.period import Period
from ui.settings import Settings
from ui.widgets.buttons import button
from ui.widgets.columns import ColumnsLayout
from ui.widgets.label import PlainLabel, Size, TypedLabel
from ui.widgets.save_dialog import SaveDialog, Write
from ui.widgets.still import StillDateEdit

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.models.appointments import Appointment

WEEKS = {"2 weeks": 2, "4 weeks": 4, "3 months": 13}


class ReportDialog(SaveDialog):
    """Extends SaveDialog: chooses for whom a report is and over which days, and makes it."""

    def __init__(
        self,
        journal: "Journal",
        settings: Settings,
        parent: QWidget | None = None,
        appointment: "Appointment | None" = None,
    ) -> None:
        """appointment: the one it is for; None for the next to come."""
        super().__init__(
            self.tr("Report for an appointment"),
            settings,
            self.tr("Save report…"),
            self.tr("Open the report"),
            parent,
        )
        self._journal = journal
        self._appointment_id = appointment.id if appointment else ""
        if appointment is not None:
            self._name_appointment(appointment)
        self.audiences = self._make_audiences()
        self.periods = self._make_periods()
        self.first, self.last = self._date_edit(self.tr("From")), self._date_edit(self.tr("To"))
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("Making the report"))
        self.cancel = button(self.tr("Cancel"))
        self._lay_out()
        self._connect_signals()
        self._recall()

    @property
    def period(self) -> Period:
        """The days chosen."""
        return Period(self.first.date().toPython(), self.last.date().toPython())  # type: ignore[arg-type]

    @property
    def audience(self) -> Audience:
        """Who the report is for."""
        return Audience.GP if self.audiences["gp"].isChecked() else Audience.PHYSIO

    def prepared(self) -> Write | None:
        """What makes the report; None, with a sentence, for days the wrong way round."""
        if self.last.date() < self.first.date():
            self.say(self.tr("The first day is after the last. Please change one of them."))
            return None
        return partial(_make, self._journal, self.period, self.audience, appointment_id=self._appointment_id)

    def file_name(self) -> str:
        """The name to suggest, with the last day and the reader."""
        return f"Legs {self.last.date().toString('yyyy-MM-dd')} {self.audience.value}.pdf"

    def saved(self, path: Path, result: object) -> None:
        """Say where the report is. result: whether nothing was recorded in its days."""
        sentence = self.tr("Saved as {path}.").format(path=path)
        if result:
            span = phrases.span(self.period.first, self.period.last)
            nothing = self.tr("Nothing was recorded from {span}, and the report says so.").format(span=span)
            sentence = f"{nothing} {sentence}"
        self.say(sentence)

    def show_making(self, making: bool) -> None:
        """Extends: with progress and Cancel."""
        super().show_making(making)
        self.progress.setVisible(making)
        self.progress.setValue(0)
        self.cancel.setVisible(making)
        if making:
            assert self.task is not None
            self.task.progressed.connect(self._on_progress)
            chosen = next(key for key, radio in self.periods.items() if radio.isChecked())
            self.settings.report_choice = (self.audience.value, chosen)

    def _name_appointment(self, appointment: "Appointment") -> None:
        day = phrases.day(appointment.at.date(), weekday=True)
        words = self.tr("For the appointment with {who} on {day}").format(who=appointment.with_whom, day=day)
        self.body.addWidget(TypedLabel(words))

    def _make_audiences(self) -> dict[str, QRadioButton]:
        names = {"gp": self.tr("A GP"), "physio": self.tr("A physiotherapist")}
        return {key: QRadioButton(name) for key, name in names.items()}

    def _make_periods(self) -> dict[str, QRadioButton]:
        names = {
            "2 weeks": self.tr("The last 2 weeks"),
            "4 weeks": self.tr("The last 4 weeks"),
            "3 months": self.tr("The last 3 months"),
            "all": self.tr("Everything"),
            "own": self.tr("From one day to another"),
        }
        return {key: QRadioButton(name) for key, name in names.items()}

    def _date_edit(self, name: str) -> StillDateEdit:
        today = QDate(self._journal.clock.today())
        edit = StillDateEdit(name, today)
        edit.setMaximumDate(today)
        return edit

    def _lay_out(self) -> None:
        self._groups = [
            self._add_choices(self.tr("Who is it for?"), self.audiences),
            self._add_choices(self.tr("Which days?"), self.periods),
        ]
        dates = ColumnsLayout(letters=10.5, most=2, spacing=12)
        for name, edit in ((self.tr("From"), self.first), (self.tr("To"), self.last)):
            dates.addWidget(_labelled(name, edit))
        self.body.addLayout(dates)
        self.body.addWidget(self.progress)
        self.body.addStretch()
        self.add_buttons(self.cancel)
        self.show_making(False)

    def _add_choices(self, title: str, choices: dict[str, QRadioButton]) -> QButtonGroup:
        self.body.addWidget(PlainLabel(title, Size.HEADING))
        group = QButtonGroup(self)
        for radio in choices.values():
            group.addButton(radio)
            self.body.addWidget(radio)
        self.body.addSpacing(6)
        return group

    def _connect_signals(self) -> None:
        for key, radio in self.periods.items():
            radio.toggled.connect(partial(self._on_period, key))
        self.cancel.clicked.connect(self._on_cancel)

    def _recall(self) -> None:
        audience, period = self.settings.report_choice
        self.audiences.get(audience, self.audiences["gp"]).setChecked(True)
        self.periods.get(period, self.periods["4 weeks"]).setChecked(True)

    def _on_period(self, key: str, chosen: bool) -> None:
        if not chosen:
            return
        for edit in (self.first, self.last):
            edit.setEnabled(key == "own")
        if key != "own":
            period = self._period_of(key)
            self.first.setDate(QDate(period.first))
            self.last.setDate(QDate(period.last))

    def _period_of(self, key: str) -> Period:
        today: date = self._journal.clock.today()
        if key == "all":
            return content.whole_period(self._journal)
        return Period(today - timedelta(days=7 * WEEKS[key] - 1), today)

    def _on_progress(self, share: float) -> None:
        self.progress.setValue(round(100 * share))

    def _on_cancel(self) -> None:
        if self.task is not None:
            self.task.cancel()


def _make(
    journal: "Journal",
    period: Period,
    audience: Audience,
    path: Path,
    progress: Progress,
    appointment_id: str = "",
) -> bool:
    """Build, draw and save; whether the period was empty."""
    from legjournal.report import document

    report = content.build(journal, period, preset(audience), progress, appointment_id)
    with written_out(path) as temporary:
        temporary.write_bytes(document.draw(report))
        progress(1.0)  # the last moment to give up: until the block ends nothing lies at `path`
    return report.empty


def _labelled(name: str, edit: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    label = PlainLabel(name, Size.LABEL)
    label.setBuddy(edit)
    column.addWidget(label)
    column.addWidget(edit)
    return holder
