"""Two laptops' journals brought together at the window: found, looked at, decided, and taken back."""

import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from person import NOTE, PASSPHRASE, Person
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from legjournal.clock import Clock
from legjournal.exchange.comparison import Version
from legjournal.journal import Journal
from legjournal.storage.keys import NewKey
from ui.merge.dialog import MergeDialog
from ui.merge.merging import Merging
from ui.opening.opener import Opener

DAY = date(2026, 11, 22)
CONFLICTED = "journal (Ann's conflicted copy 2026-11-22).legjournal"


def later() -> datetime:
    """Half an hour after the windows of these tests are opened."""
    return datetime(2026, 11, 22, 21, 44, tzinfo=UTC)


@pytest.fixture
def two(person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Journal]:
    """Makes the journal of the other laptop out of the one that is open; the menu finds it."""
    path = tmp_path / "elsewhere" / "other.legjournal"
    path.parent.mkdir()
    monkeypatch.setattr(Merging, "ask_path", lambda *_: path)

    def other() -> Journal:
        shutil.copy(person.journal.path, path)
        return Journal.open(path, Clock(later))

    return other


def asked(person: Person) -> MergeDialog:
    """The dialog of the menu, once it knows what there is to say."""
    person.window.menus.merge_requested.emit()
    return in_front(person)


def in_front(person: Person) -> MergeDialog:
    """The newest dialog, once the two are compared and the keyboard is in it."""
    dialog = person.window.findChildren(MergeDialog)[-1]
    person.until(lambda: not dialog.progress.isVisible())
    dialog.activateWindow()
    person.until(dialog.isActiveWindow)
    return dialog


def words(inside: QWidget) -> str:
    """All that can be read."""
    return "\n".join(label.text() for label in inside.findChildren(QLabel) if label.isVisible())


def differ_in_two_days(person: Person, other: Callable[[], Journal]) -> None:
    """Two days differ, and one is only on the other laptop."""
    for day in (DAY, DAY - timedelta(days=1)):
        person.journal.diary.record(day, mood=5)
    with other() as theirs:
        theirs.diary.record(DAY, mood=8, note="With Ann")
        theirs.diary.record(DAY - timedelta(days=1), mood=9)
        theirs.diary.record(DAY - timedelta(days=7), mood=7)
    for day, mood in ((DAY, 2), (DAY - timedelta(days=1), 3)):
        person.journal.diary.record(day, mood=mood)


def mood(person: Person, days_ago: int = 0) -> int | None:
    """The mood of a day in the journal that is open."""
    day = person.journal.diary.day(DAY - timedelta(days=days_ago))
    return day.mood if day else None


def test_two_laptops_become_one_record(person: Person, two: Callable[[], Journal]) -> None:
    """Counted, shown side by side, decided by keys, on the page at once, backed up before, and undone."""
    differ_in_two_days(person, two)
    dialog = asked(person)
    assert "1 entry is only in the other one. 2 entries differ." in words(dialog)
    assert "The day, Sunday 22 November 2026" in words(dialog.versions)
    assert "Mood: 2 out of 10" in words(dialog.versions.cards[Version.MINE])
    assert "Mood: 8 out of 10" in words(dialog.versions.cards[Version.THEIRS])
    assert "Written later: 22 November 2026, 9.44pm" in words(dialog.versions.cards[Version.THEIRS])
    assert "Notes: With Ann" in words(dialog.versions)
    assert dialog.versions.cards[Version.THEIRS].keep.isChecked()

    assert QApplication.focusWidget() is dialog.list
    person.keys(Qt.Key.Key_Down)
    assert "Saturday 21 November" in words(dialog.versions)
    person.chooses("Keep the one here", dialog.versions.cards[Version.MINE])
    assert "Chosen: this journal" in dialog.list.item(1).text()
    person.presses("Bring together", dialog)

    person.until(lambda: "Undo takes all of it back." in words(person.window.banner))
    assert "1 entry was brought in. 2 entries were brought together." in words(person.window.banner)
    assert (mood(person), mood(person, 1), mood(person, 7)) == (8, 3, 7)
    person.until(lambda: person.page.day.rows["mood"].score == 8)
    assert "before-import" in [backup.reason for backup in person.journal.backups.list()]
    person.window.activateWindow()
    person.window.menus.undo_requested.emit()
    person.waits()
    assert (mood(person), mood(person, 1), mood(person, 7)) == (2, 3, None)


