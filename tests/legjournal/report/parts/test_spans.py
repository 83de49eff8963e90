"""What a row of a long table stands for."""

from datetime import date, timedelta

import pytest

from legjournal.report.parts.spans import Step, first_of, spans, step_for
from legjournal.trends.period import Period

LAST = date(2026, 11, 22)  # a Sunday


def _period(days: int) -> Period:
    return Period(LAST - timedelta(days=days - 1), LAST)


@pytest.mark.parametrize(
    ("days", "step"),
    [
        (1, Step.DAY),
        (371, Step.DAY),
        (372, Step.WEEK),
        (1120, Step.WEEK),
        (1121, Step.MONTH),
        (18_263, Step.YEAR),
    ],
)
def test_a_long_period_has_coarser_rows(days: int, step: Step) -> None:
    """Days up to a year and a week, then never more than 160 rows, as long as there is anything coarser."""
    assert step_for(_period(days)) is step
    assert len(spans(_period(days), step)) <= (371 if step is Step.DAY else 161)


def test_no_row_is_finer_than_was_asked_for() -> None:
    """Doses are told by month also where the period is a fortnight."""
    assert step_for(_period(14), Step.MONTH) is Step.MONTH
    assert step_for(_period(14), Step.WEEK) is Step.WEEK


@pytest.mark.parametrize("step", Step)
def test_the_spans_are_the_period_without_gap_or_overlap(step: Step) -> None:
    """Every day is in exactly one, and is found in it by its first day; a leap year and its February too."""
    period = Period(date(2023, 11, 15), date(2025, 2, 11))
    found = spans(period, step)
    days = [day for span in found for day in span]
    assert days == [*period]
    assert all(first_of(day, step, period) == span.first for span in found for day in span)


def test_the_first_and_the_last_are_cut_to_the_period() -> None:
    """From 26 October to 22 November: six days of October and twenty-two of November."""
    period = Period(date(2026, 10, 26), LAST)
    assert spans(period, Step.MONTH) == [
        Period(date(2026, 10, 26), date(2026, 10, 31)),
        Period(date(2026, 11, 1), LAST),
    ]
