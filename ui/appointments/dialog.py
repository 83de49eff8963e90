"""Appointments: those to come with what to ask, those past with what was agreed."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.appointments.appointment_list import AppointmentList
from ui.appointments.form import AppointmentForm
from ui.widgets.room_dialog import RoomDialog

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.models.appointments import Appointment
    from ui.runner import Runner
    from ui.settings import Settings


class AppointmentsDialog(RoomDialog):
    """Shows the lists, and opens the form and the report."""

    tables = frozenset({"appointment"})

    def __init__(
        self, journal: "Journal", runner: "Runner", settings: "Settings", parent: QWidget | None = None
    ) -> None:
        self._settings = settings
        words = self.tr("Up to three questions fit into most appointments. The report puts them at its head.")
        super().__init__(self.tr("Appointments"), words, journal, runner, parent)

    def make_parts(self) -> list[QWidget]:
        rows, now = self.journal.appointments.all(), self.journal.clock.now()
        coming = [row for row in rows if row.at >= now]
        made = AppointmentList(coming, [row for row in reversed(rows) if row.at < now])
        made.add_requested.connect(self._on_add)
        made.change_requested.connect(self._on_change)
        made.report_requested.connect(self._on_report)
        return [made]

    def _on_add(self) -> None:
        self.open_form(partial(AppointmentForm, None))

    def _on_change(self, row: "Appointment") -> None:
        self.open_form(partial(AppointmentForm, row))

    def _on_report(self, row: "Appointment") -> None:
        self.runner.when_still(partial(self._open_report, row))

    def _open_report(self, row: "Appointment") -> None:
        from ui.report.dialog import ReportDialog

        ReportDialog(self.journal, self.runner, self._settings, self, row).open()
