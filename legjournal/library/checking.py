"""Checking the pages before anybody reads them: each is sourced, dated and graded, and promises nothing."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from legjournal.library.comparing import FIRST
from legjournal.library.files import Shelf
from legjournal.library.nations import Nation, doors
from legjournal.library.pages import LINK, OURS, Page, PageKind
from legjournal.library.passages import Passage, passages
from legjournal.words import text

OTHER = "other: "  # before the title of a source that the collected facts do not have
FORBIDDEN = re.compile(
    r"\b(proven|prov(?:es|ed) to|cur(?:es?|ed|ing)|miracles?|guarantee(?:s|d)?|breakthroughs?|risk[- ]free"
    r"|no side effects|clinically (?:tested|shown)"
    r"|(?:NHS|NICE|MHRA|doctor)[- ](?:approved|endorsed|recommended)"
    r"|(?:approved|backed|certified|endorsed|recommended|supported) by (?:the )?(?:NHS|NICE|MHRA|doctors))\b",
    re.IGNORECASE,
)
PICTURE = re.compile(r"!\[|<\w")  # a page is words: no logo can be on one
UNVERIFIED = re.compile(r"\bfrom memory\b|\[[MPSD]\](?!\()", re.IGNORECASE)  # tags of the collected facts
LONG_NUMBER = re.compile(r"(?<!\w)\d(?:(?:[ .\-]|\) |\()?\d){5,}")
RUNG_NUMBER = re.compile(r"\b(?:call|calls|calling|ring|phone|dial|text) (\d[\d ]*\d)\b", re.IGNORECASE)
DAY_OR_YEAR = re.compile(r"\d{4}-\d\d-\d\d|\b(?:19|20)\d\d\b")
PRICE = re.compile(r"£\s?\d")
WHEN = re.compile(r"\b(?:19|20)\d\d\b|\bno date\b")
SENTENCE_END = re.compile(r"[.!?](?=\s|$)")


@dataclass(frozen=True)
class Known:
    """What the pages are held against.

    headings: of the collected facts. numbers: those that may be printed, in digits alone, and the nations
    in which each is answered. today: no check can be later.
    """

    headings: Collection[str]
    numbers: Mapping[str, Collection[Nation]]
    today: date


def refusals(shelf: Shelf[Page], known: Known) -> list[str]:
    """A sentence for everything that keeps a page from being printed, with the page and the place."""
    found = list(shelf.faults)
    for key, page in shelf.items.items():
        checks = (
            _head(page, known),
            _former_keys(key, page, shelf.items),
            _grades(page),
            _routes(page),
            _prices(page),
            _traced(page, known),
        )
        held = [refusal for check in checks for refusal in check]
        held += [refusal for passage in passages(page) for refusal in _worded(passage, shelf.items, known)]
        found += [
            text("{page}, {place}: {what}").format(page=f"{key}.md", place=place, what=what)
            for place, what in held
        ]
    return found


Refusals = Iterator[tuple[str, str]]  # the place on the page, and what is wrong there


def _head(page: Page, known: Known) -> Refusals:
    if not page.sources:
        yield "sources", text("there is none.")
    for number, source in enumerate(page.sources, 1):
        place = f"sources {number}"
        if not re.match(r"https?://\w", source.address):
            yield place, text("the address is not one that can be opened.")
        if not source.title.strip() or not source.taken.strip():
            yield place, text("say its title and what was taken from it.")
    if page.checked > known.today:
        yield "checked", text("the day is still to come.")
    if len(SENTENCE_END.findall(page.summary)) != 2:
        yield "summary", text("two sentences are wanted.")


def _former_keys(key: str, page: Page, pages: Mapping[str, Page]) -> Refusals:
    others = {former for other, its in pages.items() if other != key for former in its.formerly}
    for former in page.formerly:
        if former in pages or former in others:
            yield "formerly", text("“{key}” leads to another page.").format(key=former)


def _grades(page: Page) -> Refusals:
    if page.kind is not PageKind.THERAPY:
        if page.effort:
            yield "effort", text("only a therapy has one.")
        return
    conditions = Counter(evidence.condition for evidence in page.evidence)
    if not conditions:
        yield "evidence", text("a therapy needs a grade.")
    if FIRST not in conditions:
        yield "evidence", text("there is no grade for restless legs; “none found” is one.")
    for condition, times in conditions.items():
        if times > 1:
            yield "evidence", text("{condition} has more than one grade.").format(condition=condition)
    for place in ("who_pays", "effort"):
        if not getattr(page, place):
            yield place, text("a therapy must say it.")


def _routes(page: Page) -> Refusals:
    own = [nation for nation in Nation if page.routes.of(nation)]
    missing = [nation for nation in Nation if nation not in own]
    if own:
        for nation in missing:
            yield f"routes, {nation}", text("say what there is for this nation, also when none was found.")
    elif not page.routes.everywhere and page.kind in (PageKind.THERAPY, PageKind.GETTING_HELP):
        yield "routes", text("say how to get it.")


def _prices(page: Page) -> Refusals:
    if page.cost_seen and not WHEN.search(page.cost_dated):
        yield "cost_dated", text("say the year the price was seen, or that it has no date.")
    if page.cost_dated and not page.cost_seen:
        yield "cost_dated", text("there is no price that it could be the date of.")


def _traced(page: Page, known: Known) -> Refusals:
    if not page.facts:
        yield "facts", text("say which facts it draws on.")
    titles = {source.title for source in page.sources}
    for heading in page.facts:
        if heading.startswith(OTHER):
            if heading.removeprefix(OTHER) not in titles:
                yield "facts", text("“{heading}” is not a source of the page.").format(heading=heading)
        elif heading not in known.headings:
            yield "facts", text("there is no heading “{heading}”.").format(heading=heading)


def _worded(passage: Passage, pages: Mapping[str, Page], known: Known) -> Refusals:
    """What one passage may not say."""
    words = LINK.sub(r"\1", passage.words)
    if passage.ours:
        for said in FORBIDDEN.findall(words):
            yield passage.place, text("“{said}” may not be said.").format(said=said)
        if PRICE.search(words) and not WHEN.search(words) and passage.place != "cost_seen":
            yield passage.place, text("a price stands there without its year.")
    if PICTURE.search(passage.words):
        yield passage.place, text("no picture may be shown.")
    for tag in UNVERIFIED.findall(words):
        yield passage.place, text("“{tag}” was never checked.").format(tag=tag)
    for address in _broken_links(passage.words, pages):
        yield passage.place, text("the link to “{address}” leads nowhere.").format(address=address)
    for number in telephone_numbers(words):
        answered = known.numbers.get(digits(number), ())
        if not answered:
            yield passage.place, text("{number} is not on the list of numbers.").format(number=number)
        elif passage.nation and passage.nation not in answered:
            yield passage.place, text("{number} is not answered there.").format(number=number)


def _broken_links(words: str, pages: Mapping[str, Page]) -> Iterator[str]:
    for _, address in LINK.findall(words):
        key = address.removeprefix(OURS)
        ours = key != address
        if (ours and key not in pages) or (not ours and not re.match(r"https?://\w", address)):
            yield address


def printable_numbers() -> dict[str, set[Nation]]:
    """The numbers of all doors, in digits alone, each with the nations it is answered in."""
    numbers: dict[str, set[Nation]] = {}
    for door in doors():
        if door.number:
            numbers.setdefault(digits(door.number), set()).update(door.nations)
    return numbers


def telephone_numbers(words: str) -> list[str]:
    """What looks like a number to ring: six digits or more that are no day or year, or any after “call”."""
    long = [number for number in LONG_NUMBER.findall(words) if len(digits(DAY_OR_YEAR.sub("", number))) > 5]
    return long + [number for number in RUNG_NUMBER.findall(words) if number not in long]


def digits(number: str) -> str:
    """A telephone number without what stands between its digits."""
    return re.sub(r"\D", "", number)
