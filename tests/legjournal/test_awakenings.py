"""What is noted in the night belongs to the morning it ends on."""

from datetime import date, datetime, time

import pytest
from hand_clock import HandClock
from pydantic import ValidationError

from legjournal.entries.noted import in_words
from legjournal.journal import Journal
from legjournal.models.diary import Kind, Side
from legjournal.report import content
from legjournal.report.choices import Audience, preset
from legjournal.storage.thinning import Reason


@pytest.mark.parametrize(
    ("now", "morning"),
    [
        ((2026, 11, 22, 23, 30), (2026, 11, 23)),
        ((2026, 11, 23, 0, 0), (2026, 11, 23)),
        ((2026, 11, 23, 3, 10), (2026, 11, 23)),
        ((2026, 11, 23, 11, 59), (2026, 11, 23)),
        ((2026, 11, 23, 12, 0), (2026, 11, 24)),
        ((2026, 10, 25, 1, 30), (2026, 10, 25)),
        ((2026, 12, 31, 23, 59), (2027, 1, 1)),
    ],
)
def test_it_goes_to_the_right_night(
    journal: Journal, clock: HandClock, now: tuple[int, ...], morning: tuple[int, ...]
) -> None:
    """From midday on an hour belongs to the coming night, before it to the night that is ending."""
    clock.set(datetime(*now))
    changed = journal.awakenings.note(score=6)
    assert changed.days == {date(*morning)}
    [noted] = journal.awakenings.in_night(date(*morning))
    assert (noted.score, noted.kind, noted.side) == (6, None, None)


def test_it_is_said_in_one_line(journal: Journal, clock: HandClock) -> None:
    """Only what was answered is said."""
    clock.set(datetime(2026, 11, 23, 3, 10))
    journal.awakenings.note(
        kind=Kind.URGE, side=Side.BOTH, score=7, awake_since=clock.latest(time(2, 40)), had_to_walk_about=True
    )
    clock.set(datetime(2026, 11, 23, 4, 0))
    journal.awakenings.note(had_to_walk_about=False, side=Side.LEFT)
    assert [in_words(row) for row in journal.awakenings.in_night(date(2026, 11, 23))] == [
        "3.10am: urge to move, both legs, 7 out of 10, awake since 2.40am, walked about",
        "4am: left leg",
    ]


def test_it_can_be_removed_and_undone(journal: Journal, clock: HandClock) -> None:
    """A note that was taken away comes back with undo."""
    clock.set(datetime(2026, 11, 23, 3, 10))
    noted = journal.awakenings.note(score=3)
    assert journal.awakenings.remove(noted.rows[0])
    assert not journal.awakenings.remove(noted.rows[0])
    assert journal.history.undo()
    assert len(journal.awakenings.in_night(date(2026, 11, 23))) == 1


def test_one_cannot_be_awake_since_later(journal: Journal, clock: HandClock) -> None:
    """Awake since a time that has not come is refused."""
    with pytest.raises(ValidationError):
        journal.awakenings.note(awake_since=clock.at(date(2026, 11, 23), time(2)))


def test_the_calendar_shows_its_night(journal: Journal, clock: HandClock) -> None:
    """A note alone makes the night recorded, and its score can be the worst of the day."""
    clock.set(datetime(2026, 11, 22, 3, 10))
    journal.awakenings.note(score=8)
    journal.symptoms.add(date(2026, 11, 21), kind="pain", score=5)
    marks = journal.diary.marks(date(2026, 11, 1), date(2026, 11, 30))
    night, evening = marks[date(2026, 11, 22)], marks[date(2026, 11, 21)]
    assert (night.night, night.day, night.worst) == (True, False, 8)
    assert (evening.night, evening.day, evening.worst) == (False, True, 5)


@pytest.mark.parametrize(
    ("now", "wall", "expected"),
    [
        ((2026, 11, 23, 3, 10), (2, 40), "2026-11-23T02:40:00+00:00"),
        ((2026, 11, 23, 3, 10), (23, 40), "2026-11-22T23:40:00+00:00"),
        ((2026, 11, 23, 3, 10), (3, 10), "2026-11-23T03:10:00+00:00"),
        ((2026, 10, 25, 3, 10), (1, 30), "2026-10-25T01:30:00+00:00"),
        ((2026, 10, 25, 0, 30), (23, 0), "2026-10-24T23:00:00+01:00"),
        ((2027, 3, 28, 3, 10), (1, 30), None),
    ],
)
def test_the_latest_time_that_a_clock_showed(
    clock: HandClock, now: tuple[int, ...], wall: tuple[int, int], expected: str | None
) -> None:
    """Not after now, the second of an hour that came twice, and none in the hour that March leaves out."""
    clock.set(datetime(*now))
    found = clock.latest(time(*wall))
    assert (found.isoformat() if found else None) == expected


def test_a_night_with_only_a_note_counts_as_recorded(journal: Journal, clock: HandClock) -> None:
    """In the report and in the list of backups alike."""
    clock.set(datetime(2026, 11, 22, 3, 10))
    journal.awakenings.note(score=8)
    clock.set(datetime(2026, 11, 22, 21, 14))
    journal.diary.record(date(2026, 11, 20), mood=3)
    found = content.build(journal, content.whole_period(journal), preset(Audience.GP)).figures.completeness
    assert (found.recorded, found.days) == (2, 3)
    journal.backups.make(Reason.ASKED, forced=True)
    [backup] = journal.backups.list()
    assert backup.days == 2
