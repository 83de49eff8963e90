"""The charts ticked among the trends, in the report."""

from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader
from read_aloud import faults, read

from legjournal.demo import write_sample
from legjournal.journal import Journal
from legjournal.report import content, document
from legjournal.report.as_json import as_json
from legjournal.report.choices import Audience, preset
from legjournal.trends.in_report import choose_chart, leave_out
from legjournal.trends.period import Period

TODAY = date(2026, 11, 22)
PERIOD = Period(TODAY - timedelta(days=27), TODAY)
LINES = ["pain_left", "urge", "asleep", "changes"]


@pytest.fixture
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """Forty days of a fictional person."""
    path = tmp_path_factory.mktemp("charts") / "sample.legjournal"
    with write_sample(path, days=40, seed=1, last=TODAY) as journal:
        yield journal


def pages(journal: Journal) -> tuple[str, bytes]:
    """All the words of the GP's report, and the PDF."""
    pdf = document.draw(content.build(journal, PERIOD, preset(Audience.GP)))
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages), pdf


def test_a_ticked_chart_is_drawn_of_the_days_of_the_report(sample: Journal) -> None:
    """Under what it shows, with its numbers for whoever listens; taken out again it is gone."""
    choose_chart(sample.preferences, "over-time", {"days": 14, "lines": LINES, "smooth": False})
    words, pdf = pages(sample)
    assert "Left leg pain, urge to move, hours asleep, medicines and therapies" in words
    assert faults(pdf) == []
    chart = read(pdf).all("Figure")[-1]
    [found] = as_json(content.build(sample, PERIOD, preset(Audience.GP)))["charts"]
    assert len(found["rows"]) > 14
    assert all(row[0] in chart.alt for row in found["rows"])

    leave_out(sample.preferences, "over-time")
    assert "hours asleep" not in pages(sample)[0]


def test_a_calendar_has_a_picture_for_each_month(sample: Journal) -> None:
    """Two months for four weeks of one and the next, of which only the days of the report have a number."""
    choose_chart(sample.preferences, "calendar", {"measure": "asleep", "months": 1, "day": None})
    words, pdf = pages(sample)
    assert "Hours asleep, October 2026" in words
    assert "Hours asleep, November 2026" in words
    assert faults(pdf) == []
    october, november = as_json(content.build(sample, PERIOD, preset(Audience.GP)))["charts"]
    assert 0 < len(october["rows"]) <= 6
    assert 6 < len(november["rows"]) <= 22


def test_a_calendar_of_a_long_time_has_a_picture_for_each_year(sample: Journal) -> None:
    """With the year in its title."""
    choose_chart(sample.preferences, "calendar", {"measure": "pain_left"})
    long = Period(date(2025, 12, 30), TODAY)
    report = content.build(sample, long, preset(Audience.GP))
    assert [chart.title for chart in report.charts] == ["Left leg pain, 2025", "Left leg pain, 2026"]
    assert faults(document.draw(report)) == []


@pytest.mark.parametrize(
    ("chart", "settings", "shows"),
    [
        ("nights", {"months": 1, "day": None}, "Nights, 6pm to 6pm"),
        ("calendar", {"measure": "urge", "months": 1}, "Urge to move, November 2026"),
        ("calendar", {"measure": "sessions", "months": 12}, "Sessions, 2026"),
        ("body", {}, "Where it hurt, and on how many days"),
        ("spread", {"what": "pain"}, "Worst leg pain"),
    ],
)
def test_every_picture_can_be_in_the_report(
    sample: Journal, chart: str, settings: dict[str, object], shows: str
) -> None:
    """Each is drawn whole, and read aloud with its numbers."""
    choose_chart(sample.preferences, chart, settings)
    words, pdf = pages(sample)
    assert shows in " ".join(words.split())
    assert faults(pdf) == []


@pytest.mark.parametrize(
    ("chart", "settings"),
    [
        ("calendar", {}),
        ("calendar", {"measure": "changes"}),
        ("calendar", {"measure": ["asleep"]}),
        ("over-time", {}),
        ("over-time", {"lines": []}),
        ("over-time", {"lines": "pain"}),
        ("over-time", {"lines": ["no such line", 7, None]}),
        ("calendar", {"measure": "no such measure"}),
        ("no such chart", {"lines": LINES}),
    ],
)
def test_what_cannot_be_drawn_is_left_out(sample: Journal, chart: str, settings: dict[str, object]) -> None:
    """A setting of another version leaves the rest of the report as it is."""
    choose_chart(sample.preferences, chart, settings)
    words, _ = pages(sample)
    assert "Charts" not in words
    assert "How the figures are made" in words
