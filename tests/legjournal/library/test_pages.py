"""The resource pages: whole, sourced, careful in their words."""

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import textstat

from legjournal.library.pages import (
    LINK,
    Grade,
    Page,
    PageKind,
    keys_of,
    links_of,
    page_of,
    pages,
    read_page,
    read_pages,
    standing_key,
)
from legjournal.library.passages import passages
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


DAMAGED = "acupuncture.md could not be read: it is damaged ("
NO_TEXT = "acupuncture.md could not be read: it is damaged: what is in it is not text."
NOT_WHOLE = "acupuncture.md could not be read: its beginning or its end is missing."
NEWER = "acupuncture.md could not be read: it may be from a newer version of Leg Journal, as this one "
UNFIT = "acupuncture.md could not be read: "
# What befalls the bytes of a file, and how its sentence begins.
DAMAGE: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "garbage": (lambda _whole: bytes(range(256)) * 8, NO_TEXT),
    "zeros": (lambda whole: bytes(len(whole)), NOT_WHOLE),
    "a few bad bytes": (lambda whole: whole[:900] + b"\xff\xfe\x00" + whole[903:], NO_TEXT),
    "a quote lost in its head": (lambda whole: whole.replace(b'who_pays = "', b"who_pays = "), DAMAGED),
    "cut in its head": (lambda whole: whole[:60], NOT_WHOLE),
    "cut in half": (lambda whole: whole[: len(whole) // 2], NOT_WHOLE),
    "cut in its text": (lambda whole: whole[:-300], NOT_WHOLE),
    "its beginning lost": (lambda whole: whole[4096:], NOT_WHOLE),
    "empty": (lambda _whole: b"", NOT_WHOLE),
    "a grade that is none": (lambda whole: whole.replace(b'"limited"', b'"wonderful"'), UNFIT),
    "no date checked": (lambda whole: re.sub(rb"(?m)^checked.*$", b"", whole), UNFIT),
    "a newer field": (lambda whole: whole.replace(b"+++\n", b"+++\nreviewed = 2027-05-01\n", 1), NEWER),
    "a newer field of a source": (
        lambda whole: whole.replace(b"[[sources]]\n", b"[[sources]]\nlicence = 1\n", 1),
        f"{NEWER}does not know its “sources.0.licence”.",
    ),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_page_is_named_and_the_rest_is_read(tmp_path: Path, damage: str) -> None:
    """One bad page is one sentence with its name; all the others are on the shelf."""
    shutil.copytree(FOLDER, tmp_path / "resources")
    path = tmp_path / "resources" / "acupuncture.md"
    befalls, said = DAMAGE[damage]
    path.write_bytes(befalls(path.read_bytes()))
    shelf = read_pages(path.parent)
    [fault] = shelf.faults
    assert fault.startswith(said)
    assert "\n" not in fault
    assert shelf.items.keys() == pages().items.keys() - {"acupuncture"}


@pytest.mark.parametrize("key", ["when-to-get-help", "iron", "keeping-a-diary"])
def test_a_missing_page_is_named_and_the_rest_is_read(tmp_path: Path, key: str) -> None:
    """Another page leads to it, as one does to each, and so tells that it is gone."""
    shutil.copytree(FOLDER, tmp_path / "resources")
    (tmp_path / "resources" / f"{key}.md").unlink()
    shelf = read_pages(tmp_path / "resources")
    assert shelf.faults == [f"{key}.md is missing. The other pages are here."]
    assert shelf.items.keys() == pages().items.keys() - {key}


@pytest.mark.parametrize("key", pages().items)
def test_every_page_is_led_to(key: str) -> None:
    """From another page: nobody finds a dead end, and none can go missing unseen."""
    assert any(key in links_of(page) for other, page in pages().items.items() if other != key)


def test_a_page_cut_anywhere_is_not_shown_as_a_whole_one() -> None:
    """A list of warning signs that ends too early would be worse than none."""
    content = (FOLDER / "when-to-get-help.md").read_text(encoding="utf-8")
    for length in range(len(content)):
        with pytest.raises(ValueError, match=r"its beginning or its end is missing\."):
            read_page(content[:length])


def test_a_page_may_hold_plus_signs() -> None:
    """Only the first two fences and the last part a page."""
    content = (FOLDER / "acupuncture.md").read_text(encoding="utf-8")
    assert read_page(content + "\nand more\n+++\n").body.endswith("low.\n+++\n\nand more")


def test_an_older_key_leads_to_the_page_of_today() -> None:
    """What a journal kept under it is still about that page; any other key is taken as it is."""
    assert standing_key("walking-and-stretching") == "walking-and-activity"
    assert page_of("walking-and-stretching") is pages().items["walking-and-activity"]
    assert page_of("iron") is pages().items["iron"]
    assert keys_of("walking-and-activity") == ("walking-and-activity", "walking-and-stretching")
    assert standing_key("zebras") == "zebras"
    assert keys_of("zebras") == ("zebras",)
    assert page_of("zebras") is None
