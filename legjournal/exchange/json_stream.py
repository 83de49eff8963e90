"""Reading a large JSON file value by value, with no more than one of them in memory, and strictly."""

import json
from collections.abc import Iterator
from typing import Any, TextIO

CHUNK = 1 << 18  # letters read at a time
LARGEST_VALUE = 1 << 24  # letters: far more than an entry of a journal needs
SPACES = " \t\r\n"
AFTER_A_VALUE = frozenset(SPACES + ",:]}")


class JsonStream:
    """The objects and lists of the outer levels are walked through; what lies in them is read whole.

    Raises ValueError for what is not JSON, for NaN and Infinity, for a name that stands twice, and for a
    single value larger than LARGEST_VALUE; RecursionError for one that is too deep.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._text = ""
        self._at = 0
        self._decoder = json.JSONDecoder(parse_constant=_refuse, object_pairs_hook=_without_doubles)

    def names(self) -> Iterator[str]:
        """The names of an object; after each, its value must be read."""
        seen: set[str] = set()
        self._expect("{")
        while self._goes_on("}", first=not seen):
            name = self.value()
            if not isinstance(name, str) or name in seen:
                raise ValueError("a name that stands twice, or is none")
            seen.add(name)
            self._expect(":")
            yield name

    def items(self) -> Iterator[Any]:
        """The items of a list."""
        self._expect("[")
        first = True
        while self._goes_on("]", first=first):
            first = False
            yield self.value()

    def value(self) -> Any:
        """The next value, whole."""
        self._next()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text, self._at)
            except json.JSONDecodeError:
                if not self._read_on():
                    raise
                continue
            # At the edge of what was read a number may go on: 1, then .5e10
            if self._text[end : end + 1] in AFTER_A_VALUE or not self._read_on():
                self._at = end
                return value

    def end(self) -> None:
        """Nothing but spaces may follow."""
        if self._next():
            raise ValueError("something follows")

    def _goes_on(self, closing: str, *, first: bool) -> bool:
        if self._next() == closing:
            self._at += 1
            return False
        if not first:
            self._expect(",")
        return True

    def _expect(self, sign: str) -> None:
        if self._next() != sign:
            raise ValueError("not JSON")
        self._at += 1

    def _next(self) -> str:
        """The next sign that is no space; empty at the end of the file."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in SPACES:
                self._at += 1
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._read_on():
                return ""

    def _read_on(self) -> bool:
        """Take in more of the file; False when there is no more."""
        rest = self._text[self._at :]
        if len(rest) > LARGEST_VALUE:
            raise ValueError("too large")
        more = self._file.read(max(CHUNK, len(rest)))  # twice as much each time a value still goes on
        self._text, self._at = rest + more, 0
        return bool(more)


def _refuse(name: str) -> None:
    raise ValueError(name)  # NaN and Infinity are not JSON, though Python reads them


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) != len(pairs):
        raise ValueError("a name stands twice")
    return values
