"""The four large figures, each beside that of as many days before: what is read in the first ten seconds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from legjournal import phrases
from legjournal.report import paper
from legjournal.report.choices import Audience
from legjournal.report.content import Report
from legjournal.report.lettering import plain, width_of
from legjournal.report.paper import HAIRLINE, RULE, WIDTH
from legjournal.report.parts.figures import Figures
from legjournal.report.parts.routine import RoutineSummary
from legjournal.report.typeface import CELL, LARGE, LESS_LARGE, Look
from legjournal.report.values import NONE, per_cent, planned
from legjournal.words import plural, text


@dataclass(frozen=True, slots=True)
class _Figure:
    """One large figure: the number, what it is, what else belongs to it; None where nothing was recorded."""

    value: str | None
    words: str
    notes: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class _Compared:
    """A figure of the period, and in words which way is better."""

    of: Callable[[Figures], _Figure]
    better: str


def key_figures(report: Report) -> Flowable:
    """Four in a row: those the reader asks for first."""
    figures = [_beside_before(report, compared) for compared in _compared(report.audience)]
    if report.audience is Audience.PHYSIO:
        figures = [_sessions(report.routine), *figures[:3]]
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
        pad=5,
    )


def _compared(audience: Audience) -> tuple[_Compared, ...]:
    lower, higher = text("lower is better"), text("higher is better")
    disturbed, pain = _Compared(_disturbed, lower), _Compared(_pain, lower)
    asleep, effect = _Compared(_asleep, higher), _Compared(_effect, lower)
    return (pain, effect, disturbed) if audience is Audience.PHYSIO else (disturbed, pain, asleep, effect)


def _beside_before(report: Report, compared: _Compared) -> _Figure:
    now = compared.of(report.figures)
    before = compared.of(report.before).value if report.before else None
    was = text("before: {value}").format(value=before or text("not recorded"))
    return _Figure(now.value, now.words, (*now.notes, f"{was}; {compared.better}"))


def _figure_cell(figure: _Figure, look: Look) -> list[Flowable]:
    notes = figure.notes if figure.value is not None else (text("not recorded"),)
    return [
        plain(figure.value or NONE, look),
        plain(figure.words, CELL),
        *(plain(note, CELL) for note in notes),
    ]


def _disturbed(figures: Figures) -> _Figure:
    sleep = figures.sleep
    counted = text("{n} of {nights}").format(n=sleep.disturbed, nights=sleep.disturbed_of)
    return _Figure(counted if sleep.disturbed_of else None, text("nights woken twice or more by the legs"))


def _pain(figures: Figures) -> _Figure:
    pain = figures.pain
    value = None if pain.mean is None else phrases.number(pain.mean)
    return _Figure(value, text("worst leg pain a day, 0 to 10"), (_of_days(pain.days), *_sides(figures)))


def _of_days(n: int) -> str:
    return plural("average of {n} day", "average of {n} days", n).format(n=n)


def _sides(figures: Figures) -> tuple[str, ...]:
    sides = ((text("left {score}"), figures.pain_left), (text("right {score}"), figures.pain_right))
    told = [words.format(score=phrases.number(of.mean)) for words, of in sides if of.mean is not None]
    return (", ".join(told),) if told else ()


def _asleep(figures: Figures) -> _Figure:
    asleep, efficiency = figures.sleep.time_asleep, figures.sleep.efficiency
    notes = [plural("average of {n} night", "average of {n} nights", asleep.n).format(n=asleep.n)]
    if efficiency.value is not None:
        share = text("{share} of time in bed").format(share=per_cent(efficiency.value))
        nights = plural("{n} night", "{n} nights", efficiency.n).format(n=efficiency.n)
        notes.append(share if efficiency.n == asleep.n else f"{share}, {nights}")
    value = None if asleep.value is None else phrases.short_length(asleep.value)
    return _Figure(value, text("asleep a night"), notes)


def _effect(figures: Figures) -> _Figure:
    effect = figures.effect
    value = None if effect.value is None else phrases.number(effect.value)
    return _Figure(value, text("of 10: how much the legs got in the way"), (_of_days(effect.n),))


def _sessions(routine: RoutineSummary) -> _Figure:
    notes = planned(routine)
    if routine.weeks_on_target is not None:
        pattern = plural(
            "on target in {n} of {weeks} week", "on target in {n} of {weeks} weeks", routine.weeks
        )
        notes.append(pattern.format(n=routine.weeks_on_target, weeks=routine.weeks))
    words = plural("session of the routine", "sessions of the routine", routine.sessions)
    return _Figure(str(routine.sessions) if routine.sessions else None, words, notes)
