"""Making one system call of a running operation fail, or be the last thing its process does, with strace."""

import re
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection

import pytest
from faults import need
from faults.child import PATIENCE, child

# Whatever changes a file or a folder, or makes a change last.
CHANGING = (
    "pwrite64", "write", "sendfile", "copy_file_range", "fsync", "fdatasync", "ftruncate", "rename", "unlink",
    "link", "mkdir", "fchmod",
)  # fmt: skip

# Prepares up to its first `yield`; what follows is the operation.
Operation = Callable[..., Iterator[None]]


@dataclass(frozen=True)
class Outcome:
    """What became of an operation: it `ended` or was killed; `acked`: it said that all went well."""

    ended: bool
    acked: bool
    refusal: tuple[str, str] | None = None  # name of the exception, its text


def with_fault(fault: str, operation: Operation, *arguments: object) -> Outcome:
    """Run the operation while strace injects `fault` (as in `strace -e inject=`) into it."""
    call = fault.partition(":")[0]
    return _traced(["-e", f"trace={call}", "-e", f"inject={fault}"], operation, *arguments)


def calls_of(calls: Collection[str], operation: Operation, *arguments: object) -> list[tuple[str, int]]:
    """Each of the calls that the operation makes, with its number: the first fsync, the second, …"""
    with tempfile.NamedTemporaryFile("r") as log:
        outcome = _traced(["-o", log.name, "-e", "trace=" + ",".join(calls)], operation, *arguments)
        made = re.findall(r"^([0-9]+) +([a-z0-9_]+)\(", log.read(), re.MULTILINE)
    assert outcome.acked, outcome
    most: Counter[str] = Counter()
    for (_thread, call), times in Counter(made).items():  # strace counts the calls of each thread
        most[call] = max(most[call], times)
    return [(call, number) for call in calls for number in range(1, most[call] + 1)]


def _traced(options: list[str], operation: Operation, *arguments: object) -> Outcome:
    strace = need.program("strace")
    if "-o" not in options:
        options = ["-o", "/dev/null", *options]
    with child(_perform, operation, *arguments) as process:
        assert process.hears() == "ready"
        command = [strace, "-f", *options, "-p", str(process.pid)]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as tracer:
            assert tracer.stderr is not None
            first = tracer.stderr.readline()
            if "attached" not in first:
                pytest.skip(f"strace may not look into a process here: {first.strip()}")
            process.pipe.send("go")
            said = process.last_words()
            process.process.join(PATIENCE)
            tracer.communicate(timeout=PATIENCE)
    return Outcome(bool(said), said == [None], said[0] if said and said[0] else None)


def _perform(pipe: Connection, operation: Operation, *arguments: object) -> None:
    steps = operation(*arguments)
    next(steps)
    pipe.send("ready")
    pipe.recv()
    try:
        next(steps, None)
    except Exception as error:  # noqa: BLE001 - whatever it is, the parent judges it
        pipe.send((type(error).__name__, str(error)))
    else:
        with suppress(OSError):  # a fault that was meant for the disk
            pipe.send(None)
