"""Beside a page: what is the person's own about it, and what they can do with it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legjournal import phrases
from legjournal.library.pages import Page, PageKind, pages
from ui.resources.wish import Wish
from ui.therapies.sayings import Sayings, short_name
from ui.widgets.buttons import button, compact
from ui.widgets.chip import Chip
from ui.widgets.field import NoteField
from ui.widgets.flow import FlowLayout
from ui.widgets.label import Size, TypedLabel

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.storage.history import Changed
    from ui.runner import Runner

OF_PEOPLE = (PageKind.GETTING_HELP, PageKind.THERAPY)  # pages about what somebody does for one


class Doing(QWidget):
    """What can be done with the page that is read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bookmark = Chip(self.tr("Bookmark"), self.tr("Bookmark this page"))
        self.tried = button(self.tr("I tried this…"), changes=True)
        self.ask = button(self.tr("Ask about this…"), changes=True)
        self._row = FlowLayout(self)
        for made in (self.bookmark, self.tried, self.ask):
            self._row.addWidget(made)

    def show_page(self, page: Page) -> None:
        """Offer what goes with a page: only a therapy can have been tried."""
        about = self.tr("{doing}: {title}")
        for made in (self.tried, self.ask):
            made.setAccessibleName(about.format(doing=made.text().rstrip("…"), title=page.title))
        self.tried.setVisible(page.kind is PageKind.THERAPY)


class Mine(QWidget):
    """Own note, courses, questions and contacts about the page that is read; `doing` has a place of its own.

    Signals: `wished(object)`, a `Wish` about this page; `bookmarks_read(object)`, the keys of the bookmarked
    pages, the first put first.
    """

    wished = Signal(object)
    bookmarks_read = Signal(object)
    tables = frozenset({"page_mark", "therapy_course", "therapy_session", "appointment", "contact"})

    def __init__(self, journal: "Journal", runner: "Runner", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._runner = runner
        self._key = ""
        self._say = Sayings(self)
        self.doing = Doing()
        self.note = NoteField(self.tr("Your own note"), lines=4)
        self._known = QWidget()  # what is known of it already
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.note)
        column.addWidget(self._known)
        column.addStretch()
        self.doing.bookmark.clicked.connect(self._on_bookmark)
        self.doing.tried.clicked.connect(partial(self.wished.emit, Wish.TRY))
        self.doing.ask.clicked.connect(partial(self.wished.emit, Wish.ASK))
        self.note.written.connect(self._on_note)

    def show_page(self, key: str) -> None:
        """Show what is stored about a page; what was being typed about the last one is stored first."""
        self.note.flush()
        self._key = key
        self.doing.show_page(pages().items[key])
        self.setEnabled(False)  # until it is known what there is: nothing may be typed over it
        self._runner.when_still(self.show_stored)

    def show_stored(self) -> None:
        """Show what is stored; what is being typed is left alone."""
        marks = self._journal.page_marks.all()
        self.bookmarks_read.emit(tuple(key for key, mark in marks.items() if mark.bookmarked))
        mark = marks.get(self._key)
        self.doing.bookmark.setChecked(mark is not None and mark.bookmarked)
        self.note.show_text((mark.note or "") if mark else "")
        fresh = QWidget()
        rows = QVBoxLayout(fresh)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        for part in (self._courses(), self._questions(), self._contacts()):
            if part is not None:
                rows.addWidget(part)
        self._column.replaceWidget(self._known, fresh)
        fresh.setVisible(rows.count() > 0)
        self._known.hide()
        self._known.deleteLater()
        self._known = fresh
        self.setEnabled(True)

    def follow(self, changed: "Changed") -> None:
        """Show what an action changed, if it is among this."""
        if self._key and changed.tables & self.tables:
            self._runner.when_still(self.show_stored)

    def flush(self) -> None:
        """Hand over what is being typed."""
        self.note.flush()

    def _courses(self) -> QWidget | None:
        logs = self._journal.therapies.logs_about(self._key)
        if not logs:
            return None
        words = [part for log in logs for part in (short_name(log.course), self._say.course(log))]
        see = compact(self.tr("See your therapies"))
        see.clicked.connect(partial(self.wished.emit, Wish.SEE_COURSES))
        return _listed(self.tr("What you had"), words, see)

    def _questions(self) -> QWidget | None:
        """Those of the page that wait for the next appointment."""
        coming = self._journal.appointments.next_after(self._journal.clock.now())
        suggested = pages().items[self._key].questions_to_ask
        asked = [words for words in coming.questions if words in suggested] if coming else []
        if coming is None or not asked:
            return None
        day, who = phrases.day(coming.at.date(), year=False), phrases.cut(coming.with_whom, 40)
        return _listed(self.tr("To ask {who} on {day}").format(who=who, day=day), asked)

    def _contacts(self) -> QWidget | None:
        known = self._journal.contacts.about(self._key)
        if not known and pages().items[self._key].kind not in OF_PEOPLE:
            return None
        words = [" · ".join(part for part in (row.name, row.what, row.phone) if part) for row in known]
        add = compact(self.tr("Add a contact…"), self.tr("Add a contact to this page"), changes=True)
        add.clicked.connect(partial(self.wished.emit, Wish.ADD_CONTACT))
        see = compact(self.tr("See your contacts"))
        see.clicked.connect(partial(self.wished.emit, Wish.SEE_CONTACTS))
        return _listed(self.tr("Your contacts"), words, add, *([see] if known else []))

    def _on_bookmark(self, wanted: bool) -> None:
        self._runner.run(partial(self._journal.page_marks.bookmark, self._key, wanted=wanted))

    def _on_note(self, words: str) -> None:
        self._runner.run(partial(self._journal.page_marks.write, self._key, words or None))


def _listed(heading: str, rows: list[str], *last: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(TypedLabel(heading, Size.LABEL))
    for words in rows:
        column.addWidget(TypedLabel(words))
    for widget in last:
        column.addWidget(widget)
    return made
