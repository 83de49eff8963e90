"""Typing that is not an answer yet: kept word for word, shown again, never counted."""

from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from legjournal.models.drafts import Draft
from legjournal.storage.history import Changed
from legjournal.storage.store import Store

WHOLE = "form"  # the last part of a place where a form is kept whole, as JSON


class Drafts:
    """One draft a place; a place is a path such as `night/2026-11-22/got_out_of_bed`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def under(self, prefix: str) -> dict[str, str]:
        """The drafts whose place begins with `prefix`, by the rest of their place."""
        with self._store.read() as session:
            return {draft.place.removeprefix(prefix): draft.typed for draft in session.exec(_under(prefix))}

    def place(self, draft_id: str) -> str:
        """Where a draft was typed; empty when it is gone meanwhile."""
        with self._store.read() as session:
            return session.exec(select(Draft.place).where(Draft.id == draft_id)).first() or ""

    def forget(self, prefix: str) -> Changed:
        """Forget all drafts whose place begins with `prefix`."""
        with self._store.change() as change:
            for draft in change.session.exec(_under(prefix)):
                change.session.delete(draft)
        return change.changed()

    def keep(self, place: str, typed: str | None) -> Changed:
        """Keep what was typed at `place`; None forgets it."""
        with self._store.change() as change:
            draft = change.session.exec(select(Draft).where(Draft.place == place)).first()
            if typed is None and draft is not None:
                change.session.delete(draft)
            elif typed is not None and draft is None:
                change.session.add(Draft(place=place, typed=typed))
            elif draft is not None and typed is not None:
                draft.typed = typed
        return change.changed()


def _under(prefix: str) -> SelectOfScalar[Draft]:
    return select(Draft).where(col(Draft.place).startswith(prefix, autoescape=True))
