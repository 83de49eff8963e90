"""The report as it looks: each page beside the picture somebody looked at and found good."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache

import pytest
from page_pictures import MOST, assert_as_kept, difference, drawn
from PIL import Image, ImageChops

from legjournal.demo import write_sample
from legjournal.journal import Journal
from legjournal.report import content, document
from legjournal.report.choices import Audience, preset
from legjournal.trends.period import Period

TODAY = date(2026, 11, 22)
ONE_DAY, NINETY_DAYS, TEN_YEARS = 1, 90, 3652


@pytest.fixture(scope="module")
def journals(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[int], Journal]]:
    """The sample journal of so many days, made once."""
    opened: list[Journal] = []

    @cache
    def made(days: int) -> Journal:
        path = tmp_path_factory.mktemp("pictures") / f"{days}.legjournal"
        opened.append(write_sample(path, days=days, seed=1, last=TODAY))
        return opened[-1]

    yield made
    for journal in opened:
        journal.close()


def pages(journal: Journal, days: int, audience: Audience) -> list[Image.Image]:
    """The pages of its report as grey pictures."""
    period = Period(TODAY - timedelta(days=days - 1), TODAY)
    return drawn(document.draw(content.build(journal, period, preset(audience))))


@pytest.mark.parametrize("audience", Audience)
def test_ninety_days_look_as_they_did(journals: Callable[[int], Journal], audience: Audience) -> None:
    """For each reader every page: nothing has moved, is cut off or is missing."""
    assert_as_kept(f"ninety-days-{audience}", pages(journals(NINETY_DAYS), NINETY_DAYS, audience))


@pytest.mark.parametrize(("days", "name"), [(ONE_DAY, "one-day"), (TEN_YEARS, "ten-years")])
def test_the_first_page_of_a_day_and_of_ten_years_looks_as_it_did(
    journals: Callable[[int], Journal], days: int, name: str
) -> None:
    """With next to nothing, and with more than it holds."""
    assert_as_kept(name, pages(journals(days), days, Audience.GP)[:1])


def test_a_page_that_moved_is_told(journals: Callable[[int], Journal]) -> None:
    """The comparison does see a line that is 2 points lower, and a word that is missing."""
    [page, *_] = pages(journals(ONE_DAY), ONE_DAY, Audience.GP)
    assert difference(page, page) == 0
    assert difference(page, ImageChops.offset(page, 0, 1)) > MOST
    without = page.copy()
    without.paste(255, (20, 20, 80, 40))
    assert difference(page, without) > MOST
