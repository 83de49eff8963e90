"""The forms of a therapy course: start, change and end one."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from legjournal import phrases
from ui.therapies.sayings import short_name
from ui.widgets.day_field import DayField
from ui.widgets.field import Entry, Field, NoteField, NumberField
from ui.widgets.form import Form
from ui.widgets.names_offered import NamesOffered
from ui.widgets.page_field import FROM_PAGE, PageField
from ui.widgets.reading import Reading

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.models.therapies import TherapyCourse
    from legjournal.storage.history import Changed
    from ui.runner import Runner

MOST_VISITS = 1000


class CourseForm(Form):
    """Extends Form: a course.

    course: the one to change, or None for a new one. page: the key of the resource page a new one is from.
    """

    def __init__(
        self,
        course: "TherapyCourse | None",
        journal: "Journal",
        runner: "Runner",
        parent: QWidget | None = None,
        page: str = "",
    ) -> None:
        title = self.tr("Change a course") if course else self.tr("Start a course")
        start = course.id if course else f"{FROM_PAGE}{page}" if page else "new"
        super().__init__(title, journal, runner, f"therapy_course/{start}/", parent)
        self._course = course
        self._make_fields()
        if course is not None:
            self._show(course)
        elif page:
            self._begin_from(page)
        fields: dict[str, QWidget] = {
            "name": self.name,
            "place": self.place,
            "price": self.price,
            "planned": self.planned,
            "started": self.started,
            "stopped": self.stopped,
            "page": self.page,
            "note": self.note_field,
        }
        self.begin(fields, self.tr("Write it down"))
        self._stored_page = self.page.key
        if (kept := self.kept("page")) is not None:
            self.page.show_key(kept)
        self.page.box.currentIndexChanged.connect(self._on_page)
        self.go_on_with_note("note", self.note_field, (course.note or "") if course else "")
        if course is not None:
            called = short_name(course)
            self.offer_to_remove(
                self.tr("Remove {course} with its visits").format(course=called),
                partial(journal.therapies.remove_course, course.id),
                self.tr("{course} was removed with its visits.").format(course=called),
            )

    def read(self, reading: Reading) -> dict[str, Any]:
        answers: dict[str, Any] = {
            "name": reading.words(self.name, self.tr("Please write what it is called.")),
            "place": reading.words(self.place),
            "price_pence": reading.money(self.price),
            "planned_sessions": reading.count(self.planned, MOST_VISITS),
            "started": reading.day(self.started),
            "stopped": reading.day(self.stopped),
            "page": self.page.key or None,
            "note": reading.note(self.note_field),
        }
        started, stopped = answers["started"], answers["stopped"]
        if started and stopped and stopped < started:
            reading.blame(self.stopped, self.tr("This is before the day it was started."))
        return answers

    def action(self) -> "Callable[..., Changed]":
        therapies = self.journal.therapies
        return therapies.add if self._course is None else partial(therapies.correct, self._course.id)

    def done_words(self, answers: dict[str, Any]) -> str:
        return self.tr("{name} is written down.").format(name=phrases.cut(answers["name"], 60))

    def _make_fields(self) -> None:
        from legjournal.library.pages import PageKind

        today, day = self.journal.clock.today(), self.tr("for example 3 March 2026")
        self.name = Field(self.tr("Therapy"), Entry(), self.tr("for example massage"))
        self.place = Field(self.tr("Where"), Entry(), self.tr("not needed"))
        NamesOffered((contact.name for contact in self.journal.contacts.all()), self.place.entry)
        self.price = Field(self.tr("Price of a visit"), Entry(), self.tr("for example £40; or nothing"))
        self.planned = NumberField(self.tr("Visits planned"), self.tr("for example 6; or nothing"))
        self.started = DayField(self.tr("From (empty if you do not know)"), today, day)
        self.stopped = DayField(self.tr("Until (empty if it goes on)"), today, day)
        self.page = PageField([PageKind.THERAPY])
        self.note_field = NoteField(self.tr("Notes"), self.tr("not needed"))

    def _show(self, course: "TherapyCourse") -> None:
        self.name.entry.setText(course.name)
        self.place.entry.setText(course.place or "")
        self.price.entry.setText("" if course.price_pence is None else phrases.money(course.price_pence))
        self.planned.entry.setText("" if course.planned_sessions is None else str(course.planned_sessions))
        self.started.show_day(course.started)
        self.stopped.show_day(course.stopped)
        self.page.show_key(course.page or "")

    def _begin_from(self, page: str) -> None:
        from legjournal.library.pages import pages

        self.name.entry.setText(pages().items[page].title)
        self.page.show_key(page)

    def _on_page(self) -> None:
        key = self.page.key
        self.keep("page", None if key == self._stored_page else key)


class EndCourse(Form):
    """Extends Form: a course comes to its end."""

    def __init__(
        self, course: "TherapyCourse", journal: "Journal", runner: "Runner", parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("End a course"), journal, runner, f"therapy_course/{course.id}/end/", parent)
        self._course = course
        self.last = DayField(self.tr("Last day"), journal.clock.today(), self.tr("for example 3 March 2026"))
        self.last.show_day(journal.clock.today())
        self.begin({"last": self.last}, self.tr("Write it down"))

    def read(self, reading: Reading) -> dict[str, Any]:
        last = reading.day(self.last, self.tr("Please write the day, for example 3 March 2026."))
        started = self._course.started
        if last and started and last < started:
            reading.blame(self.last, self.tr("This is before the day it was started."))
        return {"stopped": last}

    def action(self) -> "Callable[..., Changed]":
        return partial(self.journal.therapies.correct, self._course.id)

    def done_words(self, answers: dict[str, Any]) -> str:
        words = self.tr("{course} ended on {day}.")
        return words.format(course=short_name(self._course), day=phrases.day(answers["stopped"]))
