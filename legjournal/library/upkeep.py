"""Everything in the bundled content that can go out of date, in one table, for a person to check again."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from legjournal.library.exercises import ExercisePage, exercises
from legjournal.library.files import Source
from legjournal.library.nations import doors
from legjournal.library.pages import Page, pages
from legjournal.library.passages import Passage, passages

SENTENCE_END = re.compile(r"(?<=[.?!])\s+|\n")
DOSE = ("sets", "repetitions_from", "repetitions_to", "hold_seconds", "rest_seconds")


class Kind(StrEnum):
    """What is to be checked again."""

    PAGE = "page"
    EXERCISE = "exercise"
    TELEPHONE = "telephone"
    SOURCE = "source"
    FIGURE = "figure"


class Row(NamedTuple):
    """One thing to check: in which file and where, what it says, and how long ago it was last checked."""

    days: int
    checked: date
    kind: Kind
    file: str
    place: str
    what: str
    address: str  # where to look; "" where the file's sources say it


def rows(today: date) -> list[Row]:
    """The table, the longest unchecked first; of one day, file by file."""
    found = [*_of_doors(today)]
    for key, page in pages().items.items():
        found += _of(Kind.PAGE, f"resources/{key}.md", page, passages(page), today)
    for key, exercise in exercises().items.items():
        found += _of(Kind.EXERCISE, f"exercises/{key}.toml", exercise, _said(exercise), today)
    kinds = list(Kind)
    return sorted(found, key=lambda row: (row.checked, row.file, kinds.index(row.kind)))


def _of_doors(today: date) -> Iterator[Row]:
    for door in doors():
        age = (today - door.checked).days
        nations = ", ".join(nation.replace("_", " ") for nation in door.nations)
        what = f"{door.number or 'no number'}: {door.name}. {door.when}"
        yield Row(age, door.checked, Kind.TELEPHONE, "numbers.toml", nations, what, door.source.address)


def _of(
    kind: Kind, file: str, page: Page | ExercisePage, said: Iterable[Passage], today: date
) -> Iterator[Row]:
    age, checked = (today - page.checked).days, page.checked
    title = page.title if isinstance(page, Page) else page.name
    yield Row(age, checked, kind, file, "", title, "")
    for source in page.sources:
        yield Row(age, checked, Kind.SOURCE, file, "sources", _taken(source), source.address)
    for passage in said:
        for sentence in _with_figures(passage):
            yield Row(age, checked, Kind.FIGURE, file, passage.place, sentence, "")


def _taken(source: Source) -> str:
    title = f"{source.title}, {source.date}" if source.date else source.title
    return f"{title}: {source.taken}"


def _with_figures(passage: Passage) -> list[str]:
    if passage.place.startswith("sources"):
        return []
    sentences = [sentence.strip("-#* ") for sentence in SENTENCE_END.split(passage.words)]
    return [sentence for sentence in sentences if re.search(r"\d", sentence)]


def _said(exercise: ExercisePage) -> Iterator[Passage]:
    """What an exercise says, field by field; its dose as one line."""
    values = exercise.model_dump(exclude={"sources", "checked"})
    yield Passage("dose", ", ".join(f"{name} {values[name]}" for name in DOSE))
    for place, value in values.items():
        if isinstance(value, str):
            yield Passage(place, value)
        elif isinstance(value, list):
            yield from (Passage(f"{place} {number}", words) for number, words in enumerate(value, 1))
