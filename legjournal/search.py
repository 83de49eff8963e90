"""Looking through everything a person wrote: an index in memory, asked word by word.

Of the index nothing is ever on the disk, so that a locked journal stays locked. It is made anew each time it
is wanted: of a year in hundredths of a second, of fifty years in a second or two.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import Any
from unicodedata import normalize

from sqlcipher3 import dbapi2

from legjournal.entries.written import Written, written
from legjournal.progress import Progress, unheard
from legjournal.storage.store import Store

MOST = 100  # results; whoever looks through more needs another word
ROOM = 160  # letters of an excerpt
BEFORE = 30  # of them before the first match
MANY = 50  # matches in one entry among which to choose where its excerpt begins

# Both at once: by its letters “sleepi” finds “sleeping”, and by its stem “cramps” finds “cramp”.
_INDEXES = {
    "letters": "unicode61 remove_diacritics 2",
    "stems": "porter unicode61 remove_diacritics 2",
}
_OPENS, _CLOSES = "<", ">"  # around a match, where there is nothing else but letters and digits
_UNSEEN = re.compile(r"[\x00-\x20\x7f\s]+")  # blanks, ends of lines, and what has no shape
_BETWEEN = re.compile(r"\W")  # what is no letter and no digit: SQLite does not know the newer signs

Span = tuple[int, int]  # from one letter up to another, counted in code points


@dataclass(frozen=True, slots=True)
class Result:
    """One entry that was found. day: None where it belongs to none.

    title: what it is. excerpt: some of its words, on one line; marks: where in it the words looked for are.
    """

    day: date | None
    table: str
    row: str  # its id
    title: str
    excerpt: str
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What belongs to no day, then the newest day first. more: how many there are beside these."""

    results: tuple[Result, ...]
    more: int = 0


