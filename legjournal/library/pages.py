"""The resource pages: what each therapy is, what is known, what it costs, how to get help."""

import datetime as dt
import tomllib
from enum import StrEnum
from functools import cache

from legjournal.library.files import Content, Shelf, Source, read_shelf
from legjournal.places import ASSETS

FENCE = "+++\n"


class PageKind(StrEnum):
    """The headings of the contents list, in its order."""

    GETTING_HELP = "getting-help"
    CONDITION = "condition"
    THERAPY = "therapy"
    LIVING = "living"


class Grade(StrEnum):
    """How much is known; always about one condition."""

    GOOD = "good"
    SOME = "some"
    LIMITED = "limited"
    NONE_FOUND = "none found"
    AGAINST = "advice against"


class Evidence(Content):
    """The grade for one condition."""

    condition: str
    grade: Grade


class FrontMatter(Content):
    """What stands at the head of a page's file."""

    title: str
    kind: PageKind
    order: int
    summary: str
    what_for: str
    who_pays: str
    cost_seen: str
    not_for_you_if: list[str]
    questions_to_ask: list[str]
    conflict_of_interest: str
    checked: dt.date
    evidence: list[Evidence]
    sources: list[Source]


class Page(FrontMatter):
    """A page with its text in Markdown."""

    body: str

    def holds(self, words: str) -> bool:
        """Whether every one of `words` stands somewhere on the page."""
        everything = _plain(f"{self.title} {self.summary} {self.what_for} {self.body}")
        return all(word in everything for word in _plain(words).split())


@cache
def pages() -> Shelf[Page]:
    """The pages in assets/resources, by key, in the order of the contents list."""
    shelf = read_shelf(ASSETS / "resources", "*.md", read_page)
    kinds = list(PageKind)
    ordered = sorted(shelf.items.items(), key=lambda item: (kinds.index(item[1].kind), item[1].order))
    return Shelf(dict(ordered), shelf.faults)


def read_page(content: str) -> Page:
    """A page from the text of its file. Raises ValueError when the front matter is not as it must be."""
    if not content.startswith(FENCE) or content.count(FENCE) < 2:
        raise ValueError("the front matter between two lines of +++ is missing")
    _, front, body = content.split(FENCE, 2)
    return Page.model_validate({"evidence": [], **tomllib.loads(front), "body": body.strip()})


def _plain(words: str) -> str:
    """Without capitals, and with the apostrophe a keyboard types."""
    return words.casefold().replace("’", "'")
