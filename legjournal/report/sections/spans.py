"""The rows of a table over a period by name."""

from collections.abc import Callable
from datetime import date

from legjournal import phrases
from legjournal.report.parts.spans import Step
from legjournal.report.values import number
from legjournal.trends.figures import Mean
from legjournal.words import text


def span_name(first: date, step: Step) -> str:
    """Sun 22 Nov 2026, 16 Nov 2026 for the week from it, Nov 2026, 2026."""
    match step:
        case Step.DAY:
            return f"{phrases.weekdays()[first.weekday()][:3]} {phrases.short_day(first, year=True)}"
        case Step.WEEK:
            return phrases.short_day(first, year=True)
        case Step.MONTH:
            return f"{phrases.months()[first.month - 1][:3]} {first.year}"
        case Step.YEAR:
            return str(first.year)


def step_name(step: Step) -> str:
    """What stands over such rows."""
    return {
        Step.DAY: text("Day"),
        Step.WEEK: text("Week from"),
        Step.MONTH: text("Month"),
        Step.YEAR: text("Year"),
    }[step]


def mean_of(mean: Mean, step: Step, in_words: Callable[[float | None], str] = number) -> str:
    """4.2 (6): with how many days it is of, unless a row is a day."""
    if step is Step.DAY or not mean.n:
        return in_words(mean.value)
    return f"{in_words(mean.value)} ({mean.n})"
