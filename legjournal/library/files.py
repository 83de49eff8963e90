"""Reading the bundled content: every file that is sound, and a named fault for each that is not."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from legjournal.words import text

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


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
        except (OSError, ValueError) as error:  # what TOML, UTF-8 and pydantic raise are ValueErrors
            faults.append(_fault(path.name, error))
    return Shelf(items, faults)


def _fault(file: str, error: Exception) -> str:
    """One sentence with the file's name, whatever befell it."""
    if isinstance(error, ValidationError):
        found = error.errors(include_input=False, include_url=False)
        unknown = next((each for each in found if each["type"] == "extra_forbidden"), None)
        if unknown:
            newer = text(
                "{file} could not be read: it may be from a newer version of Leg Journal, as this one does "
                "not know its “{field}”."
            )
            return newer.format(file=file, field=_place(unknown))
        what = f"{_place(found[0])}: {found[0]['msg']}"
    elif isinstance(error, UnicodeDecodeError):
        what = text("it is damaged: what is in it is not text.")
    elif isinstance(error, tomllib.TOMLDecodeError):
        what = text("it is damaged ({where}).").format(where=_first_line(error))
    else:
        what = _first_line(error)
    return text("{file} could not be read: {what}").format(file=file, what=what)


def _place(error: "ErrorDetails") -> str:
    return ".".join(map(str, error["loc"]))


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]
