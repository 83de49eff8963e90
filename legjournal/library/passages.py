"""A page taken apart into its passages, each with the place where it stands."""

from collections.abc import Iterator
from typing import NamedTuple

from legjournal.library.nations import Nation
from legjournal.library.pages import Page

SENTENCES = (
    "title",
    "summary",
    "what_for",
    "who_pays",
    "cost_seen",
    "cost_dated",
    "effort",
    "conflict_of_interest",
)


class Passage(NamedTuple):
    """Words and their place; not `ours` when they are another's title; of one nation or of all."""

    place: str
    words: str
    ours: bool = True
    nation: Nation | None = None


def passages(page: Page) -> Iterator[Passage]:
    """Everything that a reader of the page reads, from the title to the last source."""
    for place in SENTENCES:
        yield Passage(place, getattr(page, place))
    for place in ("not_for_you_if", "questions_to_ask", "words"):
        for number, words in enumerate(getattr(page, place), 1):
            yield Passage(f"{place} {number}", words)
    yield Passage("routes, everywhere", page.routes.everywhere)
    for nation in Nation:
        yield Passage(f"routes, {nation}", page.routes.of(nation), nation=nation)
    yield from _of_body(page.body)
    for number, source in enumerate(page.sources, 1):
        yield Passage(f"sources {number}", f"{source.title}, {source.date}", ours=False)
        yield Passage(f"sources {number}", source.taken)


def _of_body(body: str) -> Iterator[Passage]:
    """Paragraph by paragraph, each under the heading above it."""
    place = "text"
    for paragraph in body.split("\n\n"):
        if paragraph.startswith("#"):
            place = f"text, “{paragraph.lstrip('# ')}”"
        yield Passage(place, paragraph)
