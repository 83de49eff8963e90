"""The recovery sheet: one A4 page that opens a locked journal when its passphrase is forgotten."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

from reportlab.platypus import Flowable, Spacer

from legjournal import phrases
from legjournal.report import paper
from legjournal.report.lettering import plain, shortened
from legjournal.report.paper import GAP, HAIRLINE, RULE, WIDTH
from legjournal.report.typeface import BOLD, PERIOD, REGULAR, TITLE, Look, ink
from legjournal.storage.files import write_bytes
from legjournal.storage.keys import code_id, recovery_code
from legjournal.tagged_pdf.elements import Element
from legjournal.tagged_pdf.words import list_entry, new_list
from legjournal.words import text

_TOP = paper.PAGE_HEIGHT - 48  # points: where the first line hangs
_SAID = Look(12)
_HEADING = Look(13, BOLD)
_NUMBER = 9.5  # points: the number of a group
_SIGN = 23.0  # points: a letter or digit of the code
_ADVANCE = 23.0  # from one to the next, so that all of them stand in columns
_ROW = 52.0
_ROW_GROUPS = 4
_PAD = 14.0


def draw(key: bytes, journal: Path, day: date) -> bytes:
    """The sheet for a key as a PDF; the file's own title says nothing of the person or the journal."""
    buffer = BytesIO()
    canvas = paper.sheets(buffer, _title(), "")
    paper.draw_down(canvas, _page(key, journal, day), _TOP)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def save(key: bytes, journal: Path, day: date, path: Path) -> None:
    """Write the sheet to `path`, readable by its owner only. Raises IsAJournal, CannotWrite."""
    write_bytes(path, draw(key, journal, day))


def _title() -> str:
    return text("Recovery sheet for Leg Journal")


def _page(key: bytes, journal: Path, day: date) -> list[Flowable]:
    number = code_id(key)
    return [
        _head(day),
        Spacer(0, GAP),
        plain(text("The code on this page opens the journal in this file, without its passphrase:"), _SAID),
        Spacer(0, 4),
        shortened(journal.name, Look(12, BOLD), WIDTH, 2),
        Spacer(0, 1.5 * GAP),
        *_part(text("Recovery code, number {number}").format(number=number)),
        _boxed(recovery_code(key)),
        Spacer(0, 2 * GAP),
        *_part(text("How to use it"), *_how_to_use(number)),
        *_part(text("Where to keep it"), *_where_to_keep()),
        *_part(text("If you lose both"), _loss()),
    ]


def _head(day: date) -> Flowable:
    return paper.table(
        [[plain(_title(), TITLE, "H1"), plain(phrases.day(day), PERIOD)]],
        (WIDTH - 160, 160),
        ("TOPPADDING", (1, 0), (1, 0), 7),
        ("BOTTOMPADDING", (0, 0), (-1, 0), 8),
        ("LINEBELOW", (0, 0), (-1, 0), 1.5, ink(0)),
        pad=0,
    )


def _part(heading: str, *paragraphs: str) -> list[Flowable]:
    """A heading and what stands under it."""
    flowables: list[Flowable] = [plain(heading, _HEADING, "H2"), Spacer(0, 5)]
    for paragraph in paragraphs:
        flowables += [plain(paragraph, _SAID), Spacer(0, 5)]
    return [*flowables, Spacer(0, GAP)] if paragraphs else flowables


def _how_to_use(number: str) -> tuple[str, ...]:
    return (
        text(
            "When Leg Journal asks for the passphrase, type this code instead, group by group. Capital or "
            "small letters, with spaces, dashes or without: all will do."
        ),
        text(
            "There is no letter I, L, O or U in it: what looks like one is the digit 1 or 0, or a V. The "
            "last group checks the others: if one is typed wrongly, Leg Journal says which."
        ),
        text(
            "The code also opens the backups that have {number} in their name. A new passphrase has a new "
            "code: print a new sheet then, and keep this one as long as you keep those backups."
        ).format(number=number),
    )


def _where_to_keep() -> tuple[str, ...]:
    return (
        text(
            "On paper, with your passport or another paper that matters, or with somebody you trust. Not "
            "beside the computer, and not as a file on it: whoever has this page and your journal can read "
            "everything in it."
        ),
    )


def _loss() -> str:
    return text(
        "If the passphrase and this sheet are both lost, nobody can open the journal any more, not even the "
        "people who made Leg Journal. There is no other way in."
    )


def _boxed(code: Sequence[str]) -> Flowable:
    return paper.table(
        [[_Groups(code, WIDTH - 2 * _PAD)]],
        [WIDTH],
        ("BOX", (0, 0), (-1, -1), *RULE),
        ("LEFTPADDING", (0, 0), (-1, -1), _PAD),
        ("ROUNDEDCORNERS", [4, 4, 4, 4]),
        pad=6,
    )


class _Groups(Flowable):  # type: ignore[misc]
    """The groups of a code in rows, each under its number, every sign in a column of its own."""

    def __init__(self, code: Sequence[str], width: float) -> None:
        super().__init__()
        self._code = code
        self.width = width
        self._rows = -(-len(code) // _ROW_GROUPS)

    def wrap(self, *_available: float) -> tuple[float, float]:
        """As wide as it was made, and as high as its rows."""
        return self.width, self._rows * _ROW

    def draw(self) -> None:
        """Number and signs of each group, and a hairline between rows."""
        groups = new_list(numbered=True)
        for place, group in enumerate(self._code):
            row, column = divmod(place, _ROW_GROUPS)
            left, foot = column * self.width / _ROW_GROUPS, (self._rows - row - 1) * _ROW
            with self.canv.within(*list_entry(groups)):
                self._draw_group(place + 1, group, left, foot + 12)
            if row and not column:
                self._draw_rule(foot + _ROW)

    def _draw_group(self, number: int, group: str, left: float, foot: float) -> None:
        last = number == len(self._code)
        with self.canv.mark(Element("Lbl")):
            self.canv.setFont(REGULAR, _NUMBER)
            self.canv.drawString(left, foot + _SIGN + 3, f"{number}" + (text(" (check)") if last else ""))
        with self.canv.mark(Element("LBody")):
            self.canv.setFont(BOLD, _SIGN)
            for place, sign in enumerate(group):
                self.canv.drawCentredString(left + (place + 0.5) * _ADVANCE, foot, sign)

    def _draw_rule(self, height: float) -> None:
        width, grey = HAIRLINE
        with self.canv.artifact():
            self.canv.setLineWidth(width)
            self.canv.setStrokeColor(grey)
            self.canv.line(0, height, self.width, height)
