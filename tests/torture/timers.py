"""The guided session's timers against the computer's clock, while its process is stopped and goes on."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from select import select
from time import sleep
from typing import IO, Any

from faults import keyed, need
from hand_clock import HandClock
from torture.tally import Tally

from legjournal.clock import running_seconds
from legjournal.models.routine import PlanFields, PlanItemFields
from legjournal.routine.guiding import undertake

WINDOW = Path(__file__).with_name("session_child.py")
ALLOWED = 0.2  # seconds
STOPS = (20.0, 2.0, 7.0)  # seconds the process is stopped, in turn
BETWEEN = (8.0, 25.0)  # seconds it runs before the next stop
SETTLED = 5  # the last phases: the best of them tells what has added up, any may be late on a busy machine
# One exercise, all of it timed, for longer than anybody looks on.
ITEM = PlanItemFields(
    exercise="glute-bridge", sets=20, hold_seconds=5, repetitions_from=4, repetitions_to=4, rest_seconds=45
)
LASTS = {"get_ready": 5, "hold": 5, "lower": 3, "rest": 45}  # seconds


@dataclass
class Timeline:
    """What was heard of a session. late: seconds after its moment, of each phase that the clock ended."""

    late: list[float] = field(default_factory=list)
    naps: int = 0  # how often it waited, because it was stopped when a phase ended
    stored: int = 0
    due: float | None = None  # when the phase in hand is over; None while it waits

    def hear(self, said: dict[str, Any]) -> None:
        """Take a line of the window's."""
        if "stored" in said:
            self.stored = said["stored"]
            return
        if said["asleep"]:
            self.naps += 1
            self.due = None
        elif self.due is None:
            self.due = said["at"] + LASTS[said["begun"][-1]]
        else:
            for phase in said["begun"]:
                self.late.append(said["at"] - self.due)
                self.due += LASTS[phase]


def keep_time(seconds: float, folder: Path, seed: int = 1) -> Tally:
    """Let a session run so long, stopping its process again and again; `damaged` if more than 0.2 s add up.

    At the end the process is killed: `lost` if a set is gone that was stored.
    """
    need.linux()
    path = folder / "j.legjournal"
    with keyed.create(path, clock=HandClock()) as journal:
        today = journal.clock.today()
        journal.plans.adopt(PlanFields(name="Timed", started=today), [ITEM])
    line, stops = _watch(path, seconds, Random(seed))
    with keyed.reopen(path, clock=HandClock()) as journal:
        undertaking = undertake(journal, today)
        assert undertaking is not None
        done = len(undertaking.guide(running_seconds).done)
    drift = min(map(abs, line.late[-SETTLED:]), default=ALLOWED)
    tally = Tally()
    tally.add(lost=done < line.stored, damaged=drift >= ALLOWED, remark=f"{drift=} {done=} {line}")
    tally.seen["phases"] = len(line.late)
    tally.seen["stops"] = stops
    tally.seen["of them over the end of a phase"] = line.naps
    tally.seen["sets"] = done
    tally.seen["ms late at most"] = round(1000 * max(line.late, default=0))
    tally.seen["ms that added up"] = round(1000 * drift)
    return tally


def _watch(path: Path, seconds: float, random: Random) -> tuple[Timeline, int]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, str(WINDOW), str(path)]
    line, stops, end = Timeline(), 0, running_seconds() + seconds
    with subprocess.Popen(command, stdout=subprocess.PIPE, bufsize=0, env=environment) as process:
        assert process.stdout is not None
        try:
            while (left := end - running_seconds()) > 0:
                for said in _heard(process.stdout, min(left, random.uniform(*BETWEEN))):
                    line.hear(said)
                assert process.poll() is None, "the window went away"
                if end - running_seconds() > max(STOPS) + max(BETWEEN):
                    process.send_signal(signal.SIGSTOP)
                    sleep(STOPS[stops % len(STOPS)])
                    process.send_signal(signal.SIGCONT)
                    stops += 1
        finally:
            process.kill()
    return line, stops


def _heard(pipe: IO[bytes], seconds: float) -> Iterator[dict[str, Any]]:
    """What is said within so many seconds."""
    end = running_seconds() + seconds
    while (left := end - running_seconds()) > 0:
        if select([pipe], [], [], left)[0]:
            said = pipe.readline()
            if not said:
                return
            yield json.loads(said)
