"""What a guided session goes through, and what it tells of each step."""

from dataclasses import dataclass
from enum import StrEnum

from legjournal.routine.boxes import SetToDo


class Phase(StrEnum):
    """What the person is doing now."""

    GET_READY = "get_ready"
    WORK = "work"  # at their own pace, until they say that the set is done
    HOLD = "hold"
    LOWER = "lower"
    REST = "rest"
    FINISHED = "finished"


class PauseReason(StrEnum):
    """Why the session waits."""

    ASKED = "asked"
    ASLEEP = "asleep"


class Tone(StrEnum):
    """What is to be heard."""

    COUNT = "count"  # one of the last three seconds
    BEGIN = "begin"
    HOLD_OVER = "hold_over"
    REST_OVER = "rest_over"


@dataclass(frozen=True, slots=True)
class SetFinished:
    """A set to store. Where nothing was counted, neither repetitions nor seconds are said."""

    box: SetToDo
    repetitions: int | None = None
    seconds: int | None = None


@dataclass(frozen=True, slots=True)
class SetTakenBack:
    """A set to take back."""

    box: SetToDo


@dataclass(frozen=True, slots=True)
class EasierChosen:
    """An exercise is done in its easier version from here on, or no more."""

    exercise: str
    easier: bool


@dataclass(frozen=True, slots=True)
class Sounded:
    """Something to be heard."""

    tone: Tone


@dataclass(frozen=True, slots=True)
class PhaseBegan:
    """Something new to be told."""

    phase: Phase


Event = SetFinished | SetTakenBack | EasierChosen | Sounded | PhaseBegan
