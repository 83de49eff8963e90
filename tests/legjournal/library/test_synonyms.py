"""Everyday words and their misspellings, which the search takes for the words of the pages."""

import re
import tomllib
from pathlib import Path

import pytest

from legjournal.library.pages import Page, pages
from legjournal.places import ASSETS

SYNONYMS: dict[str, list[str]] = tomllib.loads((ASSETS / "synonyms.toml").read_text(encoding="utf-8"))[
    "synonyms"
]
SEARCHES: list[dict[str, str]] = tomllib.loads(
    (Path(__file__).parent / "everyday_searches.toml").read_text(encoding="utf-8")
)["searches"]


def spoken_of(page: Page, phrase: str) -> bool:
    """Whether the phrase stands on the page as it is, from the beginning of a word."""
    parts = [page.title, page.summary, page.what_for, *page.words, page.body]
    everything = re.sub(r"\]\([^)]*\)", "", "\n".join(parts)).replace("’", "'").replace("[", "").casefold()
    return re.search(rf"(?<!\w){re.escape(phrase)}", everything) is not None


def meant_by(typed: str) -> list[str]:
    """What was typed, and the words of the pages for whatever in it has some."""
    plain = typed.casefold()
    return [plain, *(words for key, means in SYNONYMS.items() if key in plain for words in means)]


def test_there_are_enough_of_them() -> None:
    """People have many words for their legs."""
    assert len(SYNONYMS) >= 80


@pytest.mark.parametrize("typed", SYNONYMS)
def test_a_synonym_leads_to_a_page(typed: str) -> None:
    """It is written as a keyboard types it, and each of its words stands on a page."""
    assert typed == typed.casefold().strip()
    assert "’" not in typed
    assert SYNONYMS[typed]
    for words in SYNONYMS[typed]:
        assert words == words.casefold()
        assert any(spoken_of(page, words) for page in pages().items.values()), words


def test_an_everyday_search_is_asked_once() -> None:
    """Twenty-five different searches."""
    assert len({search["typed"] for search in SEARCHES}) == 25


@pytest.mark.parametrize("search", SEARCHES, ids=lambda search: search["typed"])
def test_an_everyday_search_can_find_its_page(search: dict[str, str]) -> None:
    """The page that must come first is there, and holds what was typed or what is meant by it."""
    page = pages().items[search["first"]]
    assert any(spoken_of(page, words) for words in meant_by(search["typed"]))
