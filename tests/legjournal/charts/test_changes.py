"""The words of medicine changes: the latest first, none over another, none without its line."""

from datetime import date, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from legjournal.charts import changes
from legjournal.charts.frame import Across
from legjournal.trends.period import Period

FIRST = date(2026, 11, 2)
DAYS = 28
EM = 10


def _across(width: float = 600) -> Across:
    return Across(Period(FIRST, FIRST + timedelta(days=DAYS - 1)), width, EM)


def _on(number: int) -> date:
    return FIRST + timedelta(days=number)


def test_words_stand_right_of_their_line() -> None:
    """A change with room around it has its words in the lowest row, just after its line."""
    [note] = changes.place([(_on(3), "iron begun")], _across()).values()
    assert note.row == 0
    assert note.x == _across().x(_on(3)) < note.start


def test_words_at_the_edge_stand_left_of_their_line() -> None:
    """On the last day there is room on the left alone."""
    [note] = changes.place([(_on(DAYS - 1), "iron begun")], _across()).values()
    assert note.end < note.x


def test_neighbours_take_another_row_only_where_they_must() -> None:
    """Two days running have words left and right of them in one row; a third needs a row above."""
    dated = [(_on(number), "iron begun") for number in (8, 9, 10)]
    assert changes.rows(changes.place(dated[:2], _across()).values()) == 1
    three = changes.place(dated, _across())
    assert (len(three), changes.rows(three.values())) == (3, 2)


def test_the_latest_change_is_given_room_first() -> None:
    """Where not all have room, it is not the last one that goes without."""
    crowd = [(_on(number), "a long name of a medicine, 0.25 mg") for number in range(10)]
    notes = changes.place(crowd, _across(320))
    assert _on(9) in notes
    assert len(notes) < len(crowd)


def test_no_change_takes_no_row() -> None:
    """Nothing changed: no notes and no rows."""
    assert changes.rows(changes.place([], _across()).values()) == 0


@given(
    st.dictionaries(st.integers(0, DAYS - 1), st.text("mi W.", min_size=1, max_size=30), max_size=7),
    st.floats(200, 1500),
)
def test_no_words_touch_others(dated: dict[int, str], width: float) -> None:
    """Whatever the changes and the width, words stay apart, inside, and clear of the lines of others."""
    across = _across(width)
    placed = changes.place([(_on(number), words) for number, words in sorted(dated.items())], across)
    assert not any(one.touches(other, EM) for one, other in combinations(placed.values(), 2))
    assert all(0 <= note.start <= note.end <= width + 1e-6 for note in placed.values())
    assert changes.rows(placed.values()) <= changes.MOST_ROWS
