"""Hostile files for the importer and for the opening of journals: refused in a sentence, or taken whole."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from faults import keyed, need
from faults.child import child
from torture.operations import TODAY
from torture.tally import Tally

from legjournal.errors import JournalError
from legjournal.exchange import whole
from legjournal.journal import Journal
from legjournal.storage.opening import refuse_unless_journal

FUZZER = Path(__file__).with_name("fuzz_child.py")
MEMORY = 600 * 2**20  # bytes of address space
MARK = '"mood": 4'
DICTIONARY = (
    *("format", "legjournal", "version", "tables", "diary_day", "night", "symptom", "set_done", "nap"),
    *("id", "recorded_at", "changed_at", "rev", "date", "mood", "note", "factors", "kind", "score"),
    *("null", "true", "1e999", "NaN", "-0", "2026-11-22", "0001-01-01T00:00:00+14:00", "\\\\ud800"),
)


def furnished(folder: Path) -> Journal:
    """A journal with one page, and its export beside it as all.json."""
    journal = keyed.create(folder / "j.legjournal")
    journal.diary.record(TODAY, mood=4, note="½ “quoted” \\ \n", factors=["a", "b"])
    journal.symptoms.add(TODAY, kind="pain", score=3)
    whole.export(journal, folder / "all.json")
    return journal


def import_hostile(content: bytes, journal: Journal, path: Path) -> bool:
    """Bring it in if it can be, and take it back; whether it was. Only a JournalError is no surprise."""
    path.write_bytes(content)
    before = whole.as_text(journal)
    try:
        changed = whole.bring_in(journal, whole.read_export(journal, path))
    except JournalError:
        assert whole.as_text(journal) == before, "refused, and yet something was changed"
        return False
    if changed:
        journal.history.undo()
    assert whole.as_text(journal) == before, "one undo did not take it all back"
    return True


def open_hostile(content: bytes, path: Path) -> bool:
    """Have the opening say what it is; a refused file is the same byte for byte."""
    path.write_bytes(content)
    try:
        refuse_unless_journal(path)
    except JournalError:
        assert path.read_bytes() == content, "refused, and yet changed"
        return False
    return True


def _many_entries() -> str:
    times = dict.fromkeys(("recorded_at", "changed_at"), "2026-11-22T21:14:00Z")
    entry = {**times, "rev": 1, "date": "2026-11-22", "kind": "pain", "score": 11}
    return '"mood": 4}], "symptom": [' + json.dumps({"id": "a", **entry}) + f", {json.dumps(entry)}" * 300_000


# Each stands in the place of MARK in an export: a careless reader would take all the memory there is.
BOMBS: dict[str, Callable[[], str]] = {
    "lists in lists": lambda: "[" * 5_000_000,
    "names in names": lambda: '{"a": ' * 1_000_000,
    "a number without end": lambda: '"mood": ' + "9" * 30_000_000,
    "a text without end": lambda: '"note": "' + "x" * 100_000_000,
    "half a million names": lambda: ", ".join(f'"n{number}": 1' for number in range(500_000)),
    "a million lists": lambda: '"mood": [' + "[], " * 1_000_000 + "0]",
    "spaces": lambda: " " * 100_000_000,
    "many entries": _many_entries,
}


def drop_bombs(folder: Path) -> Tally:
    """Offer each to a process with little memory."""
    need.linux()
    tally = Tally()
    furnished(folder).close()
    for name in BOMBS:
        with child(_take_bomb, folder, name) as process:
            said = process.last_words()
        tally.seen["refused"] += said == [False]
        tally.add(damaged=said not in ([False], [True]), remark=f"{name}: {said}")
    return tally


def fuzz(target: str, seconds: int, folder: Path) -> Tally:
    """Have atheris look for bytes that bring the importer (`import`) or the opening (`open`) down."""
    need.module("atheris")
    corpus = folder / "corpus"
    corpus.mkdir()
    furnished(folder).close()
    (folder / "words").write_text("".join(f'"{word}"\n' for word in DICTIONARY))
    for name in ("all.json", "j.legjournal"):
        if (target == "import") == name.endswith(".json"):
            (corpus / name).write_bytes((folder / name).read_bytes())
    options = [f"-max_total_time={seconds}", "-max_len=300000", "-timeout=20", "-print_final_stats=1"]
    command = [sys.executable, str(FUZZER), target, f"-dict={folder / 'words'}", *options, str(corpus)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "FUZZ_FOLDER": str(folder)}
    done = subprocess.run(
        command,
        env=environment,
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=seconds + 300,
        check=False,
    )
    runs = re.search(r"number_of_executed_units: ([0-9]+)", done.stderr)
    tally = Tally(tries=int(runs[1]) if runs else 0)
    if done.returncode:
        tally.damaged += 1
        tally.remarks.append(done.stderr[-3000:])
    return tally


def mutants(content: bytes, number: int, seed: int = 1) -> Iterator[bytes]:
    """The content with pieces changed, taken out, doubled and cut off."""
    random = Random(seed)
    for _ in range(number):
        mutant = bytearray(content)
        for _ in range(random.randint(1, 4)):
            start = random.randrange(len(mutant) + 1)
            piece = mutant[start : start + random.choice((1, 1, 4, 40))]
            with suppress(ValueError, IndexError):
                mutant[start : start + len(piece)] = random.choice(
                    (b"", piece * 2, random.randbytes(len(piece)), random.choice(DICTIONARY).encode())
                )
        yield bytes(mutant)


def _take_bomb(pipe: Connection, folder: Path, name: str) -> None:
    import resource

    path = folder / "bomb.json"
    path.write_text((folder / "all.json").read_text().replace(MARK, BOMBS[name]()))
    with keyed.reopen(folder / "j.legjournal") as journal:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        try:
            whole.bring_in(journal, whole.read_export(journal, path))
        except JournalError:
            pipe.send(False)
        except BaseException as error:  # noqa: BLE001 - MemoryError and the like are what this looks for
            pipe.send(type(error).__name__)
        else:
            pipe.send(True)
