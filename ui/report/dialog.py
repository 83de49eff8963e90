"""The report: what is chosen, the pages as they would be, and what becomes of them."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from legjournal import phrases
from legjournal.errors import CannotPrint
from legjournal.report.own_details import OwnDetails, keep_details
from legjournal.report.remembered import remember
from ui.lock.passphrase import forget_passphrases
from ui.report.choices_panel import ChoicesPanel
from ui.report.maker import Maker
from ui.report.outputs import print_report, write_days, write_report
from ui.report.preview import Preview
from ui.settings import Settings
from ui.task import Task
from ui.widgets.buttons import button
from ui.widgets.label import TypedLabel
from ui.widgets.measure import line_height
from ui.widgets.save_dialog import SaveDialog, Write
from ui.widgets.tab_order import put_before

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.models.appointments import Appointment
    from legjournal.report.making import Finish, Wanted
    from ui.report.printing import Printer
    from ui.runner import Runner

CHOICES, PAGES = 24, 36  # heights of the text: how wide the choices and the pages want to be
BESIDE = 38  # from this width on the pages stand beside the choices
SEEN = 0.75  # of the height that scrolls: how much of it the pages take where they stand below
MARGIN = 24  # pixels


class ReportDialog(SaveDialog):
    """Extends SaveDialog: choices on the left, pages on the right, or below where it is narrow."""

    def __init__(
        self,
        journal: "Journal",
        runner: "Runner",
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
        self._runner = runner
        self._asked: tuple[Wanted, Finish] | None = None  # what the file being made is to be
        self._kept: tuple[Wanted, Finish] | None = None  # what the report saved last was asked to be
        self._opens_it = False  # once it is saved
        self._fitted = self._left = False
        if appointment is not None:
            self._name_appointment(appointment)
        self.panel = ChoicesPanel(journal, appointment.id if appointment else "")
        self.maker = Maker(journal, self)
        self.preview = Preview(self.maker)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("Making the report"))
        self.cancel = button(self.tr("Cancel"))
        self._lay_out()
        self._connect_signals()
        self._show_preview()

    def prepared(self) -> Write | None:
        """What makes the file; None, with a sentence, where something is not right yet."""
        wanted = self.panel.wanted
        if wanted is None:
            self.say(self._wrong_way_round())
            return None
        if not self.panel.file.complete():
            return None
        self._asked = wanted, self.panel.file.finish
        return partial(write_report, self._journal, *self._asked)

    def file_name(self) -> str:
        """The name to suggest, with the last day and the reader."""
        return f"Legs {self.panel.days.last.date().toString('yyyy-MM-dd')} {self.panel.audience.value}.pdf"

    def saved(self, path: Path, result: object) -> None:
        """Say where it is, and open it if that was the wish. result: the report, None for its days."""
        from legjournal.report.content import Report

        sentence = self.tr("Saved as {path}.").format(path=path)
        if isinstance(result, Report) and result.empty:
            span = phrases.span(result.period.first, result.period.last)
            nothing = self.tr("Nothing was recorded from {span}, and the report says so.").format(span=span)
            sentence = f"{nothing} {sentence}"
        self._kept = self._asked if result else None
        self.open_file.setText(self.tr("Open the report") if result else self.tr("Open the spreadsheet"))
        self.say(sentence)
        if self._opens_it:
            self.open_file.click()

    def show_making(self, making: bool) -> None:
        """Extends: with progress and Cancel."""
        super().show_making(making)
        for other in (self.preview.reader, self.preview.print_it, self.panel.file.spreadsheet):
            other.setEnabled(not making)
        self.progress.setVisible(making)
        self.progress.setValue(0)
        self.cancel.setVisible(making)
        self.cancel.setEnabled(making)
        if making:
            assert self.task is not None
            self.task.progressed.connect(self._on_progress)
        else:
            self._opens_it = False
            if self._left:
                self.deleteLater()

    def done(self, result: int) -> None:
        """Extends QDialog: gone for good, the pages and a password with it, once nothing is being made."""
        self.maker.stop()
        forget_passphrases(self)
        super().done(result)
        self._left = True
        if not self.cancel.isEnabled():
            self.deleteLater()

    @classmethod
    def ask_printer(cls, parent: QWidget) -> "Printer | None":
        """Which printer shall be used, and for which pages; None if none. Raises CannotPrint."""
        try:
            from ui.report.printing import chosen_printer
        except ImportError:  # without CUPS
            raise CannotPrint from None
        return chosen_printer(parent)

    def sizeHint(self) -> QSize:
        return QSize((CHOICES + PAGES) * line_height(), super().sizeHint().height())

    def fit(self) -> None:
        """Extends: once. What the person makes of the room afterwards stays; the choices scroll."""
        if not self._fitted:
            self._fitted = True
            super().fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_preview()

    def _name_appointment(self, appointment: "Appointment") -> None:
        day = phrases.day(appointment.at.date(), weekday=True)
        words = self.tr("For the appointment with {who} on {day}").format(who=appointment.with_whom, day=day)
        self.body.addWidget(TypedLabel(words))

    def _lay_out(self) -> None:
        self.body.addWidget(self.panel)
        self.body.addWidget(self.progress)
        self.body.addStretch()
        self.body.addWidget(self.preview)
        self.add_buttons(self.cancel)
        self.show_making(False)

    def _place_preview(self) -> None:
        """Beside the choices where there is room for both, else below them."""
        beside = self.width() >= BESIDE * line_height()
        if beside != (self.beside.indexOf(self.preview) >= 0):
            (self.body if beside else self.beside).removeWidget(self.preview)
            if beside:
                self.beside.addWidget(self.preview, 1)
            else:
                self.body.addWidget(self.preview)
            put_before(self._foot, self.preview)
        margin = MARGIN if beside else 0
        self.preview.keep_off(margin)
        self.preview.view.setMinimumHeight(0 if beside else round(SEEN * self._scroller.height()))

    def _connect_signals(self) -> None:
        self.panel.changed.connect(self._on_changed)
        self.panel.details_typed.connect(self._on_details)
        self.preview.again_requested.connect(self._show_preview)
        self.preview.reader_requested.connect(self._on_reader)
        self.preview.print_requested.connect(self._on_print)
        self.panel.file.spreadsheet_requested.connect(self._on_spreadsheet)
        self.cancel.clicked.connect(self._on_cancel)

    def _on_changed(self) -> None:
        if not self._journal.read_only:
            self._runner.run(partial(remember, self._journal.preferences, self.panel.remembered))
        self._show_preview()

    def _on_details(self, details: OwnDetails) -> None:
        if not self._journal.read_only:
            self._runner.run(partial(keep_details, self._journal.preferences, details))

    def _show_preview(self) -> None:
        wanted = self.panel.wanted
        if wanted is None:
            self.maker.stop()
            self.preview.say(self._wrong_way_round())
        else:
            self.maker.ask(wanted)

    def _wrong_way_round(self) -> str:
        return self.tr("The first day is after the last. Please change one of them.")

    def _on_reader(self) -> None:
        """Open what was saved, or save it first: no other program can see the pages before that."""
        wanted = self.panel.wanted, self.panel.file.finish
        if self._kept == wanted and self.open_file.isVisible():
            self.open_file.click()
            return
        self._opens_it = True
        self.save.click()
        if self.save.isEnabled():  # nothing is being made: the person gave the question up
            self._opens_it = False

    def _on_spreadsheet(self) -> None:
        wanted = self.panel.wanted
        if wanted is None:
            self.say(self._wrong_way_round())
        else:
            name = f"Legs {wanted.period.last.isoformat()} days.csv"
            self.save_as(partial(write_days, self._journal, wanted), name)

    def _on_print(self) -> None:
        wanted = self.panel.wanted
        if wanted is None:
            self.say(self._wrong_way_round())
            return
        try:
            printer = self.ask_printer(self)
        except CannotPrint as fault:
            self.say(str(fault))
            return
        if printer is None:
            return
        self.task = Task(partial(print_report, self._journal, wanted, printer), self)
        self.task.done.connect(self._on_printed)
        self.task.refused.connect(self.say)
        self.task.cancelled.connect(self._on_print_cancelled)
        self.task.ended.connect(self._on_ended)
        self.show_making(True)
        self.task.start()

    def _on_printed(self) -> None:
        self.say(self.tr("Sent to the printer."))

    def _on_print_cancelled(self) -> None:
        self.say(self.tr("Cancelled. Nothing more is printed."))

    def _on_progress(self, share: float) -> None:
        self.progress.setValue(round(100 * share))

    def _on_cancel(self) -> None:
        if self.task is not None:
            self.task.cancel()
