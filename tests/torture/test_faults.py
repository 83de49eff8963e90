"""The faults of `make torture` in small numbers: nothing acknowledged is lost, nothing is damaged."""

from collections.abc import Callable
from pathlib import Path

import pytest
from faults.keyed import MODES
from torture import clocks, full_disk, kills, offline, operations, power_cuts, readers, sweeps
from torture.operations import Key, Place
from torture.tally import Tally


def clean(tally: Tally) -> bool:
    """Whether every try kept every promise; if not, what went wrong is the failure's text."""
    assert tally.is_clean, tally
    return True


@pytest.fixture(params=MODES.values(), ids=MODES)
def key(request: pytest.FixtureRequest) -> Key:
    """A plain journal and an encrypted one."""
    return request.param


def test_the_window_is_killed_at_any_moment(tmp_path: Path) -> None:
    """What the window called saved is there at the next start, which asks nothing."""
    assert clean(kills.kill_the_window(2, tmp_path))


def test_saving_is_killed_at_any_moment(tmp_path: Path, key: Key) -> None:
    """Each save is there whole or not at all, and every acknowledged one is."""
    tally = kills.kill_while_saving(5, tmp_path, key)
    assert clean(tally)
    assert tally.seen["saves acknowledged"] > 0


@pytest.mark.parametrize(("operation", "every"), [(operations.save, 4), (operations.back_up, 16)])
def test_the_process_ends_at_a_system_call(tmp_path: Path, operation: Callable, every: int) -> None:
    """Killed at a write, a sync or a removal, it leaves the state before or the state after."""
    tally = sweeps.kill_at_every_call(operation, Place(tmp_path), every)
    assert clean(tally)
    assert tally.seen["stopped"] == tally.tries


def test_the_disk_fails_in_the_last_step_of_a_save(tmp_path: Path) -> None:
    """When only the last sync fails, the entry is there; to try again does not make a second one."""
    assert clean(sweeps.fail_at_every_call(operations.add, Place(tmp_path), {"fsync": "EIO"}))


def test_the_disk_fails_to_read_once(tmp_path: Path) -> None:
    """It is not called damaged for that: the save is refused, and goes through the next time."""
    tally = sweeps.fail_at_every_call(operations.save, Place(tmp_path), sweeps.READING)
    assert clean(tally)
    assert tally.seen["refused"] > 5


def test_the_power_goes(tmp_path: Path) -> None:
    """With the journal's own settings nothing is damaged and no acknowledged save lost."""
    assert clean(power_cuts.cut_power(300, tmp_path))


@pytest.mark.parametrize("setting", ["FULL", "OFF"])
def test_the_power_goes_with_lesser_settings(tmp_path: Path, setting: str) -> None:
    """With any weaker setting the same model does lose saves: the test above can fail."""
    assert not power_cuts.cut_power(60, tmp_path, synchronous=setting).is_clean


@pytest.mark.parametrize(
    "operation",
    [operations.save, operations.back_up, operations.export, operations.report, operations.create],
)
def test_the_disk_is_full(tmp_path: Path, operation: Callable) -> None:
    """The sentence says so, what was there is as it was, nothing half done is left."""
    tally = full_disk.run_out_of_room(operation, tmp_path, None, range(0, 160, 40))
    assert clean(tally)
    assert tally.seen["refused"] > 0


def test_somebody_reads_meanwhile(tmp_path: Path) -> None:
    """A save beside a reader waits or is refused; one that was refused is never written later."""
    assert clean(readers.hold_a_cursor(6, tmp_path / "j.legjournal"))


def test_the_clock_jumps(tmp_path: Path) -> None:
    """Undo, redo and the order of the backups do not hang on the clock."""
    assert clean(clocks.jump(10, tmp_path / "j.legjournal"))


def test_the_clock_of_the_system_jumps(tmp_path: Path) -> None:
    """Nor on the clock of the whole system."""
    assert clean(clocks.jump_of_the_system(tmp_path / "j.legjournal"))


def test_nothing_needs_a_network(tmp_path: Path) -> None:
    """The command line and the window work where there is none, and ask for no internet socket."""
    assert clean(offline.live(tmp_path, [offline.COMMANDS[0], offline.COMMANDS[-1]]))
