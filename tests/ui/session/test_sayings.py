"""What the guided session says, and has read aloud."""

from collections.abc import Callable
from datetime import date

import pytest

from legjournal.journal import Journal
from legjournal.library.exercises import exercises
from legjournal.models.routine import PlanItemFields
from legjournal.routine.guide import Guide
from legjournal.routine.of_day import RoutineDay
from ui.session.sayings import Sayings

HELD = PlanItemFields(
    exercise="side-lying-leg-raise",
    sets=2,
    hold_seconds=5,
    repetitions_from=8,
    repetitions_to=10,
    each_side=True,
)
WALK = PlanItemFields(
    exercise="own-walk", sets=1, hold_seconds=300, repetitions_from=1, repetitions_to=1, rest_seconds=0
)
PACE = PlanItemFields(exercise="own-step", sets=1, repetitions_from=12, repetitions_to=12)


class Led:
    """A guide whose clock is moved by hand, and what is said of it."""

    def __init__(self, *items: PlanItemFields) -> None:
        self.time = 0.0
        self.guide = Guide(items, now=lambda: self.time)
        self.sayings = Sayings(RoutineDay(date(2026, 11, 22), items=[*items]))

    def waits(self, seconds: float) -> "Led":
        """Let time pass."""
        for _ in range(round(seconds)):
            self.time += 1
            self.guide.look()
        return self

    def says(self, what: Callable[[Sayings, Guide], str]) -> str:
        """One of the sentences."""
        return what(self.sayings, self.guide)


def test_what_is_read_aloud() -> None:
    """All of it when a set is to begin; a word or two while a hand is not free to listen."""
    led = Led(HELD)
    told = [led.says(Sayings.told)]
    for seconds in (5, 5, 3):
        told.append(led.waits(seconds).says(Sayings.told))
    assert told[0] == "Side-lying leg raise. Left side · set 1 of 2. get ready: 5 seconds."
    assert told[1].startswith("hold: 5 seconds.")
    assert told[2:] == ["lower slowly", "hold, 2"]


def test_long_times_are_minutes() -> None:
    """A walk of five minutes counts down as a clock does."""
    led = Led(WALK).waits(5)
    assert led.says(Sayings.told).startswith("hold: 5 minutes.")
    assert (led.says(Sayings.number), led.says(Sayings.of_what)) == ("5:00", "minutes")
    led.waits(201)
    assert (led.says(Sayings.number), led.says(Sayings.of_what)) == ("99", "seconds")


@pytest.mark.parametrize(
    ("item", "dose", "task"),
    [
        (HELD, "2 × 8 to 10 each side", "Then hold 5 seconds, 8 to 10 times."),
        (WALK, "1 × 5 minutes", "Then hold for 5 minutes."),
        (PACE, "1 × 12", "Then 12 repetitions at your own pace."),
    ],
)
def test_doses(item: PlanItemFields, dose: str, task: str) -> None:
    """In the list, and before the set."""
    led = Led(item)
    assert led.sayings.dose(item) == dose
    assert led.says(Sayings.coming) == task


def test_what_comes_next() -> None:
    """The next set of the same exercise without its name, of another with it; the last set is told."""
    led = Led(HELD, PACE).waits(5)
    assert led.says(Sayings.coming) == "Next: left side · set 2 of 2"
    led.guide.skip()
    led.guide.skip()
    led.guide.skip()
    led.guide.go_on()
    assert led.says(Sayings.coming) == "Next: Step, set 1 of 1"
    led.guide.skip()
    led.guide.go_on()
    assert led.says(Sayings.coming) == "This is the last set."


def test_the_cue(journal: Journal) -> None:
    """That of the exercise; of the easier version where it is chosen; none for an own exercise."""
    for key, page in exercises().items.items():
        led = Led(PlanItemFields(exercise=key))
        led.sayings = Sayings(RoutineDay(date(2026, 11, 22), exercises=journal.exercises.all()))
        assert led.says(Sayings.cue) == page.cue
        led.guide.choose_easier(True)
        assert led.says(Sayings.cue) == (page.easier_cue or page.cue)
    assert Led(PACE).says(Sayings.cue) == ""
