"""Journals with or without a key, and what is in them."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hand_clock import HandClock

from legjournal.clock import Clock
from legjournal.exchange.whole import as_text
from legjournal.journal import Journal
from legjournal.models.row import KEPT_BY_JOURNAL
from legjournal.storage import migrate
from legjournal.storage.check import flaw_of
from legjournal.storage.files import created_whole
from legjournal.storage.store import Store

KEY = bytes(range(32))
MODES = {"plain": None, "encrypted": KEY}


def create(path: Path, key: bytes | None = None, clock: Clock | None = None) -> Journal:
    """A new journal."""
    if key is None:
        return Journal.create(path, clock or HandClock())
    with created_whole(path) as temporary, _journal(temporary, key, clock) as journal:
        migrate.upgrade(journal.store.engine)
    return _journal(path, key, clock)


def reopen(path: Path, key: bytes | None = None, clock: Clock | None = None) -> Journal:
    """A journal that is there. Raises the JournalError that says what it is instead."""
    return Journal.open(path, clock or HandClock(), key=key)


@contextmanager
def sound(path: Path, key: bytes | None = None) -> Iterator[Journal]:
    """A journal in which a full check finds nothing. Raises AssertionError with what it finds."""
    with reopen(path, key) as journal:  # first, for it brings the file to rest after a crash
        assert not (flaw := flaw_of(path, key)), flaw
        yield journal


def contents(journal: Journal) -> str:
    """Every entry without the names that chance gives to rows, nor the times."""
    tables: dict[str, list[dict[str, Any]]] = json.loads(as_text(journal))["tables"]
    for rows in tables.values():
        for row in rows:
            for name in [name for name in row if name in KEPT_BY_JOURNAL or name.endswith("_id")]:
                del row[name]
        rows.sort(key=repr)
    return json.dumps(tables)


def _journal(path: Path, key: bytes, clock: Clock | None) -> Journal:
    clock = clock or HandClock()
    return Journal(Store(path, clock.now, key), clock)
