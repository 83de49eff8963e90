"""The exercise pictures in print."""

import pytest
from reportlab.graphics.shapes import Path
from reportlab.lib.colors import Color

from legjournal.library.exercises import exercises
from legjournal.models.diary import Side
from legjournal.report.drawing import picture
from legjournal.report.typeface import use_fonts


@pytest.fixture(scope="module", autouse=True)
def fonts() -> None:
    """As a sheet has them before anything is drawn on it."""
    use_fonts()


def _paths(drawing) -> list[Path]:
    return drawing.contents[0].contents


@pytest.mark.parametrize("key", sorted(exercises().items))
def test_every_exercise_prints_in_grey_as_wide_as_wanted(key: str) -> None:
    """3 cm on paper, black on white, with a grey that only what works has."""
    drawing = picture(key, 85)
    assert (drawing.width, drawing.height) == (85, 63.75)
    colours = {colour for path in _paths(drawing) for colour in (path.fillColor, path.strokeColor) if colour}
    assert all(colour.red == colour.green == colour.blue for colour in colours)
    assert Color(0.45, 0.45, 0.45) in colours
    assert len(drawing.asString("pdf")) > 1000


def test_the_left_side_is_the_right_turned_over() -> None:
    """What is on the left of one is on the right of the other."""
    right, left = (picture("clamshell", 85, side) for side in (Side.RIGHT, Side.LEFT))
    pairs = zip(_paths(right), _paths(left), strict=True)
    assert all(
        a == pytest.approx(600 - b)
        for one, other in pairs
        for a, b in zip(one.points[::2], other.points[::2], strict=True)
    )


def test_what_has_no_drawing_prints_none() -> None:
    """The caller puts its own there."""
    assert picture("juggling", 85) is None
