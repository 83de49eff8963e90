"""The body as a picture: the more days a place hurt, the denser it is, and each has its number."""

import pytest

from legjournal.charts.body import body
from legjournal.charts.body_map import Marked, bands, draw
from legjournal.charts.scene import Area, Fill, Label, Scene
from legjournal.models.diary import Side
from legjournal.report.figure import picture

WIDE, HIGH, EM = 515, 370, 9
CALF, HIP, SOLE = (Side.LEFT, "calf"), (Side.RIGHT, "outer-hip"), (Side.RIGHT, "sole")


def _fills(scene: Scene) -> list[Fill]:
    return [item.fill for item in scene.items if isinstance(item, Area) and item.fill is not Fill.EMPTY]


def _labels(scene: Scene, words: str) -> list[Label]:
    return [item for item in scene.items if isinstance(item, Label) and item.words == words]


@pytest.mark.parametrize(
    ("most", "expected"),
    [
        (0, []),
        (1, [(1, 1)]),
        (3, [(1, 1), (2, 2), (3, 3)]),
        (4, [(1, 1), (2, 2), (3, 3), (4, 4)]),
        (5, [(1, 2), (3, 4), (5, 5)]),
        (19, [(1, 5), (6, 10), (11, 15), (16, 19)]),
    ],
)
def test_days_fall_in_up_to_four_even_bands(most: int, expected: list[tuple[int, int]]) -> None:
    """From one day to the most there are, without a gap."""
    assert bands(most) == expected


def test_more_days_are_denser() -> None:
    """19 days are solid, 12 dense, 2 sparse; the outer hip is seen in front and behind."""
    places = {CALF: Marked(1, 19), HIP: Marked(2, 12), SOLE: Marked(3, 2)}
    scene = draw(places, "", WIDE, HIGH, EM)
    assert sorted(_fills(scene)) == sorted([Fill.SOLID, Fill.DENSE, Fill.DENSE, Fill.SPARSE])
    assert [len(_labels(scene, number)) for number in "123"] == [1, 2, 1]
    assert _labels(scene, "hurt on 16 to 19 days")


def test_the_most_days_are_solid_also_where_they_are_few() -> None:
    """A place that hurt once, and no other, stands out as much as any."""
    scene = draw({CALF: Marked(1, 1)}, "", WIDE, HIGH, EM)
    assert _fills(scene) == [Fill.SOLID]
    assert _labels(scene, "hurt on 1 day")


def test_left_and_right_are_the_persons_own() -> None:
    """In front the left leg is at the right, behind and below at the left, and the words say so."""
    scene = draw({CALF: Marked(1, 1)}, "", WIDE, HIGH, EM)
    lefts = sorted(label.x for label in _labels(scene, "left"))
    rights = sorted(label.x for label in _labels(scene, "right"))
    middle = WIDE / 2
    assert rights[0] < lefts[0] < middle - 20  # in front
    assert lefts[1] < middle < rights[1]  # the soles
    assert middle < lefts[2] < rights[2]  # behind
    assert _labels(scene, "1")[0].x == pytest.approx(lefts[2], abs=30)


@pytest.mark.parametrize(("wide", "high"), [(515, 370), (300, 600), (900, 300)])
def test_everything_is_inside_and_can_be_printed(wide: float, high: float) -> None:
    """The whole body marked, in any size."""
    places = {
        (region.side, region.site): Marked(number, number)
        for number, region in enumerate(body().regions, start=1)
    }
    scene = draw(places, "", wide, high, EM)
    points = [
        point
        for item in scene.items
        if isinstance(item, Area)
        for curve in item.path
        for point in curve.points
    ]
    assert all(0 <= x <= wide and 0 <= y <= high for x, y in points)
    assert all(0 <= item.y <= high for item in scene.items if isinstance(item, Label))
    assert picture(scene, EM).width == wide
