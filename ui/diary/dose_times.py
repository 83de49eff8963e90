"""When a dose was taken: times of one day's page, read and written."""

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QObject

from legjournal import phrases
from legjournal.clock import DAY_STARTS_AT, Clock
from legjournal.typed_times import Likely
from ui.diary.night_words import Sayings
from ui.diary.reading import Reading, read_time

NOON = 12  # o'clock


class DoseTimes(QObject):
    """Reads what is typed beside a medicine. day: the page in sight."""

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.day = date(2000, 1, 2)
        self._clock = clock
        self._say = Sayings(self)

    @property
    def is_today(self) -> bool:
        """Whether a dose may be taken now."""
        return self.day == self._clock.today()

    @property
    def likely(self) -> Likely:
        """Which half of the day a bare hour means: before noon the other has not come."""
        now = self._clock.now()
        return Likely.MORNING if self.is_today and DAY_STARTS_AT <= now.hour < NOON else Likely.AFTERNOON

    def read(self, typed: str) -> Reading:
        """A time that was; one that is still to come is explained."""
        if not typed.strip():
            return Reading(typed=typed, why=self.tr("Please write a time, for example 9.30pm."))
        reading = read_time(typed, self.likely, self._instants, self._say)
        if not isinstance(reading.value, datetime) or reading.value <= self._clock.now():
            return reading
        return self._not_yet(typed, reading.value)

    def _instants(self, wall: time) -> tuple[datetime, ...]:
        return self._clock.instants_on_page(self.day, wall)

    def _not_yet(self, typed: str, at: datetime) -> Reading:
        words = self.tr("{time} has not come yet.").format(time=phrases.clock(at))
        earlier = at - timedelta(hours=12)
        if at.hour < DAY_STARTS_AT:
            words += " " + self.tr("What was taken before 4am belongs to the day before.")
        elif at.hour >= NOON and self._clock.day_of(earlier) == self.day and earlier <= self._clock.now():
            return Reading(typed=typed, why=words, offers=(self._say.did_you_mean(phrases.clock(earlier)),))
        return Reading(typed=typed, why=words)
