"""One window a journal: a second start brings the first forward, and another computer is named."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hand_clock import HandClock
from person import Person
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from legjournal.journal import Journal
from legjournal.storage.thinning import Reason
from ui.opening.claim import Claim, lock_beside, own_lock
from ui.opening.opener import Opener
from ui.opening.summons import Summons, bring_forward

HOLDER = """
import sys
from pathlib import Path
from ui.opening.claim import Claim
claim = Claim(Path(sys.argv[1]))
print(claim.take(), flush=True)
sys.stdin.readline()
"""
READ_ONLY = "This journal is open in another window, so here it can only be read."


@contextmanager
def another_process(path: Path) -> Iterator["subprocess.Popen[str]"]:
    """A process that has the journal open, as far as its locks say, and answers nothing."""
    command = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout.readline() == "None\n"
        yield holder
        if holder.poll() is None:
            holder.communicate("\n")


def from_anna(journal: Path) -> None:
    """Lay a lock beside the journal, as a shared folder brings it from another computer."""
    lock_beside(journal).write_text("4242\nlegjournal\nANNA-LAPTOP\n0123\n4567\n")


@pytest.fixture
def file(empty_file: Path, tmp_path: Path) -> Path:
    """A journal that is not open."""
    path = tmp_path / "shared" / "journal.legjournal"
    path.parent.mkdir()
    path.write_bytes(empty_file.read_bytes())
    return path


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_a_second_start_brings_the_first_window_forward(person: Person) -> None:
    """The program, started again, ends well at once without a window; the first one is on top again."""
    summons = Summons(person.window.open_path, person.window)
    summons.came.connect(person.window.come_forward)
    other = QWidget()
    person.qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    person.until(other.isActiveWindow)
    person.window.setWindowState(Qt.WindowState.WindowMinimized)

    command = [sys.executable, "-m", "ui", "--journal", str(person.journal.path)]
    environment = os.environ | {"XDG_ACTIVATION_TOKEN": "of the desktop"}
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as second:
        person.until(lambda: second.poll() is not None)
    assert second.returncode == 0
    person.until(person.window.isActiveWindow)
    assert not person.window.isMinimized()
    assert os.environ.pop("XDG_ACTIVATION_TOKEN") == "of the desktop"
    assert [path.suffix for path in own_lock(person.journal.path).parent.iterdir()] == [".lock"]


def test_a_silent_window(file: Path, open_window: Callable[..., Person]) -> None:
    """Where the first window does not answer, the second one can only read, and says so."""
    with another_process(file):
        assert not bring_forward(file, patience=0.1)
        person = open_window(file)
        assert person.journal.read_only
        assert person.reads(person.window.banner)[0] == READ_ONLY


def test_a_window_that_only_reads_changes_nothing(
    file: Path, open_window: Callable[..., Person], clock: HandClock
) -> None:
    """Imports and merges cannot be chosen; a passphrase or a backup is refused in a sentence."""
    with Journal.open(file, clock) as journal:
        backup = journal.backups.make(Reason.ASKED).path
        journal.diary.record(clock.today(), mood=4)
    before = file.read_bytes()
    with another_process(file):
        person = open_window(file, clock=clock)
        actions = {action.text().replace("&", ""): action for action in person.window.findChildren(QAction)}
        for entry in ("Bring in an export…", "Merge another journal into this one…", "Undo", "Redo"):
            assert not actions[entry].isEnabled()
        person.chooses_in_menu("Lock with a passphrase…")
        assert "open to read only" in person.reads(person.window.banner)[0]
        person.window.file.go_back(backup)
        person.until(lambda: "open in another window" in person.reads(person.window.banner)[0])
        assert person.journal.read_only
    assert file.read_bytes() == before


def test_killed_and_started_again(file: Path, open_window: Callable[..., Person]) -> None:
    """After a kill the next start opens at once and asks nothing."""
    with another_process(file) as holder:
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    assert own_lock(file).exists()
    assert lock_beside(file).exists()
    assert not bring_forward(file)
    person = open_window(file)
    assert not person.journal.read_only
    assert not person.window.banner.isVisible()


def test_another_computer_is_named(file: Path, open_window: Callable[..., Person]) -> None:
    """The page says on which computer the journal is open; to read only comes first, and changes nothing."""
    from_anna(file)
    before = file.read_bytes()
    person = open_window(file)
    assert any("on the computer ANNA-LAPTOP, since" in words for words in person.reads())
    assert person.focused is person.button("Open it to read only")
    person.presses("Open it to read only")
    assert person.journal.read_only
    assert person.closes()
    assert file.read_bytes() == before
    assert "ANNA-LAPTOP" in lock_beside(file).read_text()


def test_closed_there(file: Path, open_window: Callable[..., Person]) -> None:
    """Whoever knows that it is closed there opens it to write, and is then the one who has it open."""
    from_anna(file)
    person = open_window(file)
    person.presses("It is closed there: open it")
    assert not person.journal.read_only
    assert "ANNA-LAPTOP" not in lock_beside(file).read_text()


def test_closing_lets_others_in(file: Path, open_window: Callable[..., Person]) -> None:
    """While it is open nobody else takes it; afterwards no lock is left."""
    person = open_window(file)
    assert Claim(file).take().is_here
    assert person.closes()
    assert not own_lock(file).exists()
    assert not lock_beside(file).exists()


def test_opening_another_lets_go_of_the_first(
    file: Path, tmp_path: Path, open_window: Callable[..., Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The locks go along with the journal that is open."""
    other = tmp_path / "other.legjournal"
    Journal.create(other).close()
    monkeypatch.setattr(Opener, "ask_open_path", lambda *_: other)
    person = open_window(file)
    person.window.menus.open_requested.emit()
    assert person.journal.path == other
    assert not lock_beside(file).exists()
    assert lock_beside(other).exists()


def test_a_link_is_the_same_journal(file: Path, tmp_path: Path) -> None:
    """A journal reached by another name is still the one that is open."""
    link = tmp_path / "link.legjournal"
    link.symlink_to(file)
    claim = Claim(file)
    assert claim.take() is None
    assert Claim(link).take().is_here
    claim.release()


def test_where_no_lock_can_be_written(file: Path) -> None:
    """A folder that takes no lock has nobody to respect: the journal is opened all the same."""
    lock_beside(file).mkdir()
    claim = Claim(file)
    assert claim.take() is None
    claim.release()


def test_a_broken_lock_bars_nobody(file: Path) -> None:
    """A lock that a full disk left empty is taken over."""
    lock_beside(file).write_text("")
    claim = Claim(file)
    assert claim.take() is None
    assert lock_beside(file).read_text() != ""
    claim.release()


def test_taken_meanwhile(file: Path) -> None:
    """Begun early, a claim is there when it is asked for."""
    claim = Claim(file)
    claim.begin()
    assert claim.take() is None
    assert lock_beside(file).exists()
    claim.release()
    assert not lock_beside(file).exists()
