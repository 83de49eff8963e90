"""Therapies side by side for one condition. They are compared, never ranked: who reads chooses the order."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from legjournal.library.nations import Nation
from legjournal.library.pages import LINK, Grade, Page, PageKind

FIRST = "restless legs"  # the condition that is asked about until another is chosen
COMPARED_FOR = "compared_for"  # of the preference: the person's own condition
FREE = Decimal(0)
_POUNDS = re.compile(r"£\s?(\d[\d,]*(?:\.\d+)?)")
_FREE = re.compile(r"(?<!not )\bfree\b", re.IGNORECASE)
_YOU = re.compile(r"\byou\b", re.IGNORECASE)
# What only leads to another page: a whole sentence, and the end of one after a colon.
_POINTER = re.compile(rf"\s*See {LINK.pattern}[^.]*\.|: (?:see )?{LINK.pattern}(?=\.)")


class Order(StrEnum):
    """How the rows can be put; each leaves rows that are equal in the order of the contents list."""

    CONTENTS = "contents"
    TITLE = "title"
    GRADE = "grade"
    COST = "cost"


@dataclass(frozen=True, slots=True)
class Row:
    """One therapy.

    what_for: a sentence of its page, whatever the condition. grade: None where its page has none for the
    condition. lowest: the lowest number of pounds that is named, FREE where the page says it can be free,
    None where neither is said. price_missing: the person may have to pay, and no price was found. route: what
    holds everywhere, then what the nation has of its own. other_ways: the nations have ways of their own, and
    none was chosen.
    """

    key: str
    title: str
    what_for: str
    grade: Grade | None
    who_pays: str
    cost_seen: str
    cost_dated: str
    lowest: Decimal | None
    price_missing: bool
    route: str
    other_ways: bool
    effort: str
    checked: date


@dataclass(frozen=True, slots=True)
class Comparison:
    """The table: all therapies, also those without a grade for the condition."""

    condition: str
    nation: Nation | None
    order: Order
    rows: tuple[Row, ...]

    @property
    def graded(self) -> int:
        """How many of the rows have a grade for the condition."""
        return sum(row.grade is not None for row in self.rows)


def conditions(known: Mapping[str, Page]) -> list[str]:
    """What can be asked about: restless legs, then those with the most grades, then by name."""
    counted = Counter(evidence.condition for page in _therapies(known).values() for evidence in page.evidence)
    return sorted(counted, key=lambda name: (name != FIRST, -counted[name], name))


def compare(
    known: Mapping[str, Page], condition: str, nation: Nation | None = None, order: Order = Order.CONTENTS
) -> Comparison:
    """The therapies among the pages, which come in the order of the contents list."""
    rows = [_row(key, page, condition, nation) for key, page in _therapies(known).items()]
    return Comparison(condition, nation, order, tuple(_sorted(rows, order)))


def _therapies(known: Mapping[str, Page]) -> dict[str, Page]:
    return {key: page for key, page in known.items() if page.kind is PageKind.THERAPY}


def _row(key: str, page: Page, condition: str, nation: Nation | None) -> Row:
    grades = {evidence.condition: evidence.grade for evidence in page.evidence}
    ways = [page.routes.everywhere, page.routes.of(nation) if nation is not None else ""]
    return Row(
        key=key,
        title=page.title,
        what_for=page.what_for,
        grade=grades.get(condition),
        who_pays=page.who_pays,
        cost_seen=page.cost_seen,
        cost_dated=page.cost_dated,
        lowest=lowest_price(page.who_pays, page.cost_seen),
        price_missing=not page.cost_seen and bool(_YOU.search(page.who_pays)),
        route=" ".join(filter(None, map(_without_links, ways))),
        other_ways=nation is None and any(map(page.routes.of, Nation)),
        effort=page.effort,
        checked=page.checked,
    )


def lowest_price(who_pays: str, cost_seen: str) -> Decimal | None:
    """FREE where it is said to be; else the lowest amount after a pound sign; else None, and no guess.

    What the price is for (a visit, a course, a device) differs: it puts rows in an order, and no more.
    """
    if _FREE.search(who_pays) or _FREE.search(cost_seen):
        return FREE
    return min((Decimal(found.replace(",", "")) for found in _POUNDS.findall(cost_seen)), default=None)


def _without_links(markdown: str) -> str:
    """The words to read; what does no more than point to another page is left to the page."""
    return LINK.sub(r"\1", _POINTER.sub("", markdown)).strip()


def _sorted(rows: Iterable[Row], order: Order) -> list[Row]:
    if order is Order.TITLE:
        return sorted(rows, key=lambda row: row.title.casefold())
    if order is Order.GRADE:
        steps = [*Grade, None]
        return sorted(rows, key=lambda row: steps.index(row.grade))
    if order is Order.COST:
        return sorted(rows, key=lambda row: (row.lowest is None, row.lowest or FREE))
    return list(rows)
