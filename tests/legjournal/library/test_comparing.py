"""Therapies side by side: honest about what is not known, and in no order but the one that was asked for."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legjournal.library.compared_words import Column, cell, how_many, how_old, how_ordered, long_heading
from legjournal.library.comparing import FREE, Order, compare, conditions, lowest_price
from legjournal.library.nations import Nation
from legjournal.library.pages import Evidence, Grade, Page, PageKind, Routes, pages

LEGS, HIP = "restless legs", "outer hip pain"
DAY = date(2026, 11, 22)


def page(title: str, kind: PageKind = PageKind.THERAPY, **known: Any) -> Page:
    """A page with nothing on it but what a test is about. known: grades by condition, and other fields."""
    grades = known.pop("grades", {})
    fields = {
        "order": 1,
        "summary": "",
        "what_for": "",
        "who_pays": "You.",
        "cost_seen": "",
        "cost_dated": "",
        "effort": "",
        "not_for_you_if": [],
        "questions_to_ask": [],
        "conflict_of_interest": "",
        "checked": DAY,
        "words": [],
        "facts": [],
        "routes": Routes(),
        "sources": [],
        "body": "",
        "evidence": [Evidence(condition=name, grade=grade) for name, grade in grades.items()],
    }
    return Page(title=title, kind=kind, **(fields | known))


def titles(known: dict[str, Page], order: Order, condition: str = LEGS) -> list[str]:
    """The names in the order of the rows."""
    return [row.title for row in compare(known, condition, order=order).rows]


GRADED = {
    "tens": page("TENS", grades={LEGS: Grade.NONE_FOUND}),
    "gp": page("A GP", PageKind.GETTING_HELP, grades={LEGS: Grade.GOOD}),
    "magnets": page("Magnets", grades={LEGS: Grade.AGAINST, HIP: Grade.LIMITED}),
    "baths": page("baths", grades={HIP: Grade.SOME}),
    "walks": page("Walks", grades={LEGS: Grade.LIMITED, HIP: Grade.GOOD}),
    "iron": page("Iron", grades={LEGS: Grade.GOOD}),
    "yoga": page("Yoga", grades={LEGS: Grade.SOME, "cramp": Grade.LIMITED, "aches": Grade.SOME}),
    "arch": page("Arch supports", grades={LEGS: Grade.LIMITED}),
}
AS_LISTED = ["TENS", "Magnets", "baths", "Walks", "Iron", "Yoga", "Arch supports"]


def test_only_therapies_and_all_of_them_as_they_are_listed() -> None:
    """Nothing is put first by us: the order is that of the contents, and none is left out."""
    assert titles(GRADED, Order.CONTENTS) == AS_LISTED
    assert titles(GRADED, Order.CONTENTS, "a condition nobody has") == AS_LISTED


def test_by_evidence_each_step_below_the_one_before() -> None:
    """From good to advice against, then what has no grade; equals stay as they are listed."""
    by_evidence = ["Iron", "Yoga", "Walks", "Arch supports", "TENS", "Magnets", "baths"]
    assert titles(GRADED, Order.GRADE) == by_evidence


def test_by_name_capitals_do_not_count() -> None:
    """A small letter is no later than a capital one."""
    by_name = ["Arch supports", "baths", "Iron", "Magnets", "TENS", "Walks", "Yoga"]
    assert titles(GRADED, Order.TITLE) == by_name


def test_by_cost_free_first_and_no_price_last() -> None:
    """By the lowest amount named; what cannot be read as pounds is no price, and is not guessed at."""
    known = {
        "unknown": page("Unknown"),
        "euros": page("Euros", cost_seen="€30 a visit"),
        "hundred": page("Hundred", cost_seen="from £1,250.50 down to £100 a course"),
        "forty": page("Forty", cost_seen="about forty pounds"),
        "nine": page("Nine", cost_seen="£80, or £9.50 with a discount"),
        "home": page("Home", who_pays="Mostly you; free if you do it yourself.", cost_seen="£50 a class"),
    }
    assert titles(known, Order.COST) == ["Home", "Nine", "Hundred", "Unknown", "Euros", "Forty"]


@pytest.mark.parametrize(
    ("who_pays", "cost_seen", "lowest"),
    [
        ("Free.", "", FREE),
        ("You.", "free at first, then £5", FREE),
        ("You; it is not free.", "£ 12", Decimal(12)),
        ("You.", "£35 to £60 for a first visit and £30 to £50 after", Decimal(30)),
        ("You.", "50p", None),
        ("The NHS.", "", None),
        ("You, in a carefree way.", "", None),
    ],
)
def test_the_lowest_price(who_pays: str, cost_seen: str, lowest: Decimal | None) -> None:
    """A number after a pound sign, nothing where it says free, and None rather than a guess."""
    assert lowest_price(who_pays, cost_seen) == lowest


@given(st.text(), st.text())
def test_no_words_are_too_odd_for_a_price(who_pays: str, cost_seen: str) -> None:
    """Whatever a page says, there is an amount of at least nothing, or none."""
    lowest = lowest_price(who_pays, "£" + cost_seen)
    assert lowest is None or lowest >= FREE


def test_no_grade_is_not_none_found() -> None:
    """Where nobody looked, the cell says so, and the line below says what that means."""
    comparison = compare(GRADED, HIP)
    words = {row.title: cell(row, Column.EVIDENCE) for row in comparison.rows}
    assert words["TENS"] == "not graded here"
    assert words["Walks"] == "good"
    assert cell(compare(GRADED, LEGS).rows[0], Column.EVIDENCE) == "none found"
    assert how_many(comparison).startswith("3 of 7 have a grade for outer hip pain. “Not graded here” means")
    assert how_many(compare(GRADED, "cramp")).startswith("1 of 7 has a grade for cramp.")


def test_evidence_names_its_condition_where_it_stands_alone() -> None:
    """A grade is never read without what it is for."""
    assert long_heading(Column.EVIDENCE, compare(GRADED, HIP)) == "Evidence, outer hip pain"


def test_the_conditions_begin_with_restless_legs() -> None:
    """Then those with the most grades, then by name; and only those of therapies."""
    assert conditions(GRADED) == [LEGS, HIP, "aches", "cramp"]
    more = GRADED | {"hip": page("Hip", PageKind.CONDITION, grades={"arthritis": Grade.GOOD})}
    assert "arthritis" not in conditions(more)
    assert conditions({"a": page("A", grades={HIP: Grade.GOOD})}) == [HIP]


def test_the_way_to_it_is_that_of_the_nation() -> None:
    """What holds everywhere comes first, links are words, and mere pointers are left to the page."""
    routes = Routes(
        everywhere="Ask a [pharmacist](page:pharmacists), or a GP: [A GP](page:gp). See [A GP](page:gp).",
        england="In England you refer yourself.",
        scotland="In Scotland you do not.",
        wales="Ask.",
        northern_ireland="Ask too.",
    )
    known = {"a": page("A", routes=routes), "b": page("B", routes=Routes(everywhere="It is sold."))}
    in_england, alike = (cell(row, Column.ROUTE) for row in compare(known, LEGS, Nation.ENGLAND).rows)
    assert in_england == "Ask a pharmacist, or a GP. In England you refer yourself."
    assert alike == "It is sold."
    anywhere, alike = (cell(row, Column.ROUTE) for row in compare(known, LEGS).rows)
    assert anywhere == "Ask a pharmacist, or a GP. Each nation has more to say: see the page."
    assert alike == "It is sold."


def test_a_price_has_its_date_and_a_missing_one_is_said() -> None:
    """No price stands without when it was seen; where the person pays and none was found, it says so."""
    known = {
        "seen": page("Seen", cost_seen="£70 a visit", cost_dated="2024"),
        "none": page("None", who_pays="You."),
        "nhs": page("NHS", who_pays="The NHS."),
    }
    words = [cell(row, Column.COST) for row in compare(known, LEGS).rows]
    assert words == ["You. £70 a visit (seen 2024)", "You. No price was found.", "The NHS."]


def test_the_days_of_the_checks_are_said() -> None:
    """One day, or the oldest and the newest."""
    known = {"a": page("A"), "b": page("B", checked=date(2026, 9, 1))}
    assert how_old(compare(known, LEGS)) == "Pages checked from 1 September 2026 to 22 November 2026."
    assert how_old(compare(GRADED, LEGS)) == "Pages checked 22 November 2026."


def test_an_order_says_what_it_goes_by() -> None:
    """No order is a ranking, and each says so of itself; the list's own has nothing to say."""
    said = {order: how_ordered(compare(GRADED, LEGS, order=order)) for order in Order}
    assert said[Order.CONTENTS] == ""
    assert "not how much it helps" in said[Order.GRADE]
    assert not any("best" in words.lower() for words in said.values())


def test_the_real_pages_fill_every_cell() -> None:
    """Of each therapy we have, every cell says something, and nothing that is only Markdown."""
    for nation in (None, *Nation):
        for row in compare(pages().items, LEGS, nation).rows:
            words = [cell(row, column) for column in Column]
            assert all([*words, row.what_for])
            assert not any(sign in word for word in words for sign in ("](", "**", "  "))


def test_the_real_prices() -> None:
    """What the pages say of money is read as they mean it."""
    rows = {row.key: row for row in compare(pages().items, LEGS).rows}
    assert rows["shockwave"].lowest == 70
    assert rows["hydrotherapy"].lowest == 4
    assert rows["acupuncture"].lowest == 30
    assert rows["walking-and-activity"].lowest == FREE
    assert rows["tens"].lowest is None
    assert all(row.lowest is not None for row in rows.values() if row.cost_seen)


def test_every_real_therapy_is_graded_for_restless_legs() -> None:
    """The table that opens first has no gap."""
    comparison = compare(pages().items, LEGS)
    assert comparison.graded == len(comparison.rows) > 15
    assert conditions(pages().items)[0] == LEGS
