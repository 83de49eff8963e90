"""Conflict copies are known by their names, as each sync program gives them."""

from pathlib import Path

import pytest

from legjournal.storage.conflict_copies import conflict_copies, is_sure

SURE = [
    "diary (Ann's conflicted copy 2026-11-22).legjournal",
    "diary (Ann's conflicted copy 2026-11-22 (1)).legjournal",
    "diary (Case Conflict).legjournal",
    "diary (conflicted copy 2026-11-22 101010).legjournal",
    "diary.sync-conflict-20261122-101010-ABCDEFG.legjournal",
    "diary_conflict-20261122-101010.legjournal",
]
LIKELY = ["diary (1).legjournal", "diary 2.legjournal", "diary-ANNS-LAPTOP.legjournal", "diary-2.legjournal"]
OTHERS = [
    "diary.legjournal",
    "diaryold.legjournal",
    "my diary (1).legjournal",
    "diary (holiday).legjournal",
    "diary (1).json",
    "diary (1).legjournal-journal",
    ".diary-abc.legjournal",
    "daily (1).legjournal",
]


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """A journal among files with names of every kind."""
    for name in (*SURE, *LIKELY, *OTHERS):
        (tmp_path / name).touch()
    return tmp_path / "diary.legjournal"


def test_each_program_is_known(journal: Path) -> None:
    """Dropbox, Nextcloud, Syncthing, OneDrive, Google Drive and iCloud; no other file."""
    assert [path.name for path in conflict_copies(journal)] == sorted(SURE + LIKELY)


def test_some_names_are_proof(journal: Path) -> None:
    """The others may be anybody's; what is in them has to tell."""
    assert {path.name for path in conflict_copies(journal) if is_sure(path, journal)} == set(SURE)


def test_it_is_never_the_journal_itself(tmp_path: Path) -> None:
    """Neither by another name nor through a link, and a folder is no copy."""
    journal = tmp_path / "diary.legjournal"
    journal.touch()
    (tmp_path / "diary 2.legjournal").hardlink_to(journal)
    (tmp_path / "diary 3.legjournal").symlink_to(journal)
    (tmp_path / "diary 4.legjournal").mkdir()
    assert conflict_copies(journal) == []


def test_a_link_is_followed_to_where_the_journal_lies(tmp_path: Path) -> None:
    """The sync program lays its copy beside the file; signs in a name are only signs."""
    (tmp_path / "synced").mkdir()
    journal = tmp_path / "synced" / "a+b [1].legjournal"
    copy = tmp_path / "synced" / "a+b [1] (conflicted copy 2026-11-22 101010).legjournal"
    for path in (journal, copy):
        path.touch()
    (tmp_path / "link.legjournal").symlink_to(journal)
    assert conflict_copies(tmp_path / "link.legjournal") == [copy]
    assert is_sure(copy, tmp_path / "link.legjournal")


def test_a_folder_that_is_gone_has_none(tmp_path: Path) -> None:
    """To look for copies never stands in the way of anything."""
    assert conflict_copies(tmp_path / "gone" / "diary.legjournal") == []
