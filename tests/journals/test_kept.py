"""A journal of every format that was ever released opens in this version, with every entry as it was."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from journals import make

from legjournal.journal import Journal
from legjournal.models.record import BY_TABLE
from legjournal.storage.keys import derived, key_of_code
from legjournal.storage.opening import FORMAT, salt_of

HERE = Path(__file__).parent
KEPT = sorted(HERE.glob("*.json"))
KINDS = ("plain", "locked")


@pytest.fixture(params=KEPT, ids=lambda path: path.stem)
def told(request: pytest.FixtureRequest) -> dict[str, Any]:
    """What the journals of one format hold, as it was put down when they were made."""
    return json.loads(request.param.read_text(encoding="utf-8"))


@pytest.fixture(params=KINDS)
def kept(request: pytest.FixtureRequest, told: dict[str, Any], tmp_path: Path) -> Path:
    """A copy of one of them, as a person would have it."""
    copy = tmp_path / "j.legjournal"
    shutil.copyfile(HERE / f"{told['format']:04}-{request.param}.legjournal", copy)
    return copy


def _keys(path: Path, told: dict[str, Any]) -> tuple[bytes, bytes]:
    """From the passphrase and from the recovery code. A plain journal needs neither."""
    return derived(told["passphrase"], salt_of(path)), key_of_code(told["recovery_code"])


def test_the_present_format_is_kept() -> None:
    """Whoever makes a new format also keeps a journal of it: tests/journals/make.py writes one."""
    assert [path.stem for path in KEPT] == [f"{number:04}" for number in range(1, FORMAT + 1)]


def test_it_opens_with_every_entry_as_it_was(kept: Path, told: dict[str, Any]) -> None:
    """Each answer in each entry is what was written then, and the check finds nothing."""
    with Journal.open(kept, key=_keys(kept, told)[0]) as journal:
        assert journal.problems() == []
        key = journal.store.key
    found = make.entries(kept, key)
    assert found.keys() >= told["entries"].keys()
    for name, entry in told["entries"].items():
        compared = entry.keys() - (set() if told["format"] == FORMAT else {"digest"})
        assert {column: found[name][column] for column in compared} == {c: entry[c] for c in compared}


def test_the_second_opening_changes_nothing(kept: Path, told: dict[str, Any]) -> None:
    """Once brought up to date it stays as it is, byte for byte, until something is written."""
    key = _keys(kept, told)[0]
    Journal.open(kept, key=key).close()
    before = kept.read_bytes()
    with Journal.open(kept, key=key) as journal:
        assert journal.problems() == []
    assert kept.read_bytes() == before


def test_it_goes_on(kept: Path, told: dict[str, Any]) -> None:
    """It can be written in, what was last done then can be undone, and the recovery code opens it too."""
    with Journal.open(kept, key=_keys(kept, told)[1]) as journal:
        assert journal.history.redo()
        assert journal.history.undo()
        assert journal.diary.record(make.LAST, note="Years later.")
        assert journal.problems() == []


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.stem)
def test_it_has_something_of_everything(path: Path) -> None:
    """What is asked above is asked of every table that there was in that format."""
    filled = {name.split("/")[0] for name in json.loads(path.read_text(encoding="utf-8"))["entries"]}
    plain = HERE / f"{path.stem}-plain.legjournal"
    with closing(sqlite3.connect(f"{plain.as_uri()}?mode=ro", uri=True)) as kept:
        there = {name for (name,) in kept.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert filled == there & BY_TABLE.keys()
