"""Our own pages' Markdown as flowables: headings, paragraphs, lists, frames, links, bold and italic."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token
from reportlab.platypus import Flowable

from legjournal.report import paper
from legjournal.report.lettering import Run, folded, mixed
from legjournal.report.paper import RULE
from legjournal.report.typeface import BOLD, TITLE, Look
from legjournal.tagged_pdf.elements import Element
from legjournal.tagged_pdf.words import Words, list_entry, new_list

BODY = Look(11, lines=1.4)
ENTRY = Look(11, lines=1.4, indent=16)
HEADINGS = {"h1": TITLE, "h2": Look(12.5, BOLD), "h3": Look(11, BOLD)}
OUTSIDE = ("http:", "https:", "mailto:", "tel:")
_AIR = 5.0  # points after a paragraph
_PAD = 10.0  # points in a frame


def flowables(markdown: str, width: float) -> list[Flowable]:
    """All of a page, for paper `width` points wide. Raises ValueError for what our pages do not use."""
    return [*_Reading(width).of(MarkdownIt("commonmark", {"html": False}).parse(markdown))]


class _Reading:
    """Where in a text one is: in which list, at which of its entries, in a frame or not."""

    def __init__(self, width: float) -> None:
        self._width = width
        self._list: Element | None = None
        self._entry: Sequence[Element] = ()
        self._number = 0  # of the next entry, 0 where they have none
        self._bullet: str | None = None
        self._heading = ""
        self._frame: Element | None = None

    def of(self, tokens: Sequence[Token]) -> Iterator[Flowable]:
        """Read on."""
        for token in tokens:
            match token.type:
                case "inline":
                    yield self._words(_runs(token.children or ()))
                case "heading_open" | "heading_close":
                    self._heading = token.tag if token.nesting > 0 else ""
                case "bullet_list_open" | "ordered_list_open":
                    self._number = int(token.type == "ordered_list_open")
                    self._list = new_list(numbered=bool(self._number))
                case "bullet_list_close" | "ordered_list_close":
                    self._list = None
                case "list_item_open" if self._list is not None:
                    self._entry = list_entry(self._list)
                    self._bullet = f"{self._number}." if self._number else "•"
                    self._number += bool(self._number)
                case "list_item_close":
                    self._entry = ()
                case "blockquote_open" | "blockquote_close":
                    self._frame = Element("BlockQuote") if token.nesting > 0 else None
                case "paragraph_open" | "paragraph_close":
                    pass
                case _:
                    raise ValueError(f"{token.type} has no place on paper")

    def _words(self, runs: Iterable[Run]) -> Flowable:
        width = self._width - (ENTRY.indent if self._entry else 0)
        runs = [replace(run, words=folded(run.words, BODY, width)) if run.address else run for run in runs]
        if self._heading:
            words = mixed(runs, HEADINGS[self._heading], self._heading.upper())
            words.spaceBefore = 13.0
        elif self._entry:
            words = mixed(runs, ENTRY, "LBody", self._entry, self._bullet)
            self._bullet = None
        else:
            words = mixed(runs, BODY, within=(self._frame,) if self._frame else ())
        words.spaceAfter = _AIR
        return self._framed(words) if self._frame else words

    def _framed(self, words: Words) -> Flowable:
        frame = paper.table(
            [[words]],
            [self._width],
            ("BOX", (0, 0), (-1, -1), *RULE),
            ("LEFTPADDING", (0, 0), (-1, -1), _PAD),
            ("RIGHTPADDING", (0, 0), (-1, -1), _PAD),
            ("ROUNDEDCORNERS", [4, 4, 4, 4]),
            pad=_PAD - 2,
        )
        frame.spaceBefore = frame.spaceAfter = 10.0
        return frame


def _runs(tokens: Sequence[Token]) -> Iterator[Run]:
    bold = italic = False
    address = ""
    for token in tokens:
        match token.type:
            case "text" | "text_special":
                yield Run(token.content, bold, italic, address)
            case "softbreak" | "hardbreak":
                yield Run(" ", bold, italic, address)
            case "strong_open" | "strong_close":
                bold = token.nesting > 0
            case "em_open" | "em_close":
                italic = token.nesting > 0
            case "link_open":
                address = _outside(str(token.attrGet("href")))
            case "link_close":
                address = ""
            case _:
                raise ValueError(f"{token.type} has no place on paper")


def _outside(address: str) -> str:
    """The address of a link that leads somewhere from paper; one to another of our pages does not."""
    return address if address.startswith(OUTSIDE) else ""
