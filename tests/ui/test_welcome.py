"""The first page: a new person, and journals that cannot be opened."""

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

import pytest
from person import Person
from PySide6.QtWidgets import QPushButton, QWidget

from legjournal.journal import Journal
from legjournal.storage.thinning import Reason
from ui.opening.backup_choice import BackupQuestion
from ui.opening.opener import Opener

DAY = date(2026, 11, 22)


def _newer(path: Path) -> None:
    Journal.create(path).close()
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA user_version = 99")
        database.commit()


def _foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE moz_places (id INTEGER)")
        database.commit()


def _cut_short(path: Path) -> None:
    Journal.create(path).close()
    path.write_bytes(path.read_bytes()[:-4096])


NOT_A_JOURNAL = "is not a journal this program can read: it is another kind of file."
BAD = {
    "empty": (
        lambda path: path.touch(),
        "is empty. A copy or a sync may have gone wrong.",
    ),
    "text": (lambda path: path.write_text("Dear diary\n"), NOT_A_JOURNAL),
    "long text": (lambda path: path.write_text("Dear diary\n" * 1000), NOT_A_JOURNAL),
    "newer": (_newer, "was written by a newer version of Leg Journal (format 99, this one reads up to "),
    "foreign": (_foreign, "belongs to another program."),
    "cut short": (_cut_short, "is cut short: part of the file is missing."),
    "folder": (lambda path: path.mkdir(), "is not a file, so it cannot be a journal."),
}


@pytest.fixture
def never(tmp_path: Path) -> Path:
    """A journal that was never made."""
    return tmp_path / "never.legjournal"


def fingerprint(folder: Path) -> dict[str, str]:
    """Every name under a folder with the digest of its contents, the window's own settings apart."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        for path in folder.rglob("*")
        if path.name != "window.ini"
    }


def words(person: Person) -> str:
    """What the welcome page says."""
    return "\n".join(person.reads(person.window.opener.welcome))


def open_files() -> list[str]:
    """The files this process has open, where the system tells."""
    handles = Path("/proc/self/fd")
    if not handles.is_dir():
        pytest.skip("this system does not list the open files of a process")
    names = []
    for handle in list(handles.iterdir()):
        with suppress(FileNotFoundError):  # the handle of the listing itself
            names.append(str(handle.readlink()))
    return names


def test_new_person_is_welcomed(open_window: Callable[..., Person], never: Path) -> None:
    """Where there is no journal yet the page says what this is for and where the journal will lie."""
    person = open_window(never)

    assert "A journal for legs that keep you awake" in words(person)
    assert f"Your journal will be kept in {never}" in words(person)
    assert person.focused is person.button("Start my journal")
    assert not never.exists()
    assert person.window.sitting is None
    assert not person.window.header.report.isEnabled()


def test_start_makes_the_journal(open_window: Callable[..., Person], never: Path) -> None:
    """One press makes the journal and opens its diary, with the keyboard in the first field."""
    person = open_window(never)
    person.presses("Start my journal")

    assert never.is_file()
    assert person.journal.path == never
    assert person.focused is person.night["got_into_bed"].entry


def test_missing_journal_is_not_taken_for_a_first_start(
    open_window: Callable[..., Person], never: Path, tmp_path: Path
) -> None:
    """A journal asked for by name that is not there is missed in words."""
    person = open_window(never, last=tmp_path / "usual.legjournal")

    assert f"There is no journal at {never}. It may have been moved, or its disk is not connected." in words(
        person
    )
    assert not never.exists()


@pytest.mark.parametrize("kind", BAD)
def test_file_that_is_no_journal_is_explained_and_left(
    open_window: Callable[..., Person], tmp_path: Path, kind: str
) -> None:
    """The page says what the file is instead; it stays as it was, byte for byte, with nothing beside it."""
    make, sentence = BAD[kind]
    path = tmp_path / "bad" / "journal.legjournal"
    path.parent.mkdir()
    make(path)
    before = fingerprint(path.parent)
    person = open_window(path)

    assert "This journal is not open" in words(person)
    assert f"{path} {sentence}" in words(person)
    assert "That file was left exactly as it was." in words(person)
    assert person.button("Start my journal") is None
    likeliest = "Repair a copy" if kind == "cut short" else "Open a journal I already have"
    assert person.focused is person.button(likeliest)
    assert person.closes()
    assert fingerprint(path.parent) == before


def test_path_the_system_does_not_take(open_window: Callable[..., Person], tmp_path: Path) -> None:
    """A path that cannot even be looked at is explained as well."""
    person = open_window(tmp_path / ("x" * 300), last=tmp_path / "usual.legjournal")

    assert "does not allow" in words(person)


def test_place_where_nothing_can_be_made(open_window: Callable[..., Person], tmp_path: Path) -> None:
    """Where a new journal cannot be made a sentence says why, and the page stays."""
    (tmp_path / "file").write_text("not a folder")
    person = open_window(tmp_path / "file" / "journal.legjournal")
    person.presses("Start my journal")

    assert "could not be written" in person.reads(person.window.banner)[0]
    assert person.window.sitting is None
    assert (tmp_path / "file").read_text() == "not a folder"


def test_name_with_markup_is_only_a_name(open_window: Callable[..., Person], tmp_path: Path) -> None:
    """A file's name is shown as it is written."""
    path = tmp_path / "<b>my<br> journal.legjournal"
    path.touch()
    person = open_window(path)

    assert "<b>my<br> journal.legjournal is empty." in words(person)


