"""What the pages on conditions, therapies and daily life must say, and what they must not."""

import re

import pytest

from legjournal.library.pages import Grade, Page, PageKind, links_of, pages
from legjournal.places import ASSETS

GOOD, SOME, LIMITED, NONE, AGAINST = Grade.GOOD, Grade.SOME, Grade.LIMITED, Grade.NONE_FOUND, Grade.AGAINST
NO_PRICE = "No price found"

# What is known for which condition: the honest strength, and all of it. A change here is a change of advice.
GRADES: dict[str, dict[str, Grade]] = {
    "exercise-for-restless-legs": {"restless legs": SOME},
    "hip-and-glute-strength": {
        "outer hip pain": GOOD,
        "restless legs": NONE,
        "arthritis of the hip": GOOD,
        "low back pain": LIMITED,
    },
    "core-strength": {"restless legs": NONE, "low back pain": LIMITED},
    "walking-and-activity": {
        "restless legs": LIMITED,
        "low back pain": SOME,
        "poor circulation": GOOD,
        "arthritis of the hip": GOOD,
        "long-lasting pain": SOME,
    },
    "stretching-and-yoga": {"restless legs": LIMITED, "night cramps": LIMITED, "outer hip pain": AGAINST},
    "massage-and-heat": {
        "restless legs": LIMITED,
        "outer hip pain": AGAINST,
        "low back pain": LIMITED,
        "arthritis of the hip": LIMITED,
    },
    "sleep-habits": {"restless legs": NONE, "poor sleep": LIMITED},
    "caffeine-alcohol-nicotine": {"restless legs": LIMITED},
    "cbt-and-act": {"restless legs": LIMITED, "poor sleep": GOOD, "long-lasting pain": SOME},
    "iron": {"restless legs": SOME},
    "medicines-for-restless-legs": {"restless legs": GOOD},
    "medicines-that-worsen-restless-legs": {"restless legs": LIMITED},
    "acupuncture": {
        "restless legs": LIMITED,
        "long-lasting pain": SOME,
        "low back pain": AGAINST,
        "sciatica": AGAINST,
        "arthritis of the hip": AGAINST,
    },
    "hydrotherapy": {"restless legs": NONE, "arthritis of the hip": SOME},
    "shockwave": {"outer hip pain": LIMITED, "restless legs": NONE},
    "therapulse-and-pemf": {"restless legs": NONE},
    "vibration-pads": {"restless legs": LIMITED},
    "pneumatic-compression": {"restless legs": SOME},
    "nerve-stimulation": {"restless legs": SOME},
    "tens": {
        "restless legs": LIMITED,
        "low back pain": AGAINST,
        "sciatica": AGAINST,
        "arthritis of the hip": AGAINST,
        "long-lasting pain": AGAINST,
    },
}

# The therapies that the founding article names: what stands there of the cost, words of the route, and a part
# of the address of a source.
ARTICLE: dict[str, tuple[str, str, str]] = {
    "exercise-for-restless-legs": (NO_PRICE, "no referral is needed", "jabfm.org"),
    "hip-and-glute-strength": (NO_PRICE, "Begin at home", "monash.edu"),
    "core-strength": (NO_PRICE, "Begin at home", "theros.org.uk"),
    "therapulse-and-pemf": (NO_PRICE, "No NHS route", "therapulse.co.uk/pub/how-it-works"),
    "shockwave": ("£80 to £200", "Guy’s and St Thomas’", "nice.org.uk/guidance/IPG376"),
    "massage-and-heat": (NO_PRICE, "do it yourself", "pone.0230951"),
    "acupuncture": ("£35 to £60", "pain clinics", "nice.org.uk/guidance/ng59"),
    "hydrotherapy": ("£12", "physio refers you", "aintreehospital.nhs.uk"),
}
# The other ways to help that it names, and the address of a source.
WAYS = {"seeing-a-gp": "nhslothian.scot", "physiotherapy": "csp.org.uk", "pain-clinics": "hduhb.nhs.wales"}

