"""The resource pages: what each therapy is, what is known, what it costs, how to get help."""

import datetime as dt
import tomllib
from enum import StrEnum
from functools import cache

from legjournal.library.files import Content, Shelf, Source, read_shelf
from legjournal.library.nations import Nation
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


class Routes(Content):
    """How to get it, in a sentence or two; "" where there is nothing to say.

    What holds everywhere, and what each nation has of its own: all four of them, or none.
    """

    everywhere: str = ""
    england: str = ""
    scotland: str = ""
    wales: str = ""
    northern_ireland: str = ""

    def of(self, nation: Nation) -> str:
        """A nation's own route."""
        return str(getattr(self, nation))


class FrontMatter(Content):
    """What stands at the head of a page's file."""

    title: str
    kind: PageKind
    order: int
    summary: str
    what_for: str
    who_pays: str
    cost_seen: str  # "" where nothing is paid, or where no price was found
    cost_dated: str  # when that price was seen: "2024 to 2025"
    effort: str  # of a therapy, to compare by: "3 to 6 visits"; "" of other pages
    not_for_you_if: list[str]
    questions_to_ask: list[str]
    conflict_of_interest: str
    checked: dt.date
    words: list[str]  # everyday ones that a person might look for it by
    facts: list[str]  # the headings of the facts it draws on; "other: TITLE" for a source outside them
    routes: Routes
    evidence: list[Evidence]
    sources: list[Source]


class Page(FrontMatter):
    """A page with its text in Markdown."""

    body: str


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
