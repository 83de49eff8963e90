"""What is typed about a night or a nap, read: an answer, or words with the reason why they are none."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, NamedTuple, cast

from legjournal import phrases, sleep
from legjournal.typed_times import Likely, read_clock, says_second
from ui.widgets.field import Offer

if TYPE_CHECKING:
    from legjournal.nights import Nights
    from ui.diary.night_words import Sayings

Instants = Callable[[time], tuple[datetime, ...]]

LIKELY = {
    "got_into_bed": Likely.EVENING,
    "tried_to_sleep": Likely.EVENING,
    "final_waking": Likely.MORNING,
    "got_out_of_bed": Likely.MORNING,
}
MOST = {
    "minutes_to_fall_asleep": 960,
    "wakings": 99,
    "woken_by_legs": 99,
    "minutes_awake": 960,
    "minutes_trying_to_sleep_again": 960,
}


class Reading(NamedTuple):
    """What stands in one field: an answer, none, or words that are not an answer with the reason why.

    typed: those words, kept as a draft. offers: answers that would be right. wall: the time they name, where
    no clock showed it or it came twice. either: the two instants it came at.
    """

    value: datetime | int | None = None
    typed: str | None = None
    why: str = ""
    offers: tuple[Offer, ...] = ()
    wall: time | None = None
    either: tuple[datetime, ...] = ()


def read_count(typed: str, most: int, say: "Sayings") -> Reading:
    """A whole number from 0 to `most`."""
    if not typed:
        return Reading()
    number = phrases.read_number(typed)
    if number is None or number > most:
        return Reading(typed=typed, why=say.not_a_number(most))
    return Reading(number)


def read_time(typed: str, likely: Likely, instants: Instants, say: "Sayings") -> Reading:
    """A time of day. instants: when clocks showed it. One that came twice is asked about."""
    if not typed:
        return Reading()
    wall = read_clock(typed, likely)
    if wall is None:
        return Reading(typed=typed, why=say.not_a_time())
    found, second = instants(wall), says_second(typed)
    if not found:
        return Reading(typed=typed, why=say.no_such_time(), wall=wall)
    if len(found) == 2 and second is None:
        offers = say.first_or_second(wall)
        return Reading(typed=typed, why=say.came_twice(wall), offers=offers, wall=wall, either=found)
    return Reading(found[-1] if second else found[0])


def written(value: datetime | int | None) -> str:
    """How an answer stands in its field: 45; 10.30pm; 1.30am, the second."""
    if value is None:
        return ""
    return phrases.clock_then(value) if isinstance(value, datetime) else str(value)


class NightReader:
    """Reads the fields of one night against each other."""

    def __init__(self, nights: "Nights", say: "Sayings") -> None:
        self._nights = nights
        self._say = say
        self.day = date(2000, 1, 2)  # a night whose clocks nobody changes

    def read(self, typed: Mapping[str, str], suspects: Sequence[str]) -> dict[str, Reading]:
        """What is typed by the names of the answers, read so that all answers can be true together.

        suspects: of answers that contradict each other, those to be asked about first.
        """
        readings = {name: self._read(name, words) for name, words in typed.items()}
        self._explain_contradictions(readings, typed, suspects)
        while name := self._one_to_settle(readings):
            self._settle(name, readings, typed, suspects)
        for name, reading in readings.items():
            if reading.wall is not None and not reading.either:
                readings[name] = self._an_hour_later(name, readings)
        return readings

    def _instants(self, name: str, wall: time) -> tuple[datetime, ...]:
        waking = LIKELY[name] is Likely.MORNING
        return self._nights.times_of_night(self.day, wall, waking=waking)

    def _read(self, name: str, typed: str) -> Reading:
        if name in MOST:
            return read_count(typed, MOST[name], self._say)
        return read_time(typed, LIKELY[name], partial(self._instants, name), self._say)

    def _explain_contradictions(
        self, readings: dict[str, Reading], typed: Mapping[str, str], suspects: Sequence[str]
    ) -> None:
        while found := sleep.faults(as_night(readings)):
            fault = found[0]
            answered = [name for name in fault.fields if readings[name].value is not None]
            guilty = next((name for name in suspects if name in answered), answered[-1])
            value = readings[guilty].value
            offers: tuple[Offer, ...] = ()
            if isinstance(value, datetime):
                offers = self._did_you_mean(guilty, time((value.hour + 12) % 24, value.minute), readings)
            why = self._say.fault(fault, guilty, readings)
            readings[guilty] = Reading(typed=typed[guilty], why=why, offers=offers)

    def _one_to_settle(self, readings: dict[str, Reading]) -> str | None:
        """The name of a time that came twice and cannot be true both times beside the other answers."""
        undecided = [name for name, reading in readings.items() if reading.either]
        return next((name for name in undecided if len(self._possible(name, readings)) < 2), None)

    def _settle(
        self, name: str, readings: dict[str, Reading], typed: Mapping[str, str], suspects: Sequence[str]
    ) -> None:
        """Take the one time of two that can be true. Where neither can, an answer is asked about: this, or
        another one suspected before it, and then both may be possible again.
        """
        undecided = readings[name]
        readings[name] = Reading((self._possible(name, readings) or undecided.either)[0])
        before = dict(readings)
        others = [suspect for suspect in suspects if suspect != name]
        self._explain_contradictions(readings, typed, [*others, name])
        if readings != before and readings[name].value is not None:
            readings[name] = undecided

    def _possible(self, name: str, readings: dict[str, Reading]) -> list[datetime]:
        return [one for one in readings[name].either if self._is_possible(name, one, readings)]

    def _an_hour_later(self, name: str, readings: dict[str, Reading]) -> Reading:
        """Of a time that the change of clocks left out, what the clocks showed instead."""
        reading = readings[name]
        assert reading.wall is not None, "a time was typed"
        later = reading.wall.replace(hour=(reading.wall.hour + 1) % 24)
        offers = self._did_you_mean(name, later, readings)
        return Reading(typed=reading.typed, why=reading.why, offers=offers)

    def _did_you_mean(self, name: str, wall: time, readings: dict[str, Reading]) -> tuple[Offer, ...]:
        """The time `wall`, offered if with it nothing would contradict."""
        possible = [one for one in self._instants(name, wall) if self._is_possible(name, one, readings)]
        return (self._say.did_you_mean(written(possible[0])),) if possible else ()

    @staticmethod
    def _is_possible(name: str, instant: datetime, readings: dict[str, Reading]) -> bool:
        return not sleep.faults(as_night({**readings, name: Reading(instant)}))


def as_night(readings: Mapping[str, Reading]) -> sleep.NightTimes:
    """The answers among the readings; one that is not there is not answered."""
    values = dict.fromkeys((*LIKELY, *MOST)) | {name: reading.value for name, reading in readings.items()}
    return cast("sleep.NightTimes", SimpleNamespace(**values))