class Search:
    """Looks through an open journal."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def index(self, progress: Progress = unheard) -> "Index":
        """All words as they are stored now, ready to be asked. Raises DamagedInside."""
        with self._store.read() as session:
            entries = list(written(session, progress))
        return Index(entries)


class Index:
    """The words of a journal in memory. May be made on one thread and asked on another; close it."""

    def __init__(self, entries: Iterable[Written]) -> None:
        self._memory = dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False)
        ask = self._memory.execute
        ask("PRAGMA cipher_log_level=NONE")  # else SQLCipher writes to stderr by itself
        ask("PRAGMA temp_store=2")  # nor what SQLite sorts goes to a file
        ask("BEGIN")
        ask("CREATE TABLE entry (id INTEGER PRIMARY KEY, day, name, row, title, words, bare)")
        add = "INSERT INTO entry (day, name, row, title, words, bare) VALUES (?, ?, ?, ?, ?, ?)"
        self._memory.executemany(add, map(_kept, sorted(entries, key=_newest, reverse=True)))
        for name, tokens in _INDEXES.items():
            # prefix: a single letter is the slowest question, for it is the beginning of very many words
            options = f"content='entry', content_rowid='id', columnsize=0, prefix='1', tokenize='{tokens}'"
            ask(f"CREATE VIRTUAL TABLE {name} USING fts5(bare, {options})")
            ask(f"INSERT INTO {name}({name}) VALUES ('rebuild')")  # noqa: S608 - our own names
        ask("COMMIT")

    def find(self, typed: str, most: int = MOST) -> Found:
        """The entries in which every word typed is found, `most` of them.

        Case and accents do not matter. Words in "quotes" stand side by side; of the last word the beginning
        is enough while it is being typed. Everything is taken for words, whatever is typed.
        """
        wanted = expression(typed)
        if not wanted:
            return Found(())
        rows: dict[int, tuple[Any, ...]] = {}
        for name in _INDEXES:
            rows |= {row[0]: row[1:] for row in self._memory.execute(_ask_for_rows(name), (wanted, most))}
        shown = [_result(*rows[number]) for number in sorted(rows)[:most]]
        more = 0 if len(shown) < most else self._count(wanted) - len(shown)
        return Found(tuple(shown), more)

    def close(self) -> None:
        """Forget all of it."""
        self._memory.close()

    def _count(self, wanted: str) -> int:
        found = " UNION ".join(f"SELECT rowid FROM {name} WHERE {name} MATCH ?" for name in _INDEXES)  # noqa: S608 - our own names
        asked = self._memory.execute(f"SELECT count(*) FROM ({found})", [wanted] * len(_INDEXES))  # noqa: S608 - our own names
        count: int = asked.fetchone()[0]
        return count


def expression(typed: str) -> str:
    """What is typed, for FTS5: each word and each phrase within quotes, so that nothing in them is syntax."""
    pieces = enumerate(normalize("NFC", typed).split('"'))
    parts = [part for number, piece in pieces for part in ([piece] if number % 2 else piece.split())]
    bare = [" ".join(_bare(part).split()) for part in parts]
    quoted = [f'"{part}"' for part in reversed(dict.fromkeys(reversed(bare))) if part]  # each once
    still_typed = quoted and not _bare(typed[-1:]).isspace()
    return " ".join(quoted) + ("*" if still_typed else "")


def _bare(words: str) -> str:
    """The letters and digits alone, each where it was."""
    return _BETWEEN.sub(" ", words)


def _newest(entry: Written) -> date:
    return entry.day or date.max


def _kept(entry: Written) -> tuple[str | None, ...]:
    day = entry.day.isoformat() if entry.day else None
    title, words = (_UNSEEN.sub(" ", normalize("NFC", part)).strip() for part in (entry.title, entry.words))
    return (day, entry.table, entry.row, title, words, _bare(words))


def _ask_for_rows(name: str) -> str:
    marked = f"highlight({name}, 0, '{_OPENS}', '{_CLOSES}')"
    return (
        f"SELECT entry.id, day, entry.name, row, title, words, {marked} FROM {name} "  # noqa: S608 - our own names
        f"JOIN entry ON entry.id = {name}.rowid WHERE {name} MATCH ? ORDER BY {name}.rowid LIMIT ?"
    )


def _result(day: str | None, table: str, row: str, title: str, words: str, marked: str) -> Result:
    excerpt, marks = _excerpt(words, _marks(marked))
    return Result(date.fromisoformat(day) if day else None, table, row, title, excerpt, marks)


def _marks(marked: str) -> list[Span]:
    """Where the matches are, by the signs around them."""
    pieces = re.split(f"[{_OPENS}{_CLOSES}]", marked)  # in turn outside a match and inside
    ends = list(accumulate(map(len, pieces)))
    return list(zip(ends[0::2], ends[1::2], strict=False))


def _excerpt(words: str, marks: list[Span]) -> tuple[str, tuple[Span, ...]]:
    """The part of the words with the most matches in it; … where there is more."""
    first, last = _part(words, max(marks[:MANY], key=lambda mark: _near(mark, marks[:MANY])))
    before, after = "…" if first else "", "…" if last < len(words) else ""
    by = len(before) - first
    shown = [(max(start, first) + by, min(end, last) + by) for start, end in marks]
    return f"{before}{words[first:last]}{after}", tuple(mark for mark in shown if mark[0] < mark[1])


def _part(words: str, mark: Span) -> Span:
    """About as much around a match as there is room for, from the beginning of a word to the end of one."""
    first, last = 0, len(words)
    if last > ROOM:
        first = max(0, min(mark[0] - BEFORE, last - ROOM))
        first = words.find(" ", first, mark[0]) + 1 or first if first else 0
    if last > first + ROOM:
        last = first + ROOM
        last = words.rfind(" ", mark[1], last) if " " in words[mark[1] : last] else last
    return first, last


def _near(mark: Span, marks: list[Span]) -> int:
    """How many matches an excerpt has that begins with this one."""
    return sum(mark[0] <= start and end <= mark[0] + ROOM - BEFORE for start, end in marks)
