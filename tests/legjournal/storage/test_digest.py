"""The digest over a row, and how values lie in the file."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from legjournal.models.diary import DiaryDay, Kind, Symptom
from legjournal.models.nights import Night
from legjournal.storage.digest import as_stored, digest, wrong_digests
from legjournal.storage.history import complete_row
from legjournal.storage.tables import stored_row, table_of
from legjournal.storage.types import Choice, LocalTime, TextList, UtcInstant

DIALECT = sqlite.dialect()
NOW = datetime(2026, 11, 22, 21, 14, tzinfo=UTC)


def test_the_canonical_form_stays_what_it_is() -> None:
    """Form 1, written down: a journal of today must still be sound to the program of 2040."""
    row = {"id": "a", "date": "2026-11-22", "score": 0, "note": None, "number": 4.5, "name": "Noël ½ ✓"}
    assert digest(row) == "8b8a7db9a1a8c807"


def test_the_order_of_columns_does_not_matter() -> None:
    """A table rebuilt with its columns in another order keeps its digests."""
    assert digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1})


def test_the_digest_and_the_number_of_a_revision_are_left_out() -> None:
    """The digest cannot be over itself, and seq is given by the file."""
    assert digest({"a": 1, "digest": "x", "seq": 4}) == digest({"a": 1})


@pytest.mark.parametrize("other", [None, "", "0", 0.0, 1, -1, False], ids=repr)
def test_not_answered_nothing_and_nought_differ(other: object) -> None:
    """None, an empty text, "0", 0.0 and 0 are five different things."""
    assert digest({"score": 0}) != digest({"score": other}) or other is None == 0


def test_a_wrong_digest_is_named_by_its_row() -> None:
    """Rows are named by id, revisions by seq."""
    sound = {"id": "a", "x": 1}
    rows = [
        {**sound, "digest": digest(sound)},
        {**sound, "id": "b", "digest": digest(sound)},
        {"seq": 7, "digest": ""},
    ]
    assert wrong_digests(rows) == ["b", "7"]


def test_values_lie_readable_in_the_file() -> None:
    """Dates, times, lists, choices and yes-or-no as a person with any SQLite tool would want them."""
    local = datetime(2026, 11, 21, 22, 30, tzinfo=timezone(timedelta(hours=1)))
    symptom = Symptom(date=date(2026, 11, 22), kind=Kind.URGE, words=["a", "½"], occurred_at=local)
    night = Night(date=date(2026, 11, 22), had_to_walk_about=False)
    assert as_stored(
        table_of(symptom), {"kind": symptom.kind, "words": symptom.words, "date": symptom.date}
    ) == {
        "kind": "urge to move",
        "words": '["a","½"]',
        "date": "2026-11-22",
    }
    assert stored_row(symptom)["occurred_at"] == "2026-11-21T22:30:00+01:00"
    assert stored_row(night)["had_to_walk_about"] == 0
    assert stored_row(night)["wakings"] is None


def test_a_completed_row_agrees_with_its_digest() -> None:
    """Completing counts the rev and makes the digest over all that lies in the file."""
    row = DiaryDay(date=NOW.date(), mood=3)
    complete_row(row, NOW)
    assert (row.rev, row.digest) == (1, digest(stored_row(row)))
    complete_row(row, NOW + timedelta(hours=1))
    assert (row.rev, row.digest) == (2, digest(stored_row(row)))
    assert row.recorded_at == NOW


@given(st.datetimes(min_value=datetime(1900, 1, 1), timezones=st.timezones()))
def test_a_local_time_comes_back_to_the_second(instant: datetime) -> None:
    """Any local time keeps its wall clock and its offset; seconds are enough."""
    minutes = timedelta(minutes=round((instant.utcoffset() or timedelta()).total_seconds() / 60))
    local = instant.replace(tzinfo=timezone(minutes), fold=0)
    stored = LocalTime().process_bind_param(local, DIALECT)
    back = LocalTime().process_result_value(stored, DIALECT)
    assert back == local.replace(microsecond=0)
    assert back.utcoffset() == minutes


@given(st.datetimes(min_value=datetime(1900, 1, 1), timezones=st.timezones()))
def test_an_instant_comes_back_in_utc_to_the_millisecond(instant: datetime) -> None:
    """Any instant is kept in UTC and sorts as text as it does in time."""
    stored = UtcInstant().process_bind_param(instant, DIALECT)
    back = UtcInstant().process_result_value(stored, DIALECT)
    assert timedelta() <= instant - back < timedelta(milliseconds=1)
    assert len(stored) == len("2026-11-22T21:14:00.000Z")


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))) | st.none())
def test_a_list_of_words_comes_back(words: list[str] | None) -> None:
    """Whatever words a person has for it, they come back as they were."""
    stored = TextList().process_bind_param(words, DIALECT)
    assert TextList().process_result_value(stored, DIALECT) == words


def test_a_choice_takes_only_its_words() -> None:
    """A word outside the list is refused on its way in and on its way out."""
    kind = Choice(Kind)
    assert kind.process_bind_param("pain", DIALECT) == "pain"
    assert kind.process_result_value("pain", DIALECT) is Kind.PAIN
    assert kind.process_bind_param(None, DIALECT) is kind.process_result_value(None, DIALECT) is None
    with pytest.raises(ValueError, match="toothache"):
        kind.process_bind_param("toothache", DIALECT)
