"""Typing that is not an answer yet."""

import pytest
from hand_clock import HandClock

from legjournal.journal import Journal


def test_a_draft_is_kept_word_for_word(journal: Journal, clock: HandClock) -> None:
    """What is no answer yet is there again after a restart, as it was typed."""
    journal.drafts.keep("night/2026-11-22/got_out_of_bed", " 7.30ish? <b>")
    journal.close()
    with Journal.open(journal.path, clock) as again:
        assert again.drafts.under("night/2026-11-22/") == {"got_out_of_bed": " 7.30ish? <b>"}


def test_a_place_has_one_draft(journal: Journal) -> None:
    """Typing on replaces what was there; None forgets it; forgetting twice is nothing."""
    journal.drafts.keep("day/note", "A qui")
    journal.drafts.keep("day/note", "A quiet day")
    assert journal.drafts.under("day/") == {"note": "A quiet day"}
    assert journal.drafts.keep("day/note", None)
    assert journal.drafts.under("day/") == {}
    assert not journal.drafts.keep("day/note", None)


def test_an_emptied_field_is_a_draft_too(journal: Journal) -> None:
    """Nothing typed where something stood is kept as nothing typed."""
    journal.drafts.keep("day/note", "")
    assert journal.drafts.under("day/") == {"note": ""}


@pytest.mark.parametrize("place", ["100%/", "a_c/", "A/", "a/b/"])
def test_a_place_is_taken_letter_by_letter(journal: Journal, place: str) -> None:
    """Signs that mean something to a database mean themselves in a place."""
    journal.drafts.keep(place + "x", "mine")
    for other in ("100x/", "abc/", "B/", "b/"):
        journal.drafts.keep(other + "x", "not mine")
    assert journal.drafts.under(place) == {"x": "mine"}


def test_drafts_are_not_entries(journal: Journal) -> None:
    """A day with a draft only has nothing recorded."""
    today = journal.clock.today()
    journal.drafts.keep(f"night/{today}/wakings", "two or three")
    assert journal.nights.ending_on(today) is None
    assert journal.diary.marks(today, today) == {}


def test_all_under_a_place_are_forgotten_together(journal: Journal) -> None:
    """What a form kept goes when the form is done; other drafts stay."""
    journal.drafts.keep("appointment/new/who", "GP")
    journal.drafts.keep("appointment/new/time", "10")
    journal.drafts.keep("day/note", "A quiet day")
    assert journal.drafts.forget("appointment/new/")
    assert journal.drafts.under("appointment/new/") == {}
    assert journal.drafts.under("day/") == {"note": "A quiet day"}
    assert not journal.drafts.forget("appointment/new/")


def test_a_draft_tells_where_it_was_typed(journal: Journal) -> None:
    """By its id, as the search finds it; one that is gone tells nothing."""
    [draft] = journal.drafts.keep("appointment/new/who", "Dr Quince").rows
    assert journal.drafts.place(draft) == "appointment/new/who"
    journal.drafts.forget("appointment/")
    assert journal.drafts.place(draft) == ""
