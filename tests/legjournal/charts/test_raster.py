"""Nights from 6pm to 6pm as a picture: what has a time is drawn at it, else it is a figure or a blank."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest

from legjournal.charts.frame import length
from legjournal.charts.night_row import NapTime, NightRow, hours_after_six
from legjournal.charts.nights_in_words import summary
from legjournal.charts.raster import draw, height
from legjournal.charts.scene import Box, Fill, Label, Line, Mark, Role, Scene
from legjournal.clock import LONDON, Clock, with_offset
from legjournal.report.figure import picture

DAY = timedelta(days=1)
MORNING = date(2026, 11, 22)
BACK, FORWARD = date(2026, 10, 25), date(2026, 3, 29)  # mornings on which the clocks were changed
WIDE, HIGH, EM = 515, 330, 9


def _at(hour: int, minute: int = 0, night: date = MORNING, *, later: bool = False) -> datetime:
    """A time of the night that ended on `night`."""
    day = night - DAY if hour >= 18 else night
    return Clock().at(day, time(hour, minute), later=later)


WHOLE = NightRow(
    date=MORNING,
    recorded=True,
    got_into_bed=_at(22, 30),
    fell_asleep=_at(23, 45),
    final_waking=_at(6, 30),
    got_out_of_bed=_at(7),
    asleep_min=345,
    awake_min=60,
    woken_by_legs=2,
    noted_at=(_at(3, 10),),
    naps=(NapTime(_at(14), _at(14, 30)),),
)
UNKNOWN = NightRow(MORNING - DAY, recorded=False)


def _boxes(scene: Scene, fill: Fill) -> list[Box]:
    """Those of the rows; the last of each fill is the legend's."""
    return [item for item in scene.items if isinstance(item, Box) and item.fill is fill][:-1]


def _words(scene: Scene) -> list[str]:
    return [item.words for item in scene.items if isinstance(item, Label)]


def _hour(scene: Scene, name: str) -> float:
    return next(item.x for item in scene.items if isinstance(item, Label) and item.words == name)


def test_bars_lie_between_the_hours_they_are_of() -> None:
    """In bed from 10.30pm to 7am, asleep within it, a nap at 2pm, a mark at ten past three."""
    scene = draw([WHOLE], WIDE, HIGH, EM)
    an_hour = (_hour(scene, "6am") - _hour(scene, "midnight")) / 6
    [bed], [asleep], [nap] = (_boxes(scene, fill) for fill in (Fill.EMPTY, Fill.SPARSE, Fill.SOLID))
    midnight = _hour(scene, "midnight")
    assert bed.x == pytest.approx(midnight - 1.5 * an_hour)
    assert bed.width == pytest.approx(8.5 * an_hour)
    assert asleep.x == pytest.approx(midnight - 0.25 * an_hour)
    assert asleep.width == pytest.approx(6.75 * an_hour)
    assert nap.x == pytest.approx(_hour(scene, "midday") + 2 * an_hour)
    assert nap.height < bed.height
    marks = [item for item in scene.items if isinstance(item, Mark)]
    assert marks[0].x == pytest.approx(midnight + (3 + 1 / 6) * an_hour)


def test_minutes_awake_stand_at_the_end_of_the_row_and_at_no_clock_time() -> None:
    """An hour awake cuts nothing out of the bar; it is a figure beside the time asleep and the legs."""
    scene = draw([WHOLE], WIDE, HIGH, EM)
    assert len(_boxes(scene, Fill.SPARSE)) == 1
    assert {"5 h 45 min", "1 h", "2"} <= set(_words(scene))


def test_a_night_of_which_nothing_is_known_is_a_blank_row() -> None:
    """It keeps its place, says so, and has no bar, no hour line and no figure."""
    scene = draw([UNKNOWN, WHOLE], WIDE, HIGH, EM)
    assert "not recorded" in _words(scene)
    assert len(_boxes(scene, Fill.EMPTY)) == 1
    lines = [
        item for item in scene.items if isinstance(item, Line) and item.points[0][0] == item.points[1][0]
    ]
    long = [line for line in lines if line.points[1][1] - line.points[0][1] > 2 * EM]
    assert len(long) == 2 + 9  # the edges of the blank row, and every third hour of the other


