"""Reading the bundled content: every file that is sound, and a named fault for each that is not."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from legjournal.words import text


class Content(BaseModel):
    """A bundled file's fields: all of them, and no others."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Source(Content):
    """Where a fact was read."""

    title: str
    address: str
    date: str  # as the source shows it; "" where it shows none
    taken: str  # what was taken from it


T = TypeVar("T", bound=Content)


@dataclass(frozen=True)
class Shelf(Generic[T]):
    """The sound files of a folder by key (the file's stem), and a sentence for each unsound one."""

    items: dict[str, T]
    faults: list[str] = field(default_factory=list)


def read_shelf(folder: Path, pattern: str, read: Callable[[str], T]) -> Shelf[T]:
    """Read every file of `folder` that matches; one that is damaged or incomplete leaves the others whole."""
    items: dict[str, T] = {}
    faults: list[str] = []
    for path in sorted(folder.glob(pattern)):
        try:
            items[path.stem] = read(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, ValidationError, ValueError) as error:
            faults.append(
                text("{file} could not be read: {what}").format(file=path.name, what=_first_line(error))
            )
    return Shelf(items, faults)


def _first_line(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors(include_input=False, include_url=False)[0]
        return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
    return str(error).partition("\n")[0]
