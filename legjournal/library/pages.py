"""The resource pages: what each therapy is, what is known, what it costs, how to get help."""

import datetime as dt
import re
import tomllib
from enum import StrEnum
from functools import cache
from pathlib import Path

from legjournal.library.files import Content, Shelf, Source, read_shelf
from legjournal.library.nations import Nation
from legjournal.places import ASSETS
from legjournal.words import text

FENCE = "+++\n"  # before the head of a page, after it, and at the end of the file: one cut short has none
LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
OURS = "page:"  # before the key, where a link leads to another page


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
    formerly: tuple[str, ...] = ()  # its keys in older versions, which journals may still hold
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
    return read_pages(ASSETS / "resources")


def page_of(key: str) -> Page | None:
    """The page of a key, also of one that it had in an older version; None where there is none."""
    return pages().items.get(standing_key(key))


def standing_key(key: str) -> str:
    """The key that a page has today; any other key as it is."""
    return _former_keys().get(key, key)


def keys_of(key: str) -> tuple[str, ...]:
    """All keys that a journal may hold about a page: that of today first, then its older ones."""
    page = page_of(key)
    return (standing_key(key), *(page.formerly if page is not None else ()))


@cache
def _former_keys() -> dict[str, str]:
    return {former: key for key, page in pages().items.items() for former in page.formerly}


def read_pages(folder: Path) -> Shelf[Page]:
    """The pages of a folder in order; the faults name those that are unsound, and those that are missing."""
    shelf = read_shelf(folder, "*.md", read_page)
    kinds = list(PageKind)
    ordered = sorted(shelf.items.items(), key=lambda item: (kinds.index(item[1].kind), item[1].order))
    wanted = {key for page in shelf.items.values() for key in links_of(page)}
    missing = sorted(key for key in wanted if not (folder / f"{key}.md").exists())
    gone = [text("{file} is missing. The other pages are here.").format(file=f"{key}.md") for key in missing]
    return Shelf(dict(ordered), [*shelf.faults, *gone])


def links_of(page: Page) -> set[str]:
    """The keys of the pages it leads to."""
    words = " ".join([page.body, *page.routes.model_dump().values()])
    return {address.removeprefix(OURS) for _, address in LINK.findall(words) if address.startswith(OURS)}


def read_page(content: str) -> Page:
    """A page from the text of its file. Raises ValueError when it is not whole, or not as it must be."""
    if not content.startswith(FENCE) or content.count(FENCE) < 3 or not content.endswith(f"\n{FENCE}"):
        raise ValueError(text("its beginning or its end is missing."))
    _, front, body = content.removesuffix(FENCE).split(FENCE, 2)
    return Page.model_validate({"evidence": [], **tomllib.loads(front), "body": body.strip()})
