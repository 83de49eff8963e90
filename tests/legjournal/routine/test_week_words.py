"""A week in a sentence that a tired person can read at a glance."""

from datetime import date, timedelta

import pytest

from legjournal.models.routine import PauseFields, SkipReason
from legjournal.routine.adherence import DayStatus, Week
from legjournal.routine.week_words import week_words

DAY = timedelta(days=1)
MONDAY = date(2026, 11, 16)
MARKS = {
    ".": DayStatus.NOTHING,
    "s": DayStatus.SESSION,
    "r": DayStatus.REST,
    "x": DayStatus.SKIPPED,
    "p": DayStatus.PAUSED,
}
FIXED = frozenset({0, 2, 4})


def _week(days: str, target: int | None = 3, planned: frozenset[int] = frozenset(), **more: object) -> Week:
    """A week of which `days` are over or under way, one letter each; the last of them is today."""
    today = more.pop("today", MONDAY + (len(days) - 1) * DAY)
    return Week(MONDAY, today, tuple(MARKS[day] for day in days.ljust(7, ".")), planned, target, **more)


@pytest.mark.parametrize(
    ("week", "words"),
    [
        (_week("s.s."), "2 of 3 this week"),
        (_week("s.sr"), "2 of 3 this week, rest today as planned"),
        (_week("s.s.", planned=FIXED), "2 of 3 this week, rest today as planned"),
        (_week("s..", planned=FIXED), "1 of 3 this week, a session is planned today"),
        (_week("s.r", planned=FIXED), "1 of 3 this week, rest today"),
        (_week("s.x", planned=FIXED), "1 of 3 this week, a day off today"),
        (_week("s.s"), "2 of 3 this week, today’s is done"),
        (_week("s.s.s."), "3 of 3 this week"),
        (_week("ss.s.", planned=FIXED), "3 of 3 this week"),
        (_week("s.s.s.s"), "4 sessions this week, today’s is done"),
        (_week(".", planned=FIXED), "3 sessions planned this week, one of them for today"),
        (_week(".", 1, frozenset({0})), "1 session planned this week, for today"),
        (_week("."), "3 sessions planned this week"),
        (_week("s.", None), "1 session this week"),
        (_week("...", None), ""),
        (_week("r", None), "rest today"),
    ],
)
def test_today_is_told_after_what_was_managed(week: Week, words: str) -> None:
    """How much of how many, then what today is; never how much is missing."""
    assert week_words(week, week.today) == words


@pytest.mark.parametrize(
    ("days", "target", "words"),
    [
        ("s.s....", 3, "2 of 3 that week"),
        ("s.s.s.s", 3, "4 sessions that week"),
        ("s......", None, "1 session that week"),
        (".......", 3, "No session that week"),
        (".......", None, ""),
    ],
)
def test_an_earlier_week_is_told_without_today(days: str, target: int | None, words: str) -> None:
    """Looked at a month later."""
    week = _week(days, target, today=MONDAY + 30 * DAY)
    assert week_words(week, MONDAY + 2 * DAY) == words


def test_another_day_of_the_present_week_says_nothing_of_today() -> None:
    """Tuesday looked at on Wednesday."""
    assert week_words(_week("s..", planned=FIXED), MONDAY + DAY) == "1 of 3 this week"


@pytest.mark.parametrize(
    ("started", "ended", "reason", "words"),
    [
        (MONDAY, None, SkipReason.AWAY, "Paused since Monday (away)"),
        (date(2026, 11, 2), None, None, "Paused since 2 November"),
        (date(2025, 12, 30), None, SkipReason.ILL, "Paused since 30 December 2025 (ill)"),
        (MONDAY, MONDAY + 4 * DAY, SkipReason.FLARE, "Paused from Monday to Friday (a flare)"),
        (MONDAY + 2 * DAY, date(2026, 11, 30), None, "Paused from Wednesday to 30 November"),
        (MONDAY + 2 * DAY, MONDAY + 2 * DAY, SkipReason.INJURED, "Paused on Wednesday (injured)"),
    ],
)
def test_a_pause_says_since_when_and_why(
    started: date, ended: date | None, reason: SkipReason | None, words: str
) -> None:
    """Within the week by its weekday, otherwise by its date."""
    pause = PauseFields(started=started, ended=ended, reason=reason)
    assert week_words(_week("ppp", pauses=(pause,)), MONDAY + 2 * DAY) == words


def test_a_session_within_a_pause_is_told_too() -> None:
    """Paused, and yet something was managed; a day after the pause is told as any other."""
    pause = PauseFields(started=MONDAY + DAY, ended=MONDAY + 2 * DAY)
    week = _week("sps", 2, pauses=(pause,))
    assert week_words(week, week.today) == "Paused from Tuesday to Wednesday, 2 of 2 this week"
    assert week_words(_week("sps.", 2, pauses=(pause,)), MONDAY + 3 * DAY) == "2 of 2 this week"
