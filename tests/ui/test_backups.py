"""Backups made without being asked, and going back to one."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from person import PATIENCE
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget

from legjournal.exchange.whole import export
from legjournal.journal import Journal
from legjournal.places import backups_of as backups_of_path
from legjournal.storage.backups import Backups
from legjournal.storage.engine import connect
from legjournal.storage.thinning import Reason
from ui.backups.backups_dialog import BackupsDialog
from ui.whole_journal import WholeJournal


def made(journal: Path, clock) -> list[str]:
    """The reasons of the backups there are, newest first."""
    return [backup.reason.value for backup in Backups(journal, clock).list()]


@pytest.fixture
def diarist(open_window, tmp_path: Path, clock):
    """A person with a new journal and a clock that can be set."""
    person = open_window(tmp_path / "journal.legjournal", clock=clock)
    person.presses("Start my journal")
    return person


def backups_of(person) -> BackupsDialog:
    """Open the dialog and wait until it has looked at them."""
    person.window.menus.backups_requested.emit()
    dialog = person.window.findChildren(BackupsDialog)[-1]
    person.until(lambda: not dialog.status.text().startswith("Looking"))
    return dialog


def choose(person, row: int) -> None:
    """Open the list of backups, pick one and press the button."""
    dialog = backups_of(person)
    listed = dialog.findChild(QListWidget)
    listed.setFocus()
    for _ in range(row + 1):
        QTest.keyClick(listed, Qt.Key.Key_Down)
    person.presses("Go back to this one", dialog)


def test_first_save_half_an_hour_and_close(diarist, clock) -> None:
    """One on the first entry, one half an hour of edits later, one on closing, and none in between."""
    path = diarist.journal.path
    diarist.scores(diarist.page.day.rows["mood"], 4)
    diarist.qtbot.waitUntil(lambda: made(path, clock) == ["auto"], timeout=PATIENCE)
    clock.set(clock.now() + timedelta(minutes=5))
    diarist.scores(diarist.page.day.rows["mood"], 5)
    clock.set(clock.now() + timedelta(minutes=31))
    diarist.scores(diarist.page.day.rows["mood"], 6)
    diarist.qtbot.waitUntil(lambda: made(path, clock) == ["auto", "auto"], timeout=PATIENCE)
    diarist.scores(diarist.page.day.rows["effect"], 1)

    diarist.window.close()
    assert made(path, clock) == ["close", "auto", "auto"]


def test_looking_makes_no_backup(diarist, clock) -> None:
    """A sitting in which nothing is written leaves no backup behind."""
    path = diarist.journal.path
    diarist.turns_to(2)

    diarist.window.close()
    assert made(path, clock) == []


def test_going_back_and_back_again(diarist, clock) -> None:
    """An older state comes back to the page in three clicks, and what was there before is not lost."""
    mood = "mood"
    diarist.scores(diarist.page.day.rows[mood], 4)
    path = diarist.journal.path
    diarist.qtbot.waitUntil(lambda: made(path, clock) == ["auto"], timeout=PATIENCE)
    diarist.scores(diarist.page.day.rows[mood], 9)

    choose(diarist, 0)
    diarist.qtbot.waitUntil(lambda: diarist.page.day.rows[mood].score == 4, timeout=PATIENCE)
    assert made(path, clock)[0] == "before-restore"

    choose(diarist, 0)
    diarist.qtbot.waitUntil(lambda: diarist.page.day.rows[mood].score == 9, timeout=PATIENCE)


def test_backups_of_one_minute_are_told_apart(diarist, clock) -> None:
    """Each says in words why it was made; the ordinary ones made by themselves say nothing more."""
    journal = diarist.journal
    for reason in (Reason.AUTO, Reason.ASKED, Reason.BEFORE_LOCK, Reason.BEFORE_RESTORE):
        journal.backups.make(reason, forced=True)
    listed = backups_of(diarist).list
    shown = [listed.item(row).text().splitlines() for row in range(listed.count())]
    assert {when for when, _ in shown} == {"Today, 9.14pm"}
    assert [words for _, words in shown] == [
        "0 days recorded, kept before you went back to a backup",
        "0 days recorded, kept before the passphrase was changed",
        "0 days recorded, made when you asked for it",
        "0 days recorded",
    ]


def test_a_damaged_journal_offers_its_backups(diarist, open_window, clock) -> None:
    """The page that says a journal cannot be read leads to its backups, and one of them opens."""
    diarist.scores(diarist.page.day.rows["mood"], 4)
    path = diarist.journal.path
    diarist.window.close()
    path.write_bytes(b"not a journal any more")

    later = open_window(path, clock=clock)
    later.presses("Go back to a backup")
    dialog = later.window.findChild(BackupsDialog)
    later.until(lambda: dialog.list.count())
    dialog.list.setCurrentRow(0)
    later.presses("Go back to this one", dialog)
    later.qtbot.waitUntil(lambda: later.page.day.rows["mood"].score == 4, timeout=PATIENCE)


def test_how_safe_the_journal_is_stands_at_the_top(diarist, clock) -> None:
    """When the last backup was made and how much it holds; one more when asked, none when nothing is new."""
    diarist.scores(diarist.page.day.rows["mood"], 4)
    path = diarist.journal.path
    diarist.until(lambda: made(path, clock) == ["auto"])
    clock.set(clock.now() + timedelta(minutes=5))
    dialog = backups_of(diarist)
    assert dialog.status.text() == "Last backup: today, 9.14pm, 1 day recorded"

    diarist.presses("Make a backup now", dialog)
    diarist.until(lambda: dialog.note.text().startswith("Nothing has changed since"))
    diarist.scores(diarist.page.day.rows["mood"], 5)
    diarist.presses("Make a backup now", dialog)
    diarist.until(lambda: dialog.note.text() == "A backup was made.")
    diarist.until(lambda: dialog.status.text() == "Last backup: today, 9.19pm, 1 day recorded")
    assert made(path, clock) == ["asked", "auto"]


def test_a_backup_file_from_anywhere_is_gone_back_to(diarist, clock, tmp_path: Path, monkeypatch) -> None:
    """A journal from another computer takes the place of this one, which is kept."""
    with Journal.create(tmp_path / "other" / "theirs.legjournal", clock) as other:
        other.diary.record(diarist.window.day, mood=7)
    diarist.scores(diarist.page.day.rows["mood"], 4)
    path = diarist.journal.path
    diarist.until(lambda: made(path, clock) == ["auto"])
    monkeypatch.setattr(BackupsDialog, "ask_backup_path", lambda *_: other.path)
    diarist.presses("Choose a backup file…", backups_of(diarist))

    diarist.until(lambda: diarist.window.sitting and diarist.page.day.rows["mood"].score == 7)
    assert "Backups… in the File menu" in diarist.window.banner.words.text()
    assert made(path, clock)[0] == "before-restore"


@contextmanager
def held(journal: Path) -> Iterator[None]:
    """Another program is in the middle of a save."""
    with closing(connect(journal)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")


def test_going_back_can_be_given_up(diarist, clock) -> None:
    """While it waits for the disk the window lives and has one button, after which nothing has changed."""
    mood = diarist.page.day.rows["mood"]
    diarist.scores(mood, 4)
    path = diarist.journal.path
    diarist.until(lambda: made(path, clock) == ["auto"])
    diarist.sitting.keeper.close()
    before = path.read_bytes()
    moment = diarist.window.opener.moment
    with held(path):
        choose(diarist, 0)
        diarist.until(moment.give_up.isVisible)
        assert not diarist.window.menuBar().isEnabled()
        assert not diarist.window.close()  # is taken for the same wish
        diarist.presses("Cancel", moment)
        diarist.until(lambda: diarist.window.sitting is not None)
    assert diarist.window.banner.words.text() == "Nothing was changed."
    diarist.until(lambda: diarist.page.day.rows["mood"].score == 4)
    assert diarist.window.menuBar().isEnabled()
    assert path.read_bytes() == before
    assert made(path, clock) == ["auto"]


def test_closing_does_not_hang_on_a_backup(diarist, clock, qtbot) -> None:
    """When the last backup takes long the window says so, and Close anyway closes it without."""
    diarist.scores(diarist.page.day.rows["mood"], 4)
    path = diarist.journal.path
    diarist.until(lambda: made(path, clock) == ["auto"])
    diarist.scores(diarist.page.day.rows["mood"], 5)
    moment, seen = diarist.window.opener.moment, []

    def look() -> None:
        if diarist.button("Close anyway", moment) and not seen:
            seen.extend(diarist.reads(moment))
            diarist.presses("Close anyway", moment)

    eye = QTimer(diarist.window)
    eye.timeout.connect(look)
    eye.start(10)
    with held(path):
        assert diarist.window.close()
    eye.stop()
    assert "What you wrote is stored already." in seen[1]
    assert made(path, clock) == ["auto"]
    with Journal.open(path, clock) as journal:
        assert journal.diary.day(clock.today()).mood == 5


def test_before_an_import_there_is_a_backup(diarist, tmp_path: Path, clock, monkeypatch) -> None:
    """It is made first; where none can be made, nothing is brought in and the window says why."""
    with Journal.create(tmp_path / "other.legjournal", clock) as other:
        other.diary.record(diarist.window.day, mood=7)
        export(other, tmp_path / "other.json")
    monkeypatch.setattr(WholeJournal, "ask_import_path", lambda *_: tmp_path / "other.json")
    monkeypatch.setattr(WholeJournal, "ask_to_bring_in", lambda *_: True)
    path, folder = diarist.journal.path, backups_of_path(diarist.journal.path)
    folder.parent.mkdir(parents=True)
    folder.touch()  # a file where the folder should be
    diarist.window.menus.import_requested.emit()
    said = diarist.window.banner.words
    diarist.until(lambda: "could not be written" in said.text() and diarist.window.sitting is not None)
    assert diarist.page.day.rows["mood"].score is None

    folder.unlink()
    diarist.window.menus.import_requested.emit()
    diarist.until(lambda: diarist.window.sitting and diarist.page.day.rows["mood"].score == 7)
    assert "before-import" in made(path, clock)


def test_without_a_backup_it_says_so(diarist) -> None:
    """The list is not an empty box: it says when the first backup is made."""
    dialog = backups_of(diarist)

    assert dialog.status.text().startswith("There is no backup yet.")
    assert dialog.list.isHidden()
    assert not dialog.restore.isEnabled()


def test_an_export_is_brought_in_and_undone(diarist, tmp_path: Path, clock, monkeypatch) -> None:
    """Entries of another journal are counted, asked about, brought in, and one undo takes them back."""
    with Journal.create(tmp_path / "other.legjournal", clock) as other:
        other.diary.record(diarist.window.day, mood=7)
        export(other, tmp_path / "other.json")
    asked: list[str] = []
    monkeypatch.setattr(WholeJournal, "ask_import_path", lambda *_: tmp_path / "other.json")
    monkeypatch.setattr(WholeJournal, "ask_to_bring_in", lambda *given: asked.append(given[-1]) or True)

    diarist.window.menus.import_requested.emit()
    diarist.qtbot.waitUntil(lambda: asked == ["1 entry"], timeout=PATIENCE)
    diarist.waits()
    diarist.qtbot.waitUntil(lambda: diarist.page.day.rows["mood"].score == 7, timeout=PATIENCE)
    QTest.keyClick(diarist.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    diarist.qtbot.waitUntil(lambda: diarist.page.day.rows["mood"].score is None, timeout=PATIENCE)
