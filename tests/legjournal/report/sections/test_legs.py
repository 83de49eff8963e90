"""The section on the legs as it is printed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader
from read_aloud import Part, faults, read

from legjournal import phrases
from legjournal.charts.body import body, place_name
from legjournal.demo import write_sample
from legjournal.journal import Journal
from legjournal.report import content, document
from legjournal.report.as_json import as_json
from legjournal.report.choices import Audience, Section, preset
from legjournal.report.content import Report
from legjournal.report.sections.legs import MOST_WAYS
from legjournal.trends.period import Period

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
FOUR_WEEKS = Period(TODAY - 27 * DAY, TODAY)
ONLY_LEGS = replace(preset(Audience.GP), sections=(Section.LEGS,))
HOSTILE = '<b>bold</b> <img src="/etc/passwd"/> &amp; %1 {0} <para fontSize=300>'


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """A hundred days of a fictional person."""
    path = tmp_path_factory.mktemp("sample") / "sample.legjournal"
    with write_sample(path, days=100, seed=1, last=TODAY) as journal:
        yield journal


@pytest.fixture(scope="module")
def report(sample: Journal) -> Report:
    """All of them, so that the months are told too."""
    return content.build(sample, Period(TODAY - 99 * DAY, TODAY), ONLY_LEGS)


def _behind(report: Report) -> str:
    """The words of the pages behind the first."""
    pages = PdfReader(BytesIO(document.draw(report))).pages[1:]
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def _table(heard: Part, head: str) -> list[list[str]]:
    """The rows of the table that has such a head, as they are read out."""
    [table] = [part for part in heard.all("Table") if head in [cell.words for cell in part.all("TH")]]
    return [[cell.words for cell in row.all("TH", "TD")] for row in table.all("TR")][1:]


def test_the_places_of_the_table_are_those_of_the_json(report: Report) -> None:
    """By number, with days, average and of how many days it is."""
    told = as_json(report)["hurt"]
    assert _table(read(document.draw(report)), "Place") == [
        [
            str(place["number"]),
            place_name(place["side"], place["site"]),
            str(place["days"]),
            phrases.number(place["mean"]["value"]),
            str(place["mean"]["n"]),
        ]
        for place in told
    ]


def test_the_drawing_says_where_and_on_how_many_days(report: Report) -> None:
    """Its words have the numbers of the table, and so has the drawing itself."""
    drawing = read(document.draw(report)).all("Figure")[-1]
    for place in report.hurt:
        assert f"{place.number}, {place_name(place.side, place.site)}: {place.days} days" in drawing.alt


def test_sides_and_times_are_those_of_the_json(report: Report) -> None:
    """Each kind by side, the onset as a sentence and by month."""
    told, heard = as_json(report), read(document.draw(report))
    sides = _table(heard, "On how many days")
    keys = ("left", "right", "both", "no_side", "days")
    assert [row[1:] for row in sides] == [[str(kind[key]) for key in keys] for kind in told["by_side"]]
    onset = report.urge.onset
    assert onset is not None
    times = [phrases.clock(instant) for instant in (onset.mean, onset.earliest, onset.latest)]
    words = "First felt at {} on average: earliest {}, latest {}.".format(*times)
    assert words in _behind(report)
    months = _table(heard, "Month")
    assert len(months) == len(told["urge"]["onsets"]) == 4
    assert [row[4] for row in months] == [str(of["onset"]["evenings"]) for of in told["urge"]["onsets"]]


def test_what_helped_is_beside_the_evenings_it_is_of(report: Report) -> None:
    """Walking on so many of so many evenings."""
    told = as_json(report)["urge"]
    rows = _table(read(document.draw(report)), "As I wrote it")
    assert rows == [[of["words"], str(of["urge"]), str(of["pain"])] for of in told["helped"]]
    assert f"of {told['evenings']} evenings with the urge" in _behind(report)


def test_it_can_be_read_aloud(report: Report) -> None:
    """The file keeps PDF/UA-1."""
    assert faults(document.draw(report)) == []


def test_words_of_the_persons_own_are_printed_as_typed(journal: Journal) -> None:
    """A place and what helped are no markup, however they look; a long one is cut, and nothing breaks."""
    journal.symptoms.add(TODAY, kind="pain", side="left", site=HOSTILE, score=3, helped=HOSTILE)
    journal.symptoms.add(TODAY, kind="pain", side="left", site="W" * 200, score=3, helped="W" * 200)
    found = content.build(journal, FOUR_WEEKS, ONLY_LEGS)
    words = _behind(found)
    assert words.count("<img src=") == 2
    assert "%1 {0}" in words
    assert faults(document.draw(found)) == []


def test_more_than_a_dozen_ways_are_counted(journal: Journal) -> None:
    """The rest is said to be there."""
    for number in range(MOST_WAYS + 3):
        journal.symptoms.add(TODAY, kind="urge to move", score=3, helped=f"way {number}")
    assert "And 3 more, written less often." in _behind(content.build(journal, FOUR_WEEKS, ONLY_LEGS))


def test_the_whole_body_fits(journal: Journal) -> None:
    """Every place marked: each has its number on the drawing and its row."""
    for region in body().regions:
        journal.symptoms.add(TODAY, kind="pain", side=region.side, site=region.site, score=5)
    found = content.build(journal, FOUR_WEEKS, ONLY_LEGS)
    assert [row[0] for row in _table(read(document.draw(found)), "Place")] == [
        str(number) for number in range(1, len(found.hurt) + 1)
    ]
    assert faults(document.draw(found)) == []


def test_an_evening_with_the_urge_only_has_no_drawing(journal: Journal) -> None:
    """It says that no pain was recorded, and that no time was written down."""
    journal.symptoms.add(TODAY, kind="urge to move", side="both", score=4)
    found = content.build(journal, FOUR_WEEKS, ONLY_LEGS)
    words = _behind(found)
    assert words.startswith("Legs Where it hurt No pain was recorded in this period. What was felt")
    assert "Urge to move 0 0 1 0 1" in words
    assert "No time was written down." in words
    assert len(read(document.draw(found)).all("Figure")) == 1  # that of page one


def test_without_anything_felt_it_says_so(journal: Journal) -> None:
    """One sentence; a day scored 0 is recorded, and hurt nowhere."""
    journal.symptoms.add(TODAY, kind="pain", side="left", site="calf", score=0)
    words = _behind(content.build(journal, FOUR_WEEKS, ONLY_LEGS))
    assert words.startswith("Legs Nothing felt in the legs was recorded in this period.")
