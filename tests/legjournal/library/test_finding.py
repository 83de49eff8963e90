"""Searches of the pages and exercises: the right one first, however it is spelt, and words are only words."""

import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from legjournal.library.exercises import exercises
from legjournal.library.finding import Entry, Finder, Found, Hit, HitKind, find
from legjournal.library.pages import pages
from legjournal.places import ASSETS

SEARCHES = tomllib.loads((Path(__file__).parent / "everyday_searches.toml").read_text(encoding="utf-8"))[
    "searches"
]
SYNONYMS = tomllib.loads((ASSETS / "synonyms.toml").read_text(encoding="utf-8"))["synonyms"]


def keys(typed: str) -> list[str]:
    """What is found, the best first."""
    return [hit.key for hit in find(typed).results]


def marked(hit: Hit) -> list[str]:
    """The parts of the excerpt that stand out."""
    return [hit.excerpt[start:end] for start, end in hit.marks]


@pytest.mark.parametrize("search", SEARCHES, ids=lambda search: search["typed"])
def test_an_everyday_search_finds_its_page_first(search: dict[str, str]) -> None:
    """What somebody might type at night leads to the page for it, and is taken as it stands."""
    assert keys(search["typed"])[0] == search["first"]
    assert find(search["typed"]).instead == ""


@pytest.mark.parametrize("typed", SYNONYMS)
def test_every_synonym_finds_something(typed: str) -> None:
    """Also while its last letter is missing nothing goes wrong."""
    assert keys(typed)
    find(typed[:-1])


@pytest.mark.parametrize(
    ("typed", "instead", "first"),
    [
        ("ferittin", "ferritin", "iron"),
        ("sciatca", "sciatica", "sciatica"),
        ("hydrotherpy", "hydrotherapy", "hydrotherapy"),
        ("acupunkture", "acupuncture", "acupuncture"),
        ("shokwave", "shockwave", "shockwave"),
        ("anaemea", "anaemia", "iron"),
        ("SHOKWAVE the", "shockwave", "shockwave"),
        ("shockwave zebra ", "shockwave", "shockwave"),
    ],
)
def test_a_misspelt_word_gives_way_to_the_nearest(typed: str, instead: str, first: str) -> None:
    """The answer says what it looked for; a word that is in nothing and near nothing is left out."""
    found = find(typed)
    assert found.instead == instead
    assert found.results[0].key == first


@pytest.mark.parametrize(
    "typed", ["help", "999", "ambulance", "emergency", "blood clot", "suicidal", "can't wee"]
)
def test_who_needs_help_now_finds_it_first(typed: str) -> None:
    """No other page stands above the one that says when to call 999."""
    assert keys(typed)[0] == "when-to-get-help"


def test_every_word_is_wanted() -> None:
    """Another word never finds more, and words that say nothing change nothing."""
    assert set(keys("hip shockwave ")) < set(keys("hip "))
    assert keys("how much is the shockwave ") == keys("shockwave ")


def test_while_it_is_typed_the_beginning_is_enough() -> None:
    """From the first letter on; a word that is over stands for itself."""
    word = "hydrotherapy"
    assert all("hydrotherapy" in keys(word[:length]) for length in range(1, len(word) + 1))
    assert "sleep-habits" in keys("sleepi")
    assert keys("magnet thing")[0] == keys("magnet ")[0]


def test_all_forms_of_a_word_are_found() -> None:
    """Any case, with accents or without, one or many."""
    assert keys("cramp ") == keys("CRAMPING ") == keys("crámp ")


@pytest.mark.parametrize("typed", ["", " ", "\t", "“”", "?!", "_", "🦵🏽", "qqqq", '""'])
def test_nothing_to_look_for_finds_nothing(typed: str) -> None:
    """Neither is anything looked for instead."""
    assert find(typed) == Found(())


