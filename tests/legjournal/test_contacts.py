"""Contacts: the people and places near the person, kept as they were written down."""

import json
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from hand_clock import HandClock
from pydantic import ValidationError

from legjournal.exchange import whole
from legjournal.exchange.compare import compare
from legjournal.exchange.merge import merge
from legjournal.journal import Journal
from legjournal.report.choices import Audience, preset
from legjournal.report.content import build
from legjournal.storage.backups import Reason
from legjournal.trends.period import Period
from legjournal.versions import Holding

KEPT = Path(__file__).parents[1] / "journals"
PHYSIO = {"name": "Riverside Physio", "what": "physio", "phone": " 01632 960371 ext. 2 (Ann)"}


def test_contacts_come_by_name(journal: Journal) -> None:
    """However they were typed, large letters or small; two of one name in the order they were typed."""
    for name, note in (("Pool", "1"), ("acupuncture", "2"), ("GP", "3"), ("pool", "4")):
        journal.contacts.add(name=name, note=note)
    assert [row.note for row in journal.contacts.all()] == ["2", "3", "1", "4"]


def test_a_number_stays_as_it_was_typed(journal: Journal) -> None:
    """It is the person's own: nothing is judged, and no blank is moved."""
    journal.contacts.add(**PHYSIO)
    [row] = journal.contacts.all()
    assert row.phone == PHYSIO["phone"]
    assert (row.address, row.page, row.note) == (None, None, None)


def test_contacts_of_a_page(journal: Journal) -> None:
    """Only those that were put to it, also by a key it had before; a page without any has none."""
    journal.contacts.add(name="Walks", page="walking-and-stretching")
    assert [row.name for row in journal.contacts.about("walking-and-activity")] == ["Walks"]
    journal.contacts.add(name="Pool", page="hydrotherapy")
    journal.contacts.add(name="Baths", page="hydrotherapy")
    journal.contacts.add(name="Surgery", page="seeing-a-gp")
    assert [row.name for row in journal.contacts.about("hydrotherapy")] == ["Baths", "Pool"]
    assert journal.contacts.about("iron") == []


def test_a_contact_is_corrected_removed_and_brought_back(journal: Journal) -> None:
    """What was not said again stays; one that is gone changes nothing; undo takes one step at a time."""
    row = journal.contacts.add(**PHYSIO).rows[0]
    assert journal.contacts.correct(row, phone=None, note="moved").tables == {"contact"}
    [changed] = journal.contacts.all()
    assert (changed.what, changed.phone, changed.note) == ("physio", None, "moved")

    journal.contacts.remove(row)
    assert journal.contacts.all() == []
    assert not journal.contacts.remove(row)
    assert not journal.contacts.correct(row, note="x")
    journal.history.undo()
    journal.history.undo()
    assert journal.contacts.all()[0].phone == PHYSIO["phone"]
    assert journal.problems() == []


@pytest.mark.parametrize(
    "answers", [{"name": ""}, {"name": None}, {"phone": "0" * 2001}, {"fax": "1"}], ids=str
)
def test_a_contact_has_a_name_and_its_bounds(journal: Journal, answers: dict[str, object]) -> None:
    """Nothing of what cannot be kept is stored."""
    with pytest.raises(ValidationError):
        journal.contacts.add(**{"name": "Pool", **answers})
    assert journal.contacts.all() == []


def test_earlier_versions_of_a_contact(journal: Journal) -> None:
    """They stand among what belongs to no day, and the number of before comes back."""
    row = journal.contacts.add(**PHYSIO).rows[0]
    journal.contacts.correct(row, phone="0")
    [entry] = journal.versions.elsewhere()
    assert entry.title == "Contact: Riverside Physio"
    journal.versions.bring_back(entry.versions[-1])
    assert journal.contacts.all()[0].phone == PHYSIO["phone"]


def test_contacts_of_two_journals_become_one(journal: Journal, tmp_path: Path) -> None:
    """Each keeps its own; none goes."""
    journal.contacts.add(name="Pool")
    with Journal.create(tmp_path / "other.legjournal", HandClock()) as other:
        other.contacts.add(**PHYSIO)
    merge(journal, compare(journal, tmp_path / "other.legjournal"), {})
    assert [row.name for row in journal.contacts.all()] == ["Pool", "Riverside Physio"]


def test_contacts_go_out_and_come_in(journal: Journal, tmp_path: Path) -> None:
    """An export of the whole journal has every answer, and another journal takes it."""
    journal.contacts.add(**PHYSIO)
    path = tmp_path / "out.json"
    whole.export(journal, path)
    [row] = json.loads(path.read_text(encoding="utf-8"))["tables"]["contact"]
    assert PHYSIO.items() <= row.items()
    with Journal.create(tmp_path / "other.legjournal", HandClock()) as other:
        whole.bring_in(other, whole.read_export(other, path))
        assert other.contacts.all()[0].phone == PHYSIO["phone"]


@pytest.mark.parametrize("audience", Audience)
def test_a_report_says_nothing_of_contacts(journal: Journal, audience: Audience) -> None:
    """It is for somebody else's eyes, and so neither name nor number nor note is in it."""
    journal.contacts.add(**PHYSIO, note="quince")
    today = journal.clock.today()
    said = repr(build(journal, Period(today - timedelta(days=29), today), preset(audience)))
    assert not [words for words in (PHYSIO["name"], "960371", "quince") if words in said]


@pytest.mark.parametrize("version", [1, 2, 3])
def test_an_older_journal_takes_contacts(tmp_path: Path, version: int) -> None:
    """It has none yet, is kept as it was in a backup, and then holds them like any other."""
    path = Path(shutil.copy(KEPT / f"{version:04}-plain.legjournal", tmp_path / "j.legjournal"))
    with Journal.open(path) as journal:
        assert journal.contacts.all() == []
        assert [backup.reason for backup in journal.backups.list()] == [Reason.BEFORE_MIGRATION]
        journal.contacts.add(**PHYSIO)
        [entry] = [found for found in journal.versions.elsewhere() if found.table == "contact"]
        assert journal.versions.backups_holding(entry) == Holding((), unreadable=0)
        assert journal.problems() == []
