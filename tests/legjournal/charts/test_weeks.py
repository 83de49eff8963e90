"""Weeks of the routine as a picture: boxes for what was done, a line for what was planned."""

from datetime import date, timedelta
from itertools import pairwise

from legjournal.charts import weeks as chart
from legjournal.charts.frame import length
from legjournal.charts.scene import Box, Label, Line, Role, Scene
from legjournal.report.figure import picture
from legjournal.routine.adherence import DayStatus, Week

DAY = timedelta(days=1)
MONDAY = date(2026, 11, 16)
WIDE, HIGH, EM = 640, 300, 13


def _week(
    weeks_ago: int, sessions: int, target: int | None = 3, paused: int = 0, today: date = MONDAY + 7 * DAY
) -> Week:
    days = [DayStatus.SESSION] * sessions + [DayStatus.NOTHING] * (7 - sessions)
    monday = MONDAY - 7 * weeks_ago * DAY
    return Week(monday, today, tuple(days), frozenset(), target, True, frozenset(range(paused)))


WEEKS = [_week(3, 3), _week(2, 0, None, paused=7), _week(1, 2, 2, paused=3), _week(0, 1)]


def _boxes(scene: Scene) -> list[Box]:
    return [item for item in scene.items if isinstance(item, Box)][:-1]  # the last is the legend's


def _lines(scene: Scene, role: Role) -> list[Line]:
    return [item for item in scene.items if isinstance(item, Line) and item.role is role]


def _words(scene: Scene) -> list[str]:
    return [item.words for item in scene.items if isinstance(item, Label)]


def test_there_is_a_box_for_each_session() -> None:
    """Six sessions are six boxes in three columns, each column standing on the axis."""
    boxes = _boxes(chart.draw(WEEKS, WIDE, HIGH, EM))
    assert len(boxes) == sum(week.sessions for week in WEEKS) == 6
    columns = [[box for box in boxes if box.x == x] for x in sorted({box.x for box in boxes})]
    assert [len(column) for column in columns] == [3, 2, 1]
    assert len({max(box.y for box in column) for column in columns}) == 1


def test_the_line_lies_on_top_of_the_boxes_of_a_week_on_target() -> None:
    """Three of three: the line is above the third box and nowhere else; a paused week has none."""
    scene = chart.draw(WEEKS, WIDE, HIGH, EM)
    lines = _lines(scene, Role.FIRST)[:-1]  # the last is the legend's
    assert len(lines) == 3
    first = [box for box in _boxes(scene) if box.x < WIDE / 4]
    top = min(box.y for box in first)
    assert top - first[0].height / 2 < lines[0].points[0][1] <= top


def test_a_paused_week_says_so_in_a_word_or_where_it_is_narrow_in_a_letter() -> None:
    """The letter is explained below; the word explains itself."""
    few, many = (chart.draw(WEEKS, wide, HIGH, EM) for wide in (WIDE, 160))
    assert "paused" in _words(few)
    assert "p: paused" not in _words(few)
    assert {"p", "p: paused"} <= set(_words(many))


def test_the_present_week_is_still_open() -> None:
    """Its line is dotted and explained until it is reached or the week is over; nothing is called missed."""
    friday = MONDAY + 4 * DAY
    week = _week(0, 1, today=friday)
    scene = chart.draw([week], WIDE, HIGH, EM)
    assert len(_lines(scene, Role.NOTE)) == 2
    assert "planned, the week is not over" in _words(scene)
    assert scene.rows == (("16 November to 22 November 2026", "1", "3", "not over yet"),)
    assert chart.summary([week]) == "1 session in 1 week."
    reached = chart.draw([_week(0, 3, today=friday)], WIDE, HIGH, EM)
    assert _lines(reached, Role.NOTE) == []
    assert reached.rows[0][3] == "not over yet, on target"


def test_columns_are_named_by_their_mondays_as_far_as_there_is_room() -> None:
    """All of them in a wide picture; in a narrow one some, the last among them, and none touches another."""
    weeks = [_week(n, 2) for n in range(11, -1, -1)]
    assert "31 Aug" in _words(chart.draw(weeks, 900, HIGH, EM))
    scene = chart.draw(weeks, 320, HIGH, EM)
    names = [item for item in scene.items if isinstance(item, Label) and item.anchor == "middle"]
    assert 2 <= len(names) < len(weeks)
    assert names[0].words == "16 Nov"
    places = sorted((name.x, length(name.words) * EM / 2) for name in names)
    assert all(x + half < following - other for (x, half), (following, other) in pairwise(places))
    assert places[-1][0] + places[-1][1] <= 320


def test_the_sentence_begins_with_what_was_managed() -> None:
    """Sessions, then weeks on target of those that count, then pauses; of nothing there is no figure."""
    scene = chart.draw(WEEKS, WIDE, HIGH, EM)
    assert scene.summary == "6 sessions in 4 weeks. On target in 2 of 3 weeks. 1 week paused."
    assert chart.summary([_week(0, 0, None)]) == "No session in these weeks yet."


def test_the_table_has_the_same_numbers() -> None:
    """A row a week; what was not planned is left out, and not 0."""
    assert chart.draw(WEEKS, WIDE, HIGH, EM).rows == (
        ("26 October to 1 November 2026", "3", "3", "on target"),
        ("2 November to 8 November 2026", "0", "", "paused"),
        ("9 November to 15 November 2026", "2", "2", "on target, 3 days paused"),
        ("16 November to 22 November 2026", "1", "3", ""),
    )


def test_everything_is_inside_and_can_be_printed() -> None:
    """In any size, with a week of seven sessions over a target of one; the report draws it too."""
    weeks = [_week(n, 7, 1) for n in range(25, -1, -1)]
    for wide in (300, 640, 1200):
        scene = chart.draw(weeks, wide, HIGH, EM)
        assert all(box.x >= 0 and box.x + box.width <= wide and box.y >= 0 for box in _boxes(scene))
        assert picture(scene, 9).width == wide
