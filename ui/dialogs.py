"""The dialogs of an open journal. Each opens once nothing is being stored, and shows what was typed last."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.library.comparing import Comparison
    from legjournal.search import Result
    from ui.backups.keeper import BackupKeeper
    from ui.resources.wish import Wish
    from ui.runner import Runner
    from ui.settings import Settings
    from ui.tabs import Tabs

OF_ROUTINE = ("session", "day_off")  # tables whose entries stand on the page of the routine


class Dialogs(QObject):
    """Opens them. `day` is the page in sight; each is told with what it was asked for.

    Signals: `place_requested(int, date)`, a tab and a day to turn to; `page_requested(str)`, the resource
    page of this key.
    """

    place_requested = Signal(int, object)
    page_requested = Signal(str)

    def __init__(
        self,
        journal: "Journal",
        runner: "Runner",
        keeper: "BackupKeeper",
        tabs: "Tabs",
        settings: "Settings",
        window: QWidget,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._runner = runner
        self._keeper = keeper
        self._tabs = tabs
        self._settings = settings
        self._window = window
        self.day = journal.clock.today()

    def show_search(self) -> None:
        """Show the field in which words are looked for, as soon as what was typed last can be found."""
        self._tabs.flush()
        self._runner.when_still(self._open_search)

    def show_versions(self, row: str = "") -> None:
        """Show the earlier versions of the entries of this day; row: those of an entry that has no day."""
        from legjournal.storage.second_place import SecondPlace
        from ui.versions.dialog import VersionsDialog

        self._tabs.flush()
        chosen = self._settings.second_place
        second = SecondPlace(chosen) if chosen is not None else None
        VersionsDialog(self._journal, self._runner, self._keeper, self.day, second, row, self._window).open()

    def choose_parts(self) -> None:
        """Have the person choose what the diary asks."""
        self._runner.when_still(self._open_parts)

    def add_appointment(self) -> None:
        """Have an appointment written down."""
        self._runner.when_still(self._open_appointment)

    def show_appointments(self) -> None:
        """Show the appointments, past and to come."""
        self._tabs.flush()
        self._runner.when_still(self._open_appointments)

    def show_therapies(self) -> None:
        """Show the therapy log."""
        self._tabs.flush()
        self._runner.when_still(self._open_therapies)

    def show_contacts(self, contact_id: str = "") -> None:
        """Show the contacts, with the keyboard on one of them if that is said."""
        self._runner.when_still(partial(self._open_contacts, contact_id))

    def add_contact(self, page_key: str = "") -> None:
        """Have a contact written down. page_key: the resource page it belongs to."""
        self._runner.when_still(partial(self._open_contact, page_key))

    def ask_weekly(self) -> None:
        """Have the weekly check answered on the day in sight."""
        self._runner.when_still(self._tabs.ask_weekly)

    def show_medicines(self) -> None:
        """Show the medicines and test results."""
        self._tabs.flush()
        self._runner.when_still(self._open_medicines)

    def make_plan(self, start: str) -> None:
        """Have a plan made or changed. start: what `ui.plan.dialog.PlanDialog` begins from."""
        self._tabs.flush()
        self._runner.when_still(partial(self._open_plan, start))

    def show_plans(self) -> None:
        """Show the plans over time."""
        self._tabs.flush()
        self._runner.when_still(self._open_plans)

    def show_exercises(self) -> None:
        """Show the exercises, with the person's own."""
        self._runner.when_still(self._open_exercises)

    def show_report(self) -> None:
        """Show the report, with what was typed last."""
        self._tabs.flush()
        self._runner.when_still(self._open_report)

    def show_calendar(self) -> None:
        """Offer the plan of the day in sight for the person's own calendar."""
        self._tabs.flush()
        self._runner.when_still(self._open_calendar)

    def show_checklist(self) -> None:
        """Offer the plan of the day in sight as a page to print."""
        self._tabs.flush()
        self._runner.when_still(self._open_checklist)

    def grant(self, wish: "Wish", key: str) -> None:
        """Do what was wished for about the resource page of this key."""
        from ui.resources.wish import Wish

        granted: dict[Wish, Callable[[], None]] = {
            Wish.SAVE: partial(self._open_save_resource, key),
            Wish.TRY: partial(self._open_course, key),
            Wish.ASK: partial(self._open_questions, key),
            Wish.SEE_COURSES: self._open_therapies,
            Wish.ADD_CONTACT: partial(self._open_contact, key),
            Wish.SEE_CONTACTS: partial(self._open_contacts, ""),
        }
        self._tabs.flush()
        self._runner.when_still(granted[wish])

    def save_table(self, comparison: "Comparison") -> None:
        """Offer the table of therapies as a PDF."""
        from ui.resources.compare.save_dialog import SaveComparisonDialog

        SaveComparisonDialog(self._settings, comparison, self._window).open()

    def _open_search(self) -> None:
        from ui.search.dialog import SearchDialog

        dialog = SearchDialog(self._journal, self._runner, self._window)
        dialog.result_requested.connect(self._on_result)
        dialog.open()

    def _on_result(self, result: "Result") -> None:
        """Turn to where a result stands."""
        from ui.tabs import DIARY, ROUTINE

        place = self._journal.drafts.place(result.row) if result.table == "draft" else result.table
        subject = place.partition("/")[0]
        if result.table == "draft" and result.day is None:
            self._go_on_typing(*place.split("/"))
        elif result.table == "page_mark":
            marks = self._journal.page_marks.all()
            self.page_requested.emit(next((key for key, mark in marks.items() if mark.id == result.row), ""))
        elif result.table == "test_result":
            self.show_medicines()
        elif result.table == "contact":
            self.show_contacts(result.row)
        elif result.day is None:
            self.show_versions(result.row)
        else:
            tab = ROUTINE if subject in OF_ROUTINE else DIARY
            # What is yet to come stands beside today.
            self.place_requested.emit(tab, min(result.day, self._journal.clock.today()))

    def _go_on_typing(self, subject: str = "", start: str = "", *_rest: str) -> None:
        """Open what was being typed into and belongs to no day."""
        from ui.widgets.page_field import FROM_PAGE

        if subject == "plan":
            self.make_plan(start)
            return
        from_page = {"therapy_course": self._open_course, "contact": self._open_contact}
        if subject in from_page and start.startswith(FROM_PAGE):
            from_page[subject](start.removeprefix(FROM_PAGE))
            return
        forms: dict[str, Callable[[], None]] = {
            "appointment": self.add_appointment if start == "new" else self.show_appointments,
            "activity": self.ask_weekly,
            "contact": self.add_contact if start == "new" else partial(self.show_contacts, start),
            "exercise": self.show_exercises,
            "medicine": self.show_medicines,
            "test_result": self.show_medicines,
            "therapy_course": self.show_therapies,
            "therapy_session": self.show_therapies,
        }
        forms.get(subject, self.add_appointment)()

    def _open_appointment(self) -> None:
        from ui.appointments.form import AppointmentForm

        AppointmentForm(None, self._journal, self._runner, self._window).open()

    def _open_appointments(self) -> None:
        from ui.appointments.dialog import AppointmentsDialog

        AppointmentsDialog(self._journal, self._runner, self._settings, self._window).open()

    def _open_therapies(self) -> None:
        from ui.therapies.dialog import TherapiesDialog

        dialog = TherapiesDialog(self._journal, self._runner, self._window)
        dialog.page_requested.connect(self.page_requested)
        dialog.open()

    def _open_contacts(self, contact_id: str) -> None:
        from ui.contacts.dialog import ContactsDialog

        dialog = ContactsDialog(self._journal, self._runner, self._window, contact_id)
        dialog.page_requested.connect(self.page_requested)
        dialog.open()

    def _open_contact(self, page_key: str) -> None:
        from ui.contacts.form import ContactForm

        ContactForm(None, self._journal, self._runner, self._window, page_key).open()

    def _open_parts(self) -> None:
        from ui.diary.parts_dialog import PartsDialog

        PartsDialog(self._journal.preferences, self._runner, self._window).open()

    def _open_medicines(self) -> None:
        from ui.medicines.dialog import MedicinesDialog

        MedicinesDialog(self._journal, self._runner, self._window).open()

    def _open_plan(self, start: str) -> None:
        from ui.plan.dialog import PlanDialog

        PlanDialog(self._journal, self._runner, self._journal.clock.today(), self._window, start).open()

    def _open_plans(self) -> None:
        from ui.plan.plans_dialog import PlansDialog

        PlansDialog(self._journal, self._runner, self._journal.clock.today(), self._window).open()

    def _open_exercises(self) -> None:
        from ui.plan.catalogue import CatalogueDialog

        CatalogueDialog(self._journal, self._runner, None, self._window).open()

    def _open_report(self) -> None:
        from ui.report.dialog import ReportDialog

        ReportDialog(self._journal, self._runner, self._settings, self._window).open()

    def _open_calendar(self) -> None:
        from ui.routine.calendar_dialog import CalendarDialog

        plan = self._journal.plans.on(self.day)
        if plan is not None:
            CalendarDialog(self._journal, self._runner, self._settings, plan, self._window).open()

    def _open_course(self, page: str) -> None:
        from ui.therapies.course_form import CourseForm

        CourseForm(None, self._journal, self._runner, self._window, page=page).open()

    def _open_questions(self, page: str) -> None:
        """The next appointment, or a new one, with the questions of the page to pick from."""
        from ui.appointments.form import AppointmentForm

        coming = self._journal.appointments.next_after(self._journal.clock.now())
        AppointmentForm(coming, self._journal, self._runner, self._window, page=page).open()

    def _open_save_resource(self, key: str) -> None:
        """A page as a PDF, with the routes of all nations, the person's own first."""
        from legjournal.library.pages import pages
        from ui.resources.as_markdown import Wanted
        from ui.resources.save_dialog import SavePageDialog

        wanted = Wanted(key, self._journal.nation.chosen(), unfolded=True)
        SavePageDialog(self._settings, pages().items[key], wanted, self._window).open()

    def _open_checklist(self) -> None:
        from ui.routine.print_dialog import PrintDialog

        plan = self._journal.plans.on(self.day)
        if plan is not None:
            PrintDialog(self._journal, self._settings, plan, self._window).open()
