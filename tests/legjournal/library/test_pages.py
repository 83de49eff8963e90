"""The resource pages: whole, sourced, careful in their words."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from legjournal.library.exercises import exercises
from legjournal.library.files import read_shelf
from legjournal.library.pages import Grade, Page, PageKind, pages, read_page
from legjournal.places import ASSETS

FOLDER = ASSETS / "resources"
# What the founding article names, and the page that speaks of it.
ARTICLE = {
    "massage": "massage-and-heat",
    "acupuncture": "acupuncture",
    "hydrotherapy": "hydrotherapy",
    "shockwave": "shockwave",
    "therapulse": "therapulse-and-pemf",
    "glute bridge": "hip-and-glute-strength",
    "plank": "core-strength",
}
PHONE = re.compile(r"(?<!\w)\d(?:[ ()\-.]{0,2}\d){5,}")
DATE = re.compile(r"\d{4}-\d\d-\d\d|\b(19|20)\d\d\b")


def _prose(page: Page) -> str:
    """Everything a reader reads on a page, its sources' titles included."""
    sources = [words for source in page.sources for words in (source.title, source.date, source.taken)]
    lists = [*page.not_for_you_if, *page.questions_to_ask, *sources]
    parts = [
        page.title,
        page.summary,
        page.what_for,
        page.who_pays,
        page.cost_seen,
        page.conflict_of_interest,
    ]
    return "\n".join([*parts, *lists, re.sub(r"\(https?://[^)]*\)", "", page.body)])


def test_every_page_is_read_without_a_fault() -> None:
    """Each file of the folder is a whole page."""
    assert pages().faults == []
    assert pages().items.keys() == {path.stem for path in FOLDER.glob("*.md")}


def test_the_contents_begin_with_when_to_get_help() -> None:
    """By kind and then by the order the pages ask for; no two of a kind ask for the same place."""
    kinds = [page.kind for page in pages().items.values()]
    assert next(iter(pages().items)) == "when-to-get-help"
    assert kinds == sorted(kinds, key=list(PageKind).index)
    places = [(page.kind, page.order) for page in pages().items.values()]
    assert len(set(places)) == len(places)


@pytest.mark.parametrize(("words", "key"), ARTICLE.items())
def test_every_therapy_of_the_founding_article_has_its_page(words: str, key: str) -> None:
    """With a grade for each condition, sources, the date checked, and who pays."""
    page = pages().items[key]
    assert page.holds(words) or words in _prose(page).casefold()
    assert page.kind is PageKind.THERAPY
    assert page.evidence
    assert page.sources
    assert page.checked <= date.today()
    assert page.who_pays


def test_therapies_say_what_is_known_of_restless_legs() -> None:
    """Nobody has to guess whether a therapy was looked at for restless legs."""
    for key in ARTICLE.values():
        conditions = {evidence.condition for evidence in pages().items[key].evidence}
        assert "restless legs" in conditions, key


def test_the_seller_is_named_where_it_sells() -> None:
    """The page on the device says who profits, and finds no evidence of its own."""
    page = pages().items["therapulse-and-pemf"]
    assert "seller" in page.conflict_of_interest
    grades = {evidence.condition: evidence.grade for evidence in page.evidence}
    assert grades["restless legs"] is Grade.NONE_FOUND


@pytest.mark.parametrize("key", pages().items)
def test_a_page_is_whole(key: str) -> None:
    """Title, summary, body and sources with an address to open; a therapy has grades."""
    page = pages().items[key]
    assert page.title.strip()
    assert page.summary.strip()
    assert len(page.body) > 200
    assert page.sources
    assert all(source.title and source.taken for source in page.sources)
    assert all(re.match(r"https?://\w", source.address) for source in page.sources)
    assert bool(page.evidence) == (page.kind is PageKind.THERAPY)
    assert page.checked <= date.today()


@pytest.mark.parametrize("key", pages().items)
def test_a_page_promises_nothing(key: str) -> None:
    """No page says that anything is proven or a cure."""
    words = _prose(pages().items[key])
    assert not re.search(r"\b(proven|cures?|cured|miracle|guaranteed?)\b", words, re.IGNORECASE)


@pytest.mark.parametrize("key", pages().items)
def test_a_page_has_no_telephone_number_that_may_change(key: str) -> None:
    """Of numbers to ring only 999 and 111; dates and years are no numbers to ring."""
    words = DATE.sub("", _prose(pages().items[key]))
    assert not PHONE.search(words)


def test_help_names_the_numbers_that_stay() -> None:
    """The page on when to get help says 999 and 111."""
    words = _prose(pages().items["when-to-get-help"])
    assert "999" in words
    assert "111" in words


def test_exercises_promise_nothing_either() -> None:
    """The same care in the exercises' words."""
    for page in exercises().items.values():
        words = " ".join(
            [page.summary, page.note, page.easier, page.harder, *page.steps, *page.not_for_you_if]
        )
        assert not re.search(r"\b(proven|cures?|cured)\b", words, re.IGNORECASE)
        assert not PHONE.search(words)


def test_a_page_is_found_by_words_anywhere_on_it() -> None:
    """Every word must be there, in any order and any case."""
    page = pages().items["shockwave"]
    assert page.holds("shockwave")
    assert page.holds("  TENDON sound WAVES ")
    assert not page.holds("shockwave zebra")
    assert page.holds("")


DAMAGE = {
    "cut in its head": lambda text: text[:60],
    "no fence": lambda text: text.replace("+++", "---"),
    "a grade that is none": lambda text: text.replace('grade = "limited"', 'grade = "wonderful"'),
    "no date checked": lambda text: re.sub(r"(?m)^checked.*$", "", text),
    "empty": lambda _text: "",
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_page_is_named_and_the_rest_is_read(tmp_path: Path, damage: str) -> None:
    """One bad page is one sentence with its name; all the others are on the shelf."""
    shutil.copytree(FOLDER, tmp_path / "resources")
    path = tmp_path / "resources" / "acupuncture.md"
    path.write_text(DAMAGE[damage](path.read_text(encoding="utf-8")), encoding="utf-8")
    shelf = read_shelf(path.parent, "*.md", read_page)
    [fault] = shelf.faults
    assert fault.startswith("acupuncture.md could not be read: ")
    assert "\n" not in fault
    assert shelf.items.keys() == pages().items.keys() - {"acupuncture"}


def test_a_page_may_hold_plus_signs() -> None:
    """Only the first two fences part the head from the body."""
    content = (FOLDER / "acupuncture.md").read_text(encoding="utf-8")
    assert read_page(content + "\n+++\nand more\n").body.endswith("and more")
