"""The tables of the page, one function each: sleep, places, urge to move, routine, medicines, therapies."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from legjournal import phrases
from legjournal.charts.body import place_name
from legjournal.models.medicines import Regularity
from legjournal.report.content import Report
from legjournal.report.paper import Entry, block
from legjournal.report.parts.medicines import MedicineLine
from legjournal.report.parts.therapies import TherapyLine
from legjournal.report.values import NONE, length, number, per_cent, planned, times
from legjournal.trends import Mean
from legjournal.words import plural, text

MOST_PLACES, MOST_THERAPIES = 6, 5


@dataclass(frozen=True, slots=True)
class Room:
    """How many entries a list may have, and how many lines an entry."""

    entries: int
    lines: int = 2


def sleep(report: Report, room: Room) -> Flowable:
    """The nights, each average with the number of nights it is of."""
    nights = report.figures.sleep
    entries = [
        _of_nights(text("Asleep"), length, nights.time_asleep),
        _of_nights(text("In bed"), length, nights.time_in_bed),
        _of_nights(text("To fall asleep"), length, nights.to_fall_asleep),
        _of_nights(text("Awake in the night"), length, nights.awake_in_night),
        _of_nights(text("Woke up"), times, nights.wakings),
        _of_nights(text("Woken by the legs"), times, nights.woken_by_legs),
        _of_nights(text("Asleep while in bed"), per_cent, nights.efficiency),
    ]
    heads = (text("Sleep"), text("average"), text("nights"))
    return block(heads, entries if nights.nights else [_not_recorded()], (102, 44), room.lines)


def _of_nights(name: str, in_words: Callable[[float | None], str], mean: Mean) -> Entry:
    return Entry(name, (in_words(mean.value), str(mean.n)))


def places(report: Report, room: Room) -> Flowable:
    """Where it hurt, the most often first."""
    entries = [
        Entry(place_name(place.side, place.site), (number(place.mean), str(place.days)))
        for place in report.places
    ]
    heads = (text("Where it hurts"), text("average, 0 to 10"), text("days"))
    return _listed(heads, entries or [_not_recorded()], (82, 44), room, min(room.entries, MOST_PLACES))


def urge_to_move(report: Report, room: Room) -> Flowable:
    """The urge to move the legs in the evening."""
    urge = report.figures.urge_to_move
    strongest = Entry(text("Strongest each evening"), (number(urge.mean), str(urge.days)))
    heads = (text("Urge to move"), text("average, 0 to 10"), text("evenings"))
    return block(heads, [strongest if urge.days else _not_recorded()], (82, 44), room.lines)


def routine(report: Report, room: Room) -> Flowable:
    """How often, and the pain on the day after beside the day after none."""
    done = report.routine
    sessions = plural("{n} session", "{n} sessions", done.sessions).format(n=done.sessions)
    parts = [sessions if done.sessions else text("No sessions recorded"), *planned(done)]
    entries = [Entry(", ".join(parts))]
    if done.sessions:
        after, without = done.day_after_session, done.day_after_rest
        entries.append(Entry(text("Day after a session"), (number(after.value), str(after.n))))
        entries.append(Entry(text("Day after no session"), (number(without.value), str(without.n))))
    heads = (text("Routine"), text("average worst pain"), text("days"))
    return block(heads, entries, (90, 40), room.lines)


def medicines(report: Report, room: Room) -> Flowable:
    """Medicines as typed, what is taken now before what was stopped."""
    in_use_first = sorted(report.medicines, key=_is_stopped)
    entries = [Entry(_as_typed(medicine), (_since(medicine),), _how(medicine)) for medicine in in_use_first]
    heads = (text("Medicines, as I take them"), text("since"))
    return _listed(heads, entries or [Entry(text("None written down."))], (62,), room, room.entries)


def _is_stopped(medicine: MedicineLine) -> bool:
    return medicine.stopped is not None


def _as_typed(medicine: MedicineLine) -> str:
    return f"{medicine.name} {medicine.dose or ''}"


def _how(medicine: MedicineLine) -> str:
    """What a reader must not miss, however long the name is."""
    how = text(", as needed") if medicine.regularity == Regularity.AS_NEEDED else ""
    if medicine.dose_changed:
        return how + text(": changed")
    return how + text(": stopped") if medicine.stopped else how


def _since(medicine: MedicineLine) -> str:
    when = medicine.stopped or medicine.started
    return phrases.short_day(when, year=True) if when else NONE


def therapies(report: Report, room: Room) -> Flowable:
    """What was tried, the latest first: how often, at what price, and the legs before and after."""
    entries = [
        Entry(therapy.name, (number(therapy.before), number(therapy.after)), _sessions_and_cost(therapy))
        for therapy in reversed(report.therapies)
    ]
    heads = (text("What I have tried"), text("average before"), text("average after"))
    return _listed(
        heads,
        entries or [Entry(text("None written down."))],
        (46, 42),
        room,
        min(room.entries, MOST_THERAPIES),
    )


def _sessions_and_cost(therapy: TherapyLine) -> str:
    sessions = plural(": {n} session", ": {n} sessions", therapy.sessions).format(n=therapy.sessions)
    cost = therapy.cost_pence
    return sessions if cost is None else f"{sessions}, {phrases.money(cost)}"


def _listed(
    heads: Sequence[str], entries: Sequence[Entry], widths: Sequence[float], room: Room, most: int
) -> Flowable:
    """A block of at most `most` entries that says how many more there are."""
    hidden = max(0, len(entries) - most)
    more = plural("and {n} more", "and {n} more", hidden).format(n=hidden) if hidden else ""
    return block(heads, entries[:most], widths, room.lines, more)


def _not_recorded() -> Entry:
    return Entry(text("Not recorded."))