# The pages that were asked for, by their headings in the contents list.
ASKED_FOR = {
    PageKind.CONDITION: {
        "restless-legs",
        "outer-hip-pain",
        "sciatica",
        "hip-arthritis",
        "things-that-look-alike",
        "cramp-at-night",
        "poor-circulation",
        "nerve-damage",
        "long-lasting-pain",
    },
    PageKind.THERAPY: set(GRADES),
    PageKind.LIVING: {
        "pacing",
        "overdoing-it-and-rest-days",
        "sleeping-positions",
        "preparing-for-an-appointment",
        "keeping-a-diary",
    },
}
OURS = sorted(key for keys in ASKED_FOR.values() for key in keys)

# One name for one condition, so that the table of therapies can be read down a column.
CONDITIONS = {
    "restless legs",
    "outer hip pain",
    "sciatica",
    "low back pain",
    "arthritis of the hip",
    "long-lasting pain",
    "night cramps",
    "poor circulation",
    "poor sleep",
}

# Facts that were only remembered when they were collected, and where they might slip in.
UNCHECKED = {
    "exercise-for-restless-legs": r"39 ?%|\b8 ?%",
    "hip-and-glute-strength": r"52 weeks|79 ?%|58 ?%|hamstring cramp",
    "massage-and-heat": r"CNHC",
    "core-strength": r"90 degrees|5 to 8 each side",
    "sleep-habits": r"85 ?%|30 minutes",
    "outer-hip-pain": r"delay|52 weeks",
    "preparing-for-an-appointment": r"NHS App",
    "cbt-and-act": r"85 ?%|90 ?%",
}
MEDICINES = [
    "medicines-for-restless-legs",
    "medicines-that-worsen-restless-legs",
    "iron",
    "cramp-at-night",
    "sciatica",
]
DOSE = re.compile(r"\d ?(?:mg|mcg|milligrams?|g|ml|tablets?|capsules?|times a day)\b", re.IGNORECASE)


def words_of(page: Page) -> str:
    """What a reader of the page reads, without the sources."""
    routes = page.routes.model_dump().values()
    lists = [*page.not_for_you_if, *page.questions_to_ask, *routes]
    heads = [page.title, page.summary, page.what_for, page.who_pays, page.cost_seen, page.cost_dated]
    return "\n".join([*heads, page.conflict_of_interest, *lists, page.body])


@pytest.mark.parametrize("kind", ASKED_FOR)
def test_what_was_asked_for_is_there(kind: PageKind) -> None:
    """Every page of the kind, under its own heading of the contents list."""
    assert {key for key, page in pages().items.items() if page.kind is kind} >= ASKED_FOR[kind]


@pytest.mark.parametrize("key", GRADES)
def test_a_grade_is_the_honest_strength(key: str) -> None:
    """For every condition that the therapy is graded for, and for no other."""
    assert {known.condition: known.grade for known in pages().items[key].evidence} == GRADES[key]


def test_no_therapy_is_without_its_grades() -> None:
    """A page that is added has its grades held here as well."""
    assert {key for key, page in pages().items.items() if page.kind is PageKind.THERAPY} == GRADES.keys()


@pytest.mark.parametrize("key", ARTICLE)
def test_what_the_article_names_has_cost_route_and_source(key: str) -> None:
    """What was seen of the cost, how to get it, and a source."""
    page = pages().items[key]
    cost, route, source = ARTICLE[key]
    assert cost in words_of(page)
    assert any(route in words for words in page.routes.model_dump().values())
    assert any(source in known_from.address for known_from in page.sources)


@pytest.mark.parametrize("key", WAYS)
def test_the_ways_that_the_article_names_have_payer_routes_and_source(key: str) -> None:
    """The NHS pays, each page says how to get there, and asks questions worth asking."""
    page = pages().items[key]
    assert page.who_pays.startswith("The NHS")
    assert page.routes.everywhere
    assert page.questions_to_ask
    assert any(WAYS[key] in source.address for source in page.sources)


@pytest.mark.parametrize("key", GRADES)
def test_a_table_of_therapies_can_be_read_across(key: str) -> None:
    """What stands in its cells is a phrase; the sentences are on the page."""
    page = pages().items[key]
    assert 3 <= len(page.effort.split()) <= 9
    assert len(page.who_pays.split()) <= 10
    assert len(page.cost_seen.split()) <= 12


def test_nothing_is_bundled_that_could_be_taken_for_the_nhs() -> None:
    """No logo, picture or lettering of that name; that no page shows a picture, the checker holds."""
    assert [path for path in ASSETS.rglob("*") if "nhs" in path.name.casefold()] == []


