"""`make torture`: every fault, many times over; prints a table and writes it to build/torture.md.

A part of a name runs only those: `make torture ARGS=power`. They run side by side, a process for each.
"""

import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
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
    offline,
    power_cuts,
    readers,
    sweeps,
)
from torture.operations import OPERATIONS, Place, unlock
from torture.tally import Tally

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "build" / "torture.md"
HEAD = "| fault | tries | lost | damaged | seen |\n|---|---:|---:|---:|---|"

Trial = Callable[[Path], Tally]  # is given an empty folder


def trials() -> Iterator[tuple[str, Trial]]:
    """Each line of the table with what fills it."""
    yield "killed in the window, driven by keys and clicks", partial(kills.kill_the_window, 200)
    for mode, key in MODES.items():
        yield f"killed while saving in a loop, {mode}", partial(kills.kill_while_saving, 400, key=key)
    for operation in OPERATIONS:
        name = operation.__name__.replace("_", " ")
        modes = {mode: key for mode, key in MODES.items() if key or operation is not unlock}
        for mode, key in modes.items():
            yield (
                f"killed at every call that writes: {name}, {mode}",
                _at(sweeps.kill_at_every_call, operation, key),
            )
        any_key = next(iter(modes.values()))
        yield f"disk error at every call: {name}", _at(sweeps.fail_at_every_call, operation, any_key)
        yield f"disk full: {name}", partial(_full, operation, any_key)
    yield "disk fails at random", lambda folder: flaky_disk.save(1_000, folder / "j.legjournal")
    yield "power cut, 60 saves, torn at sectors", partial(power_cuts.cut_power, 10_000)
    for mode, key in MODES.items():
        for kind in damage.KINDS:
            yield f"file damaged: {kind.__name__.replace('_', ' ')}, {mode}", partial(_damage, kind, key)
        for pages in (1, 3, 10):
            yield f"repair after {pages} lost pages, {mode}", partial(_repair, pages, key)
    yield "a reader in the way of a save", lambda folder: readers.hold_a_cursor(200, folder / "j.legjournal")
    yield (
        "a backup while saving without a pause",
        lambda folder: readers.back_up_while_saving(200, folder / "j.legjournal"),
    )
    yield "steps beside a plain dictionary, plain", lambda _: machine.live(machine.JournalMachine, 60, 50)
    yield "steps beside a plain dictionary, encrypted", lambda _: machine.live(machine.LockedMachine, 40, 50)
    yield "hostile imports, in 600 MB of memory", hostile_files.drop_bombs
    yield "hostile imports, found by fuzzing", partial(hostile_files.fuzz, "import", 180)
    yield "hostile journals, found by fuzzing", partial(hostile_files.fuzz, "open", 90)
    yield "without a network", offline.live
    yield "the clock jumps", lambda folder: clocks.jump(80, folder / "j.legjournal")
    yield "the system's clock jumps", lambda folder: clocks.jump_of_the_system(folder / "j.legjournal")


def main(chosen: str = "") -> int:
    """Run them all, or those whose name holds `chosen`; 0 if nothing was lost, damaged or left out."""
    names = [name for name, _ in trials() if chosen in name]
    # A process for each, which inherits nothing from another. They wait for the disk half of the time.
    context, workers = multiprocessing.get_context("spawn"), 2 * (os.cpu_count() or 1)
    with ProcessPoolExecutor(workers, mp_context=context, max_tasks_per_child=1) as pool:
        runs = {pool.submit(run, name): name for name in names}
        for done in as_completed(runs):
            line, _, remarks, seconds = done.result()
            print(f"{line} {seconds:.0f} s", *remarks[:5], sep="\n    ", flush=True)
        results = [done.result() for done in runs]
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_text("\n".join([HEAD, *(line for line, *_ in results)]) + "\n", encoding="utf-8")
    print(f"Written to {TABLE.relative_to(ROOT)}.")
    return 0 if results and all(well for _, well, *_ in results) else 1


def run(name: str) -> tuple[str, bool, list[str], float]:
    """One line of the table, whether all was well, what went wrong, and the seconds it took."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        for place in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
            patch.setenv(place, str(Path(folder) / "home" / place.lower()))
        try:
            tally = dict(trials())[name](Path(folder))
        except pytest.skip.Exception as missing:
            return f"| {name} | unrun | | | {missing.msg} |", False, [], 0
    seen = ", ".join(f"{what} {times:,}" for what, times in tally.seen.items())
    line = f"| {name} | {tally.tries:,} | {tally.lost} | {tally.damaged} | {seen} |"
    return line, tally.is_clean, tally.remarks, time.monotonic() - began


def _at(sweep: Callable[..., Tally], operation: Operation, key: bytes | None) -> Trial:
    return lambda folder: sweep(operation, Place(folder, key))


def _full(operation: Operation, key: bytes | None, folder: Path) -> Tally:
    return full_disk.run_out_of_room(operation, folder, key, range(0, 160, 4))  # blocks of room


def _damage(kind: damaged_files.Kind, key: bytes | None, folder: Path) -> Tally:
    return damaged_files.look(kind, 300, damaged_files.sample(folder, key), key)


def _repair(pages: int, key: bytes | None, folder: Path) -> Tally:
    return damaged_files.repair(pages, 30, damaged_files.sample(folder, key), key)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
