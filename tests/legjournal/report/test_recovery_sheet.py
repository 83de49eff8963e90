"""The recovery sheet, read back from its PDF."""

import os
import random
import re
import stat
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from legjournal.errors import CannotWrite
from legjournal.report import recovery_sheet
from legjournal.storage.keys import code_id, key_of_code, recovery_code

KEY = random.Random(5).randbytes(32)
JOURNAL = Path("/home/sam/Documents/journal.legjournal")
DAY = date(2026, 11, 22)


def _read(name: str = JOURNAL.name, key: bytes = KEY) -> PdfReader:
    return PdfReader(BytesIO(recovery_sheet.draw(key, JOURNAL.with_name(name), DAY)))


def _words(reader: PdfReader) -> str:
    [page] = reader.pages
    return " ".join(page.extract_text().split())


def test_it_is_one_page_with_all_one_needs() -> None:
    """The code with its number, which journal, when, how to use it, where to keep it, and what is lost."""
    words = _words(_read())
    bare = words.replace(" ", "")
    for group in recovery_code(KEY):
        assert group in bare
    assert f"number {code_id(KEY)}" in words
    for said in (
        "journal.legjournal",
        "22 November 2026",
        "Where to keep it",
        "There is no other way in.",
        "asks for the passphrase, type this code",
    ):
        assert said in words
    assert str(JOURNAL.parent) not in words


def test_the_code_on_the_page_is_the_key() -> None:
    """Typed from the page in its order, group after group, it gives the key back."""
    code = re.search(r"number \w{4}(.*)How to use it", _words(_read()))
    assert code is not None
    numbered = code[1].replace("(check)", "").split()
    # Each group stands after its number, whose digits are not of the code.
    signs = "".join(numbered)
    for number, group in enumerate(recovery_code(KEY), start=1):
        assert signs.startswith(f"{number}{group}")
        signs = signs.removeprefix(f"{number}{group}")
    assert signs == ""
    assert key_of_code("".join(recovery_code(KEY))) == KEY


@pytest.mark.parametrize("seed", range(5))
def test_any_code_fits_its_columns(seed: int) -> None:
    """Wide letters or narrow ones: one page, and no sign beyond its group."""
    assert len(_read(key=random.Random(seed).randbytes(32)).pages) == 1
    assert len(_read(key=b"\xff" * 32).pages) == 1


def test_a_name_is_shown_as_it_is_and_never_too_long() -> None:
    """Nothing in a file's name is markup, and the longest leaves room for the rest."""
    assert "<b>Noël<br> & 50%.legjournal" in _words(_read("<b>Noël<br> & 50%.legjournal"))
    words = _words(_read("long " * 50 + ".legjournal"))
    assert "…" in words
    assert "There is no other way in." in words


def test_the_file_says_nothing_of_the_person() -> None:
    """Title and creator are the program's; no name, no path, no time of day, no code."""
    reader = _read("Sam's secret.legjournal")
    assert reader.metadata is not None
    assert reader.metadata.title == "Recovery sheet for Leg Journal"
    assert not reader.metadata.author
    assert not reader.metadata.subject
    assert reader.metadata.creation_date == datetime(2000, 1, 1, tzinfo=UTC)
    assert "Sam" not in str(reader.metadata)


def test_it_is_written_for_its_owner_only(tmp_path: Path) -> None:
    """Whatever the mask is; and where it cannot be written, that is a sentence and no part of a file."""
    target = tmp_path / "sheet.pdf"
    mask = os.umask(0)
    try:
        recovery_sheet.save(KEY, JOURNAL, DAY, target)
    finally:
        os.umask(mask)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert target.read_bytes().startswith(b"%PDF-")
    with pytest.raises(CannotWrite):
        recovery_sheet.save(KEY, JOURNAL, DAY, tmp_path / "gone" / "sheet.pdf")
    assert list(tmp_path.iterdir()) == [target]