@pytest.mark.parametrize(
    ("words_of_all", "moods"),
    [("All from this journal", (2, 3)), ("All from the other", (8, 9)), ("The later of each", (8, 9))],
)
def test_one_choice_for_all(
    person: Person, two: Callable[[], Journal], words_of_all: str, moods: tuple[int, int]
) -> None:
    """Who has been away for a month need not decide day by day."""
    differ_in_two_days(person, two)
    dialog = asked(person)
    person.chooses("Keep the one here", dialog.versions.cards[Version.MINE])
    person.presses(words_of_all, dialog)
    chosen = Version.MINE if moods == (2, 3) else Version.THEIRS
    assert dialog.versions.cards[chosen].keep.isChecked()
    person.presses("Bring together", dialog)
    person.until(lambda: (mood(person), mood(person, 1)) == moods)


def test_nothing_to_ask(person: Person, two: Callable[[], Journal]) -> None:
    """Where nothing differs there is a count and a button, and Enter presses it."""
    with two() as theirs:
        theirs.diary.record(DAY - timedelta(days=7), mood=7)
    dialog = asked(person)
    assert not dialog.list.isVisible()
    assert not dialog.versions.isVisible()
    assert person.focused is dialog.merge
    person.keys(Qt.Key.Key_Space)
    person.until(lambda: mood(person, 7) == 7)


def test_nothing_new(person: Person, two: Callable[[], Journal]) -> None:
    """It says that all is there already, and there is nothing left but to close."""
    two().close()
    dialog = asked(person)
    assert "Everything in the other journal is in this one already." in words(dialog)
    assert not dialog.merge.isVisible()
    person.presses("Close", dialog)
    assert not dialog.isVisible()


def test_a_file_that_is_no_journal(person: Person, two: Callable[[], Journal], tmp_path: Path) -> None:
    """The sentence that opening it would give."""
    (tmp_path / "elsewhere" / "other.legjournal").write_text("Dear diary")
    dialog = asked(person)
    assert "is not a journal" in words(dialog)
    assert not dialog.merge.isVisible()


def test_a_locked_journal_asks_for_its_passphrase(
    person: Person, locked_once: tuple[Path, NewKey], tmp_path: Path
) -> None:
    """A wrong one is told beside the field and can be mended; with the right one it goes on as with any."""
    other = tmp_path / "other.legjournal"
    shutil.copy(locked_once[0], other)
    person.sitting.merging.bring_in(person.journal, other)
    dialog = person.window.findChildren(MergeDialog)[-1]
    person.until(dialog.field.isVisible)
    dialog.activateWindow()
    person.until(dialog.isActiveWindow)
    assert "The other journal is locked." in words(dialog)
    person.types("something else")
    person.keys(Qt.Key.Key_Return)
    person.until(lambda: "does not open" in words(dialog))
    person.types(PASSPHRASE)
    person.presses("Unlock", dialog)
    person.until(dialog.merge.isEnabled)
    assert not dialog.field.isVisible()
    assert dialog.field.entry.text() == ""
    person.presses("Bring together", dialog)
    person.until(lambda: person.journal.diary.day(DAY))
    assert person.journal.diary.day(DAY).note == NOTE


def test_a_copy_of_a_locked_journal_is_not_asked_for_it_again(
    inside: Person, key: bytes, tmp_path: Path
) -> None:
    """It opens with the key of the journal it is a copy of."""
    other = tmp_path / "other.legjournal"
    shutil.copy(inside.journal.path, other)
    with Journal.open(other, Clock(later), key=key) as theirs:
        theirs.diary.record(DAY, mood=8)
    inside.sitting.merging.bring_in(inside.journal, other)
    inside.presses("Bring together", in_front(inside))
    inside.until(lambda: mood(inside) == 8)


def test_cancelling_changes_nothing(person: Person, two: Callable[[], Journal]) -> None:
    """Esc leaves both as they are, also while they are still being compared."""
    differ_in_two_days(person, two)
    dialog = asked(person)
    person.keys(Qt.Key.Key_Escape)
    person.until(lambda: not dialog.isVisible())
    person.window.menus.merge_requested.emit()
    person.window.findChildren(MergeDialog)[-1].reject()
    person.waits()
    assert (mood(person), mood(person, 7)) == (2, None)