def test_shockwave_tells_what_a_buyer_needs() -> None:
    """NICE’s guidance, the UK trial, both ranges of prices with their years, and who had better not."""
    page = pages().items["shockwave"]
    for said in (
        "IPG376",
        "January 2011",
        "special care over consent",
        "229 people",
        "not put into groups by chance",
        "120 people",
        "no difference",
        "£80 to £200",
        "£70 a session",
        "2024 to 2025",
    ):
        assert said in page.body, said
    assert page.cost_dated == "2024 to 2025"
    assert any("pregnant" in words for words in page.not_for_you_if)
    assert any("blood thinners" in words for words in page.not_for_you_if)
    assert "device seller" in page.conflict_of_interest


def test_the_seller_is_named_and_its_pages_disagree() -> None:
    """The page on the device: whose article it was, vibration or magnets, no trial, an unsupported claim."""
    page = pages().items["therapulse-and-pemf"]
    assert "published by the seller of Therapulse" in page.conflict_of_interest
    assert "advertising, not evidence" in page.conflict_of_interest
    for said in (
        "The 2 pages disagree",
        "vibration",
        "electromagnetic",
        "no trial was found",
        "No NICE guidance",
    ):
        assert said in page.body, said


@pytest.mark.parametrize("key", OURS)
def test_a_page_does_not_advertise(key: str) -> None:
    """No promise, no endorsement, no figure that would be taken for a score."""
    words = words_of(pages().items[key])
    assert not re.search(
        r"\b(proven|cures?|cured|miracle|guaranteed?|breakthrough|amazing|revolutionary)\b",
        words,
        re.IGNORECASE,
    )
    assert not re.search(
        r"\b(approved|endorsed|recommended) by (the )?(NHS|NICE|doctors)\b", words, re.IGNORECASE
    )


@pytest.mark.parametrize("key", UNCHECKED)
def test_what_was_only_remembered_is_not_printed(key: str) -> None:
    """A figure nobody looked up is not on the page it would have suited."""
    assert not re.search(UNCHECKED[key], words_of(pages().items[key]))


@pytest.mark.parametrize("key", MEDICINES)
def test_a_page_on_medicines_gives_no_dose(key: str) -> None:
    """How much to take is between the person and the prescriber."""
    assert not DOSE.search(words_of(pages().items[key]))


@pytest.mark.parametrize("key", ["medicines-for-restless-legs", "medicines-that-worsen-restless-legs"])
def test_a_page_on_medicines_begins_with_the_warning(key: str) -> None:
    """Nobody reads a name there before reading that nothing is to be stopped alone."""
    first = pages().items[key].body.partition("\n")[0]
    assert first.startswith("**Never")
    assert "prescribed medicine by yourself" in first


def test_conditions_have_one_name_each() -> None:
    """The grades of all therapies use the same words for the same condition."""
    named = {known.condition for page in pages().items.values() for known in page.evidence}
    assert named == CONDITIONS


@pytest.mark.parametrize("key", OURS)
def test_pages_lead_to_each_other(key: str) -> None:
    """Nobody is left at a dead end: each page leads on."""
    page = pages().items[key]
    assert links_of(page) <= pages().items.keys()
    assert links_of(page) - {key}


@pytest.mark.parametrize("key", sorted(ASKED_FOR[PageKind.CONDITION] - {"things-that-look-alike"}))
def test_a_condition_says_when_not_to_wait(key: str) -> None:
    """Every page on a condition leads to the signs that need help."""
    assert "when-to-get-help" in links_of(pages().items[key])


def test_what_looks_alike_leads_to_each_of_them() -> None:
    """The page that sets conditions side by side links them all, the urgent signs first."""
    page = pages().items["things-that-look-alike"]
    others = ASKED_FOR[PageKind.CONDITION] - {"things-that-look-alike", "long-lasting-pain"}
    assert others <= links_of(page)
    assert page.body.index("page:when-to-get-help") < page.body.index("page:restless-legs")


@pytest.mark.parametrize("key", sorted(ASKED_FOR[PageKind.THERAPY]))
def test_a_therapy_says_what_was_not_found(key: str) -> None:
    """A heading for restless legs, and a word on what nobody looked into or found."""
    page = pages().items[key]
    assert "restless legs" in page.body
    assert re.search(r"not found|No trial|not look(ed)? into|none found|No .* found|None of", page.body)
    assert page.questions_to_ask
