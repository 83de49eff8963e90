"""`make torture`: every fault, many times over; prints a table and writes it to build/torture.md.

A name or part of one as argument runs only those: `python tests/torture/run.py power`.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

import damage
import pytest
from faults.keyed import MODES
from torture import clocks, damaged_files, full_disk, kills, power_cuts, readers, sweeps
from torture.operations import OPERATIONS, Place
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
        for mode, key in MODES.items():
            yield (
                f"killed at every call that writes: {name}, {mode}",
                _at(sweeps.kill_at_every_call, operation, key),
            )
        yield f"disk error at every call: {name}", _at(sweeps.fail_at_every_call, operation, None)
        rooms = range(0, 160, 4)
        yield f"disk full: {name}", partial(_full, operation, rooms)
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
    yield "the clock jumps", lambda folder: clocks.jump(80, folder / "j.legjournal")
    yield "the system's clock jumps", lambda folder: clocks.jump_of_the_system(folder / "j.legjournal")


def main(chosen: str = "") -> int:
    """Run them all, or those whose name holds `chosen`; 0 if nothing was lost, damaged or left out."""
    lines, good = [HEAD], True
    for name, trial in trials():
        if chosen in name:
            line, well = _run(name, trial)
            lines.append(line)
            good = good and well
    TABLE.parent.mkdir(exist_ok=True)
    when = f"{datetime.now():%d %B %Y}"
    TABLE.write_text("\n".join([*lines, "", f"Run on {when}."]) + "\n", encoding="utf-8")
    print(f"Written to {TABLE.relative_to(ROOT)}.")
    return 0 if good else 1


def _run(name: str, trial: Trial) -> tuple[str, bool]:
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        for place in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
            patch.setenv(place, str(Path(folder) / "home" / place.lower()))
        try:
            tally = trial(Path(folder))
        except pytest.skip.Exception as missing:
            line, well = f"| {name} | unrun | | | {missing.msg} |", False
        else:
            seen = ", ".join(f"{what} {times:,}" for what, times in tally.seen.items())
            line = f"| {name} | {tally.tries:,} | {tally.lost} | {tally.damaged} | {seen} |"
            well = tally.is_clean
            for remark in tally.remarks[:5]:
                print(f"    {remark}", flush=True)
    print(f"{line} {time.monotonic() - began:.0f} s", flush=True)
    return line, well


def _at(sweep: Callable[..., Tally], operation: object, key: bytes | None) -> Trial:
    return lambda folder: sweep(operation, Place(folder, key))


def _full(operation: object, rooms: range, folder: Path) -> Tally:
    return full_disk.run_out_of_room(operation, folder, None, rooms)


def _damage(kind: damaged_files.Kind, key: bytes | None, folder: Path) -> Tally:
    return damaged_files.look(kind, 300, damaged_files.sample(folder, key), key)


def _repair(pages: int, key: bytes | None, folder: Path) -> Tally:
    return damaged_files.repair(pages, 30, damaged_files.sample(folder, key), key)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
