"""A tagged PDF as a screen reader meets it: its structure read back, with the words of each part."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import page as page_validation
import pikepdf


@dataclass
class Part:
    """An element of the structure. kids: parts and pieces of text, in order. pressed: addresses that open."""

    tag: str
    alt: str = ""
    attributes: dict[str, object] = field(default_factory=dict)
    kids: "list[Part | str]" = field(default_factory=list)
    pressed: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """All that is read of it: of a picture what it says."""
        return self.alt or "".join(kid if isinstance(kid, str) else kid.words for kid in self.kids)

    def all(self, *tags: str) -> "list[Part]":
        """Every part in it with one of these tags."""
        return [part for part in self._parts() if part.tag in tags]

    def _parts(self) -> "Iterator[Part]":
        for kid in self.kids:
            if isinstance(kid, Part):
                yield kid
                yield from kid._parts()

    def outline(self, depth: int = 0) -> str:
        """Every part on a line, with the words that stand in it directly."""
        own = "".join(kid for kid in self.kids if isinstance(kid, str)).strip()
        lines = ["  " * depth + " ".join(filter(None, (self.tag, self.alt or own)))]
        lines += [kid.outline(depth + 1) for kid in self.kids if isinstance(kid, Part)]
        return "\n".join(lines)


def read(pdf: bytes) -> Part:
    """The whole document."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        pieces = {page.objgen: _pieces(page) for page in opened.pages}
        return _part(opened.Root.StructTreeRoot.K, pieces)


def faults(pdf: bytes) -> list[str]:
    """What PDF/UA-1 and the syntax of PDF have against a file."""
    found = page_validation.validate_pdf_bytes(pdf, profile="ua1")
    assert found.rules.total >= 100
    with pikepdf.open(BytesIO(pdf)) as opened:
        syntax = opened.check_pdf_syntax()
    return [f"{failure.rule_id} {failure.message}" for failure in found.failures] + syntax


def silent(pdf: bytes) -> str:
    """The words on the pages that are not read: those of heads and feet, in the order they were drawn."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return " ".join(_pieces(page).get(None, "") for page in opened.pages)


def bookmarks(pdf: bytes) -> list[tuple[int, str]]:
    """Level and title of each."""

    def below(items: object, level: int) -> Iterator[tuple[int, str]]:
        for item in items:
            yield level, item.title
            yield from below(item.children, level + 1)

    with pikepdf.open(BytesIO(pdf)) as opened, opened.open_outline() as outline:
        return list(below(outline.root, 0))


Pieces = dict[object, dict[int | None, str]]


def _part(element: pikepdf.Object, pieces: Pieces) -> Part:
    part = Part(str(element.S)[1:], str(element.get("/Alt", "")))
    for owner in element.get("/A", []):
        part.attributes |= {name[1:]: value for name, value in owner.items() if name != "/O"}
    for kid in element.get("/K", []):
        if isinstance(kid, int):
            part.kids.append(pieces[element.Pg.objgen][kid])
        elif kid.get("/Type") == "/MCR":
            part.kids.append(pieces[kid.Pg.objgen][int(kid.MCID)])
        elif kid.get("/Type") == "/OBJR":
            assert str(kid.Obj.Contents)
            part.pressed.append(str(kid.Obj.A.URI))
        else:
            assert kid.P.objgen == element.objgen
            part.kids.append(_part(kid, pieces))
    return part


def _pieces(page: pikepdf.Page) -> dict[int | None, str]:
    """The words of each marked piece of a page by its number; None has what is marked as decoration."""
    letters = {name: _letters(font) for name, font in page.Resources.Font.items()}
    pieces: dict[int | None, str] = {}
    open_now: list[int | None] = []
    font = ""
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                number = operands[1].get("/MCID") if len(operands) > 1 else None
                open_now.append(None if number is None else int(number))
                pieces.setdefault(open_now[-1], "")
            case "EMC":
                open_now.pop()
            case "Tf":
                font = str(operands[0])
            case "Tj" if bytes(operands[0]):
                words = "".join(letters[font][code] for code in bytes(operands[0]))
                pieces[open_now[-1]] += words
    assert not open_now
    return pieces


def _letters(font: pikepdf.Object) -> dict[int, str]:
    """Which letter each code of a font is, as the file says."""
    cmap = font.ToUnicode.read_bytes().decode()
    lines = re.findall(r"^<(\w\w)> <(\w+)>$", cmap.partition("endcodespacerange")[2], re.MULTILINE)
    return {int(code, 16): bytes.fromhex(letter).decode("utf-16-be") for code, letter in lines}
