"""The person's usual times of going to bed and getting up: chosen once, filled in when asked for."""

from datetime import time
from typing import Any

from legjournal.preferences import Preferences
from legjournal.storage.history import Changed

KEY = "usual_times"
CLOCK_FIELDS = ("got_into_bed", "tried_to_sleep", "final_waking", "got_out_of_bed")


class UsualTimes:
    """Clock times by the name of their answer; a choice of the person, and never an answer by itself."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def chosen(self) -> dict[str, time]:
        """The times chosen; what an import brought that is none is passed over."""
        stored = self._preferences.get(KEY, {})
        found = {name: _time(stored.get(name)) for name in CLOCK_FIELDS} if isinstance(stored, dict) else {}
        return {name: wall for name, wall in found.items() if wall is not None}

    def choose(self, times: dict[str, time]) -> Changed:
        """Keep these as the usual times, in place of those before."""
        return self._preferences.choose(KEY, {name: f"{wall:%H:%M}" for name, wall in times.items()})


def _time(stored: Any) -> time | None:
    try:
        return time.fromisoformat(stored).replace(second=0, microsecond=0, tzinfo=None)
    except (TypeError, ValueError):
        return None
