"""The window's pen for surfaces: what is more is denser, as it is on paper."""

from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from legjournal.charts import body_map
from legjournal.charts.body_map import Marked
from legjournal.charts.curves import read_path
from legjournal.charts.scene import Area, Box, Fill, Role, Scene
from legjournal.models.diary import Side
from ui.appearance import read_palette
from ui.widgets.chart import RING, Chart

SIDE = 60
ROUND = read_path("M 2,2 L 58,2 L 58,58 L 2,58 Z")
FILLS = (Fill.EMPTY, Fill.SPARSE, Fill.CROSSED, Fill.DENSE, Fill.SOLID)


def _ink(qtbot: QtBot, theme: str, item: Box | Area) -> int:
    """How many points inside the edge of a surface are not of its ground."""
    chart = Chart("surface")
    qtbot.addWidget(chart)
    chart.setPalette(read_palette(theme))
    chart.resize(SIDE, SIDE)
    chart.show_scene(lambda *_size: Scene(SIDE, SIDE, (item,), ""))
    picture = chart.grab().toImage()
    inside = range(RING + 6, SIDE - 6)
    ground = chart.palette().base().color().rgb()
    return sum(picture.pixel(x, y) != ground for x in inside for y in inside)


@pytest.mark.parametrize("theme", ["light", "night"])
def test_every_fill_has_more_ink_than_the_one_before(qtbot: QtBot, theme: str) -> None:
    """For boxes and for shapes, in the light and in the dark; the empty one has none."""
    for surfaces in (
        [Box(2, 2, SIDE - 4, SIDE - 4, Role.AXIS, fill) for fill in FILLS],
        [Area(ROUND, Role.AXIS, fill) for fill in FILLS],
    ):
        inks = [_ink(qtbot, theme, surface) for surface in surfaces]
        assert inks[0] == 0
        assert all(less < more for less, more in pairwise(inks))


def test_the_body_is_painted_as_it_is_printed(qtbot: QtBot) -> None:
    """One geometry for two pens: the window takes every part of it."""
    chart = Chart("body")
    qtbot.addWidget(chart)
    chart.resize(500, 400)
    places = {(Side.LEFT, "calf"): Marked(1, 3)}
    chart.show_scene(lambda *size: body_map.draw(places, "Left calf: 3 days.", *size))
    assert not chart.grab().isNull()
    assert chart.accessibleDescription() == "Left calf: 3 days."