def test_what_was_not_answered_is_a_dash() -> None:
    """Never a 0."""
    night = NightRow(MORNING, recorded=True, woken_by_legs=0)
    scene = draw([night], WIDE, HIGH, EM)
    assert _words(scene).count("–") == 2
    assert "0" in _words(scene)


def test_a_time_without_its_other_end_is_a_stroke() -> None:
    """A bedtime alone makes no bar up to nowhere."""
    night = NightRow(MORNING, recorded=True, got_into_bed=_at(23))
    scene = draw([night], WIDE, HIGH, EM)
    strokes = [item for item in scene.items if isinstance(item, Line) and item.role is Role.FIRST]
    assert len(strokes) == 2  # its own, and that of the legend
    assert "a time whose other end is not known" in _words(scene)
    assert _boxes(scene, Fill.EMPTY) == []
    assert scene.rows[0][1] == "11pm to not known"


def test_where_the_clocks_go_back_the_hour_that_comes_twice_has_the_room_of_one() -> None:
    """From 1am to 1am, the second, is half an hour of the scale; 7am is at 7am; and the row says why."""
    places = [
        hours_after_six(_at(1, 0, BACK), BACK),
        hours_after_six(_at(1, 30, BACK), BACK),
        hours_after_six(_at(1, 0, BACK, later=True), BACK),
        hours_after_six(_at(1, 30, BACK, later=True), BACK),
        hours_after_six(_at(2, 0, BACK), BACK),
        hours_after_six(_at(7, 0, BACK), BACK),
    ]
    assert places == [7, 7.25, 7.5, 7.75, 8, 13]
    scene = draw([NightRow(BACK, recorded=True)], WIDE, HIGH, EM)
    assert "24 to 25 Oct*" in _words(scene)
    assert "* 24 to 25 Oct: the clocks went back: the hour from 1am came twice" in _words(scene)


def test_where_the_clocks_go_forward_the_missing_hour_stays_empty() -> None:
    """Half past midnight and 7am are where clocks showed them."""
    assert hours_after_six(_at(0, 30, FORWARD), FORWARD) == 6.5
    assert hours_after_six(_at(7, 0, FORWARD), FORWARD) == 13
    scene = draw([NightRow(FORWARD, recorded=True)], WIDE, HIGH, EM)
    assert "* 28 to 29 Mar: the clocks went forward: there was no hour from 1am" in _words(scene)


@pytest.mark.parametrize("night", [BACK, FORWARD, MORNING])
def test_what_is_later_never_lies_further_left(night: date) -> None:
    """Every five minutes that pass from 6pm to 6pm, whatever the clocks do."""
    begin, end = (Clock().at(day, time(18)) for day in (night - DAY, night))
    passed = [
        with_offset((begin + timedelta(minutes=minutes)).astimezone(LONDON))
        for minutes in range(0, round((end - begin) / timedelta(minutes=1)) + 1, 5)
    ]
    places = [hours_after_six(instant, night) for instant in passed]
    assert (places[0], places[-1]) == (0, 24)
    assert all(earlier < later for earlier, later in pairwise(places))


def test_a_time_outside_the_day_lies_at_its_edge() -> None:
    """To bed at 3pm the day before: the bar begins at 6pm, and the table has the time itself."""
    bed = Clock().at(MORNING - DAY, time(15))
    night = NightRow(MORNING, recorded=True, got_into_bed=bed, got_out_of_bed=_at(5))
    scene = draw([night], WIDE, HIGH, EM)
    assert _boxes(scene, Fill.EMPTY)[0].x == pytest.approx(_hour(scene, "6pm"))
    assert scene.rows[0][1] == "3pm to 5am"
    assert "a bar at the edge goes on beyond it" in _words(scene)
    assert "a bar at the edge goes on beyond it" not in _words(draw([WHOLE], WIDE, HIGH, EM))


