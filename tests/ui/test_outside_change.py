"""Another program changes the open journal's file: what was typed waits until the person has chosen."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from person import Person
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QWidget

from legjournal.journal import Journal
from ui.merge.dialog import MergeDialog
from ui.opening.outside_change import OutsideChange
from ui.opening.outside_dialog import OutsideDialog
from ui.widgets.banner import Banner

DAY = date(2026, 11, 22)
CHANGED = "Not saved. Another program changed the journal's file"
CHOOSE = "What can I do?"


def replace(path: Path, other: Path) -> None:
    """A sync program puts another file there."""
    Path(shutil.copy(other, other.with_suffix(".tmp"))).replace(path)


def overwrite(path: Path, other: Path) -> None:
    """A sync program writes other bytes into it."""
    path.write_bytes(other.read_bytes())


def delete(path: Path, _other: Path) -> None:
    """The file is removed."""
    path.unlink()


@pytest.fixture
def other(person: Person, tmp_path: Path) -> Path:
    """The same journal as another computer has it, with a note from there; the person's has an urge score."""
    other = shutil.copy(person.journal.path, tmp_path / "other.legjournal")
    with Journal.open(other) as journal:
        journal.diary.record(DAY, note="from the other computer")
    person.scores(person.page.legs.urge.scores, 7)
    QThreadPool.globalInstance().waitForDone()  # the day's first backup reads the file
    return other


@pytest.fixture(autouse=True)
def leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    """At the end of a test the window goes, stored or not."""
    monkeypatch.setattr(Banner, "ask_to_leave", lambda *_: True)


def types_after(person: Person, fault: Callable[[Path, Path], None], other: Path) -> None:
    """Have the file changed, then answer something."""
    fault(person.journal.path, other)
    person.types_night(wakings="2")
    person.until(person.window.banner.isVisible)


def asked(person: Person) -> OutsideDialog:
    """Press the banner's button; the dialog that comes."""
    person.presses(CHOOSE)
    person.until(lambda: person.window.findChild(OutsideDialog))
    return person.window.findChild(OutsideDialog)


def chooses(person: Person, words: str) -> None:
    """Choose in the dialog, and wait until the journal goes on."""
    person.presses(words, asked(person))
    goes_on(person)


def goes_on(person: Person) -> None:
    """Wait until the dialog is gone and all is stored; then the window has the keyboard again."""
    person.until(lambda: person.sitting.runner.idle and not person.window.findChildren(OutsideDialog))
    person.window.activateWindow()
    person.until(person.window.isActiveWindow)


def urges(journal: Journal) -> list[int | None]:
    """The scores of the day's symptoms."""
    return [symptom.score for symptom in journal.symptoms.on(DAY)]


def test_nothing_is_said_while_nothing_happens(person: Person) -> None:
    """Leaving the window and coming back, after a save too, says nothing."""
    person.types_night(wakings="2")
    person.sitting.look_outside()
    assert not person.window.banner.isVisible()


@pytest.mark.parametrize("fault", [replace, overwrite])
def test_using_the_file_as_it_is_now(
    person: Person, other: Path, fault: Callable[[Path, Path], None]
) -> None:
    """The save is refused and typing kept; then the other file is shown, with what was typed saved in it."""
    types_after(person, fault, other)
    assert person.reads(person.window.banner)[0].startswith(CHANGED)
    assert not person.window.banner.retry.isVisible()
    assert person.night["wakings"].entry.text() == "2"
    assert other.read_bytes() == person.journal.path.read_bytes()

    chooses(person, "Use the file as it is now")
    assert person.page.notes.note.editor.toPlainText() == "from the other computer"
    assert person.night["wakings"].entry.text() == "2"
    assert person.window.header.saved.text() == "✓ Saved 9.14pm"
    with Journal.open(person.journal.path) as journal:
        assert journal.nights.ending_on(DAY).wakings == 2
        assert urges(journal) == []


def test_using_the_file_keeps_what_it_lacks(person: Person, other: Path) -> None:
    """Putting both together is the way the dialog leads to; whoever takes the file as it is loses nothing."""
    types_after(person, replace, other)
    dialog = asked(person)
    first, *others = dialog.ways.values()
    assert (first.text(), first.property("primary"), first.isDefault()) == ("Put both together…", True, True)
    assert not any(way.property("primary") or way.isDefault() for way in others)
    assert any("Entries you wrote here may be missing from it." in words for words in person.reads(dialog))
    person.presses("Use the file as it is now", dialog)
    goes_on(person)
    kept = person.journal.path.with_name("journal (kept 22 November 2026).legjournal")
    assert str(kept) in person.reads(person.window.banner)[0]
    assert urges(person.journal) == []
    with Journal.open(kept) as journal:
        assert urges(journal) == [7]


def test_using_a_file_that_holds_everything(person: Person, other: Path) -> None:
    """Nothing is kept beside a file that only has more."""
    shutil.copy(person.journal.path, other)
    with Journal.open(other) as journal:
        journal.diary.record(DAY, note="from the other computer")
    types_after(person, replace, other)
    chooses(person, "Use the file as it is now")
    assert person.reads(person.window.banner)[0] == "The journal goes on with the file as it is now."
    assert urges(person.journal) == [7]
    assert list(other.parent.glob("journal (kept *).legjournal")) == []


def test_using_an_overwritten_file_names_the_backup(person: Person, other: Path) -> None:
    """What was written over cannot be kept: the dialog and the sentence say which backup is nearest."""
    person.until(lambda: person.journal.backups.newest())
    types_after(person, overwrite, other)
    dialog = asked(person)
    assert next(iter(dialog.ways.values())).text() == "Put both together…"
    assert any(
        "may be missing from it. The nearest to what you had is the" in w for w in person.reads(dialog)
    )
    person.presses("Use the file as it is now", dialog)
    goes_on(person)
    assert "The backup of 9.14pm, 22 November 2026 is" in person.reads(person.window.banner)[0]
    assert list(other.parent.glob("journal (kept *).legjournal")) == []


