"""The process is killed at any moment while it saves: in a tight loop, and in the window."""

import json
import os
import signal
import subprocess
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from select import select
from typing import IO

from faults import keyed
from faults.child import PATIENCE, child
from torture.operations import JOURNAL, TODAY, Key
from torture.tally import Tally

from legjournal import errors

WINDOW = Path(__file__).with_name("window_child.py")
MOST = 5  # saves heard of before the kill
LONGEST = 0.05  # seconds from the last of them to the kill
LONGEST_TYPING = 0.6
PER_JOURNAL = 25  # rounds, then a new one: else the checks take longer and longer


def kill_while_saving(rounds: int, folder: Path, key: Key = None, seed: int = 1) -> Tally:
    """Each round opens the journal the last one was killed in, and saves symptom after symptom."""
    random, tally = Random(seed), Tally()
    path = folder / JOURNAL
    for number in range(rounds):
        if number % PER_JOURNAL == 0:
            path.unlink(missing_ok=True)
            keyed.create(path, key).close()
        with child(_save_for_ever, path, key) as process:
            said = [process.hears() for _ in range(random.randint(1, MOST))]
            process.process.join(random.uniform(0, LONGEST))
            process.process.kill()
            said += process.last_words()
        tally.seen["saves acknowledged"] += len(said) - 1
        tally.seen["killed inside a save"] += path.with_name(path.name + "-journal").exists()
        _judge_symptoms(tally, path, key, acknowledged=said[-1])
    return tally


def kill_the_window(rounds: int, folder: Path, seed: int = 1) -> Tally:
    """The window itself, driven by keys and clicks; a save counts when the window says “Saved”."""
    random, tally = Random(seed), Tally()
    path = folder / JOURNAL
    keyed.create(path).close()
    done = 0
    for _ in range(rounds):
        done = _one_window(tally, random, path, done)
    return tally


def _save_for_ever(pipe: Connection, path: Path, key: Key) -> None:
    with keyed.reopen(path, key) as journal:
        number = len(journal.symptoms.on(TODAY))
        pipe.send(number)
        while True:
            number += 1
            journal.symptoms.add(TODAY, kind="pain", score=number % 11, note=str(number))
            pipe.send(number)


def _judge_symptoms(tally: Tally, path: Path, key: Key, acknowledged: int) -> None:
    try:
        with keyed.sound(path, key) as journal:
            notes = sorted(int(symptom.note or 0) for symptom in journal.symptoms.on(TODAY))
    except (AssertionError, errors.JournalError) as error:
        tally.add(damaged=True, remark=repr(error))
        return
    whole = notes == list(range(1, len(notes) + 1))
    tally.add(lost=len(notes) < acknowledged, damaged=not whole or len(notes) > acknowledged + 1)


def _one_window(tally: Tally, random: Random, path: Path, done: int) -> int:
    """Start it, let it save for a while, kill it, and look. Returns how many saves there are now."""
    command = [sys.executable, str(WINDOW), str(path), str(done + 1)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        try:
            first = _line(process.stdout)
            select([], [], [], random.uniform(0, LONGEST_TYPING))
        finally:
            process.kill()
        words = process.stdout.read().split(b"\n")[:-1]
        assert process.stderr is not None
        trouble = process.stderr.read()
    if first != b"ready\n" or process.returncode != -signal.SIGKILL:
        tally.add(damaged=True, remark=f"the window went or did not come: {first!r} {trouble!r}")
        return done
    tally.seen["saves acknowledged"] += len(words)
    tally.seen["killed inside a save"] += path.with_name(path.name + "-journal").exists()
    return _judge_page(tally, path, int(words[-1]) if words else done)


def _line(stream: IO[bytes]) -> bytes:
    ready, _, _ = select([stream], [], [], PATIENCE)
    return stream.readline() if ready else b"silence"


def _judge_page(tally: Tally, path: Path, acknowledged: int) -> int:
    try:
        with keyed.sound(path) as journal:
            found = [page_of(number) for number in (acknowledged, acknowledged + 1)]
            day = journal.diary.day(TODAY)
            urge = next((symptom.score for symptom in journal.symptoms.on(TODAY)), None)
            page = (day.note if day else None, urge)
    except (AssertionError, errors.JournalError) as error:
        tally.add(damaged=True, remark=repr(error))
        return acknowledged
    if page in found:
        tally.add()
        return acknowledged + found.index(page)
    half = page[1] == found[0][1] and str(found[1][0]).startswith(str(page[0]))  # a pause in the typing
    tally.add(lost=not half, remark=json.dumps([acknowledged, page, found]))
    return acknowledged


def page_of(number: int) -> tuple[str | None, int | None]:
    """The note and the score that stand on the page after so many saves: a note and a score in turns."""
    noted = number - 1 + number % 2
    scored = number - number % 2
    return (f"Evening {noted}." if noted > 0 else None), (scored // 2 % 11 if scored > 0 else None)
