"""What the night card says: figures in words, and what is not right with an answer."""

from collections.abc import Callable, Mapping
from datetime import datetime, time
from typing import Protocol

from PySide6.QtCore import QObject

from legjournal import phrases
from legjournal.sleep import Fault, FaultKind, NightTimes, SleepFigures
from ui.widgets.field import Offer
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

    def naps(self, naps: int, minutes: int | None) -> str:
        """What the naps come to, apart from the night; minutes: None where a length is not answered."""
        from legjournal.entries.counts import count_of

        count = count_of("nap", naps)
        if minutes is None:
            words = self.tr("{naps}, not every length answered.").format(naps=count)
        else:
            words = self.tr("{naps}, {length}.").format(naps=count, length=phrases.length(minutes))
        return words + " " + self.tr("Naps are not added to the night.")

    def did_you_mean(self, words: str) -> Offer:
        """A time that would be right."""
        return Offer(self.tr("Did you mean {time}?").format(time=words), words)

    def came_twice(self, wall: time) -> str:
        """The hour that comes twice in October."""
        return self.tr("The clocks went back that night, so {time} came twice. Which one?").format(
            time=phrases.clock(wall)
        )

    def first_or_second(self, wall: time) -> tuple[Offer, ...]:
        """The two times it may have been."""
        first, second = self.tr("The first, before that"), self.tr("The second, after that")
        return (
            Offer(
                first, phrases.clock_of_two(wall, second=False), self.tr("The first, before they went back")
            ),
            Offer(
                second, phrases.clock_of_two(wall, second=True), self.tr("The second, after they went back")
            ),
        )

    def needed_first(self) -> str:
        """What has to be known of a night without sleep."""
        return self.tr("Please write this time first, then press “I did not sleep” again.")

    def not_a_time(self) -> str:
        """The typed words are not a time."""
        return self.tr("This is not a time of day. Try 10.30pm or 22:30.")

    def no_such_time(self) -> str:
        """The hour that is left out in March."""
        return self.tr("The clocks went forward that night: this time did not exist.")

    def not_a_number(self, most: int) -> str:
        """Not a whole number, or too large."""
        return self.tr("Please give a whole number from 0 to {most}.").format(most=most)

    def fault(self, fault: Fault, guilty: str, readings: Mapping[str, HasValue]) -> str:
        """Why an answer cannot be true beside the others."""
        explain: dict[FaultKind, Callable[[Fault, str, Mapping[str, HasValue]], str]] = {
            FaultKind.OUT_OF_ORDER: self._out_of_order,
            FaultKind.TOO_LONG: self._too_long,
            FaultKind.MORE_AWAKE_THAN_NIGHT: self._more_awake,
            FaultKind.MORE_BY_LEGS_THAN_WAKINGS: self._more_by_legs,
            FaultKind.TRYING_AFTER_GETTING_UP: self._trying_too_long,
        }
        return explain[fault.kind](fault, guilty, readings)

    def _out_of_order(self, fault: Fault, guilty: str, readings: Mapping[str, HasValue]) -> str:
        earlier, later = fault.fields
        other = earlier if guilty == later else later
        value = readings[other].value
        when = phrases.clock_then(value) if isinstance(value, datetime) else ""
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

    def _trying_too_long(self, *_: object) -> str:
        return self.tr("That is longer than from “Last woke” to “Got up”.")

    def _more_by_legs(self, *_: object) -> str:
        return self.tr("The legs cannot have woken you more often than you were awake.")

    def _label(self, field: str) -> str:
        return {
            "got_into_bed": self.tr("Got into bed"),
            "tried_to_sleep": self.tr("Tried to sleep"),
            "final_waking": self.tr("Last woke"),
            "got_out_of_bed": self.tr("Got up"),
        }[field]