@pytest.mark.parametrize("key", exercises().items)
def test_an_exercise_is_found_by_its_name(key: str) -> None:
    """First of all, and it says that it is one."""
    hits = find(exercises().items[key].name).results
    assert (hits[0].kind, hits[0].key) == (HitKind.EXERCISE, key)


@pytest.mark.parametrize("key", pages().items)
def test_a_page_is_found_by_its_title(key: str) -> None:
    """First of all, with some of its words."""
    hit = find(pages().items[key].title).results[0]
    assert (hit.kind, hit.key, hit.title) == (HitKind.PAGE, key, pages().items[key].title)
    assert hit.excerpt


def test_an_excerpt_shows_the_words_looked_for() -> None:
    """In plain words without Markdown's signs; also what was meant, where the pages call it otherwise."""
    assert {word.casefold() for word in marked(find("ferritin").results[0])} == {"ferritin"}
    assert "PEMF" in " ".join(marked(find("magnet thing").results[0]))
    for hit in find("e").results:
        assert not {"*", "#", "|", "]"} & set(hit.excerpt)
        assert len(hit.excerpt) <= 102


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("iron OR", "iron or"),
        ("iron*", "iron"),
        ("iro* ", "iro "),
        ("NEAR(iron ferritin)", "near iron ferritin "),
        ("^iron", "iron"),
        ("(iron", "iron"),
        ("title:iron", "title iron"),
        ("iron + ", "iron "),
        ("- iron", "iron"),
        ('iron "', "iron "),
        ("iron'; DROP TABLE entry; --", "iron drop table entry "),
        ("\ud83e iron", "iron"),
        ("iron\x00ferritin", "iron ferritin"),
    ],
)
def test_nothing_is_syntax(typed: str, words: str) -> None:
    """What other search boxes take for an order is words here."""
    assert find(typed) == find(words)


def test_some_of_the_words_are_better_than_nothing() -> None:
    """Where no page has all of them, those with some are found, and the answer says so."""
    found = find("gabapentin acupuncturist ")
    assert found.partly
    assert {"medicines-for-restless-legs", "choosing-an-acupuncturist"} <= {hit.key for hit in found.results}
    assert not find("gabapentin ").partly


TEXTS = st.text(st.characters(exclude_categories=()), max_size=60)


@given(typed=TEXTS)
@example(typed="a" * 20_000)
@example(typed="leg, " * 4000)
@example(typed='"' * 20_000)
@example(typed=" ".join(f"hosptial{number}" for number in range(4000)))
@example(typed="🦵🏽 👩‍👩‍👧 ŵ \u202eright\u202c _ AND OR NOT")
def test_anything_may_be_typed(typed: str) -> None:
    """Nothing raises; marks lie within their excerpt, in order."""
    for hit in find(typed).results:
        ends = [end for mark in hit.marks for end in mark]
        assert ends == sorted(ends)
        assert not ends or ends[-1] <= len(hit.excerpt)


def test_a_search_is_over_before_it_is_noticed() -> None:
    """The everyday, the shortest and the worst searches: each less than 20 ms of the processor."""
    worst = [
        "l",
        "xylophonist " * 8,
        "acupunkture hydrotherpy shokwave physiotherpy aponitment exersizes circulasion",
    ]
    for typed in [*(search["typed"] for search in SEARCHES), *worst]:
        assert min(_durations(typed)) < 0.02, typed


def _durations(typed: str) -> Iterator[float]:
    for _ in range(3):
        began = time.thread_time()
        find(typed)
        yield time.thread_time() - began


def test_without_synonyms_and_without_pages() -> None:
    """A damaged file of synonyms or an empty shelf is no reason to fail."""
    page = Entry(HitKind.PAGE, "iron", "Iron", "", "What ferritin is.", "", "Iron in the blood.")
    assert [hit.key for hit in Finder([page], {}).find("ferritin").results] == ["iron"]
    assert Finder([], {}).find("ferritin") == Found(())
