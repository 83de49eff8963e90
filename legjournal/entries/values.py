"""Single answers of an entry in plain words."""

from collections.abc import Iterable
from datetime import date, datetime

from legjournal import phrases
from legjournal.charts.body import site_names
from legjournal.library.exercises import exercise_name
from legjournal.library.pages import page_of
from legjournal.models.medicines import Regularity
from legjournal.models.routine import Area, DayOffKind, SkipReason
from legjournal.words import text


def yes_or_no(so: bool) -> str:
    """yes, no."""
    return text("yes") if so else text("no")


def day(when: date) -> str:
    """Sunday 22 November 2026."""
    return phrases.day(when, weekday=True)


def day_and_time(instant: datetime) -> str:
    """Sunday 22 November 2026, 10.20am."""
    return text("{day}, {time}").format(day=day(instant.date()), time=phrases.clock(instant))


def listed(parts: Iterable[str]) -> str:
    """coffee, wine."""
    return ", ".join(parts)


def one_a_line(parts: Iterable[str]) -> str:
    """Each on a line of its own."""
    return "\n".join(parts)


def week(days: Iterable[int]) -> str:
    """Monday, Thursday; from 0 for Monday to 6."""
    names = phrases.weekdays()
    return ", ".join(names[day] for day in days if 0 <= day < len(names))


def from_one(position: int) -> str:
    """A place in a row, which a person counts from 1."""
    return str(position + 1)


def site(key: str) -> str:
    """outer hip; a place in the person's own word as it is."""
    return site_names().get(key, key)


def page(key: str) -> str:
    """The title of a resource page, or its key where the page is gone."""
    found = page_of(key)
    return found.title if found else exercise_name(key)


def day_off(why: DayOffKind) -> str:
    """A rest day, or a skipped one."""
    return {DayOffKind.REST: text("rest"), DayOffKind.SKIPPED: text("skipped")}[why]


def reason(why: SkipReason) -> str:
    """Why a session did not happen."""
    return {
        SkipReason.FLARE: text("a flare"),
        SkipReason.ILL: text("ill"),
        SkipReason.AWAY: text("away"),
        SkipReason.INJURED: text("injured"),
        SkipReason.OTHER: text("something else"),
    }[why]


def regularity(how: Regularity) -> str:
    """How a medicine is taken."""
    return {
        Regularity.REGULAR: text("regularly"),
        Regularity.AS_NEEDED: text("as needed"),
    }[how]


def area(what_for: Area) -> str:
    """What an exercise is for."""
    return {
        Area.HIP: text("hip and buttock"),
        Area.CORE: text("core"),
        Area.LEGS: text("legs"),
        Area.STRETCH: text("stretching"),
        Area.WALK: text("walking"),
        Area.OTHER: text("something else"),
    }[what_for]


def picture(base64: str) -> str:
    """A picture by its size, since it cannot be said in words."""
    return text("a picture of {n} kB").format(n=max(1, len(base64) * 3 // 4000))
