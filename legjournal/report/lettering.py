"""The one way words enter the PDF.

Words from the journal are a stranger's to ReportLab: it would read them as markup, load the pictures they
name and draw nothing for what its font lacks. `readable` and `plain` stand between.
"""

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence

from reportlab.pdfbase import pdfmetrics

from legjournal.phrases import cut
from legjournal.report.typeface import Look, glyphs, style
from legjournal.tagged_pdf.elements import Element
from legjournal.tagged_pdf.words import Words

LONGEST = 4000  # characters: more than a page holds of any one text, and quick to measure
BOX = "□"  # for what cannot be printed: Inter has no U+FFFD, and its glyph for unknown letters is empty
_ENDLESS = 1e5  # points: no paragraph is as high
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
    most = int(6 * lines * width / look.size)  # letters: none is narrower than a sixth of its size
    if len(whole) <= most and _lines(whole + end, look, width) <= lines:
        return _paragraph(whole + end, look, tag, within)
    start = whole[:most].replace("\n", " ")
    fitting = bisect_right(range(len(start)), lines, key=lambda n: _lines(f"{start[:n]}…{end}", look, width))
    return _paragraph(_at_a_word(start[: max(0, fitting - 1)]) + "…" + end, look, tag, within)


def _at_a_word(cut: str) -> str:
    before = cut.rpartition(" ")[0]
    return (before if len(before) > 0.8 * len(cut) else cut).rstrip()


def _lines(whole: str, look: Look, width: float) -> int:
    return round(float(_paragraph(whole, look).wrap(width, _ENDLESS)[1]) / look.leading)


def width_of(words: str, look: Look) -> float:
    """Points from the first letter to the last on one line."""
    return float(pdfmetrics.stringWidth(readable(words), look.face, look.size))


def _paragraph(whole: str, look: Look, tag: str = "P", within: Sequence[Element] = ()) -> Words:
    return Words(html.escape(whole).replace("\n", "<br/>"), style(look), tag=tag, within=within)
