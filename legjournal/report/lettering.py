"""The one way words enter the PDF.

Words from the journal are a stranger's to ReportLab: it would read them as markup, load the pictures they
name and draw nothing for what its font lacks. `readable` and `plain` stand between.
"""

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportlab.pdfbase import pdfmetrics

from legjournal.phrases import cut
from legjournal.report.typeface import BOLD, ITALIC, Look, glyphs, style
from legjournal.tagged_pdf.elements import Element
from legjournal.tagged_pdf.words import Words

LONGEST = 4000  # characters: more than a page holds of any one text, and quick to measure
BOX = "□"  # for what cannot be printed: Inter has no U+FFFD, and its glyph for unknown letters is empty
_ENDLESS = 1e5  # points: no paragraph is as high
_PIECES = re.compile(r"[?&=-]?[^/?&=-]*/*")  # of an address: no hyphen of its own at the end of a line
_LINE_ENDS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


def readable(words: str) -> str:
    """`words` as they can be printed: spaces run together, ends of lines kept, the rest cut at LONGEST.

    Control characters, halves of characters and letters the font lacks become BOX, so that one sees
    that something was there.
    """
    letters = unicodedata.normalize("NFC", words[:LONGEST])
    lines = ("".join(map(_printable, line)).split() for line in _LINE_ENDS.split(letters))
    whole = "\n".join(" ".join(line) for line in lines if line)
    return whole if len(words) <= LONGEST else whole + "…"


def _printable(letter: str) -> str:
    if letter == "\t" or unicodedata.category(letter) == "Zs":
        return " "
    return letter if ord(letter) in glyphs() and letter.isprintable() else BOX


def label(words: str, longest: int = LONGEST) -> str:
    """`words` on one line of at most `longest` letters, for a chart."""
    return cut(readable(words).replace("\n", " "), longest)


def plain(words: str, look: Look, tag: str = "P", within: Sequence[Element] = ()) -> Words:
    """`words` as a paragraph that shows every sign as it was typed: nothing in them is markup.

    tag: what a screen reader is told it is; within: the elements it shares with others, as of a list.
    """
    return _paragraph(readable(words), look, tag, within)


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a paragraph that look alike. A line end breaks the line, and not the word, when read out.

    address: what opens when they are pressed; "" for none.
    """

    words: str
    bold: bool = False
    italic: bool = False
    address: str = ""


def mixed(
    runs: Iterable[Run], look: Look, tag: str = "P", within: Sequence[Element] = (), bullet: str | None = None
) -> Words:
    """A paragraph of several looks, with `bullet` before its first line if it has one."""
    runs = [*runs]
    markup, said = "".join(map(_markup, runs)), "".join(run.words.replace("\n", "") for run in runs)
    return Words(markup, style(look), bullet, tag=tag, within=within, said=said)


def folded(address: str, look: Look, width: float) -> str:
    """An address with line ends where it can be broken, so that no line of it is wider than `width`."""
    lines = [""]
    for piece in _PIECES.findall(address):
        if lines[-1] and width_of(lines[-1] + piece, look) > width:
            lines.append("")
        lines[-1] += piece
    return "\n".join(lines)


def _markup(run: Run) -> str:
    markup = _escaped(readable(run.words))
    # What `readable` makes of a run's edges is for whole paragraphs only.
    before = " " if run.words[:1].isspace() else ""
    after = " " if run.words.rstrip() and run.words[-1:].isspace() else ""
    markup = f"{before}{markup}{after}"
    if run.bold or run.italic:
        markup = f'<font face="{BOLD if run.bold else ITALIC}">{markup}</font>'
    return f'<a href="{html.escape(run.address)}" color="black">{markup}</a>' if run.address else markup


def _escaped(whole: str) -> str:
    return html.escape(whole).replace("\n", "<br/>")


def shortened(
    words: str,
    look: Look,
    width: float,
    lines: int,
    tail: str = "",
    tag: str = "P",
    within: Sequence[Element] = (),
) -> Words:
    """`words` and `tail` in at most `lines` lines of `width` points; an ellipsis where words had to go.

    The tail always stays: it is what a reader must not miss.
    """
    whole, end = readable(words), readable(tail)
    if _is_one_line(whole + end, look, width):  # nearly every cell of a table
        return _paragraph(whole + end, look, tag, within)
    most = int(6 * lines * width / look.size)  # letters: none is narrower than a sixth of its size
    if len(whole) <= most and _lines(whole + end, look, width) <= lines:
        return _paragraph(whole + end, look, tag, within)
    start = whole[:most].replace("\n", " ")
    fitting = bisect_right(range(len(start)), lines, key=lambda n: _lines(f"{start[:n]}…{end}", look, width))
    return _paragraph(_at_a_word(start[: max(0, fitting - 1)]) + "…" + end, look, tag, within)


def _is_one_line(whole: str, look: Look, width: float) -> bool:
    return "\n" not in whole and float(pdfmetrics.stringWidth(whole, look.face, look.size)) <= width


def _at_a_word(cut: str) -> str:
    before = cut.rpartition(" ")[0]
    return (before if len(before) > 0.8 * len(cut) else cut).rstrip()


def _lines(whole: str, look: Look, width: float) -> int:
    return round(float(_paragraph(whole, look).wrap(width, _ENDLESS)[1]) / look.leading)


def width_of(words: str, look: Look) -> float:
    """Points from the first letter to the last on one line."""
    return float(pdfmetrics.stringWidth(readable(words), look.face, look.size))


def _paragraph(whole: str, look: Look, tag: str = "P", within: Sequence[Element] = ()) -> Words:
    return Words(_escaped(whole), style(look), tag=tag, within=within)