def test_the_sentence_and_the_table_have_the_same_numbers() -> None:
    """How many nights, from how long to how long asleep, how often the legs."""
    shorter = NightRow(MORNING - 2 * DAY, recorded=True, asleep_min=290, woken_by_legs=0)
    nights = [shorter, UNKNOWN, WHOLE]
    assert summary(nights) == (
        "2 of 3 nights recorded. Asleep 4 hours 50 minutes to 5 hours 45 minutes in 2 nights. "
        "Woken by the legs 2 times in 2 nights."
    )
    assert summary([UNKNOWN]) == "0 of 1 night recorded."
    assert draw(nights, WIDE, HIGH, EM).rows == (
        ("19 to 20 Nov", "", "", "4 h 50 min", "–", "0", "", ""),
        ("20 to 21 Nov", "not recorded", "", "", "", "", "", ""),
        (
            "21 to 22 Nov",
            "10.30pm to 7am",
            "11.45pm to 6.30am",
            "5 h 45 min",
            "1 h",
            "2",
            "3.10am",
            "2pm to 2.30pm",
        ),
    )


@pytest.mark.parametrize(("wide", "em"), [(515, 9), (900, 13), (420, 11)])
def test_everything_is_inside_and_can_be_printed(wide: float, em: float) -> None:
    """In any size the names of the hours do not touch; paper and window draw the same."""
    nights = [NightRow(MORNING - n * DAY, recorded=n % 3 > 0) for n in range(13, 0, -1)] + [WHOLE]
    scene = draw(nights, wide, 40 * em, em)
    boxes = [item for item in scene.items if isinstance(item, Box)]
    assert all(box.x >= 0 and box.x + box.width <= wide and box.y >= 0 for box in boxes)
    names = [item for item in scene.items if isinstance(item, Label) and item.anchor == "middle"]
    for one, other in pairwise(names):
        assert one.x + length(one.words) * em / 2 < other.x - length(other.words) * em / 2
    assert picture(scene, em).width == wide


def _many(n: int) -> list[NightRow]:
    """So many nights up to MORNING, every third of them unknown."""
    days = (MORNING - k * DAY for k in reversed(range(n)))
    return [
        NightRow(day, recorded=day.day % 3 > 0, got_into_bed=_at(23, 0, day), got_out_of_bed=_at(7, 0, day))
        for day in days
    ]


def test_a_month_has_the_height_it_needs_for_its_figures() -> None:
    """Thirty-one rows, each with its name and its three figures."""
    nights = _many(31)
    scene = draw(nights, 80 * EM, height(nights, 80) * EM, EM)
    assert "awake" in _words(scene)
    assert {"21 to 22 Nov", "19 to 20 Nov"} <= set(_words(scene))
    assert "awake" not in _words(draw(nights, 19 * EM, height(nights, 19) * EM, EM))


def test_low_rows_have_the_name_of_each_week_only() -> None:
    """Ninety-two nights in the room of forty lines: Mondays by name, no figures, each night at its place."""
    scene = draw(_many(92), 80 * EM, 44 * EM, EM)
    named = [words for words in _words(scene) if " to " in words and "Nov" in words]
    assert "15 to 16 Nov" in named
    assert "16 to 17 Nov" not in named
    assert "awake" not in _words(scene)
    assert "not recorded" not in _words(scene)
    assert len(scene.rows) == 92


def test_the_cursor_rests_on_each_night() -> None:
    """From the top down, each with its morning, those of which nothing is known without a row of numbers."""
    nights = [UNKNOWN, WHOLE]
    first, second = draw(nights, WIDE, HIGH, EM).stops
    assert (first.row, second.row) == (None, 1)
    assert second.name == "Night to Sunday 22 November 2026"
    assert (second.first, second.last) == (MORNING, MORNING)
    assert second.y == pytest.approx(first.y + first.height)
