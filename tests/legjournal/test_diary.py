"""The diary's pages and what was felt."""

from datetime import datetime, timedelta

import pytest
from hand_clock import EVENING, HandClock
from pydantic import ValidationError

from legjournal.diary import DayMark
from legjournal.errors import FutureDay
from legjournal.journal import Journal
from legjournal.models.diary import DiaryDayFields, Kind, Side

TODAY = EVENING.date()
DAY = timedelta(days=1)


def test_an_untouched_day_has_nothing(journal: Journal) -> None:
    """Looking at a day writes nothing on it."""
    assert journal.diary.day(TODAY) is None
    assert journal.diary.symptoms(TODAY) == []
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
        lambda: journal.diary.add_symptom(TODAY + DAY, kind="pain"),
    ):
        with pytest.raises(FutureDay, match="has not come yet"):
            write()
    assert journal.diary.day(TODAY + DAY) is None
    assert journal.diary.symptoms(TODAY + DAY) == []


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


def test_symptoms_stay_in_the_order_of_writing(journal: Journal, clock: HandClock) -> None:
    """Several a day, each with its own answers, the first written first."""
    journal.diary.add_symptom(TODAY, kind="pain", side="left", site="calf", score=6)
    clock.set(EVENING + timedelta(minutes=1))
    journal.diary.add_symptom(TODAY, kind=Kind.URGE, side=Side.BOTH)
    first, second = journal.diary.symptoms(TODAY)
    assert (first.kind, first.side, first.site, first.score) == (Kind.PAIN, Side.LEFT, "calf", 6)
    assert (second.kind, second.side, second.site, second.score) == (Kind.URGE, Side.BOTH, None, None)


def test_a_symptom_changes_and_goes(journal: Journal) -> None:
    """An answer about a symptom can change and be taken back; the symptom can be taken off its page."""
    symptom = journal.diary.add_symptom(TODAY, kind="pain", score=6, site="calf").rows[0]
    journal.diary.change_symptom(symptom, score=None, eased_at=EVENING)
    [row] = journal.diary.symptoms(TODAY)
    assert (row.score, row.site, row.eased_at) == (None, "calf", EVENING)
    assert journal.diary.remove_symptom(symptom).days == {TODAY}
    assert journal.diary.symptoms(TODAY) == []


def test_a_symptom_that_is_gone_stays_gone(journal: Journal) -> None:
    """Changing or removing what is no longer there changes nothing and breaks nothing."""
    symptom = journal.diary.add_symptom(TODAY, kind="pain").rows[0]
    journal.diary.remove_symptom(symptom)
    assert not journal.diary.change_symptom(symptom, score=5)
    assert not journal.diary.remove_symptom(symptom)


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"kind": "toothache"},
        {"kind": "pain", "score": 11},
        {"kind": None},
        {"kind": "pain", "side": "middle"},
    ],
)
def test_a_symptom_is_of_a_known_kind(journal: Journal, answers: dict[str, object]) -> None:
    """A symptom without a kind, or of one that is not in the list, is refused."""
    with pytest.raises(ValidationError):
        journal.diary.add_symptom(TODAY, **answers)
    assert journal.diary.symptoms(TODAY) == []


def test_the_calendar_marks_what_is_there(journal: Journal) -> None:
    """A night, a day and the worst score of a day, each by itself, and nothing for the days between."""
    journal.nights.record(TODAY, wakings=0)
    journal.diary.record(TODAY - DAY, mood=4)
    journal.diary.add_symptom(TODAY - 3 * DAY, kind="pain", score=3)
    journal.diary.add_symptom(TODAY - 3 * DAY, kind="cramp", score=8)
    journal.diary.add_symptom(TODAY - 4 * DAY, kind="pain")
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
    journal.diary.add_symptom(TODAY, kind="pain", words=["burning"], occurred_at=EVENING)
    journal.close()
    with Journal.open(journal.path, clock) as again:
        day, [symptom] = again.diary.day(TODAY), again.diary.symptoms(TODAY)
    assert (day.managed, day.factors, day.mood) == ("A walk.", ["alcohol", "warm bath"], 0)
    assert (symptom.words, symptom.occurred_at) == (["burning"], EVENING)
    assert symptom.occurred_at.utcoffset() == timedelta()


def test_the_urge_of_a_day_is_there_once(journal: Journal) -> None:
    """Scored twice it is one symptom; taken back it leaves nothing, unless more was said of it."""
    journal.diary.record_urge(TODAY, 7)
    journal.diary.record_urge(TODAY, 8)
    [urge] = journal.diary.symptoms(TODAY)
    assert (urge.kind, urge.side, urge.site, urge.score) == ("urge to move", "both", None, 8)

    journal.diary.change_symptom(urge.id, helped="walking")
    journal.diary.record_urge(TODAY, None)
    [urge] = journal.diary.symptoms(TODAY)
    assert (urge.score, urge.helped) == (None, "walking")

    journal.diary.change_symptom(urge.id, helped=None)
    journal.diary.record_urge(TODAY, None)
    assert journal.diary.symptoms(TODAY) == []
    assert not journal.diary.record_urge(TODAY, None)
