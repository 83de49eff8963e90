"""Comparing the open journal with another one, entry by entry."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from sqlalchemy import Connection, Table

from legjournal.entries.versions import unique_columns
from legjournal.errors import Damaged, ImportRefused
from legjournal.exchange.comparison import Difference, Entry, Plan, difference, refuse_untrue
from legjournal.exchange.known import Known, content, deleted
from legjournal.exchange.other_journal import reading
from legjournal.journal import Journal
from legjournal.models.record import BY_TABLE, RECORD
from legjournal.progress import Progress, unheard
from legjournal.storage.states import references
from legjournal.storage.stored_rows import Stored, columns_of, rows_of
from legjournal.storage.tables import table_of
from legjournal.words import text

# Typing that is no answer yet, and choices made on one computer, stay where they are.
TABLES: tuple[Table, ...] = tuple(table_of(model) for model in RECORD if model.undoable)
_PLACES = {table.name: unique_columns(BY_TABLE[table.name]) for table in TABLES}
_PARENTS = {
    table.name: [(column.name, table_of(target).name) for column, target in references(BY_TABLE[table.name])]
    for table in TABLES
}


# What a revision that this program did not write may come to when it is read.
_NO_REVISION = (ValueError, TypeError, AttributeError, RecursionError)


def compare(journal: Journal, other: Path, key: bytes | None = None, progress: Progress = unheard) -> Plan:
    """What the journal at `other` would bring; neither is changed. `progress` is told 0 to 1, and may raise.

    An entry is the same by its id, or by its unique place, such as the date of a diary day. `key`: that of
    the other journal. Raises ImportRefused for the open journal itself, or the JournalError that says why
    the other cannot be read.
    """
    _refuse_itself(journal, other)
    progress(0.0)
    with journal.store.read() as session:
        mine = _Mine(session.connection())
    progress(0.1)
    with reading(other, key) as connection:
        progress(0.4)
        try:
            theirs = _Theirs(connection, mine)
        except _NO_REVISION:
            raise Damaged(other) from None
    progress(0.7)
    with journal.store.read() as session:
        here = _Here(session.connection(), theirs)
    progress(0.9)
    return _plan(other, mine, theirs, here)


def _refuse_itself(journal: Journal, other: Path) -> None:
    # Not to be opened even for a moment: closing it again would take the open journal's locks away.
    if other.exists() and other.samefile(journal.path):
        raise ImportRefused(text("This is the journal that is open. Choose another one."))


class _Mine:
    """Which entries the open journal has, and where."""

    def __init__(self, connection: Connection) -> None:
        self.digests = {table.name: dict(columns_of(connection, table, ("id", "digest"))) for table in TABLES}
        self.places = {
            (table.name, *place): row_id
            for table in TABLES
            if _PLACES[table.name]
            for row_id, *place in columns_of(connection, table, ("id", *_PLACES[table.name]))
        }

    def partner(self, table: Table, row: Stored) -> str | None:
        """The id under which the open journal has this entry."""
        if row["id"] in self.digests[table.name]:
            return str(row["id"])
        return self.places.get((table.name, *(row[name] for name in _PLACES[table.name])))


class _Theirs:
    """The entries of the other journal that are not simply the same here."""

    def __init__(self, connection: Connection, mine: _Mine) -> None:
        self.related = False
        self.rows: dict[str, dict[str, Stored]] = {}  # by table and id
        self.partners: dict[str, str] = {}  # the ids of those the open journal has too, and theirs here
        for table in TABLES:
            self._take(connection, mine, table)
        self.known = Known(connection, {*self.partners.keys(), *self.partners.values()})

    @property
    def unmatched(self) -> list[str]:
        """The tables with entries that the open journal does not have."""
        return [table for table, rows in self.rows.items() if not rows.keys() <= self.partners.keys()]

    def _take(self, connection: Connection, mine: _Mine, table: Table) -> None:
        here = mine.digests[table.name]
        digests = dict(columns_of(connection, table, ("id", "digest")))
        self.related = self.related or not here.keys().isdisjoint(digests)
        different = [row_id for row_id, digest in digests.items() if here.get(row_id) != digest]
        rows = {row["id"]: row for row in rows_of(connection, table, different)}
        self.rows[table.name] = rows
        for row_id, row in rows.items():
            if partner := mine.partner(table, row):
                self.partners[row_id] = partner


class _Here:
    """What the open journal knows of the entries in question."""

    def __init__(self, connection: Connection, theirs: _Theirs) -> None:
        self.rows: dict[str, Stored] = {}  # by id
        for table in TABLES:
            partners = [theirs.partners.get(row_id) for row_id in theirs.rows[table.name]]
            for row in rows_of(connection, table, [partner for partner in partners if partner]):
                self.rows[row["id"]] = row
        gone = deleted(connection, [name for name in theirs.unmatched if _PLACES[name]])
        asked = (row_id for rows in theirs.rows.values() for row_id in rows)
        self.known = Known(connection, {*asked, *self.rows}.union(*gone.values()))
        self._gone = {name: self.known.contents(ids) for name, ids in gone.items()}

    def was_deleted(self, table: Table, row: Stored) -> bool:
        """Whether this very entry was once here. One with a place may have had another id."""
        gone = self._gone.get(table.name)
        return self.known.has((row["id"],), row) or bool(gone and content(row) in gone)


def _plan(other: Path, mine: _Mine, theirs: _Theirs, here: _Here) -> Plan:
    new: dict[str, Entry] = {}
    found: list[Difference] = []
    for table in TABLES:
        for row_id, row in theirs.rows[table.name].items():
            partner = theirs.partners.get(row_id)
            if partner is None and not here.was_deleted(table, row):
                new[row_id] = Entry(table.name, row)
            elif partner in here.rows:
                found += _compared(table, here.rows[partner], row, here.known, theirs.known)
    for entry in _missing_parents(mine, theirs, [*new.values(), *(Entry(d.table, d.theirs) for d in found)]):
        new[entry.stored["id"]] = entry
    return Plan(
        other,
        new=tuple(new.values()),
        newer=tuple(one for one in found if not one.disputed),
        differing=tuple(sorted((one for one in found if one.disputed), key=_day, reverse=True)),
        related=theirs.related,
    )


def _day(found: Difference) -> str:
    """What the newest comes first by; entries of no day come last."""
    return str(found.mine.get("date", ""))


def _compared(table: Table, mine: Stored, theirs: Stored, here: Known, there: Known) -> Iterator[Difference]:
    """The difference between two versions of one entry, if theirs has anything that this journal has not."""
    if content(mine) == content(theirs):
        return
    ids = (mine["id"], theirs["id"])
    known_here, known_there = here.has(ids, theirs), there.has(ids, mine)
    if known_here and known_there:  # one of them went back to an earlier wording
        known_here = theirs["rev"] <= mine["rev"]
    if known_here:
        return
    base = mine if known_there else here.newest_shared(ids, there)
    try:
        refuse_untrue(table.name, theirs)
    except (ValueError, TypeError):
        raise unfit() from None
    joined = difference(table.name, mine, theirs, base)
    if joined.disputed or content(joined.agreed) != content(mine):
        yield joined


def unfit() -> ImportRefused:
    """The refusal of a journal that holds what no journal can hold."""
    return ImportRefused(
        text("Nothing was changed: the other journal holds an entry that does not fit into this one.")
    )


def _missing_parents(mine: _Mine, theirs: _Theirs, entries: Iterable[Entry]) -> Iterator[Entry]:
    """Entries deleted here to which something belongs that is new: they come back with it."""
    waiting, seen = list(entries), set()
    while waiting:
        entry = waiting.pop()
        for column, parent in _PARENTS[entry.table]:
            row_id = entry.stored[column]
            row = theirs.rows[parent].get(row_id)
            if row is not None and row_id not in mine.digests[parent] and row_id not in seen:
                seen.add(row_id)
                waiting.append(Entry(parent, row))
                yield waiting[-1]
