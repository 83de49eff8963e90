"""What the dialogs about versions say of entries, times and backups."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QObject

from legjournal import phrases
from legjournal.clock import Clock
from legjournal.storage.backups import Backup
from legjournal.versions import Entry, Standing, Version
from legjournal.words import plural

MOST_DAYS = 5  # of backups named one by one


class Sayings(QObject):
    """The sentences, in one place for whoever translates or rewords them."""

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock

    def entry(self, entry: Entry) -> str:
        """An entry of the list: its title, and below it what there is of it."""
        versions = self.versions(entry)
        state = self.tr("Deleted, {versions}").format(versions=versions) if entry.is_deleted else versions
        return f"{entry.title}\n{state}"

    def versions(self, entry: Entry) -> str:
        """How many versions an entry has."""
        n = sum(version.stored is not None for version in entry.versions)
        return plural("{n} version", "{n} versions", n).format(n=n)

    def version(self, version: Version) -> str:
        """A version of the list: when it was written, and what it is to the entry."""
        when = self._when(version.at)
        if version.standing is Standing.EARLIER:
            return when
        words = self.tr("Now, written {when}") if version.stored else self.tr("Deleted {when}")
        return words.format(when=when)

    def holding(self, backups: Sequence[Backup]) -> str:
        """Which backups hold an entry, by their days."""
        if not backups:
            return self.tr("No backup that can be read holds it.")
        days = sorted({backup.made_at.date() for backup in backups})
        words = plural(
            "{n} backup still holds it: {days}.", "{n} backups still hold it: {days}.", len(backups)
        )
        return words.format(n=len(backups), days=self._days(days))

    def _when(self, at: datetime) -> str:
        local = at.astimezone(self._clock.zone)
        this_year = local.year == self._clock.today().year
        day = phrases.day(local.date(), year=not this_year)
        return self.tr("{day}, {time}").format(day=day, time=phrases.clock(local))

    def _days(self, days: Sequence[date]) -> str:
        if len(days) > MOST_DAYS:
            return self.tr("from {span}").format(span=phrases.span(days[0], days[-1]))
        return ", ".join(phrases.day(day) for day in days)
