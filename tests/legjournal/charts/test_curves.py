"""Our own curves: read, made straight, and where in them a word has room."""

import pytest

from legjournal.charts.body import body
from legjournal.charts.curves import read_path, straight
from legjournal.charts.inside import holds, roomiest

SQUARE = read_path("M 0,0 L 10,0 L 10,10 L 0,10 Z")


def test_a_closed_path_ends_where_it_began() -> None:
    """A square has four corners and the first one again."""
    assert straight(SQUARE) == [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]


def test_a_curve_keeps_its_ends_and_its_middle() -> None:
    """A Bézier curve is halfway there at half its way."""
    points = straight(read_path("M 0,0 C 0,8 10,8 10,0"))
    assert points[0] == pytest.approx((0, 0), abs=2)
    assert points[-1] == pytest.approx((10, 0))
    assert any(point == pytest.approx((5, 6)) for point in points)


def test_what_lies_inside_is_told_from_what_lies_beside() -> None:
    """Also where the shape has a bay."""
    bay = straight(read_path("M 0,0 L 10,0 L 10,10 L 6,10 L 6,4 L 4,4 L 4,10 L 0,10 Z"))
    assert holds(bay, (2, 8))
    assert holds(bay, (8, 8))
    assert not holds(bay, (5, 8))
    assert not holds(bay, (12, 5))


def test_a_square_has_most_room_in_its_middle() -> None:
    """As far from every edge as can be."""
    assert roomiest(SQUARE) == pytest.approx((5, 5))


def test_every_place_of_the_body_has_room_for_a_number_inside() -> None:
    """None of them stands beside its place."""
    for region in body().regions:
        assert holds(straight(region.path), roomiest(region.path))
