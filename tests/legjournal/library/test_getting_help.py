"""The pages on getting help: the signs that cannot wait, the ways in, and nobody sent to a wrong number."""

import re

import pytest

from legjournal.library.pages import PageKind, pages

GETTING_HELP = {
    "when-to-get-help",
    "help-where-you-live",
    "seeing-a-gp",
    "physiotherapy",
    "first-contact-physio",
    "pharmacists",
    "pain-clinics",
    "choosing-a-private-physio",
    "choosing-an-acupuncturist",
    "choosing-massage",
    "charities",
}
# The signs that the strictest of the sources give, and the heading they must stand under.
SIGNS = {
    "Call 999 or go to A&E now": [
        "Chest pain, being short of breath, coughing up blood or collapsing",
        "cold, pale or blue, numb or weak",
        "worsening weakness in both legs",
        "you cannot stand, the leg is shorter or at an odd angle",
        "hot, swollen, very painful joint",
        "between your thighs",
        "wiping yourself feels different",
        "trouble starting to pee",
        "control or feeling of your bowels",
        "sexual function",
        "legs that will not move",
        "Do not drive yourself",
    ],
    "Get medical advice the same day": [
        "blood clot",
        "harder to see on brown or black skin",
        "foot that drops",
        "eases when you hang the leg down",
        "do not heal",
    ],
    "See a GP within days": [
        "Weight loss you cannot explain",
        "night sweats",
        "had cancer",
        "no position changes",
        "weak immune system",
    ],
    "See a GP soon": ["comes when you walk and stops when you rest"],
}


def test_every_way_to_help_has_its_page() -> None:
    """From the signs that cannot wait to the charities; each says how to get there, wherever one lives."""
    found = {key: page for key, page in pages().items.items() if page.kind is PageKind.GETTING_HELP}
    assert found.keys() == GETTING_HELP
    for page in found.values():
        assert page.routes.everywhere


@pytest.mark.parametrize("heading", SIGNS)
def test_a_sign_stands_where_the_strictest_source_puts_it(heading: str) -> None:
    """Most urgent first; none of them may slip to a later heading, or out of the page."""
    body = pages().items["when-to-get-help"].body
    under = body.split(f"## {heading}\n")[1].split("\n## ")[0]
    assert [sign for sign in SIGNS[heading] if sign not in under] == []
    assert re.findall(r"(?m)^## (.*)$", body)[: len(SIGNS)] == list(SIGNS)


def test_self_referral_says_that_night_pain_is_on_the_list() -> None:
    """Everyone who uses this journal has it, so the page does not leave it to them to notice."""
    body = pages().items["physiotherapy"].body
    assert "- night pain\n" in body
    assert "Night pain is on this list, and most people who use this journal have it." in body
    assert "tell a GP about your night pain before you refer yourself" in body


def test_nobody_in_northern_ireland_is_sent_to_111() -> None:
    """It is not the general line for urgent care there."""
    for key in ("when-to-get-help", "help-where-you-live"):
        assert not re.search(r"(?i)\b(call|ring|use|phone) 111", pages().items[key].routes.northern_ireland)
