"""The search over the resource pages and the exercises: ranked, forgiving of spelling and everyday words."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any
from unicodedata import normalize

from legjournal.full_text import CLOSES, OPENS, Span, bare, excerpt, in_memory, marks, on_one_line
from legjournal.library.exercises import ExercisePage, exercises
from legjournal.library.files import Content, read_shelf
from legjournal.library.pages import LINK, Page, pages
from legjournal.library.spelling import SHORTEST, Vocabulary
from legjournal.places import ASSETS

COLUMNS = ("title", "words", "summary", "headings", "body")
WEIGHTS = "12, 10, 4, 3, 1"  # of the columns: what a page is called and looked for by comes first
MOST_WORDS = 8  # that are looked for; the rest of a long paste is not
BETWEEN = " · "  # two of the words to look for a page by
ROOM = 100  # letters of an excerpt: the list is narrow
HEADING = re.compile(r"(?m)^#+ *(.*)$")
SIGNS = re.compile(r"(?m)^(?:#+|-|\d+\.) +|[*|]+")  # what Markdown adds to the words
# Too common to say what is meant; and, at the end, what is left of a word before its apostrophe or after it.
COMMON = frozenset(
    re.findall(
        r"\w+",
        """a about am an and any are as at be been by can could did do does for from get had has have how i if
        in is it its me much my of on or should so some that the their them there this to was what when where
        which who why will with would you your d don isn ll m re s t ve won""",
    )
)


class HitKind(StrEnum):
    """What was found."""

    PAGE = "page"
    EXERCISE = "exercise"


@dataclass(frozen=True, slots=True)
class Hit:
    """A page or an exercise. excerpt: some of its words, on one line; marks: the words looked for in it."""

    kind: HitKind
    key: str
    title: str
    excerpt: str
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The best first.

    instead: the words that were looked for, where they are not the ones typed. partly: nothing has all of
    them, and the results have some.
    """

    results: tuple[Hit, ...]
    instead: str = ""
    partly: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """What can be found, in plain words; the last five are the columns of the index.

    words: what people may look for it by, misspelt as they spell it.
    """

    kind: HitKind
    key: str
    title: str
    words: str
    summary: str
    headings: str
    body: str


class Synonyms(Content):
    """What people type, and the words that the pages use for it."""

    synonyms: dict[str, list[str]]


def find(typed: str) -> Found:
    """The pages and exercises that have the words typed. The first search makes the index."""
    return _bundled().find(typed)


class Finder:
    """An index in memory of some entries."""

    def __init__(self, entries: Iterable[Entry], synonyms: Mapping[str, Iterable[str]]) -> None:
        """entries: in the order of the contents."""
        self._entries = list(entries)
        self._synonyms = {tuple(_telling(_words(key))): list(means) for key, means in synonyms.items()}
        self._names = [[_words(entry.title)] for entry in self._entries]
        if self._entries:  # the first of the contents says when to get help: no rank stands above it
            self._names[0] += [_words(name) for name in self._entries[0].words.split(BETWEEN)]
        self._longest = max(map(len, self._synonyms), default=0)
        texts = [[getattr(entry, column) for column in COLUMNS] for entry in self._entries]
        spelt = (text for row in texts for name, text in zip(COLUMNS, row, strict=True) if name != "words")
        self._vocabulary = Vocabulary(word for text in spelt for word in _words(text))
        self._memory = in_memory()
        names = ", ".join(COLUMNS)
        tokens = "porter unicode61 remove_diacritics 2"
        self._memory.execute(f"CREATE VIRTUAL TABLE entry USING fts5({names}, tokenize='{tokens}')")
        add = f"INSERT INTO entry (rowid, {names}) VALUES (?, ?, ?, ?, ?, ?)"  # noqa: S608 - our own names
        self._memory.executemany(add, ((row, *map(bare, text)) for row, text in enumerate(texts)))

    def find(self, typed: str) -> Found:
        """The entries in which every word typed is found, as it is, by its stem, or as the pages call it.

        Where there is none, those with some of the words. Words that say nothing (“my”) need not be there.
        A word in none of the entries gives way to the nearest one, or is left out. Of the last word the
        beginning is enough while it is being typed.
        """
        words = _telling(_words(typed))[:MOST_WORDS]
        still_typed = bool(typed) and not bare(typed[-1]).isspace()
        looked_for: list[str] = []
        wanted: list[str] = []
        for part, last in self._parts(words):
            meant, asked = self._meant(part, beginning=last and still_typed)
            looked_for += meant
            wanted += [asked] if asked else []
        if not wanted:
            return Found(())
        instead = "" if looked_for == words else " ".join(looked_for)
        together = [_phrase(looked_for)] if len(looked_for) > 1 else []  # side by side they count for more
        named = _words(typed)
        hits = self._hits(_any_of([f"({' AND '.join(wanted)})", *together]), named)
        if hits:
            return Found(hits, instead)
        hits = self._hits(_any_of(wanted), named)
        return Found(hits, instead, partly=bool(hits))

    def _parts(self, words: list[str]) -> Iterator[tuple[list[str], bool]]:
        """The words one by one, those together that have a synonym together; and whether it is the last."""
        at = 0
        while at < len(words):
            lengths = range(min(self._longest, len(words) - at), 1, -1)
            length = next((n for n in lengths if tuple(words[at : at + n]) in self._synonyms), 1)
            at += length
            yield words[at - length : at], at == len(words)

    def _meant(self, part: list[str], *, beginning: bool) -> tuple[list[str], str]:
        """What is looked for in place of a part, and how FTS5 is asked for it; nothing if nothing is near."""
        means = [_phrase(_words(other)) for other in self._synonyms.get(tuple(part), ())]
        if means:
            return part, _any_of([_all_of(part), *means])
        word = part[0]
        asked = [_phrase(part)]
        if beginning:
            asked.append(f"{_phrase(part)}*")
        if beginning and len(word) >= SHORTEST:  # “sleepi” begins “sleeping”, but not its stem
            asked += [_phrase([begun]) for begun in self._vocabulary.beginning_with(word)]
        if self._stands(_any_of(asked)):
            return part, _any_of(asked)
        nearest = self._vocabulary.nearest(word)
        return ([nearest], _phrase([nearest])) if nearest else ([], "")

    def _stands(self, asked: str) -> bool:
        return self._memory.execute("SELECT 1 FROM entry(?) LIMIT 1", (asked,)).fetchone() is not None

    def _hits(self, wanted: str, named: list[str]) -> tuple[Hit, ...]:
        """What is called just so comes first; the rest by rank."""
        summary, body = (f"highlight(entry, {at}, '{OPENS}', '{CLOSES}')" for at in (2, 4))
        asked = f"SELECT rowid, {summary}, {body} FROM entry(?) ORDER BY bm25(entry, {WEIGHTS})"  # noqa: S608 - our own names
        rows = self._memory.execute(asked, (wanted,)).fetchall()
        just_so = sorted(row for row in rows if named in self._names[row[0]])
        rest = [row for row in rows if named not in self._names[row[0]]]
        return tuple(_hit(self._entries[row[0]], *row[1:]) for row in [*just_so, *rest])


