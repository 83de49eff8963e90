"""The typeface of the report: the bundled Inter in its sizes, and grey ink for a photocopier."""

from dataclasses import dataclass
from functools import cache

from reportlab.lib.colors import Color
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics

from legjournal.places import ASSETS
from legjournal.tagged_pdf.fonts import SpokenFont

REGULAR, SEMIBOLD, BOLD, ITALIC = FACES = ("Inter-Regular", "Inter-SemiBold", "Inter-Bold", "Inter-Italic")


@dataclass(frozen=True, slots=True)
class Look:
    """How words look: size in points, typeface, grey (0 is black), side they are aligned to.

    lines: from one line to the next, in sizes of the words. indent: points before every line.
    """

    size: float
    face: str = REGULAR
    grey: float = 0.0
    right: bool = False
    lines: float = 1.28
    indent: float = 0.0

    @property
    def leading(self) -> float:
        """From one line to the next, in points."""
        return round(self.lines * self.size, 1)


TITLE = Look(17, BOLD)
PERIOD = Look(11, SEMIBOLD, right=True)
HEADING = Look(11, BOLD)
BODY = Look(11)
CELL = Look(11, lines=1.2)
VALUE = Look(11, right=True, lines=1.2)
LARGE = Look(19, BOLD)
LESS_LARGE = Look(14, BOLD)  # for counts of many years
SMALL = Look(9, grey=0.2)  # at the foot
SMALL_RIGHT = Look(9, grey=0.2, right=True)
COLUMN_HEAD = Look(11, grey=0.2, right=True, lines=1.2)
FOOT_LEAD = Look(11, BOLD)
FOOT = Look(11, lines=1.2)


@cache
def use_fonts() -> None:
    """Make the bundled Inter known to ReportLab; it asks for no font of the computer."""
    for face in FACES:
        pdfmetrics.registerFont(SpokenFont(face, str(ASSETS / "fonts" / f"{face}.ttf")))


def ink(grey: float) -> Color:
    """A grey between 0, black, and 1, white: the report is meant for a photocopier."""
    return Color(grey, grey, grey)


@cache
def glyphs() -> frozenset[int]:
    """The letters the typeface has, as code points."""
    use_fonts()
    return frozenset(pdfmetrics.getFont(REGULAR).face.charToGlyph)


@cache
def style(look: Look) -> ParagraphStyle:
    """`look` as ReportLab names it."""
    use_fonts()
    return ParagraphStyle(
        name=f"{look}",
        fontName=look.face,
        fontSize=look.size,
        leading=look.leading,
        textColor=ink(look.grey),
        alignment=TA_RIGHT if look.right else TA_LEFT,
        leftIndent=look.indent,
        bulletFontName=look.face,
        bulletFontSize=look.size,
        allowWidows=0,
    )
