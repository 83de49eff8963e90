"""Damaged files: whatever changes an entry is found by the check, and most of it can be repaired."""

from collections.abc import Callable
from pathlib import Path
from random import Random

import damage
from hand_clock import EVENING
from torture.operations import Key
from torture.tally import Tally

from legjournal.demo import write_sample

Kind = Callable[[bytes, Random], bytes]


def sample(folder: Path, key: Key, days: int = 60) -> Path:
    """The journal of a fictional person."""
    plain = folder / "plain.legjournal"
    write_sample(plain, days, last=EVENING.date()).close()
    return plain if key is None else damage.locked_copy(plain, folder / "locked.legjournal")


def megabyte(folder: Path, key: Key) -> Path:
    """The same, of a megabyte with its history."""
    plain = damage.with_history(folder, days=110)
    return plain if key is None else damage.locked_copy(plain, folder / "locked.legjournal")


def look(kind: Kind, tries: int, path: Path, key: Key, seed: int = 1) -> Tally:
    """Damage copies of the file at `path`; `damaged` counts those that are changed and pass the check."""
    random, tally = Random(seed), Tally()
    sound, entries = path.read_bytes(), damage.entries_of(path, key)
    copy = path.with_name("copy.legjournal")
    for _ in range(tries):
        copy.write_bytes(kind(sound, random))
        found = damage.is_found(copy, key)
        silent = not found and not damage.reads_the_same(copy, entries, key)
        tally.seen["found" if found else "changed nothing"] += not silent
        tally.add(damaged=silent, remark=f"{kind.__name__} was not found")
        _remove(copy)
    return tally


def repair(pages: int, tries: int, path: Path, key: Key, seed: int = 1) -> Tally:
    """Destroy so many pages and repair.

    `damaged` counts the tries in which an entry is gone or other than it was without the report saying so.
    """
    random, tally = Random(seed), Tally()
    sound, entries = path.read_bytes(), damage.entries_of(path, key)
    copy = path.with_name("copy.legjournal")
    for _ in range(tries):
        copy.write_bytes(damage.destroy_pages(sound, pages, random))
        gone, silent = damage.losses(damage.repaired(copy, key), entries, key)
        tally.seen["entries"] += len(entries)
        tally.seen["not brought back"] += len(gone)
        tally.add(damaged=silent, remark=f"{silent} entries gone without a word")
        _remove(copy)
    return tally


def _remove(path: Path) -> None:
    for file in path.parent.glob(path.name + "*"):
        file.unlink()
