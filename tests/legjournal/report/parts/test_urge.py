"""When the urge to move comes and what helped, against evenings worked out by hand."""

from datetime import date, time, timedelta

import pytest

from legjournal.clock import Clock
from legjournal.journal import Journal
from legjournal.report.parts.loaded import load
from legjournal.report.parts.spans import Step
from legjournal.report.parts.urge import Onset, Urge, urge_to_move
from legjournal.trends.period import Period

DAY = timedelta(days=1)
TODAY = date(2026, 11, 22)
FOUR_WEEKS = Period(TODAY - 27 * DAY, TODAY)


def _urge(journal: Journal, period: Period = FOUR_WEEKS) -> Urge:
    return urge_to_move(journal, period, load(journal, period).symptoms)


def _came(journal: Journal, day: date, hour: int, minute: int = 0, score: int | None = 5) -> None:
    at = Clock().on_page(day, time(hour, minute))
    journal.symptoms.add(day, kind="urge to move", side="both", score=score, occurred_at=at)


def test_half_past_eleven_and_half_past_midnight_are_midnight_on_average(journal: Journal) -> None:
    """Not midday; the earliest is the one of the evening."""
    _came(journal, TODAY - 2 * DAY, 23, 30)
    _came(journal, TODAY - DAY, 0, 30)
    assert _urge(journal).onset == Onset(2, time(0), time(23, 30), time(0, 30))


def test_an_evening_counts_once_with_its_first_time(journal: Journal) -> None:
    """At 8pm and again at 10pm is 8pm; one scored 0 and one without a time are none."""
    _came(journal, TODAY, 22)
    _came(journal, TODAY, 20)
    _came(journal, TODAY - DAY, 18, score=0)
    journal.symptoms.add(TODAY - 2 * DAY, kind="urge to move", side="both", score=4)
    found = _urge(journal)
    assert found.onset == Onset(1, time(20), time(20), time(20))
    assert found.evenings == 2


def test_the_clock_on_the_wall_counts_on_both_sides_of_a_change_of_clocks(journal: Journal) -> None:
    """9pm in summer time and 9pm after it are 9pm on average."""
    for day in (date(2026, 10, 24), date(2026, 10, 26)):
        _came(journal, day, 21)
    assert _urge(journal, Period(date(2026, 10, 20), TODAY)).onset == Onset(2, time(21), time(21), time(21))


@pytest.mark.parametrize(
    ("days", "step", "spans"),
    [(92, Step.MONTH, 0), (93, Step.MONTH, 4), (731, Step.MONTH, 25), (732, Step.YEAR, 3)],
)
def test_over_three_months_it_is_told_by_month_over_two_years_by_year(
    journal: Journal, days: int, step: Step, spans: int
) -> None:
    """A month without a time is in its place, and empty."""
    _came(journal, TODAY, 20)
    found = _urge(journal, Period(TODAY - (days - 1) * DAY, TODAY))
    assert (found.step, len(found.onsets)) == (step, spans)
    if spans:
        assert found.onsets[-1].onset == found.onset
        assert found.onsets[0].onset is None


def test_what_helped_is_counted_by_day_however_it_was_written(journal: Journal) -> None:
    """Walking twice on one evening is one evening; capitals and spaces make no other thing of it."""
    for day, helped in ((1, "walking"), (1, "Walking"), (2, " WALKING "), (3, "a warm bath")):
        journal.symptoms.add(date(2026, 11, day), kind="urge to move", score=3, helped=helped)
    journal.symptoms.add(date(2026, 11, 1), kind="pain", side="left", site="calf", helped="walking")
    journal.symptoms.add(date(2026, 11, 4), kind="pain", side="left", site="calf", score=0, helped="rest")
    found = _urge(journal)
    assert [(helped.words.strip().lower(), helped.urge, helped.pain) for helped in found.helped] == [
        ("walking", 2, 1),
        ("a warm bath", 1, 0),
    ]
    assert (found.evenings, found.days) == (3, 1)


def test_an_empty_journal_has_neither(journal: Journal) -> None:
    """No time, nothing that helped, and no evening."""
    assert _urge(journal) == Urge(None, Step.MONTH, (), (), 0, 0)
