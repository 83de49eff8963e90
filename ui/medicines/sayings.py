"""What is said of medicines and test results: as they were typed, with their days in plain words."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from legjournal import phrases
from legjournal.models.medicines import Regularity

if TYPE_CHECKING:
    from legjournal.models.medicines import Medicine, TestResult

SHORT = 60  # letters of a name in a sentence of ours


def short_name(name: str) -> str:
    """A name for a sentence of ours."""
    return phrases.cut(name, SHORT)


class Sayings(QObject):
    """The sentences, in one place for whoever translates or rewords them."""

    def medicine(self, row: "Medicine") -> str:
        """Codeine 30 mg."""
        return f"{row.name} {row.dose}" if row.dose else row.name

    def facts(self, row: "Medicine") -> str:
        """As needed · since 3 March 2026 · leg pain."""
        how = self.tr("only as needed") if row.regularity is Regularity.AS_NEEDED else self.tr("regularly")
        since = self.tr("since {day}").format(day=phrases.day(row.started)) if row.started else ""
        return " · ".join(fact for fact in (how, since, row.why) if fact)

    def history(self, thread: "Sequence[Medicine]") -> str:
        """Pregabalin 75 mg from 3 March, 150 mg from 2 May, stopped 1 July 2026: dizzy."""
        doses = [self._dose(None, thread[0])]
        doses += [self._dose(before, row) for before, row in pairwise(thread)]
        days = self._days(thread)
        said = [f"{dose} {when}".strip() for dose, when in zip(doses, days, strict=True)]
        last = thread[-1]
        if last.stopped is not None:
            said.append(self.tr("stopped {day}").format(day=phrases.day(last.stopped)))
        words = self.tr(", ").join(said)
        return self.tr("{what}: {why}").format(what=words, why=last.why) if last.why else words

    def result(self, row: "TestResult") -> str:
        """58 micrograms/L, 12 March 2026."""
        number = phrases.decimal(row.number)
        value = f"{number} {row.unit}" if row.unit else number
        return self.tr("{value}, {day}").format(value=value, day=phrases.day(row.date))

    def _dose(self, before: "Medicine | None", row: "Medicine") -> str:
        """Dose and manner, with the name where it is not the one before."""
        same = before is not None and before.name == row.name
        dose = row.dose or (self.tr("no dose written") if same else "")
        how = self.tr("as needed") if row.regularity is Regularity.AS_NEEDED else ""
        return " ".join(word for word in ("" if same else row.name, dose, how) if word)

    def _days(self, thread: "Sequence[Medicine]") -> list[str]:
        """From when each was taken, and until when where nothing followed at once."""
        said = []
        for row, after in zip(thread, [*thread[1:], None], strict=True):
            next_day = after.started if after is not None else row.stopped
            words = self.tr("from {day}").format(day=self._day(row.started, next_day)) if row.started else ""
            if (
                after is not None
                and row.stopped
                and (not after.started or (after.started - row.stopped).days > 1)
            ):
                words += self.tr(" until {day}").format(day=phrases.day(row.stopped))
            said.append(words)
        return said

    def _day(self, day: date, next_day: date | None) -> str:
        """A day, without its year where the next one says it."""
        return phrases.day(day, year=next_day is None or next_day.year != day.year)
