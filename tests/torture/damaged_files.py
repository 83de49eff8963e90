"""Damaged files: whatever changes an entry is found by the check."""

from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

from faults import keyed
from faults.damage import Damage
from hand_clock import EVENING
from torture.operations import Key
from torture.tally import Tally

from legjournal import errors
from legjournal.demo import write_sample
from legjournal.exchange import whole
from legjournal.storage.engine import connect
from legjournal.storage.opening import refuse_unless_journal
from legjournal.storage.soundness import flaw_of


def sample(folder: Path, key: Key) -> Path:
    """Two weeks of a fictional person."""
    path = folder / "sample.legjournal"
    if key is None:
        write_sample(path, 14, last=EVENING.date()).close()
        return path
    with write_sample(folder / "plain.legjournal", 14, last=EVENING.date()) as plain:
        whole.export(plain, folder / "all.json")
    with keyed.create(path, key) as journal:
        whole.bring_in(journal, whole.read_export(journal, folder / "all.json"))
    return path


def damage(kind: Damage, tries: int, path: Path, key: Key, seed: int = 1) -> Tally:
    """Damage copies of the file at `path`; `damaged` counts those that are changed and pass the check."""
    random, tally = Random(seed), Tally()
    sound, entries = path.read_bytes(), _entries(path, key)
    copy = path.with_name("damaged.legjournal")
    for _ in range(tries):
        content = bytearray(sound)
        kind(content, random)
        copy.write_bytes(content)
        found = _is_found(copy, key)
        silent = not found and _entries(copy, key) != entries
        tally.seen["found" if found else "changed nothing"] += not silent
        tally.add(damaged=silent, remark=f"{kind.__name__} was not found")
        for file in path.parent.glob("damaged.legjournal*"):
            file.unlink()
    return tally


def _is_found(path: Path, key: Key) -> bool:
    try:
        refuse_unless_journal(path, key)
    except errors.JournalError:
        return True
    return bool(flaw_of(path, key))


def _entries(path: Path, key: Key) -> list[Any]:
    """Every row of every table, with the name of its table."""
    with closing(connect(path, key)) as connection:
        tables = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1"
        ).fetchall()
        return [
            (name, sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr))
            for (name,) in tables
        ]