@cache
def _bundled() -> Finder:
    entries = [_of_page(key, page) for key, page in pages().items.items()]
    entries += [_of_exercise(key, page) for key, page in exercises().items.items()]
    shelf = read_shelf(ASSETS, "synonyms.toml", _read_synonyms)  # damaged or gone: the search does without
    return Finder(
        entries, {key: means for file in shelf.items.values() for key, means in file.synonyms.items()}
    )


def _read_synonyms(content: str) -> Synonyms:
    return Synonyms.model_validate(tomllib.loads(content))


def _of_page(key: str, page: Page) -> Entry:
    plain = SIGNS.sub("", LINK.sub(r"\1", page.body))
    routes: dict[str, Any] = page.routes.model_dump()
    lists = [*routes.values(), *page.not_for_you_if, *page.questions_to_ask]
    return _entry(
        HitKind.PAGE,
        key,
        page.title,
        words=[BETWEEN.join(page.words)],
        summary=[page.summary, page.what_for],
        headings=HEADING.findall(page.body),
        body=[plain, page.who_pays, *lists, page.conflict_of_interest],
    )


def _of_exercise(key: str, page: ExercisePage) -> Entry:
    lists = [*page.steps, page.easier, page.harder, *page.common_errors, *page.not_for_you_if, page.note]
    return _entry(
        HitKind.EXERCISE,
        key,
        page.name,
        words=[],
        summary=[page.summary],
        headings=[],
        body=[page.equipment, page.start, page.end, *lists],
    )


def _entry(kind: HitKind, key: str, title: str, **columns: Iterable[str]) -> Entry:
    return Entry(kind, key, title, **{name: on_one_line(" ".join(parts)) for name, parts in columns.items()})


def _hit(entry: Entry, summary: str, body: str) -> Hit:
    """With the excerpt from the summary, if a word looked for is in it; else from the text."""
    for words, marked in ((entry.summary, summary), (entry.body, body)):
        if OPENS in marked:
            return Hit(entry.kind, entry.key, entry.title, *excerpt(words, marks(marked), ROOM))
    return Hit(entry.kind, entry.key, entry.title, _beginning(entry.summary), ())


def _beginning(words: str) -> str:
    return words if len(words) <= ROOM else f"{words[: words.rfind(' ', 0, ROOM)]}…"


def _words(text: str) -> list[str]:
    return bare(normalize("NFC", text).casefold()).split()


def _telling(words: list[str]) -> list[str]:
    """Without those too common to say anything, unless all of them are."""
    return [word for word in words if word not in COMMON] or words


def _phrase(words: Iterable[str]) -> str:
    return f'"{" ".join(words)}"'


def _all_of(words: Iterable[str]) -> str:
    return f"({' AND '.join(_phrase([word]) for word in words)})"


def _any_of(asked: Iterable[str]) -> str:
    return f"({' OR '.join(asked)})"
