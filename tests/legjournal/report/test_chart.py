"""The chart as it is printed: no words touch, and no line stands without its words."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics

from legjournal.charts import daily
from legjournal.charts.daily import DailyChart, Series
from legjournal.charts.scene import Label, Line, Role, Scene, Shape
from legjournal.report.page_one.chart import LETTERS
from legjournal.report.paper import WIDTH
from legjournal.report.typeface import REGULAR, SEMIBOLD, use_fonts
from legjournal.trends.period import Period

TODAY = date(2026, 11, 22)
NAMES = (
    "Pramipexole",
    "Ferrous fumarate",
    "Amitriptyline",
    "Naproxen",
    "Gabapentin",
    "Co-codamol",
    "MST CONTINUS",
)
Change = tuple[date, str]
_changes = st.dictionaries(st.integers(0, 119), st.sampled_from(NAMES), max_size=8)


def _draw(days: int = 120, changes: Sequence[Change] = (), disturbed: Sequence[date] = ()) -> Scene:
    period = Period(TODAY - timedelta(days=days - 1), TODAY)
    series = (
        Series("worst leg pain", {TODAY: 5}, Role.FIRST, Shape.DISC),
        Series("urge to move", {TODAY: 5}, Role.SECOND, Shape.SQUARE),
    )
    chart = DailyChart(period, series, "", changes=changes, disturbed=disturbed)
    return daily.draw(chart, WIDTH, 150, LETTERS)


def _started(day: int, name: str) -> Change:
    return (TODAY - timedelta(days=day), f"{name} started {day}")


def _lines(scene: Scene) -> list[Line]:
    return [item for item in scene.items if isinstance(item, Line) and item.role is Role.NOTE]


def _words(scene: Scene) -> list[Label]:
    return [item for item in scene.items if isinstance(item, Label) and item.bold]


def _ends(label: Label) -> tuple[float, float]:
    """Where the words begin and end on paper."""
    use_fonts()
    wide = pdfmetrics.stringWidth(label.words, SEMIBOLD if label.bold else REGULAR, LETTERS)
    start = label.x - {"start": 0, "middle": wide / 2, "end": wide}[label.anchor]
    return start, start + wide


def test_two_changes_in_one_week_are_both_named() -> None:
    """Where words would meet, one stands left of its line or a row higher."""
    changes = [_started(50, "Diphenhydramine"), _started(44, "Ferrous fumarate")]
    scene = _draw(changes=changes)
    assert {label.words for label in _words(scene)} == {words for _, words in changes}
    assert len(_lines(scene)) == 2


def test_a_change_without_room_has_no_line_either() -> None:
    """Of five changes at the right edge the last three are drawn, lines and words."""
    changes = [_started(day, "Naproxen of the morning") for day in (4, 3, 2, 1, 0)]
    scene = _draw(changes=changes)
    assert [label.words for label in _words(scene)] == [words for _, words in changes[2:]]
    assert len(_lines(scene)) == 3


@given(_changes)
def test_every_line_has_its_words(names: dict[int, str]) -> None:
    """As many words as lines; no words meet or leave the picture; no line crosses the words of another."""
    scene = _draw(changes=[_started(day, name) for day, name in sorted(names.items(), reverse=True)])
    words, lines = _words(scene), _lines(scene)
    assert len(words) == len(lines)
    assert bool(words) == bool(names)
    assert all(start >= 0 and end <= WIDTH for start, end in map(_ends, words))
    for one, other in combinations(words, 2):
        assert one.y != other.y or _ends(one)[1] < _ends(other)[0] or _ends(other)[1] < _ends(one)[0]
    for line in lines:
        (x, top), _ = line.points
        crossed = [label for label in words if _ends(label)[0] < x < _ends(label)[1] and top < label.y]
        assert not crossed


@pytest.mark.parametrize(
    "days", [5, 10, 16, 17, 28, 91, 120, 121, 180, 365, 366, 500, 800, 801, 3652, 18_263]
)
def test_the_days_below_the_chart_do_not_touch(days: int) -> None:
    """Where not every day, month or year has room, even steps of them are named."""
    scene = _draw(days)
    ticks = [item for item in scene.items if isinstance(item, Label) and item.anchor == "middle"]
    assert all(_ends(right)[0] - _ends(left)[1] > 3 for left, right in pairwise(ticks))
    assert len(ticks) >= (1 if days < 28 else 4)


@pytest.mark.parametrize(
    ("days", "span"), [(120, "7 days"), (730, "4 weeks"), (3652, "13 weeks"), (18_263, "52 weeks")]
)
def test_the_legend_says_how_much_a_point_stands_for(days: int, span: str) -> None:
    """A point of more than a day is an average, and says of what."""
    words = {item.words for item in _draw(days).items if isinstance(item, Label)}
    assert f"each point: average of {span}" in words
    assert not any("average" in item.words for item in _draw(100).items if isinstance(item, Label))


def test_a_legend_too_long_for_a_row_takes_two() -> None:
    """Nothing of the legend runs off the paper or over the days above it."""
    scene = _draw(disturbed=[TODAY])
    legend = [item for item in scene.items if isinstance(item, Label) and item.anchor == "start"]
    assert len({label.y for label in legend}) == 2
    assert all(_ends(label)[1] <= WIDTH for label in legend)
    days = max(item.y for item in scene.items if isinstance(item, Label) and item.anchor == "middle")
    assert min(label.y for label in legend) - days > LETTERS
