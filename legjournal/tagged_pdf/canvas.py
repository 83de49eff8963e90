"""A canvas that knows what each thing drawn on it is: a part of the text, or decoration nobody reads out.

ReportLab tags nothing by itself. This leans on a few of its inner names (`_setAnnotations`, `_textOut`,
`_linkRecord`, `_annotationrefs`), for which its release is pinned; a file without its tags fails the tests.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from legjournal.tagged_pdf.elements import HEADINGS, Annotation, Element, Mark, Structure
from legjournal.tagged_pdf.metadata import metadata
from legjournal.tagged_pdf.reading import Reading

PRINTED = 4  # the flag of an annotation that stays when the page is printed


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """Extends Canvas: everything is drawn inside `mark`, `figure` or `artifact`, or is a flowable of ours."""

    def __init__(self, file: object, **options: object) -> None:
        self._structure = Structure()
        self._open = [self._structure.root]
        self._artifacts = 0
        self._pieces: list[Element] = []  # of this page, by their numbers
        self._links: list[Element] = []  # whose words are drawn and whose places follow
        self._headings = 0
        self._level = -1
        self._label: Element | None = None
        super().__init__(file, pdfVersion=(1, 7), **options)

    # --- what is drawn now ------------------------------------------------------------------------

    @property
    def is_artifact(self) -> bool:
        """Whether what is drawn now is decoration."""
        return self._artifacts > 0

    def attach(self, element: Element) -> None:
        """Give an element its place in the reading order here, unless it has one."""
        if not self._artifacts:
            self._open[-1].take(element)

    def enter(self, element: Element) -> None:
        """From here to `leave` all elements are parts of this one."""
        self.attach(element)
        self._open.append(element)

    def leave(self) -> None:
        """The end of what `enter` began."""
        self._open.pop()

    def begin_artifact(self, kind: str = "Layout") -> None:
        """From here to `end_artifact` all is decoration.

        kind: Layout, or Pagination for what stands on each page again.
        """
        if not self._artifacts:
            self.addLiteral(f"/Artifact <</Type /{kind}>> BDC")
        self._artifacts += 1

    def end_artifact(self) -> None:
        """The end of what `begin_artifact` began."""
        self._artifacts -= 1
        if not self._artifacts:
            self.addLiteral("EMC")

    @contextmanager
    def within(self, *elements: Element) -> Iterator[None]:
        """What is drawn inside is part of the last of `elements`, that of the one before it, and so on."""
        for element in elements:
            self.enter(element)
        yield
        for _ in elements:
            self.leave()

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """What is drawn inside is decoration."""
        self.begin_artifact(kind)
        yield
        self.end_artifact()

    @contextmanager
    def mark(self, element: Element) -> Iterator[None]:
        """What is drawn inside is what `element` says."""
        self.enter(element)
        is_said = not self._artifacts
        if is_said:
            self.addLiteral(self.opening(element))
        yield
        if is_said:
            self.addLiteral("EMC")
        self.leave()

    @contextmanager
    def figure(self, alt: str, width: float, height: float) -> Iterator[None]:
        """What is drawn inside is a picture from (0, 0) to (width, height) that says `alt`."""
        corners = (*self.absolutePosition(0, 0), *self.absolutePosition(width, height))
        box = tuple(round(corner, 2) for corner in corners)
        with self.mark(Element("Figure", alt, {"Layout": {"BBox": box, "Placement": "Block"}})):
            yield

    def opening(self, element: Element) -> str:
        """The operator that begins a piece of `element` on this page."""
        element.kids.append(Mark(self._doc.thisPageRef(), len(self._pieces)))
        self._pieces.append(element)
        return f"/{element.tag} <</MCID {len(self._pieces) - 1}>> BDC"

    # --- words ------------------------------------------------------------------------------------

    def beginText(self, x: float = 0, y: float = 0, direction: object = None) -> PDFTextObject:
        """A text without a line's own marks: what is open around it says what it is."""
        label, self._label = self._label, None
        return MarkedText(self, x, y, label, direction=direction)

    def lines_of(self, element: Element, x: float, y: float, reading: Reading) -> PDFTextObject:
        """A text whose lines are what `element` says."""
        return MarkedText(self, x, y, None if self._artifacts else element, reading)

    def label_next(self, label: Element) -> None:
        """The next text begun is the number or dot before an entry of a list."""
        if not self._artifacts:
            self.attach(label)
            self._label = label

    def heading(self, tag: str, words: str, height: float) -> None:
        """Name what stands here, `height` points up, in the file's bookmarks."""
        self._headings += 1
        self._level = min(HEADINGS.index(tag), self._level + 1)
        key = f"heading-{self._headings}"
        self.bookmarkHorizontal(key, 0, height)
        self.addOutlineEntry(words, key, self._level)

    # --- links ------------------------------------------------------------------------------------

    def expect_link(self, element: Element) -> None:
        """The words of a link are drawn; the place that can be pressed comes next."""
        self._links.append(element)

    def linkURL(self, url: str, rect: object, *arguments: Any, **options: Any) -> None:
        """A place that opens `url`, as part of the element of its words."""
        if self._artifacts:
            return
        element = self._links.pop(0)
        options |= {"Contents": PDFString(url), "F": PRINTED, "StructParent": self._structure.add(element)}
        super().linkURL(url, rect, *arguments, **options)
        element.kids.append(Annotation(self._doc.thisPageRef(), self._annotationrefs[-1]))

    # --- pages and the file -----------------------------------------------------------------------

    def _setAnnotations(self, page: Any) -> None:
        super()._setAnnotations(page)
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = self._structure.add(self._pieces)
        page.Tabs = PDFName("S")  # the tab key goes from link to link as they are read
        self._pieces = []

    def save(self) -> None:
        """Write the file, its structure and its metadata with it."""
        if self._code:
            self.showPage()
        self._structure.write(self._doc)
        self._doc.Catalog.Metadata = metadata(self._doc)
        super().save()


class MarkedText(PDFTextObject):  # type: ignore[misc]
    """Extends PDFTextObject: its lines are parts of an element, links in them apart; lines end words."""

    def __init__(
        self,
        canvas: TaggedCanvas,
        x: float,
        y: float,
        element: Element | None = None,
        reading: Reading | None = None,
        direction: object = None,
    ) -> None:
        super().__init__(canvas, x, y, direction=direction)
        self._element, self._reading = element, reading
        self._of_links: dict[object, Element] = {}
        if element is not None:
            self._code.append(canvas.opening(element))

    def getCode(self) -> str:
        """All of it, its last mark closed."""
        if self._element is not None:
            self._code.append("EMC")
        return str(super().getCode())

    def _textOut(self, text: str, TStar: int = 0) -> None:
        # A line's end alone is not read as a space: “leg” and “pain” would become one word.
        ends_word = self._reading is None or self._reading.ends_word(text)
        super()._textOut(f"{text} " if TStar and text and ends_word else text, TStar)

    def _linkRecord(self, link: object, event: str) -> None:
        """ReportLab tells of a link just after its first words on a line, and before what follows it."""
        if self._element is None:
            return
        if event == "end":
            self._code += ["EMC", self._canvas.opening(self._element)]
            return
        element = self._of_links.setdefault(link, Element("Link"))
        self._element.take(element)
        words = self._code.pop()
        self._code += ["EMC", self._canvas.opening(element), words]
        self._canvas.expect_link(element)
