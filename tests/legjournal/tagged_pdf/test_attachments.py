"""A file carried inside the report."""

import json
from io import BytesIO

import pikepdf
import pytest
from pypdf import PdfReader
from read_aloud import faults, read

from legjournal.journal import Journal
from legjournal.report.as_json import as_json
from legjournal.report.choices import Audience, preset
from legjournal.report.making import Made, Wanted, make
from legjournal.report.periods import last_weeks


def made(journal: Journal, *, attached: bool) -> Made:
    """The report of two weeks with one day in them."""
    journal.diary.record(journal.clock.today(), effect=4, note="ŵ <b>")
    period = last_weeks(journal.clock.today(), 2)
    return make(journal, Wanted(period, preset(Audience.OWN), attached=attached))


def test_the_numbers_come_out_as_they_went_in(journal: Journal) -> None:
    """Saved from the PDF, the file is the report's own value, letter for letter."""
    whole = made(journal, attached=True)
    [(name, [content])] = PdfReader(BytesIO(whole.pdf)).attachments.items()
    assert name == "report.json"
    assert json.loads(content) == json.loads(json.dumps(as_json(whole.report)))


def test_it_is_an_associated_file(journal: Journal) -> None:
    """Named as data of the whole document, with its kind and with words that say what it is."""
    with pikepdf.open(BytesIO(made(journal, attached=True).pdf)) as opened:
        [specification] = opened.Root.AF
        assert specification.AFRelationship == "/Data"
        assert str(specification.UF) == str(specification.F) == "report.json"
        assert str(specification.Desc) == "The numbers of this report, for another program"
        assert specification.EF.F.Subtype == "/application/json"
        assert specification.EF.F.Params.Size == len(specification.EF.F.read_bytes())


@pytest.mark.parametrize("attached", [True, False])
def test_a_report_that_carries_a_file_is_read_aloud_all_the_same(journal: Journal, attached: bool) -> None:
    """PDF/UA-1 has nothing against it, and the pages say what they say without."""
    pdf = made(journal, attached=attached).pdf
    assert faults(pdf) == []
    assert read(pdf).words == read(made(journal, attached=not attached).pdf).words


def test_nothing_is_carried_unasked(journal: Journal) -> None:
    """Off by default."""
    assert PdfReader(BytesIO(made(journal, attached=False).pdf)).attachments == {}
