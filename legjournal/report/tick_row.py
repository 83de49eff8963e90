"""One exercise of the printed checklist: picture, name, dose, cue, and boxes to tick with a pen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from reportlab.platypus import Flowable

from legjournal.library.exercises import exercises
from legjournal.models.diary import Side
from legjournal.models.routine import PlanItemFields
from legjournal.report.lettering import shortened, width_of
from legjournal.report.paper import HAIRLINE, PAGE_HEIGHT, WIDTH
from legjournal.report.typeface import BOLD, ITALIC, Look, ink
from legjournal.routine.boxes import SetToDo
from legjournal.routine.dose import dose_words
from legjournal.tagged_pdf.elements import Element
from legjournal.tagged_pdf.figures import Figure
from legjournal.tagged_pdf.words import Words
from legjournal.words import plural, text

if TYPE_CHECKING:
    from reportlab.lib.utils import ImageReader

BOX, LARGE_BOX = 14.2, 19.9  # points: 5 and 7 mm, for a pen in a shaky hand
NAME, SAID, CUE = Look(12, BOLD), Look(11), Look(11, face=ITALIC)
HEAD = Look(11, BOLD)
LEAST_TEXT = 145.0  # points that picture and words of an exercise have beside the boxes
MANY_DAYS = 5
LEAST_DAY = 44.0  # points: room for “Wed 25”
_EDGE, _NARROW_EDGE = 5.0, 2.5  # points on either side of a day's boxes
_GAP = 2.3  # points between two boxes
_SIDE_GAP = 5.0  # points between the boxes of the one side and those of the other
_PAD = 4.0  # points above and below an exercise
_BESIDE = 8.0  # points between the picture and the words
_UNCUT = 20  # lines: more than a dose or a cue has
MOST_PIXELS = 40_000_000  # of a picture of the person's own; a larger one was not made by a camera


@dataclass(frozen=True, slots=True)
class Line:
    """An exercise of the checklist. boxes: those of one day. picture: the person's own, PNG or JPEG."""

    key: str
    name: str
    item: PlanItemFields
    boxes: tuple[SetToDo, ...]
    cue: str = ""
    picture: bytes | None = None

    @property
    def sides(self) -> list[tuple[Side | None, int]]:
        """How many boxes each side has, in the order they are done in."""
        return [(side, len(list(boxes))) for side, boxes in groupby(self.boxes, key=attrgetter("side"))]


@dataclass(frozen=True, slots=True)
class Spacing:
    """How roomy an exercise is. picture: its width; box: that of a box, in points. Which words are said."""

    picture: float
    cue: bool = True
    rest: bool = True
    box: float = BOX


@dataclass(frozen=True, slots=True)
class Columns:
    """The days beside the exercises. across: how many boxes of the size `box` stand side by side in one."""

    days: int
    across: int
    box: float

    @property
    def pitch(self) -> float:
        """From one box to the next."""
        return self.box + _GAP

    @property
    def day(self) -> float:
        """The width of a day."""
        edge = _EDGE if self.days < MANY_DAYS else _NARROW_EDGE
        return max(LEAST_DAY, self.wide(self.across) + 2 * edge)

    def wide(self, boxes: int) -> float:
        """The width of boxes side by side."""
        return boxes * self.pitch - _GAP

    @property
    def text(self) -> float:
        """The width of what stands before the days."""
        return float(WIDTH - self.days * self.day)


def columns_for(lines: Sequence[Line], days: int, box: float) -> Columns:
    """As many boxes side by side as there are sets, if the words beside them keep their room."""
    most = max((count for line in lines for _, count in line.sides), default=1)
    fitting = [Columns(days, across, box) for across in range(most, 0, -1)]
    return next((columns for columns in fitting if columns.text >= LEAST_TEXT), fitting[-1])


