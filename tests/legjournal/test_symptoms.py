"""What was felt in the legs."""

from datetime import date, time, timedelta

import pytest
from hand_clock import EVENING, HandClock
from pydantic import ValidationError

from legjournal.clock import NoSuchTime
from legjournal.journal import Journal
from legjournal.models.diary import Kind, Side
from legjournal.models.row import new_id

TODAY = EVENING.date()
DAY = timedelta(days=1)


def test_symptoms_stay_in_the_order_of_writing(journal: Journal, clock: HandClock) -> None:
    """Several a day, each with its own answers, the first written first."""
    journal.symptoms.add(TODAY, kind="pain", side="left", site="calf", score=6)
    clock.set(EVENING + timedelta(minutes=1))
    journal.symptoms.add(TODAY, kind=Kind.URGE, side=Side.BOTH)
    first, second = journal.symptoms.on(TODAY)
    assert (first.kind, first.side, first.site, first.score) == (Kind.PAIN, Side.LEFT, "calf", 6)
    assert (second.kind, second.side, second.site, second.score) == (Kind.URGE, Side.BOTH, None, None)


def test_a_symptom_changes_and_goes(journal: Journal) -> None:
    """An answer about a symptom can change and be taken back; the symptom can be taken off its page."""
    symptom = journal.symptoms.add(TODAY, kind="pain", score=6, site="calf").rows[0]
    journal.symptoms.change(symptom, score=None, eased_at=EVENING)
    [row] = journal.symptoms.on(TODAY)
    assert (row.score, row.site, row.eased_at) == (None, "calf", EVENING)
    assert journal.symptoms.remove(symptom).days == {TODAY}
    assert journal.symptoms.on(TODAY) == []


def test_a_symptom_that_is_gone_stays_gone(journal: Journal) -> None:
    """Changing or removing what is no longer there changes nothing and breaks nothing."""
    symptom = journal.symptoms.add(TODAY, kind="pain").rows[0]
    journal.symptoms.remove(symptom)
    assert not journal.symptoms.change(symptom, score=5)
    assert not journal.symptoms.remove(symptom)


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
        journal.symptoms.add(TODAY, **answers)
    assert journal.symptoms.on(TODAY) == []


def test_the_urge_of_a_day_is_there_once(journal: Journal) -> None:
    """Scored twice it is one symptom; taken back it leaves nothing, unless more was said of it."""
    journal.symptoms.record_urge(TODAY, score=7)
    journal.symptoms.record_urge(TODAY, score=8)
    [urge] = journal.symptoms.on(TODAY)
    assert (urge.kind, urge.side, urge.site, urge.score) == ("urge to move", "both", None, 8)

    journal.symptoms.change(urge.id, helped="walking")
    journal.symptoms.record_urge(TODAY, score=None)
    [urge] = journal.symptoms.on(TODAY)
    assert (urge.score, urge.helped) == (None, "walking")

    journal.symptoms.change(urge.id, helped=None)
    journal.symptoms.record_urge(TODAY, score=None)
    assert journal.symptoms.on(TODAY) == []
    assert not journal.symptoms.record_urge(TODAY, score=None)


def test_the_urge_of_a_day_is_there_without_a_score(journal: Journal) -> None:
    """When it began is an answer by itself, and stays when the score is taken back."""
    began = journal.symptoms.began(TODAY, time(21, 20))
    journal.symptoms.record_urge(TODAY, occurred_at=began)
    [urge] = journal.symptoms.on(TODAY)
    assert (urge.kind, urge.side, urge.score, urge.occurred_at) == (Kind.URGE, Side.BOTH, None, began)

    journal.symptoms.record_urge(TODAY, score=6, side=Side.LEFT)
    journal.symptoms.record_urge(TODAY, score=None, occurred_at=None)
    [urge] = journal.symptoms.on(TODAY)
    assert (urge.side, urge.score, urge.occurred_at) == (Side.LEFT, None, None)

    journal.symptoms.record_urge(TODAY, side=Side.BOTH)
    assert journal.symptoms.on(TODAY) == []


