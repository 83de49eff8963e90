"""Bookmarks and own notes on resource pages."""

import pytest
from pydantic import ValidationError

from legjournal.journal import Journal
from legjournal.limits import NOTE_LIMIT


def test_a_bookmark_is_put_and_taken_away(journal: Journal) -> None:
    """Once, however often it is put; nothing is left of it once it is taken away."""
    journal.page_marks.bookmark("iron", wanted=True)
    assert journal.page_marks.bookmark("iron", wanted=True).tables == frozenset()
    assert journal.page_marks.all()["iron"].bookmarked
    journal.page_marks.bookmark("iron", wanted=False)
    assert journal.page_marks.all() == {}
    assert journal.page_marks.bookmark("iron", wanted=False).tables == frozenset()


def test_a_note_stays_without_its_bookmark(journal: Journal) -> None:
    """Note and bookmark go apart; undo brings each back."""
    journal.page_marks.write("tens", "ask about pads")
    journal.page_marks.bookmark("tens", wanted=True)
    journal.page_marks.bookmark("tens", wanted=False)
    assert journal.page_marks.all()["tens"].note == "ask about pads"
    journal.page_marks.write("tens", None)
    assert journal.page_marks.all() == {}
    journal.history.undo()
    assert journal.page_marks.all()["tens"].note == "ask about pads"


def test_a_note_that_is_too_long_changes_nothing(journal: Journal) -> None:
    """It is refused as a whole, and what was there stays."""
    journal.page_marks.write("tens", "mine")
    with pytest.raises(ValidationError):
        journal.page_marks.write("tens", "w" * (NOTE_LIMIT + 1))
    assert journal.page_marks.all()["tens"].note == "mine"


def test_courses_about_a_page(journal: Journal) -> None:
    """A page knows the courses that were started from it, with their visits, and no others."""
    today = journal.clock.today()
    course = journal.therapies.add(name="Needles", page="acupuncture").rows[0]
    journal.therapies.add(name="Massage", page="massage-and-heat")
    journal.therapies.add_visit(course, date=today)
    [log] = journal.therapies.logs_about("acupuncture")
    assert (log.course.name, len(log.visits)) == ("Needles", 1)
    assert journal.therapies.logs_about("tens") == []


def test_what_was_kept_under_an_older_key_belongs_to_the_page_of_today(journal: Journal) -> None:
    """A mark and a course of an earlier version are shown, changed and taken away under the key of today."""
    old, today = "walking-and-stretching", "walking-and-activity"
    journal.page_marks.write(old, "slowly")
    journal.therapies.add(name="Walks", page=old)
    assert journal.page_marks.all()[today].note == "slowly"
    assert [log.course.name for log in journal.therapies.logs_about(today)] == ["Walks"]
    journal.page_marks.bookmark(today, wanted=True)
    [(key, mark)] = journal.page_marks.all().items()
    assert (key, mark.note, mark.bookmarked) == (today, "slowly", True)
    journal.page_marks.write(today, None)
    journal.page_marks.bookmark(today, wanted=False)
    assert journal.page_marks.all() == {}
