"""Groups of days below each other, a dot a day, stacked by their answers: nothing is hidden in a bar.

Where a dot goes follows from its answer and its place among the days of that answer, never from chance. Where
so many days have an answer that their dots would not fit, a dot stands for several, which the picture says.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil

from legjournal.charts.scene import Item, Label, Line, Mark, Role, Scene, Shape, Stop
from legjournal.charts.steps import Steps
from legjournal.charts.wrapped import wrapped
from legjournal.trends.groups import Group
from legjournal.words import plural, text

STYLES = ((Role.FIRST, Shape.DISC), (Role.SECOND, Shape.SQUARE), (Role.THIRD, Shape.TRIANGLE))
DAYS_TO_A_DOT = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000)
DOT, APART = 0.21, 0.58  # radius of a dot, and from one to the next, in heights of the text
STRIP = 6.0  # usual height of the dots of a group
LINE = 1.4  # from one line of words to the next


@dataclass(frozen=True, slots=True)
class Strip:
    """One group. name: which days they are; average: its mean in words, or that there is none."""

    name: str
    answers: Sequence[int]
    numbers: Group
    average: str


@dataclass(frozen=True, slots=True)
class Dots:
    """One to three groups on one scale. header and rows: the table; each strip has the row of its number."""

    steps: Steps
    strips: Sequence[Strip]
    summary: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def height(dots: Dots) -> float:
    """How high the picture would like to be, in heights of the text."""
    return len(dots.strips) * (STRIP + 5.0) + 7.0


def draw(dots: Dots, width: float, height: float, em: float) -> Scene:
    """Lay the groups out in a box of `width` by `height`, for text of height `em`."""
    return _Picture(dots, width, height, em).scene()


class _Picture:
    """The groups at one size."""

    def __init__(self, dots: Dots, width: float, height: float, em: float) -> None:
        self._dots, self._width, self._height, self._em = dots, width, height, em
        self._left, self._right = 0.8 * em, width - 0.8 * em
        self._step = (self._right - self._left) / dots.steps.count
        self._names = [wrapped(strip.name, width / em - 1) for strip in dots.strips]
        self._tall = self._room_for_dots()

    def scene(self) -> Scene:
        items: list[Item] = []
        stops: list[Stop] = []
        y = 0.0
        for number, (strip, name) in enumerate(zip(self._dots.strips, self._names, strict=True)):
            axis = y + (LINE * (len(name) + 1)) * self._em + self._tall
            items += self._strip(number, strip, y, axis)
            high = axis + self._em - y
            stops.append(Stop(0, y, self._width, high, number, name=strip.name))
            y = axis + 1.6 * self._em
        items += self._foot(y)
        dots = self._dots
        return Scene(
            self._width, self._height, tuple(items), dots.summary, dots.header, dots.rows, tuple(stops)
        )

    def _room_for_dots(self) -> float:
        """The height the dots of each group have, in a picture that keeps room for the longest note."""
        foot = LINE * (2 + len(self._note(DAYS_TO_A_DOT[-1])))
        lines = sum(LINE * (len(name) + 1) + 1.6 for name in self._names) + foot
        return max(2 * self._em, (self._height - lines * self._em) / max(1, len(self._names)))

    def _note(self, days: int) -> list[str]:
        each = plural("Each dot is {n} answer.", "Each dot stands for up to {n} answers.", days).format(
            n=days
        )
        how = text("Upright line: the average. Line below the dots: where the middle half of them lies.")
        return wrapped(f"{each.format(n=days)} {how}", self._width / self._em - 1)

    @property
    def _fullest(self) -> int:
        stacks = (stack for counts in self._stacks for stack in counts.values())
        return max(stacks, default=0)

    @cached_property
    def _stacks(self) -> list[Counter[int]]:
        steps = self._dots.steps
        return [Counter(map(steps.stack, strip.answers)) for strip in self._dots.strips]

    @property
    def _apart(self) -> float:
        return APART * self._em

    @property
    def _rows(self) -> int:
        return max(1, int(self._tall / self._apart))

    @cached_property
    def _days_to_a_dot(self) -> int:
        """As few as let the fullest stack be drawn without touching the next one."""
        room = self._rows * max(1, int(0.95 * self._step / self._apart))
        return next((days for days in DAYS_TO_A_DOT if self._fullest <= days * room), DAYS_TO_A_DOT[-1])

    @cached_property
    def _abreast(self) -> int:
        """How many dots of a stack stand side by side: as few as keep the fullest within its height."""
        return max(1, ceil(ceil(self._fullest / self._days_to_a_dot) / self._rows))

    def _x(self, place: float) -> float:
        return self._left + self._step * place

    def _strip(self, number: int, strip: Strip, top: float, axis: float) -> Iterator[Item]:
        em = self._em
        for line, words in enumerate(self._names[number], start=1):
            yield Label(0.4 * em, top + LINE * em * line - 0.35 * em, words, bold=True)
        yield Line(((self._left, axis), (self._right, axis)), Role.GRID)
        for place, _ in self._dots.steps.ticks():
            yield Line(((self._x(place), axis), (self._x(place), axis + 0.25 * em)), Role.GRID)
        yield from self._mean(strip, axis)
        role, shape = STYLES[number]
        for stack, days in sorted(self._stacks[number].items()):
            yield from (Mark(x, y, DOT * em, shape, role) for x, y in self._stack(stack, days, axis))

    def _mean(self, strip: Strip, axis: float) -> Iterator[Item]:
        """The mean with its words above, and the middle half below the dots."""
        em, numbers, place = self._em, strip.numbers, self._dots.steps.place
        top = axis - self._tall
        if numbers.mean is None or numbers.low is None or numbers.high is None:
            yield Label(0.4 * em, top - 0.35 * em, strip.average)
            return
        x = self._x(place(numbers.mean))
        half = len(strip.average) * 0.32 * em
        yield Line(((x, top), (x, axis + 0.8 * em)), Role.AXIS, bold=True)
        yield Label(min(max(x, half), self._width - half), top - 0.35 * em, strip.average, "middle")
        low, high = self._x(place(numbers.low)), self._x(place(numbers.high))
        low, high = min(low, x - 0.2 * em), max(high, x + 0.2 * em) if high == low else high
        yield Line(((low, axis + 0.6 * em), (high, axis + 0.6 * em)), Role.AXIS, bold=True)

    def _stack(self, stack: int, days: int, axis: float) -> Iterator[tuple[float, float]]:
        """The middles of the dots of a stack, from the bottom upwards, each row in the middle."""
        left, abreast = ceil(days / self._days_to_a_dot), self._abreast
        y = axis - 0.55 * self._apart
        while left > 0:
            here = min(left, abreast)
            first = self._x(stack + 0.5) - self._apart * (here - 1) / 2
            yield from ((first + n * self._apart, y) for n in range(here))
            left -= here
            y -= self._apart

    def _foot(self, top: float) -> Iterator[Label]:
        """Numbers of the scale, its name, and what the marks mean."""
        em = self._em
        for place, words in self._dots.steps.ticks():
            yield Label(self._x(place), top + 0.5 * em, words, "middle")
        y = top + (0.5 + LINE) * em
        yield Label(self._width / 2, y, self._dots.steps.name, "middle")
        for line, words in enumerate(self._note(self._days_to_a_dot), start=1):
            yield Label(0.4 * em, y + LINE * em * line, words)
