"""The runner: order, refusals that wait, and bugs that do not."""

import threading
from collections.abc import Callable, Iterator

import pytest

from legjournal.errors import DiskFault, DiskFull, SaveBusy
from legjournal.storage.history import Changed
from ui.runner import Action, Runner

FULL = "The disk is full. Free some space, then try again."


class Disk:
    """Actions that write down their names, and fail for as long as they are told to."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.attempts: list[str] = []
        self.fault: Exception | None = None

    def store(self, name: str) -> Action:
        """An action; what it returns names itself."""

        def action() -> Changed:
            self.attempts.append(name)
            if self.fault is not None:
                raise self.fault
            self.written.append(name)
            return Changed(frozenset({name}), rows=(name,))

        return action


@pytest.fixture
def disk() -> Disk:
    """Where the actions write."""
    return Disk()


@pytest.fixture
def runner(qapp) -> Iterator[Runner]:
    """A runner with nothing to do."""
    runner = Runner()
    yield runner
    runner.forget()
    runner.finish()


@pytest.fixture
def told(runner: Runner) -> list[str]:
    """What the runner has said: the names of what it saved, and the sentences of what it could not."""
    told: list[str] = []
    runner.saved.connect(lambda changed: told.append(next(iter(changed.tables))))
    runner.refused.connect(told.append)
    return told


@pytest.fixture
def until(qtbot) -> Callable[[Callable[[], object]], None]:
    """Wait until something is so."""
    return lambda is_so: qtbot.waitUntil(lambda: bool(is_so()), timeout=10_000)


def test_idle_at_first(runner: Runner) -> None:
    """A runner with nothing to do is done, and finishing it is immediate."""
    assert runner.idle
    assert runner.finish()


def test_order_is_kept(runner: Runner, disk: Disk, told: list[str]) -> None:
    """Actions are stored one after another in the order in which they were asked for."""
    names = [f"action {number}" for number in range(50)]
    for name in names:
        runner.run(disk.store(name))
    assert not runner.idle
    assert runner.finish()

    assert disk.written == names
    assert told == names


def test_off_the_windows_thread(runner: Runner, until) -> None:
    """An action that takes its time does not hold the window up: run() returns at once."""
    going, free = threading.Event(), threading.Event()
    threads: list[threading.Thread] = []

    def slow() -> Changed:
        threads.append(threading.current_thread())
        going.set()
        assert free.wait(10)
        return Changed()

    runner.run(slow)
    until(going.is_set)
    assert not runner.idle
    free.set()
    until(lambda: runner.idle)

    assert threads[0] is not threading.main_thread()


def test_signals_come_on_the_windows_thread(runner: Runner, disk: Disk) -> None:
    """Whoever is told may touch the window."""
    threads: list[threading.Thread] = []
    runner.saved.connect(lambda _: threads.append(threading.current_thread()))
    runner.run(disk.store("one"))
    runner.finish()

    assert threads == [threading.main_thread()]


def test_refused_action_keeps_its_place(runner: Runner, disk: Disk, told: list[str], until) -> None:
    """A refused action is not lost, and nothing after it is stored before it."""
    disk.fault = DiskFull()
    runner.run(disk.store("first"))
    until(lambda: told)
    runner.run(disk.store("second"))
    until(lambda: len(told) == 2)
    assert told == [FULL, FULL]
    assert disk.attempts == ["first", "first"]
    assert disk.written == []
    assert not runner.idle

    disk.fault = None
    runner.retry()
    until(lambda: runner.idle)
    assert disk.written == ["first", "second"]
    assert told == [FULL, FULL, "first", "second"]


def test_finish_tries_once_more(runner: Runner, disk: Disk, told: list[str], until) -> None:
    """Before closing everything is tried again: True when all is stored, False while it is still refused."""
    disk.fault = SaveBusy()
    runner.run(disk.store("first"))
    runner.run(disk.store("second"))
    assert not runner.finish()
    assert not runner.finish()
    assert disk.written == []

    disk.fault = None
    assert runner.finish()
    assert disk.written == ["first", "second"]


def test_an_action_stored_after_all_is_not_stored_twice(
    runner: Runner, disk: Disk, told: list[str], until
) -> None:
    """Where it cannot be told at first, that is asked before the action is tried again."""
    answers: list[Changed | Exception] = [DiskFault(), Changed(frozenset({"found"}))]

    def look_again() -> Changed:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    disk.fault = DiskFault()
    disk.fault.look_again = look_again
    runner.run(disk.store("first"))
    for tries in (1, 2):
        until(lambda tries=tries: len(told) == tries)
        assert isinstance(runner.fault, DiskFault)
        runner.retry()
    until(lambda: runner.idle)
    assert disk.attempts == ["first"]
    assert told == [str(DiskFault())] * 2 + ["found"]
    assert runner.fault is None


def test_an_action_not_stored_after_all_is_tried_again(
    runner: Runner, disk: Disk, told: list[str], until
) -> None:
    """When it is not in the file it is stored as if nothing had been."""
    disk.fault = DiskFault()
    disk.fault.look_again = lambda: None
    runner.run(disk.store("first"))
    until(lambda: told)
    disk.fault = None
    runner.retry()
    until(lambda: runner.idle)
    assert disk.written == ["first"]


def test_retry_with_nothing_to_do(runner: Runner, disk: Disk) -> None:
    """Trying again when all is stored does nothing twice."""
    runner.run(disk.store("one"))
    runner.finish()
    runner.retry()
    runner.finish()

    assert disk.attempts == ["one"]


def test_forget(runner: Runner, disk: Disk, until, told: list[str]) -> None:
    """What the person gave up is not tried again, and what comes after it is stored."""
    disk.fault = DiskFull()
    runner.run(disk.store("given up"))
    until(lambda: told)
    runner.forget()
    assert runner.idle

    disk.fault = None
    runner.run(disk.store("later"))
    assert runner.finish()
    assert disk.written == ["later"]


def test_bug_is_raised_and_does_not_block(runner: Runner, disk: Disk, qtbot, until) -> None:
    """A fault of the program goes to the crash handler; the actions after it are stored all the same."""

    def broken() -> Changed:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as raised:
        runner.run(broken)
        runner.run(disk.store("after"))
        until(lambda: runner.idle)

    assert [kind for kind, *_ in raised] == [ZeroDivisionError]
    assert disk.written == ["after"]


def test_finish_ends_after_a_bug(runner: Runner, qtbot) -> None:
    """A bug in the last action does not keep the window from closing."""

    def broken() -> Changed:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as raised:
        runner.run(broken)
        assert runner.finish()

    assert [kind for kind, *_ in raised] == [ZeroDivisionError]


def test_actions_asked_for_meanwhile(runner: Runner, disk: Disk) -> None:
    """An action that is asked for while another is told as saved comes after all that wait already."""
    asked: list[str] = []

    def more(changed: Changed) -> None:
        if "first" in changed.tables:
            asked.append("third")
            runner.run(disk.store("third"))

    runner.saved.connect(more)
    runner.run(disk.store("first"))
    runner.run(disk.store("second"))
    assert runner.finish()

    assert asked == ["third"]
    assert disk.written == ["first", "second", "third"]


def test_when_still_waits_for_the_disk(runner: Runner, until) -> None:
    """What would read the journal is called at once when nothing is stored, else after all is, and once."""
    going, free, called = threading.Event(), threading.Event(), []

    def slow() -> Changed:
        going.set()
        assert free.wait(10)
        return Changed()

    def call() -> None:
        called.append(runner.idle)

    runner.when_still(call)
    assert called == [True]

    runner.run(slow)
    until(going.is_set)
    runner.when_still(call)
    runner.when_still(call)
    assert called == [True]
    assert not runner.finish(within=1)

    free.set()
    assert runner.finish()
    assert called == [True, True]


def test_when_still_does_not_wait_for_a_refused_action(
    runner: Runner, disk: Disk, told: list[str], until
) -> None:
    """With nothing on its way to the disk, the journal can be read."""
    disk.fault = DiskFull()
    runner.run(disk.store("first"))
    until(lambda: told)
    called: list[bool] = []
    runner.when_still(lambda: called.append(True))

    assert called == [True]
