"""The structure of a tagged PDF: elements in the order they are read, and how they get into the file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFString

HEADINGS = ("H1", "H2", "H3")
MAY_BE_EMPTY = ("TH", "TD")  # a table keeps its columns where there is nothing to say


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of a page that belongs to an element. page: reference to it. number: the piece's own there."""

    page: Any
    number: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A place of a page that can be pressed, and belongs to an element. Both are references."""

    page: Any
    annotation: Any


@dataclass(eq=False, slots=True)
class Element:
    """A part of the text by its kind: H1, P, L, Table, Figure, …, with what is in it.

    alt: what a figure says, for whoever does not see it. attributes: by owner, as in {"Table": {"Scope": …}};
    words in them are names of the PDF.
    """

    tag: str
    alt: str = ""
    attributes: dict[str, dict[str, object]] = field(default_factory=dict)
    parent: "Element | None" = None
    kids: "list[Element | Mark | Annotation]" = field(default_factory=list)

    def take(self, element: "Element") -> None:
        """Let `element` be the last of this one's own; it stays where it is if it has a place."""
        if element.parent is None:
            element.parent = self
            self.kids.append(element)

    @property
    def said(self) -> "list[Element | Mark | Annotation]":
        """What is in it, without elements that nothing was drawn for."""
        return [kid for kid in self.kids if not isinstance(kid, Element) or kid.is_said]

    @property
    def is_said(self) -> bool:
        """Whether there is anything to it."""
        return self.tag in MAY_BE_EMPTY or bool(self.said)


class Structure:
    """All elements of a file, and which of them each piece of a page and each annotation belongs to."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self._owners: list[list[Element] | Element] = []

    def add(self, owners: Sequence[Element] | Element) -> int:
        """Remember the owners of a page's pieces, or the one of an annotation; their key is returned."""
        self._owners.append(owners if isinstance(owners, Element) else [*owners])
        return len(self._owners) - 1

    def write(self, document: PDFDocument) -> None:
        """Put all of it into the file."""
        references = {element: document.Reference(PDFDictionary()) for element in _all(self.root)}
        tree = PDFDictionary({"Type": PDFName("StructTreeRoot"), "K": references[self.root]})
        document.Catalog.StructTreeRoot = tree
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        whole = document.Reference(tree)
        for element, reference in references.items():
            parent = references[element.parent] if element.parent else whole
            document.idToObject[reference.name].dict.update(_entries(element, references, parent))
        tree.dict["ParentTree"] = document.Reference(PDFDictionary({"Nums": self._numbers(references)}))
        tree.dict["ParentTreeNextKey"] = len(self._owners)

    def _numbers(self, references: dict[Element, Any]) -> PDFArray:
        numbers: list[object] = []
        for key, owner in enumerate(self._owners):
            if isinstance(owner, Element):
                numbers += [key, references[owner]]
            else:
                numbers += [key, PDFArray([references[each] for each in owner])]
        return PDFArray(numbers)


def _all(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.said:
        if isinstance(kid, Element):
            yield from _all(kid)


def _entries(element: Element, references: dict[Element, Any], parent: object) -> dict[str, object]:
    pages = [kid.page for kid in element.kids if isinstance(kid, Mark)]
    page = pages[0] if pages else None
    entries: dict[str, object] = {
        "S": PDFName(element.tag),
        "P": parent,
        "K": PDFArray([_kid(kid, page, references) for kid in element.said]),
    }
    if page:
        entries["Pg"] = page
    if element.alt:
        entries["Alt"] = PDFString(element.alt)
    owners = [
        PDFDictionary({"O": PDFName(owner), **{name: _value(value) for name, value in attributes.items()}})
        for owner, attributes in element.attributes.items()
    ]
    return {**entries, "A": PDFArray(owners)} if owners else entries


def _kid(kid: Element | Mark | Annotation, of_element: Any, references: dict[Element, Any]) -> object:
    """What stands for a kid; a piece of the page that the element names is its number alone."""
    match kid:
        case Element():
            return references[kid]
        case Mark(page, number):
            if page.name == of_element.name:
                return number
            return PDFDictionary({"Type": PDFName("MCR"), "Pg": page, "MCID": number})
        case Annotation(page, annotation):
            return PDFDictionary({"Type": PDFName("OBJR"), "Pg": page, "Obj": annotation})


def _value(value: object) -> object:
    match value:
        case str():
            return PDFName(value)
        case tuple():
            return PDFArray(value)
    return value
