"""Sleep: the last fourteen nights drawn, the figures beside those of the period before, the formula."""

from collections.abc import Callable, Iterator

from reportlab.platypus import Flowable

from legjournal.charts import raster
from legjournal.phrases import count
from legjournal.report.content import Report
from legjournal.report.paper import WIDTH
from legjournal.report.parts.nights import NO_NIGHTS, NightFigures, Nights
from legjournal.report.sections.drawn import drawn
from legjournal.report.sections.pieces import heading, paragraph, subheading, table, whole
from legjournal.report.values import NONE, number, per_cent, short_length, times
from legjournal.trends.figures import Mean
from legjournal.words import plural, text

LETTERS = 9.0  # points, in the picture
_ROW, _AROUND = 20.0, 66.0  # points: a night of the picture; its hours and its legend
_WIDTHS = (WIDTH - 300, 82.0, 68.0, 82.0, 68.0)


def sleep(report: Report) -> list[Flowable]:
    """The section."""
    name = heading(text("Sleep"))
    if not _recorded(report):
        return [whole(name, paragraph(text("Nothing was recorded of the nights of this period.")))]
    return [
        whole(name, *_picture(report.nights)),
        whole(subheading(text("The nights of the period and of the one before")), _figures(report)),
        *map(paragraph, _formulas()),
    ]


def _recorded(report: Report) -> bool:
    nights = report.nights
    noted = any(night.recorded or night.naps for night in nights.rows)
    return bool(
        report.figures.sleep.nights or nights.figures != NO_NIGHTS.figures or nights.untimed_naps or noted
    )


def _picture(nights: Nights) -> Iterator[Flowable]:
    length = len(nights.rows)
    pattern = plural("The last night, from 6pm to 6pm", "The last {n} nights, from 6pm to 6pm", length)
    yield subheading(pattern.format(n=length))
    yield drawn(raster.draw(nights.rows, WIDTH, _ROW * length + _AROUND, LETTERS), LETTERS)
    if nights.untimed_naps:
        not_drawn = plural(
            "{n} nap of these days is not drawn: it has no time.",
            "{n} naps of these days are not drawn: they have no time.",
            nights.untimed_naps,
        )
        yield paragraph(not_drawn.format(n=nights.untimed_naps))


def _figures(report: Report) -> Flowable:
    heads = ("", text("this period"), text("nights"), text("before"), text("nights"))
    return table(heads, [*_rows(report)], _WIDTHS)


def _rows(report: Report) -> Iterator[tuple[str, ...]]:
    now, then = report.figures.sleep, report.before.sleep if report.before else None
    own, before = report.nights.figures, report.nights.before

    def row(name: str, shown: Callable[[float | None], str], of: str) -> tuple[str, ...]:
        return name, *_mean(shown, getattr(now, of)), *_mean(shown, getattr(then, of, None))

    yield row(text("Asleep a night"), short_length, "time_asleep")
    yield row(text("In bed"), short_length, "time_in_bed")
    yield row(text("Asleep as a share of time in bed"), per_cent, "efficiency")
    yield row(text("To fall asleep"), short_length, "to_fall_asleep")
    yield row(text("Awake in the night"), short_length, "awake_in_night")
    yield row(text("Woke up"), times, "wakings")
    yield row(text("Woken by the legs"), times, "woken_by_legs")
    yield (
        text("Nights woken twice or more by the legs"),
        *_count(now.disturbed, now.disturbed_of),
        *(_count(then.disturbed, then.disturbed_of) if then else (NONE, NONE)),
    )
    yield (
        text("Nights I had to walk about"),
        *_count(own.walked, own.walked_of),
        *_count(before.walked, before.walked_of),
    )
    yield text("How well I slept, 0 to 10"), *_mean(number, own.quality), *_mean(number, before.quality)
    yield text("Asleep in naps, on a day with naps"), *_naps(own), *_naps(before)


def _mean(shown: Callable[[float | None], str], mean: Mean | None) -> tuple[str, str]:
    if mean is None or not mean.n:
        return NONE, NONE
    return shown(mean.value), count(mean.n)


def _count(nights: int, of: int) -> tuple[str, str]:
    return (count(nights), count(of)) if of else (NONE, NONE)


def _naps(figures: NightFigures) -> tuple[str, str]:
    """The days are those whose naps all have a length, of those with a nap."""
    if not figures.nap_days:
        return NONE, NONE
    days = plural("{n} day", "{n} days", figures.nap_days).format(n=count(figures.nap_days))
    if figures.naps.n < figures.nap_days:
        days = text("{n} of {days}").format(n=count(figures.naps.n), days=days)
    return short_length(figures.naps.value), days


def _formulas() -> Iterator[str]:
    yield text(
        "Averages are of the nights that have an answer: beside them stands how many. Time in bed = "
        "getting up − getting into bed. Time asleep = last waking − trying to sleep − minutes to fall asleep "
        "− minutes awake in the night. Share of time in bed = all time asleep ÷ all time in bed × 100, of "
        "the nights with both; pacing the floor counts as time in bed."
    )
    yield text(
        "A night belongs to the morning it ended on. All times are elapsed time, also when the clocks change."
    )
