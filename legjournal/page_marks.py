"""The person's marks on resource pages: bookmarks, and notes of their own."""

from typing import Any

from sqlmodel import select

from legjournal.models.preferences import PageMark, PageMarkFields
from legjournal.storage.answers import answer
from legjournal.storage.history import Changed
from legjournal.storage.store import Store


class PageMarks:
    """The marks of the journal, one a page at most."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> dict[str, PageMark]:
        """Every mark by the key its page has today, the first made first."""
        from legjournal.library.pages import standing_key

        with self._store.read() as session:
            rows = sorted(session.exec(select(PageMark)), key=lambda row: row.recorded_at)
        marks = {standing_key(row.page): row for row in rows}
        return marks | {row.page: row for row in rows if row.page in marks}  # today's before an older one

    def bookmark(self, page: str, wanted: bool) -> Changed:
        """Put a bookmark on a page, or take it away."""
        return self._mark(page, bookmarked=wanted)

    def write(self, page: str, note: str | None) -> Changed:
        """Keep a note on a page; None takes it away. Raises pydantic.ValidationError when it is too long."""
        return self._mark(page, note=note)

    def _mark(self, page: str, **answers: Any) -> Changed:
        """A page without bookmark and note has no mark left."""
        from legjournal.library.pages import keys_of

        with self._store.change() as change:
            session = change.session
            kept = {mark.page: mark for mark in session.exec(select(PageMark))}
            mark = next((kept[key] for key in keys_of(page) if key in kept), None) or PageMark(page=page)
            answer(session, mark, PageMarkFields, answers)
            if not mark.bookmarked and mark.note is None:
                session.expunge(mark) if mark in session.new else session.delete(mark)
        return change.changed()
