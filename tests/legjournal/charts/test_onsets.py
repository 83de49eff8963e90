"""When in the evening the urge came, month by month."""

from datetime import date
from itertools import pairwise

import pytest

from legjournal.charts import onsets
from legjournal.charts.scene import Label, Mark, Scene
from legjournal.trends.distribution import OnsetsOfMonth

MIDNIGHT = 12 * 60  # minutes after midday
MONTHS = [
    OnsetsOfMonth(date(2026, 9, 1), 4, 500.0, 450, 540),
    OnsetsOfMonth(date(2026, 11, 1), 1, MIDNIGHT, MIDNIGHT, MIDNIGHT),
]


def _drawn(months: list[OnsetsOfMonth], width: float = 600) -> Scene:
    return onsets.draw(months, width, 320, 13)


def _years(count: int) -> list[OnsetsOfMonth]:
    months = [divmod(n, 12) for n in range(10, 10 + 12 * count)]
    return [OnsetsOfMonth(date(1976 + year, month + 1, 1), 2, 500.0, 480, 520) for year, month in months]


def _dots(scene: Scene) -> list[Mark]:
    return [item for item in scene.items if isinstance(item, Mark)]


def test_later_is_further_down_also_past_midnight() -> None:
    """Midnight comes after 8.20pm; each dot lies between the hours beside it."""
    scene = _drawn(MONTHS)
    first, second = _dots(scene)
    hours = {item.words: item.y for item in scene.items if isinstance(item, Label) and item.anchor == "end"}
    assert first.y < second.y
    assert hours["8pm"] < first.y + 5 < hours["9pm"]
    assert second.y == pytest.approx(hours["midnight"] - 0.35 * 13)


def test_a_month_without_an_evening_is_a_gap() -> None:
    """October has no dot and no row."""
    scene = _drawn(MONTHS)
    assert scene.rows == (
        ("September 2026", "4", "8.20pm", "7.30pm", "9pm"),
        ("November 2026", "1", "midnight", "midnight", "midnight"),
    )
    assert [stop.row for stop in scene.stops] == [0, 1]


def test_in_words() -> None:
    """The average is of evenings, not of months."""
    assert onsets.summary(MONTHS) == (
        "The urge to move first came between 7.30pm and midnight, at 9.04pm on average, on 5 evenings."
    )


def test_fifty_years_are_a_dot_a_year_and_none_touches_the_next() -> None:
    """The first one, of two months only, is named as what it is."""
    scene = _drawn(_years(50), width=1300)
    assert all(right.x - left.x > 2 * left.size for left, right in pairwise(_dots(scene)[1:]))
    assert scene.rows[0][:2] == ("November 1976 to December 1976", "4")
    assert scene.rows[1][:2] == ("January 1977 to December 1977", "24")


def test_in_a_narrow_picture_a_dot_is_of_five_years() -> None:
    """At large text fifty years still do not run together, and a year is named below."""
    scene = onsets.draw(_years(50), 560, 600, 31)
    assert all(right.x - left.x > 2 * left.size for left, right in pairwise(_dots(scene)))
    assert scene.rows[0][0] == "November 1976 to December 1979"
    assert scene.rows[1][:2] == ("January 1980 to December 1984", "120")
    words = [item.words for item in scene.items if isinstance(item, Label)]
    assert {"1980", "2000", "2020"} <= set(words)
    assert "five years" in " ".join(words)


def test_no_dot_lies_left_of_the_scale() -> None:
    """The hours keep their room."""
    scene = _drawn(_years(3))
    hours = max(item.x for item in scene.items if isinstance(item, Label) and item.anchor == "end")
    assert all(dot.x > hours for dot in _dots(scene))


@pytest.mark.parametrize("width", [420, 1300])
def test_all_of_it_is_in_the_picture(width: float) -> None:
    """The dots of one month and of many years."""
    for months in (MONTHS[:1], MONTHS, _years(3), _years(50)):
        scene = _drawn(months, width)
        assert all(0 < dot.x < width and 0 <= dot.y <= 320 for dot in _dots(scene))
