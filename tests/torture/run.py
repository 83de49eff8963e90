"""`make torture`: every fault, many times over; prints a table and writes it to build/torture.md.

A part of a name runs only those: `make torture ARGS=power`. They run side by side, a process for each.
"""

import multiprocessing
import os
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import partial
from pathlib import Path

import damage
import pytest
from faults.keyed import MODES
from faults.syscalls import Operation
from torture import (
    clocks,
    damaged_files,
    flaky_disk,
    full_disk,
    hostile_files,
    kills,
    machine,
    noise,
    offline,
    power_cuts,
    readers,
    sweeps,
    timers,
)
from torture.operations import OPERATIONS, Place, save, unlock
from torture.tally import Tally

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "build" / "torture.md"
HEAD = "| fault | tries | lost | damaged | seen |\n|---|---:|---:|---:|---|"

Trial = Callable[[Path], Tally]  # is given an empty folder


def trials() -> Iterator[tuple[str, Trial]]:
    """Each line of the table with what fills it."""
    for part in range(1, 5):
        yield f"killed in the window, typing: {part}", partial(kills.kill_the_window, 50, seed=part)
    for mode, key in MODES.items():
        yield f"killed while saving in a loop: {mode}", partial(kills.kill_while_saving, 400, key=key)
    for operation in OPERATIONS:
        name = operation.__name__.replace("_", " ")
        modes = {mode: key for mode, key in MODES.items() if key or operation is not unlock}
        for mode, key in modes.items():
            every = 3 if key and operation not in (save, unlock) else 1  # in the same code below the journal
            yield (
                f"killed at a call that writes: {name}, {mode}",
                partial(_kill, operation, key, every),
            )
        any_key = next(iter(modes.values()))
        for fault, calls in {"write": sweeps.FAILURES, "read": sweeps.READING}.items():
            yield f"disk fails to {fault} once: {name}", partial(_fail, operation, any_key, calls)
        yield f"disk full: {name}", partial(_full, operation, any_key)
    yield "disk error at random", lambda folder: flaky_disk.save(1_000, folder / "j.legjournal")
    yield "power cut, 60 saves, torn at sectors", partial(power_cuts.cut_power, 10_000)
    for mode, key in MODES.items():
        for kind in damage.KINDS:
            yield f"file damaged: {kind.__name__.replace('_', ' ')}, {mode}", partial(_damage, kind, key)
        for pages in (1, 3, 10):
            yield f"repaired after lost pages: {pages}, {mode}", partial(_repair, pages, key)
    yield "a reader in the way of a save", lambda folder: readers.hold_a_cursor(200, folder / "j.legjournal")
    yield (
        "a backup while saving without a pause",
        lambda folder: readers.back_up_while_saving(200, folder / "j.legjournal"),
    )
    yield (
        "steps against a dictionary: plain",
        lambda _: machine.live(machine.JournalMachine, 60, 50),
    )
    yield (
        "steps against a dictionary: encrypted",
        lambda _: machine.live(machine.LockedMachine, 40, 50),
    )
    yield "hostile import: in 600 MB of memory", hostile_files.drop_bombs
    yield "hostile import: fuzzing", partial(hostile_files.fuzz, "import", 120)
    yield "hostile journal: fuzzing", partial(hostile_files.fuzz, "open", 60)
    yield "no network, and no socket asked for", offline.live
    yield "a guided session, its process stopped", lambda folder: timers.keep_time(600, folder)
    for kind in noise.NOISES:
        name = kind.__name__.replace("_", " ")
        yield f"no difference in pure noise: {name}", partial(noise.listen, kind, 2_400)
    yield "the clock jumps: set by hand", lambda folder: clocks.jump(80, folder / "j.legjournal")
    for zone in clocks.ZONES:
        yield f"the clock jumps: the system's, {zone}", partial(_jump, zone)


def main(chosen: str = "") -> int:
    """Run them all, or those whose name holds `chosen`; 0 if nothing was lost, damaged or left out."""
    names = [name for name, _ in trials() if chosen in name]
    # A process for each, which inherits nothing from another. They wait for the disk half of the time.
    context, workers = multiprocessing.get_context("spawn"), 2 * (os.cpu_count() or 1)
    with ProcessPoolExecutor(workers, mp_context=context, max_tasks_per_child=1) as pool:
        runs = {pool.submit(run, name): name for name in names}
        for done in as_completed(runs):
            print(line_of(runs[done], done.result()), *done.result().remarks[:5], sep="\n    ", flush=True)
    faults: dict[str, Tally] = {}
    for done, name in runs.items():
        fault = name.partition(":")[0]
        faults[fault] = faults.get(fault, Tally()) + done.result()
    table = "\n".join([HEAD, *(line_of(fault, tally) for fault, tally in faults.items())])
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_text(table + "\n", encoding="utf-8")
    print(f"\n{table}\n\nWritten to {TABLE.relative_to(ROOT)}.")
    return 0 if faults and all(tally.is_clean for tally in faults.values()) else 1


def run(name: str) -> Tally:
    """Make the trial of that name, in a home of its own."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        for place in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
            patch.setenv(place, str(Path(folder) / "home" / place.lower()))
        try:
            return dict(trials())[name](Path(folder))
        except pytest.skip.Exception as missing:
            return Tally(unrun=str(missing.msg))
        except Exception:  # noqa: BLE001 - one that breaks must not take the others with it
            return Tally(tries=1, damaged=1, remarks=[traceback.format_exc()])


def line_of(name: str, tally: Tally) -> str:
    """One line of the table."""
    if tally.unrun:
        return f"| {name} | unrun | | | {tally.unrun} |"
    seen = ", ".join(f"{what} {times:,}" for what, times in tally.seen.items())
    return f"| {name} | {tally.tries:,} | {tally.lost} | {tally.damaged} | {seen} |"


def _fail(operation: Operation, key: bytes | None, calls: Mapping[str, str], folder: Path) -> Tally:
    return sweeps.fail_at_every_call(operation, Place(folder, key), calls)


def _kill(operation: Operation, key: bytes | None, every: int, folder: Path) -> Tally:
    return sweeps.kill_at_every_call(operation, Place(folder, key), every)


def _jump(zone: str, folder: Path) -> Tally:
    return clocks.jump_of_the_system(folder / "j.legjournal", zone)


def _full(operation: Operation, key: bytes | None, folder: Path) -> Tally:
    return full_disk.run_out_of_room(operation, folder, key, range(0, 160, 4))  # blocks of room


def _damage(kind: damaged_files.Kind, key: bytes | None, folder: Path) -> Tally:
    return damaged_files.look(kind, 300, damaged_files.sample(folder, key), key)


def _repair(pages: int, key: bytes | None, folder: Path) -> Tally:
    return damaged_files.repair(pages, 30, damaged_files.megabyte(folder, key), key)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
