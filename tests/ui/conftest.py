"""A window to drive."""

import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from person import NOTE, PASSPHRASE, Person
from PySide6.QtCore import QEvent

from legjournal.clock import Clock
from legjournal.demo import write_sample
from legjournal.journal import Journal
from legjournal.storage.keys import NewKey, new_key
from legjournal.storage.locking import lock
from ui.appearance import Appearance
from ui.garbage import GarbageCollector
from ui.main_window import MainWindow
from ui.settings import Settings
from ui.tabs import DIARY

HOSTILE = {
    "everything at once": (
        "<b>bold</b> <script>alert(1)</script> &amp; %1 {0} "
        + "<table><tr><td>" * 20
        + "deep"
        + "</td></tr></table>" * 20
        + " left \u202eright\u202c \u200f\u2067mixed\u2069 🦵🏽 👩‍👩‍👧 ŵ ŷ ✓ half\x00past\x07ten"
    ),
    "20,000 letters": "leg, " * 3999 + "legs!",
}


@pytest.fixture(scope="session", autouse=True)
def collector(qapp) -> GarbageCollector:
    """As in the program: garbage is collected on the window's thread."""
    return GarbageCollector(qapp)


@pytest.fixture(params=HOSTILE.values(), ids=HOSTILE.keys())
def hostile(request: pytest.FixtureRequest) -> str:
    """Words that a careless program would not take for mere words."""
    return str(request.param)


def evening() -> datetime:
    """9.14pm on Sunday 22 November 2026."""
    return datetime(2026, 11, 22, 21, 14, tzinfo=UTC)


@pytest.fixture
def first_tab() -> int:
    """The tab a window opens on. Tests that are not about the diary say another, and do not wait for it."""
    return DIARY


@pytest.fixture
def open_window(qtbot, qapp, tmp_path: Path, first_tab: int) -> Callable[..., Person]:
    """Opens the window on a journal file and gives the person at it. last: the journal of last time."""

    def opened(
        path: Path,
        theme: str = "light",
        text_size: int = 100,
        clock: Clock | None = None,
        last: Path | None = None,
    ) -> Person:
        # The window of the test before goes first: a new style sheet would be worked out for it too.
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        settings = Settings(tmp_path / "window.ini")
        settings.theme, settings.text_size, settings.journal = theme, text_size, last or path
        settings.tab = first_tab
        window = MainWindow(settings, Appearance(qapp, settings), path, clock or Clock(evening))
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        window.open_journal()
        return Person(qtbot, window)

    return opened


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal with nothing in it yet."""
    path = tmp_path_factory.mktemp("empty") / "empty.legjournal"
    Journal.create(path, Clock(evening)).close()
    return path


@pytest.fixture
def person(open_window: Callable[..., Person], empty_file: Path, tmp_path: Path) -> Person:
    """A person with a journal that is still empty."""
    return open_window(shutil.copy(empty_file, tmp_path / "journal.legjournal"))


@pytest.fixture(scope="session")
def locked_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, NewKey]:
    """A journal with one note, locked with PASSPHRASE, and its key: once, for making a key takes its time."""
    path = tmp_path_factory.mktemp("locked") / "locked.legjournal"
    with Journal.create(path, Clock(evening)) as journal:
        journal.diary.record(evening().date(), note=NOTE)
    new = new_key(PASSPHRASE)
    lock(path, new)
    return path, new


@pytest.fixture
def locked_file(locked_once: tuple[Path, NewKey], tmp_path: Path) -> Path:
    """A locked journal of the test's own."""
    return Path(shutil.copy(locked_once[0], tmp_path / "journal.legjournal"))


@pytest.fixture
def key(locked_once: tuple[Path, NewKey]) -> bytes:
    """What the locked journal opens with."""
    return locked_once[1].key


@pytest.fixture
def outside(open_window: Callable[..., Person], locked_file: Path, clock: Clock) -> Person:
    """A person in front of the page that asks for the passphrase."""
    return open_window(locked_file, clock=clock)


@pytest.fixture
def inside(outside: Person, key: bytes) -> Person:
    """A person with a locked journal that is open, without the wait for the key to be made anew."""
    outside.window.opener.open(key=key)
    outside.until(getattr(outside.page, "day", outside.page).isVisible)  # the diary is there once its day is
    return outside


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty days of a fictional person, up to 22 November 2026."""
    path = tmp_path_factory.mktemp("sample") / "sample.legjournal"
    write_sample(path, days=60, seed=1, last=date(2026, 11, 22)).close()
    return path


@pytest.fixture
def sample(open_window: Callable[..., Person], sample_file: Path, tmp_path: Path) -> Person:
    """A person with sixty days behind them."""
    return open_window(shutil.copy(sample_file, tmp_path / "journal.legjournal"))
