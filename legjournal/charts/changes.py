"""The changes of medicine in the daily chart: a line at the day, its words where they touch no others."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from legjournal.charts.frame import Across, Down, length
from legjournal.charts.scene import Label, Line, Role

MOST_ROWS = 3  # of words above the scale


@dataclass(frozen=True, slots=True)
class Note:
    """A change that has room: its line at `x`, its words from `start` to `end` in a row counted upwards."""

    words: str
    x: float
    start: float
    end: float
    row: int

    def touches(self, other: "Note", gap: float) -> bool:
        """Whether words would meet words, or the line of one would cross the words of the other."""
        beside = self.end + gap <= other.start or other.end + gap <= self.start
        return (self.row == other.row and not beside) or self._crosses(other) or other._crosses(self)

    def _crosses(self, other: "Note") -> bool:
        return self.row >= other.row and other.start <= self.x <= other.end


def place(changes: Sequence[tuple[date, str]], across: Across) -> dict[date, Note]:
    """Where the first change of each day stands, the latest first to be given room.

    A change that has none is not in it: no line is ever drawn without its words.
    """
    words_of = dict(reversed(changes))
    notes: dict[date, Note] = {}
    for day in sorted(words_of, reverse=True):
        notes = _placed({each: words_of[each] for each in (*notes, day)}, across) or notes
    return notes


def rows(notes: Collection[Note]) -> int:
    """How many rows the words take."""
    return max((note.row + 1 for note in notes), default=0)


def draw(
    changes: Sequence[tuple[date, str]], notes: Mapping[date, Note], down: Down
) -> Iterator[Line | Label]:
    """The lines of the changes that have room, then their words."""
    for day, _ in changes:
        if note := notes.get(day):
            yield Line(((note.x, _line_top(note, down)), (note.x, down.bottom)), Role.NOTE)
    for _, note in sorted(notes.items()):
        ends_here = note.end < note.x
        x, anchor = (note.end, "end") if ends_here else (note.start, "start")
        yield Label(x, down.change_y(note.row), note.words, anchor, bold=True)


def _line_top(note: Note, down: Down) -> float:
    """Where the line of a change begins: beside its words, or below them where they stand above it."""
    above = note.start < note.x < note.end
    return down.change_y(note.row) + (0.2 if above else -0.75) * down.em


def _placed(words_of: Mapping[date, str], across: Across) -> dict[date, Note]:
    """All of them in as few rows as will do; none if one has no room."""
    for most in range(1, MOST_ROWS + 1):
        placed: dict[date, Note] = {}
        for day in _order(words_of, across):
            places = _places(across, across.x(day), words_of[day], most)
            free = (it for it in places if not any(it.touches(note, across.em) for note in placed.values()))
            if note := next(free, None):
                placed[day] = note
        if len(placed) == len(words_of):
            return placed
    return {}


def _order(words_of: Mapping[date, str], across: Across) -> list[date]:
    """An order in which no line has to cross the words of another.

    Words right of their line rise towards the past; those left of it, at the edge, towards the present.
    """
    edge = across.width - across.em
    at_edge = {day for day, words in words_of.items() if across.x(day) + length(words) * across.em > edge}
    return [*sorted(at_edge), *sorted(words_of.keys() - at_edge, reverse=True)]


def _places(across: Across, x: float, words: str, most: int) -> Iterator[Note]:
    """Right of the line, left of it, else above it; the lowest of `most` rows first."""
    wide, beside = length(words) * across.em, 0.4 * across.em
    last = across.width - wide
    for start in (x + beside, x - beside - wide, min(max(0.0, x - wide / 2), last)):
        if 0 <= start <= last:
            yield from (Note(words, x, start, start + wide, row) for row in range(most))
