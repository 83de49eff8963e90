"""What the searches share: words in memory, nothing typed is syntax, and an excerpt around the matches."""

import re
from itertools import accumulate
from unicodedata import normalize

from sqlcipher3 import dbapi2

ROOM = 160  # letters of an excerpt
BEFORE = 30  # of them before the first match
MANY = 50  # matches in one text among which to choose where its excerpt begins
OPENS, CLOSES = "<", ">"  # around a match, where there is nothing else but letters and digits

_UNSEEN = re.compile(r"[\x00-\x20\x7f\s]+")  # blanks, ends of lines, and what has no shape
_BETWEEN = re.compile(r"\W")  # what is no letter and no digit: SQLite does not know the newer signs

Span = tuple[int, int]  # from one letter up to another, counted in code points


def in_memory() -> dbapi2.Connection:
    """A database of which nothing is ever on the disk. May be made on one thread and asked on another."""
    memory = dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False)
    memory.execute("PRAGMA cipher_log_level=NONE")  # else SQLCipher writes to stderr by itself
    memory.execute("PRAGMA temp_store=2")  # nor what SQLite sorts goes to a file
    return memory


def on_one_line(words: str) -> str:
    """The words as an excerpt shows them."""
    return _UNSEEN.sub(" ", normalize("NFC", words)).strip()


def bare(words: str) -> str:
    """The letters and digits alone, each where it was."""
    return _BETWEEN.sub(" ", words)


def marks(marked: str) -> list[Span]:
    """Where the matches are, by the signs around them."""
    pieces = re.split(f"[{OPENS}{CLOSES}]", marked)  # in turn outside a match and inside
    ends = list(accumulate(map(len, pieces)))
    return list(zip(ends[0::2], ends[1::2], strict=False))


def excerpt(words: str, marks: list[Span], room: int = ROOM) -> tuple[str, tuple[Span, ...]]:
    """The part of the words with the most matches in it; … where there is more. It has at least one.

    room: letters, about.
    """
    first, last = _part(words, max(marks[:MANY], key=lambda mark: _near(mark, marks[:MANY], room)), room)
    before, after = "…" if first else "", "…" if last < len(words) else ""
    by = len(before) - first
    shown = [(max(start, first) + by, min(end, last) + by) for start, end in marks]
    return f"{before}{words[first:last]}{after}", tuple(mark for mark in shown if mark[0] < mark[1])


def _part(words: str, mark: Span, room: int) -> Span:
    """About as much around a match as there is room for, from the beginning of a word to the end of one."""
    first, last = 0, len(words)
    if last > room:
        first = max(0, min(mark[0] - BEFORE, last - room))
        first = words.find(" ", first, mark[0]) + 1 or first if first else 0
    if last > first + room:
        last = first + room
        last = words.rfind(" ", mark[1], last) if " " in words[mark[1] : last] else last
    return first, last


def _near(mark: Span, marks: list[Span], room: int) -> int:
    """How many matches an excerpt has that begins with this one."""
    return sum(mark[0] <= start and end <= mark[0] + room - BEFORE for start, end in marks)
