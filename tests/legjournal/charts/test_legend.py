"""The legend: every part that is drawn has its words, in as many rows as they need."""

from datetime import date

from legjournal.charts import legend
from legjournal.charts.frame import Across, length
from legjournal.trends.period import Period

DAY = date(2026, 11, 16)
EM = 10


def _words(**what: bool | int) -> list[str]:
    drawn = {"disturbed": False, "asleep": False, "days_to_a_point": 1} | what
    return [words for _, words in legend.explained(**drawn)]


def test_a_gap_is_always_explained() -> None:
    """Scores alone need no more words than those of the gap."""
    assert _words() == ["gap: nothing recorded"]


def test_averages_say_of_how_long() -> None:
    """A point of several days is told as such, and so is a bar where there are any."""
    assert "each point: average of 7 days" in _words(days_to_a_point=7)
    assert "each point and bar: average of 4 weeks" in _words(days_to_a_point=28, asleep=True)


def test_entries_that_find_no_room_begin_a_row() -> None:
    """In a narrow picture the entries wrap, each row from the left and none past the edge."""
    across = Across(Period(DAY, DAY), 320, EM)
    parts = list(legend.explained(disturbed=True, asleep=True, days_to_a_point=7))
    rows = legend.place(parts, across)
    assert len(rows) > 1
    assert {row[0].x for row in rows} == {across.left}
    assert [entry.words for row in rows for entry in row] == [words for _, words in parts]
    assert all(row[-1].x + length(row[-1].words) * EM <= across.width for row in rows if len(row) > 1)
