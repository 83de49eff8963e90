"""Files are written whole or not at all, for the person alone."""

import stat
from pathlib import Path

import pytest

from legjournal.errors import AlreadyThere, CannotWrite, IsAJournal
from legjournal.storage.files import created_whole, write_text, written_whole


def test_a_text_is_written_whole_and_private(tmp_path: Path) -> None:
    """The file holds the text in UTF-8, is 0600, and nothing else is left beside it."""
    write_text(tmp_path / "a.json", "½ ✓ ŵ\n")
    assert (tmp_path / "a.json").read_bytes() == "½ ✓ ŵ\n".encode()
    assert stat.S_IMODE((tmp_path / "a.json").stat().st_mode) == 0o600
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.json"]


def test_an_older_file_is_replaced_by_the_whole_new_one(tmp_path: Path) -> None:
    """Writing a report again under the same name gives the new one."""
    path = tmp_path / "a.txt"
    write_text(path, "old and long")
    write_text(path, "new")
    assert path.read_text() == "new"


def test_what_stops_half_way_leaves_the_older_file(tmp_path: Path) -> None:
    """A cancelled report does not eat the last one, and leaves no half of itself."""
    path = tmp_path / "a.txt"
    write_text(path, "old")
    with pytest.raises(KeyboardInterrupt), written_whole(path) as temporary:
        temporary.write_text("half")
        raise KeyboardInterrupt
    assert path.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize("place", ["no such folder/a.txt", "file/a.txt", "x" * 300])
def test_a_place_that_takes_no_file_is_a_sentence(tmp_path: Path, place: str) -> None:
    """The system's reason stands in the sentence, with the path."""
    (tmp_path / "file").touch()
    with pytest.raises(CannotWrite, match=r"could not be written: .+\.$"):
        write_text(tmp_path / place, "x")
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]


def test_a_folder_in_the_way_is_a_sentence(tmp_path: Path) -> None:
    """A folder of that name is neither replaced nor filled."""
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(CannotWrite):
        write_text(tmp_path / "a.txt", "x")
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a disk that is always full")
def test_a_link_to_a_device_is_replaced_not_written_through(tmp_path: Path) -> None:
    """What is replaced is the name: nothing is poured into where a link leads."""
    (tmp_path / "a.txt").symlink_to("/dev/full")
    write_text(tmp_path / "a.txt", "x")
    assert not (tmp_path / "a.txt").is_symlink()


def test_a_new_file_appears_whole(tmp_path: Path) -> None:
    """Until the block ends nothing stands at the path; after it the file, 0600, in a folder made 0700."""
    path = tmp_path / "new" / "a.txt"
    with created_whole(path) as temporary:
        temporary.write_text("x")
        assert not path.exists()
    assert path.read_text() == "x"
    assert [stat.S_IMODE(entry.stat().st_mode) for entry in (path.parent, path)] == [0o700, 0o600]
    assert [entry.name for entry in path.parent.iterdir()] == ["a.txt"]


def test_a_new_file_never_takes_a_place(tmp_path: Path) -> None:
    """Neither that of a file there before, nor of one that came meanwhile, nor of a link to nowhere."""
    (tmp_path / "link").symlink_to("nowhere")
    (tmp_path / "file").write_text("mine")
    for name in ("file", "link"):
        with pytest.raises(AlreadyThere), created_whole(tmp_path / name):
            pytest.fail("there is no room for it")
    with pytest.raises(AlreadyThere), created_whole(tmp_path / "late"):
        (tmp_path / "late").write_text("mine")
    assert (tmp_path / "late").read_text() == "mine"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["file", "late", "link"]


def test_what_is_written_out_never_takes_a_journals_place(tmp_path: Path) -> None:
    """A report by the name of a journal that is there is refused, however its ending is written."""
    for name in ("mine.legjournal", "MINE.LEGJOURNAL"):
        (tmp_path / name).write_text("years")
        with pytest.raises(IsAJournal, match="Choose another name"):
            write_text(tmp_path / name, "x")
        assert (tmp_path / name).read_text() == "years"
