"""A second set of backups on a stick, which may be there, away, full or not writable."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from faults.read_only_disk import read_only
from faults.small_disk import small_disk
from hand_clock import EVENING, HandClock

from legjournal import errors
from legjournal.exchange.whole import as_text
from legjournal.journal import Journal
from legjournal.storage.backups import Backups
from legjournal.storage.second_place import FOLDER, SecondPlace
from legjournal.storage.thinning import Reason

TODAY = EVENING.date()


@pytest.fixture
def stick(tmp_path: Path) -> SecondPlace:
    """A stick that was chosen."""
    (tmp_path / "stick").mkdir()
    place = SecondPlace(tmp_path / "stick")
    place.prepare()
    return place


@pytest.fixture
def backups(journal: Journal) -> Backups:
    """The backups of a journal with one page."""
    journal.diary.record(TODAY, mood=5, note="A quiet day.")
    return journal.backups


def test_a_backup_is_taken_as_it_is(journal: Journal, backups: Backups, stick: SecondPlace) -> None:
    """It lies in a folder named like that of the first place, byte for byte, and opens as the journal."""
    made = backups.make(Reason.AUTO).path
    taken = stick.of(backups).take(made)
    assert taken.new
    assert taken.path == stick.chosen / FOLDER / backups.folder.name / made.name
    assert taken.path.read_bytes() == made.read_bytes()
    with Journal.open(taken.path) as copy:
        assert copy.problems() == []
        assert as_text(copy) == as_text(journal)


def test_the_same_backup_is_taken_once(backups: Backups, stick: SecondPlace) -> None:
    """What is there already is not written again, unless it is no longer what was written."""
    made = backups.make(Reason.AUTO).path
    there = stick.of(backups)
    first = there.take(made)
    assert (there.take(made).path, there.take(made).new) == (first.path, False)
    first.path.write_bytes(b"scribble")
    again = there.take(made)
    assert again.new
    assert again.path.name.startswith("000002-")


def test_its_backups_are_numbered_by_themselves(
    journal: Journal, backups: Backups, stick: SecondPlace, clock: HandClock
) -> None:
    """When the first place begins again at one, the newest on the stick is still the newest."""
    there = stick.of(backups)
    for mood in range(3):
        journal.diary.record(TODAY, mood=mood)
        there.take(backups.make(Reason.AUTO).path)
    shutil.rmtree(backups.folder)
    clock.set(EVENING - timedelta(days=400))  # and the clock is wrong
    newest = there.take(backups.make(Reason.CLOSE).path).path
    assert there.list()[0].path == newest
    assert newest.name.startswith("000004-")


def test_only_our_own_files_are_thinned(
    journal: Journal, backups: Backups, stick: SecondPlace, clock: HandClock
) -> None:
    """Two a day for sixty days leave few; what else lies on the stick stays, whatever its name."""
    there = stick.of(backups)
    there.folder.mkdir()
    others = [
        stick.chosen / "000001-2020-01-01-1200-auto.legjournal",
        stick.folder / "000001-2020-01-01-1200-auto.legjournal",
        there.folder / "holiday.jpg",
        there.folder / "000001-2020-01-01-1200-auto.legjournal.bak",
        there.folder / "mine.legjournal",
    ]
    for other in others:
        other.write_text("mine")
    made, elsewhere = backups.make(Reason.AUTO).path, stick.chosen / "elsewhere"
    elsewhere.mkdir()
    for number in range(120):
        at = EVENING + number * timedelta(hours=12)
        clock.set(at)
        there.take(shutil.copy(made, elsewhere / f"000001-{at:%Y-%m-%d-%H%M}-auto.legjournal"))
    assert 5 + 12 < len(there.list()) < 40
    assert [other.read_text() for other in others] == ["mine"] * len(others)


def test_a_folder_of_the_same_name_is_not_put_into_itself(tmp_path: Path) -> None:
    """Whoever chooses our own folder on the stick means that folder."""
    assert SecondPlace(tmp_path / FOLDER).folder == tmp_path / FOLDER


def test_the_place_of_an_absent_stick_is_not_the_stick(tmp_path: Path) -> None:
    """An empty folder where a stick used to be found, or none, is no connection; nothing is made there."""
    (tmp_path / "mnt").mkdir()
    assert not SecondPlace(tmp_path / "mnt").connected
    assert not SecondPlace(tmp_path / "gone").connected
    assert not SecondPlace(tmp_path / "mnt" / ("x" * 300)).connected
    assert list((tmp_path / "mnt").iterdir()) == []


def test_a_full_stick_keeps_what_it_has(journal: Journal, backups: Backups, tmp_path: Path) -> None:
    """A copy that does not fit is refused in one sentence and leaves no part of a file."""
    made = backups.make(Reason.AUTO).path
    with small_disk(tmp_path / "full", f"{made.stat().st_size + 40_000}") as folder:
        place = SecondPlace(folder)
        place.prepare()
        there = place.of(backups)
        kept = there.take(made).path
        journal.diary.record(TODAY, mood=1)
        with pytest.raises(errors.CannotWrite, match="no space left"):
            there.take(backups.make(Reason.CLOSE).path)
        with pytest.raises(errors.CannotWrite, match="the disk is full"):
            there.make(Reason.CLOSE)
        assert list(there.folder.iterdir()) == [kept]
        assert kept.read_bytes() == made.read_bytes()


def test_a_read_only_stick_is_a_sentence(journal: Journal, backups: Backups, stick: SecondPlace) -> None:
    """It can be looked at and gone back to, and refuses a new one."""
    there = stick.of(backups)
    there.take(backups.make(Reason.AUTO).path)
    early = as_text(journal)
    journal.diary.record(TODAY, mood=1)
    with read_only(stick.chosen):
        assert stick.connected
        with pytest.raises(errors.CannotWrite, match="read-only"):
            there.take(backups.make(Reason.CLOSE).path)
        [only] = there.list()
        assert only.days == 1
        journal.close()
        backups.restore(only.path)
    with Journal.open(journal.path) as back:
        assert as_text(back) == early


def test_a_computer_bought_new_takes_up_the_journal_from_the_stick(
    journal: Journal, backups: Backups, stick: SecondPlace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With nothing but the stick, a fresh home has the journal again."""
    content = as_text(journal)
    taken = stick.of(backups).take(backups.make(Reason.CLOSE).path).path
    journal.close()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "fresh"))
    path = tmp_path / "fresh home" / "journal.legjournal"
    assert Backups(path, HandClock()).restore(taken) is None
    with Journal.open(path) as back:
        assert as_text(back) == content
        assert back.problems() == []
