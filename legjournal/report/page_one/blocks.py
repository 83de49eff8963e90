"""The blocks of page one: what I can do, where it hurts, medicines now, what I have tried."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.platypus import Flowable

from legjournal import phrases
from legjournal.charts.body import place_name
from legjournal.models.medicines import Regularity
from legjournal.report.content import Report
from legjournal.report.paper import Entry, block
from legjournal.report.parts.medicines import MedicineLine
from legjournal.report.parts.routine import RoutineSummary
from legjournal.report.parts.therapies import TherapyLine
from legjournal.report.parts.urge import Urge
from legjournal.report.values import NONE, number, planned
from legjournal.words import plural, text

MOST_PLACES, MOST_THERAPIES = 6, 5
SINCE = 78  # points: 13 Mar 2025


@dataclass(frozen=True, slots=True)
class Room:
    """How many entries a list may have, and how many lines an entry."""

    entries: int
    lines: int = 2


def activities(report: Report, room: Room) -> Flowable:
    """What the person can do: their own activities, then and now."""
    entries = [
        Entry(line.name, (_able(line.then, line.then_on), _able(line.now, line.now_on)))
        for line in report.activities
    ]
    heads = (text("What I can do, 0 cannot, 10 as before"), text("then"), text("now"))
    nothing = [Entry(text("No activities are followed."))]
    return _listed(heads, entries or nothing, (58, 58), room, room.entries)


def _able(score: int | None, on: date | None) -> str:
    """4, 22 Nov."""
    if score is None or on is None:
        return NONE
    return text("{score}, {day}").format(score=score, day=phrases.short_day(on))


def legs(report: Report, room: Room) -> Flowable:
    """Where it hurt, the most often first, and the urge to move."""
    entries = [
        Entry(place_name(place.side, place.site), (number(place.mean), str(place.days)))
        for place in report.places
    ]
    most, urge = min(room.entries, MOST_PLACES), report.figures.urge_to_move
    hidden = len(entries) - most
    shown = entries[:most]
    if hidden > 0:
        shown.append(Entry(plural("and {n} more place", "and {n} more places", hidden).format(n=hidden)))
    if urge.days:
        shown.append(Entry(text("Urge to move, strongest each evening"), (number(urge.mean), str(urge.days))))
    shown += _in_the_evening(report.urge)
    heads = (text("Where, 0 to 10"), text("average"), text("days"))
    return block(heads, shown or [_not_recorded()], (54, 40), room.lines)


def _in_the_evening(urge: Urge) -> list[Entry]:
    """When the urge to move began, and what was most often written to have helped."""
    lines = []
    if urge.onset is not None:
        began = plural(
            "Urge first felt at {mean} on average, earliest {earliest}, {n} evening",
            "Urge first felt at {mean} on average, earliest {earliest}, {n} evenings",
            urge.onset.evenings,
        )
        mean, earliest = phrases.clock(urge.onset.mean), phrases.clock(urge.onset.earliest)
        lines.append(Entry("", tail=began.format(mean=mean, earliest=earliest, n=urge.onset.evenings)))
    if urge.helped:
        most = urge.helped[0]
        helped = text("Most often written to have helped: {words}")
        times = plural(", {n} time", ", {n} times", most.urge + most.pain).format(n=most.urge + most.pain)
        lines.append(Entry(helped.format(words=most.words), tail=times))
    return lines


def medicines(report: Report, room: Room) -> Flowable:
    """Medicines as typed, what is taken now before what was stopped."""
    in_use_first = sorted(report.medicines, key=_is_stopped)
    entries = [Entry(_as_typed(medicine), (_since(medicine),), _how(medicine)) for medicine in in_use_first]
    heads = (text("Medicines, as I take them"), text("since"))
    return _listed(heads, entries or [Entry(text("None written down."))], (SINCE,), room, room.entries)


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


def tried(report: Report, room: Room) -> Flowable:
    """The routine with the day after it, then therapies, the latest first, with the legs before and after."""
    entries = [
        Entry(therapy.name, (number(therapy.before), number(therapy.after)), _sessions_and_cost(therapy))
        for therapy in reversed(report.therapies)
    ]
    routine = _routine(report.routine)
    heads = (text("What I have tried"), text("before"), text("after"))
    if not entries and not routine:
        return block(heads, [Entry(text("None written down."))], (46, 40), room.lines)
    most = min(room.entries, MOST_THERAPIES)
    return _listed(heads, [*routine, *entries], (46, 40), room, len(routine) + most)


def _routine(done: RoutineSummary) -> list[Entry]:
    """How often, and the pain on the day after beside the day after none."""
    if not done.sessions:
        return []
    sessions = plural("{n} session", "{n} sessions", done.sessions).format(n=done.sessions)
    after, rest = done.day_after_session, done.day_after_rest
    told = text(
        "Routine: {sessions}. Worst pain the day after {after} (n {n}), after a day without {rest} (n {m})"
    )
    words = told.format(
        sessions=", ".join([sessions, *planned(done)]),
        after=number(after.value),
        n=after.n,
        rest=number(rest.value),
        m=rest.n,
    )
    return [Entry("", tail=words)]


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
