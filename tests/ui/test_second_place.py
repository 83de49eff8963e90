"""A USB stick with a second set of backups: chosen once, written when it is there, and never in the way."""

from datetime import timedelta
from pathlib import Path

import pytest
from faults.read_only_disk import read_only
from faults.small_disk import small_disk

from legjournal.journal import Journal
from legjournal.places import backups_of
from legjournal.storage.second_place import FOLDER
from ui.backups.backups_dialog import BackupsDialog
from ui.opening.opener import Opener

DAY = timedelta(days=1)


@pytest.fixture
def diarist(open_window, tmp_path: Path, clock):
    """A person with a new journal and a clock that can be set."""
    person = open_window(tmp_path / "journal.legjournal", clock=clock)
    person.presses("Start my journal")
    return person


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A stick in the computer."""
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def there(stick: Path) -> list[str]:
    """The names of all backups on the stick."""
    return sorted(path.name for path in (stick / FOLDER).rglob("*.legjournal"))


def dialog_of(person) -> BackupsDialog:
    """Open the dialog and wait until it has looked at them."""
    person.window.menus.backups_requested.emit()
    dialog = person.window.findChildren(BackupsDialog)[-1]
    person.until(lambda: not dialog.status.text().startswith("Looking"))
    return dialog


def choose(person, stick: Path, monkeypatch) -> BackupsDialog:
    """Choose the stick in the dialog."""
    dialog = dialog_of(person)
    monkeypatch.setattr(BackupsDialog, "ask_second_place", lambda *_: stick)
    person.presses("Choose a second place for backups", dialog)
    person.until(lambda: dialog.note.text() not in ("", "One moment…"))
    return dialog


def writes(person, mood: int) -> None:
    """Write something, and wait until what that sets off is done."""
    person.scores(person.page.day.rows["mood"], mood)
    person.until(lambda: not person.sitting.keeper.busy)


def said(person) -> str:
    """What the banner says, which is then closed."""
    banner = person.window.banner
    words: str = banner.words.text() if banner.isVisible() else ""
    banner.hide()
    return words


def test_each_backup_is_on_the_stick_too(diarist, stick: Path, clock, monkeypatch) -> None:
    """On choosing it, half an hour of edits later and on closing; and it says when it last got one."""
    writes(diarist, 4)
    dialog = choose(diarist, stick, monkeypatch)
    assert dialog.note.text().startswith("A copy of each backup is kept there from now on.")
    assert len(there(stick)) == 1
    diarist.until(lambda: "Last backup there: today, 9.14pm." in dialog.second.words.text())
    assert dialog.second.words.text().startswith(f"{stick}\nConnected now.")
    dialog.reject()

    clock.set(clock.now() + timedelta(minutes=31))
    writes(diarist, 5)
    assert len(there(stick)) == 2
    writes(diarist, 6)
    path = diarist.journal.path
    diarist.closes()
    assert [name[7:] for name in there(stick)][-1] == "2026-11-22-2145-close.legjournal"
    newest = max((stick / FOLDER / backups_of(path).name).iterdir())
    with Journal.open(newest, clock) as copy:
        assert copy.diary.day(clock.today()).mood == 6


def test_a_new_computer_takes_up_the_journal_from_the_stick(
    diarist, open_window, stick: Path, clock, monkeypatch, tmp_path: Path
) -> None:
    """Chosen where there is no journal yet, a backup becomes the journal; the stick keeps its bytes."""
    writes(diarist, 4)
    choose(diarist, stick, monkeypatch).reject()
    diarist.closes()
    [backup] = (stick / FOLDER).rglob("*.legjournal")
    before = backup.read_bytes()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "new" / "state"))
    new = open_window(tmp_path / "new" / "journal.legjournal", clock=clock)
    monkeypatch.setattr(Opener, "ask_open_path", lambda *_: backup)
    new.presses("Open a journal I already have")
    new.until(lambda: new.window.sitting and new.page.day.rows["mood"].score == 4)
    assert new.journal.path == tmp_path / "new" / "journal.legjournal"
    writes(new, 5)
    assert backup.read_bytes() == before


def test_the_newest_is_at_the_top_whatever_the_clock_says(diarist, clock) -> None:
    """When the clock was set back in between, the list still goes by the order they were made in."""
    writes(diarist, 4)
    clock.set(clock.now() - timedelta(hours=2))
    writes(diarist, 5)
    dialog = dialog_of(diarist)
    shown = [dialog.list.item(row).text().splitlines()[0] for row in range(dialog.list.count())]
    assert shown == ["Today, 7.14pm", "Today, 9.14pm"]
    assert dialog.status.text() == "Last backup: today, 7.14pm, 1 day recorded"


def test_a_missing_stick_is_silent_for_a_day(diarist, stick: Path, clock, monkeypatch) -> None:
    """Then it is said once a day until it is back; and nothing is made in its place."""
    writes(diarist, 1)
    choose(diarist, stick, monkeypatch).reject()
    away = stick.rename(stick.with_name("in the drawer"))
    clock.set(clock.now() + timedelta(hours=23))
    diarist.sitting.show_day(clock.today())
    writes(diarist, 2)
    assert said(diarist) == ""
    clock.set(clock.now() + 2 * DAY + timedelta(hours=2))
    writes(diarist, 3)
    assert said(diarist) == "No backup to the second place for 3 days. Please connect it when you can."
    clock.set(clock.now() + timedelta(minutes=31))
    writes(diarist, 4)
    assert said(diarist) == ""
    dialog = dialog_of(diarist)
    lines = dialog.second.words.text().splitlines()
    assert lines[1:] == ["Not connected just now.", "Last backup there: Sunday 22 November 2026, 9.14pm."]
    dialog.reject()
    assert not stick.exists()

    away.rename(stick)
    clock.set(clock.now() + timedelta(minutes=31))
    writes(diarist, 5)
    assert said(diarist) == ""
    assert len(there(stick)) == 2


def test_the_second_place_can_be_given_up(diarist, stick: Path, monkeypatch) -> None:
    """What is there stays there, and nothing more is written."""
    writes(diarist, 1)
    dialog = choose(diarist, stick, monkeypatch)
    before = there(stick)
    diarist.presses("Stop using the second place", dialog)
    assert "What is there stays there." in dialog.note.text()
    assert diarist.button("Stop using the second place", dialog) is None
    writes(diarist, 2)
    diarist.presses("Make a backup now", dialog)
    diarist.until(lambda: dialog.note.text() == "A backup was made.")
    assert there(stick) == before


def test_a_full_stick_says_so_once(diarist, stick: Path, clock, monkeypatch) -> None:
    """The save is stored and backed up here; the banner speaks once."""
    writes(diarist, 1)
    path = diarist.journal.path
    stick.rmdir()
    with small_disk(stick, "100k"):
        assert "no space left" in choose(diarist, stick, monkeypatch).note.text()
        assert "no space left" in said(diarist)
        for mood in (2, 3):
            clock.set(clock.now() + timedelta(minutes=31))
            writes(diarist, mood)
            assert said(diarist) == ""
        assert there(stick) == []
        assert len(list(backups_of(path).iterdir())) == 3


def test_a_read_only_stick_says_so_once(diarist, stick: Path, clock, monkeypatch) -> None:
    """The save is stored and backed up here; the banner speaks once."""
    writes(diarist, 1)
    choose(diarist, stick, monkeypatch).reject()
    with read_only(stick):
        for mood, words in ((2, "There is no new backup in the second place."), (3, "")):
            clock.set(clock.now() + timedelta(minutes=31))
            writes(diarist, mood)
            assert said(diarist).startswith(words) if words else said(diarist) == ""
        assert diarist.journal.diary.day(clock.today()).mood == 3


@pytest.mark.parametrize("fault", ["full", "read-only", "a file in its place"])
def test_a_folder_that_takes_no_backups_is_told_after_a_day(
    diarist, clock, fault: str, request: pytest.FixtureRequest
) -> None:
    """Saves go on; one warning after a day; the dialog says at any time what is wrong."""
    folder = backups_of(diarist.journal.path)
    folder.parent.mkdir(parents=True)
    if fault == "a file in its place":
        folder.touch()
    else:
        disk = small_disk(folder, "60k") if fault == "full" else read_only(folder)
        disk.__enter__()
        request.addfinalizer(lambda: disk.__exit__(None, None, None))
    writes(diarist, 1)
    clock.set(clock.now() + timedelta(hours=23))
    writes(diarist, 2)
    assert said(diarist) == ""
    clock.set(clock.now() + timedelta(hours=2))
    writes(diarist, 3)
    assert said(diarist).startswith("No backup for 1 day.")
    clock.set(clock.now() + timedelta(minutes=31))
    writes(diarist, 4)
    assert said(diarist) == ""
    assert diarist.journal.diary.day(diarist.window.day).mood == 4
    dialog = dialog_of(diarist)
    assert "could not be written" in dialog.status.text()
