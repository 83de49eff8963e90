"""A damaged journal: found, told calmly, and the ways out of it."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from damage import PAGE, entries_of
from person import Person
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from legjournal.clock import Clock
from legjournal.entries.counts import count_of
from legjournal.models.record import BY_TABLE
from legjournal.storage.backups import Backups
from legjournal.storage.thinning import Reason
from ui.damage.check_dialog import CheckDialog
from ui.damage.damage_dialog import DamageDialog
from ui.damage.repaired_dialog import RepairedDialog
from ui.damage.soundness import Soundness


def _evening() -> datetime:
    return datetime(2026, 11, 22, 21, 14, tzinfo=UTC)


@pytest.fixture
def damaged(sample_file: Path, tmp_path: Path) -> Path:
    """Sixty days of which the weekly checks are gone, with a backup from before."""
    path = tmp_path / "journal.legjournal"
    shutil.copy(sample_file, path)
    Backups(path, Clock(_evening)).make(Reason.ASKED)
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'weekly_check'"
        [page] = connection.execute(query).fetchone()
    data = bytearray(path.read_bytes())
    data[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
    path.write_bytes(data)
    return path


@pytest.fixture
def told(open_window: Callable[..., Person], damaged: Path) -> Person:
    """A person whose journal was just found to be damaged."""
    person = open_window(damaged)
    person.until(lambda: dialog_of(person, DamageDialog))
    return person


def dialog_of(person: Person, kind: type[QDialog]) -> QDialog | None:
    """The dialog of that kind over the window."""
    return next((dialog for dialog in person.window.findChildren(kind) if dialog.isVisible()), None)


def test_all_is_well(sample: Person) -> None:
    """The check of the menu counts the entries and says that all is well."""
    count = len(entries_of(sample.journal.path))
    sample.window.menus.check_requested.emit()
    dialog = dialog_of(sample, CheckDialog)
    sample.until(lambda: f"All is well: {count:,} entries checked." in sample.reads(dialog))
    sample.presses("Close", dialog)
    sample.until(lambda: dialog_of(sample, CheckDialog) is None)


def test_a_check_can_be_given_up(sample: Person) -> None:
    """Escape closes the dialog, and the journal goes on."""
    sample.window.menus.check_requested.emit()
    QTest.keyClick(dialog_of(sample, CheckDialog), Qt.Key.Key_Escape)
    sample.until(lambda: dialog_of(sample, CheckDialog) is None)


def test_damage_is_told_and_nothing_more_is_saved(told: Person, damaged: Path) -> None:
    """A moment after opening it is said; what is written then stays on the screen and out of the file."""
    before = damaged.read_bytes()
    dialog = dialog_of(told, DamageDialog)
    assert "Part of this file is no longer as it was written." in told.reads(dialog)[0]
    for words in ("Open the newest good backup", "Repair a copy", "Open to read only", "Choose another file"):
        assert told.button(words, dialog)
    assert any(line.startswith("From Sunday 22 November 2026, 9.14pm: ") for line in told.reads(dialog))

    told.sitting.runner.run(lambda: told.journal.diary.record(told.window.day, mood=3))
    told.until(lambda: any(line.startswith("Not saved. ") for line in told.reads(told.window.banner)))
    assert not told.button("Try again")
    assert damaged.read_bytes() == before
    told.sitting.runner.forget()


def test_the_newest_good_backup_is_opened(told: Person) -> None:
    """One press, and the journal is as it was in the backup, and sound."""
    told.presses("Open the newest good backup", dialog_of(told, DamageDialog))
    told.until(lambda: told.window.sitting is not None and not told.journal.read_only)
    assert told.journal.problems() == []


def test_a_copy_is_repaired(told: Person, damaged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new file is open, the days that are lost are listed and can be copied, the damaged file stays."""
    before = damaged.read_bytes()
    suggested: list[Path] = []
    monkeypatch.setattr(
        Soundness, "ask_repaired_path", lambda *given: suggested.append(given[-1]) or given[-1]
    )
    told.presses("Repair a copy", dialog_of(told, DamageDialog))
    told.until(lambda: dialog_of(told, RepairedDialog))
    assert suggested == [damaged.with_name("journal (repaired 22 November 2026).legjournal")]
    assert told.journal.path == suggested[0]
    assert told.journal.problems() == []
    assert damaged.read_bytes() == before

    dialog = dialog_of(told, RepairedDialog)
    told.presses("Copy the list", dialog)
    listed = QGuiApplication.clipboard().text().splitlines()
    assert listed
    assert all(line.endswith(" 2026: something is missing") for line in listed)
    told.presses("Go on", dialog)


def test_it_can_be_read_on(told: Person, damaged: Path) -> None:
    """To read only: the pages are there, nothing is saved, and nobody is asked again."""
    told.presses("Open to read only", dialog_of(told, DamageDialog))
    told.until(lambda: told.window.sitting is not None and told.journal.read_only)
    assert told.journal.path == damaged
    told.until(lambda: any("open to read only" in line for line in told.reads()))


def test_a_journal_that_does_not_open_can_be_repaired(
    open_window: Callable[..., Person], damaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the first page, of a file that is cut short."""
    damaged.write_bytes(damaged.read_bytes()[: -20 * PAGE])
    monkeypatch.setattr(Soundness, "ask_repaired_path", lambda *given: given[-1])
    person = open_window(damaged)
    person.presses("Repair a copy")
    person.until(lambda: dialog_of(person, RepairedDialog))
    assert person.journal.path != damaged


def test_every_kind_of_entry_can_be_counted() -> None:
    """Whatever table lost an entry, the list has words for it."""
    for table in BY_TABLE:
        assert count_of(table, 1).startswith("1 ")
        assert count_of(table, 2).startswith("2 ")
