"""How the person likes their sessions: which side first, the rests, the time of day."""

from datetime import time
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool, StrictInt, field_serializer

from legjournal.models.diary import Side
from legjournal.preferences import Preferences
from legjournal.storage.history import Changed


def _to_the_minute(wall: time) -> time:
    return wall.replace(second=0, microsecond=0, tzinfo=None)


def _in_order(days: list[int]) -> list[int]:
    return sorted(set(days))


class Chosen(BaseModel):
    """The habits in force. Each is a preference of the same name.

    rests: whether the rest between two sets is timed. ready_seconds: the count before a set begins.
    session_time: on the wall clock, for the calendar. calendar_days: where the plan says only how often a
    week, the days of the calendar's sessions; 0 Monday to 6 Sunday; empty: those the calendar proposes.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    first_side: Literal[Side.LEFT, Side.RIGHT] = Side.LEFT
    rests: StrictBool = True
    ready_seconds: Annotated[StrictInt, Field(ge=0, le=60)] = 5
    session_time: Annotated[time, AfterValidator(_to_the_minute)] = time(18)
    calendar_days: Annotated[
        list[Annotated[StrictInt, Field(ge=0, le=6)]], Field(max_length=7), AfterValidator(_in_order)
    ] = []

    @field_serializer("session_time")
    def _as_clock(self, wall: time) -> str:
        return f"{wall:%H:%M}"


class Habits:
    """The habits of the routine, read together and chosen one or several at a time."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def chosen(self) -> Chosen:
        """What is chosen; the usual where nothing is, or where an import brought what cannot be one."""
        found: dict[str, Any] = {}
        for name in Chosen.model_fields:
            stored = {name: self._preferences.get(name)}
            try:
                found[name] = getattr(Chosen.model_validate(stored), name)
            except ValueError:  # nothing chosen yet, or brought in from a file that somebody else wrote
                continue
        return Chosen(**found)

    def choose(self, **habits: Any) -> Changed:
        """Choose some, by the names of `Chosen`. Raises pydantic.ValidationError for what cannot be one."""
        checked = Chosen.model_validate(habits).model_dump(mode="json", include=set(habits))
        changed = Changed()
        for name, value in checked.items():
            changed |= self._preferences.choose(name, value)
        return changed
