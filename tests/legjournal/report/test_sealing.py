"""A report behind a password."""

from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.errors import FileNotDecryptedError

from legjournal.journal import Journal
from legjournal.report.choices import Audience, preset
from legjournal.report.making import Wanted, make
from legjournal.report.periods import last_weeks
from legjournal.report.sealing import can_seal, fits, sealed

PASSWORD = "grey ŵren, £2"


@pytest.fixture
def pdf(journal: Journal) -> bytes:
    """Two weeks of an empty journal."""
    return make(journal, Wanted(last_weeks(journal.clock.today(), 2), preset(Audience.GP))).pdf


def test_a_sealed_report_opens_with_its_password_alone(pdf: bytes) -> None:
    """AES-256, revision 6; the words are those of the open file."""
    assert can_seal()
    made = sealed(pdf, PASSWORD)
    encryption = PdfReader(BytesIO(made), password=PASSWORD).trailer["/Encrypt"]
    assert (encryption["/V"], encryption["/R"], encryption["/Length"]) == (5, 6, 256)
    with pytest.raises(FileNotDecryptedError):
        PdfReader(BytesIO(made)).pages[0].extract_text()

    def words(source: bytes, password: str | None = None) -> str:
        return PdfReader(BytesIO(source), password=password).pages[0].extract_text()

    assert words(made, PASSWORD) == words(pdf)
    assert b"0 of 14 days" not in made


def test_a_sealed_report_can_still_be_read_aloud(pdf: bytes) -> None:
    """Whoever has the password may print, copy and have it read to them; its structure is still there."""
    reader = PdfReader(BytesIO(sealed(pdf, PASSWORD)), password=PASSWORD)
    assert reader.user_access_permissions.name is None or "EXTRACT" in reader.user_access_permissions.name
    assert set(PdfReader(BytesIO(pdf)).root_object) <= set(reader.root_object)


@pytest.mark.parametrize(("password", "counts"), [("a" * 127, True), ("a" * 128, False), ("ŵ" * 64, False)])
def test_all_of_a_password_has_to_count(password: str, counts: bool) -> None:
    """The standard reads 127 bytes of it."""
    assert fits(password) is counts