class TickRow(Flowable):  # type: ignore[misc]
    """An exercise as wide as the page. Its boxes stand under their days, the left's and the right's apart."""

    def __init__(self, line: Line, columns: Columns, spacing: Spacing) -> None:
        super().__init__()
        self._line, self.columns, self._spacing = line, columns, spacing
        self._words = [*self._paragraphs()]
        self.width = WIDTH
        self.height = 2 * _PAD + max(self._words_height, 0.75 * spacing.picture, self._boxes_height)

    def wrap(self, *_available: float) -> tuple[float, float]:
        """The width of the page, and the height of the highest of picture, words and boxes."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it, with a hairline below: the exercise is the head of the row, each day a cell."""
        with self.canv.within(Element("TR")):
            with self.canv.within(Element("TH", attributes={"Table": {"Scope": "Row"}})):
                self._draw_exercise()
            for day in range(self.columns.days):
                with self.canv.within(Element("TD")):
                    self._draw_boxes(self.columns.text + day * self.columns.day)
        with self.canv.artifact():
            self._draw_lines()

    def _draw_exercise(self) -> None:
        top = self.height - _PAD
        self._draw_picture(top)
        for words in self._words:
            top -= words.height
            words.drawOn(self.canv, self._words_left, top)
        for side, top in self._tops():
            if side is not None:
                self._draw_side(self._side_name(side), top)

    def _draw_lines(self) -> None:
        self.canv.setLineWidth(HAIRLINE[0])
        self.canv.setStrokeColor(HAIRLINE[1])
        self.canv.line(0, 0, self.width, 0)
        for day in range(self.columns.days):
            x = self.columns.text + day * self.columns.day
            self.canv.line(x, 0, x, self.height)

    @property
    def _words_left(self) -> float:
        return self._spacing.picture + _BESIDE if self._spacing.picture else 0.0

    @property
    def _words_height(self) -> float:
        return sum(float(words.height) for words in self._words)

    @property
    def _boxes_height(self) -> float:
        sides = self._line.sides
        return sum(self._side_height(count) for _, count in sides) + _SIDE_GAP * (len(sides) - 1)

    def _side_height(self, boxes: int) -> float:
        return -(-boxes // self.columns.across) * self.columns.pitch

    def _paragraphs(self) -> Iterator[Words]:
        """Name, dose and cue, each measured for the width it has."""
        width = self.columns.text - self._words_left - _BESIDE - self._sides_width()
        dose = self._line.item
        if not self._spacing.rest:
            dose = dose.model_copy(update={"rest_seconds": 0})
        said = [(self._line.name, NAME, 4), (dose_words(dose), SAID, _UNCUT)]
        if self._spacing.cue and self._line.cue:
            said.append((self._line.cue, CUE, _UNCUT))
        for words, look, lines in said:
            paragraph = shortened(words, look, width, lines)
            paragraph.wrap(width, PAGE_HEIGHT)
            yield paragraph

    def _sides_width(self) -> float:
        return max(width_of(self._side_name(side), SAID) for side, _ in self._line.sides)

    def _side_name(self, side: Side | None) -> str:
        if side is None:
            return ""
        short = self.columns.text < 1.5 * LEAST_TEXT
        left, right = (text("L"), text("R")) if short else (text("left"), text("right"))
        return left if side is Side.LEFT else right

    def _draw_picture(self, top: float) -> None:
        if not self._spacing.picture:
            return
        width = self._spacing.picture
        if self._line.picture is not None:
            self._draw_own(self._line.picture, width, top)
        elif (drawing := _drawing(self._line, width)) is not None:
            drawing.drawOn(self.canv, 0, top - drawing.height)

    def _draw_own(self, picture: bytes, width: float, top: float) -> None:
        bitmap = _bitmap(picture)
        if bitmap is not None:
            high = 0.75 * width
            self.canv.saveState()
            self.canv.translate(0, top - high)
            with self.canv.figure(text("The person’s own picture of it."), width, high):
                self.canv.drawImage(
                    bitmap, 0, 0, width, high, preserveAspectRatio=True, anchor="nw", mask="auto"
                )
            self.canv.restoreState()

    def _tops(self) -> Iterator[tuple[Side | None, float]]:
        """Each side with the height its boxes hang at."""
        top = self.height - _PAD
        for side, count in self._line.sides:
            yield side, top
            top -= self._side_height(count) + _SIDE_GAP

    def _draw_side(self, name: str, top: float) -> None:
        with self.canv.mark(Element("P")):
            self.canv.setFont(SAID.face, SAID.size)
            self.canv.setFillColor(ink(0))
            end = self.columns.text - 0.6 * _BESIDE
            self.canv.drawRightString(end, top - 0.5 * self.columns.box - 0.35 * SAID.size, name)

    def _draw_boxes(self, left: float) -> None:
        self.canv.saveState()
        self.canv.translate(left, 0)
        with self.canv.figure(self._boxes_in_words(), self.columns.day, self.height):
            self.canv.setLineWidth(0.9)
            self.canv.setStrokeColor(ink(0))
            for (_, count), (_, top) in zip(self._line.sides, self._tops(), strict=True):
                self._draw_boxes_of_side(top, count)
        self.canv.restoreState()

    def _boxes_in_words(self) -> str:
        return ", ".join(_boxes_to_tick(side, count) for side, count in self._line.sides)

    def _draw_boxes_of_side(self, top: float, count: int) -> None:
        columns = self.columns
        start = (columns.day - columns.wide(min(count, columns.across))) / 2
        for number in range(count):
            row, column = divmod(number, columns.across)
            foot = top - row * columns.pitch - columns.box
            self.canv.rect(start + column * columns.pitch, foot, columns.box, columns.box)


def _boxes_to_tick(side: Side | None, count: int) -> str:
    if side is None:
        pattern = plural("{n} box to tick", "{n} boxes to tick", count)
    elif side is Side.LEFT:
        pattern = plural("left: {n} box to tick", "left: {n} boxes to tick", count)
    else:
        pattern = plural("right: {n} box to tick", "right: {n} boxes to tick", count)
    return pattern.format(n=count)


def _drawing(line: Line, width: float) -> Figure | None:
    from legjournal.report.drawing import picture

    easier = picture(line.key, width, position="easier") if line.item.easier else None
    drawn = easier or picture(line.key, width)
    return drawn and Figure(drawn, _picture_in_words(line, easier=easier is not None))


def _picture_in_words(line: Line, easier: bool) -> str:
    page = exercises().items.get(line.key)
    position = (page.easier_cue if easier else page.end) if page else ""
    return text("Picture of the exercise. {position}").format(position=position).strip()


def _bitmap(picture: bytes) -> "ImageReader | None":
    """A picture of the person's own, no larger than print needs; None for what cannot be read as one."""
    from io import BytesIO

    from PIL import Image
    from reportlab.lib.utils import ImageReader

    try:
        with Image.open(BytesIO(picture), formats=("PNG", "JPEG")) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                return None
            opened.thumbnail((600, 450))
            seen = opened.convert("RGBA")
    except (OSError, ValueError, SyntaxError):  # what Pillow says of a damaged file
        return None
    ground = Image.new("RGBA", seen.size, "white")
    return ImageReader(Image.alpha_composite(ground, seen).convert("RGB"))
