"""One system call after another of an operation is its last, or fails."""

from collections.abc import Collection, Mapping

from faults.syscalls import CHANGING, Operation, Outcome, calls_of, with_fault
from torture.operations import Place, State, attempt
from torture.tally import Tally

from legjournal import errors

# What a dying or a full disk, or another program, answers.
FAILURES = {
    "fsync": "EIO",
    "fdatasync": "EIO",
    "pwrite64": "EIO",
    "write": "ENOSPC",
    "ftruncate": "EIO",
    "unlink": "EACCES",
    "rename": "EACCES",
    "link": "EPERM",
}
READING = {"pread64": "EIO"}
REPEATED = {"save", "add", "delete", "bring_in", "create", "export", "report"}  # twice is the same as once


def kill_at_every_call(operation: Operation, place: Place, every: int = 1) -> Tally:
    """Kill the process at each call that changes something (`every`: at each so-manieth)."""
    old, new = place.outcomes(operation)
    tally = Tally()
    for call, number in _calls(CHANGING, operation, place)[::every]:
        fault = f"{call}:signal=KILL:when={number}"
        place.fresh()
        outcome = with_fault(fault, operation, place.here, place.key)
        judge(tally, place, outcome, old, new, f"{operation.__name__} {fault}")
    return tally


def fail_at_every_call(operation: Operation, place: Place, calls: Mapping[str, str] = FAILURES) -> Tally:
    """Each call among `calls` fails once, with its error; then the person tries again."""
    old, new = place.outcomes(operation)
    tally = Tally()
    for call, number in _calls(calls, operation, place):
        fault = f"{call}:error={calls[call]}:when={number}"
        where = f"{operation.__name__} {fault}"
        place.fresh()
        outcome = with_fault(fault, operation, place.here, place.key)
        judge(tally, place, outcome, old, new, where)
        if outcome.refusal and operation.__name__ in REPEATED:
            _try_again(tally, operation, place, new, where)
    return tally


def judge(tally: Tally, place: Place, outcome: Outcome, old: State, new: State, where: str) -> None:
    """Each file must be as before or as after, and what was said to be done must be done."""
    said = f"{where}: {outcome}"
    try:
        found = place.state()
    except (AssertionError, errors.JournalError) as error:
        tally.add(damaged=True, remark=f"{said}: {error!r}")
        return
    tally.seen["stopped" if not outcome.ended else "done" if outcome.acked else "refused"] += 1
    mixed = [name for name in {*found, *old, *new} if found.get(name) not in (old.get(name), new.get(name))]
    lost = outcome.acked and found != new
    unkind = outcome.refusal and not _is_a_sentence(outcome.refusal[0])
    tally.add(lost=lost, damaged=mixed or unkind, remark=f"{said}: {mixed}")


def _try_again(tally: Tally, operation: Operation, place: Place, new: State, where: str) -> None:
    again = attempt(operation, place)
    done = place.state() == new or (operation.__name__ == "create" and again.refusal is not None)
    tally.seen["tried again"] += 1
    tally.add(damaged=not done, remark=f"{where}, then again: {again}")


def _is_a_sentence(kind: str) -> bool:
    """Not that of a damaged file either: the file is sound."""
    fault = getattr(errors, kind, object)
    return issubclass(fault, errors.JournalError) and not issubclass(fault, errors.DamagedInside)


def _calls(calls: Collection[str], operation: Operation, place: Place) -> list[tuple[str, int]]:
    place.fresh()
    return calls_of(calls, operation, place.here, place.key)
