"""What every test needs before Qt is there, and a journal to write in."""

import os
from collections.abc import Iterator
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
from hand_clock import HandClock
from hypothesis import settings

from legjournal.journal import Journal
from ui.immortals import keep_constants_alive

keep_constants_alive()

# No database of past failures: a test gives the same answer here and anywhere.
settings.register_profile("legjournal", database=None, deadline=None, derandomize=True)
settings.load_profile("legjournal")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own: backups and settings never reach that of whoever runs the tests."""
    home = tmp_path / "home"
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    return home


@pytest.fixture
def clock() -> HandClock:
    """A clock to set: it begins at 9.14pm on Sunday 22 November 2026, in London."""
    return HandClock()


@pytest.fixture
def journal(tmp_path: Path, clock: HandClock) -> Iterator[Journal]:
    """A new, empty journal."""
    with Journal.create(tmp_path / "j.legjournal", clock) as made:
        yield made
