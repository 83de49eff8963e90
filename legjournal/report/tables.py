"""The tables of the page, one function each: sleep, places, urge to move, routine, medicines, therapies."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from legjournal import phrases
from legjournal.charts.body import place_name
from legjournal.models.medicines import Regularity
from legjournal.report.content import MedicineLine, Report, TherapyLine
from legjournal.report.paper import Entry, block
from legjournal.report.values import NONE, length, number, per_cent, planned
from legjournal.words import plural, text

MOST_PLACES = 6


@dataclass(frozen=True, slots=True)
class Room:
    """How many entries a list may have, and how many lines an entry."""

    entries: int
    lines: int = 2


def sleep(report: Report, room: Room) -> list[Flowable]:
    """The nights, each mean with the number of nights it is of."""
    sleep = report.sleep
    entries = [
        Entry(text("Asleep"), (length(sleep.time_asleep), str(sleep.time_asleep.n))),
        Entry(text("In bed"), (length(sleep.time_in_bed), str(sleep.time_in_bed.n))),
        Entry(text("To fall asleep"), (length(sleep.to_fall_asleep), str(sleep.to_fall_asleep.n))),
        Entry(text("Awake in the night"), (length(sleep.awake_in_night), str(sleep.awake_in_night.n))),
        Entry(text("Times awake"), (number(sleep.wakings.value), str(sleep.wakings.n))),
        Entry(text("Woken by the legs"), (number(sleep.woken_by_legs.value), str(sleep.woken_by_legs.n))),
        Entry(text("Asleep while in bed"), (per_cent(sleep.efficiency.value), str(sleep.efficiency.n))),
    ]
    heads = (text("Sleep"), text("mean"), text("nights"))
    return block(heads, entries if sleep.nights else [_not_recorded()], (110, 40), room.lines)


def places(report: Report, room: Room) -> list[Flowable]:
    """Where it hurt, the most often first."""
    entries = [
        Entry(place_name(place.side, place.site), (number(place.mean), str(place.days)))
        for place in report.places
    ]
    heads = (text("Where it hurts"), text("mean, 0 to 10"), text("days"))
    return _listed(heads, entries or [_not_recorded()], (74, 40), room, min(room.entries, MOST_PLACES))


def urge_to_move(report: Report, room: Room) -> list[Flowable]:
    """The urge to move the legs in the evening."""
    urge = report.urge_to_move
    strongest = Entry(text("Strongest each evening"), (number(urge.mean), str(urge.days)))
    heads = (text("Urge to move"), text("mean, 0 to 10"), text("evenings"))
    return block(heads, [strongest if urge.days else _not_recorded()], (74, 48), room.lines)


def routine(report: Report, room: Room) -> list[Flowable]:
    """How often, and the pain on the day after beside the day after none."""
    routine = report.routine
    done = plural("{n} session", "{n} sessions", routine.sessions).format(n=routine.sessions)
    parts = [done if routine.sessions else text("No sessions recorded"), *planned(routine)]
    entries = [Entry(", ".join(parts))]
    if routine.sessions:
        after, without = routine.day_after_session, routine.day_after_rest
        entries.append(Entry(text("Day after a session"), (number(after.value), str(after.n))))
        entries.append(Entry(text("Day after no session"), (number(without.value), str(without.n))))
    heads = (text("Routine"), text("worst pain, mean"), text("days"))
    return block(heads, entries, (90, 40), room.lines)


def medicines(report: Report, room: Room) -> list[Flowable]:
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
    return how + text(": stopped") if medicine.stopped else how


def _since(medicine: MedicineLine) -> str:
    when = medicine.stopped or medicine.started
    return phrases.short_day(when, year=True) if when else NONE


def therapies(report: Report, room: Room) -> list[Flowable]:
    """What was tried, how often, at what price, and the legs before and after."""
    entries = [
        Entry(therapy.name, (number(therapy.before), number(therapy.after)), _sessions_and_cost(therapy))
        for therapy in report.therapies
    ]
    heads = (text("What I have tried"), text("before"), text("after"))
    return _listed(heads, entries or [Entry(text("None written down."))], (42, 34), room, room.entries)


def _sessions_and_cost(therapy: TherapyLine) -> str:
    sessions = plural(": {n} session", ": {n} sessions", therapy.sessions).format(n=therapy.sessions)
    cost = therapy.cost_pence
    return sessions if cost is None else f"{sessions}, {phrases.money(cost)}"


def _listed(
    heads: Sequence[str], entries: Sequence[Entry], widths: Sequence[float], room: Room, most: int
) -> list[Flowable]:
    """A block of at most `most` entries that says how many more there are."""
    hidden = max(0, len(entries) - most)
    more = plural("and {n} more", "and {n} more", hidden).format(n=hidden) if hidden else ""
    return block(heads, entries[:most], widths, room.lines, more)


def _not_recorded() -> Entry:
    return Entry(text("Not recorded."))
