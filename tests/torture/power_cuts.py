"""Power cuts while the journal saves: the journal's own statements and settings, on a disk that forgets."""

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from faults import keyed, need, power
from faults.power import Event
from sqlalchemy import event
from torture.operations import TODAY
from torture.tally import Tally

from legjournal import errors
from legjournal.journal import Journal
from legjournal.storage.check import flaw_of
from legjournal.storage.engine import PRAGMAS, connect

NAME = "j.legjournal"
SAVES = 60


def cut_power(images: int, folder: Path, seed: int = 1, **settings: str) -> Tally:
    """Look at `images` files as a power cut could have left them, out of a run of SAVES saves.

    settings: PRAGMAs that differ from the journal's own.
    """
    actions = _statements(folder / "source.legjournal")
    before, log, states = _run(actions, folder, settings)
    tally = Tally()
    image = folder / "image"
    for acknowledged, files in power.images(log, {NAME: before}, images, seed):
        image.mkdir()
        for name, content in files.items():
            (image / name).write_bytes(content)
        _judge(tally, image / NAME, states, acknowledged)
        for file in image.iterdir():
            file.unlink()
        image.rmdir()
    tally.seen["saves acknowledged"] = SAVES
    return tally


def _judge(tally: Tally, path: Path, states: Mapping[str, int], acknowledged: int) -> None:
    try:
        with closing(keyed.reopen(path)):
            flaw = flaw_of(path)
        number = None if flaw else states.get(_state(path))
    except errors.JournalError as error:
        flaw, number = str(error), None
    tally.add(lost=number is not None and number < acknowledged, damaged=number is None, remark=flaw)


def _statements(path: Path) -> list[list[tuple[str, Any]]]:
    """What the journal itself says to SQLite in each of SAVES actions, caught on the way.

    Leaves at `path` the journal as it was before the first of them.
    """
    actions: list[list[tuple[str, Any]]] = []
    with keyed.create(path) as journal:
        before = path.read_bytes()
        listen = _catching(actions)
        event.listen(journal.store.engine, "before_cursor_execute", listen)
        for number in range(SAVES):
            actions.append([])
            _act(journal, number)
    path.write_bytes(before)
    reading = ("SELECT", "BEGIN")
    return [[said for said in action if not said[0].startswith(reading)] for action in actions]


def _catching(actions: list[list[tuple[str, Any]]]) -> Any:
    def catch(_connection: Any, _cursor: Any, said: str, values: Any, _context: Any, _many: bool) -> None:
        actions[-1].append((said, values))

    return catch


def _act(journal: Journal, number: int) -> None:
    """Typing, scores, a symptom that comes and goes, and undo: in turns."""
    match number % 5:
        case 0 | 1:
            journal.diary.record(TODAY, note=f"Evening {number}. " * (1 + 60 * (number % 7)))
        case 2:
            journal.symptoms.add(TODAY, kind="pain", score=number % 11, note="Where it hurts. " * 9)
        case 3:
            journal.symptoms.remove(journal.symptoms.on(TODAY)[0].id)
        case _:
            journal.history.undo()


def _run(
    actions: list[list[tuple[str, Any]]], folder: Path, settings: Mapping[str, str]
) -> tuple[bytes, list[Event], dict[str, int]]:
    """Do it all on the recording disk: the first bytes, the log, and the number of each state there was."""
    apsw = need.module("apsw")
    path = folder / NAME
    path.write_bytes(before := (folder / "source.legjournal").read_bytes())
    log: list[Event] = []
    file_system = power.recording(log)
    states = {_state(path): 0}
    with closing(apsw.Connection(str(path), vfs="recording")) as connection:
        for name, value in {**_live_settings(path), **settings}.items():
            connection.execute(f"PRAGMA {name}={value}")
        for number, statements in enumerate(actions, start=1):
            connection.execute("BEGIN IMMEDIATE")
            for said, values in statements:
                connection.execute(said, values)
            connection.execute("COMMIT")
            log.append(Event("ack", at=number))
            states[_state(path)] = number
    del file_system
    return before, log, states


def _live_settings(path: Path) -> dict[str, Any]:
    """The journal's settings, as a live connection of its own gives them back."""
    with closing(connect(path)) as connection:
        return {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in PRAGMAS}


def _state(path: Path) -> str:
    """The digests of all rows, of entries and of history, in the order in which they lie."""
    with closing(connect(path)) as connection:
        tables = [
            name
            for (name,) in connection.execute(
                "SELECT m.name FROM sqlite_master m, pragma_table_info(m.name) c"
                " WHERE m.type = 'table' AND c.name = 'digest' ORDER BY 1"
            )
        ]
        return "".join(
            name
            + "".join(row[0] for row in connection.execute(f'SELECT digest FROM "{name}" ORDER BY rowid'))
            for name in tables
        )
