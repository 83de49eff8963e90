"""A report as archives keep it."""

import page as page_validation
import pytest
from read_aloud import faults, read

from legjournal.journal import Journal
from legjournal.report.choices import Audience, preset
from legjournal.report.making import Finish, Wanted, finished, make
from legjournal.report.periods import last_weeks


def pages(journal: Journal, *, attached: bool, audience: Audience = Audience.GP) -> bytes:
    """Two weeks with one day in them."""
    journal.diary.record(journal.clock.today(), effect=4)
    period = last_weeks(journal.clock.today(), 2)
    return make(journal, Wanted(period, preset(audience), attached=attached)).pdf


@pytest.mark.parametrize(("attached", "profile", "rules"), [(False, "pdfa2a", 154), (True, "pdfa3a", 156)])
@pytest.mark.parametrize("audience", Audience)
def test_it_is_pdf_a_and_read_aloud_as_before(
    journal: Journal, attached: bool, profile: str, rules: int, audience: Audience
) -> None:
    """Every rule of PDF/A-2a is kept, of PDF/A-3a where a file is carried, and PDF/UA-1 beside them."""
    plain = pages(journal, attached=attached, audience=audience)
    kept = finished(plain, Finish(archived=True), carries=attached)
    found = page_validation.validate_pdf_bytes(kept, profile=profile)
    assert found.rules.total >= rules
    assert [failure.message for failure in found.failures] == []
    assert faults(kept) == []
    assert read(kept).outline() == read(plain).outline()


def test_equal_reports_give_equal_files(journal: Journal) -> None:
    """Nothing in it is by chance, and nothing of the time of day."""
    plain = pages(journal, attached=True)
    assert finished(plain, Finish(archived=True), carries=True) == finished(
        plain, Finish(archived=True), carries=True
    )


def test_unasked_nothing_is_done(journal: Journal) -> None:
    """The file is the pages of the preview, byte for byte."""
    plain = pages(journal, attached=False)
    assert finished(plain, Finish(), carries=False) is plain
