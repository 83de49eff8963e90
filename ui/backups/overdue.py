"""For how long there has been no good backup, and when to say so: after a day, and then once a day."""

from datetime import date, timedelta

from legjournal.clock import Clock
from ui.settings import Settings

PATIENCE = timedelta(days=1)


class Overdue:
    """Watches one place over many sittings; `place` is its short name in the settings."""

    def __init__(self, settings: Settings, clock: Clock, place: str) -> None:
        self._settings = settings
        self._clock = clock
        self._place = place
        self._said_on: date | None = None

    def good(self) -> None:
        """There is a good backup."""
        self._settings.note_backup(self._place, self._clock.now().replace(tzinfo=None))

    def days_to_say(self) -> int:
        """There is none: for how many days, if it is time to say so; else 0."""
        now = self._clock.now().replace(tzinfo=None)
        last = self._settings.backup_seen(self._place)
        if last is None or last > now:  # the first trouble there is; or the clock was wrong then
            self.good()
            return 0
        if now - last < PATIENCE or self._said_on == now.date():
            return 0
        self._said_on = now.date()
        return (now - last).days
