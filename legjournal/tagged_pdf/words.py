"""Words on a tagged page: headings, paragraphs, and the entries of lists."""

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.platypus import Paragraph

from legjournal.tagged_pdf.elements import HEADINGS, Element
from legjournal.tagged_pdf.reading import Reading


class Words(Paragraph):  # type: ignore[misc]
    """Extends Paragraph: is one element of the structure, also when it is broken over pages.

    tag: what it is. within: the elements around it that it shares with others, from the outermost: those of
    an entry of a list are the list and its LI. A bullet is then the entry's own Lbl. said: what is read out,
    where a line may end within a word.
    """

    def __init__(
        self,
        text: str | None,
        style: object,
        bulletText: str | None = None,
        frags: Sequence[Any] | None = None,
        tag: str = "P",
        within: Sequence[Element] = (),
        said: str | None = None,
    ) -> None:
        super().__init__(text, style, bulletText, frags)
        self.element, self.within = Element(tag), within
        self.said = "".join(_said(self.frags)) if said is None else said
        self._reading = Reading(self.said)

    @property
    def is_heading(self) -> bool:
        """Whether it stands in the file's bookmarks."""
        return self.element.tag in HEADINGS

    def split(self, availWidth: float, availHeight: float) -> list["Words"]:
        """Its parts for two pages, both of the same element; none if the first has no room."""
        parts: list[Words] = super().split(availWidth, availHeight)
        for part in parts:
            part.element, part.within = self.element, self.within
            part.said, part._reading = self.said, self._reading
        return parts

    def draw(self) -> None:
        """Draw it as what it is, or as decoration where it stands among that."""
        canvas = self.canv
        with canvas.within(*self.within):
            if self.bulletText:
                canvas.label_next(Element("Lbl"))
            if self.is_heading and not self.element.kids and not canvas.is_artifact:
                canvas.heading(self.element.tag, self.said, self.height)
            with canvas.within(self.element):
                super().draw()

    def beginText(self, x: float, y: float) -> object:
        """What ReportLab writes the lines with."""
        words = self.blPara
        if words.kind or not words.link:
            return self.canv.lines_of(self.element, x, y, self._reading)
        link = Element("Link")  # all of it, and ReportLab does not tell where it begins
        self.element.take(link)
        for _ in words.lines:
            self.canv.expect_link(link)
        return self.canv.lines_of(link, x, y, self._reading)


def list_entry(of: Element) -> tuple[Element, Element]:
    """What is around the words of one more entry of the list `of`."""
    return (of, Element("LI"))


def new_list(numbered: bool = False) -> Element:
    """A list without entries."""
    return Element("L", attributes={"List": {"ListNumbering": "Decimal" if numbered else "Disc"}})


def _said(frags: Sequence[Any]) -> Iterator[str]:
    for frag in frags:
        yield "\n" if getattr(frag, "lineBreak", False) else getattr(frag, "text", "")