@pytest.mark.parametrize("with_backup", [True, False])
def test_a_backup_is_only_spoken_of_where_there_is_one(
    open_window: Callable[..., Person], tmp_path: Path, *, with_backup: bool
) -> None:
    """The page names what its buttons do, and not one that is not there; an empty folder is no backup."""
    path = tmp_path / "journal.legjournal"
    with Journal.create(path) as journal:
        backup = journal.backups.make(Reason.ASKED).path
    if not with_backup:
        backup.unlink()
    _cut_short_again(path)
    person = open_window(path)
    page = words(person)

    assert "“Repair a copy” saves what can be read into a new file." in page
    assert ("You can go back to a backup." in page) is with_backup
    assert ("No backup of it was found here." in page) is not with_backup
    offers = [
        each.text() for each in person.window.opener.welcome.findChildren(QPushButton) if each.isVisible()
    ]
    assert "Repair a copy" in offers
    assert ("Go back to a backup" in offers) is with_backup


def _cut_short_again(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-4096])


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _broken(path: Path) -> None:
    path.write_bytes(b"not a journal any more")


def _left_well(path: Path) -> None:
    assert path.is_file()


@pytest.mark.parametrize("spoil", [_empty, _broken, _cut_short_again, _left_well])
@pytest.mark.parametrize("agreed", [True, False])
def test_a_backup_is_never_written_into(
    open_window: Callable[..., Person],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    spoil,
    *,
    agreed: bool,
) -> None:
    """Whatever lies at the journal's place is kept and the backup takes its place; or nothing changes."""
    path = tmp_path / "journal.legjournal"
    with Journal.create(path) as journal:
        journal.nights.record(DAY, wakings=4)
        backup = journal.backups.make(Reason.ASKED).path
        journal.nights.record(DAY, wakings=9)
    spoil(path)
    before, there = backup.read_bytes(), path.read_bytes()
    monkeypatch.setattr(Opener, "ask_open_path", lambda *_: backup)
    monkeypatch.setattr(BackupQuestion, "ask_to_go_back", lambda *_: agreed)
    person = open_window(path)
    person.window.opener.open_another()

    if agreed:
        person.until(lambda: person.window.sitting and person.night["wakings"].entry.text() == "4")
        assert person.journal.path == path
        assert len(person.journal.backups.list()) == 2
        person.types_night(wakings="3")
    else:
        person.waits()
        assert path.read_bytes() == there
    assert backup.read_bytes() == before


def test_the_question_names_both_files(qtbot, tmp_path: Path) -> None:
    """Before a backup takes a journal's place it says which and where; Enter alone does not do it."""
    window = QWidget()
    qtbot.addWidget(window)
    name = "000001-2026-11-22-2114-auto.legjournal"
    box = BackupQuestion(tmp_path / name, tmp_path / "<b>mine.legjournal", window)

    assert name in box.text()
    assert "<b>mine.legjournal" in box.informativeText()
    assert box.defaultButton().text() == "Cancel"


def test_open_from_the_welcome_page(
    open_window: Callable[..., Person], never: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second button opens a journal that is there."""
    mine = tmp_path / "mine.legjournal"
    with Journal.create(mine) as journal:
        journal.nights.record(DAY, wakings=4)
    monkeypatch.setattr(Opener, "ask_open_path", lambda *_: mine)
    person = open_window(never)
    person.presses("Open a journal I already have")

    assert person.journal.path == mine
    assert person.night["wakings"].entry.text() == "4"


def test_asking_and_giving_up_changes_nothing(
    open_window: Callable[..., Person], never: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cancelling the question for a file leaves the page as it was."""
    monkeypatch.setattr(Opener, "ask_open_path", lambda *_: None)
    monkeypatch.setattr(Opener, "ask_new_path", lambda *_: None)
    person = open_window(never)
    person.presses("Open a journal I already have")
    person.window.menus.new_requested.emit()

    assert "A journal for legs that keep you awake" in words(person)
    assert not never.exists()


def test_new_journal_closes_the_first(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new journal begins empty, the first one keeps what was being typed and is let go of."""
    first, second = person.journal.path, tmp_path / "second.legjournal"
    monkeypatch.setattr(Opener, "ask_new_path", lambda *_: second)
    person.night["wakings"].entry.setFocus()
    person.types("3")
    person.window.menus.new_requested.emit()
    person.until(person.page.night.isVisible)

    assert person.journal.path == second
    assert person.night["wakings"].entry.text() == ""
    assert not [name for name in open_files() if name.startswith(str(first))]
    with Journal.open(first) as journal:
        assert journal.nights.ending_on(DAY).wakings == 3


def test_opening_another_journal_closes_the_first(
    person: Person, sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other journal's pages are shown, on every tab, and the first file is let go of."""
    first, other = person.journal.path, tmp_path / "other.legjournal"
    other.write_bytes(sample_file.read_bytes())
    monkeypatch.setattr(Opener, "ask_open_path", lambda *_: other)
    for tab in (2, 3, 4, 1):
        person.turns_to(tab)
    person.window.menus.open_requested.emit()
    person.until(lambda: person.page.side.month.grid.marks)

    assert person.journal.path == other
    assert not [name for name in open_files() if name.startswith(str(first))]
    person.turns_to(2)
    assert person.page.session.boxes


def test_opening_a_bad_one_over_a_good_one(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentence is shown, nothing of the first journal stays on the screen, and it can be opened again."""
    good, bad = person.journal.path, tmp_path / "bad.legjournal"
    bad.write_text("Dear diary\n")
    chosen = [bad, good]
    monkeypatch.setattr(Opener, "ask_open_path", lambda *_: chosen.pop(0))
    person.types_night(wakings="3")
    person.window.menus.open_requested.emit()
    assert NOT_A_JOURNAL in words(person)
    assert bad.read_text() == "Dear diary\n"
    assert not person.window.header.bar.isEnabled()

    person.presses("Open a journal I already have")
    assert person.night["wakings"].entry.text() == "3"


def test_a_new_journal_never_replaces_a_file(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Choosing the name of a file that is there is refused in words; the open journal stays open."""
    there = tmp_path / "there.legjournal"
    there.write_text("Dear diary\n")
    path = person.journal.path
    monkeypatch.setattr(Opener, "ask_new_path", lambda *_: there)
    person.window.menus.new_requested.emit()

    assert "There is already a file at" in person.reads(person.window.banner)[0]
    assert there.read_text() == "Dear diary\n"
    assert person.journal.path == path
