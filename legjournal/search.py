"""Looking through everything a person wrote: an index in memory, asked word by word.

Of the index nothing is ever on the disk, so that a locked journal stays locked. It is made anew each time it
is wanted: of a year in hundredths of a second, of fifty years in a second or two.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from unicodedata import normalize

from legjournal.entries.written import Written, written
from legjournal.full_text import CLOSES, OPENS, Span, bare, excerpt, in_memory, marks, on_one_line
from legjournal.progress import Progress, unheard
from legjournal.storage.store import Store

MOST = 100  # results; whoever looks through more needs another word

# Both at once: by its letters “sleepi” finds “sleeping”, and by its stem “cramps” finds “cramp”.
_INDEXES = {
    "letters": "unicode61 remove_diacritics 2",
    "stems": "porter unicode61 remove_diacritics 2",
}


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
        self._memory = in_memory()
        ask = self._memory.execute
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
    words = [" ".join(bare(part).split()) for part in parts]
    quoted = [f'"{part}"' for part in reversed(dict.fromkeys(reversed(words))) if part]  # each once
    still_typed = quoted and not bare(typed[-1:]).isspace()
    return " ".join(quoted) + ("*" if still_typed else "")


def _newest(entry: Written) -> date:
    return entry.day or date.max


def _kept(entry: Written) -> tuple[str | None, ...]:
    day = entry.day.isoformat() if entry.day else None
    title, words = (on_one_line(part) for part in (entry.title, entry.words))
    return (day, entry.table, entry.row, title, words, bare(words))


def _ask_for_rows(name: str) -> str:
    marked = f"highlight({name}, 0, '{OPENS}', '{CLOSES}')"
    return (
        f"SELECT entry.id, day, entry.name, row, title, words, {marked} FROM {name} "  # noqa: S608 - our own names
        f"JOIN entry ON entry.id = {name}.rowid WHERE {name} MATCH ? ORDER BY {name}.rowid LIMIT ?"
    )


def _result(day: str | None, table: str, row: str, title: str, words: str, marked: str) -> Result:
    shown = excerpt(words, marks(marked))
    return Result(date.fromisoformat(day) if day else None, table, row, title, *shown)
