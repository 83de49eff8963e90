"""Comparisons ticked among the trends, in the report."""

from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader
from read_aloud import faults, read

from legjournal.demo import write_sample
from legjournal.journal import Journal
from legjournal.report import content, document
from legjournal.report.choices import Audience, preset
from legjournal.report.parts.picked_charts import picked_charts
from legjournal.trends.courses import courses
from legjournal.trends.in_report import choose_chart
from legjournal.trends.loading import load
from legjournal.trends.one_course import key_of
from legjournal.trends.period import Period

TODAY = date(2026, 11, 22)
PERIOD = Period(TODAY - timedelta(days=83), TODAY)
QUESTION = {"factor": "session", "outcome": "pain", "when": "same evening", "days": ""}


@pytest.fixture
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """Ninety days of a fictional person."""
    path = tmp_path_factory.mktemp("charts") / "sample.legjournal"
    with write_sample(path, days=90, seed=3, last=TODAY) as journal:
        yield journal


def test_ticked_comparisons_are_drawn_with_their_numbers_in_words(sample: Journal) -> None:
    """Each under what it shows, and the sentence that there is no proof of a cause beside the difference."""
    course = key_of(courses(load(sample))[0])
    choose_chart(sample.preferences, "with-and-without", QUESTION)
    choose_chart(sample.preferences, "courses", {"course": course, "outcome": "urge"})
    choose_chart(sample.preferences, "spread", {"what": "urge", "days": ""})
    pdf = document.draw(content.build(sample, PERIOD, preset(Audience.GP)))

    assert faults(pdf) == []
    words = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages)
    for title in (
        "Worst leg pain. The same evening, with and without: Session of the routine",
        "Urge to move before, during and after:",
        "Urge to move: on how many days each score was given",
    ):
        assert title in words
    first, second, third = (figure.alt for figure in read(pdf).all("Figure")[-3:])
    assert "evenings of a session day the worst leg pain scored" in first
    assert "not proof of a cause" in second
    assert "Urge to move: a score on" in third


def test_the_time_of_the_urge(sample: Journal) -> None:
    """Of the months of the report; of days without one there is no picture."""
    choose_chart(sample.preferences, "spread", {"what": "onset", "days": ""})
    [chart] = picked_charts(sample, PERIOD)
    assert len(chart.draw(500, 300, 9).rows) == 4
    before = Period(TODAY - timedelta(days=900), TODAY - timedelta(days=800))
    assert picked_charts(sample, before) == ()


@pytest.mark.parametrize(
    ("chart", "settings"),
    [
        ("with-and-without", {}),
        ("with-and-without", QUESTION | {"factor": "word 0123456789abcdef"}),
        ("with-and-without", QUESTION | {"factor": 7}),
        ("with-and-without", QUESTION | {"when": "next night"}),
        ("with-and-without", QUESTION | {"outcome": "no such"}),
        ("courses", {"course": "plan 1999-01-01", "outcome": "pain"}),
        ("courses", {"course": None, "outcome": "pain"}),
        ("spread", {"what": "asleep"}),
        ("spread", {"what": ["pain"]}),
    ],
)
def test_what_is_not_there_any_more_is_left_out(
    sample: Journal, chart: str, settings: dict[str, Any]
) -> None:
    """And nothing else is drawn in its place."""
    choose_chart(sample.preferences, chart, settings)
    assert picked_charts(sample, PERIOD) == ()
