"""The scale from left to right of a picture of dots: in which stack an answer lies, and where a mean does."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from legjournal.trends.facts import Outcome
from legjournal.words import text

_HALF_HOUR, _MOST_ASLEEP = 30, 12 * 60  # minutes
_MOST_WOKEN = 10
_TICKS = 14  # at most: where there are more steps, not every one is named


@dataclass(frozen=True, slots=True)
class Steps:
    """Answers from 0 to `top`, those of one `step` in one stack. unit: how many a tick counts as 1."""

    name: str
    top: int
    step: int = 1
    unit: int = 1

    @property
    def count(self) -> int:
        """How many stacks there are."""
        return self.top // self.step + 1

    def stack(self, answer: int) -> int:
        """The number of the stack an answer is in, from the left."""
        return answer // self.step

    def place(self, value: float) -> float:
        """Where a value lies, in widths of a stack: a whole answer that is a stack is in its middle."""
        return value / self.step + (0.5 if self.step == 1 else 0.0)

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Where a tick stands, in widths of a stack, and its number."""
        whole = self.top // self.unit
        every = whole // _TICKS + 1
        if self.unit > 1:
            every = max(2, every)
        for number in range(0, whole + 1, every):
            yield self.place(number * self.unit), str(number)


def steps_of(outcome: Outcome, answers: Iterable[int]) -> Steps:
    """The scale of an outcome, as long as these answers need it."""
    most = max(answers, default=0)
    match outcome:
        case Outcome.ASLEEP:
            return Steps(text("Hours asleep"), max(_MOST_ASLEEP, most), _HALF_HOUR, 60)
        case Outcome.WOKEN_BY_LEGS:
            return Steps(text("Times woken by the legs"), max(_MOST_WOKEN, most))
        case Outcome.MOOD:
            return Steps(text("Score, from 0 very low to 10 very good"), 10)
        case Outcome.TIREDNESS:
            return Steps(text("Score, from 0 not at all to 10 exhausted"), 10)
        case _:
            return Steps(text("Score, from 0 none to 10 the most"), 10)
