"""The computer's clock goes back and forth while the journal is open."""

import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from faults import keyed, need
from hand_clock import EVENING, HandClock
from torture.tally import Tally

from legjournal.clock import LONDON, Clock
from legjournal.journal import Journal
from legjournal.storage.thinning import Reason

JUMPS = (
    lambda now: now - timedelta(hours=1),
    lambda now: now - timedelta(days=1),
    lambda _now: datetime(1999, 12, 31, 23, 59, tzinfo=LONDON),
    lambda _now: datetime(2099, 1, 1, 0, 1, tzinfo=LONDON),
    lambda _now: EVENING,
    lambda now: now + timedelta(minutes=31),
    lambda _now: datetime(2028, 2, 29, 12, 0, tzinfo=LONDON),
    lambda _now: datetime(2026, 3, 29, 1, 30, tzinfo=LONDON),
)
ZONES = ("Europe/London", "Pacific/Auckland", "Pacific/Kiritimati", "Pacific/Honolulu")
LIBRARY = "faketime/libfaketime.so.1"


def jump(times: int, path: Path, seed: int = 1) -> Tally:
    """Save, undo, redo and back up after each of so many jumps of a clock set by hand."""
    random, clock, tally = Random(seed), HandClock(), Tally()
    with keyed.create(path, clock=clock) as journal:
        for number in range(times):
            clock.set(random.choice(JUMPS)(clock.now()))
            tally.add(damaged=(fault := live(journal, number)), remark=fault)
    return tally


def live(journal: Journal, number: int) -> str:
    """An evening with the journal, whatever the clock says; returns what went wrong."""
    day = journal.clock.today()
    journal.diary.record(day, mood=None)
    before = keyed.contents(journal)
    journal.diary.record(day, mood=number % 11, note=f"Jump {number}.")
    after = keyed.contents(journal)
    journal.history.undo()
    if keyed.contents(journal) != before:
        return f"{day}: undo took back something else"
    journal.history.redo()
    if keyed.contents(journal) != after:
        return f"{day}: redo did something else"
    made = journal.backups.make(Reason.AUTO, forced=True)
    newest = journal.backups.list()[0]
    if newest.path != made.path or newest.fault:
        return f"{day}: the newest backup is not the one just made"
    with keyed.sound(made.path) as backup:
        return "" if keyed.contents(backup) == after else f"{day}: the backup holds something else"


def jump_of_the_system(path: Path, zone: str = "Europe/London") -> Tally:
    """The same in a process whose whole system clock is turned, by libfaketime, in any part of the world."""
    need.linux()
    library = next(Path("/usr/lib").rglob(LIBRARY), None) or pytest.skip("faketime is not installed")
    hands = path.with_name("hands")
    hands.write_text("2026-11-22 21:14:00")
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "LD_PRELOAD": str(library),
        "FAKETIME_TIMESTAMP_FILE": str(hands),
        "FAKETIME_NO_CACHE": "1",
        "TZ": zone,
    }
    command = [sys.executable, "-m", "torture.clocks", str(path), str(hands)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    tally = Tally()
    for line in done.stdout.splitlines():
        tally.add(damaged=line != "well", remark=line)
    tally.damaged += done.returncode != 0
    tally.remarks += [done.stderr] if done.returncode else []
    return tally


def _live_through_jumps(path: Path, hands: Path) -> None:
    with Journal.create(path) as journal:
        for number, turn in enumerate(JUMPS):
            meant = turn(Clock().now())
            hands.write_text(f"{meant.astimezone():%Y-%m-%d %H:%M:%S}")  # where the computer is
            late = abs(Clock().now() - meant) > timedelta(seconds=10)
            elsewhere = Clock().today() != HandClock(meant).today()  # the diary's days are London's
            fault = (
                "the clock did not turn" if late else "another day" if elsewhere else live(journal, number)
            )
            print(fault or "well", flush=True)


if __name__ == "__main__":
    _live_through_jumps(Path(sys.argv[1]), Path(sys.argv[2]))
