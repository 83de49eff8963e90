"""The section on sleep as it is printed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader
from read_aloud import faults, read

from legjournal import phrases
from legjournal.demo import write_sample
from legjournal.journal import Journal
from legjournal.models.row import new_id
from legjournal.report import content, document
from legjournal.report.as_json import as_json
from legjournal.report.choices import Audience, Section, preset
from legjournal.report.content import Report
from legjournal.trends.period import Period

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
ONLY_SLEEP = replace(preset(Audience.GP), sections=(Section.SLEEP,))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """Sixty days of a fictional person."""
    path = tmp_path_factory.mktemp("sample") / "sample.legjournal"
    with write_sample(path, days=60, seed=1, last=TODAY) as journal:
        yield journal


@pytest.fixture(scope="module")
def report(sample: Journal) -> Report:
    """The last four weeks of them."""
    return content.build(sample, Period(TODAY - 27 * DAY, TODAY), ONLY_SLEEP)


def _behind(report: Report) -> list[str]:
    """The words of each page behind the first."""
    pages = PdfReader(BytesIO(document.draw(report))).pages[1:]
    return [" ".join(page.extract_text().split()) for page in pages]


def test_it_stands_on_one_page_with_the_formula(report: Report) -> None:
    """Picture, figures and how they are worked out."""
    [page] = _behind(report)
    assert page.startswith("Sleep The last 14 nights, from 6pm to 6pm")
    assert "Share of time in bed = all time asleep ÷ all time in bed × 100" in page


def test_the_figures_are_those_of_the_json_beside_the_period_before(report: Report) -> None:
    """Each with the number of nights it is of."""
    told = as_json(report)
    [table] = [part for part in read(document.draw(report)).all("Table") if "this period" in part.words]
    rows = {
        row[0]: row[1:] for row in ([cell.words for cell in tr.all("TH", "TD")] for tr in table.all("TR"))
    }
    for period, columns in ((told, slice(0, 2)), (told["before"], slice(2, 4))):
        sleep = period["sleep"]
        asleep, of = rows["Asleep a night"][columns]
        assert asleep == phrases.short_length(sleep["time_asleep_min"])
        share, nights = rows["Asleep as a share of time in bed"][columns]
        assert (share, nights) == (f"{phrases.number(sleep['efficiency_pct'])}%", of)
        disturbed = rows["Nights woken twice or more by the legs"][columns]
        assert disturbed == [str(sleep["disturbed_nights"]), str(sleep["disturbed_nights_of"])]
    for figures, columns in (
        (told["nights"]["figures"], slice(0, 2)),
        (told["nights"]["before"], slice(2, 4)),
    ):
        walked = rows["Nights I had to walk about"][columns]
        assert walked == [str(figures["walked"]), str(figures["walked_of"])]
        quality = rows["How well I slept, 0 to 10"][columns]
        assert quality[0] == phrases.number(figures["quality"]["value"])


def test_the_picture_is_told_night_by_night(report: Report) -> None:
    """Every time asleep and every count of the last fourteen nights stands in its words."""
    picture = read(document.draw(report)).all("Figure")[-1]
    for night in report.nights.rows:
        if night.asleep_min is not None:
            assert f"Asleep: {phrases.short_length(night.asleep_min)}" in picture.alt
    assert picture.alt.count("Nov: ") == len(report.nights.rows) == 14


def test_it_can_be_read_aloud(report: Report) -> None:
    """The file keeps PDF/UA-1."""
    assert faults(document.draw(report)) == []


def test_without_a_night_it_says_so(journal: Journal) -> None:
    """One sentence, and no picture of nothing."""
    journal.symptoms.add(TODAY, kind="pain", side="left", site="calf", score=3)
    [page] = _behind(content.build(journal, Period(TODAY - 27 * DAY, TODAY), ONLY_SLEEP))
    assert page.startswith("Sleep Nothing was recorded of the nights of this period.")


def test_a_night_with_one_answer_is_enough(journal: Journal) -> None:
    """A period of one day: one row, dashes where nothing was answered."""
    journal.nights.record(TODAY, woken_by_legs=2, wakings=2)
    [page] = _behind(content.build(journal, Period(TODAY, TODAY), ONLY_SLEEP))
    assert "The last night, from 6pm to 6pm" in page
    assert "Nights woken twice or more by the legs 1 1 – –" in page


def test_a_nap_without_a_time_is_not_drawn_and_that_is_said(journal: Journal) -> None:
    """At no invented time; its minutes are among the figures."""
    journal.naps.record(TODAY, new_id(), minutes=25)
    journal.naps.record(TODAY - DAY, new_id(), started=journal.clock.at(TODAY - DAY, time(14)))
    [page] = _behind(content.build(journal, Period(TODAY - DAY, TODAY), ONLY_SLEEP))
    assert "1 nap of these days is not drawn: it has no time." in page
    assert "Asleep in naps, on a day with naps 25 min 1 of 2 days" in page


def test_what_is_not_asked_for_is_not_worked_out(sample: Journal) -> None:
    """Without the section the value is empty, and so is the JSON."""
    none = replace(ONLY_SLEEP, sections=())
    found = content.build(sample, Period(TODAY - 27 * DAY, TODAY), none)
    assert found.nights.rows == ()
    assert as_json(found)["nights"]["rows"] == []
