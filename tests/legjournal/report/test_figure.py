"""Charts drawn for print."""

from datetime import date, timedelta

import pytest
from reportlab.graphics.shapes import Circle, Drawing, Group, Polygon, PolyLine, Rect, String

from legjournal.charts import daily, scene
from legjournal.charts.daily import DailyChart, Series
from legjournal.charts.scene import Label, Line, Mark, Role, Scene
from legjournal.report.figure import picture
from legjournal.trends.period import Period

MONDAY = date(2026, 11, 16)


def _scores(*scores: int | None) -> dict[date, float]:
    return {MONDAY + timedelta(days=n): score for n, score in enumerate(scores) if score is not None}


def _week(*series: Series) -> Drawing:
    chart = DailyChart(Period(MONDAY, MONDAY + timedelta(days=6)), series, "", disturbed=[MONDAY])
    return picture(daily.draw(chart, 500, 150, 8.5), 8.5)


def _of(drawing: Drawing, kind: type) -> list[object]:
    return [shape for shape in drawing.contents if isinstance(shape, kind)]


def test_a_gap_in_the_days_is_a_gap_in_the_line() -> None:
    """Two days, a day without an answer, two days: two lines of two points, and no line across."""
    pain = Series("pain", _scores(5, 6, None, 4, 3), Role.FIRST, scene.Shape.DISC)
    thick = [line for line in _of(_week(pain), PolyLine) if line.strokeWidth == 1.5]
    in_chart = [line for line in thick if line.points[0] != line.points[2] and line.points[1] > 20]
    assert [len(line.points) // 2 for line in in_chart] == [2, 2]


def test_series_differ_by_shape_and_dash() -> None:
    """Pain is a solid line with discs, the urge to move a dashed one with squares."""
    pain = Series("pain", _scores(5, 6), Role.FIRST, scene.Shape.DISC)
    urge = Series("urge", _scores(7, 7), Role.SECOND, scene.Shape.SQUARE)
    drawing = _week(pain, urge)
    assert len(_of(drawing, Circle)) == 3  # two days and the key
    assert len(_of(drawing, Rect)) == 3
    assert len(_of(drawing, Polygon)) == 2
    assert {bool(line.strokeDashArray) for line in _of(drawing, PolyLine)} == {True, False}


def test_where_series_meet_both_marks_are_seen() -> None:
    """The disc is drawn after the square, inside it."""
    square = Mark(10, 10, 2, scene.Shape.SQUARE, Role.SECOND)
    disc = Mark(10, 10, 2, scene.Shape.DISC, Role.FIRST)
    assert [type(shape) for shape in picture(Scene(20, 20, (disc, square), ""), 8.5).contents] == [
        Rect,
        Circle,
    ]


def test_the_page_counts_upwards() -> None:
    """What lies at the top of a scene lies at the top of the page."""
    line = Line(((0, 0), (10, 15)), Role.AXIS)
    assert _of(picture(Scene(10, 20, (line,), ""), 8.5), PolyLine)[0].points == [0, 20, 10, 5]


@pytest.mark.parametrize("anchor", ["start", "middle", "end"])
def test_words_keep_their_anchor_and_lose_what_cannot_be_printed(anchor: str) -> None:
    """A label stands where the geometry put it, in letters the font has."""
    drawn = picture(Scene(10, 10, (Label(1, 2, "a\x00\nb", anchor),), ""), 8.5)
    label = _of(drawn, String)[0]
    assert (label.text, label.textAnchor, label.y) == ("a□ b", anchor, 8)


def _lines_of(fill: scene.Fill) -> tuple[float, int]:
    """How wide the lines of a filled box are, and how many, within a path that clips them."""
    box = scene.Box(1, 1, 40, 30, Role.AXIS, fill)
    [group] = _of(picture(Scene(50, 50, (box,), ""), 8.5), Group)
    clip, lines = group.contents
    assert clip.isClipPath
    return lines.strokeWidth, len(lines.points) // 4


def test_what_is_more_has_more_lines() -> None:
    """Crossed has twice the directions, dense more and broader lines; nothing is told by a grey."""
    fills = (scene.Fill.SPARSE, scene.Fill.CROSSED, scene.Fill.DENSE)
    inks = [wide * number for wide, number in map(_lines_of, fills)]
    assert inks == sorted(inks)
    assert inks[2] > 1.4 * inks[1] > 2 * inks[0]


@pytest.mark.parametrize(("fill", "grey"), [(scene.Fill.EMPTY, 1), (scene.Fill.SOLID, 0)])
def test_empty_is_white_and_solid_is_black(fill: scene.Fill, grey: float) -> None:
    """The grid is not seen through an empty box, and nothing is lighter than what is most."""
    [edge] = picture(Scene(50, 50, (scene.Box(1, 1, 40, 30, Role.AXIS, fill),), ""), 8.5).contents
    assert edge.fillColor.rgb() == (grey, grey, grey)
