"""The task: what progress, an end, a refusal and a bug look like from the window's thread."""

import threading
from collections.abc import Callable

from legjournal.errors import DiskFull
from ui.task import Task


def test_task_reports_progress_and_its_result(qtbot) -> None:
    """Progress arrives in order on the window's thread, then the result."""
    shares: list[float] = []
    threads: list[threading.Thread] = []

    def work(progress: Callable[[float], None]) -> str:
        threads.append(threading.current_thread())
        progress(0.5)
        progress(1.0)
        return "made"

    task = Task(work)
    task.progressed.connect(shares.append)
    with qtbot.waitSignal(task.done) as done:
        task.start()

    assert shares == [0.5, 1.0]
    assert done.args == ["made"]
    assert threads != [threading.main_thread()]


def test_task_is_given_up_at_the_next_step(qtbot) -> None:
    """After Cancel the work stops where it next tells its progress, while the window goes on answering."""
    going, asked = threading.Event(), threading.Event()
    steps: list[str] = []

    def work(progress: Callable[[float], None]) -> None:
        progress(0.1)
        going.set()
        assert asked.wait(10)
        progress(0.2)
        steps.append("went on")

    task = Task(work)
    with qtbot.waitSignal(task.cancelled):
        task.start()
        qtbot.waitUntil(going.is_set)
        task.cancel()
        asked.set()

    assert steps == []


def test_task_tells_refusals_from_bugs(qtbot) -> None:
    """A fault of the world arrives as its sentence; a bug is raised where the crash handler finds it."""

    def full(_progress: object) -> None:
        raise DiskFull

    def broken(_progress: object) -> None:
        raise ZeroDivisionError

    task = Task(full)
    with qtbot.waitSignal(task.refused) as refused:
        task.start()
    assert refused.args == ["The disk is full. Free some space, then try again."]

    task = Task(broken)
    with qtbot.captureExceptions() as raised:
        task.start()
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError
