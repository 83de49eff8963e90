"""The routine on paper: a week of a plan to hang up and tick with a pen."""

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from reportlab.platypus import Flowable, Spacer

from legjournal import phrases
from legjournal.models.routine import Plan, PlanItemFields
from legjournal.report import paper
from legjournal.report.lettering import plain, shortened
from legjournal.report.paper import HAIRLINE, RULE, WIDTH
from legjournal.report.tick_row import (
    HEAD,
    LARGE_BOX,
    SAID,
    Columns,
    Line,
    Spacing,
    TickRow,
    columns_for,
)
from legjournal.report.typeface import SEMIBOLD, TITLE, Look, ink
from legjournal.routine.adherence import DAY, per_week
from legjournal.routine.boxes import sets_of
from legjournal.storage.files import write_bytes
from legjournal.tagged_pdf.canvas import TaggedCanvas
from legjournal.tagged_pdf.elements import Element
from legjournal.tagged_pdf.tables import Grid
from legjournal.words import text

if TYPE_CHECKING:
    from legjournal.journal import Journal
    from legjournal.models.diary import Side
    from legjournal.routine.exercises import KnownExercise

TOP, FOOT = paper.PAGE_HEIGHT - 34, 30.0  # where the first line hangs and the last one stands
ON_ONE_PAGE = 14  # exercises; more are given a second page and their pictures
USUAL_DAYS = 3  # columns for a plan that says nothing of how often
NOTE_LINES, NOTE_ROW = 3, 23.0  # points
ROOM_FOR_CUES, LEAST_ROOM = 160.0, 110.0  # points beside the picture for the words
# From the roomiest to the tightest: first the pictures become smaller, then less is said.
SPACINGS = (
    *(Spacing(wide, box=LARGE_BOX) for wide in range(136, 80, -8)),
    *(Spacing(wide) for wide in range(100, 52, -8)),
    *(Spacing(wide, rest=False) for wide in range(68, 52, -8)),
    *(Spacing(wide, cue=False) for wide in range(84, 44, -8)),
    *(Spacing(wide, cue=False, rest=False) for wide in range(52, 24, -6)),
)
_WEEK = Look(11.5, SEMIBOLD, right=True)
_BLANK = "_" * 20


@dataclass(frozen=True, slots=True)
class Checklist:
    """What is on the sheet. monday: None where the week is left open. days: the fixed days, 0 Monday to
    6 Sunday; empty where the person chooses. columns: how many days there are to tick.
    """

    plan: str
    monday: date | None
    days: tuple[int, ...]
    columns: int
    lines: tuple[Line, ...]


def build(journal: "Journal", plan: Plan, monday: date | None) -> Checklist:
    """The sheet of a plan, for the week that begins on `monday` or for any week."""
    known = journal.exercises.all()
    first_side = journal.habits.chosen().first_side
    days = tuple(sorted(set(plan.weekdays or ())))
    return Checklist(
        plan.name,
        monday,
        days,
        per_week(plan) or USUAL_DAYS,
        tuple(
            _line(known[item.exercise], item, first_side, plan.sides_as_one)
            for item in journal.plans.planned(plan)
        ),
    )


def _line(known: "KnownExercise", item: PlanItemFields, first_side: "Side", as_one: bool) -> Line:
    cue = ""
    if known.page is not None:
        cue = (item.easier and known.page.easier_cue) or known.page.cue
    name = text("{name} (easier version)").format(name=known.name) if item.easier else known.name
    boxes = tuple(sets_of(item, first_side, sides_as_one=as_one))
    return Line(item.exercise, name, item, boxes, cue, known.picture)


def draw(checklist: Checklist) -> bytes:
    """The sheet as a PDF; equal sheets give equal bytes."""
    buffer = BytesIO()
    canvas = paper.sheets(buffer, text("Checklist of the week"), "")
    pages = _pages(checklist)
    exercises = Element("Table")
    for number, rows in enumerate(pages, start=1):
        _draw_rows(canvas, checklist, rows, exercises)
        _draw_foot(canvas, number, len(pages))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def save(checklist: Checklist, path: Path) -> None:
    """Write the PDF to `path`, readable by its owner only. Raises IsAJournal, CannotWrite."""
    write_bytes(path, draw(checklist))


def _draw_rows(
    canvas: TaggedCanvas, checklist: Checklist, rows: Sequence[TickRow], exercises: Element
) -> None:
    """The rows under their heads, which are read out once and not again on a further page."""
    heads = [_day_heads(checklist, rows[0].columns, exercises)] if rows else []
    repeats = canvas.artifact("Pagination") if exercises.kids else nullcontext()
    with repeats:
        top = paper.draw_down(canvas, [*_head(checklist), *heads], TOP)
    with canvas.within(exercises):
        paper.draw_down(canvas, rows, top)


def _draw_foot(canvas: TaggedCanvas, page: int, pages: int) -> None:
    if page == pages:
        notes = _notes()
        paper.draw_down(canvas, notes, FOOT + sum(map(paper.height, notes)))
    if pages > 1:
        number = text("page {page} of {pages}").format(page=page, pages=pages)
        with canvas.artifact("Pagination"):
            paper.draw_down(canvas, [plain(number, Look(SAID.size, right=True))], FOOT - 2)


def _pages(checklist: Checklist) -> list[list[TickRow]]:
    """The exercises of each page, as roomy as they can be on one page for each ON_ONE_PAGE of them."""
    wanted = max(1, -(-len(checklist.lines) // ON_ONE_PAGE))
    for spacing, columns in _spaced(checklist):
        pages = _spread(checklist, columns, spacing)
        if len(pages) <= wanted:
            break
    return pages


def _spaced(checklist: Checklist) -> Iterator[tuple[Spacing, Columns]]:
    """Every spacing with its columns, as far as they leave the words enough room."""
    for spacing in SPACINGS:
        columns = columns_for(checklist.lines, checklist.columns, spacing.box)
        if columns.text - spacing.picture >= (ROOM_FOR_CUES if spacing.cue else LEAST_ROOM):
            yield spacing, columns


def _spread(checklist: Checklist, columns: Columns, spacing: Spacing) -> list[list[TickRow]]:
    room = left = _room(checklist, columns)
    pages: list[list[TickRow]] = [[]]
    for line in checklist.lines:
        row = TickRow(line, columns, spacing)
        if row.height > left and pages[-1]:
            pages.append([])
            left = room
        pages[-1].append(row)
        left -= row.height
    return pages


def _room(checklist: Checklist, columns: Columns) -> float:
    """Points from the heads of the days to the notes."""
    around = [*_head(checklist), _day_heads(checklist, columns), *_notes()]
    return float(TOP - FOOT - sum(map(paper.height, around)))


def _head(checklist: Checklist) -> list[Flowable]:
    head = paper.table(
        [[shortened(checklist.plan, TITLE, WIDTH - 220, 2, tag="H1"), plain(_week(checklist.monday), _WEEK)]],
        (WIDTH - 205, 205),
        ("TOPPADDING", (1, 0), (1, 0), 6),
        ("BOTTOMPADDING", (0, 0), (-1, 0), 6),
        ("LINEBELOW", (0, 0), (-1, 0), 1.5, ink(0)),
        pad=0,
    )
    said = [text("If a physio gave you other numbers, theirs come first."), _rest(checklist)]
    return [head, Spacer(0, 6), *(plain(words, SAID) for words in said), Spacer(0, 8)]


def _week(monday: date | None) -> str:
    if monday is None:
        return text("Week of {blank}").format(blank=_BLANK)
    return phrases.span(monday, monday + 6 * DAY)


def _rest(checklist: Checklist) -> str:
    """The days without a session, which belong to the plan."""
    names = phrases.weekdays()
    resting = [names[day] for day in range(7) if day not in checklist.days]
    if not checklist.days:
        return text("Leave a rest day between sessions where you can: rest is part of the plan.")
    if not resting:
        return text("A day’s rest is always allowed.")
    if len(resting) == 1:
        return text("Rest, as part of the plan: {day}.").format(day=resting[0])
    days = text("{days} and {day}").format(days=", ".join(resting[:-1]), day=resting[-1])
    return text("Rest, as part of the plan: {day}.").format(day=days)


def _day_heads(checklist: Checklist, columns: Columns, of: Element | None = None) -> Flowable:
    """The names of the days over their boxes; lines to write them on where the person chooses.

    `of` is the table they are the heads of.
    """
    asked = "" if checklist.days else text("Write the day here:")
    heads = [plain(words, HEAD) for words in _days(checklist)]
    return paper.table(
        [[plain(asked, Look(SAID.size, right=True)), *heads]],
        [columns.text, *[columns.day] * columns.days],
        ("LINEBELOW", (0, 0), (-1, 0), *RULE),
        ("LINEBEFORE", (1, 0), (-1, 0), *HAIRLINE),
        ("LEFTPADDING", (1, 0), (-1, 0), 5),
        ("RIGHTPADDING", (0, 0), (0, 0), 8),
        pad=4,
        read_as=Grid(of),
    )


def _days(checklist: Checklist) -> Iterator[str]:
    for day in checklist.days:
        short = phrases.weekdays()[day][:3]
        yield short if checklist.monday is None else f"{short} {(checklist.monday + day * DAY).day}"
    yield from [""] * (checklist.columns - len(checklist.days))


def _notes() -> list[Flowable]:
    lines = paper.table(
        [[""]] * NOTE_LINES, [WIDTH], ("LINEBELOW", (0, 0), (-1, -1), *HAIRLINE), pad=(NOTE_ROW - 12) / 2
    )
    return [Spacer(0, 10), plain(text("Notes"), HEAD, "H2"), lines]
