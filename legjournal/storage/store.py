"""The open file: changes in real transactions, reads that leave nothing open behind them."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from pathlib import Path

from sqlalchemy import Engine, event, insert
from sqlmodel import Session

from legjournal import errors
from legjournal.models.row import Row, new_id
from legjournal.storage.digest import digest
from legjournal.storage.engine import open_engine
from legjournal.storage.faults import as_sentences
from legjournal.storage.history import Changed, Recorder, complete_row
from legjournal.storage.revisions import REVISIONS, first_revisions
from legjournal.storage.tables import stored_row, table_of


@dataclass(frozen=True)
class Change:
    """One action under way: use `session`, and after the block ask `changed()`."""

    session: Session
    recorder: Recorder

    def changed(self) -> Changed:
        """What the action changed."""
        return self.recorder.changed()


class Store:
    """One journal file, open. Safe to use from a worker thread beside the window's.

    key: 32 raw bytes, or None for a plain file. read_only: every change is refused.
    """

    def __init__(
        self,
        path: Path,
        now: Callable[[], datetime],
        key: bytes | None = None,
        *,
        read_only: bool = False,
    ) -> None:
        self.path = path
        self.key = key
        self.read_only = read_only
        self._now = now
        self.engine: Engine = open_engine(path, key, read_only=read_only)
        self._reading = self.engine.execution_options(read_only=True)

    @contextmanager
    def change(self, action: str | None = None) -> Iterator[Change]:
        """One action in one transaction: committed when the block ends well, undone when it raises.

        Raises NotSaved with the person's sentence when the disk or another program is in the way.
        """
        self._refuse_read_only()
        recorder = Recorder(self._now, action or new_id())
        # `begin()` around the block, never `commit()` inside it: see the note on the engine's reset.
        with as_sentences(), Session(self.engine, expire_on_commit=False) as session, session.begin():
            event.listen(session, "before_flush", recorder.before_flush)
            yield Change(session, recorder)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session for reading. Load what is needed and leave: an open reader keeps a save waiting.

        Raises DamagedInside for a value that is no longer what it was: a day with a letter in it, say.
        """
        with as_sentences(), Session(self._reading, expire_on_commit=False) as session:
            try:
                yield session
            except ValueError:
                raise errors.DamagedInside from None

    def add_all(self, rows: Iterable[Row], *, undoable: bool = False) -> Changed:
        """Put many new rows in, all or none, in few statements: for imports and the sample journal.

        undoable: keep a revision of each, so that one undo takes all of them back.
        """
        from legjournal.models.record import RECORD

        self._refuse_read_only()
        order = {model: place for place, model in enumerate(RECORD)}
        ordered = sorted(rows, key=lambda row: order[type(row)])
        with as_sentences(), self.engine.begin() as connection:
            # A row may name one of its own table that comes after it: all are there at the end, or none.
            connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
            for model, group in groupby(ordered, key=type):
                table = model.__table__  # type: ignore[attr-defined]
                connection.execute(insert(table), [self._finished(row) for row in group])
            if undoable and ordered:
                connection.execute(insert(REVISIONS), first_revisions(ordered, new_id(), self._now()))
        return Changed(
            tables=frozenset(table_of(row).name for row in ordered),
            days=frozenset(day for row in ordered if isinstance(day := getattr(row, "date", None), date)),
            rows=tuple(row.id for row in ordered),
        )

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()

    def _refuse_read_only(self) -> None:
        if self.read_only:
            raise errors.OpenToReadOnly

    def _finished(self, row: Row) -> dict[str, object]:
        if row.rev == 0:
            complete_row(row, self._now())
        else:
            row.digest = digest(stored_row(row))
        return {column.name: getattr(row, column.name) for column in table_of(row).columns}
