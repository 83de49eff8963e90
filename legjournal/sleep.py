"""Sleep arithmetic, pure.

The facts are those a sleep diary records each morning (Carney et al, Sleep 2012;35:287, doi
10.5665/sleep.1642): a got into bed, b tried to sleep, c minutes to fall asleep, e minutes awake in the night,
f last woke, g got up. Times carry their UTC offset, so every difference is elapsed time and the two nights on
which the clocks change come out right.

A night without sleep: the diary's instructions have no line for it, but its terms settle it. Minutes to fall
asleep run from trying to sleep on; minutes awake and wakings from the first sleep on, up to the last waking.
Without any sleep all the time from trying to getting up is time to fall asleep, and there is no waking of any
kind. Such a night has c = g - b and neither e nor f; its time asleep is 0, which is an answer.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import combinations
from typing import Protocol

LONGEST_NIGHT = 16 * 60  # minutes in bed; a longer one is nearly always a slip of am and pm


class NightTimes(Protocol):
    """The facts of one night; any may be missing."""

    @property
    def got_into_bed(self) -> datetime | None: ...
    @property
    def tried_to_sleep(self) -> datetime | None: ...
    @property
    def minutes_to_fall_asleep(self) -> int | None: ...
    @property
    def wakings(self) -> int | None: ...
    @property
    def woken_by_legs(self) -> int | None: ...
    @property
    def minutes_awake(self) -> int | None: ...
    @property
    def final_waking(self) -> datetime | None: ...
    @property
    def minutes_trying_to_sleep_again(self) -> int | None: ...
    @property
    def got_out_of_bed(self) -> datetime | None: ...


@dataclass(frozen=True, slots=True)
class SleepFigures:
    """What one night comes to. Minutes; None where an answer is missing."""

    time_in_bed: int | None
    time_asleep: int | None

    @property
    def efficiency(self) -> float | None:
        """Per cent of the time in bed spent asleep: time asleep / (got up - got into bed) x 100.

        The usual published form, with its limits: Reed and Sacco, J Clin Sleep Med 2016, 10.5664/jcsm.5498.
        """
        if not self.time_in_bed or self.time_asleep is None:
            return None
        return 100 * self.time_asleep / self.time_in_bed


def figures(night: NightTimes) -> SleepFigures:
    """Time in bed = g - a. Time asleep = (f - b) - c - e, with nothing missing assumed to be 0.

    Where the minutes awake fill all of the night up to f, or without f up to g, nobody slept: time asleep is
    0 whatever else is not answered.
    """
    return SleepFigures(
        time_in_bed=_minutes(night.got_into_bed, night.got_out_of_bed),
        time_asleep=_time_asleep(night),
    )


def all_awake(night: NightTimes) -> int | None:
    """The minutes to fall asleep of a night without sleep, once trying to sleep and getting up are known."""
    return _minutes(night.tried_to_sleep, night.got_out_of_bed)


class NapTimes(Protocol):
    """What is known of one nap."""

    @property
    def minutes(self) -> int | None: ...


def napping(naps: Iterable[NapTimes]) -> int | None:
    """Minutes asleep in naps, which are never part of the night; None where a length is not answered."""
    lengths = [nap.minutes for nap in naps]
    return None if None in lengths else sum(length for length in lengths if length is not None)


class FaultKind(StrEnum):
    """Ways in which the answers about a night cannot all be true."""

    OUT_OF_ORDER = "out of order"
    TOO_LONG = "too long"
    MORE_AWAKE_THAN_NIGHT = "more awake than night"
    MORE_BY_LEGS_THAN_WAKINGS = "more by legs than wakings"
    TRYING_AFTER_GETTING_UP = "trying after getting up"


@dataclass(frozen=True, slots=True)
class Fault:
    """Answers that contradict each other; the fields in the order in which they are lived."""

    kind: FaultKind
    fields: tuple[str, ...]


_ORDER = ("got_into_bed", "tried_to_sleep", "final_waking", "got_out_of_bed")


def faults(night: NightTimes) -> list[Fault]:
    """Every contradiction in the answers given so far (rules after Shaffer, Sleep 2023;46:zsad199)."""
    found = [
        Fault(FaultKind.OUT_OF_ORDER, pair) for pair in combinations(_ORDER, 2) if _out_of_order(night, *pair)
    ]
    if found:
        return found  # the other rules count minutes between these times
    in_bed = _minutes(night.got_into_bed, night.got_out_of_bed)
    if in_bed is not None and in_bed > LONGEST_NIGHT:
        found.append(Fault(FaultKind.TOO_LONG, ("got_into_bed", "got_out_of_bed")))
    if _more_awake_than_night(night):
        found.append(Fault(FaultKind.MORE_AWAKE_THAN_NIGHT, ("minutes_to_fall_asleep", "minutes_awake")))
    if night.wakings is not None and (night.woken_by_legs or 0) > night.wakings:
        found.append(Fault(FaultKind.MORE_BY_LEGS_THAN_WAKINGS, ("wakings", "woken_by_legs")))
    after_waking = _minutes(night.final_waking, night.got_out_of_bed)
    if after_waking is not None and (night.minutes_trying_to_sleep_again or 0) > after_waking:
        found.append(Fault(FaultKind.TRYING_AFTER_GETTING_UP, ("minutes_trying_to_sleep_again",)))
    return found


def _out_of_order(night: NightTimes, earlier: str, later: str) -> bool:
    gap = _minutes(getattr(night, earlier), getattr(night, later))
    if gap is None:
        return False
    return gap <= 0 if (earlier, later) == ("tried_to_sleep", "final_waking") else gap < 0


def _more_awake_than_night(night: NightTimes) -> bool:
    most = _most_asleep(night)
    return most is not None and most < 0


def _time_asleep(night: NightTimes) -> int | None:
    most = _most_asleep(night)
    answers = night.final_waking, night.minutes_to_fall_asleep, night.minutes_awake
    return most if most == 0 or None not in answers else None


def _most_asleep(night: NightTimes) -> int | None:
    """Minutes asleep if what is not answered took no time; negative: more time awake than the night had."""
    span = _minutes(night.tried_to_sleep, night.final_waking or night.got_out_of_bed)
    if span is None:
        return None
    return span - (night.minutes_to_fall_asleep or 0) - (night.minutes_awake or 0)


def _minutes(earlier: datetime | None, later: datetime | None) -> int | None:
    if earlier is None or later is None:
        return None
    return round((later - earlier).total_seconds() / 60)
