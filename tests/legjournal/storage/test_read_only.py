"""Opening to read only: everything can be read and printed, and nothing is changed."""

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from damage import KEY, PAGE, entries_of, locked_copy
from hand_clock import EVENING, HandClock

from legjournal import errors
from legjournal.demo import write_sample
from legjournal.exchange.whole import export
from legjournal.journal import Journal
from legjournal.report import content
from legjournal.report.choices import Audience, preset
from legjournal.report.document import save
from legjournal.storage.opening import FORMAT
from legjournal.storage.repair import repair
from legjournal.trends.period import Period

TODAY = EVENING.date()
KEPT = Path(__file__).parents[2] / "journals"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A month of a fictional person."""
    path = tmp_path_factory.mktemp("sample") / "sample.legjournal"
    write_sample(path, 30, seed=1, last=date(2026, 11, 22)).close()
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of the journal's own."""
    made = tmp_path / "kept"
    made.mkdir()
    return made


def _contents(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


@contextmanager
def _on_a_read_only_disk(folder: Path) -> Iterator[None]:
    """The folder as it would be on a disk that takes no writes, not even those of root."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root can mount")
    if subprocess.run(["mount", "--bind", folder, folder], capture_output=True, check=False).returncode:
        pytest.skip("mounting is not possible here")
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", folder], check=True)
        yield
    finally:
        subprocess.run(["umount", folder], check=True)


@contextmanager
def _as_it_is(_folder: Path) -> Iterator[None]:
    yield


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "locked"])
@pytest.mark.parametrize(
    ("disk", "asked"),
    [(_as_it_is, True), (_on_a_read_only_disk, False)],
    ids=["asked for", "read-only disk"],
)
def test_everything_but_saving_works(
    tmp_path: Path,
    folder: Path,
    sample: Path,
    key: bytes | None,
    disk: Callable[[Path], "contextmanager[None]"],
    *,
    asked: bool,
) -> None:
    """It is read, checked, printed and exported; every change is refused in a sentence; no byte moves."""
    path = folder / "j.legjournal"
    if key is None:
        path.write_bytes(sample.read_bytes())
    else:
        locked_copy(sample, path)
    before = _contents(folder)
    with disk(folder), Journal.open(path, HandClock(), key=key, read_only=asked) as journal:
        assert journal.read_only
        assert journal.nights.ending_on(TODAY) is not None
        assert journal.problems() == []
        assert journal.flaw() == ""
        last = Period(TODAY - timedelta(days=29), TODAY)
        save(content.build(journal, last, preset(Audience.GP)), tmp_path / "report.pdf")
        export(journal, tmp_path / "all.json")
        for change in (
            lambda: journal.diary.record(TODAY, mood=1),
            lambda: journal.preferences.choose("theme", "night"),
        ):
            with pytest.raises(errors.OpenToReadOnly, match="open to read only"):
                change()
        assert _contents(folder) == before
    assert _contents(folder) == before
    assert (tmp_path / "report.pdf").stat().st_size > 10_000
    assert (tmp_path / "all.json").stat().st_size > 10_000


def test_a_damaged_journal_is_read_as_far_as_it_goes(folder: Path, sample: Path) -> None:
    """With the symptoms gone, the nights can still be read; the check says that it is damaged."""
    path = folder / "j.legjournal"
    with closing(sqlite3.connect(sample)) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'symptom'"
        [page] = connection.execute(query).fetchone()
    data = bytearray(sample.read_bytes())
    data[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
    path.write_bytes(data)
    before = _contents(folder)
    with Journal.open(path, HandClock(), read_only=True) as journal:
        assert journal.nights.ending_on(TODAY) is not None
        assert journal.flaw()
        with pytest.raises(errors.DamagedInside):
            journal.symptoms.on(TODAY)
    assert _contents(folder) == before


def _half_saved(sample: Path, path: Path) -> None:
    """Leave the file as a crash in the middle of a save does, with the journal that undoes it beside it."""
    work = path.with_name("work.legjournal")
    work.write_bytes(sample.read_bytes())
    with closing(sqlite3.connect(work, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size=2")
        connection.execute("PRAGMA cache_spill=2")
        connection.execute("BEGIN")
        connection.execute("UPDATE set_done SET repetitions = 1")
        connection.execute("UPDATE night SET wakings = 99")
        path.write_bytes(work.read_bytes())
        beside = work.with_name(work.name + "-journal")
        path.with_name(path.name + "-journal").write_bytes(beside.read_bytes())
    work.unlink()
    assert path.read_bytes() != sample.read_bytes()


@pytest.mark.parametrize("read_only", [False, True])
def test_a_half_done_save_is_undone(folder: Path, sample: Path, *, read_only: bool) -> None:
    """After a crash the journal is as it was at its last whole save, also when it is only read."""
    path = folder / "j.legjournal"
    _half_saved(sample, path)
    with Journal.open(path, HandClock(), read_only=read_only) as journal:
        assert journal.problems() == []
    assert entries_of(path) == entries_of(sample)
    assert [found.name for found in folder.iterdir()] == [path.name]


def test_a_half_done_save_on_a_read_only_disk_is_said(tmp_path: Path, folder: Path, sample: Path) -> None:
    """It cannot be undone there, and half of it is not shown; a repaired copy elsewhere has everything."""
    path = folder / "j.legjournal"
    _half_saved(sample, path)
    before = _contents(folder)
    with _on_a_read_only_disk(folder):
        with pytest.raises(errors.HalfSaved, match="left half-saved"):
            Journal.open(path)
        assert repair(path, tmp_path / "new.legjournal").all_saved
    assert _contents(folder) == before
    assert entries_of(tmp_path / "new.legjournal") == entries_of(sample)


def test_saving_stops_when_damage_is_found(journal: Journal) -> None:
    """A journal that was open for writing takes no more changes."""
    journal.diary.record(TODAY, mood=3)
    journal.stop_saving()
    with pytest.raises(errors.OpenToReadOnly):
        journal.diary.record(TODAY, mood=4)
    assert journal.diary.day(TODAY).mood == 3


@pytest.mark.parametrize("version", range(1, FORMAT))
def test_an_older_journal_is_read_as_it_is(folder: Path, version: int) -> None:
    """What later formats brought is there, and empty; the check finds nothing; no byte moves."""
    path = Path(shutil.copy(KEPT / f"{version:04}-plain.legjournal", folder / "j.legjournal"))
    before = _contents(folder)
    with Journal.open(path, HandClock(), read_only=True) as journal:
        for _ in range(2):
            assert journal.contacts.all() == []
            with closing(journal.search.index()) as index:
                assert index.find("shockwave").results
            assert journal.versions.elsewhere()
            assert journal.problems() == []
            assert journal.check().entries == len(entries_of(path))
            export(journal, folder.with_name("all.json"))
            journal.reload()
        with pytest.raises(errors.OpenToReadOnly):
            journal.contacts.add(name="Pool")
    assert _contents(folder) == before
