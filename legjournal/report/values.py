"""Values in words, and a dash where nothing was recorded: never 0."""

from legjournal import phrases
from legjournal.report.parts.routine import RoutineSummary
from legjournal.words import plural, text

NONE = "–"


def short_length(minutes: float | None) -> str:
    """5 h 45 min."""
    return NONE if minutes is None else phrases.short_length(minutes)


def number(value: float | None) -> str:
    """4.6."""
    return NONE if value is None else phrases.number(value)


def times(value: float | None) -> str:
    """1.5 times."""
    if value is None:
        return NONE
    shown = phrases.number(value)
    return plural("{n} time", "{n} times", 1 if shown == "1" else 2).format(n=shown)


def per_cent(value: float | None) -> str:
    """67.6%."""
    return NONE if value is None else f"{phrases.number(value)}%"


def planned(routine: RoutineSummary) -> list[str]:
    """3 a week planned; nothing where there is no plan."""
    per_week = routine.target_per_week
    return [text("{n} a week planned").format(n=per_week)] if per_week else []
