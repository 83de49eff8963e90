"""Power cuts: a file system that remembers what reached the disk, and what a crash could leave of it.

A crash keeps all that was synced. Of what was written since, any part may be there, torn at sectors; a file
that was deleted may be back, and a new one gone, unless its folder was synced. As SQLite's own file layer
does, the first sync of a new file syncs its folder too.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from faults import need

SECTOR = 512  # bytes


@dataclass(frozen=True)
class Event:
    """One thing asked of the disk, or `what` = "ack": the program said that all is stored."""

    what: str
    name: str = ""  # of the file
    at: int = 0  # offset, new length, or the number of the save that was acknowledged
    data: bytes = b""


def recording(log: list[Event], name: str = "recording") -> Any:
    """An SQLite file system (for apsw, by `name`) that does all that is asked, and logs it."""
    apsw = need.module("apsw")

    class File(apsw.VFSFile):  # type: ignore[misc, name-defined]
        def __init__(self, path: Any, flags: list[int]) -> None:
            super().__init__("", path, flags)
            self._name = Path(path.filename() if hasattr(path, "filename") else path).name

        def xWrite(self, data: bytes, offset: int) -> None:
            log.append(Event("write", self._name, offset, bytes(data)))
            super().xWrite(data, offset)

        def xTruncate(self, size: int) -> None:
            log.append(Event("truncate", self._name, size))
            super().xTruncate(size)

        def xSync(self, flags: int) -> None:
            log.append(Event("sync", self._name))
            super().xSync(flags)

    class FileSystem(apsw.VFS):  # type: ignore[misc, name-defined]
        def __init__(self) -> None:
            super().__init__(name, "")

        def xOpen(self, path: Any, flags: list[int]) -> Any:
            return File(path, flags)

        def xDelete(self, path: str, sync_folder: bool) -> None:
            log.append(Event("delete", Path(path).name, at=int(sync_folder)))
            super().xDelete(path, sync_folder)

    return FileSystem()


@dataclass
class _File:
    """What of a file is sure to be on the disk, and what was asked for since."""

    synced: bytes = b""
    pending: list[Event] = field(default_factory=list)


@dataclass
class _Name:
    """A name in the folder: the file it stands for now, and the one it is sure to stand for on the disk."""

    now: _File | None = None
    on_disk: _File | None = None


def images(
    log: list[Event], before: dict[str, bytes], number: int, seed: int
) -> Iterator[tuple[int, dict[str, bytes]]]:
    """Crash at `number` random moments of the log.

    Yields how many saves had been acknowledged by then, and each file a crash might leave, by name.
    before: the files as they lay, synced, when the log began.
    """
    random = Random(seed)
    moments = sorted(random.randrange(len(log) + 1) for _ in range(number))
    disk = {name: _Name(file := _File(content), file) for name, content in before.items()}
    acknowledged, done = 0, 0
    for moment in moments:
        for event in log[done:moment]:
            if event.what == "ack":
                acknowledged = event.at
            else:
                _apply(disk, event)
        done = moment
        yield acknowledged, _crash(disk, random)


def _apply(disk: dict[str, _Name], event: Event) -> None:
    name = disk.setdefault(event.name, _Name())
    if event.what == "delete":
        name.now = None
        if event.at:
            _sync_folder(disk)
        return
    file = name.now = name.now or _File()
    if event.what == "sync":
        file.synced = _after(file.synced, file.pending)
        file.pending.clear()
        if name.on_disk is not file:
            _sync_folder(disk)
    else:
        file.pending.append(event)


def _sync_folder(disk: dict[str, _Name]) -> None:
    for name in disk.values():
        name.on_disk = name.now


def _crash(disk: dict[str, _Name], random: Random) -> dict[str, bytes]:
    share = random.choice((0.0, 0.1, 0.5, 0.9, 1.0, random.random()))  # of what was not synced
    left = {}
    for place, name in disk.items():
        file = name.now if random.random() < share else name.on_disk
        if file is not None:
            kept = [part for event in file.pending for part in _torn(event) if random.random() < share]
            left[place] = _after(file.synced, kept)
    return left


def _torn(event: Event) -> Iterator[Event]:
    """A write falls apart at the borders of sectors; anything else happens or does not."""
    if event.what != "write":
        yield event
        return
    start = 0
    while start < len(event.data):
        length = SECTOR - (event.at + start) % SECTOR
        yield Event("write", event.name, event.at + start, event.data[start : start + length])
        start += length


def _after(content: bytes, events: list[Event]) -> bytes:
    file = bytearray(content)
    for event in events:
        if event.what == "write":
            file.extend(bytes(max(0, event.at - len(file))))
            file[event.at : event.at + len(event.data)] = event.data
        else:
            del file[event.at :]
            file.extend(bytes(event.at - len(file)))
    return bytes(file)
