"""The fault of PySide6 6.12 on Python 3.11 that ui/immortals.py guards against, in a process of its own."""

import json
import subprocess
import sys

import pytest

CALLS = 1000
MENDED = "PySide6 is mended: delete ui/immortals.py"

# {guard} is the guard, or nothing. References to None are counted around calls that return nothing.
PROGRAM = """
import json, os, sys
{guard}
from PySide6.QtCore import QObject
thing, counts = QObject(), []
for _ in range(3):
    before = sys.getrefcount(None)
    for number in range({calls}):
        thing.setObjectName("x")
    counts.append([before, sys.getrefcount(None)])
print(json.dumps(counts), flush=True)
os._exit(0)  # without the guard an orderly end would find too few references, and abort
"""
GUARD = "from ui.immortals import keep_constants_alive; keep_constants_alive(); keep_constants_alive()"

pytestmark = pytest.mark.skipif(
    sys.version_info >= (3, 12) or sys.implementation.name != "cpython",
    reason="from CPython 3.12 on the constants are immortal by themselves",
)


def references(guard: str) -> list[list[int]]:
    """References to None before and after each thousand calls."""
    program = PROGRAM.format(guard=guard, calls=CALLS)
    # Enough references to begin with: the process must live to tell.
    hoard = f"hoard = [None] * {100 * CALLS}\n"
    done = subprocess.run(
        [sys.executable, "-c", hoard + program], capture_output=True, text=True, timeout=60, check=True
    )
    counts: list[list[int]] = json.loads(done.stdout)
    return counts


def test_calls_that_return_nothing_use_none_up() -> None:
    """Without the guard every call takes one reference to None away."""
    for before, after in references(guard=""):
        assert before - after == pytest.approx(CALLS, rel=0.05), MENDED


def test_guard_gives_more_than_can_be_used_up() -> None:
    """With the guard there are references for days of calls on end, however often it is asked for."""
    for _, after in references(GUARD):
        assert 2**39 < after < 2**41
