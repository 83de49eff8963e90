"""The diary's pages and what was felt."""

from datetime import datetime, timedelta

import pytest
from hand_clock import EVENING, HandClock
from pydantic import ValidationError

from legjournal.diary import DayMark
from legjournal.errors import FutureDay
from legjournal.journal import Journal
from legjournal.models.diary import DiaryDayFields

TODAY = EVENING.date()
DAY = timedelta(days=1)


def test_an_untouched_day_has_nothing(journal: Journal) -> None:
    """Looking at a day writes nothing on it."""
    assert journal.diary.day(TODAY) is None
    assert journal.symptoms.on(TODAY) == []
    assert journal.diary.marks(TODAY - 30 * DAY, TODAY) == {}


def test_an_answer_is_stored_and_the_rest_stays_unanswered(journal: Journal) -> None:
    """One answer is one answer: everything else is None, and not 0."""
    journal.diary.record(TODAY, mood=4)
    row = journal.diary.day(TODAY)
    assert row.mood == 4
    others = set(DiaryDayFields.model_fields) - {"mood"}
    assert {getattr(row, name) for name in others} == {None}


def test_nought_is_an_answer(journal: Journal) -> None:
    """A score of 0 is stored as 0, and a day that has only that is there."""
    journal.diary.record(TODAY, effect=0)
    assert journal.diary.day(TODAY).effect == 0


def test_answers_gather_on_one_page(journal: Journal) -> None:
    """A second answer joins the first, and changing one leaves the others."""
    journal.diary.record(TODAY, mood=4)
    journal.diary.record(TODAY, tiredness=7, factors=["caffeine"])
    journal.diary.record(TODAY, mood=5)
    row = journal.diary.day(TODAY)
    assert (row.mood, row.tiredness, row.factors) == (5, 7, ["caffeine"])


def test_an_answer_can_be_taken_back(journal: Journal) -> None:
    """None makes a question not answered again; the other answers stay."""
    journal.diary.record(TODAY, mood=4, tiredness=7)
    journal.diary.record(TODAY, mood=None)
    row = journal.diary.day(TODAY)
    assert (row.mood, row.tiredness) == (None, 7)


def test_a_page_with_nothing_left_on_it_is_gone(journal: Journal) -> None:
    """The last answer taken back takes the page with it, so that the day counts as not recorded."""
    journal.diary.record(TODAY, mood=0)
    journal.diary.record(TODAY, mood=None)
    assert journal.diary.day(TODAY) is None
    assert journal.diary.marks(TODAY, TODAY) == {}
    assert not journal.diary.record(TODAY, mood=None)


def test_a_bad_day_is_its_time_and_nothing_else(journal: Journal) -> None:
    """One press stores when it was pressed; no answer is made up."""
    journal.diary.mark_bad_day(TODAY)
    row = journal.diary.day(TODAY)
    assert row.bad_day_at == EVENING
    others = set(DiaryDayFields.model_fields) - {"bad_day_at"}
    assert {getattr(row, name) for name in others} == {None}


def test_a_bad_day_can_be_said_of_yesterday(journal: Journal) -> None:
    """The press of this evening may be about yesterday; its time is still this evening's."""
    journal.diary.mark_bad_day(TODAY - DAY)
    assert journal.diary.day(TODAY - DAY).bad_day_at == EVENING
    assert journal.diary.day(TODAY) is None


def test_a_day_to_come_takes_nothing(journal: Journal) -> None:
    """Tomorrow is refused with its sentence and stays empty."""
    for write in (
        lambda: journal.diary.record(TODAY + DAY, mood=4),
        lambda: journal.diary.mark_bad_day(TODAY + DAY),
        lambda: journal.symptoms.add(TODAY + DAY, kind="pain"),
    ):
        with pytest.raises(FutureDay, match="has not come yet"):
            write()
    assert journal.diary.day(TODAY + DAY) is None
    assert journal.symptoms.on(TODAY + DAY) == []


def test_until_4am_tomorrow_has_not_come(journal: Journal, clock: HandClock) -> None:
    """At 3.59am it is still yesterday evening, and a minute later today can be written."""
    clock.set(datetime(2026, 11, 23, 3, 59))
    with pytest.raises(FutureDay):
        journal.diary.record(TODAY + DAY, mood=4)
    clock.set(datetime(2026, 11, 23, 4, 0))
    journal.diary.record(TODAY + DAY, mood=4)
    assert journal.diary.day(TODAY + DAY).mood == 4


@pytest.mark.parametrize(
    "answers",
    [
        {"mood": 11},
        {"mood": -1},
        {"mood": "seven"},
        {"mood": 5.5},
        {"mood": float("nan")},
        {"sleepiness": 4},
        {"note": "\ud800"},
    ],
    ids=str,
)
def test_what_no_answer_can_be_is_refused(journal: Journal, answers: dict[str, object]) -> None:
    """Scores outside 0 to 10, words for numbers, unknown questions and half a letter change nothing."""
    journal.diary.record(TODAY, mood=4)
    with pytest.raises(ValidationError):
        journal.diary.record(TODAY, **answers)
    assert journal.diary.day(TODAY).mood == 4
    assert journal.problems() == []


@pytest.mark.parametrize(
    "note",
    [
        "<b>bold</b> & <img src='/etc/passwd'>",
        "two\nlines\r\nand\ttabs",
        "½ ✓ ŵ ą 💤 \u202e",
        "a\x00b",
        " ",
        "x" * 100_000,
    ],
)
def test_a_note_comes_back_letter_for_letter(journal: Journal, note: str) -> None:
    """What is typed is what is kept, whatever it looks like and however long it is."""
    journal.diary.record(TODAY, note=note)
    assert journal.diary.day(TODAY).note == note
    assert journal.problems() == []


def test_the_calendar_marks_what_is_there(journal: Journal) -> None:
    """A night, a day and the worst score of a day, each by itself, and nothing for the days between."""
    journal.nights.record(TODAY, wakings=0)
    journal.diary.record(TODAY - DAY, mood=4)
    journal.symptoms.add(TODAY - 3 * DAY, kind="pain", score=3)
    journal.symptoms.add(TODAY - 3 * DAY, kind="cramp", score=8)
    journal.symptoms.add(TODAY - 4 * DAY, kind="pain")
    journal.diary.record(TODAY - 40 * DAY, mood=1)
    assert journal.diary.marks(TODAY - 30 * DAY, TODAY) == {
        TODAY: DayMark(night=True),
        TODAY - DAY: DayMark(day=True),
        TODAY - 3 * DAY: DayMark(day=True, worst=8),
        TODAY - 4 * DAY: DayMark(day=True, worst=None),
    }


def test_everything_is_there_after_closing(journal: Journal, clock: HandClock) -> None:
    """What was answered is read again from the file, to the letter."""
    journal.diary.record(TODAY, managed="A walk.", factors=["alcohol", "warm bath"], mood=0)
    journal.symptoms.add(TODAY, kind="pain", words=["burning"], occurred_at=EVENING)
    journal.close()
    with Journal.open(journal.path, clock) as again:
        day, [symptom] = again.diary.day(TODAY), again.symptoms.on(TODAY)
    assert (day.managed, day.factors, day.mood) == ("A walk.", ["alcohol", "warm bath"], 0)
    assert (symptom.words, symptom.occurred_at) == (["burning"], EVENING)
    assert symptom.occurred_at.utcoffset() == timedelta()
