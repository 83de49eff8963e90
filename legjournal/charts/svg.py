"""A scene as an SVG file: black on white, told apart by shape, dash and pattern, its words beside it."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from legjournal.charts.curves import Path
from legjournal.charts.scene import CORNERS, HOLLOW, Area, Box, Fill, Label, Line, Mark, Role, Scene, Shape

FONTS = "Inter, Arial, sans-serif"

# Width, grey from 0 black to 255 white, dash.
_STROKES = {
    Role.AXIS: (1.4, 90, ""),
    Role.GRID: (0.8, 190, ""),
    Role.FIRST: (2.2, 0, ""),
    Role.SECOND: (1.6, 50, "6 4"),
    Role.THIRD: (1.4, 0, "8 3 2 3"),
    Role.FOURTH: (1.4, 90, "2 3"),
    Role.BAR: (0.8, 70, ""),
    Role.NOTE: (1.2, 60, "2 3"),
}
_FILLS = {
    Fill.TINT: "#dddddd",
    Fill.EMPTY: "none",
    Fill.SPARSE: "url(#sparse)",
    Fill.CROSSED: "url(#crossed)",
    Fill.DENSE: "url(#dense)",
    Fill.SOLID: "#000000",
}
_PATTERNS = """<defs>
<pattern id="sparse" width="6" height="6" patternUnits="userSpaceOnUse">\
<path d="M0 6L6 0" stroke="#000"/></pattern>
<pattern id="crossed" width="6" height="6" patternUnits="userSpaceOnUse">\
<path d="M0 6L6 0M0 0L6 6" stroke="#000"/></pattern>
<pattern id="dense" width="3" height="3" patternUnits="userSpaceOnUse"><rect width="2" height="2"/></pattern>
</defs>"""


def as_svg(scene: Scene, title: str, letters: float) -> str:
    """The whole file. title: also written above the picture. letters: the size of the words."""
    head = 2.2 * letters
    wide, high = _number(scene.width), _number(scene.height + head)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" '
        f'viewBox="0 0 {wide} {high}" role="img" font-family={quoteattr(FONTS)}>',
        f"<title>{escape(title)}</title>",
        f"<desc>{escape(scene.summary)}</desc>",
        _PATTERNS,
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        _text(Label(0.6 * letters, 1.4 * letters, title, bold=True), 1.1 * letters),
        f'<g transform="translate(0 {_number(head)})">',
        *(part for item in scene.items for part in _drawn(item, letters)),
        "</g>",
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _drawn(item: Line | Mark | Box | Area | Label, letters: float) -> Iterator[str]:
    match item:
        case Line():
            points = " ".join(f"{_number(x)},{_number(y)}" for x, y in item.points)
            yield f'<polyline points="{points}" fill="none"{_stroke(item.role, bold=item.bold)}/>'
        case Mark():
            yield _mark(item)
        case Box():
            place = f'x="{_number(item.x)}" y="{_number(item.y)}"'
            size = f'width="{_number(item.width)}" height="{_number(item.height)}"'
            yield f'<rect {place} {size} fill="{_FILLS[item.fill]}"{_stroke(item.role)}/>'
        case Area():
            yield f'<path d="{_path(item.path)}" fill="{_FILLS[item.fill]}"{_stroke(item.role)}/>'
        case Label():
            yield _text(item, letters)


def _mark(mark: Mark) -> str:
    x, y, size = mark.x, mark.y, mark.size
    look = f'fill="{"#ffffff" if mark.shape in HOLLOW else "#000000"}" stroke="#000000" stroke-width="1.2"'
    if mark.shape is Shape.DISC:
        return f'<circle cx="{_number(x)}" cy="{_number(y)}" r="{_number(size)}" {look}/>'
    corners = ((x + size * across, y + size * down) for across, down in CORNERS[mark.shape])
    points = " ".join(f"{_number(a)},{_number(b)}" for a, b in corners)
    return f'<polygon points="{points}" {look}/>'


def _text(label: Label, letters: float) -> str:
    weight = ' font-weight="600"' if label.bold else ""
    place = f'x="{_number(label.x)}" y="{_number(label.y)}" text-anchor="{label.anchor}"'
    return f'<text {place} font-size="{_number(letters)}"{weight}>{escape(_printable(label.words))}</text>'


def _printable(words: str) -> str:
    """Without the characters that XML does not take."""
    return "".join(letter for letter in words if letter.isprintable())


def _stroke(role: Role, *, bold: bool = False) -> str:
    wide, grey, dash = _STROKES[role]
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    wide = 1.9 * wide if bold else wide
    return f' stroke="#{grey:02x}{grey:02x}{grey:02x}" stroke-width="{_number(wide)}"{dashes}'


def _path(path: Path) -> str:
    return " ".join(
        curve.command + " ".join(f"{_number(x)} {_number(y)}" for x, y in curve.points) for curve in path
    )


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