def test_a_journal_that_went_on_meanwhile(person: Person, two: Callable[[], Journal]) -> None:
    """What is not true any more is not carried out: the dialog says so, and typing goes on."""
    differ_in_two_days(person, two)
    dialog = asked(person)
    person.journal.diary.record(DAY, mood=1)
    person.presses("Bring together", dialog)
    person.until(lambda: "your journal went on meanwhile" in words(dialog))
    assert (mood(person), mood(person, 7)) == (1, None)
    person.presses("Close", dialog)
    person.window.activateWindow()
    person.scores(person.page.day.rows["mood"], 6)
    assert mood(person) == 6


def test_a_conflict_copy_is_noticed(
    open_window: Callable[..., Person], empty_file: Path, tmp_path: Path
) -> None:
    """After the diary is ready a quiet line says so, and its button leads there.

    Nothing is said of a copy that holds nothing new, nor of somebody else's journal.
    """
    path = Path(shutil.copy(empty_file, tmp_path / "journal.legjournal"))
    for name in (CONFLICTED, "journal (1).legjournal"):
        shutil.copy(empty_file, tmp_path / name)
    with Journal.create(tmp_path / "journal (2).legjournal", Clock(later)) as somebody:
        somebody.diary.record(DAY, mood=0)
    with Journal.open(tmp_path / CONFLICTED, Clock(later)) as copy:
        copy.diary.record(DAY, mood=8)
    person = open_window(path)
    banner = person.window.banner
    person.until(banner.isVisible)
    assert CONFLICTED in words(banner)
    person.presses("Look at it", banner)
    assert not banner.isVisible()
    person.presses("Bring together", in_front(person))
    person.until(lambda: mood(person) == 8)
    person.until(lambda: "Undo takes all of it back." in words(banner))
    assert not banner.take.isVisible()


def test_an_offer_goes_with_its_journal(
    open_window: Callable[..., Person], empty_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy of the journal that is closed is not offered to the next one."""
    path, another = (tmp_path / name for name in ("journal.legjournal", "another.legjournal"))
    for copied in (path, another, tmp_path / CONFLICTED):
        shutil.copy(empty_file, copied)
    with Journal.open(tmp_path / CONFLICTED, Clock(later)) as copy:
        copy.diary.record(DAY, mood=8)
    person = open_window(path)
    person.until(person.window.banner.isVisible)
    monkeypatch.setattr(Opener, "ask_open_path", lambda *_: another)
    person.window.menus.open_requested.emit()
    assert person.journal.path == another
    assert not person.window.banner.isVisible()


def test_hostile_words_are_words(person: Person, two: Callable[[], Journal], hostile: str) -> None:
    """What was typed on the other laptop is shown as it was typed."""
    person.journal.diary.record(DAY, note="a")
    with two() as theirs:
        theirs.diary.record(DAY, note=hostile)
    person.journal.diary.record(DAY, note="b")
    dialog = asked(person)
    assert hostile in words(dialog.versions.cards[Version.THEIRS])
    dialog.grab()


@pytest.mark.parametrize("text_size", [100, 200])
def test_it_fits_a_narrow_window(
    open_window: Callable[..., Person], empty_file: Path, tmp_path: Path, text_size: int
) -> None:
    """At 640 pixels the versions stand one below the other, and nothing has to be scrolled sideways."""
    path = Path(shutil.copy(empty_file, tmp_path / "journal.legjournal"))
    person = open_window(path, text_size=text_size)
    person.journal.diary.record(DAY, mood=5)
    shutil.copy(path, tmp_path / "other.legjournal")
    with Journal.open(tmp_path / "other.legjournal", Clock(later)) as theirs:
        theirs.diary.record(DAY, mood=8)
    person.journal.diary.record(DAY, mood=2)
    person.window.resize(640, 700)
    person.sitting.merging.bring_in(person.journal, tmp_path / "other.legjournal")
    dialog = in_front(person)
    dialog.resize(640, 700)
    assert dialog.width() == 640
    one, other = (card.geometry() for card in dialog.versions.cards.values())
    assert other.right() <= 640
    assert (one.bottom() < other.top()) if text_size == 200 else (one.right() < other.left())
