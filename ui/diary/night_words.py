"""What the night card says: figures in words, and what is not right with an answer."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject

from legjournal import phrases
from legjournal.sleep import Fault, FaultKind, NightTimes, SleepFigures
from ui.widgets.figures import Figure


class HasValue(Protocol):
    """A reading of a field."""

    @property
    def value(self) -> datetime | int | None: ...


class Sayings(QObject):
    """The card's sentences, in one place for whoever translates or rewords them."""

    def figures(self, figures: SleepFigures, night: NightTimes) -> list[Figure]:
        """What the night comes to, as far as the answers go."""
        found: list[Figure] = []
        if figures.time_asleep is not None:
            found.append((phrases.length(figures.time_asleep), self.tr("asleep")))
            if night.minutes_awake:
                found.append((phrases.length(night.minutes_awake), self.tr("awake in between")))
        if figures.time_in_bed is not None:
            found.append((phrases.length(figures.time_in_bed), self.tr("in bed")))
        if figures.efficiency is not None:
            share = self.tr("{share}%").format(share=phrases.number(figures.efficiency))
            found.append((share, self.tr("asleep while in bed")))
        return found

    def formula(self) -> str:
        """How the figures are worked out."""
        return self.tr(
            "Time in bed = got up − got into bed.\n"
            "Time asleep = last woke − tried to sleep − minutes to fall asleep − minutes awake.\n"
            "Asleep while in bed = time asleep ÷ time in bed."
        )

    def not_a_time(self) -> str:
        """The typed words are not a time."""
        return self.tr("This is not a time of day. Try 10.30pm or 22:30.")

    def no_such_time(self) -> str:
        """The hour that is left out in March."""
        return self.tr("The clocks went forward that night: this time did not exist.")

    def not_a_number(self, most: int) -> str:
        """Not a whole number, or too large."""
        return self.tr("Please give a whole number from 0 to {most}.").format(most=most)

    def fault(
        self, fault: Fault, guilty: str, readings: Mapping[str, HasValue], meant: datetime | None
    ) -> str:
        """Why an answer cannot be true beside the others, with a guess where there is one."""
        explain: dict[FaultKind, Callable[[Fault, str, Mapping[str, HasValue]], str]] = {
            FaultKind.OUT_OF_ORDER: self._out_of_order,
            FaultKind.TOO_LONG: self._too_long,
            FaultKind.MORE_AWAKE_THAN_NIGHT: self._more_awake,
            FaultKind.MORE_BY_LEGS_THAN_WAKINGS: self._more_by_legs,
            FaultKind.TRYING_AFTER_GETTING_UP: self._more_awake,
        }
        sentence = explain[fault.kind](fault, guilty, readings)
        if meant is not None:
            sentence += " " + self.tr("Did you mean {time}?").format(time=phrases.clock(meant))
        return sentence

    def _out_of_order(self, fault: Fault, guilty: str, readings: Mapping[str, HasValue]) -> str:
        earlier, later = fault.fields
        other = earlier if guilty == later else later
        value = readings[other].value
        when = phrases.clock(value) if isinstance(value, datetime) else ""
        words = (
            self.tr("This is before “{other}”, {when}.")
            if guilty == later
            else self.tr("This is after “{other}”, {when}.")
        )
        return words.format(other=self._label(other), when=when)

    def _too_long(self, *_: object) -> str:
        return self.tr("That makes more than 16 hours in bed.")

    def _more_awake(self, *_: object) -> str:
        return self.tr("That is more time awake than the night had.")

    def _more_by_legs(self, *_: object) -> str:
        return self.tr("The legs cannot have woken you more often than you were awake.")

    def _label(self, field: str) -> str:
        return {
            "got_into_bed": self.tr("Got into bed"),
            "tried_to_sleep": self.tr("Tried to sleep"),
            "final_waking": self.tr("Last woke"),
            "got_out_of_bed": self.tr("Got up"),
        }[field]
