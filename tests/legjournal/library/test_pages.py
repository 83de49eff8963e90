"""The resource pages: whole, sourced, careful in their words."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
import textstat

from legjournal.library.files import read_shelf
from legjournal.library.pages import Grade, Page, PageKind, pages, read_page
from legjournal.library.passages import LINK, passages
from legjournal.places import ASSETS

FOLDER = ASSETS / "resources"
YEARS_AT_GRADE_0 = 5  # a school grade is the reader's years less 5
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


def _prose(page: Page) -> str:
    """Everything a reader reads on a page."""
    return "\n".join(passage.words for passage in passages(page))


def _read_aloud(page: Page) -> str:
    """What is ours to make plain, in sentences: not others' titles, nor the words to search by."""
    ours = [passage for passage in passages(page) if passage.ours and not passage.place.startswith("words")]
    lines = [line for passage in ours for line in LINK.sub(r"\1", passage.words).splitlines()]
    plain = [line.strip("-#* ").replace("**", "") for line in lines]
    return " ".join(line if line[-1] in ".?!:" else f"{line}." for line in plain if line)


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
    assert all(word in _prose(page).casefold() for word in words.split())
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
    """Title, words to find it by, and a text worth opening; what else it needs, the checker holds."""
    page = pages().items[key]
    assert page.title.strip()
    assert page.words
    assert len(page.body) > 200


@pytest.mark.parametrize("key", pages().items)
def test_a_page_is_plain(key: str) -> None:
    """Nobody needs to read better than at thirteen, and most of it is easier."""
    grade = textstat.flesch_kincaid_grade(_read_aloud(pages().items[key]))
    assert YEARS_AT_GRADE_0 + grade <= 13


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
