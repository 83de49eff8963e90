"""Which day an entry belongs to."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from legjournal.clock import day_of_wall


def day_of(table: str, stored: Mapping[str, Any]) -> date | None:
    """The diary day an entry is filed under, from its columns as they lie in the file; None: under none."""
    if table == "dose":
        return day_of_wall(datetime.fromisoformat(stored["taken_at"]))
    return date.fromisoformat(stored["date"]) if "date" in stored else None