def test_keeping_mine_as_a_separate_journal(person: Person, other: Path) -> None:
    """Everything of the person's goes on in a file of its own; the other file keeps every byte."""
    first = person.journal.path
    types_after(person, replace, other)
    chooses(person, "Keep mine as a separate journal")

    kept = first.with_name("journal (kept 22 November 2026).legjournal")
    assert person.journal.path == person.window.opener.path == kept
    assert first.read_bytes() == other.read_bytes()
    assert person.reads(person.window.banner)[0] == f"Your journal goes on in {kept}."
    assert urges(person.journal) == [7]
    assert person.journal.nights.ending_on(DAY).wakings == 2
    person.types_night(wakings="3")
    assert person.closes()
    with Journal.open(kept) as journal:
        assert journal.nights.ending_on(DAY).wakings == 3


def test_overwritten_goes_on_from_the_newest_backup(person: Person, other: Path) -> None:
    """Where the file was written over, the dialog says that a backup is the nearest, and goes on from it."""
    person.until(lambda: person.journal.backups.newest())
    types_after(person, overwrite, other)
    dialog = asked(person)
    assert any("the backup of 9.14pm, 22 November 2026" in words for words in person.reads(dialog))
    person.presses("Go on from the newest backup", dialog)
    goes_on(person)
    assert "kept" in person.journal.path.name
    assert urges(person.journal) == [7]
    assert person.journal.nights.ending_on(DAY).wakings == 2


def test_written_there_again(person: Person, other: Path) -> None:
    """A deleted journal is put back whole, with what was typed meanwhile."""
    path = person.journal.path
    types_after(person, delete, other)
    assert person.window.banner.retry.isVisible()
    chooses(person, "Write it there again")
    assert person.journal.path == path
    with Journal.open(path) as journal:
        assert urges(journal) == [7]
        assert journal.nights.ending_on(DAY).wakings == 2


def test_kept_elsewhere(person: Person, other: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With its folder gone, a journal goes on where the person says."""
    elsewhere = tmp_path / "elsewhere" / "mine.legjournal"
    monkeypatch.setattr(OutsideChange, "ask_path", lambda *_: elsewhere)
    types_after(person, delete, other)
    chooses(person, "Keep it elsewhere…")
    assert person.journal.path == elsewhere
    assert person.journal.nights.ending_on(DAY).wakings == 2


def test_not_now(person: Person, other: Path) -> None:
    """Nothing is done: the banner stays, and so does what was typed, until the person chooses."""
    types_after(person, replace, other)
    dialog = asked(person)
    person.presses("Not now", dialog)
    person.until(lambda: not person.window.findChildren(OutsideDialog))
    assert person.window.banner.isVisible()
    assert person.night["wakings"].entry.text() == "2"
    chooses(person, "Use the file as it is now")
    assert person.journal.nights.ending_on(DAY).wakings == 2


def test_a_file_that_is_no_journal(person: Person, other: Path) -> None:
    """The dialog says so and stays; the person's own can still be kept."""
    other.write_text("dear diary")
    types_after(person, replace, other)
    dialog = asked(person)
    person.presses("Use the file as it is now", dialog)
    assert "is not a journal" in dialog.note.text()
    person.presses("Put both together…", dialog)
    assert "is not a journal" in dialog.note.text()
    person.presses("Keep mine as a separate journal", dialog)
    goes_on(person)
    assert urges(person.journal) == [7]


def test_told_on_coming_back_to_the_window(person: Person, other: Path) -> None:
    """Before anything is typed: one line, a button, nothing over the page."""
    elsewhere = QWidget()
    person.qtbot.addWidget(elsewhere)
    elsewhere.show()
    elsewhere.activateWindow()
    person.until(elsewhere.isActiveWindow)
    replace(person.journal.path, other)
    assert not person.window.banner.isVisible()
    person.window.activateWindow()
    person.until(person.window.banner.isVisible)
    assert "since you last wrote" in person.reads(person.window.banner)[0]
    assert person.window.findChild(OutsideDialog) is None
    chooses(person, "Use the file as it is now")
    assert person.page.notes.note.editor.toPlainText() == "from the other computer"


def test_two_windows_on_one_entry(person: Person) -> None:
    """Of two windows that answer the same, the second is told first; the other's words can be had back."""
    with Journal.open(person.journal.path) as second:
        second.diary.record(DAY, note="words of the other window")
    person.page.notes.note.editor.setFocus()
    person.types("words of this one")
    person.page.day.managed.editor.setFocus()
    person.until(person.window.banner.isVisible)
    chooses(person, "Use the file as it is now")
    assert person.journal.diary.day(DAY).note == "words of this one"
    person.journal.history.undo()
    assert person.journal.diary.day(DAY).note == "words of the other window"


def test_putting_both_together(person: Person, other: Path) -> None:
    """The journal goes on with the file as it is now, into which the person's own is brought."""
    types_after(person, replace, other)
    person.presses("Put both together…", asked(person))
    person.until(lambda: person.window.findChildren(MergeDialog))
    [dialog] = person.window.findChildren(MergeDialog)
    person.until(dialog.merge.isEnabled)
    person.presses("Bring together", dialog)
    person.until(lambda: person.sitting.runner.idle and urges(person.journal) == [7])
    assert person.journal.path.name == "journal.legjournal"
    assert person.journal.diary.day(DAY).note == "from the other computer"
    assert person.journal.nights.ending_on(DAY).wakings == 2
    assert len(list(other.parent.glob("journal (kept *).legjournal"))) == 1
