"""What is written in a locked journal stands nowhere else, and its files are the person's own."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from person import PASSPHRASE

from legjournal.journal import Journal
from legjournal.storage.unlocking import key_for

CHILD = Path(__file__).with_name("leaks_child.py")
CANARY = "".join(("zwieb", "elfisch"))  # no word of any language, and not whole in this file either
PLACES = {
    "HOME": "home",
    "TMPDIR": "tmp",
    "XDG_CACHE_HOME": "cache",
    "XDG_RUNTIME_DIR": "run",
}


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """What the killed process left on the disk, and what it said."""
    folder = tmp_path_factory.mktemp("sitting")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    for name, place in PLACES.items():
        (folder / place).mkdir(mode=0o700)
        environment[name] = str(folder / place)
    (folder / "asked for").mkdir()
    environment |= {"LEAKS_FOLDER": str(folder), "LEAKS_CANARY": CANARY}
    command = [sys.executable, "-m", "pytest", "--no-cov", "-q", "-s", "-p", "no:cacheprovider", str(CHILD)]
    done = subprocess.run(
        command,
        env=environment,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
        umask=0o022,
    )
    assert done.returncode == -signal.SIGKILL, done.stdout + done.stderr
    return folder, done.stdout + done.stderr


def files_in(folder: Path) -> list[Path]:
    """Every file there, but what the person asked for."""
    found = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return [path for path in found if "asked for" not in path.parts]


def holds_canary(path: Path) -> bool:
    """Whether the word stands in a file, as Python or as Qt writes it."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:  # another program's, gone meanwhile
        return False
    return any(CANARY.encode(encoding) in content for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


def test_the_word_was_written(left: tuple[Path, str]) -> None:
    """The journal and its drafts hold it, read with the passphrase: the search below is one for something."""
    path = left[0] / "home" / "journal.legjournal"
    with Journal.open(path, key=key_for(path, PASSPHRASE)) as journal:
        day = journal.diary.day(journal.clock.day_of(journal.clock.now().replace(2026, 11, 22)))
        drafts = journal.drafts.under("appointment/")

    assert day is not None
    assert CANARY in f"{day.managed}"
    assert CANARY in "".join(drafts.values())


def test_the_word_stands_nowhere_else(left: tuple[Path, str]) -> None:
    """Not in home, temporary and runtime folders, shared memory, settings, log, backups or output."""
    folder, said = left
    searched = [*files_in(folder), *files_in(Path("/dev/shm"))]

    assert len(searched) > 4
    assert [str(path) for path in searched if holds_canary(path)] == []
    assert CANARY not in said
    assert "killed" in said
    assert [path for path in searched if path.name == "legjournal.log"], "there was no log to look at"


def test_backups_are_locked_too(left: tuple[Path, str]) -> None:
    """Every file of the sitting that could be opened without the passphrase is none of the record."""
    plain = [path for path in files_in(left[0]) if path.read_bytes().startswith(b"SQLite format 3")]
    locked = [path for path in files_in(left[0]) if path.suffix == ".legjournal"]

    assert plain == []
    assert len(locked) >= 2


def test_modes(left: tuple[Path, str]) -> None:
    """Nobody else may read a file of the sitting or look into a folder of it."""
    made = [path for path in left[0].rglob("*") if not path.is_symlink()]
    open_to_others = {
        str(path.relative_to(left[0])): oct(stat.S_IMODE(path.stat().st_mode))
        for path in made
        if path.stat().st_mode & 0o077 and path.name not in ("asked for", ".lock")  # the last is pytest's
    }

    assert open_to_others == {}


LIMIT = """
import resource
from legjournal.storage.files import keep_private
keep_private()
print(resource.getrlimit(resource.RLIMIT_CORE))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no core dumps there")
def test_no_image_of_the_memory() -> None:
    """A program that crashes may leave no dump of its memory, for the words would stand in it."""
    done = subprocess.run([sys.executable, "-c", LIMIT], capture_output=True, text=True, check=True)

    assert done.stdout == "(0, 0)\n"
