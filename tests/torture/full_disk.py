"""The disk is full, or nearly so, whatever is being done."""

from pathlib import Path

from faults.small_disk import fill, small_disk
from faults.syscalls import Operation, Outcome
from torture.operations import Key, Place, attempt
from torture.sweeps import judge
from torture.tally import Tally

BLOCK = 4096  # bytes
FULL = ("disk is full", "no space left")


def run_out_of_room(operation: Operation, folder: Path, key: Key, rooms: range) -> Tally:
    """Do it with so many blocks of room on the disk; then make room and do it again."""
    tally = Tally()
    with small_disk(folder / "disk", "3M") as disk:
        place = Place(disk, key)
        old, new = place.outcomes(operation)
        for blocks in rooms:
            place.fresh()
            ballast = fill(disk, blocks * BLOCK)
            outcome = attempt(operation, place)
            ballast.unlink()
            where = f"{operation.__name__} with {blocks} blocks"
            judge(tally, place, outcome, old, new, where)
            if outcome.refusal:
                _say_and_leave_nothing(tally, place, outcome, where)
    return tally


def _say_and_leave_nothing(tally: Tally, place: Place, outcome: Outcome, where: str) -> None:
    """The sentence names the reason, nothing half done is left, and with room again it goes through."""
    assert outcome.refusal is not None
    kind = outcome.refusal[1].lower()
    told = any(words in kind for words in FULL)
    tally.damaged += not told or bool(place.strays())
    if not told or place.strays():
        tally.remarks.append(f"{where}: {outcome.refusal} {place.strays()}")
