"""A scene as an SVG file: well formed, with every part of it, and words that cannot be taken for markup."""

import xml.etree.ElementTree as ET

from legjournal.charts.curves import Curve
from legjournal.charts.scene import Area, Box, Fill, Label, Line, Mark, Role, Scene, Shape
from legjournal.charts.svg import as_svg

SVG = "{http://www.w3.org/2000/svg}"
TRIANGLE = (Curve("M", ((0, 0),)), Curve("L", ((4, 0),)), Curve("L", ((4, 4),)), Curve("Z", ()))


def _read(*items: object, title: str = "A title", summary: str = "One sentence.") -> ET.Element:
    return ET.fromstring(as_svg(Scene(200, 100, items, summary), title, 10))


def test_every_kind_of_item_is_drawn() -> None:
    """Each role, shape and fill leaves its trace."""
    drawn = _read(
        *(Line(((0, 0), (5, 5)), role, bold=bold) for role in Role for bold in (False, True)),
        *(Mark(3, 3, 2, shape, role) for shape in Shape for role in Role),
        *(Box(1, 1, 4, 4, role, fill) for role in Role for fill in Fill),
        Area(TRIANGLE, Role.AXIS, Fill.DENSE),
    )
    assert len(drawn.findall(f".//{SVG}polyline")) == 2 * len(Role)
    assert len(drawn.findall(f".//{SVG}g/{SVG}circle")) == len(Role)
    assert len(drawn.findall(f".//{SVG}g/{SVG}polygon")) == 3 * len(Role)
    assert len(drawn.findall(f".//{SVG}g/{SVG}rect")) == len(Role) * len(Fill)
    assert [path.get("d") for path in drawn.findall(f".//{SVG}g/{SVG}path")] == ["M0 0 L4 0 L4 4 Z"]


def test_words_are_never_markup() -> None:
    """What a person typed is what stands there, and what XML cannot hold is left out."""
    typed = '<b>bold</b> & \x00\x07 \u202eback "quoted" 🦵'
    drawn = _read(Label(1, 1, typed), title=typed.replace("\x00\x07", ""), summary="<x>")
    [above, label] = [text.text for text in drawn.iter(f"{SVG}text")]
    assert label == '<b>bold</b> &  back "quoted" 🦵'
    assert above.startswith("<b>bold</b> & ")
    assert drawn.findtext(f"{SVG}desc") == "<x>"
    assert drawn.find(f".//{SVG}b") is None


def test_it_is_an_image_with_words() -> None:
    """A screen reader is told that it is one picture, what it is, and what it says; the ground is white."""
    drawn = _read()
    assert drawn.get("role") == "img"
    assert (drawn.findtext(f"{SVG}title"), drawn.findtext(f"{SVG}desc")) == ("A title", "One sentence.")
    assert drawn.find(f"{SVG}rect").get("fill") == "#ffffff"
