"""What we print as a screen reader meets it: every file keeps PDF/UA-1, and is read in a sensible order."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from read_aloud import bookmarks, faults, read, silent

from legjournal import phrases
from legjournal.charts.body import place_name
from legjournal.demo import write_sample
from legjournal.journal import Journal
from legjournal.library.exercises import exercises, plan_item
from legjournal.models.medicines import Regularity
from legjournal.models.routine import PlanFields, PlanItemFields
from legjournal.report import checklist, content, document, recovery_sheet
from legjournal.report.choices import Audience, preset
from legjournal.report.content import MedicineLine, Report, TherapyLine
from legjournal.storage.keys import recovery_code
from legjournal.trends.period import Period

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
KEY = bytes(range(16))
# F01 of the reliability plan: what a careless program would not take for words.
HOSTILE = (
    '<b>bold</b> <img src="/etc/passwd"/> <table><tr><td> <3 <me@x> &amp; %1 {0} \\ (un)balanced) '
    '<a href="javascript:x">a</a> <para fontSize=300>'
)
UNPRINTABLE = "left \u202eright\u202c half\x00past\x07ten 🦵🏽"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """Sixty days of a fictional person."""
    path = tmp_path_factory.mktemp("sample") / "sample.legjournal"
    with write_sample(path, days=60, seed=1, last=TODAY) as journal:
        yield journal


@pytest.fixture(scope="module")
def report(sample: Journal) -> Report:
    """The last four weeks of them."""
    return content.build(sample, Period(TODAY - 27 * DAY, TODAY), preset(Audience.GP))


FOOT = re.compile(r"Self-reported with Leg Journal. Not a diagnosis. ?Made on [\w ]+ · page \d+ of \d+")


def _page_one(report: Report) -> Report:
    """The report without what stands behind its first page."""
    return replace(report, choices=replace(report.choices, sections=()))


def _hostile(report: Report) -> Report:
    """The report with such words in each place that takes a person's own."""
    assert report.next_appointment is not None
    words = f"{HOSTILE} {UNPRINTABLE}"
    appointment = replace(report.next_appointment, with_whom=words, questions=(words, "word " * 200_000, " "))
    medicines = [MedicineLine(words, words, Regularity.AS_NEEDED, TODAY - DAY, TODAY) for _ in range(9)]
    therapies = (TherapyLine(words, 3, 800, 5, 4), TherapyLine("W" * 3000, 1, None, None, None))
    return replace(
        report, next_appointment=appointment, medicines=tuple(medicines), therapies=tuple(therapies)
    )


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("days", [1, 28, 365])
def test_the_report_can_be_read_aloud(sample: Journal, audience: Audience, days: int) -> None:
    """For each reader and length; only feet, and heads of tables on further pages, are not heard again."""
    pdf = document.draw(content.build(sample, Period(TODAY - (days - 1) * DAY, TODAY), preset(audience)))
    assert faults(pdf) == []
    unheard = "".join(FOOT.sub("", silent(pdf)).split())
    for table in read(pdf).all("Table"):
        heads = "".join(head.words for head in table.all("TR")[0].all("TH"))
        unheard = unheard.replace("".join(heads.split()), "")
    assert unheard == ""


def test_a_report_of_nothing_and_of_hostile_words_can_be_read_aloud(sample: Journal, report: Report) -> None:
    """Neither what is missing nor what was typed breaks the structure."""
    empty = document.draw(
        content.build(sample, Period(date(2020, 1, 1), date(2020, 1, 28)), preset(Audience.GP))
    )
    assert faults(empty) == []
    assert "Nothing was recorded in this period." in read(empty).words
    assert faults(document.draw(_hostile(report))) == []


def test_hostile_words_are_read_as_they_were_typed(report: Report) -> None:
    """Each in its own part: markup opens nothing, and a sign that cannot be printed is heard as a box."""
    heard = read(document.draw(_hostile(report)))
    first = heard.all("LBody")[0]
    assert first.words.startswith(HOSTILE)
    assert first.words.endswith("left □right□ half□past□ten □□")
    assert heard.all("Link") == []


def test_the_report_is_read_from_what_is_asked_to_what_was_tried(report: Report) -> None:
    """Heading by heading as the page goes, which are also its bookmarks; a table follows its heading."""
    pdf = document.draw(_page_one(report))
    heard = read(pdf)
    headings = [part.words for part in heard.all("H1", "H2", "H3")]
    assert headings == [
        "Leg pain, restless legs and sleep",
        "What I would like from this appointment",
        "Worst leg pain each day, urge to move each evening, 0 to 10",
        "What I can do, 0 cannot, 10 as before",
        "Where, 0 to 10",
        "Medicines, as I take them",
        "What I have tried",
    ]
    assert bookmarks(pdf) == [(int(n > 0), words) for n, words in enumerate(headings)]
    tags = [part.tag for part in heard.kids]
    assert all(tags[n - 1] == "H2" for n, tag in enumerate(tags) if tag == "Table")


