"""The open file: changes in real transactions, reads that leave nothing open behind them."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, islice
from pathlib import Path

from sqlalchemy import Engine, event, insert, select
from sqlmodel import Session

from legjournal import errors
from legjournal.models.row import Row, new_id
from legjournal.storage.digest import digest
from legjournal.storage.engine import open_engine
from legjournal.storage.faults import as_sentences
from legjournal.storage.guard import Guard
from legjournal.storage.history import Changed, Place, Recorder, changed_by, complete_row
from legjournal.storage.revisions import REVISIONS, first_revisions
from legjournal.storage.saving import Saving
from legjournal.storage.tables import stored_row, table_of

BATCH = 1000  # rows in memory at a time when many are put in


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
        self.guard = Guard(path)
        self._sitting: set[str] = set()  # the actions since the file was opened
        self._connect()

    @contextmanager
    def change(self, action: str | None = None) -> Iterator[Change]:
        """One action in one transaction: committed when the block ends well, undone when it raises.

        Raises NotSaved with the person's sentence when the disk or another program is in the way.
        """
        recorder = Recorder(self._now, action or new_id(), self._sitting)
        saving = self._saving(lambda: self._find(recorder.action, recorder.last, recorder.changed()))
        # `begin()` around the block, never `commit()` inside it: see the note on the engine's reset.
        with (
            self._sure_of_damage(),
            saving.watched(),
            Session(self.engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            session.connection()
            saving.begun()
            event.listen(session, "before_flush", recorder.before_flush)
            yield Change(session, recorder)
            session.flush()
            saving.written()
        self._sitting.add(recorder.action)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session for reading. Load what is needed and leave: an open reader keeps a save waiting.

        Raises DamagedInside for a value that is no longer what it was: a day with a letter in it, say.
        """
        self.guard.begin()
        with (
            self._sure_of_damage(),
            as_sentences(),
            Session(self._reading, expire_on_commit=False) as session,
        ):
            try:
                yield session
            except ValueError:
                raise errors.DamagedInside from None

    def add_all(self, rows: Iterable[Row], *, undoable: bool = False) -> Changed:
        """Put many new rows in, all or none, in few statements: for imports and the sample journal.

        undoable: keep a revision of each, so that one undo takes all of them back.
        """
        action, changed = new_id(), Changed()
        place: Place | None = None
        saving = self._saving(lambda: self._find(action, place, changed))
        with self._sure_of_damage(), saving.watched(), self.engine.begin() as connection:
            saving.begun()
            # A row may name one that comes after it: all are there at the end, or none.
            connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
            for batch in _batches(rows):
                for model, group in groupby(sorted(batch, key=_table_name), key=type):
                    connection.execute(insert(table_of(model)), [self._finished(row) for row in group])
                if undoable:
                    connection.execute(insert(REVISIONS), first_revisions(batch, action, self._now()))
                place = place or _place_of(batch[0])
                changed |= changed_by(batch)
            saving.written()
        return changed

    def reload(self, path: Path | None = None) -> None:
        """Go on with the file that has the name now, or with the one at `path`.

        A version of an entry does not go on from one that another program may have written.
        """
        self.engine.dispose()
        self.path = path or self.path
        self.guard.go_on(self.path)
        self._sitting.clear()
        self._connect()

    def salt(self) -> bytes:
        """What the key of a locked file was made with.

        Asked of SQLCipher, not read from the file: to close another handle would let go of SQLite's locks.
        """
        with self.read() as session:
            return bytes.fromhex(session.connection().exec_driver_sql("PRAGMA cipher_salt").scalar_one())

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()
        self.guard.close()

    def _connect(self) -> None:
        self.engine: Engine = open_engine(self.path, self.key, read_only=self.read_only)
        self._reading = self.engine.execution_options(read_only=True)

    @contextmanager
    def _sure_of_damage(self) -> Iterator[None]:
        """A read that the disk fails to answer looks like damage: before anybody is told so, look again."""
        try:
            yield
        except errors.DamagedInside:
            from legjournal.storage.check import sure_of_damage

            with sure_of_damage(self.path, self.key):
                raise

    def _saving(self, find: Callable[[], Changed | None]) -> Saving:
        self._refuse_read_only()
        return Saving(self.guard, self.path.parent, find)

    def _find(self, action: str, row: Place | None, changed: Changed) -> Changed | None:
        """`changed`, if it is in the file: an action is there whole or not at all.

        row: one that was written by it; without one, a revision says so.
        """
        with self.read() as session:
            if row is None:
                named = select(REVISIONS.c.seq).where(REVISIONS.c.action == action)
                return changed if session.scalar(named.limit(1)) is not None else None
            table, row_id, digested = row
            found = session.scalar(select(table.c.digest).where(table.c.id == row_id))
        return changed if found == digested else None

    def _refuse_read_only(self) -> None:
        if self.read_only:
            raise errors.OpenToReadOnly

    def _finished(self, row: Row) -> dict[str, object]:
        if row.rev == 0:
            complete_row(row, self._now())
        else:
            row.digest = digest(stored_row(row))
        return {column.name: getattr(row, column.name) for column in table_of(row).columns}


def _place_of(row: Row) -> Place:
    return table_of(row), row.id, row.digest


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    rest = iter(rows)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _table_name(row: Row) -> str:
    return table_of(row).name