def test_a_symptom_may_bring_its_name(journal: Journal) -> None:
    """Whoever needs the id before it is stored gives one; answers about it can follow at once."""
    mine = new_id()
    assert journal.symptoms.add(TODAY, mine, kind="pain", side="left", site="calf").rows == (mine,)
    journal.symptoms.change(mine, score=4)
    assert [(row.id, row.score) for row in journal.symptoms.on(TODAY)] == [(mine, 4)]


def test_after_midnight_is_the_same_page(journal: Journal) -> None:
    """What began at 1am on Saturday's page began on Sunday; from 4am on it is the day of the page."""
    saturday = date(2026, 11, 21)
    for wall, day in ((time(1), 22), (time(3, 59), 22), (time(4), 21), (time(20), 21), (time(0), 22)):
        assert journal.symptoms.began(saturday, wall).date() == date(2026, 11, day)


def test_an_hour_the_clocks_leave_out(journal: Journal, clock: HandClock) -> None:
    """In March half past one does not exist; in October the first of the two is meant."""
    with pytest.raises(NoSuchTime):
        journal.symptoms.began(date(2026, 3, 28), time(1, 30))
    assert journal.symptoms.began(date(2026, 10, 24), time(1, 30)).utcoffset() == timedelta(hours=1)


@pytest.mark.parametrize(
    ("began", "eased", "expected"),
    [
        (time(20), time(21, 30), "2026-11-20T21:30"),
        (time(20), time(2), "2026-11-21T02:00"),
        (time(20), time(7), "2026-11-21T07:00"),  # it went on all night
        (time(20), time(19), "2026-11-20T19:00"),  # 23 hours are a slip
        (time(1), time(23), "2026-11-20T23:00"),  # before it began
        (None, time(7), "2026-11-20T07:00"),
    ],
)
def test_when_it_eased(journal: Journal, began: time | None, eased: time, expected: str) -> None:
    """A time before the beginning is the next morning's, unless that would make more than 16 hours."""
    friday = date(2026, 11, 20)
    start = None if began is None else journal.symptoms.began(friday, began)
    assert journal.symptoms.eased(friday, eased, start).isoformat()[:16] == expected


def test_a_morning_that_has_not_come_is_not_meant(journal: Journal) -> None:
    """At 9.14pm nothing of this evening can have eased tomorrow at 7am."""
    start = journal.symptoms.began(TODAY, time(20))
    assert journal.symptoms.eased(TODAY, time(7), start) < start


def test_the_places_of_last_time(journal: Journal, clock: HandClock) -> None:
    """The last day before that names a place, each place once, whatever was felt there."""
    for n, (day, kind, side, site) in enumerate(
        [
            (9, "pain", "right", "knee"),
            (5, "pain", "left", "calf"),
            (5, "cramp", "left", "calf"),
            (5, "tingling", "right", "outer-hip"),
            (5, "urge to move", "both", None),
            (3, "urge to move", "both", None),
            (0, "pain", "left", "heel"),
        ]
    ):
        clock.set(EVENING + timedelta(seconds=n))
        journal.symptoms.add(TODAY - day * DAY, kind=kind, side=side, site=site)
    last = journal.symptoms.last_places(TODAY)
    assert [(row.kind, row.side, row.site) for row in last] == [
        (Kind.PAIN, Side.LEFT, "calf"),
        (Kind.TINGLING, Side.RIGHT, "outer-hip"),
    ]
    assert [row.site for row in journal.symptoms.last_places(TODAY + DAY)] == ["heel"]
    assert [row.site for row in journal.symptoms.last_places(TODAY - 5 * DAY)] == ["knee"]
    assert journal.symptoms.last_places(TODAY - 9 * DAY) == []


def test_the_words_of_before(journal: Journal, clock: HandClock) -> None:
    """Every word once, those for the same kind of feeling first, and the latest first among them."""
    for day, kind, words in (
        (4, "pain", ["aching", "sore"]),
        (3, "urge to move", ["crawling", "aching"]),
        (2, "pain", ["burning", "sore"]),
        (1, "pain", None),
    ):
        journal.symptoms.add(TODAY - day * DAY, kind=kind, words=words)
    assert journal.symptoms.words(Kind.PAIN) == ["burning", "sore", "aching", "crawling"]
    assert journal.symptoms.words(Kind.URGE) == ["crawling", "aching", "burning", "sore"]
    assert journal.symptoms.words(Kind.CRAMP)[0] == "burning"
