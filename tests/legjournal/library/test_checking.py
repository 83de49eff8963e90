"""The checker of the pages: everything that must keep one from being printed."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from legjournal.library.checking import Known, printable_numbers, refusals, telephone_numbers
from legjournal.library.files import Shelf, Source
from legjournal.library.nations import Nation
from legjournal.library.pages import Evidence, Grade, Page, Routes, pages

HEADINGS = (Path(__file__).parent / "fact_headings.txt").read_text(encoding="utf-8").splitlines()
KNOWN = Known(HEADINGS, printable_numbers(), date.today())
SHOCKWAVE = pages().items["shockwave"]
SOURCE = SHOCKWAVE.sources[0]
NOT_FOUND = "No route of its own was found: ask your GP surgery."


def refused(**changes: Any) -> list[str]:
    """What the checker says of the page on shockwave after some changes to it."""
    page = SHOCKWAVE.model_copy(update=changes)
    return refusals(Shelf({**pages().items, "shockwave": page}), KNOWN)


def source(**changes: str) -> list[Source]:
    """One source with some changes to it."""
    return [SOURCE.model_copy(update=changes)]


def test_every_page_may_be_printed() -> None:
    """The pages as they are bundled: not a single refusal."""
    assert refusals(pages(), KNOWN) == []


REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "no source": ({"sources": []}, "sources: there is none."),
    "an address that is none": (
        {"sources": source(address="www.nhs.uk")},
        "sources 1: the address is not one that can be opened.",
    ),
    "a source that says nothing": (
        {"sources": source(taken=" ")},
        "sources 1: say its title and what was taken from it.",
    ),
    "a day to come": ({"checked": date.today() + timedelta(1)}, "checked: the day is still to come."),
    "a long summary": ({"summary": "One. Two. Three."}, "summary: two sentences are wanted."),
    "no grade": ({"evidence": []}, "evidence: a therapy needs a grade."),
    "no grade for restless legs": (
        {"evidence": [Evidence(condition="low back pain", grade=Grade.SOME)]},
        "evidence: there is no grade for restless legs; “none found” is one.",
    ),
    "two grades for one condition": (
        {"evidence": [*SHOCKWAVE.evidence, Evidence(condition="restless legs", grade=Grade.GOOD)]},
        "evidence: restless legs has more than one grade.",
    ),
    "nobody pays": ({"who_pays": ""}, "who_pays: a therapy must say it."),
    "no effort": ({"effort": ""}, "effort: a therapy must say it."),
    "no route": ({"routes": Routes()}, "routes: say how to get it."),
    "a nation left out": (
        {"routes": Routes(england=NOT_FOUND, wales=NOT_FOUND, northern_ireland=NOT_FOUND)},
        "routes, scotland: say what there is for this nation, also when none was found.",
    ),
    "a price without a date": (
        {"cost_dated": ""},
        "cost_dated: say the year the price was seen, or that it has no date.",
    ),
    "a date without a price": (
        {"cost_seen": ""},
        "cost_dated: there is no price that it could be the date of.",
    ),
    "a price in the text": (
        {"body": "## Cost\n\nAbout £90 a session."},
        "text, “Cost”: a price stands there without its year.",
    ),
    "no facts": ({"facts": []}, "facts: say which facts it draws on."),
    "an unknown heading": (
        {"facts": ["3c. Shockwaves"]},
        "facts: there is no heading “3c. Shockwaves”.",
    ),
    "another source that is not on the page": (
        {"facts": ["other: A leaflet"]},
        "facts: “other: A leaflet” is not a source of the page.",
    ),
    "an older key that is a page of today": (
        {"formerly": ("iron",)},
        "formerly: “iron” leads to another page.",
    ),
    "an older key of another page": (
        {"formerly": ("walking-and-stretching",)},
        "formerly: “walking-and-stretching” leads to another page.",
    ),
    "a picture": ({"body": "![NHS](https://www.nhs.uk/logo.png)"}, "text: no picture may be shown."),
    "a picture in HTML": ({"body": "<img src=nhs.png>"}, "text: no picture may be shown."),
    "a promise": ({"what_for": "It is proven."}, "what_for: “proven” may not be said."),
    "a cure": ({"questions_to_ask": ["Will it cure me?"]}, "questions_to_ask 1: “cure” may not be said."),
    "an endorsement": (
        {"body": "It is NHS approved."},
        "text: “NHS approved” may not be said.",
    ),
    "a borrowed name": (
        {"conflict_of_interest": "The pad is backed by the NHS."},
        "conflict_of_interest: “backed by the NHS” may not be said.",
    ),
    "a claim from memory": (
        {"body": "From memory, it helps."},
        "text: “From memory” was never checked.",
    ),
    "a tag that was left": ({"effort": "3 visits [M]"}, "effort: “[M]” was never checked."),
    "a link to a page that is not there": (
        {"body": "See [Zebras](page:zebras)."},
        "text: the link to “page:zebras” leads nowhere.",
    ),
    "a link to a file": (
        {"body": "See [this](notes.txt)."},
        "text: the link to “notes.txt” leads nowhere.",
    ),
    "a number that must not be printed": (
        {"routes": Routes(everywhere="Ring 0800 917 9390.")},
        "routes, everywhere: 0800 917 9390 is not on the list of numbers.",
    ),
    "a short number that is not known": (
        {"body": "You can call 119."},
        "text: 119 is not on the list of numbers.",
    ),
    "a number of another nation": (
        {
            "routes": Routes(
                england=NOT_FOUND, scotland=NOT_FOUND, wales=NOT_FOUND, northern_ireland="Call 111."
            )
        },
        "routes, northern_ireland: 111 is not answered there.",
    ),
}


@pytest.mark.parametrize("why", REFUSED)
def test_a_page_is_refused_in_one_sentence_with_page_and_place(why: str) -> None:
    """Whatever is wrong is said once, and where."""
    changes, said = REFUSED[why]
    assert f"shockwave.md, {said}" in refused(**changes)


def test_what_is_right_is_let_through() -> None:
    """A price with its year, a number on the list, our own links, and what others call their pages."""
    body = (
        "In 2025 it was £90. Call 999, or [read on](page:iron). Samaritans: 116 123. 120 people, 2024-2025."
    )
    assert refused(body=body, sources=source(title="A cure?"), facts=["other: A cure?"]) == []
    assert refused(summary="One. Two.", cost_seen="£5", cost_dated="on a page with no date") == []


def test_a_page_that_is_no_therapy_needs_no_grade() -> None:
    """It says nothing of effort, and a route only where it is a way to help."""
    page = pages().items["keeping-a-diary"]
    assert page.evidence == []
    assert page.routes == Routes()
    shelf: Shelf[Page] = Shelf(
        {**pages().items, "keeping-a-diary": page.model_copy(update={"effort": "none"})}
    )
    assert refusals(shelf, KNOWN) == ["keeping-a-diary.md, effort: only a therapy has one."]


def test_a_file_that_could_not_be_read_is_a_refusal() -> None:
    """The shelf's own faults come first."""
    assert refusals(Shelf(dict(pages().items), ["iron.md could not be read: no fence"]), KNOWN) == [
        "iron.md could not be read: no fence"
    ]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("Phone 0300 123 0789 or (028) 9615-9444.", ["0300 123 0789", "028) 9615-9444"]),
        ("Checked 2026-11-22, seen 2024 to 2025", []),
        ("2,751 people, 41 of them, PMC7053002, £80 to £200", []),
        ("Call 999.", ["999"]),
    ],
)
def test_what_is_a_telephone_number(words: str, numbers: list[str]) -> None:
    """Days, years, counts and prices are none."""
    assert telephone_numbers(words) == numbers


def test_the_numbers_that_may_be_printed() -> None:
    """Those the facts allow, and where each is answered; 111 is not a line of Northern Ireland."""
    numbers = printable_numbers()
    assert numbers.keys() == {"999", "112", "111", "116123", "08088088000", "08088000035"}
    assert numbers["111"] == {Nation.ENGLAND, Nation.SCOTLAND, Nation.WALES}
    assert numbers["08088088000"] == {Nation.NORTHERN_IRELAND}