def test_a_figure_is_heard_with_its_row_and_its_column(report: Report) -> None:
    """“Left calf”, “average”, the score; the values are those of the report."""
    table = read(document.draw(report)).all("Table")[1]
    rows = [[cell.words for cell in row.all("TH", "TD")] for row in table.all("TR")]
    place = report.places[0]
    assert rows[0] == ["", "average", "days"]
    assert rows[1] == [place_name(place.side, place.site), phrases.number(place.mean), str(place.days)]
    assert [cell.attributes["Scope"] for cell in table.all("TH")[:4]] == ["/Column"] * 3 + ["/Row"]


def test_the_chart_says_what_it_shows(report: Report) -> None:
    """Lowest and highest score and of how many days: the numbers of the report."""
    [chart] = read(document.draw(_page_one(report))).all("Figure")
    scores = [line.pain for line in report.days if line.pain is not None]
    assert f"worst leg pain: lowest {min(scores)}, highest {max(scores)}, {len(scores)} days." in chart.alt
    assert f"Woken twice or more by the legs: {report.figures.sleep.disturbed} nights." in chart.alt


def test_the_questions_are_a_list(report: Report) -> None:
    """Numbered, each heard with its number."""
    assert report.next_appointment is not None
    heard = read(document.draw(report))
    entries = [(entry.all("Lbl")[0].words, entry.all("LBody")[0].words) for entry in heard.all("LI")]
    asked = report.next_appointment.questions
    assert entries == [(f"{number}.", words) for number, words in enumerate(asked, start=1)]


def _sheet(journal: Journal, items: list[PlanItemFields], name: str = "Hips") -> bytes:
    journal.plans.adopt(PlanFields(name=name, started=TODAY, weekdays=[0, 2]), items)
    return checklist.draw(checklist.build(journal, journal.plans.on(TODAY), TODAY + DAY))


def _items(count: int) -> list[PlanItemFields]:
    shelf = list(exercises().items.items())
    return [plan_item(*shelf[number % len(shelf)]) for number in range(count)]


@pytest.mark.parametrize("count", [1, 14, 30])
def test_the_checklist_is_one_table(journal: Journal, count: int) -> None:
    """Over one page or three: an exercise a row, a day a column, the heads heard once."""
    pdf = _sheet(journal, _items(count))
    assert faults(pdf) == []
    heard = read(pdf)
    [table] = heard.all("Table")
    heads, *rows = table.all("TR")
    assert [head.words for head in heads.all("TH")] == ["", "Mon 23", "Wed 25"]
    assert len(rows) == count
    assert all([len(row.all("TH")), len(row.all("TD"))] == [1, 2] for row in rows)
    assert [part.words for part in heard.all("H1", "H2")] == ["Hips", "Notes"]


def test_an_exercise_is_heard_with_its_boxes(journal: Journal) -> None:
    """Picture, name, dose and cue as the head of the row; in each day's cell how many boxes there are."""
    item = PlanItemFields(exercise="clamshell", sets=2, repetitions_from=12, each_side=True)
    [_heads, row] = read(_sheet(journal, [item])).all("TR")
    page = exercises().items["clamshell"]
    [head] = row.all("TH")
    assert head.all("Figure")[0].alt == f"Picture of the exercise. {page.end}"
    said = [part.words for part in head.all("P")]
    assert said[:1] + said[2:] == ["Clamshell", page.cue, "left", "right"]
    boxes = "left: 2 boxes to tick, right: 2 boxes to tick"
    assert [cell.words for cell in row.all("TD")] == [boxes, boxes]


def test_a_checklist_of_ones_own_can_be_read_aloud(journal: Journal) -> None:
    """A picture of the person's own, hostile names, an exercise without a page, and no exercise at all."""
    picture = BytesIO()
    Image.new("RGB", (80, 120), "grey").save(picture, "PNG")
    journal.exercises.add(HOSTILE, picture=picture.getvalue())
    own = journal.exercises.all().popitem()[0]
    pdf = _sheet(journal, [PlanItemFields(exercise=own), PlanItemFields(exercise="gone")], HOSTILE)
    assert faults(pdf) == []
    assert read(pdf).all("H1")[0].words.startswith("<b>bold</b> <img src=")
    assert "The person’s own picture of it." in [figure.alt for figure in read(pdf).all("Figure")]
    assert faults(_sheet(journal, [])) == []


def test_the_recovery_sheet_can_be_read_aloud() -> None:
    """Its code is a numbered list of groups, in order."""
    pdf = recovery_sheet.draw(KEY, Path(f"{HOSTILE.replace('/', '')}.legjournal"), TODAY)
    assert faults(pdf) == []
    assert silent(pdf).strip() == ""
    heard = read(pdf)
    assert tuple(entry.all("LBody")[0].words for entry in heard.all("LI")) == recovery_code(KEY)
    assert heard.all("Lbl")[-1].words == f"{len(recovery_code(KEY))} (check)"
