"""A week of the routine in one sentence, as it stands; what was managed comes first."""

from datetime import date

from legjournal import phrases
from legjournal.entries import values
from legjournal.routine.adherence import DayStatus, PausePeriod, Week
from legjournal.words import plural, text


def week_words(week: Week, day: date) -> str:
    """2 of 3 this week, rest today as planned. Empty where there is nothing to say.

    day: the day of the week that is looked at. Only today is told of, and a pause that `day` is in.
    """
    pause = next((pause for pause in week.pauses if pause.started <= day <= (pause.ended or day)), None)
    if pause is not None:
        parts = [_paused(pause, week), _managed(week) if week.sessions else ""]
    else:
        parts = [_managed(week), _today(week) if day == week.today else ""]
    return ", ".join(part for part in parts if part)


def _managed(week: Week) -> str:
    """What was done of what was planned; never how much is missing."""
    if week.target is not None and 0 < week.sessions <= week.target:
        words = text("{n} of {target} this week") if week.is_present else text("{n} of {target} that week")
        return words.format(n=week.sessions, target=week.target)
    if week.sessions:
        return _counted(week)
    if week.is_present and week.target is not None:
        words = plural("{n} session planned this week", "{n} sessions planned this week", week.target)
        return words.format(n=week.target)
    return "" if week.target is None else text("No session that week")


def _counted(week: Week) -> str:
    """Sessions nobody planned, or more than were planned."""
    if week.is_present:
        words = plural("{n} session this week", "{n} sessions this week", week.sessions)
    else:
        words = plural("{n} session that week", "{n} sessions that week", week.sessions)
    return words.format(n=week.sessions)


def _today(week: Week) -> str:
    weekday = week.today.weekday()
    match week.days[weekday]:
        case DayStatus.SESSION:
            return text("today’s is done")
        case DayStatus.SKIPPED:
            return text("a day off today")
        case DayStatus.REST if weekday in week.planned or week.target is None:
            return text("rest today")
        case DayStatus.REST:
            return text("rest today as planned")
    if weekday in week.planned:
        return "" if week.reached else _planned_today(week)
    return text("rest today as planned") if week.planned else ""


def _planned_today(week: Week) -> str:
    if week.sessions:
        return text("a session is planned today")
    return plural("for today", "one of them for today", week.target or 1)


def _paused(pause: PausePeriod, week: Week) -> str:
    first = _day(pause.started, week)
    if pause.ended is None:
        words = text("Paused since {first}")
    elif pause.ended == pause.started:
        words = text("Paused on {first}")
    else:
        words = text("Paused from {first} to {last}")
    words = words.format(first=first, last=_day(pause.ended or pause.started, week))
    return words if pause.reason is None else f"{words} ({values.reason(pause.reason)})"


def _day(day: date, week: Week) -> str:
    """Monday, within the week; 2 November otherwise."""
    if week.monday <= day <= week.sunday:
        return phrases.weekdays()[day.weekday()]
    return phrases.day(day, year=day.year != week.today.year)
