"""The four large figures: what a GP reads in the first ten seconds."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from legjournal import phrases
from legjournal.report import paper
from legjournal.report.content import Report
from legjournal.report.lettering import plain, width_of
from legjournal.report.paper import HAIRLINE, RULE, WIDTH
from legjournal.report.parts.figures import Scores
from legjournal.report.typeface import CELL, LARGE, LESS_LARGE, SMALL, Look
from legjournal.report.values import NONE, per_cent, planned
from legjournal.words import plural, text


@dataclass(frozen=True, slots=True)
class _Figure:
    """One of the four large figures: the number, what it is, and what it is of."""

    value: str | None
    words: str
    notes: Sequence[str] = ()


def key_figures(report: Report) -> Flowable:
    """Disturbed nights, pain, sleep and routine in a row."""
    figures = (_disturbed(report), _pain(report), _asleep(report), _sessions(report))
    quarter = WIDTH / 4
    widest = max(width_of(figure.value or NONE, LARGE) for figure in figures)
    look = LARGE if widest < quarter - 15 else LESS_LARGE
    return paper.table(
        [[_figure_cell(figure, look) for figure in figures]],
        [quarter] * 4,
        ("LINEABOVE", (0, 0), (-1, 0), *RULE),
        ("LINEBELOW", (0, 0), (-1, 0), *RULE),
        ("LINEBEFORE", (1, 0), (-1, 0), *HAIRLINE),
        ("LEFTPADDING", (1, 0), (-1, 0), 9),
        ("RIGHTPADDING", (0, 0), (-1, 0), 5),
        pad=6,
    )


def _figure_cell(figure: _Figure, look: Look) -> list[Flowable]:
    notes = figure.notes if figure.value is not None else (text("not recorded"),)
    return [
        plain(figure.value or NONE, look),
        plain(figure.words, CELL),
        *(plain(note, SMALL) for note in notes),
    ]


def _disturbed(report: Report) -> _Figure:
    sleep = report.figures.sleep
    counted = text("{n} of {nights}").format(n=sleep.disturbed, nights=sleep.disturbed_of)
    words = text("nights woken twice or more by the legs")
    return _Figure(counted if sleep.disturbed_of else None, words)


def _pain(report: Report) -> _Figure:
    pain = report.figures.pain
    value = None if pain.mean is None else phrases.number(pain.mean)
    notes = [plural("average of {n} day", "average of {n} days", pain.days).format(n=pain.days)]
    notes += _side(
        plural("left {score}, {n} day", "left {score}, {n} days", report.figures.pain_left.days),
        report.figures.pain_left,
    )
    notes += _side(
        plural("right {score}, {n} day", "right {score}, {n} days", report.figures.pain_right.days),
        report.figures.pain_right,
    )
    return _Figure(value, text("worst leg pain of the day, 0 to 10"), notes)


def _side(pattern: str, of_side: Scores) -> list[str]:
    if of_side.mean is None:
        return []
    return [pattern.format(score=phrases.number(of_side.mean), n=of_side.days)]


def _asleep(report: Report) -> _Figure:
    asleep, efficiency = report.figures.sleep.time_asleep, report.figures.sleep.efficiency
    notes = [plural("average of {n} night", "average of {n} nights", asleep.n).format(n=asleep.n)]
    if efficiency.value is not None:
        share = text("{share} of time in bed").format(share=per_cent(efficiency.value))
        nights = plural("{n} night", "{n} nights", efficiency.n).format(n=efficiency.n)
        notes.append(share if efficiency.n == asleep.n else f"{share}, {nights}")
    value = None if asleep.value is None else phrases.short_length(asleep.value)
    return _Figure(value, text("asleep a night"), notes)


def _sessions(report: Report) -> _Figure:
    routine = report.routine
    notes = planned(routine)
    if routine.weeks_on_target is not None:
        pattern = plural(
            "on target in {n} of {weeks} week", "on target in {n} of {weeks} weeks", routine.weeks
        )
        notes.append(pattern.format(n=routine.weeks_on_target, weeks=routine.weeks))
    words = plural("session of the routine", "sessions of the routine", routine.sessions)
    return _Figure(str(routine.sessions) if routine.sessions else None, words, notes)
